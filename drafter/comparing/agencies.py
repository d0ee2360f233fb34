"""Who leads and who supports where: one row per body as it is called, one cell per plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.comparing.plans import Compared
from drafter.model.fact import FactKind


@dataclass(frozen=True, slots=True)
class Duties:
    """The sections (paths) of one plan where a body leads, supports, or is named without a role."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One function (市工业和信息化局 and 省工业和信息化厅 are one), the names it has, and its duties by plan."""

    name: str
    names: tuple[str, ...]
    cells: tuple[Duties, ...]


def agencies(plans: Sequence[Compared], function_of: dict[str, str]) -> tuple[AgencyRow, ...]:
    """The rows, the busiest body first; `function_of` names the function of a body, a name without one stands alone."""
    found: dict[str, dict[int, dict[str, list[str]]]] = {}
    names: dict[str, list[str]] = {}
    for number, plan in enumerate(plans):
        for fact in plan.facts:
            if fact.kind is FactKind.AGENCY:
                key = function_of.get(fact.text) or fact.text
                by_role = found.setdefault(key, {}).setdefault(number, {})
                by_role.setdefault(str(fact.role or "named"), []).append(fact.place.section)
                names.setdefault(key, []).append(fact.text)
    rows = [_row(key, tuple(dict.fromkeys(names[key])), cells, len(plans)) for key, cells in found.items()]
    return tuple(
        sorted(rows, key=lambda row: -sum(len(one.lead) + len(one.support) + len(one.named) for one in row.cells))
    )


def _row(name: str, names: tuple[str, ...], found: dict[int, dict[str, list[str]]], plans: int) -> AgencyRow:
    def places(plan: int, role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(found.get(plan, {}).get(role, ())))

    cells = (Duties(places(plan, "lead"), places(plan, "support"), places(plan, "named")) for plan in range(plans))
    return AgencyRow(name, names, tuple(cells))
