"""Targets that contradict each other in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking.gathered import Aim
from drafter.checking.whole import Whole
from drafter.model.fact import Fact, Target
from drafter.model.finding import Finding, Severity

_VAGUE = 3
"""An indicator with fewer characters (企业, 项目) may count something else each time."""

_NEW = re.compile("新增|新建|新设|再建|每年|年均|计划建设|再")
_PARTED = re.compile("分别|其中|其余")

Key = tuple[str, str, int | None, bool]


def check(whole: Whole) -> Iterator[Finding]:
    """A finding for every second value of one indicator, unit and year."""
    first: dict[Key, Aim] = {}
    for aim in whole.gathered.aims:
        if _PARTED.search(aim.sentence) or not (key := _key(aim.target, aim.sentence)):
            continue
        before = first.setdefault(key, aim)
        if before.target.value != aim.target.value and not aim.sentence.startswith(before.sentence):
            yield _contradiction(aim, before.fact)


def _contradiction(aim: Aim, before: Fact) -> Finding:
    year = f"{aim.target.year}年" if aim.target.year else ""
    where = before.place.section or "前言"
    message = f"{year}“{aim.target.indicator}”这里是{aim.fact.text}，{where}中是{before.text}，前后不一致。"
    place = aim.fact.place
    return Finding("contradicting-targets", Severity.ERROR, message, place, aim.fact.text, before.text)


def _key(target: Target, sentence: str) -> Key | None:
    """What two targets must share to speak of the same thing; what is newly added is no total."""
    if len(target.indicator) < _VAGUE or target.indicator.startswith("占"):
        return None
    new = bool(_NEW.search(re.split("[，、（]", sentence)[-1]))
    return target.indicator, target.unit, target.year, new
