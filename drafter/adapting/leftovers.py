"""What is still foreign in a draft: names of other places, their agencies, organisations and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.agencies import AgencyFound
from drafter.adapting.belonging import Belonging, Sides
from drafter.adapting.citations import CitationFound
from drafter.adapting.gazetteer import PlaceFound
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import HIDDEN, Context, Found, mentions, names_in
from drafter.adapting.organisations import OrganisationFound
from drafter.model.document import Box, Document, SlotId, SlotRef, Span, Table
from drafter.model.draft import Draft, SlotKind, SlotState, slot_texts
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.locality import Region
from drafter.model.walk import Passage, Shown, passages, sections, span_text, text_of


def leftovers(draft: Draft, knowledge: Knowledge) -> tuple[Finding, ...]:
    """A finding for every name that is not ours, our province's or the nation's: in reading order, then box titles.

    What stands in an open slot, or in one kept with a reason, is not reported.
    """
    reader = _Reader(draft, knowledge)
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
    def __init__(self, draft: Draft, knowledge: Knowledge) -> None:
        self._draft = draft
        self._knowledge = knowledge
        self._shown = slot_texts(draft)
        self._settled = {slot.id for slot in draft.slots if slot.state is not SlotState.REPLACED}
        self._originals = _originals(draft, knowledge)

    def read(self, passage: Passage) -> Iterator[Finding]:
        """The findings of one passage, left to right."""
        words = _words(passage.spans, self._shown, self._settled)
        origin = self._knowledge.gazetteer.region(passage.source.region) if passage.source else None
        sides = Sides(self._knowledge.gazetteer, origin, self._draft.locality)
        names = names_in([passage.source.text], self._knowledge, sides.near) if passage.source else frozenset[str]()
        context = Context(sides.near, names=names | self._originals)
        judge = _Judge(self._knowledge, sides, self._originals)
        for one in mentions(words.hidden, self._knowledge, context):
            if finding := judge.finding(one, words.text, passage):
                yield finding


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


@dataclass(frozen=True, slots=True)
class _Judge:
    knowledge: Knowledge
    sides: Sides
    originals: frozenset[str]

    def finding(self, one: Found, text: str, passage: Passage) -> Finding | None:
        """What is to be said about a mention, or None where it may stay."""
        place = Place(passage.section, passage.block, one.start, one.end)
        words = text[one.start : one.end]
        match one:
            case PlaceFound():
                return self._place(one, words, place)
            case OrganisationFound():
                return self._organisation(one, words, place)
            case CitationFound():
                return self._citation(one, words, place)
            case AgencyFound():
                return self._agency(one, words, place)
            case _:
                return None

    def _whose(self, regions: tuple[Region, ...]) -> Belonging:
        """Whose regions are; a name that may mean a place of ours is ours."""
        ours = Sides(self.sides.gazetteer, None, self.sides.locality)
        whose = ours.belonging(regions)
        return whose if whose is Belonging.OURS else self.sides.belonging(regions)

    def _severity(self, whose: Belonging) -> Severity:
        """A name of the plan a passage comes from is an error; another place may be meant."""
        return Severity.DOUBT if whose is Belonging.OTHER else Severity.ERROR

    def _place(self, one: PlaceFound, words: str, place: Place) -> Finding | None:
        whose = self._whose(one.regions)
        if whose is Belonging.OURS or (whose is Belonging.OTHER and self.sides.locality is None):
            return None
        meant = one.regions[0].name
        message = f"“{words}”是{'外地' if whose is Belonging.OTHER else '来源地'}的地名（{meant}）。"
        locality = self.sides.locality
        suggestion = None
        if locality and whose is Belonging.ORIGIN:
            suggestion = locality.name if one.form == "name" else locality.short
            if one.form == "one_character":
                suggestion = locality.one_character or locality.short
        return Finding("foreign-place", self._severity(whose), message, place, words, suggestion)

    def _organisation(self, one: OrganisationFound, words: str, place: Place) -> Finding | None:
        if one.place is None:
            if self.sides.origin is None and words not in self.originals:
                return None
            message = f"“{words}”是来源地的{one.kind}（{one.why}）。"
            return Finding("foreign-organisation", Severity.ERROR, message, place, words)
        whose = self._whose(one.place.regions)
        if whose is Belonging.OURS:
            return None
        message = f"“{words}”不是本地的{one.kind}，名称中有{one.place.regions[0].name}。"
        return Finding("foreign-organisation", self._severity(whose), message, place, words)

    def _citation(self, one: CitationFound, words: str, place: Place) -> Finding | None:
        places = self.knowledge.gazetteer.find(one.title, self.sides.near)
        character = self.sides.gazetteer.of_character(one.number[0]) if one.number else ()
        regions = places[0].regions if places else character
        if not regions or (whose := self._whose(regions)) is Belonging.OURS:
            return None
        message = f"引用了{regions[0].name}的文件。"
        return Finding("foreign-document", self._severity(whose), message, place, words)

    def _agency(self, one: AgencyFound, words: str, place: Place) -> Finding | None:
        match = one.match
        if match is None:
            return None
        region = self.knowledge.gazetteer.region(match.place) if match.place else None
        whose = self._whose((region,)) if region else Belonging.OURS
        locality = self.sides.locality
        name = self.knowledge.directory.name_for(match.function, locality) if locality else ""
        if whose is not Belonging.OURS and region:
            message = f"“{words}”是{region.name}的机构。"
            return Finding("foreign-agency", self._severity(whose), message, place, words, name or None)
        if match.former and words != name:
            message = f"“{words}”是{match.former}年以前的名称，职能为{match.function}。"
            return Finding("former-agency", Severity.ERROR, message, place, words, self._renewed(words, name))
        return None

    def _renewed(self, words: str, name: str) -> str | None:
        """The present name, only for an agency of our own level."""
        own = name[:1] == re.sub(r"^(?:中共)?", "", words)[:1]
        return name if name and own else None
