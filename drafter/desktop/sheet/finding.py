"""Words found and replaced in the draft, in slots and painted fields too."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from drafter.desktop.sheet.carets import Caret, Carets, at, chips
from drafter.desktop.sheet.gestures import Wanted
from drafter.desktop.sheet.strips import words_of
from drafter.desktop.sheet.view import View
from drafter.model.document import SlotId
from drafter.model.draft import fill
from drafter.model.flow import Key
from drafter.model.wording import type_in_slot, type_text


class Hit(NamedTuple):
    """A place of words: a field and a range of it; `slot` where it lies in the value of a slot."""

    key: Key
    start: int
    end: int
    slot: SlotId | None = None


def hits(view: View, words: str) -> tuple[Hit, ...]:
    """Every place of some words, in reading order. Names of open slots are no words of the draft."""
    if not words:
        return ()
    out: list[Hit] = []
    for strip, number in view.fields():
        if words not in strip.text:
            continue
        text, slots = words_of(strip, number), chips(strip, number)
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            cut = [one for one in slots if one.start < end and one.end > start]
            if not any(one.open for one in cut):
                inside = next((one.slot for one in cut if one.start <= start and end <= one.end), None)
                out.append(Hit(strip.key(number), start, end, inside))
            start = text.find(words, end)
    return tuple(out)


def replaced(view: View, hit: Hit, words: str, carets: Carets) -> Wanted | None:
    """One place with other words."""
    found = view.find(hit.key)
    if found is None or view.draft is None:
        return None
    strip, number = found
    label = QCoreApplication.translate("sheet", "替换“{0}”").format(words_of(strip, number)[hit.start : hit.end])
    if hit.slot is not None:
        chip = next(one for one in chips(strip, number) if one.slot == hit.slot and one.start <= hit.start < one.end)
        draft = type_in_slot(view.draft, hit.slot, hit.start - chip.start, hit.end - chip.start, words)
    else:
        draft = type_text(view.draft, strip.path(number), hit.start, hit.end, words)
    return Wanted(label, draft, carets, at(Caret(hit.key, hit.start + len(words))))


def all_replaced(view: View, words: str, new: str, carets: Carets) -> tuple[Wanted, int] | None:
    """Every place with other words as one edit, and how many there were. Every slot is changed once."""
    found = hits(view, words)
    if not found or view.draft is None:
        return None
    draft = view.draft
    for hit in reversed([one for one in found if one.slot is None]):
        place = view.find(hit.key)
        if place is not None:
            draft = type_text(draft, place[0].path(place[1]), hit.start, hit.end, new)
    for slot in draft.slots:
        if any(hit.slot == slot.id for hit in found):
            draft = fill(draft, slot.id, slot.shown.replace(words, new), slot.reason)
    label = QCoreApplication.translate("sheet", "全部替换“{0}”").format(words)
    return Wanted(label, draft, carets, at(carets.caret)), len(found)
