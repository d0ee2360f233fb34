"""A tree view whose rows are painted whole by us: ground over the full width, chevrons from our icons."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from drafter.desktop.delegates.marks import draw_ground, draw_icon
from drafter.desktop.models.tree import Index

CHEVRON = 16
STEP = 16
LEFT = 4


class RowTree(QTreeView):
    """A tree without header; the delegate paints a row from its indentation to the right edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(STEP)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hovered = QModelIndex()

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, chevron and the row itself."""
        cell = self.visualRect(index)
        row = QRect(0, cell.top(), self.viewport().width(), cell.height())
        selected = self.selectionModel().isSelected(index)
        draw_ground(painter, row, selected=selected, hovered=index == self._hovered)
        if self.model().hasChildren(index):
            area = QRect(cell.left() - STEP + LEFT, cell.top(), CHEVRON, cell.height())
            draw_icon(painter, area, "expand" if self.isExpanded(index) else "forward", "text2", CHEVRON)
        option = QStyleOptionViewItem(options)
        option.rect = cell  # pyright: ignore[reportAttributeAccessIssue]
        if selected:
            option.state |= QStyle.StateFlag.State_Selected  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        self.itemDelegateForIndex(index).paint(painter, option, index)
        painter.restore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse with the hover."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: object) -> None:
        """No row is hovered any more."""
        super().leaveEvent(event)  # pyright: ignore[reportArgumentType]
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()
