"""A plan that was read as one row of things to set: titles, headings with their paths, blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model.document import Block, Document, Section
from drafter.model.walk import heading_name, heading_text, text_of


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a plan or of one of its annexes."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the path by which its section is picked."""

    path: str
    text: str
    level: int


Row = Title | Heading | Block


def rows(document: Document) -> Iterator[Row]:
    """Title, preamble, sections and annexes of a plan in reading order."""
    if document.title:
        yield Title(text_of(document.title))
    yield from document.preamble
    yield from _in_sections(document.sections, "")
    for ordinal, attachment in enumerate(document.attachments, 1):
        yield from _annex(attachment, f"附件{ordinal}")


def _annex(attachment: Document, name: str) -> Iterator[Row]:
    yield Title(f"{name}　{text_of(attachment.title)}".strip())
    yield from attachment.preamble
    yield from _in_sections(attachment.sections, name + "/")


def _in_sections(sections: tuple[Section, ...], prefix: str) -> Iterator[Row]:
    for section in sections:
        path = prefix + heading_name(section)
        yield Heading(path, heading_text(section), section.level)
        yield from section.blocks
        yield from _in_sections(section.children, path + "/")
