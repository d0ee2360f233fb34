"""The marks painted behind and under words of the sheet; they differ in shape as well as in colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from drafter.desktop import theme
from drafter.model.draft import SlotState

_GROUNDS = {SlotState.OPEN: "doubtW", SlotState.REPLACED: "okW", SlotState.KEPT: "hintW"}
_EDGES = {SlotState.OPEN: "doubtL", SlotState.REPLACED: "okL", SlotState.KEPT: "hint"}


def paint_slot(painter: QPainter, rectangle: QRectF, state: SlotState, *, selected: bool) -> None:
    """Paint what lies behind a slot: dashed frame while open, underlined when replaced, dotted when kept."""
    ground, edge = ("accentW", "accent") if selected else (_GROUNDS[state], _EDGES[state])
    box = rectangle.adjusted(-1, 1, 1, -1)
    pen = QPen(theme.colour(edge), 2 if selected else 1.2)
    if selected:
        style = Qt.PenStyle.SolidLine
    else:
        style = {SlotState.OPEN: Qt.PenStyle.DashLine, SlotState.KEPT: Qt.PenStyle.DotLine}.get(
            state, Qt.PenStyle.SolidLine
        )
    pen.setStyle(style)
    framed = selected or state is SlotState.OPEN
    painter.setBrush(theme.colour(ground))
    painter.setPen(pen if framed else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, 4, 4)
    if not framed:
        painter.setPen(pen)
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def paint_wave(painter: QPainter, rectangle: QRectF) -> None:
    """Paint the wave under words that are wrong."""
    painter.setPen(QPen(theme.colour("error"), 1.2))
    x, y = rectangle.left(), rectangle.bottom()
    while x < rectangle.right():
        painter.drawLine(QPointF(x, y), QPointF(x + 2, y - 2))
        painter.drawLine(QPointF(x + 2, y - 2), QPointF(x + 4, y))
        x += 4
