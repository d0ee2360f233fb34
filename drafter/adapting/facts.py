"""The facts of a document, in reading order, with their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.adapting.agencies import AgencyFound, BodyFound
from drafter.adapting.citations import CitationFound
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import HIDDEN, Context, Found, mentions, names_in
from drafter.adapting.organisations import OrganisationFound
from drafter.adapting.periods import PeriodFound
from drafter.adapting.targets import TargetFound, last_horizon
from drafter.model.document import Clause, Document, Party, Section
from drafter.model.fact import Fact, FactKind, Place
from drafter.model.locality import Region
from drafter.model.remembered import Remembered
from drafter.model.walk import Passage, named, passages, sections, span_text, text_of

_GOALS = re.compile(r"目标|愿景")
_PAST = re.compile(r"回顾|开展情况|工作成效|主要成效|现状|发展基础|工作总结|取得的成绩|主要进展|完成情况")
_YEARLY = re.compile(r"((?:19|20)\d{2})年(?:度|工作)")


def facts(document: Document, knowledge: Knowledge) -> tuple[Fact, ...]:
    """The agencies, targets, places, organisations, periods and cited documents of a document and its annexes.

    The facts of a section of level 1 are remembered as long as the section and what it depends on stay the same.
    """
    region = knowledge.gazetteer.region(document.region)
    near = (region,) if region else ()
    names = frozenset[str]().union(*(_names(one, knowledge, near) for one in _parts(document)))
    return tuple(_facts(document, knowledge, Context(near, names=names), "", document.period))


_NAMES: Remembered[frozenset[str]] = Remembered()
_FACTS: Remembered[tuple[Fact, ...]] = Remembered()


def _parts(document: Document) -> Iterator[Section | Document]:
    """What stands before the first heading, then every section of level 1, then those of the annexes."""
    yield replace(document, sections=(), attachments=())
    yield from document.sections
    for attachment in document.attachments:
        yield from _parts(attachment)


def _names(part: Section | Document, knowledge: Knowledge, near: tuple[Region, ...]) -> frozenset[str]:
    if isinstance(part, Document):
        return names_in(map(_hidden, passages(part)), knowledge, near)
    alone = Document(sections=(part,))
    return _NAMES.of(part, (id(knowledge), near), lambda: names_in(map(_hidden, passages(alone)), knowledge, near))


def _facts(
    document: Document, knowledge: Knowledge, context: Context, prefix: str, period: tuple[int, int] | None
) -> Iterator[Fact]:
    def read(part: Document, name: str = "") -> tuple[Fact, ...]:
        reader = _Reader(part, knowledge, context, period)
        return tuple(_below(prefix, name, fact) for passage in passages(part) for fact in reader.read(passage))

    yield from read(replace(document, sections=(), attachments=()))
    for name, section in named(document.sections):
        alone = Document(sections=(section,), date=document.date)
        rest = (id(knowledge), context, prefix, period, document.date, name)
        yield from _FACTS.of(section, rest, lambda: read(alone, name))  # noqa: B023 - called at once
    for ordinal, attachment in enumerate(document.attachments, 1):
        yearly = _YEARLY.search(text_of(attachment.title))
        years = (int(yearly[1]), int(yearly[1])) if yearly else attachment.period or period
        yield from _facts(attachment, knowledge, context, f"{prefix}附件{ordinal}/", years)


def _below(prefix: str, name: str, fact: Fact) -> Fact:
    """The fact with its path under an annex, in a section called `name` (二是#2) among its neighbours."""
    _, slash, rest = fact.place.section.partition("/")
    section = f"{prefix}{name}{slash}{rest}".removesuffix("/")
    return fact if section == fact.place.section else replace(fact, place=replace(fact.place, section=section))


class _Reader:
    """Reads the passages of one document in order and remembers the year that governs its goals."""

    def __init__(
        self, document: Document, knowledge: Knowledge, context: Context, period: tuple[int, int] | None
    ) -> None:
        self._knowledge = knowledge
        self._context = context
        self._period = period
        titles = [(path, text_of(section.title)) for path, section in sections(document)]
        self._goals = [path for path, title in titles if _GOALS.search(title)]
        self._past = [path for path, title in titles if _PAST.search(title)]
        self._since = period[0] if period else int(document.date[:4]) if document.date else 0
        self._root = ""
        self._year: int | None = None

    def read(self, passage: Passage) -> Iterator[Fact]:
        """The facts of one passage, left to right."""
        text = text_of(passage.spans)
        root = next((path for path in self._goals if _inside(passage.section, path)), "")
        self._year = self._year if root and root == self._root else None
        self._root = root
        hidden = _hidden(passage)
        context = replace(self._context, year=self._year, goals=bool(root))
        found = mentions(hidden, self._knowledge, context)
        made = [_fact(one, text, passage) for one in found if self._counts(one, passage)]
        yield from sorted((*map(self._dated, made), *_parties(passage)), key=lambda fact: fact.place.start)
        self._year = last_horizon(hidden) or self._year

    def _counts(self, one: Found, passage: Passage) -> bool:
        """Whether a target is still to be reached: not in a section on what was done, not for a year gone by."""
        if not isinstance(one, TargetFound):
            return True
        year = one.target.year
        past = any(_inside(passage.section, path) for path in self._past)
        return not past and (year is None or year >= self._since)

    def _dated(self, fact: Fact) -> Fact:
        """A target without a year of its own is for the end of the plan."""
        if fact.target is None or fact.target.year is not None or self._period is None:
            return fact
        return replace(fact, target=replace(fact.target, year=self._period[1]))


def _inside(path: str, outer: str) -> bool:
    return path == outer or path.startswith(outer + "/")


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
