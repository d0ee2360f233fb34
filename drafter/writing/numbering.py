"""The numbers of headings as lists of Word: which list and level prints a number, and the part that defines them.

ISO/IEC 29500-1, 17.9. A level that runs on across its parents begins a list of its own, for a list starts a level
anew under every heading above it; what does not follow from the heading before it starts by an order of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from drafter.model.document import Section
from drafter.model.numbering import Form, Number, Numbering
from drafter.writing.layout import FANGSONG, Face, Sheet
from drafter.writing.ooxml import DECLARATION, NAMESPACES, empty, fonts, properties, wrapped
from drafter.writing.package import Part
from drafter.writing.styles import heading_face

LEVELS = 9
"""Levels of a Word list."""
_CHINESE_MOST = 99  # programs differ in 一百零一
_CIRCLED_MOST = 10  # and in circled numbers above ten
_GAPS = {
    **dict.fromkeys((Form.PART, Form.BOOK, Form.BULK, Form.CHAPTER, Form.DIVISION, Form.ARTICLE), "\u3000"),
    Form.DECIMAL: " ",
}


_DIGITS = {Form.DOT, Form.DIGIT_COMMA, Form.DIGIT_BRACKET, Form.HALF_BRACKET}


def number_face(form: Form | None, level: int) -> Face:
    """By level; but numbers the standard puts in 仿宋 (1. （1）) and 一是 keep to it on whatever level they stand."""
    plain = form in (Form.ORDINAL, Form.CIRCLED) or (form in _DIGITS and level > 1)
    return FANGSONG if plain else heading_face(level)


def number_text(number: Number | None) -> str:
    """The number as it stands before a title, with the gap behind 第一章 and 1.1."""
    return f"{number}{_GAPS.get(number.form, '')}" if number else ""


@dataclass(slots=True)
class _List:
    """One definition: the forms of its levels (by level from 0), and how far each has counted."""

    identifier: int
    forms: dict[int, Form]
    instance: int
    counts: dict[int, int] = field(default_factory=dict[int, int])

    def advanced(self, level: int) -> int:
        """The number that Word gives the next heading of a level."""
        return self.counts.get(level, 0) + 1

    def count(self, level: int, ordinal: int) -> None:
        """Take a heading in: deeper levels begin anew."""
        self.counts = {one: count for one, count in self.counts.items() if one < level} | {level: ordinal}


class Lists:
    """The lists of a file as they grow; `begin` starts those of another document (an annex counts for itself)."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._lists: list[_List] = []
        self._instances: list[str] = []
        self._own: dict[tuple[Form, int], _List] = {}
        self._by_level: dict[int, _List] = {}

    def begin(self, numbering: Numbering) -> None:
        """Count as a document does."""
        self._own = {}
        self._by_level = {}
        levels: list[int] = []
        for level in range(LEVELS):
            if level + 1 in numbering.running and levels:
                self._define({one: numbering.form(one + 1) for one in levels})
                levels = []
            levels.append(level)
        self._define({one: numbering.form(one + 1) for one in levels})

    def listed(self, section: Section) -> str:
        """The element w:numPr that prints the number of a heading, "" where the number has to be text."""
        number, level = section.number, section.level - 1
        if number is None or level >= LEVELS or not _printable(number):
            return ""
        counted = self._by_level[level]
        if counted.forms[level] is not number.form:
            counted = self._own.get((number.form, level)) or self._alone(number.form, level)
        if number.above != tuple(counted.counts.get(one, 1) for one in range(level) if number.form is Form.DECIMAL):
            return ""
        if counted.advanced(level) != number.ordinal:
            counted.instance = self._instance(counted.identifier, level, number.ordinal)
        counted.count(level, number.ordinal)
        return _place(level, counted.instance)

    def part(self) -> Part:
        """The part numbering.xml."""
        inside = "".join((*map(self._definition, self._lists), *self._instances))
        xml = f"{DECLARATION}<w:numbering {NAMESPACES}>{inside}</w:numbering>"
        return Part("word/numbering.xml", "numbering", "rIdNumbering", xml)

    def _define(self, forms: dict[int, Form]) -> _List:
        identifier = len(self._lists) + 1
        made = _List(identifier, forms, self._instance(identifier))
        self._lists.append(made)
        self._by_level |= dict.fromkeys(forms, made)
        return made

    def _alone(self, form: Form, level: int) -> _List:
        """A list for a form that is not the document's on its level (一是)."""
        by_level = self._by_level
        made = self._own[form, level] = self._define({level: form})
        self._by_level = by_level
        return made

    def _instance(self, identifier: int, level: int = 0, start: int = 0) -> int:
        number = len(self._instances) + 1
        order = f'<w:lvlOverride w:ilvl="{level}">{empty("startOverride", val=start)}</w:lvlOverride>' if start else ""
        inside = empty("abstractNumId", val=identifier) + order
        self._instances.append(f'<w:num w:numId="{number}">{inside}</w:num>')
        return number

    def _definition(self, one: _List) -> str:
        kind = empty("multiLevelType", val="multilevel")
        levels = "".join(self._level(level, form) for level, form in one.forms.items())
        return f'<w:abstractNum w:abstractNumId="{one.identifier}">{kind}{levels}</w:abstractNum>'

    def _level(self, level: int, form: Form) -> str:
        face = number_face(form, level + 1)
        return f'<w:lvl w:ilvl="{level}">' + "".join(
            (
                empty("start", val=1),
                empty("numFmt", val=_format(form)),
                empty("suff", val="nothing"),
                empty("lvlText", val=_pattern(form, level)),
                empty("lvlJc", val="left"),
                properties("pPr", empty("ind", left=0, firstLineChars=200, firstLine=2 * self._sheet.em)),
                properties("rPr", fonts(face.latin, face.chinese)),
                "</w:lvl>",
            )
        )


@cache
def _place(level: int, instance: int) -> str:
    return wrapped("numPr", empty("ilvl", val=level), empty("numId", val=instance))


def _printable(number: Number) -> bool:
    """Whether every program prints this number alike."""
    if number.form is Form.CIRCLED:
        return number.ordinal <= _CIRCLED_MOST
    return number.ordinal > 0 and ("〇" not in number.form or number.ordinal <= _CHINESE_MOST)


def _format(form: Form) -> str:
    if form is Form.CIRCLED:
        return "decimalEnclosedCircle"
    return "chineseCountingThousand" if "〇" in form else "decimal"


def _pattern(form: Form, level: int) -> str:
    own = f"%{level + 1}"
    if form is Form.DECIMAL:
        own = ".".join(f"%{one + 1}" for one in range(level + 1))
        return own + _GAPS[form]
    return form.replace("〇", own).replace("○", own).replace("0", own) + _GAPS.get(form, "")
