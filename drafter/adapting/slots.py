"""Slots as they are made: the same thing twice is one slot, also across sections picked at different times."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model.document import SlotId, SlotRef, Source
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.text.normal import squeezed


@dataclass(frozen=True, slots=True)
class Settled:
    """What becomes of some words: a local value with its reason, or an open slot with a name, hint and proposal."""

    kind: SlotKind
    name: str
    value: str = ""
    reason: str = ""
    proposal: str = ""
    hint: str = ""


class SlotMaker:
    """Makes the slots of a section and reuses those that the draft already has."""

    def __init__(self, draft: Draft) -> None:
        self._next = draft.next_id
        self._known = {_key(slot, slot.source.region if slot.source else ""): slot for slot in draft.slots}
        self._names = {slot.name for slot in draft.slots}
        self.new: list[Slot] = []

    def reference(self, settled: Settled, original: str, source: Source) -> SlotRef:
        """A reference to the slot of these words, which is made where there is none yet."""
        state = SlotState.REPLACED if settled.value else SlotState.OPEN
        slot = Slot(
            SlotId(self._next),
            settled.kind,
            settled.name,
            original,
            source,
            settled.proposal,
            settled.value,
            state,
            settled.reason,
            settled.hint,
        )
        known = self._known.get(_key(slot, source.region))
        if known is None:
            known = self._add(slot, source.region)
        return SlotRef(known.id)

    def _add(self, slot: Slot, region: str) -> Slot:
        key = _key(slot, region)
        if slot.state is SlotState.OPEN:
            slot = Slot(
                slot.id,
                slot.kind,
                self._free_name(slot.name),
                slot.original,
                slot.source,
                slot.proposal,
                hint=slot.hint,
            )
        self._known[key] = slot
        self._names.add(slot.name)
        self._next += 1
        self.new.append(slot)
        return slot

    def _free_name(self, name: str) -> str:
        """The name, with a number where another slot already prints so."""
        free, count = name, 1
        while free in self._names:
            count += 1
            free = f"{name}{count}"
        return free


def _key(slot: Slot, region: str) -> tuple[str, ...]:
    """What makes two slots one: kind, original and whose it was; for a target what it counts and the value it says."""
    if slot.kind is not SlotKind.TARGET:
        return (slot.kind.value, slot.original, region, "")
    return (slot.kind.value, _same_value(slot.original), region, slot.name.rstrip("0123456789"))


def _same_value(words: str) -> str:
    """A value in one spelling: 1,500 亿元 and 1500亿元, 百家 and 100家, 30％ and 30%."""
    plain = squeezed(words).replace(",", "").replace("％", "%")
    return re.sub("^[百千](?=[家个项名座件])", lambda match: {"百": "100", "千": "1000"}[match[0]], plain)
