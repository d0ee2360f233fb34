"""A draft's years moved to another period: what would change, and the change, whole or of chosen dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.adapting.rolling import YearChange, roll_years, year_changes
from drafter.model.document import Span
from drafter.model.draft import Draft, fill
from drafter.model.fixing import path_of
from drafter.model.walk import span_text
from drafter.model.wording import with_words, words_at

__all__ = ["YearChange", "roll_chosen", "roll_years", "year_changes"]


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
        if isinstance(span, str) and 0 <= inside and span.startswith(words, inside):
            new = span[:inside] + value + span[inside + len(words) :]
            return (*spans[:index], new, *spans[index + 1 :])
        at += max(1, len(span_text(span)))
    return spans
