"""Whose a name is: the place a passage comes from, our own, or another's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.adapting.gazetteer import Gazetteer
from drafter.model.locality import Level, Locality, Region


class Belonging(StrEnum):
    """How a place stands to the plan's origin and to ours."""

    ORIGIN = "origin"
    INSIDE = "inside"
    """A part of the origin: 历下区 for 济南市."""
    ABOVE = "above"
    """Above the origin and not above us: 湖北省 for 武汉市."""
    OURS = "ours"
    """Ours, a part of ours or above us."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sides:
    """Where a passage comes from and whose plan is being written; None where not known."""

    gazetteer: Gazetteer
    origin: Region | None
    locality: Locality | None

    @property
    def ours(self) -> Region | None:
        """The region of the locality."""
        return self.gazetteer.region_of(self.locality) if self.locality else None

    @property
    def near(self) -> tuple[Region, ...]:
        """The regions whose counties may be named by short names."""
        return tuple(region for region in (self.origin, self.ours) if region)

    def belonging(self, regions: tuple[Region, ...]) -> Belonging:
        """Whose the regions that a name may mean are; the origin comes first, then ours."""
        if self.origin and any(region.code == self.origin.code for region in regions):
            return Belonging.ORIGIN
        if any(self._is_ours(region) for region in regions):
            return Belonging.OURS
        if self.origin and any(self.gazetteer.inside(region, self.origin) for region in regions):
            return Belonging.INSIDE
        if self.origin and any(self.gazetteer.inside(self.origin, region) for region in regions):
            return Belonging.ABOVE
        return Belonging.OTHER

    def _is_ours(self, region: Region) -> bool:
        ours = self.ours
        if region.level is Level.NATION:
            return True
        if ours is None or self.locality is None:
            return False
        if region.name in (*self.locality.districts, *self.locality.zones, self.locality.province):
            return True
        return self.gazetteer.inside(region, ours) or self.gazetteer.inside(ours, region)

    def of_character(self, character: str) -> Belonging:
        """Whose a one-character name is (鲁 in 鲁政办字)."""
        return self.belonging(self.gazetteer.of_character(character))
