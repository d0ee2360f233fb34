"""Tables and boxes of pages: words put into the cells that drawn lines make, and what a page break parted joined."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.reading.joining import FINAL
from drafter.reading.lines import Frame, Grid, close_gaps
from drafter.reading.sheet_open_tables import open_tables
from drafter.reading.sheet_paragraphs import Measure, Placed, glued, measure_of, paragraphs
from drafter.reading.sheet_rules import SNAP, Cell, Ruled, ruled_tables
from drafter.reading.sheets import Piece, Row, Sheet, rows_of

LARGE = 0.7
"""Share of the width and height of a page that a frame around it has at least."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table drawn on a page, with the printed lines in each cell; `pages` joined make one."""

    table: Ruled
    words: tuple[tuple[Cell, tuple[Row, ...]], ...]
    below: tuple[Drawn, ...] = ()

    @property
    def base(self) -> float:
        """The height of its upper edge."""
        return self.table.top


def drawn_and_loose(sheets: Sequence[Sheet]) -> tuple[list[list[Drawn]], list[list[Piece]]]:
    """The tables of every page with their words, and the words outside them."""
    drawn: list[list[Drawn]] = []
    loose: list[list[Piece]] = []
    for sheet, tables in zip(sheets, _tables(sheets), strict=True):
        inside: list[list[Piece]] = [[] for _ in tables]
        rest: list[Piece] = []
        for piece in sheet.pieces:
            place = next((i for i, table in enumerate(tables) if table.holds(*_middle(piece))), None)
            (rest if place is None else inside[place]).append(piece)
        drawn.append([_filled(table, pieces) for table, pieces in zip(tables, inside, strict=True) if pieces])
        loose.append(rest)
    return drawn, loose


def _middle(piece: Piece) -> tuple[float, float]:
    return (piece.left + piece.right) / 2, piece.base + 0.35 * piece.size


def _tables(sheets: Sequence[Sheet]) -> list[list[Ruled]]:
    """The tables of every page, without inner tables and without frames around whole pages with their page numbers."""
    found = [_all_tables(sheet) for sheet in sheets]
    borders = [
        [table for table in tables if _is_border(table, sheet)] for sheet, tables in zip(sheets, found, strict=True)
    ]
    bordered = sum(map(bool, borders)) * 2 > len(sheets)
    return [
        _outermost([table for table in tables if not (bordered and table in border)])
        for tables, border in zip(found, borders, strict=True)
    ]


def _all_tables(sheet: Sheet) -> list[Ruled]:
    """The tables of a page from the top down, those with lines across alone among them."""
    closed = ruled_tables(sheet.rules)
    found = [*closed, *open_tables(sheet.rules, sheet.pieces, closed)]
    return sorted(found, key=lambda table: (-table.top, table.left))


def _is_border(table: Ruled, sheet: Sheet) -> bool:
    """Whether a frame is as large as the page and holds all its words."""
    large = table.right - table.left >= LARGE * sheet.width and table.top - table.bottom >= LARGE * sheet.height
    return large and len(table.cells) == 1 and all(table.holds(*_middle(piece)) for piece in sheet.pieces)


def _outermost(tables: list[Ruled]) -> list[Ruled]:
    return [table for table in tables if not any(other is not table and _holds(other, table) for other in tables)]


def _holds(other: Ruled, table: Ruled) -> bool:
    return other.holds(table.left, table.bottom) and other.holds(table.right, table.top)


def _filled(table: Ruled, pieces: Iterable[Piece]) -> Drawn:
    words: dict[Cell, list[Piece]] = {cell: [] for cell in table.cells}
    squares = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    downwards = [-place for place in table.rows]
    for piece in pieces:
        x, y = _middle(piece)
        cell = squares.get((bisect_right(downwards, -y) - 1, bisect_right(table.columns, x) - 1))
        if cell is not None:
            words[cell].append(piece)
    return Drawn(table, tuple((cell, tuple(rows_of(inside))) for cell, inside in words.items()))


def goes_on(above: Drawn, below: Drawn) -> bool:
    """Whether a table at the top of a page goes on with the one at the end of the page before: the same columns."""
    ours, theirs = above.table.columns, below.table.columns
    return len(ours) == len(theirs) and all(abs(a - b) <= 2 * SNAP for a, b in zip(ours, theirs, strict=True))


def frame_of(drawn: Drawn) -> Frame | None:
    """The box that a table of one column is, None where nothing stands in it."""
    placed: list[Placed] = []
    for part in (drawn, *drawn.below):
        first = True
        for cell, rows in part.words:
            if measure := _measure(cell, rows):
                placed += [Placed(row, measure, first and i == 0) for i, row in enumerate(rows)]
                first = False
    items = tuple(paragraphs(placed))
    return Frame(items) if items else None


def _measure(cell: Cell, rows: Sequence[Row]) -> Measure | None:
    """The measure of a cell: its text reaches as near to the right edge as to the left."""
    found = measure_of(rows)
    if found is None:
        return None
    inset = min(found.left - cell.left, found.size)
    return replace(found, right=max(found.right, cell.right - inset))


def grid_of(drawn: Drawn) -> Grid | None:
    """The table as cells of text, None where nothing stands in it."""
    rows, merged = _rows(drawn)
    for part in drawn.below:
        more, more_merged = _rows(part)
        merged |= more_merged
        if more and rows and [*map(_key, more[0])] == [*map(_key, rows[0])]:
            more = more[1:]
        if more and _is_cut(rows, more[0]):
            rows[-1] = tuple(glued(a, b) if b else a for a, b in zip(rows[-1], more[0], strict=True))
            more = more[1:]
        rows += _headed(more, rows, merged)
    return Grid(tuple(rows), tuple(sorted(merged))) if any(map(any, rows)) else None


def _headed(more: list[tuple[str, ...]], rows: list[tuple[str, ...]], merged: set[int]) -> Iterator[tuple[str, ...]]:
    """The rows of a further page; a merged cell that goes on from the page before is blank in print."""
    above = {column: rows[-1][column] for column in merged} if rows else {}
    for row in more:
        above = {column: text for column, text in above.items() if not row[column]}
        yield tuple(above.get(column, text) for column, text in enumerate(row))


def _key(text: str) -> str:
    return re.sub(r"\s", "", text)


def _rows(drawn: Drawn) -> tuple[list[tuple[str, ...]], set[int]]:
    """(rows of text, columns with cells merged downwards); a header of two rows is made one, as 目标/2025年."""
    height = max(cell.row + cell.rows for cell, _ in drawn.words)
    width = len(drawn.table.columns) - 1
    rows = [[""] * width for _ in range(height)]
    merged: set[int] = set()
    wide = {cell.row for cell, _ in drawn.words if cell.columns > 1}
    tall_head = any(cell.row == 0 and cell.rows == 2 for cell, _ in drawn.words)
    for cell, words in drawn.words:
        text = cell_text(words)
        for row in range(cell.row, cell.row + cell.rows):
            rows[row][cell.column] = text
            for column in range(cell.column + 1, cell.column + cell.columns):
                rows[row][column] = text if cell.row == 0 else ""
        if cell.rows > 1 and not (cell.row == 0 and cell.rows == 2):
            merged |= set(range(cell.column, cell.column + cell.columns))
    if height > 2 and 0 in wide and tall_head:
        rows[:2] = [[a if a == b or not b else f"{a}/{b}" for a, b in zip(rows[0], rows[1], strict=True)]]
    return [tuple(row) for row in rows], merged


def cell_text(rows: Iterable[Row]) -> str:
    """The text of a cell, its lines run together."""
    text = ""
    for row in rows:
        text = glued(text, row.text) if text else row.text
    return close_gaps(text.replace("\t", " "))


def _is_cut(rows: list[tuple[str, ...]], first: tuple[str, ...]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Its first cell that every row above fills is empty, and something above stops without an end.
    """
    body = rows[1:]
    keyed = [column for column in range(len(first)) if body and all(row[column] for row in body)]
    if not keyed or first[keyed[0]]:
        return False
    return any(text and rows[-1][i] and rows[-1][i][-1] not in FINAL for i, text in enumerate(first))
