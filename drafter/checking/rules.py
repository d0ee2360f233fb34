"""All rules, and what they find in a document, the gravest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drafter.checking import (
    agency_order,
    budget,
    contradictions,
    former_agency,
    lead_supports,
    outdated,
    parent_place,
    sums,
    task_table,
    two_names,
    unknown_agency,
)
from drafter.checking.subject import Subject
from drafter.model.finding import Finding, Severity

RULES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    former_agency.check,
    two_names.check,
    unknown_agency.check,
    lead_supports.check,
    agency_order.check,
    contradictions.check,
    sums.check,
    task_table.check,
    outdated.check,
    parent_place.check,
    budget.check,
)


def findings(subject: Subject) -> tuple[Finding, ...]:
    """What every rule finds, in the order of the rules."""
    return tuple(finding for rule in RULES for finding in rule(subject))


def in_order(found: Iterable[Finding], subject: Subject) -> tuple[Finding, ...]:
    """Findings by severity, then by place; of two of one rule in one place only the first."""
    grave = list(Severity)
    where = {(one.section, one.block): index for index, one in enumerate(reversed(subject.passages))}
    last = len(where)
    once = {(one.rule, one.place): one for one in reversed(tuple(found))}

    def key(one: Finding) -> tuple[int, int, int]:
        return grave.index(one.severity), last - where.get((one.place.section, one.place.block), last), one.place.start

    return tuple(sorted(once.values(), key=key))
