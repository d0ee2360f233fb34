"""A plan that was read as one row of things to set: titles, headings with their paths, blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from drafter.model.document import Block, Document, Section, Source
from drafter.model.walk import heading_name, heading_text, sections, text_of


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a plan or of one of its annexes."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the path of its section, its title, number and title as printed, its level.

    `name` is what the section is picked by: its path, or its heading where several sections have the same path (一是 in
    every part of a reply).
    """

    path: str
    name: str
    title: str
    text: str
    level: int


Row = Title | Heading | Block


def rows(document: Document) -> Iterator[Row]:
    """Title, preamble, sections and annexes of a plan in reading order."""
    times = Counter(path for path, _ in sections(document))
    if document.title:
        yield Title(text_of(document.title))
    yield from document.preamble
    yield from _in_sections(document.sections, "", times)
    for ordinal, attachment in enumerate(document.attachments, 1):
        yield Title(f"附件{ordinal}　{text_of(attachment.title)}".strip())
        yield from attachment.preamble
        yield from _in_sections(attachment.sections, f"附件{ordinal}/", times)


def _in_sections(under: tuple[Section, ...], prefix: str, times: Counter[str]) -> Iterator[Row]:
    for section in under:
        path, text = prefix + heading_name(section), heading_text(section)
        yield Heading(path, path if times[path] == 1 else text, text_of(section.title), text, section.level)
        yield from section.blocks
        yield from _in_sections(section.children, path + "/", times)


def picked_headings(headings: Iterable[Heading], used: Collection[Source]) -> frozenset[str]:
    """The names of the sections that are among the sources of a draft."""
    paths = {source.section for source in used}
    exact = {(source.section, source.text) for source in used}
    return frozenset(
        heading.name
        for heading in headings
        if (heading.path in paths if heading.name == heading.path else (heading.path, heading.title) in exact)
    )
