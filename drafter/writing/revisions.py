"""Revisions in WordprocessingML: what is inserted, deleted and moved, by whom and when (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from drafter.text.difference import Fate
from drafter.writing.ooxml import legal

Element = Any
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Way(StrEnum):
    """What happened to a paragraph, row or run; the names are those of the elements."""

    DELETED = "del"
    INSERTED = "ins"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


@dataclass(frozen=True, slots=True)
class Author:
    """Who made the changes (a unit's name) and when (an ISO time)."""

    name: str
    time: str


class Marks:
    """Puts revisions on elements, each with a number of its own."""

    def __init__(self, author: Author) -> None:
        self._author = author
        self._number = 0

    def _attributes(self) -> dict[str, str]:
        self._number += 1
        return {f"{W}id": str(self._number), f"{W}author": legal(self._author.name), f"{W}date": self._author.time}

    def _mark(self, way: Way) -> Element:
        return _element(way, self._attributes())

    def runs(self, paragraph: Element, way: Way) -> None:
        """Mark all text of a paragraph."""
        runs = list(paragraph.iterchildren(f"{W}r"))
        if not runs:
            return
        mark = self._mark(way)
        paragraph.insert(paragraph.index(runs[0]), mark)
        for run in runs:
            mark.append(run)
        if way is Way.DELETED:
            _delete_texts(mark)

    def words(self, paragraph: Element, words: Sequence[tuple[bytes, str, str]], fate: Fate) -> None:
        """Put words at the end of a paragraph, as they were or marked."""
        if not words:
            return
        place = paragraph
        if fate is not Fate.KEPT:
            place = self._mark(Way.DELETED if fate is Fate.REMOVED else Way.INSERTED)
            paragraph.append(place)
        for look, kind, text in _joined(words):
            place.append(_run(look, kind, text))
        if fate is Fate.REMOVED:
            _delete_texts(place)

    def paragraph_mark(self, paragraph: Element, way: Way) -> None:
        """Mark the end of a paragraph: taken out, it becomes one with the next."""
        properties = _first(paragraph, "pPr")
        look = properties.find(f"{W}rPr")
        if look is None:
            look = _element("rPr")
            ends = [child for child in properties if child.tag in (f"{W}sectPr", f"{W}pPrChange")]
            properties.insert(properties.index(ends[0]) if ends else len(properties), look)
        look.insert(0, self._mark(way))

    def paragraph_properties(self, paragraph: Element, old: Element) -> None:
        """Note what a paragraph's properties were, where they were others."""
        if _looks(paragraph.find(f"{W}pPr")) != _looks(old):
            _first(paragraph, "pPr").append(self._was("pPr", old))

    def cell(self, properties: Element, old: Element) -> None:
        """Note what the properties of a cell were, where they were others."""
        if _looks(properties) != _looks(old):
            properties.append(self._was("tcPr", old))

    def section(self, properties: Element, old: Element) -> None:
        """Note what the properties of a section were, where they were others; footers are no part of them."""
        if _looks(properties) != _looks(old):
            properties.append(self._was("sectPr", old))

    def grid(self, columns: Element, old: Element) -> None:
        """Note what the widths of columns were, where they were others."""
        if [one.attrib for one in columns] != [one.attrib for one in old]:
            self._number += 1
            change = _element("tblGridChange", {f"{W}id": str(self._number)})
            change.append(deepcopy(old))
            columns.append(change)

    def _was(self, name: str, old: Element) -> Element:
        change, inner = _element(f"{name}Change", self._attributes()), _element(name)
        inner.extend(deepcopy(child) for child in _noted(old))
        change.append(inner)
        return change

    def row(self, row: Element, way: Way) -> None:
        """Mark a row of a table."""
        _first(row, "trPr").append(self._mark(way))

    def move(self, paragraph: Element, way: Way, name: str) -> None:
        """Name a paragraph as one end of a move."""
        start = _element(f"{way}RangeStart", {**self._attributes(), f"{W}name": name})
        end = _element(f"{way}RangeEnd", {f"{W}id": start.get(f"{W}id")})
        paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, start)
        paragraph.append(end)

    def passing_paragraph(self, table: Element) -> Element:
        """A paragraph that is gone whether changes are accepted or rejected; it keeps two tables apart till then."""
        paragraph = table.makeelement(f"{W}p", {}, nsmap=table.nsmap)
        _first(paragraph, "pPr").append(_element("rPr"))
        look = paragraph.find(f"{W}pPr/{W}rPr")
        look.append(self._mark(Way.INSERTED))
        look.append(self._mark(Way.DELETED))
        return paragraph


def _element(name: str, attributes: dict[str, str] | None = None) -> Element:
    import lxml.etree

    return lxml.etree.Element(f"{W}{name}", attributes or {}, nsmap={"w": W[1:-1]})


def _first(parent: Element, name: str) -> Element:
    """The properties of an element, made where it has none; they come first."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = _element(name)
        parent.insert(0, found)
    return found


_UNNOTED = ("rPr", "sectPr", "headerReference", "footerReference", "pPrChange", "tcPrChange", "sectPrChange")


def _noted(properties: Element) -> list[Element]:
    """The properties that a change of properties notes."""
    return [] if properties is None else [one for one in properties if one.tag[len(W) :] not in _UNNOTED]


def _looks(properties: Element) -> list[bytes]:
    import lxml.etree

    return [lxml.etree.tostring(one, method="c14n") for one in _noted(properties)]


def _delete_texts(mark: Element) -> None:
    for text in list(mark.iter(f"{W}t")):
        text.tag = f"{W}delText"


def _joined(words: Sequence[tuple[bytes, str, str]]) -> list[tuple[bytes, str, str]]:
    """Words of one look made one."""
    whole: list[tuple[bytes, str, str]] = []
    for look, kind, text in words:
        if whole and kind == "t" and whole[-1][:2] == (look, "t"):
            whole[-1] = (look, "t", whole[-1][2] + text)
        else:
            whole.append((look, kind, text))
    return whole


def _run(look: bytes, kind: str, text: str) -> Element:
    import lxml.etree

    run = _element("r")
    if look:
        run.append(lxml.etree.fromstring(look))
    part = _element(kind)
    if kind == "t":
        part.text = text
        part.set(_SPACE, "preserve")
    run.append(part)
    return run
