"""A scroll bar that shows where in the text something is."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from drafter.desktop import theme

WIDTH = 6
LEAST = 3


class MarkedBar(QScrollBar):
    """A vertical scroll bar with blocks painted over its groove."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: tuple[tuple[float, float], ...] = ()
        self._role = "text2"

    def show_marks(self, marks: tuple[tuple[float, float], ...], role: str) -> None:
        """Mark parts of the text, each from and to a share of its height (0 to 1), in the colour of a palette role."""
        if (marks, role) != (self._marks, self._role):
            self._marks, self._role = marks, role
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the marks over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        for start, end in self._marks:
            top, height = round(start * self.height()), max(LEAST, round((end - start) * self.height()))
            painter.fillRect(QRect(self.width() - WIDTH, top, WIDTH, height), theme.colour(self._role))
