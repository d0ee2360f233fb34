"""The panel 检查: what of other places still stands in the draft; a click leads to the place."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import theme
from drafter.desktop.delegates.marks import area_of, draw_ground, draw_pill, draw_text, state_of
from drafter.desktop.panels.labels import EmptyState
from drafter.model.finding import Finding, Severity

_MARKS = {
    Severity.ERROR: (("error", "errorW"), "error"),
    Severity.DOUBT: (("doubt", "doubtW"), "doubt"),
    Severity.HINT: (("hint", "hintW"), "hint"),
}
_FINDING = Qt.ItemDataRole.UserRole


class FindingsModel(QAbstractListModel):
    """One row per finding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many findings there are."""
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The finding in words, or itself under `_FINDING`."""
        if not 0 <= index.row() < len(self.findings):
            return None
        finding = self.findings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.severity(finding)}，{finding.text}，{finding.message}"
        return finding if role == _FINDING else None

    def severity(self, finding: Finding) -> str:
        """What a severity is called."""
        names = {Severity.ERROR: self.tr("必错"), Severity.DOUBT: self.tr("疑似"), Severity.HINT: self.tr("提示")}
        return names[finding.severity]


class FindingDelegate(QStyledItemDelegate):
    """Paints a finding: how grave, the words found, why, and where."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Rows of 36 px."""
        return QSize(200, 36)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        area, finding = area_of(option), index.data(_FINDING)
        assert isinstance(finding, Finding)
        selected = state_of(option, QStyle.StateFlag.State_Selected)
        draw_ground(painter, area, selected=selected, hovered=state_of(option, QStyle.StateFlag.State_MouseOver))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        roles, icon = _MARKS[finding.severity]
        model = index.model()
        name = model.severity(finding) if isinstance(model, FindingsModel) else ""
        inner = area.adjusted(12, 0, -12, -1)
        inner.setLeft(inner.left() + draw_pill(painter, inner, name, roles, icon) + 12)
        place = min(140, inner.width() // 4)
        draw_text(
            painter,
            QRect(inner.right() - place, inner.top(), place, inner.height()),
            finding.place.section,
            "text3",
            theme.ui_font(12),
            right=True,
        )
        words = inner.adjusted(0, 0, -place - 12, 0)
        words.setLeft(words.left() + draw_text(painter, words, finding.text, roles[0], theme.ui_font(13, 500)) + 12)
        draw_text(painter, words, finding.message, "text2", theme.ui_font())


class FindingsPanel(QWidget):
    """Shows findings; `finding_selected` with the place to go to."""

    finding_selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("检查结果"))
        self.list.clicked.connect(self._tell)
        self.list.activated.connect(self._tell)
        self.empty = EmptyState(
            "passed", self.tr("没有外地残留"), self.tr("草稿中没有别处的地名、单位和文件"), self.tr("看填报项")
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.show(())

    def show(self, findings: tuple[Finding, ...] | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show findings, the same row current as before; without an argument Qt's own `show`."""
        if findings is None:
            super().show()
            return
        row = self.list.currentIndex().row()
        if findings != self.model.findings:
            self.model.show(findings)
            self.list.setCurrentIndex(self.model.index(min(row, len(findings) - 1)))
        self.stack.setCurrentWidget(self.list if findings else self.empty)

    def step(self, steps: int) -> None:
        """Go some findings on (or back), round the end."""
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row()
            index = self.model.index((row + steps) % count if row >= 0 else 0)
            self.list.setCurrentIndex(index)
            self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        finding = index.data(_FINDING)
        if isinstance(finding, Finding):
            self.finding_selected.emit(finding.place)
