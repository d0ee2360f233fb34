"""Parts that do not add up to the total that a text states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from drafter.checking.subject import Subject
from drafter.checking.whole import Whole
from drafter.model.fact import Comparison, Fact, Target
from drafter.model.finding import Finding, Severity

Said = tuple[Fact, Target]

_AMONG = re.compile("其中|分别为|包括")
_LIKE = 4
"""Parts and total are of one kind where their indicators end in as many equal characters (应用示范项目)."""


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for every total whose parts, after 其中, make another number."""
    for _, group in groupby(subject.targets, key=lambda one: one[0].place.block):
        parts = list(group)
        yield from _in_one_place(parts, subject.texts.get(parts[0][0].place.block, ""))


def _in_one_place(group: list[Said], text: str) -> Iterator[Finding]:
    """项目30个以上，其中甲类10个、乙类15个: two parts and more, all that follow up to the end of the sentence."""
    for index, (fact, target) in enumerate(group):
        end = min((at for mark in "。；" if (at := text.find(mark, fact.place.end)) >= 0), default=len(text))
        among = _AMONG.search(text, fact.place.end, end)
        parts = [one for one in group[index + 1 :] if among and among.end() <= one[0].place.start < end]
        following = group[index + 1][0].place.start if index + 1 < len(group) else end
        if among and among.start() < following and len(parts) >= 2 and _one_unit(target, parts):
            yield from _judged(fact, target, parts)


def check_across(whole: Whole) -> Iterator[Finding]:
    """A finding for every total among the goals whose parts, in sections side by side, make another number."""
    goals = frozenset(whole.gathered.goals)
    said = [(one.fact, one.target) for one in whole.gathered.aims]
    elsewhere = [one for one in said if one[0].place.section not in goals]
    for fact, total in said:
        if fact.place.section not in goals or "%" in total.unit:
            continue
        alike = [one for one in elsewhere if _is_part(one[1], total)]
        for parent, group in groupby(alike, key=lambda one: one[0].place.section.rpartition("/")[0]):
            parts = list(group)
            if parent and len({one[0].place.section for one in parts}) == len(parts) >= 2:
                yield from _judged(fact, total, parts)


def _is_part(part: Target, total: Target) -> bool:
    if part.unit != total.unit or part.value >= total.value:
        return False
    years = part.year is None or total.year is None or part.year == total.year
    return years and _ending(part, total) >= _LIKE


def _ending(one: Target, other: Target) -> int:
    """How many characters at the end two indicators share."""
    length = 0
    while length < min(len(one.indicator), len(other.indicator)) and (
        one.indicator[-length - 1] == other.indicator[-length - 1]
    ):
        length += 1
    return length


def _one_unit(total: Target, parts: list[Said]) -> bool:
    return "%" not in total.unit and all(part.unit == total.unit for _, part in parts)


def _judged(fact: Fact, total: Target, parts: list[Said]) -> Iterator[Finding]:
    made = sum(part.value for _, part in parts)
    at_least = total.comparison in (Comparison.AT_LEAST, Comparison.ABOUT)
    if abs(made - total.value) < 1e-6 or (made > total.value and at_least):
        return
    listed = "＋".join(part.text for part, _ in parts)
    message = f"总数是{fact.text}，分项是{listed}，合计{made:g}{total.unit}，两者不等。"
    yield Finding("sums", Severity.DOUBT, message, fact.place, fact.text)
