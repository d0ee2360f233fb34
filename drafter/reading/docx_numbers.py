"""Automatic numbers of Word: what numbering.xml and the styles would print before a paragraph (ECMA-376-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from drafter.text.numerals import print_numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
    "japaneseDigitalTenThousand",
    "koreanDigital",
    "taiwaneseDigital",
    "chineseLegalSimplified",
}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"}
CONTENTS = ("toc ", "目录 ")
"""How the names of styles for tables of contents begin."""
LEVELS = 9
"""Levels of a Word list."""


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None


@dataclass(slots=True)
class Style:
    """A paragraph style: the heading level it claims (0: none), its list and level, and what it is based on."""

    name: str = ""
    outline: int = 0
    list_id: str | None = None
    list_level: int | None = None
    based_on: str | None = None

    @property
    def is_special(self) -> bool:
        """Whether it numbers its paragraphs or makes them entries of a table of contents."""
        return self.list_id is not None or self.name.startswith(CONTENTS)


@dataclass(slots=True)
class Numbers:
    """The lists of a file and how far each has counted."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    overrides: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def printed(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of a list on a level (from 0), as Word prints it, or ""."""
        abstract = self.lists.get(list_id)
        if abstract is None or not 0 <= level < LEVELS:
            return ""
        levels = self.levels.get(abstract, {})
        own = levels.get(level)
        if own is None:
            return ""
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        self._advance(counts, levels, list_id, level)
        if own.form == "bullet":
            return "●"
        if own.form == "none":
            return ""
        return re.sub(r"%([1-9])", lambda match: self._one(levels, counts, int(match[1]) - 1, own), own.text)

    def _advance(self, counts: list[int | None], levels: dict[int, _Level], list_id: str, level: int) -> None:
        start = levels[level].start
        override = self.overrides.get(list_id, {}).get(level)
        if override is not None and (list_id, level) not in self._begun:
            counts[level] = override
        else:
            now = counts[level]
            counts[level] = start if now is None else now + 1
        self._begun.add((list_id, level))
        for deeper in range(level + 1, LEVELS):
            below = levels.get(deeper)
            if below is None or below.restart is None or 0 < level + 1 <= below.restart:
                counts[deeper] = None

    def _one(self, levels: dict[int, _Level], counts: list[int | None], level: int, own: _Level) -> str:
        other = levels.get(level, own)
        count = counts[level]
        return formatted(other.form, other.start if count is None else count)


def formatted(form: str, count: int) -> str:
    """A count in a number format of Word (w:numFmt); an unknown format counts in digits."""
    if form in _CHINESE and 1 <= count <= 9999:
        return print_numeral(count)
    if form in _CIRCLED and 1 <= count <= 20:
        return chr(0x2460 + count - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        return chr((65 if form == "upperLetter" else 97) + count - 1)
    if form in ("upperRoman", "lowerRoman") and 1 <= count <= 99:
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, sign in ((90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (count // value)
        count %= value
    return text


def read_numbers(root: Any) -> Numbers:  # noqa: ANN401 - an lxml element or None
    """The lists that numbering.xml defines."""
    numbers = Numbers()
    if root is None:
        return numbers
    for abstract in root.iter(W + "abstractNum"):
        levels = {count_of(level.get(W + "ilvl")) or 0: _level(level) for level in abstract.iter(W + "lvl")}
        numbers.levels[abstract.get(W + "abstractNumId", "")] = levels
    for number in root.iter(W + "num"):
        list_id = number.get(W + "numId", "")
        target = number.find(W + "abstractNumId")
        if target is not None:
            numbers.lists[list_id] = target.get(W + "val", "")
        numbers.overrides[list_id] = dict(_overrides(number))
    return numbers


def count_of(text: str | None) -> int | None:
    """The whole number that an attribute says, or None."""
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else None


def _level(level: Any) -> _Level:  # noqa: ANN401
    start = count_of(_value(level, "start"))
    restart = count_of(_value(level, "lvlRestart"))
    return _Level(
        _value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", 1 if start is None else start, restart
    )


def _overrides(number: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    for override in number.iter(W + "lvlOverride"):
        start = override.find(W + "startOverride")
        level = count_of(override.get(W + "ilvl"))
        count = None if start is None else count_of(start.get(W + "val"))
        if level is not None and count is not None:
            yield level, count


def read_styles(root: Any) -> dict[str, Style]:  # noqa: ANN401
    """The paragraph styles of styles.xml, by id, with what they inherit filled in."""
    styles: dict[str, Style] = {}
    if root is None:
        return styles
    for element in root.iter(W + "style"):
        if element.get(W + "type") not in (None, "paragraph"):
            continue
        styles[element.get(W + "styleId", "")] = _style(element)
    for style in styles.values():
        _inherit(style, styles)
    return styles


def _style(element: Any) -> Style:  # noqa: ANN401
    properties = element.find(W + "pPr")
    listed = None if properties is None else properties.find(W + "numPr")
    name = (_value(element, "name") or "").lower()
    outline = count_of(_value(properties, "outlineLvl"))
    heading = re.fullmatch(r"(?:heading|标题) ?([1-9])", name)
    level = int(heading[1]) if heading else outline + 1 if outline is not None and outline < LEVELS else 0
    return Style(name, level, _value(listed, "numId"), count_of(_value(listed, "ilvl")), _value(element, "basedOn"))


def _value(element: Any, tag: str) -> str | None:  # noqa: ANN401
    """What the child with a tag says, or None."""
    found = None if element is None else element.find(W + tag)
    return None if found is None else found.get(W + "val")


def _inherit(style: Style, styles: dict[str, Style]) -> None:
    seen: set[str] = set()
    base = style.based_on
    while base and base in styles and base not in seen:
        seen.add(base)
        above = styles[base]
        style.list_id = style.list_id or above.list_id
        style.list_level = above.list_level if style.list_level is None else style.list_level
        style.outline = style.outline or above.outline
        base = above.based_on
