"""The rows of a table that a bureau may edit: a CSV file of the program, and the bureau's own rows over it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import BadRecipe


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells by column, where it stands (机构名录 agencies.csv 第 5 行), whether it is the bureau's own."""

    where: str
    cells: dict[str, str]
    own: bool = False

    def filled(self) -> Row:
        """The row itself; raises BadRecipe where a cell is empty."""
        for column, cell in self.cells.items():
            if not cell:
                raise self.wrong(column, "没有填", "每一格都要填写；不要的行请整行删去。")
        return self

    def wrong(self, column: str, what: str, hint: str) -> BadRecipe:
        """The error that names the row and a column, and says what to do."""
        return BadRecipe(f"{self.where}的“{column}”{what}。", hint)


def table_rows(path: Path, label: str, columns: tuple[str, ...], own: Path | None = None) -> tuple[Row, ...]:
    """The rows of a CSV file (UTF-8, with or without byte order mark); those of `own` replace them, by first column.

    Raises BadRecipe with the line where a column is missing or a row has another number of cells.
    """
    rows = _read(path, label, columns)
    if own is None or not own.is_file():
        return rows
    return with_own(rows, _read(own, label, columns, own=True), columns[0])


def with_own(rows: Iterable[Row], own: Iterable[Row], key: str) -> tuple[Row, ...]:
    """The rows with own ones in place of those that have the same key; a new one stands behind its neighbour."""
    known = {row.cells[key]: row for row in rows}
    behind: dict[str, list[Row]] = {}
    before = ""
    for row in own:
        name = row.cells[key]
        if name in known:
            known[name] = row
            before = name
        else:
            behind.setdefault(before, []).append(row)
    merged = [one for name, row in known.items() for one in (row, *behind.get(name, ()))]
    return (*merged, *behind.get("", ()))


def _read(path: Path, label: str, columns: tuple[str, ...], *, own: bool = False) -> tuple[Row, ...]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            lines = [(reader.line_num, line) for line in reader if any(map(str.strip, line))]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadRecipe(f"{label} {path} 读不出来：{error}。", "请另存为 UTF-8 编码的 CSV 文件。") from error
    head = [cell.strip() for cell in lines[0][1]] if lines else []
    if missing := [column for column in columns if column not in head]:
        raise BadRecipe(
            f"{label} {path.name} 第 1 行的列名不对，缺少列：{'、'.join(missing)}。", f"应为：{'、'.join(columns)}。"
        )
    rows: list[Row] = []
    for number, line in lines[1:]:
        where = f"{label} {path.name} 第 {number} 行"
        if line[0].startswith("#"):
            continue
        if len(line) != len(head):
            raise BadRecipe(
                f"{where}的格数不对：有 {len(line)} 格，应为 {len(head)} 格。",
                "请补齐或删去多余的逗号；一格里的多个名称之间用 | 分隔。",
            )
        cells = dict(zip(head, map(str.strip, line), strict=True))
        rows.append(Row(where, {column: cells[column] for column in columns}, own))
    return tuple(rows)
