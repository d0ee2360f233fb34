"""A draft's years moved to another period: what would change, and the change, whole or of chosen dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.adapting.rolling import YearChange, period_of, year_changes
from drafter.model.document import Span
from drafter.model.draft import Draft, fill, slot_named, slot_texts
from drafter.model.fixing import path_of
from drafter.model.walk import span_text, text_of
from drafter.model.wording import with_words, words_at

__all__ = ["YearChange", "around", "period_of", "roll_chosen", "roll_years", "year_changes"]

_AROUND = 12


def roll_years(draft: Draft, period: tuple[int, int], old: tuple[int, int] | None = None) -> Draft:
    """The draft with every date of `year_changes` changed that moves, and its period set."""
    return roll_chosen(draft, period, (one for one in year_changes(draft, period, old) if one.moves))


def around(draft: Draft, change: YearChange) -> str:
    """The words around a date, `_AROUND` characters before and behind it; of a slot the sentence it is from."""
    if change.slot is not None:
        source = slot_named(draft, change.slot).source
        return source.text if source else ""
    path = path_of(draft.document, change.place) if change.place else None
    if path is None or change.place is None:
        return ""
    text = text_of(words_at(draft, path), slot_texts(draft))
    start = text.find(change.words, change.place.start)
    return text[max(0, start - _AROUND) : start + len(change.words) + _AROUND]


def roll_chosen(draft: Draft, period: tuple[int, int], chosen: Iterable[YearChange]) -> Draft:
    """The draft with some of its `year_changes` made, and its period set: one edit.

    A date that does not stand any more where it stood is left as it is.
    """
    rolled = replace(draft, document=replace(draft.document, period=period))
    later_first = sorted(chosen, key=lambda one: one.place.start if one.place else 0, reverse=True)
    for change in later_first:
        if change.slot is not None:
            rolled = fill(rolled, change.slot, change.value, change.why)
        elif change.place and (path := path_of(rolled.document, change.place)):
            spans = words_at(rolled, path)
            new = _changed(spans, change.place.start, change.words, change.value)
            rolled = rolled if new == spans else with_words(rolled, path, new)
    return rolled


def _changed(spans: tuple[Span, ...], start: int, words: str, value: str) -> tuple[Span, ...]:
    """The spans with other words at a place where a text has `words`; a slot counts as one character before it."""
    at = 0
    for index, span in enumerate(spans):
        inside = start - at
        if isinstance(span, str) and inside >= 0 and span.startswith(words, inside):
            new = span[:inside] + value + span[inside + len(words) :]
            return (*spans[:index], new, *spans[index + 1 :])
        at += max(1, len(span_text(span)))
    return spans
