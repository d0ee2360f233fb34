"""What a check is given: a document as printed, its facts, and what the tables know of the names in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from drafter.model.agency import AgencyName
from drafter.model.document import Clause, Document, Party
from drafter.model.fact import Fact, FactKind, Place, Target
from drafter.model.remembered import Remembered
from drafter.model.walk import Passage, heading_name, named, passages, span_text, text_of


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
        return tuple(one for part in self._parts for one, _ in part.passages)

    @cached_property
    def targets(self) -> tuple[tuple[Fact, Target], ...]:
        """The targets with what they say."""
        return tuple((fact, fact.target) for fact in self.facts if fact.target)

    @cached_property
    def named_agencies(self) -> tuple[tuple[Fact, AgencyName], ...]:
        """The agencies with what is known of their names."""
        known = self.agencies
        return tuple(
            (fact, known.get(fact.text) or AgencyName(fact.text)) for fact in self.facts if fact.kind is FactKind.AGENCY
        )

    @cached_property
    def texts(self) -> dict[tuple[str, tuple[int, ...]], str]:
        """The text of every passage by its section and block."""
        return {(one.section, one.block): text for part in self._parts for one, text in part.passages}

    @cached_property
    def clauses(self) -> tuple[ClausePlaces, ...]:
        """The parties of every responsibility clause with where each stands."""
        return tuple(clause for part in self._parts for clause in part.clauses)

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        return tuple(_parts(self.document))


ClausePlaces = tuple[tuple[Place, Party], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """The passages of a section of level 1 with their texts, and its clauses."""

    passages: tuple[tuple[Passage, str], ...]
    clauses: tuple[ClausePlaces, ...]


_READ: Remembered[_Part] = Remembered()


def _parts(document: Document, prefix: str = "") -> Iterator[_Part]:
    yield _part(replace(document, sections=(), attachments=()), "", prefix.removesuffix("/"))
    for name, section in named(document.sections):
        alone = Document(sections=(section,))
        plain = heading_name(section)
        yield _READ.of(section, (prefix, name), lambda: _part(alone, plain, prefix + name))  # noqa: B023 - called at once
    for ordinal, attachment in enumerate(document.attachments, 1):
        yield from _parts(attachment, f"{prefix}附件{ordinal}/")


def _part(document: Document, plain: str, path: str) -> _Part:
    """What a part of a document holds, its paths beginning with `path` in place of `plain`."""
    own = tuple(replace(one, section=path + one.section.removeprefix(plain)) for one in passages(document))
    return _Part(tuple((one, text_of(one.spans)) for one in own), tuple(c for one in own for c in _clauses(one)))


def _clauses(passage: Passage) -> Iterator[ClausePlaces]:
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
