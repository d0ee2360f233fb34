"""How a finding looks in the list: how grave, the words found, why, and where."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.desktop import theme
from drafter.desktop.delegates.marks import area_of, draw_ground, draw_pill, draw_text, state_of
from drafter.desktop.models.findings import FindingRole
from drafter.desktop.models.tree import Index
from drafter.model.finding import Finding, Severity
from drafter.workflow.rule_names import rule_name

MARKS = {
    Severity.ERROR: (("error", "errorW"), "error"),
    Severity.DOUBT: (("doubt", "doubtW"), "doubt"),
    Severity.HINT: (("hint", "hintW"), "hint"),
}


class FindingDelegate(QStyledItemDelegate):
    """Rows of 36 px."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 36 px."""
        return QSize(200, 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; what is put aside is paler and says why."""
        area = area_of(option)
        finding: Finding = index.data(FindingRole.FINDING)
        aside: str = index.data(FindingRole.ASIDE)
        selected = state_of(option, QStyle.StateFlag.State_Selected)
        draw_ground(painter, area, selected=selected, hovered=state_of(option, QStyle.StateFlag.State_MouseOver))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        roles, icon = MARKS[finding.severity]
        inner = area.adjusted(12, 0, -12, -1)
        pill = index.data(FindingRole.SEVERITY)
        inner.setLeft(inner.left() + draw_pill(painter, inner, pill, ("hint", "hintW") if aside else roles, icon) + 12)
        width = min(140, inner.width() // 4)
        place = QRect(inner.right() - width, inner.top(), width, inner.height())
        draw_text(painter, place, finding.place.section, "text3", theme.ui_font(12), right=True)
        inner.setRight(place.left() - 12)
        words = finding.text or rule_name(finding.rule).name
        role = "text3" if aside else roles[0]
        name = inner.adjusted(0, 0, -inner.width() * 55 // 100, 0)
        inner.setLeft(inner.left() + draw_text(painter, name, words, role, theme.ui_font(13, 500)) + 12)
        draw_text(painter, inner, aside or finding.message, "text2", theme.ui_font())
