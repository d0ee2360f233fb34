"""The facts of a document, in reading order, with their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.adapting.agencies import AgencyFound, BodyFound
from drafter.adapting.citations import CitationFound
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import HIDDEN, Context, Found, mentions, names_in
from drafter.adapting.organisations import OrganisationFound
from drafter.adapting.periods import PeriodFound
from drafter.adapting.targets import TargetFound, last_horizon
from drafter.model.document import Clause, Document, Party, Section
from drafter.model.fact import Fact, FactKind, FactTree, Place
from drafter.model.locality import Region
from drafter.model.remembered import Remembered, Same
from drafter.model.walk import Passage, named, own_passages, passages, span_text, text_of

_GOALS = re.compile(r"目标|愿景")
PAST = re.compile(r"回顾|开展情况|工作成效|主要成效|现状|发展基础|工作总结|取得的成绩|主要进展|完成情况")
Period = tuple[int, int] | None
_YEARLY = re.compile(r"((?:19|20)\d{2})年(?:度|工作)")


def facts(document: Document, knowledge: Knowledge) -> tuple[Fact, ...]:
    """The agencies, targets, places, organisations, periods and cited documents of a document and its annexes."""
    return tuple(fact_tree(document, knowledge).all())


def fact_tree(document: Document, knowledge: Knowledge) -> FactTree:
    """The facts of a document by section, those of its annexes last.

    What a section holds is remembered as long as the section and what it depends on stay the same values.
    """
    region = knowledge.gazetteer.region(document.region)
    near = (region,) if region else ()
    known = Same(knowledge)
    names = _interned(frozenset[str]().union(*_names(document, knowledge, (known, near))))
    return _of_document(document, _Frame(knowledge, Context(near, names=names), document.period, 0), "")


@lru_cache(maxsize=64)
def _interned(names: frozenset[str]) -> frozenset[str]:
    """The same value for equal sets, so that comparing them costs nothing."""
    return names


_NAMES: Remembered[frozenset[str]] = Remembered()


def _names(document: Document, knowledge: Knowledge, rest: tuple[Same, tuple[Region, ...]]) -> Iterator[frozenset[str]]:
    def read(passages: Iterable[Passage]) -> frozenset[str]:
        return names_in(map(_hidden, passages), knowledge, rest[1])

    def below(section: Section) -> frozenset[str]:
        own = read(own_passages(section, ""))
        return own.union(*(_NAMES.of(child, rest, lambda: below(child)) for child in section.children))  # noqa: B023

    yield read(passages(replace(document, sections=(), attachments=())))
    for section in document.sections:
        yield _NAMES.of(section, rest, lambda: below(section))  # noqa: B023 - called at once
    for attachment in document.attachments:
        yield from _names(attachment, knowledge, rest)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is the same for all sections of a document; `since`: the first year that is no past one."""

    knowledge: Knowledge
    context: Context
    period: Period
    since: int

    def key(self) -> object:
        """What a section's facts depend on, quick to compare."""
        return (Same(self.knowledge), self.context.near, self.context.names, self.period, self.since)


def _of_document(document: Document, frame: _Frame, prefix: str) -> FactTree:
    period = frame.period
    since = period[0] if period else int(document.date[:4]) if document.date else 0
    frame = replace(frame, since=since)
    reader = _Reader(frame, frame.key())
    front = passages(replace(document, sections=(), attachments=()))
    own = reader.own((replace(one, section=prefix.removesuffix("/")) for one in front), _State())
    below = [reader.section(one, prefix + name, _State()).tree for name, one in named(document.sections)]
    for ordinal, attachment in enumerate(document.attachments, 1):
        yearly = _YEARLY.search(text_of(attachment.title))
        years = (int(yearly[1]), int(yearly[1])) if yearly else attachment.period or period
        below.append(_of_document(attachment, replace(frame, period=years), f"{prefix}附件{ordinal}/"))
    return FactTree(own[0], tuple(below))


@dataclass(frozen=True, slots=True)
class _State:
    """What a section inherits: whether it is among the goals or the past, and the year that governs there."""

    goals: bool = False
    past: bool = False
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _Section:
    """A section that was read, and the year that governs after it."""

    tree: FactTree
    year: int | None


_READ: Remembered[_Section] = Remembered()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the sections of one document."""

    frame: _Frame
    key: object

    def section(self, section: Section, path: str, state: _State) -> _Section:
        """The facts of a section and those below it."""
        return _READ.of(section, (path, state, self.key), lambda: self._read(section, path, state))

    def _read(self, section: Section, path: str, state: _State) -> _Section:
        title = text_of(section.title)
        if not state.goals and _GOALS.search(title):
            state = replace(state, goals=True, year=None)
        state = replace(state, past=state.past or bool(PAST.search(title)))
        own, year = self.own(own_passages(section, path), state)
        below: list[FactTree] = []
        for name, child in named(section.children):
            read = self.section(child, f"{path}/{name}", replace(state, year=year if state.goals else None))
            below.append(read.tree)
            year = read.year
        return _Section(FactTree(own, tuple(below)), year if state.goals else None)

    def own(self, passages: Iterable[Passage], state: _State) -> tuple[tuple[Fact, ...], int | None]:
        """The facts of passages, left to right, and the year that governs after them."""
        found: list[Fact] = []
        year = state.year
        for passage in passages:
            text = text_of(passage.spans)
            hidden = _hidden(passage)
            context = replace(self.frame.context, year=year, goals=state.goals)
            made = [
                self._dated(_fact(one, text, passage))
                for one in mentions(hidden, self.frame.knowledge, context)
                if self._counts(one, state)
            ]
            found += sorted((*made, *_parties(passage)), key=lambda fact: fact.place.start)
            year = (last_horizon(hidden) or year) if state.goals else None
        return tuple(found), year

    def _counts(self, one: Found, state: _State) -> bool:
        """Whether a target is still to be reached: not in a section on what was done, not for a year gone by."""
        if not isinstance(one, TargetFound):
            return True
        year = one.target.year
        return not state.past and (year is None or year >= self.frame.since)

    def _dated(self, fact: Fact) -> Fact:
        """A target without a year of its own is for the end of the plan."""
        if fact.target is None or fact.target.year is not None or self.frame.period is None:
            return fact
        return replace(fact, target=replace(fact.target, year=self.frame.period[1]))


def _hidden(passage: Passage) -> str:
    """The text of a passage, its clauses hidden: they are read as parties."""
    return "".join(
        HIDDEN * len(span_text(span)) if isinstance(span, Clause) else span_text(span) for span in passage.spans
    )


def _fact(one: Found, text: str, passage: Passage) -> Fact:
    place = Place(passage.section, passage.block, one.start, one.end)
    words = text[one.start : one.end]
    match one:
        case TargetFound():
            return Fact(FactKind.TARGET, words, place, target=one.target)
        case PeriodFound():
            return Fact(FactKind.PERIOD, words, place, years=one.years)
        case AgencyFound() | BodyFound():
            return Fact(FactKind.AGENCY, words, place)
        case CitationFound():
            return Fact(FactKind.DOCUMENT, words, place)
        case OrganisationFound():
            return Fact(FactKind.ORGANISATION, words, place)
        case _:
            return Fact(FactKind.PLACE, words, place)


def _parties(passage: Passage) -> Iterator[Fact]:
    """The bodies named in the clauses of a passage."""
    position = 0
    for span in passage.spans:
        parts = span.spans if isinstance(span, Clause) else (span,)
        for part in parts:
            text = span_text(part)
            if isinstance(part, Party) and text:
                place = Place(passage.section, passage.block, position, position + len(text))
                yield Fact(FactKind.AGENCY, text, place, role=part.role)
            position += len(text)
