"""Sheets become lines, tables and boxes: running heads off, columns in order, paragraphs and tables whole again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from drafter.reading.doubts import Told
from drafter.reading.lines import Item, Line
from drafter.reading.sheet_columns import Block, columns_of
from drafter.reading.sheet_footnotes import without_footnotes
from drafter.reading.sheet_looks import looks_of
from drafter.reading.sheet_margins import without_running
from drafter.reading.sheet_paragraphs import Level, Measure, Placed, measure_of, paragraphs, shifted
from drafter.reading.sheet_tables import Drawn, drawn_and_loose, frame_of, goes_on, grid_of
from drafter.reading.sheets import Row, Sheet, rows_of

FEW = 8
"""Rows from which on the longest shows where the right edge of the text is."""
_Part = Placed | Drawn
_Key = tuple[int, int, int]


def items_of(sheets: Sequence[Sheet], told: Told | None = None) -> tuple[Item, ...]:
    """The items of a document from its pages in order; what is no part of the text is left out and told."""
    told = told or Told()
    drawn, loose = drawn_and_loose(sheets)
    rows = without_running(sheets, [rows_of(pieces) for pieces in loose], told)
    pages = [columns_of(page) for page in without_footnotes(sheets, rows, told)]
    measures = _measures(sheets, pages)
    parts = [
        part
        for sheet, tables, blocks in zip(sheets, drawn, pages, strict=True)
        for part in _parts(sheet, tables, blocks, measures)
    ]
    looks = looks_of(part for part in parts if isinstance(part, Placed))
    return tuple(_items(_with_whole_tables(parts), looks.level))


def _measures(sheets: Sequence[Sheet], pages: Sequence[list[Block]]) -> dict[_Key, Measure]:
    """The measure of every kind of column: by the size of the page and which column it is."""
    found: dict[_Key, list[Row]] = {}
    for sheet, blocks in zip(sheets, pages, strict=True):
        for column, block in blocks:
            found.setdefault(_key(sheet, column), []).extend(block)
    return {key: _roomy(measure, key, len(rows)) for key, rows in found.items() if (measure := measure_of(rows))}


def _roomy(measure: Measure, key: _Key, count: int) -> Measure:
    """The measure; of only a few rows none need reach the right edge, so the margins are taken as equal."""
    width, _, column = key
    if column or count >= FEW:
        return measure
    return replace(measure, right=max(measure.right, width - measure.left))


def _key(sheet: Sheet, column: int) -> _Key:
    return round(sheet.width), round(sheet.height), column


def _parts(
    sheet: Sheet, tables: Sequence[Drawn], blocks: Sequence[Block], measures: dict[_Key, Measure]
) -> Iterator[_Part]:
    """The rows and the tables of a page in reading order."""
    waiting = list(tables)
    for column, rows in blocks:
        measure = shifted(measures[_key(sheet, column)], rows)
        for index, row in enumerate(rows):
            while waiting and waiting[0].base > row.base and _is_beside(waiting[0], measure):
                yield waiting.pop(0)
            yield Placed(row, measure, index == 0)
    yield from waiting


def _is_beside(drawn: Drawn, measure: Measure) -> bool:
    """Whether a table stands in a column."""
    return drawn.table.left < measure.right and measure.left < drawn.table.right


def _with_whole_tables(parts: Iterable[_Part]) -> Iterator[_Part]:
    """The parts, with tables that follow each other directly and have the same columns made one."""
    open_: Drawn | None = None
    for part in parts:
        if isinstance(part, Drawn) and open_ and part.base > open_.table.bottom and goes_on(open_, part):
            open_ = replace(open_, below=(*open_.below, part))
            continue
        if open_:
            yield open_
        open_ = part if isinstance(part, Drawn) else None
        if open_ is None:
            yield part
    if open_:
        yield open_


def _items(parts: Iterable[_Part], level: Level) -> Iterator[Item]:
    """The items; a line right above a table is its caption and no heading."""
    lines: list[Line] = []
    for is_text, group in groupby(parts, key=lambda part: isinstance(part, Placed)):
        if is_text:
            lines = list(paragraphs([part for part in group if isinstance(part, Placed)], level))
            continue
        yield from (*lines[:-1], *(replace(line, heading=0) for line in lines[-1:]))
        lines = []
        for part in group:
            if isinstance(part, Drawn):
                item = frame_of(part) if part.table.one_column else grid_of(part)
                if item is not None:
                    yield item
    yield from lines
