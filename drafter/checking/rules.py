"""All rules, and what they find in a document, the gravest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from drafter.checking import (
    agency_order,
    budget,
    contradictions,
    former_agency,
    lead_supports,
    outdated,
    parent_place,
    sums,
    superior,
    task_table,
    two_names,
    unknown_agency,
)
from drafter.checking.gathered import gather
from drafter.checking.subject import Known, Subject
from drafter.checking.whole import Whole
from drafter.model.document import Document
from drafter.model.fact import Fact, FactTree
from drafter.model.finding import Finding, Severity

SECTION_RULES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    former_agency.check,
    lead_supports.check,
    agency_order.check,
    sums.check,
    outdated.check,
    parent_place.check,
)
"""Rules that need nothing but the own text of one section."""

WHOLE_RULES: tuple[Callable[[Whole], Iterator[Finding]], ...] = (
    two_names.check,
    unknown_agency.check,
    contradictions.check,
    superior.check,
    sums.check_across,
    task_table.check,
    budget.check,
)
"""Rules that compare sections with one another, with a superior plan, or count."""

_WHERE = attrgetter("place.block", "place.start", "place.end", "rule")


def findings(
    document: Document,
    facts: FactTree,
    known: Known,
    superior: tuple[Fact, ...] = (),
    more: Iterable[Finding] = (),
) -> tuple[Finding, ...]:
    """What every rule finds in a document as printed, and `more`, by severity, then by place.

    Of two findings of one rule in one place only the first stays.
    """
    gathered = gather(document, facts, known, SECTION_RULES)
    whole = Whole(document.kind, gathered, known, superior)
    rank = {path: index for index, path in enumerate(gathered.paths)}
    last = len(rank)
    found: dict[tuple[object, ...], Finding] = {}
    for each in (more, gathered.findings, *(rule(whole) for rule in WHOLE_RULES)):
        for one in each:
            found.setdefault((rank.get(one.place.section, last), *_WHERE(one)), one)
    ordered = [found[key] for key in sorted(found)]
    return tuple(one for severity in Severity for one in ordered if one.severity is severity)
