"""Marks: lines that begin with a number, and what is found out about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from drafter.model.numbering import Number
from drafter.reading.doubts import Doubt


class Shape(Enum):
    """How a numbered line looks: a title alone, a title with its text behind it, or a whole sentence."""

    ALONE = 1
    RUN_IN = 2
    WHOLE = 3


@dataclass(slots=True)
class Mark:
    """A line that begins with a number: where, which, and what the line says after it."""

    index: int
    number: Number | None
    ordinal: int
    kind: str
    text: str
    title: str = ""
    rest: str = ""
    shape: Shape = Shape.WHOLE
    rank: float = 0
    bare: bool = False
    owns_clause: bool = False
    heading: bool = False
    level: int = 0
    parent: Mark | None = None
    doubts: list[tuple[Doubt, str]] = field(default_factory=list)

    @property
    def printed(self) -> str:
        """The number as printed, for messages and item markers."""
        return str(self.number) if self.number else self.kind + str(self.ordinal)

    @property
    def name(self) -> str:
        """How the heading is called in a path."""
        return self.number.path_name if self.number else self.title
