"""Targets that contradict each other in a text, or ask for more than the superior plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking.subject import Subject
from drafter.model.fact import Fact, Target
from drafter.model.finding import Finding, Severity

_VAGUE = 3
"""An indicator with fewer characters (企业, 项目) may count something else each time."""

_NEW = re.compile("新增|新建|新设|再建|每年|年均|计划建设|再")
_PARTED = re.compile("分别|其中|其余")

Key = tuple[str, str, int | None, bool]


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for every second value of one indicator, unit and year, and for more than the superior plan has."""
    first: dict[Key, tuple[Fact, Target]] = {}
    texts = subject.texts
    for fact, target in subject.targets:
        sentence = _sentence(fact, texts)
        if _PARTED.search(sentence) or not (key := _key(target, sentence)):
            continue
        before, said = first.setdefault(key, (fact, target))
        if said.value != target.value and not sentence.startswith(_sentence(before, texts)):
            year = f"{target.year}年" if target.year else ""
            where = before.place.section or "前言"
            message = f"{year}“{target.indicator}”这里是{fact.text}，{where}中是{before.text}，前后不一致。"
            yield Finding("contradicting-targets", Severity.ERROR, message, fact.place, fact.text, before.text)
    yield from _above_superior(subject)


def _above_superior(subject: Subject) -> Iterator[Finding]:
    theirs = {key: fact for fact in subject.superior if fact.target and (key := _key(fact.target, ""))}
    for fact, target in subject.targets:
        key = _key(target, "")
        above = theirs.get(key) if key else None
        if above and above.target and "%" not in target.unit and target.value > above.target.value:
            message = f"“{target.indicator}”为{fact.text}，超过上级规划的{above.text}，请核对口径。"
            yield Finding("above-superior", Severity.DOUBT, message, fact.place, fact.text, above.text)


def _sentence(fact: Fact, texts: dict[tuple[str, tuple[int, ...]], str]) -> str:
    """The part of the sentence before a target, with the target."""
    text = texts.get((fact.place.section, fact.place.block), "")[: fact.place.end]
    return re.split("[。；！？]", text)[-1]


def _key(target: Target, sentence: str) -> Key | None:
    """What two targets must share to speak of the same thing; what is newly added is no total."""
    if len(target.indicator) < _VAGUE or target.indicator.startswith("占"):
        return None
    new = bool(_NEW.search(re.split("[，、（]", sentence)[-1]))
    return target.indicator, target.unit, target.year, new
