"""Names that belong to one place and carry no place in them (黄鹤楼, 歌尔股份), and words that belong to nobody.

Tables: `templates/names.csv` (名称, 类别, 地区), `templates/common.csv` (词语, 类别) and `templates/plain.csv` (词语),
the words that plans are made of, written by `scripts/plain_words.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.adapting.matcher import Matcher
from drafter.model.rows import table_rows


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


def load_own_names(path: Path, own: Path | None = None) -> OwnNames:
    """The names in a CSV file, with own ones; raises BadRecipe with the line of a mistake."""
    rows = table_rows(path, "专名表", ("名称", "类别", "地区"), own)
    return OwnNames(OwnName(*row.filled().cells.values()) for row in rows)


def load_common(path: Path, own: Path | None = None) -> frozenset[str]:
    """The words in a CSV file that every place uses, with own ones; raises BadRecipe with the line of a mistake."""
    return frozenset(row.filled().cells["词语"] for row in table_rows(path, "通用词语表", ("词语", "类别"), own))


def load_plain(path: Path) -> frozenset[str]:
    """The words in a CSV file that plans are made of; raises BadRecipe with the line of a mistake."""
    return frozenset(row.filled().cells["词语"] for row in table_rows(path, "常用词语表", ("词语",)))
