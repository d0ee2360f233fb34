"""What a check is given: the own text of one section as printed, its facts, and what the tables know of its names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from drafter.model.agency import AgencyName
from drafter.model.document import Clause, Party
from drafter.model.fact import Fact, FactKind, Place, Target
from drafter.model.walk import Passage, span_text, text_of


@dataclass(frozen=True, slots=True)
class OutdatedWord:
    """A wording that is out of date: from which year on, and why."""

    word: str
    since: int
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """What is the same for all sections.

    `agency`: what the directory knows of a name; `above`: the names of the regions above a place (None: no place);
    `year`: the present one.
    """

    agency: Callable[[str], AgencyName]
    above: Callable[[str], frozenset[str] | None]
    outdated: tuple[OutdatedWord, ...] = ()
    year: int = 0


@dataclass(frozen=True)
class Subject:
    """The own text of a section (its heading, paragraphs, cells), slots as text, with all that a rule may need."""

    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    known: Known

    @cached_property
    def targets(self) -> tuple[tuple[Fact, Target], ...]:
        """The targets with what they say."""
        return tuple((fact, fact.target) for fact in self.facts if fact.target)

    @cached_property
    def agencies(self) -> tuple[tuple[Fact, AgencyName], ...]:
        """The agencies with what is known of their names."""
        return tuple((fact, self.known.agency(fact.text)) for fact in self.facts if fact.kind is FactKind.AGENCY)

    @cached_property
    def texts(self) -> dict[tuple[int, ...], str]:
        """The text of every passage by its block."""
        return {one.block: text_of(one.spans) for one in self.passages}

    @cached_property
    def clauses(self) -> tuple[tuple[tuple[Place, Party], ...], ...]:
        """The parties of every responsibility clause with where each stands."""
        return tuple(clause for one in self.passages for clause in _clauses(one))


def _clauses(passage: Passage) -> Iterator[tuple[tuple[Place, Party], ...]]:
    position = 0
    for span in passage.spans:
        if isinstance(span, Clause):
            yield tuple(_parties(passage, span, position))
        position += len(span_text(span))


def _parties(passage: Passage, clause: Clause, position: int) -> Iterator[tuple[Place, Party]]:
    for part in clause.spans:
        length = len(span_text(part))
        if isinstance(part, Party) and length:
            yield Place(passage.section, passage.block, position, position + length), part
        position += length
