"""Names that belong to one place and carry no place in them (黄鹤楼, 歌尔股份), and words that belong to nobody.

Tables: `templates/names.csv` (名称, 类别, 地区), `templates/common.csv` (词语, 类别) and `templates/plain.csv` (词语),
the words that plans are made of, written by `scripts/plain_words.py`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.adapting.matcher import Matcher
from drafter.errors import BadRecipe


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name, its kind (企业, 景区, 提法, 园区, 高校), whose it is (武汉市), and how that is known ("": the table)."""

    name: str
    kind: str
    region: str
    why: str = ""


class OwnNames:
    """Known names by whose they are; read-only after loading."""

    def __init__(self, names: Iterable[OwnName] = ()) -> None:
        self._names = {one.name: one for one in names}
        self._matcher = Matcher(self._names)

    def with_names(self, more: Iterable[OwnName]) -> OwnNames:
        """These names and more; those of the table stay as they are."""
        return OwnNames((*more, *self._names.values()))

    def find(self, text: str) -> Iterator[tuple[int, int, OwnName]]:
        """(start, end, name) of the known names in a text, left to right, the longest at each spot."""
        for start, end, name in self._matcher.longest(text):
            yield start, end, self._names[name]


def load_own_names(path: Path) -> OwnNames:
    """The names in a CSV file; raises BadRecipe with the line of a mistake."""
    return OwnNames(OwnName(name, kind, region) for name, kind, region in _rows(path, ("名称", "类别", "地区")))


def load_common(path: Path) -> frozenset[str]:
    """The words in a CSV file that every place uses; raises BadRecipe with the line of a mistake."""
    return frozenset(word for word, _ in _rows(path, ("词语", "类别")))


def load_plain(path: Path) -> frozenset[str]:
    """The words in a CSV file that plans are made of; raises BadRecipe with the line of a mistake."""
    return frozenset(word for (word,) in _rows(path, ("词语",)))


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadRecipe(f"{path} 读不出来：{error}。", "请另存为 UTF-8 编码的 CSV 文件。") from error
    if not rows or tuple(rows[0]) != columns:
        raise BadRecipe(f"{path.name} 第 1 行的列名不对。", f"应为：{'、'.join(columns)}。")
    for line, row in enumerate(rows[1:], 2):
        if len(row) != len(columns) or not all(cell.strip() for cell in row):
            raise BadRecipe(f"{path.name} 第 {line} 行不完整。", f"每行应有 {len(columns)} 格，都要填写。")
        yield tuple(cell.strip() for cell in row)
