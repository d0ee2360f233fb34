"""What a check about a whole document is given."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.checking.gathered import Gathered
from drafter.checking.subject import Known
from drafter.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Whole:
    """A document's kind and all that was gathered from it, with the facts of the superior plan."""

    kind: str
    gathered: Gathered
    known: Known
    superior: tuple[Fact, ...] = ()
