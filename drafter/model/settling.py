"""Slots that are alike, settled in one edit."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from drafter.model.document import SlotId
from drafter.model.draft import Draft, delete_slot, fill, keep, slot_named


class Settling(StrEnum):
    """How slots are settled together: 替换, 保留 or 删去."""

    REPLACE = "replace"
    KEEP = "keep"
    DELETE = "delete"


def alike(draft: Draft, slot: SlotId) -> tuple[SlotId, ...]:
    """The slots that ask for the same as one, itself among them: of its kind, with its original words or its name."""
    wanted = slot_named(draft, slot)
    name = _counted_name(wanted.name)
    return tuple(
        one.id
        for one in draft.slots
        if one.kind is wanted.kind
        and ((one.original and one.original == wanted.original) or _counted_name(one.name) == name)
    )


def _counted_name(name: str) -> str:
    """A slot's name without the number that tells it from another of that name (企业数量2)."""
    return name.rstrip("0123456789") or name


def settle_all(draft: Draft, slots: Iterable[SlotId], how: Settling, words: str = "") -> Draft:
    """The draft with slots settled in one edit.

    REPLACE puts `words` in every one, or without words each one's own proposal (what has none stays as it is); KEEP
    keeps each original for the reason `words` (what has no original stays); DELETE takes their words out of the text.
    """
    for one in [slot_named(draft, slot) for slot in slots]:
        match how:
            case Settling.REPLACE if value := words or one.proposal:
                draft = fill(draft, one.id, value)
            case Settling.KEEP if one.original:
                draft = keep(draft, one.id, words)
            case Settling.DELETE:
                draft = delete_slot(draft, one.id)
            case _:
                pass
    return draft
