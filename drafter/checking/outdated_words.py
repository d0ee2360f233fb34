"""The table of outdated wording (`templates/outdated.csv`: 词语, 过时年份, 理由), which a bureau may edit."""

from __future__ import annotations

import csv
from pathlib import Path

from drafter.checking.subject import OutdatedWord
from drafter.errors import BadRecipe

_COLUMNS = ("词语", "过时年份", "理由")


def load_outdated(path: Path) -> tuple[OutdatedWord, ...]:
    """The words in a CSV file; raises BadRecipe with the line of a mistake."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadRecipe(f"过时用语表 {path} 读不出来：{error}。", "请另存为 UTF-8 编码的 CSV 文件。") from error
    if not rows or tuple(rows[0]) != _COLUMNS:
        raise BadRecipe(f"过时用语表 {path.name} 第 1 行的列名不对。", f"应为：{'、'.join(_COLUMNS)}。")
    return tuple(_word(row, f"过时用语表 {path.name} 第 {line} 行") for line, row in enumerate(rows[1:], 2))


def _word(row: list[str], where: str) -> OutdatedWord:
    if len(row) != len(_COLUMNS) or not all(cell.strip() for cell in row):
        raise BadRecipe(f"{where}不完整。", f"每行应有 {len(_COLUMNS)} 格，都要填写。")
    word, since, reason = (cell.strip() for cell in row)
    if not (since.isdecimal() and len(since) == 4):
        raise BadRecipe(f"{where}的年份“{since}”不对。", "请写成四位数字，例如 2023。")
    return OutdatedWord(word, int(since), reason)
