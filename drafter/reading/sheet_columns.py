"""Columns: a page set in two columns is put in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from drafter.reading.sheets import Row, rows_of

LEAST_ROWS = 8
"""A page in two columns has so many rows at least in which both columns are filled."""
LEAST_SHARE = 0.5
"""Share of the rows that the gutter parts, or that stand on one side of it (below a shorter column)."""
FILLED = 0.75
"""Share of a column's width that the middle one of its lines fills; less is a table without lines."""
Block = tuple[int, list[Row]]


def columns_of(rows: Sequence[Row]) -> list[Block]:
    """(column, rows) in reading order: 0 the whole width, 1 the left and 2 the right column."""
    gutter = _gutter(rows)
    if gutter is None:
        return [(0, list(rows))] if rows else []
    left, right = gutter
    blocks: list[Block] = []
    for parted, band in groupby(rows, key=lambda row: not _crosses(row, left, right)):
        if not parted:
            blocks.append((0, list(band)))
            continue
        pieces = [piece for row in band for piece in row.pieces]
        middle = (left + right) / 2
        for column, side in ((1, True), (2, False)):
            found = rows_of([piece for piece in pieces if (piece.left < middle) is side])
            if found:
                blocks.append((column, found))
    return blocks


def _crosses(row: Row, left: float, right: float) -> bool:
    return any(piece.left < left - 1 and piece.right > right + 1 for piece in row.pieces)


def _gutter(rows: Sequence[Row]) -> tuple[float, float] | None:
    """The white strip down the middle of the page, None where there is none."""
    if len(rows) < LEAST_ROWS:
        return None
    start, end = min(row.left for row in rows), max(row.right for row in rows)
    gaps = [
        (a.right, b.left)
        for row in rows
        for a, b in pairwise(row.pieces)
        if b.left - a.right > row.size and 0.35 < ((a.right + b.left) / 2 - start) / (end - start) < 0.65
    ]
    if len(gaps) < LEAST_ROWS:
        return None
    lefts, rights = sorted(left for left, _ in gaps), sorted(right for _, right in gaps)
    left, right = lefts[-1 - len(lefts) // 10], rights[len(rights) // 10]
    beside = sum(not _crosses(row, left, right) for row in rows)
    if right - left < 4 or beside < LEAST_SHARE * len(rows):
        return None
    widths = sorted((a - start) / (left - start) for a, _ in gaps)
    return (left, right) if widths[len(widths) // 2] >= FILLED else None
