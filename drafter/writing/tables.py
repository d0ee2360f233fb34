"""Tables: columns as wide as their content needs, the head on every page, equal neighbours merged."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.model.document import Paragraph, Table
from drafter.writing import layout
from drafter.writing.inline import Ink
from drafter.writing.layout import FANGSONG, HEITI, width
from drafter.writing.ooxml import HEADER_ROW, WHOLE_ROW, cell, empty, paragraph, row, runs

_LATIN = re.compile("[!-~]+")
_EM = layout.SIZE_SMALL_4 * 10
_SHORT = 8  # characters: a column of such cells is as wide as the longest of them, and centred
_LEAST = 5  # characters a column of longer cells has before the rest is shared
_COMFORT = 16  # characters: a wider column is not needed to read a long text
_CROWDED = 1.3  # how many times the comfortable width of the columns may exceed the page
_SHARE = 0.9  # how the others share what is left: 0 evenly, 1 in proportion to what they hold
_WIDE_FROM = 5  # columns
_HIGH_FROM = 18  # lines; a landscape page has 22
_MIDDLE = empty("vAlign", val="center")
_EMPTY_CELL = paragraph("TableText")


class Shape(NamedTuple):
    """Widths of columns (twips), which of them are centred, and the cells (row, column) that go on the one above."""

    widths: tuple[int, ...]
    centred: tuple[bool, ...]
    continued: frozenset[tuple[int, int]]


class Grid:
    """A table with the text of its cells, column by column, and how wide each is."""

    def __init__(self, table: Table, ink: Ink) -> None:
        self._table = table
        self._ink = ink
        self._texts = _columns(table, ink)
        self._widths = [list(map(_width, column)) for column in self._texts]

    @property
    def is_wide(self) -> bool:
        """Whether it wants a landscape page: five columns or more that together are crowded on a portrait one."""
        if len(self._widths) < _WIDE_FROM:
            return False
        needed = sum(min(max(column), _COMFORT) * _EM + 2 * layout.CELL_PADDING for column in self._widths)
        return needed > _CROWDED * layout.TEXT_WIDTH

    def shape(self, total: int) -> Shape:
        """How it is set in a width of `total` twips, for who draws it instead of writing it."""
        centred = tuple(max(column[1:], default=0) <= _SHORT for column in self._widths)
        merged = {index: _merges(self._texts[index][1:]) for index in self._table.merged if index < len(self._texts)}
        continued = {(row, index) for index, states in merged.items() for row in states if states[row] == "continue"}
        return Shape(_shared_out(self._widths, total) if self._widths else (), centred, frozenset(continued))

    def printed(self, total: int) -> tuple[tuple[int, ...], str]:
        """The widths of the columns (twips, together `total`) and the rows as XML."""
        if not self._texts:
            return (), ""
        widths = _shared_out(self._widths, total)
        out: list[str] = []
        if any(self._table.columns):
            heads = (paragraph("TableHead", runs(column[0], HEITI)) for column in self._texts)
            out.append(row("".join(map(_head_cell, widths, heads)), WHOLE_ROW, HEADER_ROW))
        columns = [self._column(index, width) for index, width in enumerate(widths)]
        high = self._high(widths)
        rows = enumerate(zip(*columns, strict=True), 1)
        out += (row("".join(cells), "" if number in high else WHOLE_ROW) for number, cells in rows)
        return widths, "".join(out)

    def _high(self, widths: tuple[int, ...]) -> set[int]:
        """The rows (from 1) that may be higher than a page: programs lose text of one that has to stay whole."""
        room = ((width - 2 * layout.CELL_PADDING) / _EM * _HIGH_FROM for width in widths)
        return {
            number
            for column, most in zip(self._widths, room, strict=True)
            if max(column, default=0) > most
            for number, one in enumerate(column)
            if one > most
        }

    def _column(self, index: int, width: int) -> list[str]:
        """The cells of a column under its head."""
        longest = max(self._widths[index][1:], default=0)
        style = "TableCentred" if longest <= _SHORT else "TableText"
        merges = _merges(self._texts[index][1:]) if index in self._table.merged else {}
        out: list[str] = []
        for number, cells in enumerate(self._table.rows):
            state = merges.get(number)
            content = _EMPTY_CELL
            if state != "continue" and index < len(cells):
                content = paragraph(style, words(cells[index], self._ink))
            out.append(cell(width, content, _MIDDLE, empty("vMerge", val=state) if state else ""))
        return out


def _head_cell(width: int, content: str) -> str:
    return cell(width, content, _MIDDLE)


def words(one: Paragraph, ink: Ink) -> str:
    """The marker and the text of a paragraph or cell as runs."""
    printed = ink.runs(one.spans)
    return runs(one.marker, FANGSONG) + printed if one.marker else printed


def _columns(table: Table, ink: Ink) -> list[list[str]]:
    """The text of the cells column by column, the head first; short rows are filled up."""
    count = max(len(table.columns), *(len(cells) for cells in table.rows), 0)
    lines = [list(table.columns), *([one.marker + ink.text(one.spans) for one in cells] for cells in table.rows)]
    return [[line[index] if index < len(line) else "" for line in lines] for index in range(count)]


@lru_cache(4096)  # what stands in cells is often the same: bodies, units, dates
def _width(text: str) -> float:
    """Characters, with room for the gaps some programs put on either side of letters and digits."""
    return width(text) + 0.5 * len(_LATIN.findall(text))


def _shared_out(columns: list[list[float]], total: int) -> tuple[int, ...]:
    """Short columns get what they need; the others share the rest, fuller ones getting more, but not in proportion."""
    needs: dict[int, int] = {}
    weights: dict[int, float] = {}
    for index, (head, *cells) in enumerate(columns):
        longest = max(cells, default=0)
        if longest <= _SHORT:
            needs[index] = round((max(longest, min(head, 4), 2) + 0.5) * _EM) + 2 * layout.CELL_PADDING
        else:
            written = [one for one in cells if one]
            weights[index] = (sum(written) / len(written) + _SHORT) ** _SHARE
    rest = total - sum(needs.values())
    if not weights or rest < len(weights) * 4 * _EM:
        weights = {index: needs.get(index, 8 * _EM) for index in range(len(columns))}
        needs, rest = {}, total
    whole = sum(weights.values())
    least = min(_LEAST * _EM, rest // len(weights) // 2)
    rest -= least * len(weights)
    shared = {index: least + int(rest * weight / whole) for index, weight in weights.items()}
    widths = [needs.get(index, shared.get(index, 0)) for index in range(len(columns))]
    widths[max(weights)] += total - sum(widths)
    return tuple(widths)


def _merges(cells: list[str]) -> dict[int, str]:
    """By row, whether a cell begins (restart) or goes on (continue) one that equals its neighbours."""
    states: dict[int, str] = {}
    for number in range(1, len(cells)):
        if cells[number] and cells[number] == cells[number - 1]:
            states.setdefault(number - 1, "restart")
            states[number] = "continue"
    return states
