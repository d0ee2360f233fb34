"""The numbers of headings: parse, print, and the scheme by which a document counts.

Four levels are customary: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3). In most plans level 3 runs on across sections.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from drafter.text.numerals import NUMERAL_CHARACTERS, parse_numeral, print_numeral

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Form(StrEnum):
    """How a number is written; the value is its printed pattern, 〇 a Chinese numeral, 0 digits, ○ a circled digit.

    DECIMAL is 1, 1.1, 1.1.1, as emergency plans count: the ordinals of the headings above and its own.
    """

    PART = "第〇编"
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
        return str(self).removesuffix("、")


_NUMERAL = f"[{NUMERAL_CHARACTERS}]{{1,5}}"
_PARSERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.PART, re.compile(rf"第\s*({_NUMERAL})\s*编")),
    (Form.CHAPTER, re.compile(rf"第\s*({_NUMERAL})\s*章")),
    (Form.DIVISION, re.compile(rf"第\s*({_NUMERAL})\s*节")),
    (Form.ARTICLE, re.compile(rf"第\s*({_NUMERAL})\s*条")),
    (Form.NTH, re.compile(rf"第\s*({_NUMERAL})\s*[，,]")),
    (Form.COMMA, re.compile(rf"({_NUMERAL})\s*[、．.]")),
    (Form.BRACKET, re.compile(rf"[（(]\s*({_NUMERAL})\s*[）)]、?")),
    (Form.DIGIT_BRACKET, re.compile(r"[（(]\s*(\d{1,3})\s*[）)]、?")),
    (Form.HALF_BRACKET, re.compile(r"(\d{1,3})\s*[）)]")),
    (Form.DIGIT_COMMA, re.compile(r"(\d{1,3})\s*、")),
    (Form.DOT, re.compile(r"(\d{1,3})\s*[.．](?!\d)|(\d{1,3})[.．](?=20\d\d年|[56]G)")),
    (Form.CIRCLED, re.compile(f"([{_CIRCLED}])")),
    (Form.ORDINAL, re.compile(rf"({_NUMERAL})是(?=[^否不])")),
)
_FIRST = re.compile(f"[第（(0-9０-９{_CIRCLED}{NUMERAL_CHARACTERS}]")
_DECIMAL = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){0,4})[.．]?\s*(?=[\u4e00-\u9fff“《「\u2160-\u217f]|[IVX]+级)")
_QUANTITY = re.compile(r"[亿万千百个倍元吨亩米年月日天岁]|公里|公顷|平方|立方|小时|分钟|人次")
"""What stands behind 1.5 when it is a quantity and no number of a heading."""
_FULL_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def parse_number(text: str) -> tuple[Number, int] | None:
    """The number a text begins with and how many characters it takes, or None; widths and spaces are forgiven."""
    if not _FIRST.match(text):
        return None
    text = text[:12].translate(_FULL_DIGITS)
    if (decimal := parse_decimal(text)) and decimal[0].above and not _QUANTITY.match(text, decimal[1]):
        return decimal
    for form, pattern in _PARSERS:
        match = pattern.match(text)
        if match is None:
            continue
        word = match[match.lastindex or 1]
        if form is Form.CIRCLED:
            return Number(form, _CIRCLED.index(word) + 1), match.end()
        ordinal = int(word) if word.isdecimal() else parse_numeral(word)
        if ordinal:
            return Number(form, ordinal), match.end()
    return None


def parse_decimal(text: str) -> tuple[Number, int] | None:
    """The number 1, 1.1 or 1.1.1 a text begins with and how many characters it takes, quantities too, or None."""
    match = _FIRST.match(text) and _DECIMAL.match(text[:20].translate(_FULL_DIGITS))
    if not match:
        return None
    *above, ordinal = (int(part) for part in re.split("[.．]", match[1]))
    if not ordinal or 0 in above:
        return None
    return Number(Form.DECIMAL, ordinal, tuple(above)), match.end()


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a document counts: the form of each level from 1 on, and the levels that run on across their parents."""

    forms: tuple[Form, ...] = (Form.COMMA, Form.BRACKET, Form.DOT, Form.DIGIT_BRACKET, Form.CIRCLED)
    running: frozenset[int] = frozenset()

    def form(self, level: int) -> Form:
        """The form of a level; levels deeper than the scheme take its last form."""
        return self.forms[min(level, len(self.forms)) - 1]
