"""The customary order of the bodies that a clause names after the first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.checking.subject import Subject
from drafter.model.document import Party
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.walk import span_text

_LEAST = 3
"""Fewer bodies have no order to speak of: the first one leads."""


def check(subject: Subject) -> Iterator[Finding]:
    """A hint for every clause whose bodies of one role, but for the first, stand in another order."""
    for parties in subject.clauses:
        for _, group in groupby(parties, key=lambda one: one[1].role):
            if finding := _disordered(subject, list(group)):
                yield finding


def _disordered(subject: Subject, group: list[tuple[Place, Party]]) -> Finding | None:
    names = [span_text(party) for _, party in group]
    known = [subject.known.agency(name) for name in names[1:]]
    ranks = [(agency.rank, name) for agency, name in zip(known, names[1:], strict=True) if agency.function]
    if len(names) < _LEAST or ranks == sorted(ranks, key=lambda one: one[0]):
        return None
    right = "、".join(name for _, name in sorted(ranks, key=lambda one: one[0]))
    place = Place(group[0][0].section, group[0][0].block, group[0][0].start, group[-1][0].end)
    message = f"牵头单位之后的单位，习惯上先党委、再政府、后群团：{right}。"
    return Finding("agency-order", Severity.HINT, message, place, "、".join(names), f"{names[0]}、{right}")
