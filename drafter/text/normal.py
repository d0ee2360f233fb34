"""Widths and spaces: two spellings of one text made comparable."""

from __future__ import annotations

import re

_CJK = r"\u3400-\u9fff\U00020000-\U0003ffff"
_CJK_OR_MARK = _CJK + r"\u3000-\u303f\uff01-\uff65“”‘’—…·"
_GAP_AFTER = re.compile(rf"(?<=[{_CJK_OR_MARK}])[ \t\u00a0\u2002-\u200a\u3000]+")
_GAP_BEFORE = re.compile(rf"[ \t\u00a0\u2002-\u200a\u3000]+(?=[{_CJK_OR_MARK}])")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_FULL_ALNUM = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


def close_gaps(text: str) -> str:
    """The text without spaces that touch a Chinese character or mark; spaces between Latin words stay, single."""
    text = _INVISIBLE.sub("", text)
    text = _GAP_BEFORE.sub("", _GAP_AFTER.sub("", text))
    return re.sub(r"[ \t\u00a0]+", " ", text).strip()


def half_width(text: str) -> str:
    """The text with full-width digits and Latin letters made half-width; punctuation stays as it is."""
    return text.translate(_FULL_ALNUM)


def full_brackets(text: str) -> str:
    """The text with half-width round brackets made full-width."""
    return text.replace("(", "（").replace(")", "）")


def squeezed(text: str) -> str:
    """The text as a key for comparing: no white space at all, half-width letters and digits, full-width brackets."""
    return full_brackets(half_width(re.sub(r"\s+", "", _INVISIBLE.sub("", text))))


def is_chinese(character: str) -> bool:
    """Whether a character is a Chinese one (not a mark)."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def count_characters(text: str) -> int:
    """How long a text is as offices count it (字数): every character that is not white space."""
    return sum(not character.isspace() for character in text)
