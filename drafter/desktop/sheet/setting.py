"""One strip broken into lines by the grid of GB/T 9704, as Word and LibreOffice break it (GB/T 15834-2011, 5.1).

No mark hangs outside the type area and none is narrowed: what does not fit turns over, with its neighbour where it
may not open a line. Positions of Qt count UTF-16 units; only this module and its callers' `units`/`points` know.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from drafter.desktop import theme
from drafter.desktop.sheet import fonts
from drafter.desktop.sheet.strips import Run, Strip
from drafter.desktop.sheet.styles import Align

NEVER_FIRST = "～—·／"
"""What Qt lets open a line and the rules do not; the other marks it keeps to itself."""
_LATIN = re.compile("[ -~]+")
_OVERHANG = 12
"""Twips that the ink of a last character may reach over its cell: Qt counts it as width, word processors do not.

Given only to lines of whole characters, which have no other width than a multiple of one.
"""
_BASELINE = 0.8
"""Where in a line of exact height the baseline stands, in Word and LibreOffice."""
_ALIGN = {
    Align.BOTH: Qt.AlignmentFlag.AlignJustify,
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}
_ROLES = {"open": "doubt", "replaced": "ok", "kept": "hint"}


class Setting:
    """The lines of a strip. Lengths are twips; x counts from the left edge of the strip's column."""

    def __init__(self, strip: Strip) -> None:
        self._strip = strip
        self._wide = _wide_places(strip.text)
        style = strip.style
        self.layout = QTextLayout(strip.text, fonts.chinese(style.face, style.size, style.tracking))
        self.layout.setCacheEnabled(True)
        option = QTextOption(_ALIGN[style.align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.setFormats(list(self._formats()))
        self._break()
        self.count = max(1, self.layout.lineCount())

    # positions

    def units(self, offset: int) -> int:
        """The position of Qt at an offset of the text."""
        return offset + bisect_right(self._wide, offset - 1) if self._wide else offset

    def points(self, position: int) -> int:
        """The offset of the text at a position of Qt."""
        if not self._wide:
            return position
        low = max(0, position - len(self._wide))
        return next((o for o in range(low, position + 1) if self.units(o) >= position), position)

    # setting

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        start = 0
        for run in self._strip.runs:
            yield self._range(start, start + len(run.text), run, latin=False)
            for found in _LATIN.finditer(run.text):
                yield self._range(start + found.start(), start + found.end(), run, latin=True)
            start += len(run.text)

    def _range(self, start: int, end: int, run: Run, *, latin: bool) -> QTextLayout.FormatRange:
        style = self._strip.style
        font = (fonts.latin if latin else fonts.chinese)(run.face, style.size, style.tracking)
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(QBrush(_colour(run)))
        form.setFontUnderline(run.composed)
        wide = QTextLayout.FormatRange()
        wide.start, wide.length = self.units(start), self.units(end) - self.units(start)  # pyright: ignore[reportAttributeAccessIssue]
        wide.format = form  # pyright: ignore[reportAttributeAccessIssue]
        return wide

    def _break(self) -> None:
        style, layout = self._strip.style, self.layout
        over = 0 if _LATIN.search(self._strip.text) else _OVERHANG
        cuts = [self.units(one) for one in self._strip.breaks]
        layout.beginLayout()
        first = True
        while (line := layout.createLine()).isValid():
            left = style.left + (style.indent if first else 0)
            width = max(1, self._strip.width - left) + over
            line.setLineWidth(width)
            end = line.textStart() + line.textLength()
            cut = next((one for one in cuts if line.textStart() < one < end), 0)
            if cut:
                line.setNumColumns(cut - line.textStart(), width)
            elif line.textLength() > 1 and end < len(layout.text()) and layout.text()[end] in NEVER_FIRST:
                line.setNumColumns(self._before_unbroken(line), width)
            line.setPosition(QPointF(left, 0))
            first = False
        layout.endLayout()

    def _before_unbroken(self, line: QTextLine) -> int:
        """How many characters stay on a line whose last one must turn over with the mark behind it."""
        keep = line.textLength() - 1
        text, start = self.layout.text(), line.textStart()
        while keep > 1 and text[start + keep] in NEVER_FIRST:
            keep -= 1
        return max(1, keep)

    # lines

    def line_at(self, offset: int, *, trailing: bool = False) -> int:
        """The number of the line an offset stands on; at a turn the next line, or the one before for `trailing`."""
        position = self.units(offset)
        found = self.layout.lineForTextPosition(position)
        number = found.lineNumber() if found.isValid() else self.count - 1
        if trailing and number and found.textStart() == position:
            return number - 1
        return number

    def span_of(self, number: int) -> tuple[int, int]:
        """(start, end) of a line, in offsets."""
        if not self.layout.lineCount():
            return 0, 0
        line = self.layout.lineAt(number)
        return self.points(line.textStart()), self.points(line.textStart() + line.textLength())

    def x_at(self, number: int, offset: int) -> float:
        """Where an offset stands on a line."""
        if not self.layout.lineCount():
            return self._empty_x()
        line = self.layout.lineAt(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        answer: object = line.cursorToX(min(max(self.units(offset), start), end))
        return float(answer[0] if isinstance(answer, tuple) else answer)  # pyright: ignore[reportArgumentType, reportUnknownArgumentType]

    def _empty_x(self) -> float:
        style = self._strip.style
        room = self._strip.width - style.left - style.indent
        return style.left + style.indent + (room / 2 if style.align is Align.CENTRE else 0)

    def offset_at(self, number: int, x: float) -> int:
        """The offset nearest to an x on a line."""
        if not self.layout.lineCount():
            return 0
        return self.points(self.layout.lineAt(number).xToCursor(x))

    def natural_width(self, number: int) -> float:
        """How far the words of a line reach to the right."""
        return self.x_at(number, self.span_of(number)[1])

    def next_stop(self, offset: int, *, back: bool = False) -> int:
        """The next place for a caret: what is one character to the eye is never parted."""
        here = self.units(offset)
        answer = self.layout.previousCursorPosition(here) if back else self.layout.nextCursorPosition(here)
        return self.points(answer)


def baseline(pitch: int) -> float:
    """How far under the top of a line its baseline stands."""
    return _BASELINE * pitch


def setting_of(strip: Strip) -> Setting:
    """The setting of a strip, made when it is first asked for."""
    if isinstance(strip.setting, Setting):
        return strip.setting
    setting = strip.setting = Setting(strip)
    strip.lines = setting.count
    return setting


def _wide_places(text: str) -> tuple[int, ...]:
    """The offsets of characters that take two UTF-16 units."""
    if not text or max(text) <= "\uffff":
        return ()
    return tuple(place for place, character in enumerate(text) if character > "\uffff")


def _colour(run: Run) -> QColor:
    if run.plain:
        return QColor(Qt.GlobalColor.black)
    if run.ghost:
        return theme.colour("text3")
    return theme.colour(_ROLES.get(run.state or "", "ink"))
