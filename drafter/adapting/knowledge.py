"""What the program knows of agencies and places, loaded once and handed to every function that needs it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.adapting.directory import Directory, load_directory
from drafter.adapting.gazetteer import Gazetteer, load_gazetteer


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The agency directory and the gazetteer."""

    directory: Directory
    gazetteer: Gazetteer


def load_knowledge(templates: Path) -> Knowledge:
    """The knowledge in the tables of a templates folder; raises BadRecipe with the line of a mistake."""
    return Knowledge(load_directory(templates / "agencies.csv"), load_gazetteer(templates / "gazetteer.csv"))
