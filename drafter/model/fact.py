"""What a plan says that can be counted, compared and made local: facts with their exact place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What a fact is about."""

    AGENCY = "agency"
    TARGET = "target"
    PLACE = "place"
    ORGANISATION = "organisation"
    PERIOD = "period"
    DOCUMENT = "document"


class Comparison(StrEnum):
    """How a target's value is meant: 以上, 以内, 左右, as it stands, or an order of magnitude (千亿级)."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    EXACTLY = "exactly"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document.

    `section` is the path of printed numbers (`二/（一）/3.`, empty before the first heading); `block` is the way to the
    paragraph inside the section: empty for the title, (2,) for the third block, (2, 0) for the first block of a box,
    (3, 1, 4) for row 1, column 4 of a table. `start` and `end` count code points in that paragraph's text.
    """

    section: str
    block: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """What a quantified target says: 到2025年，培育100家以上企业 is (企业, 100, 家, at least, 2025)."""

    indicator: str
    value: float
    unit: str
    comparison: Comparison
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its words, where they stand, and for a target what it says, for an agency its role."""

    kind: FactKind
    text: str
    place: Place
    target: Target | None = None
    role: str | None = None
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FactTree:
    """The facts of a section or document: its own, then those of the sections (and annexes) below, nested like them."""

    own: tuple[Fact, ...]
    below: tuple[FactTree, ...] = ()

    def all(self) -> Iterator[Fact]:
        """Every fact in reading order."""
        yield from self.own
        for tree in self.below:
            yield from tree.all()
