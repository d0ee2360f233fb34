"""What comes with the program: the agency directory, the gazetteer, localities, outline templates, unit profiles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter import resources
from drafter.adapting.knowledge import Knowledge, load_knowledge
from drafter.adapting.localities import load_locality
from drafter.errors import NotFound
from drafter.model.locality import Locality
from drafter.recipe import Recipe, read_recipe
from drafter.writing.ownbase import Base, load_base
from drafter.writing.profile import NATIONAL, Profile, load_profile

_KINDS = ("行动计划", "实施方案", "指导意见", "工作要点")
"""The order in which a planner meets the outline templates; others follow."""


@cache
def knowledge() -> Knowledge:
    """The agency directory, the gazetteer and the tables of names, with the user's own rows."""
    return load_knowledge(resources.templates(), own_tables())


def own_tables() -> Path:
    """The folder of the tables with the user's own rows; it may not be there yet."""
    return resources.user_data() / "tables"


@cache
def localities() -> tuple[Locality, ...]:
    """The cities that come with the program."""
    return tuple(load_locality(path) for path in sorted((resources.templates() / "localities").glob("*.toml")))


def locality(wanted: str, beside: Path | None = None) -> Locality:
    """The city a planner means by name (威海, 威海市) or by a locality file's path, relative to `beside`.

    Raises NotFound for a name that is not there and BadRecipe for a file with a mistake in it.
    """
    if wanted.endswith(".toml"):
        return load_locality((beside or Path()) / wanted)
    for one in localities():
        if wanted in (one.name, one.short):
            return one
    known = "、".join(one.name for one in localities())
    raise NotFound(f"没有“{wanted}”的本地信息。", f"可选：{known}；或写一份本地信息文件（.toml），用它的路径。")


@cache
def outlines() -> tuple[Recipe, ...]:
    """The outline templates, in the order a planner meets them."""
    found = (read_recipe(path) for path in sorted((resources.templates() / "outlines").glob("*.toml")))
    return tuple(sorted(found, key=lambda one: _KINDS.index(one.kind) if one.kind in _KINDS else len(_KINDS)))


@cache
def profiles() -> tuple[Profile, ...]:
    """The unit profiles that come with the program, that of the standard first."""
    return NATIONAL, *(load_profile(path) for path in sorted((resources.templates() / "profiles").glob("*.toml")))


def profile(wanted: str, beside: Path | None = None) -> Profile:
    """The unit profile of a name, or in a file (.toml), relative to `beside`.

    Raises NotFound for a name that is not there and BadRecipe for a file with a mistake in it.
    """
    if wanted.endswith(".toml"):
        return load_profile((beside or Path()) / wanted)
    for one in profiles():
        if wanted == one.name:
            return one
    known = "、".join(one.name for one in profiles())
    raise NotFound(f"没有叫“{wanted}”的单位版式。", f"可选：{known}；或写一份版式文件（.toml），用它的路径。")


def style_base(path: Path) -> Base:
    """A unit's own Word file as the base of an export. Raises UnreadableFile."""
    return load_base(path)
