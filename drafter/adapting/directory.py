"""The agency directory: which function a name stands for, and what the agency of that function is called elsewhere.

The table (`templates/agencies.csv`) has one function a row, in the customary order. Its names stand without place and
level character (工业和信息化厅, 委组织部); several are separated by |, a former name ends in @ and the year it changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from drafter.errors import BadRecipe
from drafter.model.locality import Level, Locality
from drafter.model.rows import Row, table_rows

_NAME_COLUMNS = (
    *("省级全称", "省级规范简称", "省级其他简称"),
    *("市级全称", "市级规范简称", "市级其他简称"),
    *("县级全称", "县级规范简称"),
)
_COLUMNS = ("职能", "系统", *_NAME_COLUMNS, "各地异名", "曾用名")
_LEVELS = {"省级": Level.PROVINCE, "市级": Level.CITY, "县级": Level.DISTRICT}
_LEVEL_OF = {
    level_word: level
    for level, level_words in (
        (Level.PROVINCE, "省 自治区"),
        (Level.CITY, "市 州 盟 地区"),
        (Level.DISTRICT, "区 县 旗"),
    )
    for level_word in level_words.split()
}
_PLACE = r"[\u4e00-\u9fff]{1,9}?"
_PREFIX = re.compile(
    rf"(?:中共)?(?:{_PLACE}(?:特别行政区|自治区|自治州|自治县|地区|[省市区县旗州盟])|自治区|[省市区县旗州盟])"
)
_WITH_LEVEL = re.compile(r"(?:共青)?团[省市区县]委")
_NEAR = 0.72
"""How alike two names must be (0 to 1) for one to be proposed in place of the other."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a name says: the function, the level it shows (None where it shows none) and what stands before the name.

    `former` is the year a former name was given up, `variant` tells a name used only in some places, `full` the
    full name; `prefix` is the level character or the place as printed (市, 武汉市).
    """

    function: str
    name: str
    prefix: str = ""
    level: Level | None = None
    former: int | None = None
    variant: bool = False
    full: bool = False

    @property
    def place(self) -> str:
        """The place named before the agency, or "" where there is only a level character."""
        return "" if self.prefix in _LEVEL_OF else self.prefix.removeprefix("中共")


@dataclass(frozen=True, slots=True)
class _Function:
    """One row: the full and the standard short name by level."""

    name: str
    full: dict[Level, str]
    short: dict[Level, str]
    system: str = ""
    own: bool = False
    """Whether the bureau wrote the row itself: then it goes before what the locality file says."""


class Directory:
    """Functions of government and party organs with their names; read-only after loading."""

    def __init__(self, functions: tuple[_Function, ...], names: dict[str, Match]) -> None:
        self._functions = {function.name: function for function in functions}
        self._names = names
        self._longest = max(map(len, names), default=0)
        self._levels = _levels_of_names(functions)

    @property
    def functions(self) -> tuple[str, ...]:
        """All functions in their customary order."""
        return tuple(self._functions)

    def system_of(self, function: str) -> str:
        """The system of a function (党委, 人大, 政府, 群团 …), or ""."""
        return self._functions[function].system if function in self._functions else ""

    def function_of(self, name: str) -> Match | None:
        """What an agency's name says, with or without level character or place before it; None where unknown."""
        name = name.strip()
        if found := self._names.get(name):
            return _with_prefix(found, "", self._levels.get(name))
        for prefix in self._prefixes(name):
            if found := self._names.get(name[len(prefix) :]):
                return _with_prefix(found, prefix, _level_of_prefix(prefix) or self._levels.get(found.name))
        return self._after_short_place(name)

    def _after_short_place(self, name: str) -> Match | None:
        """威海海事局: a place of two or three characters without its level, then a name of at least three."""
        if _PREFIX.match(name[0:1]) or name.startswith(("国家", "全国", "中国")):
            return None
        for cut in (2, 3):
            if len(name) - cut >= 3 and (found := self._names.get(name[cut:])):
                return _with_prefix(found, name[:cut], self._levels.get(found.name))
        return None

    @staticmethod
    def _prefixes(name: str) -> list[str]:
        """Beginnings of the name that may be a place or level, shortest first (市市场监管局: 市)."""
        return [name[:end] for end in range(1, min(len(name), 14)) if _PREFIX.fullmatch(name, 0, end)]

    def longest_at(self, text: str, start: int) -> str | None:
        """The longest name of the table that begins at a position, without prefix; None where none does."""
        for end in range(min(len(text), start + self._longest), start + 1, -1):
            if text[start:end] in self._names:
                return text[start:end]
        return None

    def name_for(self, function: str, locality: Locality, *, full: bool = False) -> str:
        """What the agency of a function is called in a locality, as printed (市工业和信息化局); "" where it has none.

        The locality's own name goes before the table's standard short name (or full name), a row that the bureau wrote
        itself before both.
        """
        row = self._functions.get(function)
        ours = row is not None and row.own and locality.level in row.short
        own = None if ours else dict(locality.agencies).get(function)
        character = level_character(locality)
        if own is None and row is None:
            return ""
        name = own or (row.full if full else row.short).get(locality.level, "") if row else own or ""
        return character + name if name and not self._has_level(name, character) else name

    def _has_level(self, name: str, character: str) -> bool:
        """Whether a name holds the level character already (团市委, 市大数据局, but not 市场监管局)."""
        return bool(_WITH_LEVEL.fullmatch(name)) or (
            name.startswith(character) and name not in self._names and self.function_of(name) is not None
        )

    def names_of(self, function: str) -> tuple[str, ...]:
        """Every name of a function, without prefix."""
        return tuple(name for name, match in self._names.items() if match.function == function)

    def nearest(self, name: str) -> str | None:
        """The function whose name is most like an unknown one, or None where none is like it."""
        bare = _PREFIX.sub("", name, count=1) if _PREFIX.match(name) else name
        best, score = None, _NEAR
        for known, match in self._names.items():
            if set(known) & set(bare) and (like := SequenceMatcher(None, bare, known).ratio()) > score:
                best, score = match.function, like
        return best


def level_character(locality: Locality) -> str:
    """The character offices put before an agency of a locality: 市, 省, 区, 县."""
    if locality.level is Level.PROVINCE:
        return "自治区" if locality.name.endswith("自治区") else "市" if locality.name.endswith("市") else "省"
    last = locality.name[-1:]
    return last if last in _LEVEL_OF else "市"


def _level_of_prefix(prefix: str) -> Level | None:
    longest = max((ending for ending in _LEVEL_OF if prefix.endswith(ending)), key=len, default="")
    return _LEVEL_OF.get(longest)


def _with_prefix(match: Match, prefix: str, level: Level | None) -> Match:
    if _WITH_LEVEL.fullmatch(match.name):
        level = _LEVEL_OF[match.name[-2]]
    return Match(match.function, match.name, prefix, level, match.former, match.variant, match.full)


def _levels_of_names(functions: tuple[_Function, ...]) -> dict[str, Level]:
    """The level of each name that only one level uses."""
    seen: dict[str, set[Level]] = {}
    for function in functions:
        for names in (function.full, function.short):
            for level, name in names.items():
                seen.setdefault(name, set()).add(level)
    return {name: next(iter(levels)) for name, levels in seen.items() if len(levels) == 1}


def load_directory(path: Path, own: Path | None = None) -> Directory:
    """The directory in a CSV file, the rows of `own` in place of those of the same function.

    Raises BadRecipe with the line where a column is missing, a year is none, or a name stands for two functions; a
    name that an own row has is taken from the others.
    """
    rows = table_rows(path, "机构名录", _COLUMNS, own)
    names: dict[str, tuple[Match, bool]] = {}
    for row in sorted(rows, key=lambda row: not row.own):
        _add_names(names, row)
    in_order = {name: names[name][0] for row in rows for _, found in _matches(row) if (name := found.name) in names}
    return Directory(tuple(map(_function, rows)), in_order)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip())


def _function(row: Row) -> _Function:
    if not row.cells["职能"]:
        raise BadRecipe(f"{row.where}没有写职能。", "请填上职能，或删去这一行。")
    by_level = {
        kind: {level: cell for label, level in _LEVELS.items() if (cell := row.cells[label + kind])}
        for kind in ("全称", "规范简称")
    }
    return _Function(row.cells["职能"], by_level["全称"], by_level["规范简称"], row.cells["系统"], row.own)


def _matches(row: Row) -> Iterator[tuple[str, Match]]:
    """(column, what a name in it says) of every name of a row."""
    function = row.cells["职能"]
    standard = {row.cells[column] for column in _NAME_COLUMNS if column.endswith("规范简称")}
    for column in _NAME_COLUMNS:
        for name in _split(row.cells[column]):
            yield column, Match(function, name, full=column.endswith("全称") and name not in standard)
    for name in _split(row.cells["各地异名"]):
        yield "各地异名", Match(function, name, variant=True)
    for entry in _split(row.cells["曾用名"]):
        name, _, year = entry.partition("@")
        if not (year.isdecimal() and len(year) == 4):
            hint = "请写成 名称@停用年份，例如 环境保护局@2018。"
            raise row.wrong("曾用名", f"中“{entry}”没有年份", hint)
        yield "曾用名", Match(function, name, former=int(year))


def _add_names(names: dict[str, tuple[Match, bool]], row: Row) -> None:
    for column, match in _matches(row):
        known, own = names.setdefault(match.name, (match, row.own))
        if known.function != match.function and own == row.own:
            raise BadRecipe(
                f"{row.where}的“{match.name}”已是“{known.function}”的名称，“{column}”一栏又写作“{match.function}”。",
                "请只保留一处。",
            )
