"""The numbers of headings: parse, print, and the scheme by which a document counts.

Four levels are customary: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3). In most plans level 3 runs on across sections.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from drafter.text.numerals import NUMERAL_CHARACTERS, parse_numeral, print_numeral

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Form(StrEnum):
    """How a number is written; the value is its printed pattern, 〇 a Chinese numeral, 0 digits, ○ a circled digit.

    DECIMAL is 1, 1.1, 1.1.1, as emergency plans count: the ordinals of the headings above and its own.
    """

    PART = "第〇编"
    BOOK = "第〇篇"
    BULK = "第〇部分"
    CHAPTER = "第〇章"
    DIVISION = "第〇节"
    ARTICLE = "第〇条"
    COMMA = "〇、"
    BRACKET = "（〇）"
    DOT = "0."
    DECIMAL = "0.0"
    DIGIT_COMMA = "0、"
    DIGIT_BRACKET = "（0）"
    HALF_BRACKET = "0）"
    CIRCLED = "○"
    NTH = "第〇，"
    ORDINAL = "〇是"


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a heading: its form and the ordinal as counted or, in a document that was read, as printed.

    `above` are the ordinals printed before it, of a DECIMAL alone: 3.1.2 is ordinal 2 above (3, 1).
    """

    form: Form
    ordinal: int
    above: tuple[int, ...] = ()

    def __str__(self) -> str:
        pattern = str(self.form)
        if self.form is Form.DECIMAL:
            return ".".join(map(str, (*self.above, self.ordinal)))
        if self.form is Form.CIRCLED:
            return _CIRCLED[self.ordinal - 1] if self.ordinal <= len(_CIRCLED) else f"（{self.ordinal}）"
        if "〇" in pattern:
            return pattern.replace("〇", print_numeral(self.ordinal))
        return pattern.replace("0", str(self.ordinal))

    @property
    def path_name(self) -> str:
        """The number as it stands in a path: 二 for 二、, else as printed."""
        return _path_name(self)


@cache
def _path_name(number: Number) -> str:
    """Worked out once: the path of every section is asked for after every keystroke."""
    return str(number).removesuffix("、")


_NUMERAL = f"[{NUMERAL_CHARACTERS}]{{1,5}}"
_DIGITS = "0123456789０１２３４５６７８９"
_PARSERS: tuple[tuple[str, tuple[tuple[Form, re.Pattern[str]], ...]], ...] = (
    (
        "第",
        (
            (Form.PART, re.compile(rf"第\s*({_NUMERAL})\s*编")),
            (Form.BOOK, re.compile(rf"第\s*({_NUMERAL})\s*篇")),
            (Form.BULK, re.compile(rf"第\s*({_NUMERAL})\s*部\s*分")),
            (Form.CHAPTER, re.compile(rf"第\s*({_NUMERAL})\s*章")),
            (Form.DIVISION, re.compile(rf"第\s*({_NUMERAL})\s*节")),
            (Form.ARTICLE, re.compile(rf"第\s*({_NUMERAL})\s*条")),
            (Form.NTH, re.compile(rf"第\s*({_NUMERAL})\s*[，,]")),
        ),
    ),
    (
        "（(",
        (
            (Form.BRACKET, re.compile(rf"[（(]\s*({_NUMERAL})\s*[）)]、?")),
            (Form.DIGIT_BRACKET, re.compile(r"[（(]\s*(\d{1,3})\s*[）)]、?")),
        ),
    ),
    (
        _DIGITS,
        (
            (Form.DOT, re.compile(r"(\d{1,3})(?:\s*[.．](?!\d)|[.．](?=[2２][0０]\d\d年|[56５６]G))")),
            (Form.HALF_BRACKET, re.compile(r"(\d{1,3})\s*[）)]")),
            (Form.DIGIT_COMMA, re.compile(r"(\d{1,3})\s*、")),
        ),
    ),
    (
        NUMERAL_CHARACTERS,
        (
            (Form.COMMA, re.compile(rf"({_NUMERAL})\s*[、．.]")),
            (Form.ORDINAL, re.compile(rf"({_NUMERAL})是(?=[^否不])")),
        ),
    ),
    (_CIRCLED, ((Form.CIRCLED, re.compile(f"([{_CIRCLED}])")),)),
)
_BY_FIRST = {first: parsers for characters, parsers in _PARSERS for first in characters}
"""The forms that a text's first character allows."""
_LOOKED_AT = 12
"""Characters of a text at most that a number and what must follow it take."""
_AHEAD = r"[.．]?\s*(?=[\u4e00-\u9fff“《「\u2160-\u217f]|[IVX]+级)"
_DECIMAL = re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{0,4}}){_AHEAD}")
_DECIMAL_BELOW = re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}}){_AHEAD}")
"""A decimal number of two parts at least."""
_QUANTITY = re.compile(r"[亿万千百个倍元吨亩米年月日天岁]|公里|公顷|平方|立方|小时|分钟|人次")
"""What stands behind 1.5 when it is a quantity and no number of a heading."""


def parse_number(text: str) -> tuple[Number, int] | None:
    """The number a text begins with and how many characters it takes, or None; widths and spaces are forgiven."""
    return _parsed(text[:_LOOKED_AT]) if text[:1] in _BY_FIRST else None


@lru_cache(maxsize=8192)
def _parsed(start: str) -> tuple[Number, int] | None:
    """The number that the first characters of a text are; every stage of reading asks for it."""
    if (
        start[0] in _DIGITS
        and (match := _DECIMAL_BELOW.match(start))
        and not _QUANTITY.match(start, match.end())
        and (decimal := _decimal(match[1]))
    ):
        return decimal, match.end()
    for form, pattern in _BY_FIRST[start[0]]:
        if match := pattern.match(start):
            number = _number(form, match[1])
            if number:
                return number, match.end()
    return None


def parse_decimal(text: str) -> tuple[Number, int] | None:
    """The number 1, 1.1 or 1.1.1 a text begins with and how many characters it takes, quantities too, or None."""
    match = text[:1] in _DIGITS and _DECIMAL.match(text, 0, 20)
    decimal = _decimal(match[1]) if match else None
    return (decimal, match.end()) if match and decimal else None


@lru_cache(maxsize=1024)
def _number(form: Form, word: str) -> Number | None:
    """The number of a form that digits, a numeral or a circled digit say; None for zero."""
    if form is Form.CIRCLED:
        return Number(form, _CIRCLED.index(word) + 1)
    ordinal = int(word) if word.isdecimal() else parse_numeral(word)
    return Number(form, ordinal) if ordinal else None


@lru_cache(maxsize=1024)
def _decimal(parts: str) -> Number | None:
    """The decimal number that ordinals parted by dots say; None where one is zero."""
    *above, ordinal = (int(part) for part in re.split("[.．]", parts))
    return Number(Form.DECIMAL, ordinal, tuple(above)) if ordinal and 0 not in above else None


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a document counts: the form of each level from 1 on, and the levels that run on across their parents."""

    forms: tuple[Form, ...] = (Form.COMMA, Form.BRACKET, Form.DOT, Form.DIGIT_BRACKET, Form.CIRCLED)
    running: frozenset[int] = frozenset()

    def form(self, level: int) -> Form:
        """The form of a level; levels deeper than the scheme take its last form."""
        return self.forms[min(level, len(self.forms)) - 1]
