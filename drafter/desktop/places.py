"""From a place in a draft to what an editor of the sheet opens on, and to its spans."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.desktop.lines import Kind
from drafter.model.document import Block, Box, Document, Paragraph, Section, Span, Table
from drafter.model.fact import Place
from drafter.model.walk import paragraphs, sections

Target = tuple[Kind, int]


def target_at(document: Document, place: Place) -> Target | None:
    """The title, heading or paragraph in which a place lies, or None where the document has changed since."""
    if not place.section and not place.block:
        return Kind.TITLE, 0
    owner = next((section for path, section in sections(document) if path == place.section), None)
    if owner is None:
        blocks = _blocks_before_sections(document, place.section)
        return _in_blocks(blocks, place.block)
    return _in_blocks(owner.blocks, place.block) if place.block else (Kind.HEADING, owner.id)


def _blocks_before_sections(document: Document, path: str) -> tuple[Block, ...]:
    head = path.partition("/")[0]
    if not path:
        return document.preamble
    number = head.removeprefix("附件")
    if number.isdecimal() and int(number) <= len(document.attachments):
        return document.attachments[int(number) - 1].preamble
    return ()


def _in_blocks(blocks: tuple[Block, ...], way: tuple[int, ...]) -> Target | None:
    if not way or way[0] >= len(blocks):
        return None
    match blocks[way[0]]:
        case Paragraph() as paragraph:
            return Kind.TEXT, paragraph.id
        case Box(blocks=inner):
            return _in_blocks(inner, way[1:])
        case Table(rows=rows):
            if len(way) < 3 or way[1] >= len(rows) or way[2] >= len(rows[way[1]]):
                return None
            return Kind.TEXT, rows[way[1]][way[2]].id


def target_spans(document: Document, kind: Kind, target: int) -> tuple[Span, ...] | None:
    """The spans of the title, of a heading or of a paragraph, or None where there is no such thing."""
    if kind is Kind.TITLE:
        return document.title
    if kind is Kind.HEADING:
        return next((section.title for _, section in sections(document) if section.id == target), None)
    return next((one.spans for one in _all_paragraphs(document) if one.id == target), None)


def _all_paragraphs(document: Document) -> Iterator[Paragraph]:
    yield from paragraphs(document.preamble)
    for section in document.sections:
        yield from _in_section(section)
    for attachment in document.attachments:
        yield from _all_paragraphs(attachment)


def _in_section(section: Section) -> Iterator[Paragraph]:
    yield from paragraphs(section.blocks)
    for child in section.children:
        yield from _in_section(child)
