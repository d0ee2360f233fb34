"""Widths and spaces."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.normal import close_gaps, count_characters, full_brackets, half_width, is_chinese, squeezed


def test_gaps_beside_chinese_are_closed_and_latin_ones_kept():
    assert close_gaps("关于 第 87 号 建议") == "关于第87号建议"
    assert close_gaps("use  the plan") == "use the plan"
    assert close_gaps("\u3000\u3000总体\u00a0要求\u200b") == "总体要求"


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
