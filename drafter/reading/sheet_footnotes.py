"""Footnotes: the small print at the foot of a page, below a short line or behind a mark; kept out of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.reading.doubts import Dropped, Told
from drafter.reading.lines import close_gaps
from drafter.reading.sheets import Piece, Row, Sheet, row_of

SMALL = 0.88
"""Share of the usual height of letters up to which print is small."""
RAISED = 0.75
"""Share of a row's height of letters up to which a figure in it may be the mark of a footnote."""
SEPARATOR_MOST = 0.6
"""Share of a page's width up to which a line across may part footnotes from the text."""
FOOT = 0.5
"""Share of a page from its foot in which footnotes stand."""
_MARK = re.compile(r"[\[〔［]?(?P<mark>[①-⑳]|\d{1,2})[\]〕］]?")
_CIRCLED_INSIDE = re.compile("(?<=[^。；：])[①-⑳]")


def without_footnotes(sheets: Sequence[Sheet], pages: Sequence[list[Row]], told: Told) -> list[list[Row]]:
    """The rows of every page without its footnotes and, in the text, without their marks."""
    letters = Counter[float]()
    for rows in pages:
        for row in rows:
            letters[round(row.size * 2) / 2] += len(row.text)
    usual = letters.most_common(1)[0][0] if letters else 0.0
    return [_text(sheet, rows, usual, told) for sheet, rows in zip(sheets, pages, strict=True)]


def _text(sheet: Sheet, rows: list[Row], usual: float, told: Told) -> list[Row]:
    start = _start(sheet, rows, usual)
    if start == len(rows):
        return rows
    notes = rows[start:]
    told.drop(Dropped.FOOTNOTES, (close_gaps(row.text.replace("\t", " ")) for row in notes))
    marks = {match["mark"] for row in notes if (match := _MARK.match(row.text))}
    return [_unmarked(row, marks) for row in rows[:start]]


def _start(sheet: Sheet, rows: list[Row], usual: float) -> int:
    """The index of the first row of the footnotes; that of the end where there are none."""
    small = len(rows)
    while small > 1 and rows[small - 1].size <= SMALL * usual and rows[small - 1].base <= FOOT * sheet.height:
        small -= 1
    if small == len(rows):
        return small
    raised = {_raised_mark(piece, row) for row in rows[:small] for piece in row.pieces}
    found = (
        index
        for index, row in enumerate(rows[small:], small)
        if _is_below_line(sheet, rows[index - 1], row) or _is_marked(row, raised)
    )
    return next(found, len(rows))


def _is_below_line(sheet: Sheet, above: Row, row: Row) -> bool:
    """Whether a short line from the left edge of the text stands between two rows."""
    return any(
        rule.across
        and row.base < rule.bottom <= above.base
        and rule.right - rule.left <= SEPARATOR_MOST * sheet.width
        and rule.left <= row.left + row.size
        for rule in sheet.rules
    )


def _is_marked(row: Row, raised: set[str]) -> bool:
    """Whether a row begins with the mark of a footnote: a circled or raised figure, or one raised in the text."""
    match = _MARK.match(row.text)
    return bool(match) and (match["mark"] in raised or match["mark"] > "9" or _raised_mark(row.pieces[0], row) != "")


def _raised_mark(piece: Piece, row: Row) -> str:
    """The mark that a piece is, "" where it is none."""
    match = _MARK.fullmatch(piece.text.strip())
    return match["mark"] if match and piece.size <= RAISED * row.size and piece.base > row.base else ""


def _unmarked(row: Row, marks: set[str]) -> Row:
    """The row without raised marks, and without circled ones that stand inside it."""
    pieces = [piece for piece in row.pieces if _raised_mark(piece, row) not in marks]
    kept = row_of(pieces) if pieces and len(pieces) < len(row.pieces) else row
    return replace(kept, text=_CIRCLED_INSIDE.sub(lambda match: "" if match[0] in marks else match[0], kept.text))
