"""From a place of a finding to the words it stands in: their key, and where in them."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.desktop.sheet.painting import Mark
from drafter.model.document import Block, Box, Document, Paragraph, Section, Table
from drafter.model.fact import Place
from drafter.model.finding import Finding
from drafter.model.flow import Key
from drafter.model.walk import sections

_TITLE: Key = ("title",)


class Places:
    """Finds the keys of places in one document; its headings are gone through once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sections: dict[str, Section] = dict(sections(document))

    def key(self, place: Place) -> Key | None:
        """The key of the words in which a place lies; None where the document has changed since."""
        if not place.section and not place.block:
            return _TITLE
        owner = self._sections.get(place.section)
        if owner is None:
            return _in_blocks(self._before_sections(place.section), place.block)
        return _in_blocks(owner.blocks, place.block) if place.block else ("title", owner.id)

    def _before_sections(self, path: str) -> tuple[Block, ...]:
        number = path.partition("/")[0].removeprefix("附件")
        if not path:
            return self._document.preamble
        if number.isdecimal() and int(number) <= len(self._document.attachments):
            return self._document.attachments[int(number) - 1].preamble
        return ()


def _in_blocks(blocks: tuple[Block, ...], way: tuple[int, ...]) -> Key | None:
    if not way or way[0] >= len(blocks):
        return None
    match blocks[way[0]]:
        case Paragraph() as paragraph:
            return ("spans", paragraph.id)
        case Box(blocks=inner):
            return _in_blocks(inner, way[1:])
        case Table(rows=rows):
            if len(way) < 3 or way[1] >= len(rows) or way[2] >= len(rows[way[1]]):
                return None
            return ("spans", rows[way[1]][way[2]].id)


def marks_of(document: Document, findings: Iterable[Finding]) -> dict[Key, tuple[Mark, ...]]:
    """The marks of findings by the key of the words they stand in; the number says which finding each is."""
    places = Places(document)
    found: dict[Key, list[Mark]] = {}
    for number, finding in enumerate(findings):
        key = places.key(finding.place)
        if key is not None:
            mark = Mark(finding.place.start, finding.place.end, finding.severity, finding.is_leftover, number)
            found.setdefault(key, []).append(mark)
    return {key: _gravest(marks) for key, marks in found.items()}


def _gravest(marks: list[Mark]) -> tuple[Mark, ...]:
    """Never more than one mark on a word: the graver wins."""
    order = {"error": 0, "doubt": 1, "hint": 2}
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: order[one.severity]):
        if all(mark.end <= one.start or mark.start >= one.end for one in kept):
            kept.append(mark)
    return tuple(kept)
