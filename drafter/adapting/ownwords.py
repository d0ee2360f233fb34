"""Words by which a plan speaks of its own place: 我省, 全省, 各市, 我厅."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.directory import level_character
from drafter.adapting.slots import Settled
from drafter.model.draft import SlotKind
from drafter.model.locality import Level, Locality, Region

_NOT_A_PLACE = "(?![场值政长况盈块域间别位])"
_PARTS = re.compile(r"各(?:设区市|地市|市)(?![场级区县直、（])")


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word by which the origin speaks of itself, and what becomes of it."""

    start: int
    end: int
    settled: Settled


def own_words(text: str, origin: Region | None, locality: Locality | None) -> Iterator[OwnWord]:
    """我省, 全省, 本省 → 我市 …; 我厅 → 我局; 各市 → the districts: where a plan of another level speaks of itself."""
    if origin is None or locality is None:
        return
    theirs = level_character(Locality(origin.name, origin.short, origin.level))
    ours = level_character(locality)
    if theirs != ours:
        for match in re.finditer(rf"[我全本]{theirs}{_NOT_A_PLACE}", text):
            value = match[0][0] + ours
            settled = Settled(SlotKind.REGION, "本地", value, f"{origin.name}自称“{match[0]}”，本地自称“{value}”")
            yield OwnWord(match.start(), match.end(), settled)
    if origin.level is Level.PROVINCE and locality.level is not Level.PROVINCE:
        yield from _of_a_province(text, locality)


def _of_a_province(text: str, locality: Locality) -> Iterator[OwnWord]:
    for match in re.finditer("我厅", text):
        yield OwnWord(
            match.start(), match.end(), Settled(SlotKind.AGENCY, "本机关", "我局", "省级机关自称“我厅”，市级自称“我局”")
        )
    districts = re.match(r"各[^人政]*?(?=人民政府|政府|、)", locality.district_governments)
    for match in _PARTS.finditer(text):
        proposal = districts[0] if districts else ""
        yield OwnWord(
            match.start(),
            match.end(),
            Settled(
                SlotKind.REGION, "各区县", proposal=proposal, hint="省里说的“各市”，在本地是所辖的区、县、市，请核对"
            ),
        )
