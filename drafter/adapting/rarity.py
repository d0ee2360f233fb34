"""Terms that are one place's own: frequent in its plans and absent from the plans of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.adapting.gazetteer import Gazetteer
from drafter.adapting.matcher import Matcher
from drafter.adapting.ownnames import OwnName
from drafter.adapting.strange import strange_names
from drafter.model.locality import Region

_FREQUENT = 2
"""A term that stands only once in the plans of a place may be there by chance."""
_PLACES = 3
"""Of fewer places nothing can be said: a term may be missing from the others by their subject alone."""


@dataclass(frozen=True, slots=True)
class PlanText:
    """The text of a plan, whose it is ("" for the nation), and the names its form gives away, by kind."""

    region: str
    text: str
    names: tuple[tuple[str, str], ...]


def plan_text(region: str, text: str, common: frozenset[str]) -> PlanText:
    """What of a plan counts for rarity; the costly part, which depends on this plan alone."""
    names = {text[one.start : one.end].strip("“”"): one.kind for one in strange_names(text, common)}
    return PlanText(region, text, tuple(names.items()))


def rare_names(plans: Sequence[PlanText], gazetteer: Gazetteer) -> tuple[OwnName, ...]:
    """The names that only one place's plans have, at least twice; nothing where the plans are of too few places.

    A province and its cities count as one place, the outermost of those that use the name.
    """
    if len({plan.region for plan in plans}) < _PLACES:
        return ()
    kinds = dict(pair for plan in plans for pair in plan.names)
    counts: dict[str, Counter[str]] = {}
    matcher = Matcher(kinds)
    for plan in plans:
        for _, _, name in matcher.find(plan.text):
            counts.setdefault(name, Counter())[plan.region] += 1
    others = len({plan.region for plan in plans}) - 1
    return tuple(
        OwnName(name, kinds[name], whose, f"只见于{whose}的规划（{count.total()}处），其他{others}地的没有")
        for name, count in sorted(counts.items())
        if count.total() >= _FREQUENT and (whose := _whose(count, gazetteer))
    )


def _whose(regions: Iterable[str], gazetteer: Gazetteer) -> str:
    """The outermost of some regions where all others lie in it, else ""."""
    found: list[Region | None] = [gazetteer.region(name) if name else None for name in regions]
    known = [region for region in found if region]
    if len(known) < len(found):
        return ""
    return next((one.name for one in known if all(gazetteer.inside(other, one) for other in known)), "")
