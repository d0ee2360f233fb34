"""The years of a draft that move when its period moves, and those that stay, each with the reason.

2022—2025 → 2026—2028: the first year becomes the first, the last the last, one between keeps its distance from the
first; a base year (以2021年为基期) becomes the year before the period; “十四五”末 the plan of the new last year.
What is told as done, the years of cited documents and years outside the period stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.citations import citations
from drafter.adapting.facts import PAST
from drafter.adapting.mentions import HIDDEN
from drafter.adapting.periods import periods
from drafter.model.document import Document, SlotId
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.model.fact import Place
from drafter.model.walk import Passage, passages, sections, span_text, text_of
from drafter.text.numerals import print_numeral

Period = tuple[int, int]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s*(?:年|[〕\]]|[—\-–－~～至]+\s*(?:19|20)\d{2}\s*年))")
_BASE_BEFORE = re.compile(r"(?:较|比|与|相比于|在)\s*$|以\s*$")
_BASE_AFTER = re.compile(r"年(?:底|末)?(?:为基|基础|水平|相比|[^，。；]{0,6}(?:增长|提高|下降|翻|增加))")
_PLAN = re.compile(r"([“\"]?)十([一二三四五六七八九])五([”\"]?)")
_PLAN_TIME = re.compile(r"(?:规划)?(?:时期|期间|期末|末)")
_DONE = re.compile(
    r"截至|截止|已(?!有条件)|以来|同比|荣获|获评|获批|入选|首次|[建完获培引打形认][\u4e00-\u9fff]{0,2}了"
)
"""What tells that the words between two stops are about what has been reached."""
_AHEAD = re.compile(r"[到至]\s*$|力争|争取|目标|将")
_STOPS = "。；;！？"


@dataclass(frozen=True, slots=True)
class YearChange:
    """One date: its words, the new ones (the same where it stays), why, and where: in the text, or which slot."""

    words: str
    value: str
    why: str
    place: Place | None = None
    slot: SlotId | None = None

    @property
    def moves(self) -> bool:
        """Whether the date changes."""
        return self.value != self.words


def period_of(draft: Draft) -> Period | None:
    """The period a draft says, in its own field or in its title."""
    return draft.document.period or _first_period(text_of(draft.document.title))


def year_changes(draft: Draft, period: Period, old: Period | None = None) -> tuple[YearChange, ...]:
    """Every date of a draft that depends on its period (`old`, else what the draft says), and every other that stays.

    In reading order, then slots. A period slot counts from the period of the plan its words are from; one that says the
    right years already is not listed, nor is a date that the new period leaves as it is.
    """
    before = old or period_of(draft)
    changes: list[YearChange] = []
    if before:
        past = tuple(path for path, section in sections(draft.document) if PAST.search(text_of(section.title)))
        for passage in (*_titles(draft.document), *passages(draft.document)):
            told = any(passage.section == path or passage.section.startswith(f"{path}/") for path in past)
            changes += _in_passage(passage, _Roll(before, period, told))
    return (*changes, *_in_slots(draft, period, before))


def _titles(document: Document, path: str = "") -> Iterator[Passage]:
    yield Passage(path.removesuffix("/"), (), document.title)
    for ordinal, attachment in enumerate(document.attachments, 1):
        yield from _titles(attachment, f"{path}附件{ordinal}/")


def _in_passage(passage: Passage, roll: _Roll) -> Iterator[YearChange]:
    text = "".join(span if isinstance(span, str) else HIDDEN * max(1, len(span_text(span))) for span in passage.spans)
    for start, end, value, why in roll.dates(text):
        yield YearChange(text[start:end], value, why, Place(passage.section, passage.block, start, end))


def _in_slots(draft: Draft, new: Period, old: Period | None) -> Iterator[YearChange]:
    for slot in draft.slots:
        before = (_first_period(slot.source.document) if slot.source else None) or old
        if slot.kind is SlotKind.PERIOD and before:
            yield from _in_slot(slot, _Roll(before, new))


def _in_slot(slot: Slot, roll: _Roll) -> Iterator[YearChange]:
    if slot.state is SlotState.KEPT:
        yield YearChange(slot.original, slot.original, f"已保留原文：{slot.reason}", slot=slot.id)
        return
    words = slot.original if slot.state is SlotState.OPEN and slot.original else slot.value
    value = roll.moved(words)
    if words and value not in (words, slot.value):
        yield YearChange(words, value, f"规划期{_printed(roll.old)}改为{_printed(roll.new)}", slot=slot.id)


def _printed(period: Period) -> str:
    return f"{period[0]}—{period[1]}年"


def _first_period(text: str) -> Period | None:
    return next((one.years for one in periods(text) if one.years[0] < one.years[1] and not one.plan), None)


@dataclass(frozen=True, slots=True)
class _Roll:
    """From which period to which; `told`: the text is about what has been done."""

    old: Period
    new: Period
    told: bool = False

    def moved(self, text: str) -> str:
        """The text with its dates moved."""
        for start, end, value, _ in reversed(list(self.dates(text))):
            text = text[:start] + value + text[end:]
        return text

    def dates(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """(start, end, new words, why) of every date of a text, left to right; the same words where it stays."""
        cited = [range(one.start, one.end) for one in citations(text)]
        for match in sorted((*_YEAR.finditer(text), *_PLAN.finditer(text)), key=lambda one: one.start()):
            if any(match.start() in span for span in cited):
                yield match.start(), match.end(), match[0], "引用文件的名称、文号，不随期限改"
            elif found := self._plan(match) if match.re is _PLAN else self._year(match):
                yield match.start(), match.end(), *found

    def _year(self, match: re.Match[str]) -> tuple[str, str] | None:
        year, text, words = int(match[0]), match.string, match[0]
        if text.startswith(("〕", "]"), match.end()):
            return words, "文号中的年份，不随期限改"
        if year < self.old[0]:
            if _BASE_BEFORE.search(text, 0, match.start()) and _BASE_AFTER.match(text, match.end()):
                return str(self.new[0] - 1), "基期：规划期的前一年，数值须一并核对"
            return words, "规划期以前的年份，是历史情况"
        if year > self.old[1]:
            late = "，但已不在新的规划期之后，请核对" if year <= self.new[1] else ""
            return words, f"规划期以后的远期年份{late}"
        if self.told or _is_done(match):
            return words, "说的是已经完成的事，请核对是否换成最新情况"
        value = str(self._to(year))
        return None if value == words else (value, self._why(year))

    def _plan(self, match: re.Match[str]) -> tuple[str, str] | None:
        words, plan, old = match[0], _plan_of(self.new[1]), _plan_of(self.old[1])
        if f"十{match[2]}" != old:
            return words, "不是规划期所在的五年规划"
        if plan == old:
            return None
        value = f"{match[1]}{plan}五{match[3]}"
        if self.told or _is_done(match):
            return words, "回顾过去的五年，不随期限改"
        if not _PLAN_TIME.match(match.string, match.end()):
            return words, f"说的是五年规划本身；要改为{value}，请先核对提法"
        return value, "五年规划随期末年顺延"

    def _to(self, year: int) -> int:
        (old, last), (new, end) = self.old, self.new
        return new if year == old else end if year == last else min(new + year - old, end)

    def _why(self, year: int) -> str:
        return "规划期首年" if year == self.old[0] else "规划期末年" if year == self.old[1] else "规划期内的年份"


def _is_done(match: re.Match[str]) -> bool:
    """Whether the words between two stops around a date tell of what has been reached, and the date is no aim."""
    text = match.string
    start = max(text.rfind(mark, 0, match.start()) for mark in _STOPS) + 1
    end = min((at for mark in _STOPS if (at := text.find(mark, match.end())) >= 0), default=len(text))
    return bool(_DONE.search(text, start, end)) and not _AHEAD.search(text, start, match.start())


def _plan_of(year: int) -> str:
    """The numeral of the five-year plan a year lies in (2026 is 十五)."""
    return print_numeral(10 + (year - 2001) // 5)
