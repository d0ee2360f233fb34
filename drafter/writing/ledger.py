"""Tables as a spreadsheet (.xlsx): every cell is text as it stands, never a formula."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from drafter.model.document import Table
from drafter.model.walk import Shown, blank, text_of
from drafter.writing.layout import FANGSONG, HEITI, width
from drafter.writing.ooxml import legal

_CELL_MOST = 32_767
"""Characters a cell of a spreadsheet holds."""
_NARROW, _WIDE = 6, 48
"""Columns are as wide as their longest cell between these, characters of a half."""
CREATED = datetime(2012, 7, 1)  # noqa: DTZ001 - a fixed day: the same tables give the same bytes


def ledger_bytes(tables: tuple[tuple[str, Table], ...], shown: Shown = blank) -> bytes:
    """The tables, each with its name on a sheet of its own: a head that stays in sight, is repeated, and filters."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        for name, table in tables:
            write_table(book, name, table, shown)
    return out.getvalue()


def write_table(book: Any, name: str, table: Table, shown: Shown = blank) -> None:  # noqa: ANN401 - it has no types
    """Put a table on a sheet of its own into a workbook of xlsxwriter."""
    shared = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_size": 11}
    head = book.add_format({**shared, "font_name": HEITI.chinese, "align": "center"})
    body = book.add_format({**shared, "font_name": FANGSONG.chinese})
    sheet = book.add_worksheet(name)
    rows = [
        table.columns,
        *(tuple(one.marker + text_of(one.spans, shown) for one in row) for row in table.rows),
    ]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(number, column, legal(text)[:_CELL_MOST], body if number else head)
    for column in range(len(table.columns)):
        longest = max(2 * width(row[column]) for row in rows if column < len(row))
        sheet.set_column(column, column, min(max(longest + 2, _NARROW), _WIDE))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows) - 1, len(table.columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
