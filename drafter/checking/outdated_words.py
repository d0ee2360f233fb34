"""The table of outdated wording (`templates/outdated.csv`: 词语, 过时年份, 理由), which a bureau may edit."""

from __future__ import annotations

from pathlib import Path

from drafter.checking.subject import OutdatedWord
from drafter.model.rows import Row, table_rows

_COLUMNS = ("词语", "过时年份", "理由")


def load_outdated(path: Path, own: Path | None = None) -> tuple[OutdatedWord, ...]:
    """The words in a CSV file, with own ones; raises BadRecipe with the line of a mistake."""
    return tuple(_word(row.filled()) for row in table_rows(path, "过时用语表", _COLUMNS, own))


def _word(row: Row) -> OutdatedWord:
    word, since, reason = row.cells.values()
    if not (since.isdecimal() and len(since) == 4):
        raise row.wrong("过时年份", f"写作“{since}”，不是年份", "请写成四位数字，例如 2023。")
    return OutdatedWord(word, int(since), reason)
