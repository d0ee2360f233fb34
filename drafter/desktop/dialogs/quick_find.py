"""快速查找: a field and what it finds; Enter goes there or does it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from drafter.desktop import theme
from drafter.desktop.delegates.marks import area_of, draw_ground, draw_pill, draw_text, state_of
from drafter.desktop.models.quick import NO_SOUNDS, QuickModel, QuickRole, Target, found
from drafter.desktop.models.sources import PLAIN_HUE
from drafter.desktop.models.tree import Index
from drafter.desktop.tasks import Tasks
from drafter.text.pinyin import sound_of


class _Delegate(QStyledItemDelegate):
    """Kind, name, and at the right the detail."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 32 px."""
        return QSize(200, 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        target: Target = index.data(QuickRole.TARGET)
        area = area_of(option)
        draw_ground(painter, area, selected=state_of(option, QStyle.StateFlag.State_Selected), hovered=False)
        inner = area.adjusted(12, 0, -12, 0)
        right = QRect(inner.right() - inner.width() // 3, inner.top(), inner.width() // 3, inner.height())
        used = draw_text(painter, right, target.detail, "text3", theme.ui_font(12), right=True)
        draw_pill(painter, QRect(inner.left(), inner.top(), 80, inner.height()), target.kind, PLAIN_HUE)
        draw_text(painter, inner.adjusted(88, 0, -used - 12, 0), target.text, "text", theme.ui_font())


class QuickFind(QDialog):
    """`chosen` is what was picked. Names are found by how they sound, too, once that is worked out."""

    def __init__(self, targets: tuple[Target, ...], tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sounds: Mapping[str, str] = NO_SOUNDS
        tasks.run(lambda: {one.text: sound_of(one.text) for one in targets}, self._heard, topic="sounds")
        self.setWindowTitle(self.tr("快速查找"))
        self.resize(640, 480)
        self._targets = targets
        self.chosen: Target | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("节、填报项、单位、命令、资料，也可输拼音首字母"))
        self.field.setAccessibleName(self.tr("快速查找"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.model = QuickModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("找到的"))
        self.list.clicked.connect(self._choose)
        self.none = QLabel(self.tr("没有找到，少写几个字再试"))
        self.none.setProperty("look", "quiet")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for part in (self.field, self.list, self.none):
            column.addWidget(part)
        self._search("")

    def _heard(self, sounds: dict[str, str]) -> None:
        self.sounds = sounds
        if isValid(self):
            self._search(self.field.text())

    def _search(self, words: str) -> None:
        self.model.show(found(self._targets, words, self.sounds))
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(bool(self.model.targets))
        self.none.setVisible(not self.model.targets)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen = index.data(QuickRole.TARGET)
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list, Enter chooses, while the caret stays in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
            if (by := step.get(Qt.Key(event.key()))) is not None and self.model.targets:
                row = max(0, min(len(self.model.targets) - 1, self.list.currentIndex().row() + by))
                self.list.setCurrentIndex(self.model.index(row))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)
