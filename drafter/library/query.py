"""What a person types to find sections, taken apart: words, fields and where to look.

产业 "示范区 建设"            both in one section; between quotation marks spaces count for nothing
place:济南 kind:行动计划       plans of a place and a kind; 地区: and 文种: mean the same
year>=2023  year:2023-2025   the year a plan begins
heading:保障措施  text:算力     in headings only, in the text only
not:征求意见                   sections without it
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafter.errors import DrafterError
from drafter.library.grams import folded

MOST_WORDS = 32
"""So many words one query may have; what has more is one passage."""


class Scope(StrEnum):
    """Where a word must stand."""

    ANYWHERE = ""
    HEADING = "title"
    TEXT = "body"


@dataclass(frozen=True, slots=True)
class Word:
    """Something that must stand in the section (or must not) in one of its forms, which are folded."""

    forms: tuple[str, ...]
    scope: Scope = Scope.ANYWHERE
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What a plan must be: `field` is a field of its entry, `operator` one of : = < > <= >=."""

    field: str
    operator: str
    value: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart."""

    words: tuple[Word, ...]
    conditions: tuple[Condition, ...]

    @property
    def wanted(self) -> tuple[Word, ...]:
        """The words that must be there."""
        return tuple(word for word in self.words if not word.unwanted)


_FIELDS = {
    "place": "region", "地区": "region", "kind": "kind", "文种": "kind", "year": "year", "年份": "year",
    "number": "number", "文号": "number", "issuer": "issuer", "发文机关": "issuer", "level": "level", "层级": "level",
    "theme": "theme", "主题": "theme", "tag": "tag", "标签": "tag", "plan": "title", "资料": "title", "note": "note",
    "备注": "note", "date": "date", "成文日期": "date", "status": "status",
}  # fmt: skip
_SCOPES = {"heading": Scope.HEADING, "标题": Scope.HEADING, "text": Scope.TEXT, "正文": Scope.TEXT}
_NOT = ("not", "不含")
_NAMES = "|".join([*_FIELDS, *_SCOPES, *_NOT])
_PART = re.compile(rf'(?:({_NAMES})\s*(>=|<=|[><=:：]))?(?:"([^"]*)"|“([^”]*)”(?!\S)|(\S+))', re.IGNORECASE)
_LEVELS = {"国家": "nation", "省": "province", "省级": "province", "市": "city", "市级": "city", "区县": "district",
           "县级": "district", "县": "district", "区": "district"}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")


Forms = dict[str, tuple[str, ...]]
"""For a folded name all names that mean the same, itself first."""


def forms_of(groups: Iterable[tuple[str, ...]]) -> Forms:
    """The names of groups, each group being names that mean the same."""
    found: dict[str, dict[str, None]] = {}
    for group in groups:
        names = {folded(name): None for name in group}
        for name in names:
            found.setdefault(name, {name: None}).update(names)
    return {name: tuple(names) for name, names in found.items()}


def parse(typed: str, forms: Forms | None = None) -> Query:
    """A query taken apart; `forms` gives for a folded word the names that mean the same.

    So many words as nobody types are a passage that was pasted, and looked for as a whole. Raises DrafterError where a
    year is none.
    """
    words: list[Word] = []
    conditions: list[Condition] = []
    for found in _PART.finditer(typed):
        name, operator = (found[1] or "").lower(), (found[2] or "").replace("：", ":")
        value = found[3] or found[4] or found[5] or ""
        if name in _FIELDS:
            conditions += _conditions(_FIELDS[name], operator, value)
        elif key := folded(value):
            scope = _SCOPES.get(name, Scope.ANYWHERE)
            words.append(Word((forms or {}).get(key, (key,)), scope, unwanted=name in _NOT))
    if len(words) > MOST_WORDS:
        return Query((Word((folded(typed),)),), ())
    return Query(tuple(dict.fromkeys(words)), tuple(conditions))


def _conditions(field: str, operator: str, value: str) -> list[Condition]:
    if field == "level":
        return [Condition(field, "=", _LEVELS.get(value, value))]
    if field != "year":
        return [Condition(field, operator, value)]
    years = _YEAR.findall(value)
    if not years:
        raise DrafterError(f"“{value}”不是年份。", "请写成 year:2023、year>=2023 或 year:2023-2025。")
    if len(years) == 2:
        return [Condition(field, ">=", years[0]), Condition(field, "<=", years[1])]
    return [Condition(field, operator.replace(":", "="), years[0])]
