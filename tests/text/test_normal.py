"""Widths and spaces."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.normal import count_characters, full_brackets, half_width, is_chinese, squeezed


def test_widths():
    assert half_width("２０２５年Ａ（一）") == "2025年A（一）"
    assert full_brackets("(一)") == "（一）"
    assert squeezed(" ( １ ) 建 设 ") == "（1）建设"


def test_only_chinese_characters_are_chinese():
    assert is_chinese("省")
    assert not any(map(is_chinese, "，A1（"))


@given(st.text(max_size=60))
def test_keys_are_stable_and_hold_no_white_space(text: str):
    key = squeezed(text)
    assert squeezed(key) == key
    assert count_characters(key) == len(key)
