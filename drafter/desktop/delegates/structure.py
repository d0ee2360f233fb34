"""How a row looks in the tree of a plan that is being corrected."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from drafter.desktop import theme
from drafter.desktop.delegates.marks import area_of, draw_pill, draw_text
from drafter.desktop.models.sources import PLAIN_HUE
from drafter.desktop.models.structure import Node, StructureRole
from drafter.desktop.models.tree import Index


class StructureDelegate(QStyledItemDelegate):
    """Headings stand out, paragraphs are quiet, boxes and tables have a pill."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 28 px."""
        return QSize(120, 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint pill, number and text."""
        node: Node = index.data(StructureRole.NODE)
        area = area_of(option).adjusted(6, 0, -12, 0)
        font = theme.ui_font(13, 500 if node.heading else 400)
        if node.mark:
            area.setLeft(area.left() + draw_pill(painter, area, node.mark, PLAIN_HUE) + 8)
        if node.number:
            area.setLeft(area.left() + draw_text(painter, area, node.number, "text2", font) + 2)
        draw_text(painter, area, node.text, "text" if node.heading else "text3", font)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field for number and title."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("序号和标题"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """The whole row, so that the field is as high as its font needs."""
        editor.setGeometry(area_of(option).adjusted(0, -2, -4, 2))
