"""Whose text a passage is: short names of places, and the hue each source keeps for the life of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.document import Document, Section, Source
from drafter.model.draft import Draft
from drafter.model.walk import paragraphs

HUES = (("srcA", "srcAW"), ("srcB", "srcBW"), ("srcC", "srcCW"))
PLAIN_HUE = ("text2", "hintW")
_KIND_OF_PLACE = re.compile(r"(?<=..)(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|自治州|地区|[省市县区盟旗])$")


def short_place(region: str) -> str:
    """The customary short name of a place: 济南 for 济南市."""
    return _KIND_OF_PLACE.sub("", region)


def without_place(title: str, region: str) -> str:
    """The title of a plan without the place it begins with, where the place stands beside it anyway."""
    return title.removeprefix(region) or title


def hue(order: int) -> tuple[str, str]:
    """The palette roles (text, ground) of the source that came as number `order`, from 0; from the fourth on plain."""
    return HUES[order] if 0 <= order < len(HUES) else PLAIN_HUE


def sources(document: Document) -> Iterator[tuple[int, Source]]:
    """(id, source) of every picked section, paragraph and cell; ids grow with every pick."""
    yield from ((p.id, p.source) for p in paragraphs(document.preamble) if p.source)
    for section in document.sections:
        yield from _in_section(section)
    for attachment in document.attachments:
        yield from sources(attachment)


def _in_section(section: Section) -> Iterator[tuple[int, Source]]:
    if section.source:
        yield section.id, section.source
    yield from ((p.id, p.source) for p in paragraphs(section.blocks) if p.source)
    for child in section.children:
        yield from _in_section(child)


def places_by_first_pick(draft: Draft) -> tuple[str, ...]:
    """The regions whose text is in the draft, the first picked first, wherever it stands now: their hues."""
    first: dict[str, int] = {}
    for number, source in sources(draft.document):
        first[source.region] = min(number, first.get(source.region, number))
    return tuple(sorted(first, key=lambda region: (first[region], region)))
