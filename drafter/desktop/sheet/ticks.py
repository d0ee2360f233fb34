"""The scroll bar of the sheet with its marks: open slots and findings, where they stand in the whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from drafter.desktop import theme

QUIET = 200
"""Milliseconds without a change before the ticks are looked for."""
Ticks = list[tuple[float, str]]
"""(place from 0 to 1, palette role) of every mark."""


class MarkedBar(QScrollBar):
    """A vertical scroll bar. `marks` is asked for the ticks a moment after `forget` was called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.marks: Callable[[], Ticks] = list
        self._ticks: Ticks = []
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._ask)

    def forget(self) -> None:
        """The marks are others now: they are asked for when nothing has changed for a moment."""
        self._quiet.start()

    def _ask(self) -> None:
        self._ticks = self.marks()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the ticks over its groove."""
        super().paintEvent(event)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, self
        )
        painter = QPainter(self)
        for place, role in self._ticks:
            y = groove.top() + place * max(1, groove.height() - 3)
            painter.fillRect(QRectF(self.width() - 9, y, 8, 3), theme.colour(role))
        painter.end()
