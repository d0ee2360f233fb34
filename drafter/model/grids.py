"""Rows and columns of tables, lines of boxes: put in and taken out."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.document import Paragraph, ParagraphId, Table
from drafter.model.draft import Draft, references
from drafter.model.path import Path, part_at, with_part
from drafter.model.wording import without_unused


def table_path(path: Path) -> tuple[Path, int, int] | None:
    """(path of the table, row, column) of the words at a path; row -1 is the head; None outside of tables."""
    for name in ("rows", "columns"):
        if name in path:
            place = len(path) - 1 - path[::-1].index(name)
            if name == "rows":
                row, column = path[place + 1], path[place + 2]
            else:
                row, column = -1, path[place + 1]
            assert isinstance(row, int)
            assert isinstance(column, int)
            return path[:place], row, column
    return None


def add_row(draft: Draft, path: Path, at: int) -> Draft:
    """The draft with an empty row in the table at a path, as row number `at`."""
    table: Table = part_at(draft.document, path)
    width = max(len(table.columns), *(len(row) for row in table.rows), 1)
    cells = tuple(Paragraph(id=ParagraphId(draft.next_id + number)) for number in range(width))
    rows = (*table.rows[:at], cells, *table.rows[at:])
    return _with_table(replace(draft, next_id=draft.next_id + width), path, replace(table, rows=rows))


def remove_row(draft: Draft, path: Path, at: int) -> Draft:
    """The draft without a row of a table."""
    table: Table = part_at(draft.document, path)
    gone = tuple(ref.slot for cell in table.rows[at] for ref in references(cell.spans))
    after = _with_table(draft, path, replace(table, rows=(*table.rows[:at], *table.rows[at + 1 :])))
    return without_unused(draft, after, gone)


def add_column(draft: Draft, path: Path, at: int) -> Draft:
    """The draft with an empty column in a table."""
    table: Table = part_at(draft.document, path)
    rows = tuple(
        (*row[:at], Paragraph(id=ParagraphId(draft.next_id + number)), *row[at:])
        for number, row in enumerate(table.rows)
    )
    columns = (*table.columns[:at], "", *table.columns[at:])
    merged = tuple(one + (one >= at) for one in table.merged)
    new = replace(table, rows=rows, columns=columns, merged=merged)
    return _with_table(replace(draft, next_id=draft.next_id + len(rows)), path, new)


def remove_column(draft: Draft, path: Path, at: int) -> Draft:
    """The draft without a column of a table; the last one stays."""
    table: Table = part_at(draft.document, path)
    if len(table.columns) < 2:
        return draft
    gone = tuple(ref.slot for row in table.rows for cell in row[at : at + 1] for ref in references(cell.spans))
    rows = tuple((*row[:at], *row[at + 1 :]) for row in table.rows)
    columns = (*table.columns[:at], *table.columns[at + 1 :])
    merged = tuple(one - (one > at) for one in table.merged if one != at)
    after = _with_table(draft, path, replace(table, rows=rows, columns=columns, merged=merged))
    return without_unused(draft, after, gone)


def _with_table(draft: Draft, path: Path, table: Table) -> Draft:
    return replace(draft, document=with_part(draft.document, path, table))
