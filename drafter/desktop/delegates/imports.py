"""How the file of an import looks: a mark, its name, what was recognised, how it stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.desktop import theme
from drafter.desktop.delegates.marks import (
    area_of,
    draw_ground,
    draw_icon,
    draw_pill,
    draw_text,
    pill_width,
    state_of,
)
from drafter.desktop.models.imports import ImportRole, State
from drafter.desktop.models.tree import Index

_LOOKS: dict[State, tuple[str, tuple[str, str]]] = {
    State.WAITING: ("period", ("hint", "hintW")),
    State.READING: ("retry", ("accentHi", "accentW")),
    State.READ: ("passed", ("ok", "okW")),
    State.DOUBTFUL: ("doubt", ("doubt", "doubtW")),
    State.KNOWN: ("passed", ("hint", "hintW")),
    State.FAILED: ("error", ("error", "errorW")),
    State.STOPPED: ("stop", ("hint", "hintW")),
}
"""Icon and palette roles of a state."""
LINE = 22


class ImportDelegate(QStyledItemDelegate):
    """Two lines; a file that failed has a third one that says what to do."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as its lines."""
        return QSize(300, 14 + LINE * (3 if index.data(ImportRole.ADVICE) else 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint icon, lines and pill."""
        area = area_of(option)
        state = State(index.data(ImportRole.STATE))  # Qt hands a plain str back
        icon, roles = _LOOKS[state]
        draw_ground(painter, area, selected=state_of(option, QStyle.StateFlag.State_Selected), hovered=False)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        inner = area.adjusted(12, 6, -12, -8)
        draw_icon(painter, QRect(inner.left(), inner.top(), 20, LINE), icon, roles[0], 18)
        mark: str = index.data(ImportRole.MARK)
        width = pill_width(mark)
        draw_pill(painter, QRect(inner.right() - width, inner.top(), width, inner.height()), mark, roles)
        line = QRect(inner.left() + 30, inner.top(), inner.width() - 30 - width - 12, LINE)
        quiet = state in (State.WAITING, State.STOPPED)
        draw_text(painter, line, index.data(), "text2" if quiet else "text", theme.ui_font(13, 500))
        line.translate(0, LINE)
        failed = state is State.FAILED
        draw_text(painter, line, index.data(ImportRole.WORDS), "error" if failed else "text3", theme.ui_font(12))
        if advice := index.data(ImportRole.ADVICE):
            line.translate(0, LINE)
            draw_text(painter, line, str(advice), "text2", theme.ui_font(12))
