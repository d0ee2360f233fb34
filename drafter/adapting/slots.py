"""Slots as they are made: the same thing twice is one slot, also across sections picked at different times."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.adapting.policy import names_a_figure
from drafter.model.document import SlotId, SlotRef, Source
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.text.likeness import likeness, plain_phrase
from drafter.text.normal import squeezed
from drafter.text.sentences import sentence_at


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
    """Makes the slots of a section and reuses those that the draft already has.

    An indicator said in other words (全市数字企业, 数字企业数量) with the same value is one slot, whose hint tells the
    other words. What may be the same (a word more, or another plan's value) stays a slot of its own, and its hint
    names the other: whether they are one is for the planner to say.
    """

    def __init__(self, draft: Draft) -> None:
        self._next = draft.next_id
        self._known = {_key(slot): slot for slot in draft.slots}
        self._names = {slot.name for slot in draft.slots}
        self._made: dict[SlotId, Slot] = {}

    @property
    def made(self) -> tuple[Slot, ...]:
        """The new slots, and those of the draft whose hint has more to tell."""
        return tuple(self._made.values())

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
        key = _key(slot)
        if (known := self._known.get(key)) is None:
            name = self._free_name(slot.name) if state is SlotState.OPEN else slot.name
            known = self._put(key, replace(slot, name=name, hint=slot.hint + self._like(slot)))
            self._next += 1
        elif (hint := _also_called(known, settled.name)) != known.hint:
            self._put(key, replace(known, hint=hint))
        return SlotRef(known.id)

    def _put(self, key: tuple[str, ...], slot: Slot) -> Slot:
        self._known[key] = self._made[slot.id] = slot
        self._names.add(slot.name)
        return slot

    def _like(self, slot: Slot) -> str:
        """What the hint of a new target says of a slot that may be the same indicator, or ""."""
        if slot.kind is not SlotKind.TARGET or names_a_figure(slot.name):
            return ""
        unit = _unit(slot.original)
        for other in self._known.values():
            if other.kind is not SlotKind.TARGET or _unit(other.original) != unit:
                continue
            elsewhere = _region(other) != _region(slot)
            near = elsewhere or _same_value(other.original) == _same_value(slot.original)
            if near and (why := likeness(_bare(slot.name), _bare(other.name))):
                said = f"{_region(other)}：{other.original}，" if elsewhere else ""
                return f"；与“{other.name}”可能是同一指标（{said}{why}），如是，请填同样的数"
        return ""

    def _free_name(self, name: str) -> str:
        """The name, with a number where another slot already prints so."""
        free, count = name, 1
        while free in self._names:
            count += 1
            free = f"{name}{count}"
        return free


def _key(slot: Slot) -> tuple[str, ...]:
    """What makes two slots one: kind, original and whose it was; for a target what it counts and the value it says.

    The same figure of a policy (补助上限100万元) is one slot only in the same sentence: each policy has its own.
    """
    if slot.kind is not SlotKind.TARGET:
        return (slot.kind.value, slot.original, _region(slot), "")
    name = _bare(slot.name)
    where = _sentence(slot.source.text, slot.original) if slot.source and names_a_figure(name) else ""
    return (slot.kind.value, _same_value(slot.original), _region(slot), plain_phrase(name), where)


def _sentence(text: str, words: str) -> str:
    start, end = sentence_at(text, max(0, text.find(words)))
    return text[start:end].strip()


def _region(slot: Slot) -> str:
    return slot.source.region if slot.source else ""


def _bare(name: str) -> str:
    """A slot's name without the number that keeps it apart from others."""
    return name.rstrip("0123456789")


def _also_called(known: Slot, name: str) -> str:
    """The hint of a slot that stands for an indicator of another name too."""
    if known.kind is not SlotKind.TARGET or name == _bare(known.name) or f"“{name}”" in known.hint:
        return known.hint
    return f"{known.hint}；文中另作“{name}”，{likeness(name, _bare(known.name))}"


def _same_value(words: str) -> str:
    """A value in one spelling: 1,500 亿元 and 1500亿元, 百家 and 100家, 30％ and 30%."""
    plain = squeezed(words).replace(",", "").replace("％", "%")
    return re.sub("^[百千](?=[家个项名座件])", lambda match: {"百": "100", "千": "1000"}[match[0]], plain)


def _unit(words: str) -> str:
    """What a value is counted in: 家 for 100家以上, 元 for 1500亿元."""
    return re.sub(r"[\d.,十百千万亿余多级—\-–~～至]|[以之]?及?以?[上下内]|左右", "", _same_value(words))
