"""Headings and paragraphs added to a draft, taken out, and moved among their neighbours: each is Draft → Draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.model.document import Block, Document, Paragraph, ParagraphId, Section, SectionId, Span
from drafter.model.draft import Draft, uses
from drafter.model.edits import (
    Spot,
    change_section,
    find,
    insert_section,
    move_section,
    remove_section,
    set_heading,
    spot_of,
)
from drafter.model.numbering import Number


def spot_after(draft: Draft, section: SectionId | None) -> Spot:
    """The place after a section, or the end of the draft where there is none."""
    if section is None or all(section != one for one in _ids(draft.document.sections)):
        return Spot(None, len(draft.document.sections))
    spot = spot_of(draft, section)
    return Spot(spot.parent, spot.index + 1)


def _ids(sections: tuple[Section, ...]) -> tuple[SectionId, ...]:
    return tuple(one for section in sections for one in (section.id, *_ids(section.children)))


def new_sections(before: Draft, after: Draft) -> tuple[SectionId, ...]:
    """The sections that are in `after` only, in reading order."""
    known = set(_ids(before.document.sections))
    return tuple(one for one in _ids(after.document.sections) if one not in known)


def add_section(draft: Draft, after: SectionId | None) -> Draft:
    """The draft with an empty heading after a section, counted as that one is."""
    number = find(draft, after).number if after is not None else Number(draft.document.numbering.form(1), 1)
    return insert_section(draft, Section((), 1, number), spot_after(draft, after))


def add_paragraph(draft: Draft, section: SectionId | None, after: ParagraphId | None) -> Draft:
    """The draft with an empty paragraph after another one of a section, else at the end of the section's own text."""
    fresh = Paragraph(id=ParagraphId(draft.next_id))

    def longer(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        places = (i + 1 for i, block in enumerate(blocks) if isinstance(block, Paragraph) and block.id == after)
        place = next(places, len(blocks))
        return (*blocks[:place], fresh, *blocks[place:])

    draft = replace(draft, next_id=draft.next_id + 1)
    if section is None:
        return replace(draft, document=replace(draft.document, preamble=longer(draft.document.preamble)))
    return change_section(draft, section, lambda one: replace(one, blocks=longer(one.blocks)))


def remove_paragraph(draft: Draft, paragraph: ParagraphId) -> Draft:
    """The draft without a paragraph (not one in a box or table); slots used nowhere else go with it."""

    def shorter(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(block for block in blocks if not (isinstance(block, Paragraph) and block.id == paragraph))

    document = _map_blocks(draft.document, shorter)
    if document == draft.document:
        return draft
    smaller = replace(draft, document=document)
    before, used = uses(draft), uses(smaller)
    return replace(smaller, slots=tuple(one for one in draft.slots if used[one.id] or not before[one.id]))


def _map_blocks(document: Document, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Document:
    def in_section(section: Section) -> Section:
        return replace(section, blocks=change(section.blocks), children=tuple(map(in_section, section.children)))

    return replace(
        document,
        preamble=change(document.preamble),
        sections=tuple(map(in_section, document.sections)),
        attachments=tuple(_map_blocks(one, change) for one in document.attachments),
    )


def retitle_section(draft: Draft, section: SectionId, title: tuple[Span, ...]) -> Draft:
    """The draft with another title on a section; an empty title takes an empty section out and changes no other."""
    if title:
        return set_heading(draft, section, title)
    old = find(draft, section)
    return draft if old.title or old.blocks or old.children else remove_section(draft, section)


def move_by(draft: Draft, section: SectionId, steps: int) -> Draft:
    """The draft with a section some places later among its neighbours; itself at the edge."""
    spot = spot_of(draft, section)
    neighbours = draft.document.sections if spot.parent is None else find(draft, spot.parent).children
    place = max(0, min(len(neighbours) - 1, spot.index + steps))
    return draft if place == spot.index else move_section(draft, section, Spot(spot.parent, place))


def promote(draft: Draft, section: SectionId) -> Draft:
    """The draft with a section one level higher, after the one it stood in; itself at the first level."""
    spot = spot_of(draft, section)
    if spot.parent is None:
        return draft
    above = spot_of(draft, spot.parent)
    return move_section(draft, section, Spot(above.parent, above.index + 1))


def demote(draft: Draft, section: SectionId) -> Draft:
    """The draft with a section one level lower, the last one in its elder neighbour; itself where there is none."""
    spot = spot_of(draft, section)
    if spot.index == 0:
        return draft
    neighbours = draft.document.sections if spot.parent is None else find(draft, spot.parent).children
    elder = neighbours[spot.index - 1]
    return move_section(draft, section, Spot(elder.id, len(elder.children)))
