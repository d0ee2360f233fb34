"""Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.text.numerals import parse_numeral, print_numeral


@given(st.integers(1, 9999))
def test_what_is_printed_is_parsed_again(number: int):
    assert parse_numeral(print_numeral(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("十", 10), ("二十一", 21), ("一百零五", 105), ("两千", 2000), ("三万", 30_000), ("十亿", 10**9)],
)
def test_numerals_say_numbers(text: str, number: int):
    assert parse_numeral(text) == number


@pytest.mark.parametrize("text", ["", "一般", "12", "号"])
def test_other_words_say_none(text: str):
    assert parse_numeral(text) is None


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_outside_the_range_are_refused(number: int):
    with pytest.raises(ValueError):
        print_numeral(number)
