"""A draft as it prints: the words of its slots in place of the slots."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.document import Clause, Document, Party, Section, SlotId, SlotRef, Span
from drafter.model.draft import Draft, references, slot_texts
from drafter.model.remembered import Remembered
from drafter.model.tree import map_section, map_spans
from drafter.model.walk import Shown, own_passages, span_text

_PRINTED: Remembered[Section] = Remembered()
_SLOTS: Remembered[tuple[SlotId, ...]] = Remembered()


def as_printed(draft: Draft) -> Document:
    """The draft's document with the words of its slots in place of the slots; sections stay the same values."""
    return _document(draft.document, slot_texts(draft))


def _document(document: Document, shown: Shown) -> Document:
    front = map_spans(replace(document, sections=(), attachments=()), lambda spans: _printed(spans, shown))
    return replace(
        front,
        sections=tuple(_section(one, shown) for one in document.sections),
        attachments=tuple(_document(one, shown) for one in document.attachments),
    )


def _section(section: Section, shown: Shown) -> Section:
    """The section as printed: the same value as long as it and what its slots show stay the same."""

    def printed() -> Section:
        own = map_section(replace(section, children=()), lambda spans: _printed(spans, shown))
        return replace(own, children=tuple(_section(one, shown) for one in section.children))

    slots = slots_in(section)
    return _PRINTED.of(section, tuple(map(shown, map(SlotRef, slots))), printed) if slots else section


def slots_in(section: Section) -> tuple[SlotId, ...]:
    """The slots of a section and those below it."""

    def search() -> tuple[SlotId, ...]:
        own = (one.slot for passage in own_passages(section, "") for one in references(passage.spans))
        return tuple(dict.fromkeys((*own, *(slot for child in section.children for slot in slots_in(child)))))

    return _SLOTS.of(section, None, search)


def _printed(spans: tuple[Span, ...], shown: Shown) -> tuple[Span, ...]:
    made: list[Span] = []
    for span in spans:
        if isinstance(span, Clause):
            made.append(Clause(tuple(_party(part, shown) for part in span.spans)))
        elif isinstance(span, SlotRef) or (made and isinstance(made[-1], str)):
            text = span_text(span, shown)
            if made and isinstance(made[-1], str):
                made[-1] += text
            else:
                made.append(text)
        else:
            made.append(span)
    return tuple(made)


def _party(part: str | Party, shown: Shown) -> str | Party:
    return replace(part, name=span_text(part, shown)) if isinstance(part, Party) else part
