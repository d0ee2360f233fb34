"""The scroll bar of the sheet with its marks: open slots and findings, where they stand in the whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from drafter.desktop import theme

Ticks = list[tuple[float, str]]
"""(place from 0 to 1, palette role) of every mark."""


class MarkedBar(QScrollBar):
    """A vertical scroll bar. `marks` is asked for the ticks whenever `forget` was called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.marks: Callable[[], Ticks] = list
        self._ticks: Ticks | None = None

    def forget(self) -> None:
        """The marks are others now."""
        self._ticks = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the ticks over its groove."""
        super().paintEvent(event)
        if self._ticks is None:
            self._ticks = self.marks()
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
