import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.segment import tagged_words, words


@given(st.text(st.sampled_from("威海市元宇宙产业发展12，。ab "), max_size=20))
def test_words_joined_are_the_text(text: str):
    assert "".join(words(text)) == text
    assert "".join(word for word, _ in tagged_words(text)) == text


def test_places_are_tagged():
    assert ("威海市", "ns") in tagged_words("威海市发展")


def test_loading_says_nothing():
    code = "from drafter.text.segment import tagged_words; tagged_words('威海市')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
