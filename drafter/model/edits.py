"""Edits of a draft's text and structure: every one is a function Draft → Draft that shares all it does not touch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.errors import NotFound
from drafter.model.document import Document, Paragraph, ParagraphId, Section, SectionId, Span
from drafter.model.draft import Draft, uses
from drafter.model.numbering import Form, Number, Numbering
from drafter.model.tree import map_paragraphs


def set_title(draft: Draft, title: tuple[Span, ...]) -> Draft:
    """The draft with another title."""
    return replace(draft, document=replace(draft.document, title=title))


def set_heading(draft: Draft, section: SectionId, title: tuple[Span, ...]) -> Draft:
    """The draft with another title on one section."""
    return change_section(draft, section, lambda one: replace(one, title=title))


def set_paragraph(draft: Draft, paragraph: ParagraphId, spans: tuple[Span, ...]) -> Draft:
    """The draft with other words in one paragraph or cell."""

    def change(one: Paragraph) -> Paragraph:
        return replace(one, spans=spans) if one.id == paragraph else one

    def in_section(section: Section) -> Section:
        blocks = map_paragraphs(section.blocks, change)
        children = tuple(in_section(child) for child in section.children)
        if (blocks, children) == (section.blocks, section.children):
            return section
        return replace(section, blocks=blocks, children=children)

    def in_document(document: Document) -> Document:
        return replace(
            document,
            preamble=map_paragraphs(document.preamble, change),
            sections=tuple(in_section(section) for section in document.sections),
            attachments=tuple(in_document(attachment) for attachment in document.attachments),
        )

    return replace(draft, document=in_document(draft.document))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a section goes: as child number `index` of `parent` (None: a section of level 1)."""

    parent: SectionId | None
    index: int


def change_section(draft: Draft, section: SectionId, change: Callable[[Section], Section]) -> Draft:
    """The draft with one section changed; raises NotFound where there is no such section."""
    spot = spot_of(draft, section)

    def swap(children: tuple[Section, ...]) -> tuple[Section, ...]:
        return (*children[: spot.index], change(children[spot.index]), *children[spot.index + 1 :])

    return _with_children(draft, spot.parent, swap)


def spot_of(draft: Draft, section: SectionId) -> Spot:
    """Where a section stands."""

    def search(children: tuple[Section, ...], parent: SectionId | None) -> Spot | None:
        for index, child in enumerate(children):
            if child.id == section:
                return Spot(parent, index)
            if found := search(child.children, child.id):
                return found
        return None

    found = search(draft.document.sections, None)
    if found is None:
        raise NotFound("草稿中已没有这一节。", "它可能已被删除，可按 Ctrl+Z 撤销。")
    return found


def _with_children(
    draft: Draft, parent: SectionId | None, change: Callable[[tuple[Section, ...]], tuple[Section, ...]]
) -> Draft:
    def inside(sections: tuple[Section, ...]) -> tuple[Section, ...]:
        changed = tuple(
            replace(one, children=change(one.children))
            if one.id == parent
            else one
            if (under := inside(one.children)) is one.children
            else replace(one, children=under)
            for one in sections
        )
        return sections if all(a is b for a, b in zip(changed, sections, strict=True)) else changed

    old = draft.document.sections
    new = change(old) if parent is None else inside(old)
    return replace(draft, document=renumbered(replace(draft.document, sections=new)))


def insert_section(draft: Draft, section: Section, spot: Spot) -> Draft:
    """The draft with a section put in, given fresh ids and the level of its new place, everything renumbered."""
    depth = 1 if spot.parent is None else find(draft, spot.parent).level + 1
    placed, next_id = _with_fresh_ids(relevelled(section, depth), draft.next_id)

    def put(children: tuple[Section, ...]) -> tuple[Section, ...]:
        return (*children[: spot.index], placed, *children[spot.index :])

    return _with_children(replace(draft, next_id=next_id), spot.parent, put)


def remove_section(draft: Draft, section: SectionId) -> Draft:
    """The draft without a section and what stands under it; slots used nowhere else go with it."""
    spot = spot_of(draft, section)
    smaller = _with_children(draft, spot.parent, lambda old: (*old[: spot.index], *old[spot.index + 1 :]))
    used = uses(smaller)
    before = uses(draft)
    return replace(smaller, slots=tuple(slot for slot in draft.slots if used[slot.id] or not before[slot.id]))


def move_section(draft: Draft, section: SectionId, spot: Spot) -> Draft:
    """The draft with a section moved; `spot` is counted in the draft without it. Moving into itself is NotFound."""
    moved = find(draft, section)
    old = spot_of(draft, section)
    smaller = _with_children(draft, old.parent, lambda all_: (*all_[: old.index], *all_[old.index + 1 :]))
    depth = 1 if spot.parent is None else find(smaller, spot.parent).level + 1
    placed = relevelled(moved, depth)
    return _with_children(smaller, spot.parent, lambda all_: (*all_[: spot.index], placed, *all_[spot.index :]))


def find(draft: Draft, section: SectionId) -> Section:
    """The section with this id; raises NotFound."""
    return section_at(draft, spot_of(draft, section))


def section_at(draft: Draft, spot: Spot) -> Section:
    """The section that stands at a spot."""
    siblings = draft.document.sections if spot.parent is None else find(draft, spot.parent).children
    return siblings[spot.index]


def relevelled(section: Section, level: int) -> Section:
    """The section at another level, its children below it; itself where it stands right already."""
    children = tuple(relevelled(child, level + 1) for child in section.children)
    if section.level == level and all(a is b for a, b in zip(children, section.children, strict=True)):
        return section
    return replace(section, level=level, children=children)


def _with_fresh_ids(section: Section, next_id: int) -> tuple[Section, int]:
    counter = iter(range(next_id, 2**62))

    def fresh(one: Section) -> Section:
        section_id = SectionId(next(counter))
        blocks = map_paragraphs(one.blocks, lambda p: replace(p, id=ParagraphId(next(counter))))
        return replace(one, id=section_id, blocks=blocks, children=tuple(fresh(child) for child in one.children))

    return fresh(section), next(counter)


def with_ids(draft: Draft, document: Document) -> Draft:
    """The draft with this document, all its sections, paragraphs and cells given fresh ids, and renumbered."""
    root = Section((), 0, blocks=document.preamble, children=document.sections)
    whole, next_id = _with_fresh_ids(root, draft.next_id)
    attachments: list[Document] = []
    for attachment in document.attachments:
        inner = with_ids(Draft(next_id=next_id), attachment)
        attachments.append(inner.document)
        next_id = inner.next_id
    new = replace(document, preamble=whole.blocks, sections=whole.children, attachments=tuple(attachments))
    return replace(draft, document=renumbered(new), next_id=next_id)


def renumbered(document: Document) -> Document:
    """The document with every numbered heading counted by its numbering; what was right stays the same object."""
    counters: dict[int, int] = {}
    sections = tuple(_counted(document.sections, document.numbering, counters))
    if all(a is b for a, b in zip(sections, document.sections, strict=True)):
        return document
    return replace(document, sections=sections)


def _counted(
    children: tuple[Section, ...], numbering: Numbering, counters: dict[int, int], above: tuple[int, ...] = ()
) -> Iterator[Section]:
    ordinals: dict[Form, int] = {}
    for child in children:
        number = child.number
        if number is not None and number.form is Form.ORDINAL:
            ordinals[Form.ORDINAL] = ordinals.get(Form.ORDINAL, 0) + 1
            number = Number(Form.ORDINAL, ordinals[Form.ORDINAL])
        elif number is not None:
            form = numbering.form(child.level)
            running = child.level in numbering.running
            last = counters.get(child.level, 0) if running else ordinals.get(form, 0)
            number = Number(form, last + 1, above if form is Form.DECIMAL else ())
            counters[child.level] = ordinals[form] = number.ordinal
        deeper = (*above, number.ordinal) if number else above
        under = tuple(_counted(child.children, numbering, counters, deeper))
        same = number == child.number and all(a is b for a, b in zip(under, child.children, strict=True))
        yield child if same else replace(child, number=number, children=under)
