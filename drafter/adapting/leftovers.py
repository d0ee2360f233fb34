"""What is still foreign in a draft: names of other places, their agencies, organisations and documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.adapting.belonging import Belonging, Sides
from drafter.adapting.judge import Judge, Remark
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import HIDDEN, Context, mentions, names_in
from drafter.model.document import Box, Document, Section, SlotId, SlotRef, Span, Table
from drafter.model.draft import Draft, SlotKind, SlotState, slot_texts
from drafter.model.fact import Place
from drafter.model.finding import Finding
from drafter.model.locality import Locality
from drafter.model.printed import slots_in
from drafter.model.remembered import Remembered, Same
from drafter.model.walk import Passage, Shown, named, own_passages, passages, span_text, text_of


def leftovers(draft: Draft, knowledge: Knowledge, origin: str = "") -> tuple[Finding, ...]:
    """A finding for every name that is not ours, our province's or the nation's, in reading order.

    What stands in an open slot, or in one kept with a reason, is not reported. Numbers and years in no slot, and names
    of unknown place, are reported where the draft took something from another plan. `origin` is whose plan the text is
    from where its passages do not say (济南市). What was found in a section is remembered as long as the section, the
    slots and the place stay the same values, so that a keystroke costs one paragraph.
    """
    return tuple(_reader(draft, knowledge, origin).read(draft.document))


_KNOWN: Remembered[tuple[Finding, ...]] = Remembered()


def _reader(draft: Draft, knowledge: Knowledge, origin: str) -> _Reader:
    document = draft.document
    borrowed = bool(origin or draft.slots) or any(one.source for one in passages(document))
    year = int(document.date[:4]) if document.date else document.period[0] if document.period else None
    case = _Case(knowledge, draft.locality, _originals(draft, knowledge), borrowed, document.period, year)
    settled = {slot.id for slot in draft.slots if slot.state is not SlotState.REPLACED}
    states = {slot.id: (slot.id in settled, slot.shown) for slot in draft.slots}
    return _Reader(slot_texts(draft), settled, states, origin, _interned(case))


@lru_cache(maxsize=16)
def _interned(case: _Case) -> _Case:
    """The same value for equal cases, so that comparing them costs nothing."""
    return case


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the sections of a draft."""

    shown: Shown
    settled: set[SlotId]
    states: dict[SlotId, tuple[bool, str]]
    origin: str
    case: _Case

    def read(self, document: Document, prefix: str = "") -> Iterator[Finding]:
        """The findings of the title and every section, then of the annexes (their paths begin 附件1/)."""
        front = replace(document, sections=(), attachments=())
        outer = prefix.removesuffix("/")
        for passage in (Passage("", (), document.title), *passages(front)):
            yield from self._in_passage(replace(passage, section=outer))
        for name, section in named(document.sections):
            yield from self._in_section(section, prefix + name)
        for ordinal, attachment in enumerate(document.attachments, 1):
            yield from self.read(attachment, f"{prefix}附件{ordinal}/")

    def _in_section(self, section: Section, path: str) -> tuple[Finding, ...]:
        """The findings of a section and those below it, remembered by the section's identity and what it depends on."""
        slots = tuple(map(self.states.get, slots_in(section)))
        rest = (path, slots, self.origin, Same(self.case))
        return _KNOWN.of(section, rest, lambda: tuple(self._found_in(section, path)))

    def _found_in(self, section: Section, path: str) -> Iterator[Finding]:
        for passage in (*own_passages(section, path), *_labels(section, path)):
            yield from self._in_passage(passage)
        for name, child in named(section.children):
            yield from self._in_section(child, f"{path}/{name}")

    def _in_passage(self, passage: Passage) -> Iterator[Finding]:
        words = _words(passage.spans, self.shown, self.settled)
        source = passage.source
        region = source.region if source else self.origin
        text = source.text if source else ""
        for one in _remarks(words.hidden, region, text, self.case):
            place = Place(passage.section, passage.block, one.start, one.end)
            yield Finding(one.rule, one.severity, one.message, place, words.text[one.start : one.end], one.suggestion)


@dataclass(frozen=True, eq=False)
class _Case:
    """What is the same for all passages of a draft."""

    knowledge: Knowledge
    locality: Locality | None
    originals: frozenset[str]
    borrowed: bool
    period: tuple[int, int] | None
    year: int | None

    def __hash__(self) -> int:
        return hash((id(self.knowledge), self.originals, self.borrowed, self.period, self.year))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Case) and self._values() == other._values()

    def _values(self) -> tuple[object, ...]:
        return id(self.knowledge), self.locality, self.originals, self.borrowed, self.period, self.year


@lru_cache(maxsize=20_000)
def _remarks(hidden: str, region: str, source: str, case: _Case) -> tuple[Remark, ...]:
    """What is to be said of a passage, left to right: a pure function of its words, so remembered by their value."""
    known = case.knowledge
    origin = known.gazetteer.region(region) if region else None
    sides = Sides(known.gazetteer, origin, case.locality)
    names = names_in([source], known, sides.near) if source else frozenset[str]()
    found = mentions(hidden, known, Context(sides.near, names=names | case.originals))
    judge = Judge(known, sides, case.originals, case.borrowed, case.period, source, case.year)
    return tuple(sorted(judge.remarks(found, hidden), key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class _Words:
    """A passage as printed, with what stands in open and kept slots hidden."""

    text: str
    hidden: str


def _labels(section: Section, path: str) -> Iterator[Passage]:
    """The titles of a section's boxes and the captions of its tables."""
    for index, block in enumerate(section.blocks):
        label = block.title if isinstance(block, Box) else block.caption if isinstance(block, Table) else ""
        if label:
            yield Passage(path, (index,), (label,), section.source, section)


def _originals(draft: Draft, knowledge: Knowledge) -> frozenset[str]:
    """The words that slots replaced or left open, which must not come back by hand."""
    sides = Sides(knowledge.gazetteer, None, draft.locality)
    ours = {draft.locality.name, draft.locality.short} if draft.locality else set[str]()
    kept = {slot.original for slot in draft.slots if slot.state is SlotState.KEPT}
    found = {
        slot.original
        for slot in draft.slots
        if slot.kind is SlotKind.ORGANISATION and slot.state is not SlotState.KEPT and len(slot.original) >= 2
    }
    return frozenset(
        name
        for name in found - kept - ours
        if not any(sides.belonging(place.regions) is Belonging.OURS for place in knowledge.gazetteer.find(name)[:1])
    )


def _words(spans: tuple[Span, ...], shown: Shown, settled: set[SlotId]) -> _Words:
    text = text_of(spans, shown)
    hidden = ""
    for span in spans:
        piece = span_text(span, shown)
        if isinstance(span, SlotRef):
            hidden += HIDDEN * len(piece) if span.slot in settled else piece
        elif isinstance(span, str):
            hidden += piece
        else:
            hidden += "".join(
                HIDDEN * len(span_text(part, shown))
                if not isinstance(part, str) and isinstance(part.name, SlotRef) and part.name.slot in settled
                else span_text(part, shown)
                for part in span.spans
            )
    return _Words(text, hidden)
