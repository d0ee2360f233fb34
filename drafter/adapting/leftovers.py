"""What is still foreign in a draft: names of other places, their agencies, organisations and documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.belonging import Belonging, Sides
from drafter.adapting.judge import Judge
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import HIDDEN, Context, mentions, names_in
from drafter.model.document import Box, Document, SlotId, SlotRef, Span, Table
from drafter.model.draft import Draft, SlotKind, SlotState, slot_texts
from drafter.model.fact import Place
from drafter.model.finding import Finding
from drafter.model.walk import Passage, Shown, passages, sections, span_text, text_of


def leftovers(draft: Draft, knowledge: Knowledge, origin: str = "") -> tuple[Finding, ...]:
    """A finding for every name that is not ours, our province's or the nation's: in reading order, then box titles.

    What stands in an open slot, or in one kept with a reason, is not reported. Numbers and years in no slot, and names
    of unknown place, are reported where the draft took something from another plan. `origin` is whose plan the text is
    from where its passages do not say (济南市).
    """
    reader = _Reader(draft, knowledge, origin)
    title = Passage("", (), draft.document.title)
    places = (title, *passages(draft.document), *_labels(draft.document))
    return tuple(finding for passage in places for finding in reader.read(passage))


def _labels(document: Document) -> Iterator[Passage]:
    """The titles of boxes and the captions of tables, which are no paragraphs."""
    for path, section in sections(document):
        for index, block in enumerate(section.blocks):
            label = block.title if isinstance(block, Box) else block.caption if isinstance(block, Table) else ""
            if label:
                yield Passage(path, (index,), (label,), section.source, section)


@dataclass(frozen=True, slots=True)
class _Words:
    """A passage as printed, with what stands in open and kept slots hidden."""

    text: str
    hidden: str


class _Reader:
    def __init__(self, draft: Draft, knowledge: Knowledge, origin: str) -> None:
        self._draft = draft
        self._knowledge = knowledge
        self._shown = slot_texts(draft)
        self._settled = {slot.id for slot in draft.slots if slot.state is not SlotState.REPLACED}
        self._originals = _originals(draft, knowledge)
        self._origin = origin
        self._borrowed = bool(origin or draft.slots) or any(one.source for one in passages(draft.document))

    def read(self, passage: Passage) -> Iterator[Finding]:
        """The findings of one passage, left to right."""
        words = _words(passage.spans, self._shown, self._settled)
        source = passage.source
        region = source.region if source else self._origin
        origin = self._knowledge.gazetteer.region(region) if region else None
        sides = Sides(self._knowledge.gazetteer, origin, self._draft.locality)
        names = names_in([source.text], self._knowledge, sides.near) if source else frozenset[str]()
        found = mentions(words.hidden, self._knowledge, Context(sides.near, names=names | self._originals))
        document = self._draft.document
        text = source.text if source else ""
        year = int(document.date[:4]) if document.date else document.period[0] if document.period else None
        judge = Judge(self._knowledge, sides, self._originals, self._borrowed, document.period, text, year)
        for one in sorted(judge.remarks(found, words.hidden), key=lambda one: one.start):
            place = Place(passage.section, passage.block, one.start, one.end)
            said = words.text[one.start : one.end]
            yield Finding(one.rule, one.severity, one.message, place, said, one.suggestion)


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
