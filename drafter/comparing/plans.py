"""A plan as it takes part in a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.document import Document
from drafter.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan, the facts found in it, and how it is called in tables and sentences (济南市)."""

    name: str
    document: Document
    facts: tuple[Fact, ...] = ()
