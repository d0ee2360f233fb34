"""Widths and spaces: two spellings of one text made comparable."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_FULL_ALNUM = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")


def half_width(text: str) -> str:
    """The text with full-width digits and Latin letters made half-width; punctuation stays as it is."""
    return text.translate(_FULL_ALNUM) if _WIDE.search(text) else text


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
    return len("".join(text.split()))
