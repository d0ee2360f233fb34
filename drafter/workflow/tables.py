"""The tables a bureau edits: taken out to Excel, and brought in again as its own rows over those of the program."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter import resources
from drafter.adapting.directory import load_directory
from drafter.adapting.gazetteer import load_gazetteer
from drafter.adapting.ownnames import load_common, load_own_names
from drafter.checking.outdated_words import load_outdated
from drafter.draftfile import write_whole
from drafter.errors import BadRecipe, CannotWrite, NotFound
from drafter.model.rows import Row, table_rows
from drafter.reading.spreadsheet import spreadsheet_rows
from drafter.workflow.checks import outdated_words
from drafter.workflow.given import knowledge, own_tables


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what it is called, its columns (the first tells rows apart), and who reads it."""

    name: str
    label: str
    load: Callable[[Path, Path | None], object]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    @property
    def shipped(self) -> Path:
        """The rows that come with the program."""
        return resources.templates() / self.file

    @property
    def own(self) -> Path:
        """The bureau's own rows; the file may not be there."""
        return own_tables() / self.file

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of its columns."""
        with self.shipped.open(encoding="utf-8-sig", newline="") as file:
            return tuple(next(csv.reader(file)))

    def rows(self) -> tuple[Row, ...]:
        """The rows that count now, the bureau's own among them."""
        return table_rows(self.shipped, self.label, self.columns, self.own)


TABLES = (
    Table("agencies", "机构名录", load_directory),
    Table("gazetteer", "地名表", load_gazetteer),
    Table("names", "专名表", load_own_names),
    Table("common", "通用词语表", load_common),
    Table("outdated", "过时用语表", load_outdated),
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that a file changed: its key, and (column, before, now) of the cells; a new row has no `before`."""

    key: str
    cells: tuple[tuple[str, str, str], ...]
    new: bool


@dataclass(frozen=True, slots=True)
class TableImport:
    """What a file did to a table: how many rows it has, and which were new or changed."""

    table: Table
    rows: int
    changed: tuple[Changed, ...]


def import_lines(done: TableImport) -> list[str]:
    """What a planner is told of an import: how many rows, then every row that is new or changed."""
    new = sum(one.new for one in done.changed)
    head = (
        f"{done.table.label}：读到 {done.rows} 行，新增 {new} 行，修改 {len(done.changed) - new} 行，其余与现有的相同。"
    )
    lines = [head]
    for one in done.changed:
        cells = [
            f"{column} {now}" if one.new else f"{column} {before or '（空）'} → {now or '（空）'}"
            for column, before, now in one.cells
        ]
        lines.append(f"{'新增' if one.new else '修改'}　{one.key}：{'；'.join(cells[1:] if one.new else cells)}")
    return lines


def table_named(wanted: str) -> Table:
    """The table of a name (agencies, 机构名录); raises NotFound."""
    for table in TABLES:
        if wanted in (table.name, table.label):
            return table
    raise NotFound(f"没有叫“{wanted}”的表。", f"可选：{'、'.join(f'{one.name}（{one.label}）' for one in TABLES)}。")


def export_table(table: Table, path: Path) -> None:
    """Write the rows that count now for Excel and WPS; raises CannotWrite, also where the file is there already."""
    if path.exists():
        raise CannotWrite(f"{path} 已经在了，没有写出。", "请另取一个文件名。")
    write_whole(path, _csv(table.columns, ([*row.cells.values()] for row in table.rows())))


def import_table(path: Path) -> TableImport:
    """What the rows of a file changed in the table whose columns it has; they count from now on.

    Rows the file does not have stay as they are. Raises UnreadableFile, or BadRecipe with row and column.
    """
    rows = spreadsheet_rows(path)
    table = _table_of(rows, path)
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / f"{path.stem}.csv"
        given.write_bytes(_csv((), _as_wide_as_head(rows, path)))
        table.load(table.shipped, given)
        new = table_rows(given, table.label, table.columns)
    before = {row.cells[table.columns[0]]: row.cells for row in table.rows()}
    changed = tuple(one for row in new if (one := _changed(row, before, table.columns[0])))
    _keep(table, new)
    return TableImport(table, len(new), changed)


def reset_table(table: Table) -> bool:
    """Whether there were own rows; only those of the program count from now on. Raises CannotWrite."""
    there = table.own.is_file()
    try:
        table.own.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(f"不能删去 {table.own}：{error.strerror}。", "请检查文件夹权限。") from error
    _read_again()
    return there


def _read_again() -> None:
    knowledge.cache_clear()
    outdated_words.cache_clear()


def _table_of(rows: list[list[str]], path: Path) -> Table:
    head = set(rows[0]) if rows else set[str]()
    fits = [table for table in TABLES if set(table.columns) <= head]
    if fits:
        return max(fits, key=lambda table: len(table.columns))
    near = max(TABLES, key=lambda table: len(head & set(table.columns)))
    missing = [column for column in near.columns if column not in head]
    if len(missing) == len(near.columns):
        raise BadRecipe(
            f"{path.name} 的第 1 行不是列名，认不出是哪张表。", "请先导出现有的表，在它上面改；列名和次序不要动。"
        )
    raise BadRecipe(
        f"{near.label} {path.name} 第 1 行缺少列：{'、'.join(missing)}。", "请补上这些列名，或先导出现有的表再改。"
    )


def _as_wide_as_head(rows: list[list[str]], path: Path) -> list[list[str]]:
    """The rows with empty cells where Excel leaves them out; raises BadRecipe where a row is wider than the head."""
    width = len(rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) > width:
            raise BadRecipe(
                f"{path.name} 第 {number} 行第 {width + 1} 列多出一格“{row[width]}”。",
                "请删去，或看前面的格里是否多了一个逗号。",
            )
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _changed(row: Row, before: dict[str, dict[str, str]], key: str) -> Changed | None:
    old = before.get(row.cells[key])
    if old == row.cells:
        return None
    cells = tuple((column, (old or {}).get(column, ""), now) for column, now in row.cells.items())
    return Changed(row.cells[key], tuple(one for one in cells if one[1] != one[2]), old is None)


def _keep(table: Table, new: Iterable[Row]) -> None:
    """Keep the rows that are others than the program's; own rows kept before stay where the file has none."""
    columns, key = table.columns, table.columns[0]
    shipped = {row.cells[key]: row.cells for row in table_rows(table.shipped, table.label, columns)}
    kept = table_rows(table.own, table.label, columns) if table.own.is_file() else ()
    rows = {row.cells[key]: row.cells for row in (*kept, *new)}
    data = _csv(columns, [list(cells.values()) for name, cells in rows.items() if shipped.get(name) != cells])
    with tempfile.TemporaryDirectory() as folder:
        together = Path(folder) / table.file
        together.write_bytes(data)
        table.load(table.shipped, together)
    try:
        table.own.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"不能写入 {table.own.parent}：{error.strerror}。", "请检查文件夹权限。") from error
    write_whole(table.own, data)
    _read_again()


def _csv(columns: tuple[str, ...], rows: Iterable[list[str]]) -> bytes:
    """A CSV file as Excel shows it rightly: UTF-8 with byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    if columns:
        writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
