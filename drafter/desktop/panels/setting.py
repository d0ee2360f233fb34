"""How each line of the sheet is set: GB/T 9704 as block and character formats of Qt, at a zoom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat

from drafter.desktop import theme
from drafter.desktop.lines import HEADING_TO_COME, TITLE_TO_COME, Kind, Line, Look, Part

PAGE_MM, LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 210.0, 28.0, 26.0, 20.0, 35.0
"""GB/T 9704-2012, 5.1 and 5.2.1; top and bottom are shorter here, where the sheet is one long page."""
LINE_POINTS, TITLE_LINE_POINTS = 28.0, 35.0
BODY, TITLE, SMALL = 16.0, 22.0, 12.0
DPI = 96.0
"""Qt's own measure of a point on the screen: 1/72 inch of 96 logical pixels."""


def pixels(points: float, zoom: float) -> float:
    """How many logical pixels a length in points takes at a zoom."""
    return points * DPI / 72 * zoom


def millimetres(length: float, zoom: float) -> float:
    """How many logical pixels a length in millimetres takes at a zoom."""
    return length * DPI / 25.4 * zoom


@dataclass(frozen=True, slots=True)
class _Set:
    font: str
    points: float = BODY
    line: float = LINE_POINTS
    indent: float = 2.0
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignJustify
    before: float = 0.0
    role: str = "ink"
    bold: bool = False


_CENTRE, _LEFT, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_SETS: dict[Look, _Set] = {
    Look.REMARK: _Set("kai", 10.5, 16, 0, _LEFT, role="text3"),
    Look.TITLE: _Set("title", TITLE, TITLE_LINE_POINTS, 0, _CENTRE, before=14),
    Look.SUBTITLE: _Set("kai", BODY, LINE_POINTS, 0, _CENTRE),
    Look.ADDRESSEE: _Set("fang", indent=0, before=14),
    Look.LEVEL1: _Set("hei"),
    Look.LEVEL2: _Set("kai"),
    Look.LEVEL3: _Set("fang", bold=True),
    Look.TEXT: _Set("fang"),
    Look.GUIDANCE: _Set("kai", 12, 20, 2, role="text3"),
    Look.BOX_TITLE: _Set("hei", 14, 26, 0, _CENTRE, before=6),
    Look.BOX: _Set("fang", 14, 24),
    Look.CAPTION: _Set("hei", 14, 26, 0, _CENTRE, before=6),
    Look.HEAD_CELL: _Set("hei", SMALL, 20, 0, _CENTRE),
    Look.CELL: _Set("fang", SMALL, 20, 0, _LEFT),
    Look.RIGHT: _Set("fang", indent=0, align=_RIGHT, before=14),
    Look.NOTE: _Set("fang"),
    Look.ANNEX: _Set("hei", indent=0, align=_LEFT, before=40),
    Look.GAP: _Set("fang", 6, 10, 0, _LEFT),
}


def block_format(line: Line, zoom: float) -> QTextBlockFormat:
    """Indent, line pitch and alignment of a line."""
    how = _SETS[line.look]
    block = QTextBlockFormat()
    block.setAlignment(how.align)
    block.setTextIndent(pixels(how.points * how.indent, zoom))
    block.setTopMargin(pixels(how.before, zoom))
    block.setLineHeight(pixels(how.line, zoom), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if line.look in (Look.BOX, Look.BOX_TITLE):
        block.setLeftMargin(pixels(8, zoom))
        block.setRightMargin(pixels(8, zoom))
    return block


def part_format(line: Line, part: Part, zoom: float) -> QTextCharFormat:
    """Font and colour of a part of a line: a run-in heading is set as heading, what follows it as text."""
    how = _SETS[line.look]
    if line.level and part.kind is Kind.TEXT:
        how = _SETS[Look.TEXT]
    characters = QTextCharFormat()
    characters.setFont(theme.sheet_font(how.font, how.points * zoom, bold=how.bold))
    role = how.role
    if part.kind is Kind.GUIDANCE or _to_come(part):
        role = "text3"
    characters.setForeground(theme.colour(_SLOT_ROLE.get(part.state or "", role)))
    return characters


def _to_come(part: Part) -> bool:
    return part.text in (TITLE_TO_COME, HEADING_TO_COME) and part.kind in (Kind.TITLE, Kind.HEADING)


_SLOT_ROLE: dict[str, str] = {"open": "doubt", "replaced": "ok", "kept": "hint"}
