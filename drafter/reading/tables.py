"""Tables: rows of text become a Table, with what a page break or a merged cell took away put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.model.document import Paragraph, Span, Table
from drafter.model.numbering import parse_decimal, parse_number
from drafter.reading.lines import Frame, Grid, Item, Line, close_gaps, key_of
from drafter.reading.naming import is_body

LEAST_ROWS = 2
"""Fewer lines with tabs than this are lines with tabs, not a table."""
_OF_PLACES = frozenset("国省市州盟县区旗镇乡各")
"""What the name of a body begins with that cannot be the rest of the name above it."""
HEADER_MOST = 20
"""Characters that a cell of a header row has at most."""


def with_grids(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with every run of tabbed or piped lines made one Grid, and stray tabs made spaces."""
    result: list[Item] = []
    run: list[Line] = []
    for item in items:
        if isinstance(item, Line) and _is_row(item.text):
            run.append(item)
            continue
        if run:
            result.extend(_run(run))
            run = []
        if isinstance(item, Line) and "\t" in item.text:
            result.append(replace(item, text=_untabbed(item.text)))
        elif isinstance(item, Frame):
            result.append(replace(item, items=with_grids(item.items)))
        else:
            result.append(item)
    result.extend(_run(run))
    return tuple(result)


def _is_row(text: str) -> bool:
    if "\t" not in text and "|" not in text:
        return False
    if text.lstrip().startswith("|"):
        return text.count("|") > 1
    cells = [cell for cell in text.split("\t") if cell.strip()]
    if "\t" not in text or len(cells) > 2:
        return "\t" in text
    entry = len(cells) == 2 and bool(parse_decimal(cells[0].strip())) and cells[1].strip().isdecimal()
    return not (entry or parse_number(text.lstrip()))


def _run(run: list[Line]) -> Iterator[Item]:
    rows = [_cells(line.text) for line in run]
    width = max((len(row) for row in rows), default=0)
    if len(run) < LEAST_ROWS or width < 2:
        yield from (replace(line, text=text) for line in run if (text := _untabbed(line.text.strip("| \t"))))
        return
    yield Grid(tuple((*row, *("",) * (width - len(row))) for row in rows if not _is_separator(row)), gap=run[0].gap)


def _untabbed(text: str) -> str:
    return close_gaps(text.replace("\t", " ")) if "\t" in text else text


def _cells(text: str) -> tuple[str, ...]:
    if text.lstrip().startswith("|"):
        return tuple(close_gaps(cell) for cell in text.strip().strip("|").split("|"))
    return tuple(close_gaps(cell) for cell in text.split("\t"))


def _is_separator(row: tuple[str, ...]) -> bool:
    return any(row) and all(set(cell) <= set("-:— ") for cell in row)


def table_of(grid: Grid, caption: str, spans: Callable[[str], tuple[Span, ...]]) -> Table:
    """The table of a grid: header, rows without the headers printed again on later pages, merged cells filled in."""
    rows = [row for row in grid.rows if any(row)]
    header = rows[0] if rows and _is_header(rows[0]) else ()
    keys = _keys(header)
    body = [row for row in rows[1 if header else 0 :] if not header or _keys(row) != keys]
    columns = header or ("",) * (len(rows[0]) if rows else 0)
    if grid.merged is None:
        merged = tuple(column for column in range(len(columns)) if _is_merged(body, column))
        body = _filled(body, merged)
    else:
        merged = grid.merged
    cells = tuple(tuple(Paragraph(spans(cell)) for cell in row) for row in body)
    return Table(columns, cells, caption, merged)


def with_one_header(rows: Sequence[tuple[str, ...]], depth: int) -> tuple[tuple[str, ...], ...]:
    """The rows with the first `depth`, over which headings are merged, made one header: 目标/2025年."""
    if depth < 2 or len(rows) <= depth:
        return tuple(rows)
    header = ("/".join(dict.fromkeys(filter(None, column))) for column in zip(*rows[:depth], strict=True))
    return (tuple(header), *rows[depth:])


def cell_of(pieces: Sequence[str]) -> str:
    """The text of a cell from its paragraphs; names of bodies below each other are parted by 、."""
    text = "".join(pieces[:1])
    for above, piece in pairwise(pieces):
        text += f"、{piece}" if piece[:1] in _OF_PLACES and is_body(above) and is_body(piece) else piece
    return text


def _keys(row: tuple[str, ...]) -> list[str]:
    return [key_of(cell) for cell in row]


def _is_header(row: tuple[str, ...]) -> bool:
    return all(len(cell) <= HEADER_MOST and not cell.endswith("。") for cell in row) and sum(map(bool, row)) * 2 > len(
        row
    )


def _is_merged(rows: list[tuple[str, ...]], column: int) -> bool:
    """Whether the blank cells of a column continue the cell above.

    So it is where the column stands left of the longest texts (it groups them), begins with text, has blanks, and
    does not print the same text in two rows one under the other more often than page breaks would make it.
    """
    cells = [row[column] for row in rows]
    if not cells or not cells[0] or all(cells):
        return False
    lengths = [sum(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    repeated = sum(bool(a) and a == b for a, b in pairwise(cells))
    blank = len(cells) - sum(map(bool, cells))
    return column < lengths.index(max(lengths)) and repeated < blank


def _filled(rows: list[tuple[str, ...]], merged: tuple[int, ...]) -> list[tuple[str, ...]]:
    filled: list[tuple[str, ...]] = []
    for row in rows:
        above = filled[-1] if filled else row
        filled.append(tuple(above[i] if i in merged and not cell else cell for i, cell in enumerate(row)))
    return filled
