"""Targets that cannot stand beside the superior plan: more than the whole of which ours is a part, or later."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.gathered import Aim
from drafter.checking.whole import Whole
from drafter.model.fact import Fact, Target
from drafter.model.finding import Finding, Severity
from drafter.text.likeness import plain_phrase

_MONEY = {
    "元": 1.0,
    "万元": 1e4,
    "百万元": 1e6,
    "千万元": 1e7,
    "亿元": 1e8,
    "百亿元": 1e10,
    "千亿元": 1e11,
    "万亿元": 1e12,
}
_SHARES = ("%", "‰", "个百分点", "倍")
_VAGUE = 3
"""An indicator with fewer characters (企业, 项目) may count something else each time."""


def check(whole: Whole) -> Iterator[Finding]:
    """A finding for a number above the superior's total of that year, and for its number at a later time."""
    theirs: dict[str, list[tuple[Fact, Target]]] = {}
    for fact in whole.superior:
        if fact.target and (phrase := _phrase(fact.target)):
            theirs.setdefault(phrase, []).append((fact, fact.target))
    for aim in whole.gathered.aims if theirs else ():
        said = theirs.get(_phrase(aim.target), ())
        yield from (found for fact, target in said if (found := _against(aim, fact, target)))


def _phrase(target: Target) -> str:
    """What a target is about, without the words that frame it; "" where that is vague or a share of what is unsaid."""
    phrase = plain_phrase(target.indicator)
    return phrase if len(phrase) >= _VAGUE and not phrase.startswith("占") else ""


def _against(aim: Aim, above: Fact, said: Target) -> Finding | None:
    """What is wrong with one of our targets beside the superior's for the same indicator."""
    own = aim.target
    if own.year is None or said.year is None or _dimension(own) != _dimension(said):
        return None
    where = f"上级规划（{above.place.section or '前言'}）"
    words = aim.fact.text
    if own.year == said.year and _size(own) > _size(said) and not own.unit.startswith(_SHARES):
        message = (
            f"“{own.indicator}”{own.year}年为{words}，超过{where}全域的{above.text}，部分不会大于整体，请核对口径。"
        )
        return Finding("above-superior", Severity.DOUBT, message, aim.fact.place, words, above.text)
    if own.year > said.year and _size(own) == _size(said):
        message = f"“{own.indicator}”{own.year}年才达到{words}，{where}要求{said.year}年达到，晚于上级。"
        return Finding("later-than-superior", Severity.DOUBT, message, aim.fact.place, words, f"{said.year}年")
    return None


def _size(target: Target) -> float:
    return target.value * _MONEY.get(target.unit, 1.0)


def _dimension(target: Target) -> str:
    return "元" if target.unit in _MONEY else target.unit
