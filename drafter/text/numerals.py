"""Chinese numerals to whole numbers and back."""

from __future__ import annotations

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
NUMERAL_CHARACTERS = "".join(_DIGITS) + "".join(_UNITS)
"""The characters of a numeral below 10 000, for use inside a regular expression's brackets."""


def parse_numeral(text: str) -> int | None:
    """The number that a Chinese numeral such as 二十一 or 一百零五 or 三万 says, or None if it is none."""
    total = section = digit = 0
    seen = False
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            section += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _MYRIADS:
            total += ((section + digit) or 1) * _MYRIADS[character]
            section = digit = 0
        else:
            return None
        seen = True
    return total + section + digit if seen else None


def print_numeral(number: int) -> str:
    """The numeral of a number from 1 to 9999, as headings print it: 10 is 十, 21 is 二十一, 105 is 一百零五."""
    if not 1 <= number <= 9999:
        raise ValueError(number)
    digits = "零一二三四五六七八九"
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += digits[digit] + name
        elif text and number % unit:
            text += "" if text.endswith("零") else "零"
    return text[1:] if text.startswith("一十") else text
