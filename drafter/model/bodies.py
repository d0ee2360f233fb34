"""Who leads and who supports in a responsibility clause, and the clause with others in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from drafter.model.document import Clause, Party, Role, SlotRef

Name = str | SlotRef
_BETWEEN = re.compile(r"[\s、，,；;/和及与]*")


def bodies(clause: Clause) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """(those who lead, those who support); where the clause says no roles, the first named leads, as is the custom."""
    parties = clause.parties
    if all(party.role is None for party in parties):
        return tuple(party.name for party in parties[:1]), tuple(party.name for party in parties[1:])
    lead = tuple(party.name for party in parties if party.role is Role.LEAD)
    return lead, tuple(party.name for party in parties if party.role is not Role.LEAD)


def with_bodies(clause: Clause, lead: Sequence[Name], support: Sequence[Name]) -> Clause:
    """The clause with these bodies, in its own words where they hold as many roles, else as 牵头单位 and 配合单位."""
    if bodies(clause) == (tuple(lead), tuple(support)):
        return clause
    wanted = {None: (*lead, *support), Role.LEAD: tuple(lead), Role.SUPPORT: tuple(support)}
    groups = _groups(clause)
    roles = [role for role, _, _ in groups]
    unsaid = roles == [None] and len(lead) == 1
    if unsaid or (len(set(roles)) == len(roles) and set(roles) == _needed(lead, support)):
        spans = list(clause.spans)
        for role, start, end in reversed(groups):
            spans[start:end] = _listed(wanted[role], role, clause)
        return Clause(tuple(spans))
    spans = ["（牵头单位：", *_listed(wanted[Role.LEAD], Role.LEAD, clause)] if lead else ["（"]
    if support:
        label = "；配合单位：" if lead else "配合单位："
        spans += [label, *_listed(wanted[Role.SUPPORT], Role.SUPPORT, clause)]
    return Clause(tuple(_joined([*spans, "）"])))


def _needed(lead: Sequence[Name], support: Sequence[Name]) -> set[Role | None]:
    return {role for role, names in ((Role.LEAD, lead), (Role.SUPPORT, support)) if names}


def _groups(clause: Clause) -> list[tuple[Role | None, int, int]]:
    """(role, start, end) of neighbours with one role and nothing but marks between them."""
    places = [index for index, span in enumerate(clause.spans) if isinstance(span, Party)]
    number, numbers = 0, [0]
    for before, after in pairwise(places):
        between = "".join(span for span in clause.spans[before + 1 : after] if isinstance(span, str))
        number += _role(clause, before) is not _role(clause, after) or not _BETWEEN.fullmatch(between)
        numbers.append(number)
    out: list[tuple[Role | None, int, int]] = []
    for _, group in groupby(zip(numbers, places, strict=False), key=lambda pair: pair[0]):
        indexes = [place for _, place in group]
        out.append((_role(clause, indexes[0]), indexes[0], indexes[-1] + 1))
    return out


def _role(clause: Clause, index: int) -> Role | None:
    party = clause.spans[index]
    return party.role if isinstance(party, Party) else None


def _listed(names: Sequence[Name], role: Role | None, clause: Clause) -> list[str | Party]:
    """The names with marks between them: those that stood there already, else 、."""
    spans = clause.spans
    marks = {
        (one.name, other.name): between
        for one, between, other in zip(spans, spans[1:], spans[2:], strict=False)
        if isinstance(one, Party) and isinstance(other, Party)
        and isinstance(between, str) and _BETWEEN.fullmatch(between)
    }  # fmt: skip
    out: list[str | Party] = []
    for index, name in enumerate(names):
        out += [marks.get((names[index - 1], name), "、")] if index else []
        out.append(Party(name, role))
    return out


def _joined(spans: list[str | Party]) -> list[str | Party]:
    out: list[str | Party] = []
    for span in spans:
        if isinstance(span, str) and out and isinstance(out[-1], str):
            out[-1] += span
        else:
            out.append(span)
    return out
