"""Places: the gazetteer table, and the places a text names.

The table (`templates/gazetteer.csv`) has the columns 代码, 名称, 简称, 一字简称, 级别, 上级代码. Full names always
count; a short name counts only where it stands as a word of its own and is no ordinary word; a one-character name (鲁,
汉) only beside the few words that are always meant so (来鲁投资, 在汉高校, 鲁企).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.adapting.aliases import ALIASES
from drafter.adapting.matcher import Matcher
from drafter.model.locality import Level, Locality, Region
from drafter.model.rows import Row, table_rows

_COLUMNS = ("代码", "名称", "简称", "一字简称", "级别", "上级代码")
_LEVELS = {
    "nation": Level.NATION,
    "province": Level.PROVINCE,
    "prefecture": Level.CITY,
    "county": Level.DISTRICT,
    "zone": Level.DISTRICT,
}
_BEFORE_CHARACTER = "来在驻赴入援留离返"
_AFTER_CHARACTER = (
    *("高校", "高等", "企业", "央企", "院校", "院所", "科研", "机构", "金融", "部队", "单位", "人才", "项目", "投资"),
    *("发展", "落户", "落地", "设立", "创业", "就业", "工作", "转化", "建设", "举办", "布局", "创新", "大学", "重点"),
)
_ONE_CHARACTER = re.compile(
    rf"(?<=[{_BEFORE_CHARACTER}])[\u4e00-\u9fff](?={'|'.join(_AFTER_CHARACTER)}|[、，。；：（）“”《》]|$)"
    r"|(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?=[企商资籍](?![\u4e00-\u9fff]))"
    r"|(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?=[企商](?:回归|总部|投资|项目|进|入|落|合作|代表))"
    r"|(?<=赴)[\u4e00-\u9fff](?=[\u4e00-\u9fff])"
)
_NEAR_HOME = re.compile(
    rf"(?<=[{_BEFORE_CHARACTER}])[\u4e00-\u9fff](?=[\u4e00-\u9fff])"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=引导|吸引|支持|鼓励|服务|动员|邀请))[\u4e00-\u9fff](?=[企商资籍])"
)
"""Where a one-character name stands in a text that speaks of home: whatever word follows."""
_WORDS = frozenset(
    re.findall(
        "..", "申请申报申领申办申购申诉申论申述申明威胁威望威力威严威信威慑汉语汉字汉族津贴济困济世桂花桂冠琼浆鲁莽苏醒"
    )
)
"""Words that begin with the one-character name of a place."""
_TOO_COMMON = frozenset("新云海台港会")
"""One-character names that are ordinary words beside 来, 在 and 企 (在新, 来会)."""
_ORDINARY = frozenset(
    re.findall("..", "白银来宾日照安康大同东方朝阳开封三明玉树中山红河和田海东海北海西北海兴安大理天水长治通化")
)
"""Short names of prefectures that are ordinary words too; they are not used alone."""
_COMMON_NAMES = frozenset(("市中区", "新城区", "城中区", "城关区", "市辖区", "老城区", "中心区"))
"""Full names of districts that are ordinary words; like the names of two characters they count only near home."""
_GOES_ON = frozenset("域间块")
"""After a name these make another word of its last character (资源县域, 新城区间)."""
_COMPOUNDS = ("京津冀", "粤港澳", "成渝", "长三角", "珠三角", "川渝", "港澳台", "沪宁", "京沪", "沿黄")


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place in a text: where it stands, the regions it may mean (one, or several of one name) and its form."""

    start: int
    end: int
    regions: tuple[Region, ...]
    form: str = "name"
    """name (济南市), short (济南), one_character (济) or alias (泉城)."""


class Gazetteer:
    """Regions by code and name; read-only after loading."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._regions = {region.code: region for region in regions}
        self._named: dict[str, list[Region]] = {}
        self._short: dict[str, list[Region]] = {}
        self._characters: dict[str, list[Region]] = {}
        for region in self._regions.values():
            self._named.setdefault(region.name, []).append(region)
            if region.short and region.short != region.name:
                self._short.setdefault(region.short, []).append(region)
            for character in region.one_character:
                self._characters.setdefault(character, []).append(region)
        self._matcher = Matcher((*self._named, *self._short, *ALIASES))

    def region(self, name: str, within: Region | None = None) -> Region | None:
        """The region of a full, short or customary name, the highest one of that name, or the one inside `within`."""
        found = self._named.get(name) or self._short.get(name) or self._named.get(ALIASES.get(name, ""), [])
        if within:
            found = [region for region in found if self.inside(region, within)]
        order = list(Level)
        return min(found, key=lambda region: order.index(region.level), default=None)

    def parent(self, region: Region) -> Region | None:
        """The region above one, or None."""
        return self._regions.get(region.parent)

    def ancestors(self, region: Region) -> Iterator[Region]:
        """The regions above one, nearest first."""
        above = self.parent(region)
        while above:
            yield above
            above = self.parent(above)

    def inside(self, region: Region, outer: Region) -> bool:
        """Whether a region is another one or lies in it."""
        return region.code == outer.code or any(above.code == outer.code for above in self.ancestors(region))

    def region_of(self, locality: Locality) -> Region:
        """The region of a locality; where the table lacks it, one made of what the locality says."""
        province = self.region(locality.province) if locality.province else None
        found = self.region(locality.name, within=province) or self.region(locality.name)
        parent = province.code if province else ""
        return found or Region(locality.name, locality.short, locality.level, locality.one_character, parent)

    def of_character(self, character: str) -> tuple[Region, ...]:
        """The regions of a one-character name."""
        return tuple(self._characters.get(character, ()))

    def find(self, text: str, near: tuple[Region, ...] = ()) -> tuple[PlaceFound, ...]:
        """The places a text names, left to right, the longest name first.

        The short name of a county (文登) counts only inside a region of `near`: too many are ordinary words.
        """
        found: list[PlaceFound] = []
        cuts: set[int] | None = None
        free = 0
        for start, end, name in self._matcher.find(text):
            if start < free or text[end : end + 1] in _GOES_ON:
                continue
            if name in self._named and len(name) > 2 and name not in _COMMON_NAMES:
                place = PlaceFound(start, end, tuple(self._named[name]))
            else:
                cuts = _word_starts(text) if cuts is None else cuts
                place = self._short_place(text, name, start, cuts, near)
            if place:
                found.append(place)
                free = end
        return tuple(self._with_characters(text, found, near))

    def _short_place(
        self, text: str, name: str, start: int, cuts: set[int], near: tuple[Region, ...]
    ) -> PlaceFound | None:
        end = start + len(name)
        allowed = self._meant_by_short(name, near)
        alias = not allowed and name in ALIASES
        if alias:
            allowed = tuple(self._named.get(ALIASES[name], ()))
        far = not any(self._is_near(region, near) for region in allowed)
        if name in self._named and far and not _is_clear_county(name):
            return None
        if not allowed or not _stands_alone(text, start, end, cuts):
            return None
        return PlaceFound(start, end, allowed, "alias" if alias else "short" if name in self._short else "name")

    def _meant_by_short(self, name: str, near: tuple[Region, ...]) -> tuple[Region, ...]:
        """The regions a short name, or a full name of two characters, may mean; those far from home only if large."""
        return tuple(
            region
            for region in self._short.get(name) or self._named.get(name, ())
            if (_may_be_short(region) or self._is_near(region, near) or _is_clear_county(name))
            and not _is_ordinary(region)
        )

    def _is_near(self, region: Region, near: tuple[Region, ...]) -> bool:
        return any(self.inside(region, outer) for outer in near)

    def _with_characters(self, text: str, found: list[PlaceFound], near: tuple[Region, ...]) -> list[PlaceFound]:
        taken = {index for place in found for index in range(place.start, place.end)}
        home = {character for region in near for character in region.one_character}
        matches = [*_ONE_CHARACTER.finditer(text)]
        if home:
            matches += [match for match in _NEAR_HOME.finditer(text) if match[0] in home]
        for match in matches:
            start, end = match.span()
            regions = self._characters.get(match[0])
            if regions and start not in taken and match[0] not in _TOO_COMMON and text[start : end + 1] not in _WORDS:
                found.append(PlaceFound(start, end, tuple(regions), "one_character"))
                taken.add(start)
        return sorted(found, key=lambda place: place.start)


def _is_clear_county(name: str) -> bool:
    """Whether the two characters of a county (攸县) are neither an ordinary word nor one that joins (和县, 成县)."""
    return name.endswith("县") and name[0] not in "和单易成文沿" and _word_class(name) in ("ns", "")


def _may_be_short(region: Region) -> bool:
    return region.level in (Level.PROVINCE, Level.CITY) or len(region.short) > 2


def _word_starts(text: str) -> set[int]:
    from drafter.text.segment import words

    starts, position = {0}, 0
    for word in words(text):
        position += len(word)
        starts.add(position)
    return starts


def _stands_alone(text: str, start: int, end: int, cuts: set[int]) -> bool:
    """Whether words are cut before and after a short name, or it begins a longer name of a place or body (武汉大学)."""
    if start not in cuts or any(_covers(text, word, start, end) for word in _COMPOUNDS):
        return False
    if end in cuts:
        return True
    longer = next(cut for cut in range(end, len(text) + 1) if cut in cuts)
    return _word_class(text[start:longer]) in ("ns", "nt")


def _covers(text: str, word: str, start: int, end: int) -> bool:
    at = text.find(word, max(0, start - len(word)))
    return 0 <= at <= start and end <= at + len(word)


@cache
def _word_class(word: str) -> str:
    from drafter.text.segment import tagged_words

    tagged = tagged_words(word)
    return tagged[0][1] if len(tagged) == 1 else ""


def _is_ordinary(region: Region) -> bool:
    """Whether a short name is an ordinary word too: the known ones, and a county's that the dictionary has as one."""
    if region.level in (Level.PROVINCE, Level.CITY):
        return region.short in _ORDINARY
    return _word_class(region.short) not in ("ns", "nt", "nz", "nr", "nrt", "")


def load_gazetteer(path: Path, own: Path | None = None) -> Gazetteer:
    """The gazetteer in a CSV file, with own places; raises BadRecipe with the line of a mistake."""
    return Gazetteer(map(_region, table_rows(path, "地名表", _COLUMNS, own)))


def _region(row: Row) -> Region:
    code, name, short, character, level, parent = row.cells.values()
    if level not in _LEVELS:
        raise row.wrong("级别", f"写作“{level}”，级别“{level}”不认识", f"可用：{'、'.join(_LEVELS)}。")
    if not code or not name:
        raise row.wrong("名称" if code else "代码", "没有填，缺少代码或名称", "请补上。")
    return Region(name, short, _LEVELS[level], character, parent, code)
