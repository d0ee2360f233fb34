"""What time has overtaken: horizons that lie in the past, and wording from a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.checking.subject import Known, OutdatedWord, Subject
from drafter.model.fact import FactKind, Place
from drafter.model.finding import Finding, Severity
from drafter.model.walk import Passage
from drafter.text.sentences import sentence_at

_HORIZON = re.compile(r"^[到至]|底|前|末")
_LOOKS_BACK = re.compile("了|已|以来|过去|五年来|回顾|收官|圆满|期间，?取得")
_CITED = re.compile(r"《[^《》]*》|〔\d{4}〕\d+号")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for every time to reach that has passed, for a period that has ended, and for outdated wording."""
    for fact in subject.facts:
        if fact.kind is FactKind.PERIOD and fact.years and fact.years[1] < subject.known.year:
            ended = fact.years[0] < fact.years[1]
            if "五" not in fact.text and (ended or _HORIZON.search(fact.text)):
                message = f"“{fact.text}”已经过去（今年是{subject.known.year}年）。"
                yield Finding("past-horizon", Severity.DOUBT, message, fact.place, fact.text)
    words = _since(subject.known)
    for passage in subject.passages if words else ():
        yield from _outdated_words(passage, subject.texts[passage.block], words, _pattern(frozenset(words)))


def _since(known: Known) -> dict[str, OutdatedWord]:
    return {one.word: one for one in known.outdated if one.since <= known.year}


@cache
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def _outdated_words(
    passage: Passage, text: str, words: dict[str, OutdatedWord], pattern: re.Pattern[str]
) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        cited = [one.span() for one in _CITED.finditer(text)]
        start, end = sentence_at(text, match.start())
        looks_back = "五”" in match[0] and _LOOKS_BACK.search(text, start, end)
        if looks_back or any(start <= match.start() < end for start, end in cited):
            continue
        place = Place(passage.section, passage.block, match.start(), match.end())
        message = f"“{match[0]}”自{words[match[0]].since}年起过时：{words[match[0]].reason}"
        yield Finding("outdated-wording", Severity.DOUBT, message, place, match[0])
