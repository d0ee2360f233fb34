"""A place named with a region above it that is not its own (四川省重庆市)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.checking.subject import Subject
from drafter.model.fact import Fact, FactKind
from drafter.model.finding import Finding, Severity

_HOLDERS = ("省", "自治区", "市", "州", "盟", "地区")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for every two full place names that stand together, the second not in the first."""
    places = [fact for fact in subject.facts if fact.kind is FactKind.PLACE]
    for upper, lower in pairwise(places):
        above = subject.known.above(lower.text)
        holds = upper.text.endswith(_HOLDERS) and subject.known.above(upper.text) is not None
        if above is not None and holds and _touch(upper, lower) and upper.text not in above:
            belongs = f"，属于{'、'.join(sorted(above))}" if above else ""
            message = f"“{lower.text}”不属于{upper.text}{belongs}。"
            right = min(above, key=len, default="") + lower.text
            yield Finding("parent-place", Severity.ERROR, message, upper.place, upper.text + lower.text, right)


def _touch(upper: Fact, lower: Fact) -> bool:
    same = (upper.place.section, upper.place.block) == (lower.place.section, lower.place.block)
    return same and upper.place.end == lower.place.start
