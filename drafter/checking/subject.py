"""What a check is given: a document as printed, its facts, and what the tables know of the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from drafter.model.agency import AgencyName
from drafter.model.document import Clause, Document, Party
from drafter.model.fact import Fact, FactKind, Place, Target
from drafter.model.walk import Passage, passages, span_text


@dataclass(frozen=True, slots=True)
class OutdatedWord:
    """A wording that is out of date: from which year on, and why."""

    word: str
    since: int
    reason: str


@dataclass(frozen=True)
class Subject:
    """A document whose slots are text already, with all that a rule may need.

    `agencies` tells what the directory knows of each agency's name; `places` the names of all regions above each place;
    `superior` are the facts of the superior plan; `year` is the present year.
    """

    document: Document
    facts: tuple[Fact, ...] = ()
    agencies: Mapping[str, AgencyName] = field(default_factory=dict[str, AgencyName])
    places: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    outdated: tuple[OutdatedWord, ...] = ()
    superior: tuple[Fact, ...] = ()
    year: int = 0

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage in reading order."""
        return tuple(passages(self.document))

    @property
    def targets(self) -> Iterator[tuple[Fact, Target]]:
        """The targets with what they say."""
        return ((fact, fact.target) for fact in self.facts if fact.target)

    @property
    def named_agencies(self) -> Iterator[tuple[Fact, AgencyName]]:
        """The agencies with what is known of their names."""
        return (
            (fact, self.agencies.get(fact.text, AgencyName(fact.text)))
            for fact in self.facts
            if fact.kind is FactKind.AGENCY
        )

    @property
    def clauses(self) -> Iterator[tuple[Passage, tuple[tuple[Place, Party], ...]]]:
        """Every responsibility clause with its parties and where each stands."""
        for passage in self.passages:
            position = 0
            for span in passage.spans:
                if isinstance(span, Clause):
                    yield passage, tuple(_parties(passage, span, position))
                position += len(span_text(span))


def _parties(passage: Passage, clause: Clause, position: int) -> Iterator[tuple[Place, Party]]:
    for part in clause.spans:
        length = len(span_text(part))
        if isinstance(part, Party) and length:
            yield Place(passage.section, passage.block, position, position + length), part
        position += length
