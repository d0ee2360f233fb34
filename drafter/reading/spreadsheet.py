"""The rows of a table as Excel and WPS keep it: .xlsx, or .csv in UTF-8 or GB18030."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from drafter.errors import UnreadableFile

_SAVE_AS = "请在 Excel 或 WPS 中另存为 .xlsx 或“CSV UTF-8（逗号分隔）”，再导入。"


def spreadsheet_rows(path: Path) -> list[list[str]]:
    """The cells of every row of the first sheet as texts, up to the last that is not empty; raises UnreadableFile."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"打不开 {path}：{error.strerror}。", "请检查文件是否还在原处、是否有权限。") from error
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return _of_workbook(data, path)
    if ending in (".csv", ".txt"):
        return _of_text(data, path)
    raise UnreadableFile(f"{path.name} 不是表格文件。", _SAVE_AS)


def _of_text(data: bytes, path: Path) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        first = text.partition("\n")[0]
        mark = max(",\t;，", key=first.count)
        try:
            return _trimmed([list(map(_printed, row)) for row in csv.reader(io.StringIO(text), delimiter=mark)])
        except csv.Error as error:
            raise UnreadableFile(f"{path.name} 不是完整的 CSV 文件：{error}。", _SAVE_AS) from error
    raise UnreadableFile(f"{path.name} 的文字编码认不出来。", _SAVE_AS)


def _of_workbook(data: bytes, path: Path) -> list[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [[_printed(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, IndexError, SyntaxError) as error:
        raise UnreadableFile(f"{path.name} 读不出来，可能已损坏，或加了密码。", _SAVE_AS) from error
    return _trimmed(rows)


def _printed(value: object) -> str:
    """A cell as it is seen: 2018 for the number 2018.0; line breaks within a cell are spaces."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """The rows without empty cells at their ends, and without empty rows at the end."""
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows
