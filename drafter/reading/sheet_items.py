"""Sheets become lines, tables and boxes: running heads off, columns in order, paragraphs and tables whole again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from drafter.reading.lines import Frame, Grid, Item, Line, close_gaps
from drafter.reading.sheet_columns import columns_of
from drafter.reading.sheet_margins import without_running
from drafter.reading.sheet_paragraphs import Measure, Placed, measure_of, paragraphs, shifted
from drafter.reading.sheet_rules import SNAP, Cell, Ruled, ruled_tables
from drafter.reading.sheets import Piece, Row, Sheet, rows_of


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A table on a page with the pieces in each of its cells."""

    table: Ruled
    words: tuple[tuple[Cell, tuple[Piece, ...]], ...]

    @property
    def bottom(self) -> float:
        return self.table.bottom


_Part = list[Placed] | _Drawn


def items_of(sheets: Sequence[Sheet]) -> tuple[Item, ...]:
    """The items of a document from its pages in order."""
    drawn, loose = _drawn_and_loose(sheets)
    pages = without_running(sheets, [rows_of(pieces) for pieces in loose])
    columns = [columns_of(rows) for rows in pages]
    measures = _measures(sheets, columns)
    parts: list[_Part] = []
    for sheet, tables, blocks in zip(sheets, drawn, columns, strict=True):
        parts.extend(_parts(sheet, tables, blocks, measures))
    return tuple(_with_whole_tables(_items(_with_whole_boxes(parts))))


def _drawn_and_loose(sheets: Sequence[Sheet]) -> tuple[list[list[_Drawn]], list[list[Piece]]]:
    """The tables of every page with their words, and the words outside them."""
    found = [ruled_tables(sheet.rules) for sheet in sheets]
    found = _without_page_borders(sheets, found)
    drawn: list[list[_Drawn]] = []
    loose: list[list[Piece]] = []
    for sheet, tables in zip(sheets, found, strict=True):
        inside: dict[int, list[Piece]] = {}
        rest: list[Piece] = []
        for piece in sheet.pieces:
            place = next((i for i, table in enumerate(tables) if table.holds(*_middle(piece))), None)
            (rest if place is None else inside.setdefault(place, [])).append(piece)
        drawn.append([_filled(tables[place], pieces) for place, pieces in sorted(inside.items())])
        loose.append(rest)
    return drawn, loose


def _middle(piece: Piece) -> tuple[float, float]:
    return (piece.left + piece.right) / 2, piece.base + 0.35 * piece.size


def _without_page_borders(sheets: Sequence[Sheet], found: list[list[Ruled]]) -> list[list[Ruled]]:
    """The tables without frames drawn around whole pages (page numbers stand inside those), and without inner tables."""
    borders = [
        [table for table in tables if len(table.cells) == 1 and all(table.holds(*_middle(p)) for p in sheet.pieces)]
        for sheet, tables in zip(sheets, found, strict=True)
    ]
    bordered = sum(map(bool, borders)) * 2 > len(sheets)
    return [
        _outermost([table for table in tables if not (bordered and table in border)])
        for tables, border in zip(found, borders, strict=True)
    ]


def _outermost(tables: list[Ruled]) -> list[Ruled]:
    return [
        table
        for table in tables
        if not any(
            other is not table and other.holds(table.left, table.bottom) and other.holds(table.right, table.top)
            for other in tables
        )
    ]


def _filled(table: Ruled, pieces: list[Piece]) -> _Drawn:
    words: dict[Cell, list[Piece]] = {cell: [] for cell in table.cells}
    for piece in pieces:
        x, y = _middle(piece)
        cell = next((cell for cell in table.cells if cell.holds(x, y)), None)
        if cell is not None:
            words[cell].append(piece)
    return _Drawn(table, tuple((cell, tuple(inside)) for cell, inside in words.items()))


_Key = tuple[int, int, int]


def _measures(sheets: Sequence[Sheet], columns: Sequence[list[tuple[int, list[Row]]]]) -> dict[_Key, Measure]:
    """The measure of every kind of column: by the width of the page and which column it is."""
    rows: dict[_Key, list[Row]] = {}
    for sheet, blocks in zip(sheets, columns, strict=True):
        for column, block in blocks:
            rows.setdefault(_key(sheet, column), []).extend(block)
    return {key: measure for key, found in rows.items() if (measure := measure_of(found))}


def _key(sheet: Sheet, column: int) -> _Key:
    return round(sheet.width), round(sheet.height), column


def _parts(
    sheet: Sheet, tables: Iterable[_Drawn], blocks: Sequence[tuple[int, list[Row]]], measures: dict[_Key, Measure]
) -> Iterator[_Part]:
    """The text and the tables of a page in reading order."""
    waiting = list(tables)
    for column, block in blocks:
        measure = shifted(measures[_key(sheet, column)], block)
        run: list[Placed] = []
        for index, row in enumerate(block):
            while waiting and waiting[0].table.top > row.base and _same_column(waiting[0].table, row, column):
                yield run
                yield waiting.pop(0)
                run = []
            run.append(Placed(row, measure, index == 0))
        yield run
    yield from waiting


def _same_column(table: Ruled, row: Row, column: int) -> bool:
    return column == 0 or (table.left < row.right and row.left < table.right)


def _with_whole_boxes(parts: Iterable[_Part]) -> Iterator[_Part]:
    """The parts with text that runs on from page to page in one, empty parts left out."""
    text: list[Placed] = []
    for part in parts:
        if isinstance(part, _Drawn):
            if text:
                yield text
            yield part
            text = []
        else:
            text = [*text, *part]
    if text:
        yield text


def _items(parts: Iterable[_Part]) -> Iterator[Item | _Box]:
    for part in parts:
        if isinstance(part, list):
            yield from paragraphs(part)
        elif part.table.one_column:
            yield _Box(part.table, tuple(_inside(part)))
        elif any(words for _, words in part.words):
            yield _grid(part)
"""
