"""Agencies named in running text, and bodies that stand for many (省直有关单位, 各区人民政府)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.adapting.directory import Directory, Match, level_character
from drafter.adapting.gazetteer import PlaceFound
from drafter.model.locality import Locality

_LEVEL_CHARACTER = re.compile(
    r"(?<![城都超集股楼门夜上县各全我本该外跨地直辖省市区])[省市](?=[\u4e00-\u9fff]{2})|(?<![\u4e00-\u9fff])[区县](?=[\u4e00-\u9fff]{2})"
)
_WITH_LEVEL = re.compile(r"(?:共青)?团[省市区县]委")
_CONTINUES = re.compile(r"[长员校](?!期|远|效)")
_UNKNOWN = re.compile(
    r"(?<![\u4e00-\u9fff])[省市](?:委|政府)?[\u4e00-\u9fff]{2,9}?(?:(?<![布格结大全邮当开总])局|厅|委员会)(?![长部势面面域])"
)
_STOPS = re.compile(r"[和与及的在对将为等由各有]|推动|打造|建设|发展格")

_SHORT_PLACE_NAME = 3
"""After a place without level character (威海海事局) a name has at least so many characters."""


@dataclass(frozen=True, slots=True)
class AgencyFound:
    """An agency in a text; `match` is None where the directory does not know it."""

    start: int
    end: int
    match: Match | None


def agencies(text: str, directory: Directory, places: tuple[PlaceFound, ...]) -> Iterator[AgencyFound]:
    """Every agency a text names with its level or place (市科技局, 武汉市经信局, 团市委), left to right."""
    found: list[AgencyFound] = []
    for start, cut, least in _beginnings(text, places):
        name = directory.longest_at(text, cut)
        if not name or len(name) < least or _CONTINUES.match(text, cut + len(name)):
            continue
        match = directory.function_of(text[start : cut + len(name)])
        if match:
            found.append(AgencyFound(start, cut + len(name), match))
    found += [AgencyFound(m.start(), m.end(), directory.function_of(m[0])) for m in _WITH_LEVEL.finditer(text)]
    found += [AgencyFound(m.start(), m.end(), None) for m in _UNKNOWN.finditer(text) if not _STOPS.search(m[0])]
    position = 0
    for one in sorted(found, key=lambda one: (one.start, one.match is None, -one.end)):
        if one.start >= position:
            yield one
            position = one.end


def _beginnings(text: str, places: tuple[PlaceFound, ...]) -> Iterator[tuple[int, int, int]]:
    """(start, start of the name, least length of the name) wherever a place or a level character stands."""
    for place in places:
        if place.form == "name":
            yield place.start, place.end, 2
        elif place.form == "short":
            yield place.start, place.end, _SHORT_PLACE_NAME
    for match in _LEVEL_CHARACTER.finditer(text):
        yield match.start(), match.end(), 2


class Body(StrEnum):
    """Which many bodies a collective stands for."""

    DISTRICTS = "districts"
    DEPARTMENTS = "departments"


_DISTRICTS = re.compile(
    r"(?:各|有关|相关)(?:各?(?:[区县市旗]|（[区县市旗、开发功能新]+）|\([区县市旗、开发功能新]+\)|、|/|和|开发区|功能区))+"
    r"(?:人民政府|政府|管理委员会|管委会|管委)?(?:（[^）]{0,8}(?:政府|管委会)）)?"
    r"|(?:各|有关)?(?:开发区|功能区|经开区|高新区|园区)(?:管理委员会|管委会|管委)"
)
_DEPARTMENTS = re.compile(
    r"(?:各|有关|相关)?[省市区县](?:直|级)?(?:各|有关|相关)?(?:各)?(?:部门|单位|委办局)(?:（单位）|\(单位\))?"
)


def body_of(name: str) -> Body | None:
    """Which collective a name is as a whole (also 各区人民政府/开发区管委会), or None."""
    if all(_DISTRICTS.fullmatch(part) for part in re.split("[、/，,]", name)):
        return Body.DISTRICTS
    departments = _DEPARTMENTS.fullmatch(name) and re.search("有关|相关|各|直", name)
    return Body.DEPARTMENTS if departments else None


@dataclass(frozen=True, slots=True)
class BodyFound:
    """A collective in running text."""

    start: int
    end: int
    body: Body


def bodies(text: str, places: tuple[PlaceFound, ...]) -> Iterator[BodyFound]:
    """The collectives a text names: the governments of all districts, the departments concerned.

    The last character of a place (济南市各部门) begins none.
    """
    ends = {place.end - 1 for place in places if place.form == "name"}
    for pattern, body in ((_DISTRICTS, Body.DISTRICTS), (_DEPARTMENTS, Body.DEPARTMENTS)):
        for match in pattern.finditer(text):
            named = body is Body.DEPARTMENTS or match[0].endswith(("政府", "管委会", "管委", "委员会"))
            if named and match.start() not in ends and body_of(match[0]) is body:
                yield BodyFound(match.start(), match.end(), body)


def local_body(name: str, body: Body, locality: Locality) -> str:
    """What a collective is called in a locality: 省直有关单位 → 市直有关单位, 各区人民政府 → its own list."""
    if body is Body.DEPARTMENTS:
        return re.sub("[省市区县](?=直|级|有关|相关|各|部门|单位)", level_character(locality), name, count=1)
    own = locality.district_governments
    return own.replace("各", "有关", 1) if name.startswith(("有关", "相关")) else own
