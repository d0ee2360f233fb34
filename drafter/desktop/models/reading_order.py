"""A plan that was read as one row of things to set: titles, headings with their paths, blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from drafter.model.document import Block, Document, Section, Source
from drafter.model.walk import heading_text, named, text_of


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a plan or of one of its annexes."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the path of its section, its title, number and title as printed, its level."""

    path: str
    title: str
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
        yield Title(f"附件{ordinal}　{text_of(attachment.title)}".strip())
        yield from attachment.preamble
        yield from _in_sections(attachment.sections, f"附件{ordinal}/")


def _in_sections(under: tuple[Section, ...], prefix: str) -> Iterator[Row]:
    for name, section in named(under):
        path = prefix + name
        yield Heading(path, text_of(section.title), heading_text(section), section.level)
        yield from section.blocks
        yield from _in_sections(section.children, path + "/")


def picked_headings(headings: Iterable[Heading], used: Collection[Source]) -> frozenset[str]:
    """The paths of the sections that are among the sources of a draft."""
    return frozenset(heading.path for heading in headings) & {source.section for source in used}
