"""Numbers of several plans as pictures in a spreadsheet: how much each has (a heat map), and bars with a chart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from drafter.model.document import Table
from drafter.writing.layout import FANGSONG, HEITI
from drafter.writing.ledger import CREATED, write_table
from drafter.writing.ooxml import legal

_BLUE, _AMBER, _LINE = "#5B8DB8", "#FFF2D3", "#DBDBD4"
_CHARTED = 24
"""So many rows at most are drawn in the chart: more cannot be read."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A sheet of numbers: what the rows are, the columns, each row's label with its numbers (None where it has none).

    `share` says that numbers are parts of 1, drawn as bars and in a chart; others are a heat map, row by row the
    darkest where most is, `lacking` the column whose empty cells stand out.
    """

    name: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float | None, ...]], ...]
    share: bool = False
    lacking: int | None = None


def charted_bytes(numbers: Sequence[Numbers], tables: Sequence[tuple[str, Table]]) -> bytes:
    """A spreadsheet with the pictures first, then the tables, each on a sheet of its own."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        for one in numbers:
            _write_numbers(book, one)
        for name, table in tables:
            write_table(book, name, table)
    return out.getvalue()


def _write_numbers(book: Any, numbers: Numbers) -> None:  # noqa: ANN401 - xlsxwriter has no types
    sheet = book.add_worksheet(numbers.name)
    shared = {"border": 1, "border_color": _LINE, "valign": "vcenter", "font_size": 11}
    head = book.add_format({**shared, "font_name": HEITI.chinese, "align": "center"})
    body = book.add_format({**shared, "font_name": FANGSONG.chinese, "text_wrap": True})
    figure = book.add_format({**shared, "num_format": "0%" if numbers.share else "#,##0"})
    lacking = book.add_format({**shared, "bg_color": _AMBER, "align": "center"})
    for column, text in enumerate((numbers.head, *numbers.columns)):
        sheet.write_string(0, column, legal(text), head)
    for number, (label, values) in enumerate(numbers.rows, 1):
        sheet.write_string(number, 0, legal(label), body)
        for column, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(number, column, value, figure)
            elif column - 1 == numbers.lacking:
                sheet.write_string(number, column, "—", lacking)
            else:
                sheet.write_blank(number, column, None, figure)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, len(numbers.columns), 14)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    (_bars if numbers.share else _heat)(book, sheet, numbers)


def _heat(_: Any, sheet: Any, numbers: Numbers) -> None:  # noqa: ANN401
    """Every row has a scale of its own: a long chapter does not make short sections pale."""
    scale = {"type": "2_color_scale", "min_type": "num", "min_value": 0, "min_color": "#FFFFFF", "max_color": _BLUE}
    for number in range(1, len(numbers.rows) + 1):
        sheet.conditional_format(number, 1, number, len(numbers.columns), scale)


def _bars(book: Any, sheet: Any, numbers: Numbers) -> None:  # noqa: ANN401
    """Bars in the cells, and one chart beside them."""
    bar = {"type": "data_bar", "bar_color": _BLUE, "bar_solid": True, "min_type": "num", "min_value": 0}
    last, columns = len(numbers.rows), len(numbers.columns)
    sheet.conditional_format(1, 1, last, columns, {**bar, "max_type": "num", "max_value": 1})
    chart = book.add_chart({"type": "bar"})
    shown = min(last, _CHARTED)
    for column in range(1, columns + 1):
        chart.add_series(
            {
                "name": [numbers.name, 0, column],
                "categories": [numbers.name, 1, 0, shown, 0],
                "values": [numbers.name, 1, column, shown, column],
            }
        )
    chart.set_title({"name": numbers.name, "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"num_format": "0%", "min": 0, "major_gridlines": {"visible": True, "line": {"color": _LINE}}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": 120 + 18 * shown * columns})
    sheet.insert_chart(0, columns + 2, chart)
