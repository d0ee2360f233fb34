"""What the rules about a whole document need of each section, gathered once a section and joined upwards.

A keystroke changes one section: what its neighbours gave is remembered as long as they are the same values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from drafter.checking.subject import Known, Subject
from drafter.model.agency import AgencyName
from drafter.model.document import Block, Document, Section, Table
from drafter.model.fact import Fact, FactTree, Target
from drafter.model.finding import Finding
from drafter.model.remembered import Remembered, Same
from drafter.model.walk import length, named, own_passages, parties, passages, section_length, span_text, text_of
from drafter.text.normal import squeezed

Rules = tuple[Callable[[Subject], Iterator[Finding]], ...]
_GOALS = re.compile("目标")


@dataclass(frozen=True, slots=True)
class Aim:
    """A target, and the part of its sentence up to its end."""

    fact: Fact
    target: Target
    sentence: str


@dataclass(frozen=True, slots=True)
class TableAt:
    """A table that is no part of a box, and where it stands."""

    section: str
    block: tuple[int, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Gathered:
    """Of a section and those below it: what its own rules find, and what rules about the whole document need.

    `agencies`: the first mention of each name; `goals`: the sections of goals; `bodies`: titles with the responsible
    bodies their clauses name; `paths`: all sections in reading order; `length`: characters.
    """

    findings: tuple[Finding, ...] = ()
    agencies: tuple[tuple[Fact, AgencyName], ...] = ()
    aims: tuple[Aim, ...] = ()
    goals: tuple[str, ...] = ()
    tables: tuple[TableAt, ...] = ()
    bodies: tuple[tuple[str, frozenset[str]], ...] = ()
    paths: tuple[str, ...] = ()
    length: int = 0


_GATHERED: Remembered[Gathered] = Remembered()


def gather(document: Document, facts: FactTree, known: Known, rules: Rules, prefix: str = "") -> Gathered:
    """What the sections of a document, as printed, and of its annexes hold; `facts` are nested like them."""
    path = prefix.removesuffix("/")
    front = replace(document, sections=(), attachments=())
    subject = Subject(tuple(replace(one, section=path) for one in passages(front)), facts.own, known)
    size = length(replace(front, title=()) if prefix else front)
    parts = [_own(subject, path, document.preamble, rules, size)]
    for (name, section), tree in zip(named(document.sections), facts.below, strict=False):
        parts.append(_gathered(section, prefix + name, tree, known, rules))
    annexes = facts.below[len(document.sections) :]
    for ordinal, (annex, tree) in enumerate(zip(document.attachments, annexes, strict=True), 1):
        parts.append(gather(annex, tree, known, rules, f"{prefix}附件{ordinal}/"))
    return _joined(parts)


def _gathered(section: Section, path: str, tree: FactTree, known: Known, rules: Rules) -> Gathered:
    def make() -> Gathered:
        subject = Subject(tuple(own_passages(section, path)), tree.own, known)
        own = _own(subject, path, section.blocks, rules, section_length(replace(section, children=())))
        names = frozenset(span_text(party) for party in parties(section))
        title = text_of(section.title)
        bodies = ((squeezed(title).rstrip("。"), names),) if names else ()
        own = replace(own, goals=(path,) if _GOALS.search(title) else (), bodies=bodies)
        below = zip(named(section.children), tree.below, strict=True)
        return _joined([own, *(_gathered(one, f"{path}/{name}", sub, known, rules) for (name, one), sub in below)])

    return _GATHERED.of(section, (path, Same(tree), Same(known)), make)


def _own(subject: Subject, path: str, blocks: tuple[Block, ...], rules: Rules, size: int) -> Gathered:
    aims = (Aim(fact, target, _sentence(fact, subject.texts)) for fact, target in subject.targets)
    tables = (TableAt(path, (index,), block) for index, block in enumerate(blocks) if isinstance(block, Table))
    return Gathered(
        tuple(finding for rule in rules for finding in rule(subject)),
        _first_mentions(subject.agencies),
        tuple(aims),
        tables=tuple(tables),
        paths=(path,),
        length=size,
    )


def _sentence(fact: Fact, texts: dict[tuple[int, ...], str]) -> str:
    return re.split("[。；！？]", texts.get(fact.place.block, "")[: fact.place.end])[-1]


def _first_mentions(agencies: Iterable[tuple[Fact, AgencyName]]) -> tuple[tuple[Fact, AgencyName], ...]:
    first: dict[str, tuple[Fact, AgencyName]] = {}
    for one in agencies:
        first.setdefault(one[0].text, one)
    return tuple(first.values())


def _joined(parts: list[Gathered]) -> Gathered:
    if len(parts) == 1:
        return parts[0]
    each = chain.from_iterable
    return Gathered(
        tuple(each(one.findings for one in parts)),
        _first_mentions(each(one.agencies for one in parts)),
        tuple(each(one.aims for one in parts)),
        tuple(each(one.goals for one in parts)),
        tuple(each(one.tables for one in parts)),
        tuple(each(one.bodies for one in parts)),
        tuple(each(one.paths for one in parts)),
        sum(one.length for one in parts),
    )
