"""Pages of a PDF through PDFium: words with their places, and the drawn lines."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from drafter.reading.pdf_rules import rules_of
from drafter.reading.pdf_words import PageWords, Styles, turned
from drafter.reading.sheet_footnotes import FOOT, SMALL
from drafter.reading.sheets import FAR, Piece, Rule, Sheet

NOTE_LEAST = 6
"""Characters of small print from which on it may be a footnote and no page number."""

_A4 = (0.0, 0.0, 595.0, 842.0)
ONE_AT_A_TIME = threading.Lock()
"""PDFium may only be called from one thread at a time."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page as read: its words and lines, its characters, and how many of them the file has no code for."""

    sheet: Sheet
    characters: int
    unknown: int


def page_read(page: Any, styles: Styles | None = None) -> PageRead:  # noqa: ANN401
    """What stands on a page of pypdfium2; words that stand aslant or across the others (watermarks) are left out.

    `styles` is filled with what letters of a document look like; pages after the first are then read faster.
    """
    rules = rules_of(page)
    text = page.get_textpage()
    try:
        words = PageWords(text, [rule for rule in rules if not rule.across], {} if styles is None else styles)
        found = list(words.pieces())
        if _has_small_foot(found, page.get_height()):
            found = list(words.pieces(finely=True))
    finally:
        text.close()
    letters = Counter[int]()
    for turn, piece in found:
        letters[turn] += len(piece.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    pieces = tuple(piece for turn, piece in found if turn == usual)
    left, bottom, right, top = box if sum(map(abs, box := page.get_mediabox())) < FAR else _A4
    sheet = Sheet(right - left, top - bottom, pieces, rules)
    if usual or left or bottom:
        corners = [turned(x, y, usual) for x, y in ((left, bottom), (right, top))]
        sheet = _moved(sheet, usual, min(x for x, _ in corners), min(y for _, y in corners))
    return PageRead(sheet, words.characters, words.unknown)


def _has_small_foot(found: list[tuple[int, Piece]], height: float) -> bool:
    """Whether print at the foot of the page is small, so that marks of footnotes may stand among larger letters."""
    sizes = Counter[float]()
    for _, piece in found:
        sizes[piece.size] += len(piece.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return any(
        piece.size <= SMALL * usual and piece.base <= FOOT * height and len(piece.text) >= NOTE_LEAST
        for _, piece in found
    )


def _moved(sheet: Sheet, quarters: int, x: float, y: float) -> Sheet:
    """The sheet turned back by so many quarters, with a point as its lower left corner; pieces are turned already."""
    size = (sheet.height, sheet.width) if quarters % 2 else (sheet.width, sheet.height)
    pieces = (replace(one, left=one.left - x, right=one.right - x, base=one.base - y) for one in sheet.pieces)
    return Sheet(*size, tuple(pieces), tuple(_turned_rule(rule, quarters, x, y) for rule in sheet.rules))


def _turned_rule(rule: Rule, quarters: int, x: float, y: float) -> Rule:
    (x1, y1), (x2, y2) = turned(rule.left, rule.bottom, quarters), turned(rule.right, rule.top, quarters)
    return Rule(min(x1, x2) - x, min(y1, y2) - y, max(x1, x2) - x, max(y1, y2) - y)
