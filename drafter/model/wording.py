"""Words typed into one place of a draft: a title, a heading, a paragraph, a cell, a caption, or the value of a slot.

Offsets count the code points of the text as shown, slots with what they show. No edit leaves half of a slot: a range
that cuts one takes all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.model.document import Role, SlotId, SlotRef, Span
from drafter.model.draft import Draft, Slot, SlotState, fill, references, slot_named, slot_texts, uses
from drafter.model.path import Path, part_at, with_part
from drafter.model.pieces import Piece, pieces, spans_of
from drafter.model.walk import Shown, text_of

Cut = Callable[[int, int], tuple[Span, ...]]


def words_at(draft: Draft, path: Path) -> tuple[Span, ...]:
    """The spans at a path; of a plain text (a caption) the one span it is."""
    part = part_at(draft.document, path)
    return part if isinstance(part, tuple) else (part,) if part else ()


def with_words(draft: Draft, path: Path, spans: tuple[Span, ...]) -> Draft:
    """The draft with other spans at a path; where a plain text stands, slots are put in as what they show."""
    plain = isinstance(part_at(draft.document, path), str)
    new = text_of(spans, slot_texts(draft)) if plain else spans
    return replace(draft, document=with_part(draft.document, path, new))


def type_text(draft: Draft, path: Path, start: int, end: int, text: str) -> Draft:
    """The draft with a text in place of what stands from `start` to `end`; slots used nowhere else go with it."""
    return put_pieces(draft, path, start, end, (Piece(text),) if text else ())


def put_pieces(draft: Draft, path: Path, start: int, end: int, new: tuple[Piece, ...]) -> Draft:
    """The draft with pieces in place of what stands from `start` to `end`."""
    old = words_at(draft, path)
    spans = spliced(old, slot_texts(draft), start, end, new)
    if spans == old:
        return draft
    left = {one.slot for one in references(spans)}
    gone = tuple(one.slot for one in references(old) if one.slot not in left)
    return without_unused(draft, with_words(draft, path, spans), gone)


def type_in_slot(draft: Draft, slot: SlotId, start: int, end: int, text: str) -> Draft:
    """The draft with a text typed into what a slot shows; into an open one, in place of its name."""
    one = slot_named(draft, slot)
    old = "" if one.state is SlotState.OPEN else one.shown
    start, end = min(start, len(old)), min(end, len(old))
    return fill(draft, slot, old[:start] + text + old[end:], one.reason)


def spliced(
    spans: tuple[Span, ...], shown: Shown, start: int, end: int, new: tuple[Piece, ...] = ()
) -> tuple[Span, ...]:
    """The spans with new pieces in place of a range. What is typed beside words of a clause belongs to the clause."""
    before, after = parted(spans, shown, start, end)
    last = before[-1] if before else None
    if last is not None and last.clause and new:
        party, role = _next_name(before, after) or (last.party if last.slot is None else 0, last.role)
        new = tuple(replace(one, clause=last.clause, party=party if one.slot is None else 0, role=role) for one in new)
    else:
        new = tuple(replace(one, clause=one.clause and one.clause + _APART) for one in new)
    return spans_of(_without_seams((*before, *new, *after)))


_MARKS = ("、", "，", ",")
"""Between two names of a role."""
_APART = 1_000
"""Added to the numbers of clauses that come from elsewhere, so that they stay clauses of their own."""


def _next_name(before: tuple[Piece, ...], after: tuple[Piece, ...]) -> tuple[int, Role | None] | None:
    """The party that what is typed behind a mark between names begins, and its role; None elsewhere."""
    last = before[-1]
    if last.slot is not None or last.party or not last.text.endswith(_MARKS):
        return None
    near = (one for one in (*reversed(before), *after) if one.party and one.clause == last.clause)
    role = next((one.role for one in near), None)
    return _APART + len(before), role


def _without_seams(row: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Neighbouring texts of the same clause and party as one, so that they are one name."""
    whole: list[Piece] = []
    for piece in row:
        last = whole[-1] if whole else None
        if (
            last
            and last.slot is None
            and piece.slot is None
            and (last.clause, last.party) == (piece.clause, piece.party)
        ):
            whole[-1] = replace(last, text=last.text + piece.text)
        elif piece.slot is not None or piece.text:
            whole.append(piece)
    return tuple(whole)


def parted(spans: tuple[Span, ...], shown: Shown, start: int, end: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces before `start` and those behind `end`; a slot that is cut is in neither, one at a point behind it."""
    before: list[Piece] = []
    after: list[Piece] = []
    at = 0
    for piece in pieces(spans):
        stop = at + (len(piece.text) if piece.slot is None else len(shown(SlotRef(piece.slot))))
        if piece.slot is None:
            if at < start:
                before.append(replace(piece, text=piece.text[: start - at]))
            if stop > end:
                after.append(replace(piece, text=piece.text[max(0, end - at) :]))
        elif stop <= start and (start < end or at < start):
            before.append(piece)
        elif at >= end or start == end:
            (after if at >= start or start - at < stop - start else before).append(piece)
        at = stop
    return tuple(before), tuple(after)


def span_range(spans: tuple[Span, ...], shown: Shown, start: int, end: int) -> tuple[Span, ...]:
    """The spans of a range, a slot that is cut whole."""
    out: list[Piece] = []
    at = 0
    for piece in pieces(spans):
        stop = at + (len(piece.text) if piece.slot is None else len(shown(SlotRef(piece.slot))))
        if stop > start and at < end:
            out.append(
                piece if piece.slot is not None else replace(piece, text=piece.text[max(0, start - at) : end - at])
            )
        at = stop
    return spans_of(_without_seams(tuple(out)))


def without_unused(before: Draft, after: Draft, gone: tuple[SlotId, ...]) -> Draft:
    """The draft after an edit without those of some slots that it used before and does not use any more."""
    if not gone or after.document is before.document:
        return after
    left = uses(after)
    unused = {slot for slot in gone if not left.get(slot, 0)}
    return replace(after, slots=tuple(one for one in after.slots if one.id not in unused)) if unused else after


def with_slots(draft: Draft, spans: tuple[Span, ...], known: tuple[Slot, ...]) -> tuple[Draft, tuple[Span, ...]]:
    """The draft and spans that come from elsewhere, with the slots they use: those it has are used again.

    A slot it has not is put in with its own number where that is free, else with a fresh one.
    """
    have = {one.id: one for one in draft.slots}
    same = {one.id: one for one in known}
    numbers: dict[SlotId, SlotId] = {}
    for reference in references(spans):
        slot = same.get(reference.slot)
        if slot is None or reference.slot in numbers:
            continue
        own = have.get(slot.id)
        if own is not None and (own.kind, own.name, own.original) == (slot.kind, slot.name, slot.original):
            numbers[slot.id] = slot.id
            continue
        number = slot.id if own is None and slot.id < draft.next_id else SlotId(draft.next_id)
        numbers[slot.id] = number
        have[number] = replace(slot, id=number)
        draft = replace(draft, slots=(*draft.slots, have[number]), next_id=max(draft.next_id, number + 1))
    return draft, _renamed(spans, numbers)


def _renamed(spans: tuple[Span, ...], numbers: dict[SlotId, SlotId]) -> tuple[Span, ...]:
    out = (replace(piece, slot=numbers.get(piece.slot)) if piece.slot is not None else piece for piece in pieces(spans))
    return spans_of(piece for piece in out if piece.slot is not None or piece.text)
