"""The sheet for screen readers: its words with their numbers as one text, and where the caret is in it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextCursorEvent, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget

from drafter.desktop.sheet.carets import Caret, Carets, at, from_offset, spot
from drafter.desktop.sheet.paper import Paper
from drafter.desktop.sheet.strips import Strip, strips_of

_kept: list[object] = []
"""Interfaces live as long as the program: Qt holds them by bare pointers."""


class SheetText(QAccessibleWidget, QAccessibleTextInterface):
    """What a screen reader asks a sheet. Offsets count the characters of all strips, a line end behind each."""

    def __init__(self, paper: Paper) -> None:
        QAccessibleWidget.__init__(self, paper, QAccessible.Role.EditableText, paper.accessibleName())
        QAccessibleTextInterface.__init__(self)
        self._paper = paper
        self._draft: object = None
        self._strips: list[Strip] = []
        self._starts: list[int] = [0]

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The object itself, as the text it is."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return self
        return super().interface_cast(kind)

    def _take(self) -> None:
        view = self._paper.view
        if view.draft is not self._draft:
            self._draft = view.draft
            self._strips = [strip for item in view.items for strip in strips_of(item)]
            self._starts = [0, *accumulate(len(strip.text) + 1 for strip in self._strips)]

    def whole(self) -> str:
        """All text of the sheet."""
        self._take()
        return "".join(strip.text + "\n" for strip in self._strips)

    def characterCount(self) -> int:
        """How long the text is."""
        self._take()
        return self._starts[-1]

    def text(self, start: int, end: int) -> str:  # pyright: ignore[reportIncompatibleMethodOverride]
        """A part of the text."""
        return self.whole()[start:end]

    def _offset(self, caret: Caret | None) -> int:
        self._take()
        found = spot(self._paper.view, caret) if caret else None
        if found is None:
            return 0
        return self._starts[self._strips.index(found[0])] + found[2]

    def cursorPosition(self) -> int:
        """Where the caret is."""
        return self._offset(self._paper.carets.caret if self._paper.carets else None)

    def setCursorPosition(self, position: int) -> None:
        """Put the caret."""
        if (caret := self._caret(position)) is not None:
            self._paper.put(at(caret))

    def _caret(self, position: int) -> Caret | None:
        self._take()
        number = max(0, min(len(self._strips) - 1, bisect_right(self._starts, position) - 1))
        while number < len(self._strips) and not self._strips[number].fields:
            number += 1
        if number >= len(self._strips):
            return None
        return from_offset(self._strips[number], position - self._starts[number])

    def selectionCount(self) -> int:
        """One, or none."""
        return int(bool(self._paper.carets and not self._paper.carets.empty))

    def selection(self, index: int) -> tuple[int, int]:  # noqa: ARG002 # pyright: ignore[reportIncompatibleMethodOverride]
        """Where the selection begins and ends."""
        carets = self._paper.carets
        ends = sorted((self._offset(carets.caret), self._offset(carets.anchor))) if carets else [0, 0]
        return ends[0], ends[1]

    def setSelection(self, index: int, start: int, end: int) -> None:  # noqa: ARG002
        """Select a part."""
        first, last = self._caret(start), self._caret(end)
        if first and last:
            self._paper.put(Carets(last, first))

    def addSelection(self, start: int, end: int) -> None:
        """Select a part: there is one selection."""
        self.setSelection(0, start, end)

    def removeSelection(self, index: int) -> None:  # noqa: ARG002
        """Select nothing."""
        if self._paper.carets:
            self._paper.put(at(self._paper.carets.caret))

    def characterRect(self, offset: int) -> QRect:
        """Where a character stands on the screen."""
        caret = self._caret(offset)
        box = self._paper.rectangle_of(caret) if caret else None
        if box is None:
            return QRect()
        corner = self._paper.viewport().mapToGlobal(box.topLeft().toPoint())
        return QRect(corner, box.size().toSize())

    def offsetAtPoint(self, point: QPoint) -> int:
        """The character at a point of the screen."""
        caret = self._paper.caret_at(self._paper.viewport().mapFromGlobal(point))
        return self._offset(caret)

    def scrollToSubstring(self, start: int, end: int) -> None:  # noqa: ARG002
        """Bring a part into sight."""
        if (caret := self._caret(start)) is not None:
            self._paper.centre(caret)

    def attributes(self, offset: int) -> tuple[str, int, int]:  # noqa: ARG002 # pyright: ignore[reportIncompatibleMethodOverride]
        """No attributes: form follows from structure."""
        return "", 0, self.characterCount()


def _made(_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Paper):
        return None
    text = SheetText(thing)
    _kept.append(text)
    return text


def install() -> None:
    """Offer sheets to screen readers."""
    if not _kept:
        _kept.append(_made)
        QAccessible.installFactory(_made)


def tell_caret(paper: Paper) -> None:
    """Tell a screen reader that listens where the caret is now."""
    text = QAccessible.queryAccessibleInterface(paper) if QAccessible.isActive() else None
    if isinstance(text, SheetText):
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(paper, text.cursorPosition()))
