"""The years of a draft rolled forward as one act: every date that depends on the period, listed first, then changed.

2022—2025 → 2026—2028: the first year becomes the first, the last the last, one between keeps its distance from the
first; a base year (以2021年为基期) becomes the year before the period; “十四五” becomes the plan of the new last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.adapting.citations import citations
from drafter.adapting.mentions import HIDDEN
from drafter.adapting.periods import periods
from drafter.model.document import SlotId, Span
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, fill
from drafter.model.fact import Place
from drafter.model.tree import map_spans
from drafter.model.walk import Passage, passages, span_text, text_of
from drafter.text.numerals import print_numeral

Period = tuple[int, int]

_YEAR = re.compile(r"(?<![\d〔\[])(?:19|20)\d{2}(?=\s*(?:年|[—\-–－~～至]+\s*(?:19|20)\d{2}\s*年))")
_BASE_BEFORE = re.compile(r"(?:较|比|与|相比于|在)\s*$|以\s*$")
_BASE_AFTER = re.compile(r"年(?:底|末)?(?:为基|基础|水平|相比|[^，。；]{0,6}(?:增长|提高|下降|翻|增加))")
_PLAN = re.compile(r"([“\"]?)十[一二三四五六七八九]五([”\"]?)")


@dataclass(frozen=True, slots=True)
class YearChange:
    """One date that changes: its words, the new ones, why, and where: in the text, or the slot that holds it."""

    words: str
    value: str
    why: str
    place: Place | None = None
    slot: SlotId | None = None


def year_changes(draft: Draft, period: Period, old: Period | None = None) -> tuple[YearChange, ...]:
    """Every date of a draft that depends on its period (`old`, else what the draft says), in reading order, then slots.

    A period slot counts from the period of the plan its words are from; one that is settled already stays.
    """
    before = old or draft.document.period or _first_period(text_of(draft.document.title))
    changes: list[YearChange] = []
    if before:
        title = Passage("", (), draft.document.title)
        changes += [
            one for passage in (title, *passages(draft.document)) for one in _in_passage(passage, before, period)
        ]
    return (*changes, *_in_slots(draft, period, before))


def roll_years(draft: Draft, period: Period, old: Period | None = None) -> Draft:
    """The draft with every date of `year_changes` changed, and its period set."""
    before = old or draft.document.period or _first_period(text_of(draft.document.title))
    rolled = draft
    for change in _in_slots(draft, period, before):
        if change.slot is not None:
            rolled = fill(rolled, change.slot, change.value, change.why)
    document = rolled.document
    if before:
        document = map_spans(document, lambda spans: _rolled(spans, before, period))
    return replace(rolled, document=replace(document, period=period))


def _rolled(spans: tuple[Span, ...], old: Period, new: Period) -> tuple[Span, ...]:
    changed = tuple(_with_new_years(span, old, new) if isinstance(span, str) else span for span in spans)
    return spans if changed == spans else changed


def _with_new_years(text: str, old: Period, new: Period) -> str:
    for start, end, value, _ in reversed(list(_dates(text, old, new))):
        text = text[:start] + value + text[end:]
    return text


def _in_passage(passage: Passage, old: Period, new: Period) -> Iterator[YearChange]:
    text = "".join(span if isinstance(span, str) else HIDDEN * max(1, len(span_text(span))) for span in passage.spans)
    for start, end, value, why in _dates(text, old, new):
        yield YearChange(text[start:end], value, why, Place(passage.section, passage.block, start, end))


def _in_slots(draft: Draft, new: Period, old: Period | None) -> Iterator[YearChange]:
    for slot in draft.slots:
        before = (_first_period(slot.source.document) if slot.source else None) or old
        if slot.kind is SlotKind.PERIOD and before and slot.state is not SlotState.KEPT:
            yield from _in_slot(slot, before, new)


def _in_slot(slot: Slot, old: Period, new: Period) -> Iterator[YearChange]:
    words = slot.original if slot.state is SlotState.OPEN and slot.original else slot.value
    value = _with_new_years(words, old, new)
    if words and value not in (words, slot.value):
        yield YearChange(words, value, f"规划期{old[0]}—{old[1]}年改为{new[0]}—{new[1]}年", slot=slot.id)


def _first_period(text: str) -> Period | None:
    return next((one.years for one in periods(text) if one.years[0] < one.years[1] and not one.plan), None)


def _dates(text: str, old: Period, new: Period) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, new words, why) of every date of a text that depends on the period, left to right."""
    cited = [(one.start, one.end) for one in citations(text)]
    found: list[tuple[int, int, str, str]] = []
    for match in _YEAR.finditer(text):
        year = int(match[0])
        base = year < old[0] and _BASE_BEFORE.search(text, 0, match.start()) and _BASE_AFTER.match(text, match.end())
        if base:
            found.append((match.start(), match.end(), str(new[0] - 1), "基期：规划期的前一年，数值须一并核对"))
        elif old[0] <= year <= old[1]:
            found.append((match.start(), match.end(), str(_moved(year, old, new)), _why(year, old)))
    for match in _PLAN.finditer(text):
        if (plan := _plan_of(new[1])) != _plan_of(old[1]) and match[0].strip('“”"') == f"{_plan_of(old[1])}五":
            found.append((match.start(), match.end(), f"{match[1]}{plan}五{match[2]}", "五年规划随期末年顺延"))
    for one in sorted(found):
        inside = any(start <= one[0] < end for start, end in cited)
        if not inside and text[one[0] : one[1]] != one[2]:
            yield one


def _moved(year: int, old: Period, new: Period) -> int:
    return new[0] if year == old[0] else new[1] if year == old[1] else min(new[0] + year - old[0], new[1])


def _why(year: int, old: Period) -> str:
    return "规划期首年" if year == old[0] else "规划期末年" if year == old[1] else "规划期内的年份"


def _plan_of(year: int) -> str:
    """The numeral of the five-year plan a year lies in (2026 is 十五)."""
    return print_numeral(10 + (year - 2001) // 5)
