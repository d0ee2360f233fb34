"""The same change made everywhere in a tree: what the change leaves equal stays the same object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from drafter.model.document import Block, Box, Document, Paragraph, Section, Span, Table


def map_spans(document: Document, change: Callable[[tuple[Span, ...]], tuple[Span, ...]]) -> Document:
    """The document with `change` done to the spans of the title, every heading, paragraph and cell.

    Whatever `change` returns equal to what it was given stays the same object.
    """
    return replace(
        document,
        title=change(document.title),
        preamble=_map_blocks(document.preamble, change),
        sections=tuple(map_section(section, change) for section in document.sections),
        attachments=tuple(map_spans(attachment, change) for attachment in document.attachments),
    )


def map_section(section: Section, change: Callable[[tuple[Span, ...]], tuple[Span, ...]]) -> Section:
    """The section with `change` done to all spans in it and under it; itself where nothing changed."""
    title = change(section.title)
    blocks = _map_blocks(section.blocks, change)
    children = tuple(map_section(child, change) for child in section.children)
    if (title, blocks, children) == (section.title, section.blocks, section.children):
        return section
    return replace(section, title=title, blocks=blocks, children=children)


def _map_blocks(blocks: tuple[Block, ...], change: Callable[[tuple[Span, ...]], tuple[Span, ...]]) -> tuple[Block, ...]:
    return map_paragraphs(blocks, lambda paragraph: _respanned(paragraph, change(paragraph.spans)))


def _respanned(paragraph: Paragraph, spans: tuple[Span, ...]) -> Paragraph:
    return paragraph if spans == paragraph.spans else replace(paragraph, spans=spans)


def map_paragraphs(blocks: tuple[Block, ...], change: Callable[[Paragraph], Paragraph]) -> tuple[Block, ...]:
    """The blocks with `change` done to every paragraph, those in boxes and cells included."""

    def changed(block: Block) -> Block:
        match block:
            case Paragraph():
                return change(block)
            case Box():
                return replace(block, blocks=map_paragraphs(block.blocks, change))
            case Table():
                return replace(block, rows=tuple(tuple(change(cell) for cell in row) for row in block.rows))

    return tuple(changed(block) for block in blocks)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without empty text, neighbouring texts made one."""
    whole: list[Span] = []
    for span in spans:
        if isinstance(span, str) and whole and isinstance(whole[-1], str):
            whole[-1] += span
        elif span != "":
            whole.append(span)
    return tuple(whole)
