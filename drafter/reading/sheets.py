"""Sheets: pages on which only the places of words and of drawn lines are known, as PDF and OFD give them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

TAB_EMS = 2.0
"""A gap of so many letter heights between two pieces of a row parts columns, not words."""
SAME_ROW = 0.4
"""Share of the letter height by which two pieces of one row may stand apart in height (raised figures)."""
THIN = 3.0
"""Points up to which a filled rectangle is a line."""
FAR = 1e5
"""Points beyond which nothing stands; only damaged files say so, or say what is no number at all."""
SHORT = 6.0
"""Points below which a line rules nothing."""
# Simplified forms among the radicals that Unicode does not decompose, though fonts map characters to them.
_RADICALS = str.maketrans(
    dict(
        zip(
            "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
            "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
            strict=True,
        )
    )
)
_COMPATIBLE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one line without a wide gap: lengths in points, x from the left and y from the bottom of the page.

    `font` is known of short lines and of one long line of a page, if the file says it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, across (bottom == top) or upright (left == right)."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def across(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line; `base`, `size` and `font` are those of its longest piece."""

    text: str
    left: float
    right: float
    base: float
    size: float
    pieces: tuple[Piece, ...]
    font: str = ""


def plain(text: str) -> str:
    """The text with characters that stand for others (Kangxi radicals, compatibility forms) made the usual ones."""
    if not _COMPATIBLE.search(text):
        return text
    return _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text.translate(_RADICALS))


def straight(corners: Sequence[tuple[float, float]], *, stroked: bool) -> Iterator[Rule]:
    """The ruling lines of a drawn path: its straight sides where it is stroked, a thin one along its middle."""
    if len(corners) < 2:
        return
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    if min(right - left, top - bottom) <= THIN:
        yield from _rule(left, bottom, right, top)
    elif stroked:
        for (x1, y1), (x2, y2) in pairwise(corners):
            if min(abs(x1 - x2), abs(y1 - y2)) <= THIN / 2:
                yield from _rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _rule(left: float, bottom: float, right: float, top: float) -> Iterator[Rule]:
    if not SHORT <= max(right - left, top - bottom) < FAR:
        return
    if right - left >= top - bottom:
        yield Rule(left, (bottom + top) / 2, right, (bottom + top) / 2)
    else:
        yield Rule((left + right) / 2, bottom, (left + right) / 2, top)


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """The printed lines from the top down, the pieces of each from left to right, a tab where a wide gap parts them."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        above = rows[-1][0] if rows else None
        if above and above.base - piece.base <= SAME_ROW * max(above.size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [row_of(sorted(row, key=lambda piece: piece.left)) for row in rows]


def row_of(pieces: Sequence[Piece]) -> Row:
    """The printed line that pieces from left to right are."""
    main = max(pieces, key=lambda piece: (len(piece.text), piece.size))
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        gap = piece.left - before.right
        text += ("\t" if gap > TAB_EMS * main.size else " " if gap > 0.1 * main.size else "") + piece.text
    right = max(piece.right for piece in pieces)
    return Row(text, pieces[0].left, right, main.base, main.size, tuple(pieces), main.font)
