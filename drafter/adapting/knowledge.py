"""What the program knows of agencies and places, loaded once and handed to every function that needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from drafter.adapting.directory import Directory, load_directory
from drafter.adapting.gazetteer import Gazetteer, load_gazetteer
from drafter.adapting.ownnames import OwnNames, load_common, load_own_names, load_plain


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The agency directory, the gazetteer, names known to be one place's own, and words that tell of no place.

    `common`: terms never taken for a name; `plain`: the words that plans are made of.
    """

    directory: Directory
    gazetteer: Gazetteer
    names: OwnNames = field(default_factory=OwnNames)
    common: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()


def load_knowledge(templates: Path, own: Path) -> Knowledge:
    """The knowledge in the tables of a templates folder, with the rows that a bureau has of its own in another one.

    Raises BadRecipe with the line of a mistake.
    """
    return Knowledge(
        load_directory(templates / "agencies.csv", own / "agencies.csv"),
        load_gazetteer(templates / "gazetteer.csv", own / "gazetteer.csv"),
        load_own_names(templates / "names.csv", own / "names.csv"),
        common := load_common(templates / "common.csv", own / "common.csv"),
        common | load_plain(templates / "plain.csv"),
    )
