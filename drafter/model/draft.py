"""The draft being written: a document, its slots and whose plan it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.model.document import Clause, Document, Party, SlotId, SlotRef, Source, Span
from drafter.model.finding import Ignored
from drafter.model.locality import Locality
from drafter.model.notice import Notice
from drafter.model.tree import joined, map_spans
from drafter.model.walk import Shown, passages, sections


class SlotKind(StrEnum):
    """What a slot stands for."""

    REGION = "region"
    AGENCY = "agency"
    TARGET = "target"
    PERIOD = "period"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class SlotState(StrEnum):
    """How a slot was settled: not yet, by a local value, or by keeping the original for a stated reason."""

    OPEN = "open"
    REPLACED = "replaced"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that must become local.

    `name` is what it is called (口径) and what prints as 【name】 while open; `original` the words it replaces;
    `proposal` a value offered but not yet taken; `value` the local words; `reason` why the original was kept, or
    why this value was put in.
    """

    id: SlotId
    kind: SlotKind
    name: str
    original: str = ""
    source: Source | None = None
    proposal: str = ""
    value: str = ""
    state: SlotState = SlotState.OPEN
    reason: str = ""
    hint: str = ""

    @property
    def shown(self) -> str:
        """What prints: the local value, the kept original, or 【name】."""
        match self.state:
            case SlotState.REPLACED:
                return self.value
            case SlotState.KEPT:
                return self.original
            case SlotState.OPEN:
                return f"【{self.name}】"


@dataclass(frozen=True, slots=True)
class Unneeded:
    """A topic of other plans that the draft is not to have: what it is called in them, and why."""

    headings: tuple[str, ...]
    reason: str

    def covers(self, headings: Iterable[str]) -> bool:
        """Whether a topic that is called so is this one."""
        return not set(self.headings).isdisjoint(headings)


KEY_LENGTH = 64
"""The longest key of a draft, in letters and digits."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The one thing the planner works on. `next_id` is the next free id of sections, paragraphs and slots alike.

    `key` names the draft through all its versions and copies, so that what comes back is known; "" until it has one.
    `notice` is what the plan is to be issued with, `ignored` what the rules are not to speak of again, `unneeded` what
    other plans have and this one is not to have.
    """

    document: Document = Document()
    slots: tuple[Slot, ...] = ()
    locality: Locality | None = None
    next_id: int = 1
    key: str = ""
    notice: Notice | None = None
    ignored: tuple[Ignored, ...] = ()
    unneeded: tuple[Unneeded, ...] = ()


def slot_texts(draft: Draft) -> Shown:
    """A function from a slot reference to what it shows in this draft."""
    shown = {slot.id: slot.shown for slot in draft.slots}
    return lambda reference: shown[reference.slot]


def slot_named(draft: Draft, slot: SlotId) -> Slot:
    """The slot with this id."""
    return next(one for one in draft.slots if one.id == slot)


def open_slots(draft: Draft) -> tuple[Slot, ...]:
    """The slots that still wait for a value."""
    return tuple(slot for slot in draft.slots if slot.state is SlotState.OPEN)


def sound(draft: Draft) -> Draft:
    """The draft itself; raises ValueError where its text names a slot that it has not, or an id is not below the next.

    Every edit keeps this; a file that comes from elsewhere need not. The key becomes part of file names.
    """
    if draft.key and not (draft.key.isalnum() and len(draft.key) <= KEY_LENGTH):
        raise ValueError("no key of a draft")
    document, slots = draft.document, [slot.id for slot in draft.slots]
    titles = (document.title, *(attachment.title for attachment in document.attachments))
    spans = (*titles, *(passage.spans for passage in passages(document)))
    if not {reference.slot for one in spans for reference in references(one)} <= set(slots):
        raise ValueError("the text names a slot that is not there")
    if max((*slots, *(section.id for _, section in sections(document))), default=0) >= draft.next_id:
        raise ValueError("an id is not below the next one")
    return draft


def uses(draft: Draft) -> dict[SlotId, int]:
    """How many times each slot is used in the title and the text."""
    count = {slot.id: 0 for slot in draft.slots}
    for spans in (draft.document.title, *(passage.spans for passage in passages(draft.document))):
        for reference in references(spans):
            count[reference.slot] += 1
    return count


def references(spans: tuple[Span, ...]) -> Iterator[SlotRef]:
    """The slot references in spans, those in clauses included."""
    for span in spans:
        if isinstance(span, SlotRef):
            yield span
        elif isinstance(span, Clause):
            yield from (party.name for party in span.parties if isinstance(party.name, SlotRef))


def leave_out(draft: Draft, headings: tuple[str, ...], reason: str) -> Draft:
    """The draft with a topic marked as one it is not to have."""
    return replace(draft, unneeded=(*want_again(draft, headings).unneeded, Unneeded(headings, reason)))


def want_again(draft: Draft, headings: tuple[str, ...]) -> Draft:
    """The draft with such a mark taken away."""
    return replace(draft, unneeded=tuple(one for one in draft.unneeded if not one.covers(headings)))


def _with_slot(draft: Draft, slot: SlotId, change: Callable[[Slot], Slot]) -> Draft:
    return replace(draft, slots=tuple(change(one) if one.id == slot else one for one in draft.slots))


def fill(draft: Draft, slot: SlotId, value: str, reason: str = "") -> Draft:
    """The draft with a local value in a slot; an empty value opens the slot again."""
    state = SlotState.REPLACED if value else SlotState.OPEN
    return _with_slot(draft, slot, lambda one: replace(one, value=value, state=state, reason=reason))


def keep(draft: Draft, slot: SlotId, reason: str) -> Draft:
    """The draft with a slot's original words kept, for a reason."""
    return _with_slot(draft, slot, lambda one: replace(one, value="", state=SlotState.KEPT, reason=reason))


def delete_slot(draft: Draft, slot: SlotId) -> Draft:
    """The draft without a slot and without its words in the text; a clause loses the party and the mark before it."""

    def without(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        kept = (_without_party(span, slot) if isinstance(span, Clause) else span for span in spans)
        return joined(tuple(span for span in kept if span is not None and span != SlotRef(slot)))

    document = map_spans(draft.document, without)
    return replace(draft, document=document, slots=tuple(one for one in draft.slots if one.id != slot))


def _without_party(clause: Clause, slot: SlotId) -> Clause | None:
    """The clause without a party and the mark between it and a neighbour; None where no party is left."""
    spans = list(clause.spans)
    for index in [i for i, span in enumerate(spans) if isinstance(span, Party) and span.name == SlotRef(slot)][::-1]:
        first = not any(isinstance(span, Party) for span in spans[:index])
        last = not any(isinstance(span, Party) for span in spans[index + 1 :])
        if first and not last:
            del spans[index : index + 2]
        elif not last or isinstance(spans[index - 1], str):
            del spans[index - (0 if first else 1) : index + 1]
    return Clause(tuple(spans)) if any(isinstance(span, Party) for span in spans) else None
