"""Whose plan it is: places, agencies and the city's own list of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The level of government."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Region:
    """A place: full name, customary short name (威海), one-character name where there is one (威), level, parent."""

    name: str
    short: str
    level: Level
    one_character: str = ""
    parent: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Locality:
    """The city that writes: its names, its districts and zones, and its own names for agencies by function."""

    name: str
    short: str
    level: Level = Level.CITY
    one_character: str = ""
    province: str = ""
    districts: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    district_governments: str = ""
    agencies: tuple[tuple[str, str], ...] = ()
