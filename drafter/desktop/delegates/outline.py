"""How a section looks in the outline."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from drafter.desktop import theme
from drafter.desktop.delegates.marks import (
    SHARE_WIDTH,
    area_of,
    draw_pill,
    draw_share,
    draw_text,
    pill_width,
    thousands,
)
from drafter.desktop.models.outline import LEAST_SHARE, Heading, HeadingRole
from drafter.desktop.models.sources import hue, short_place
from drafter.desktop.models.tree import Index

GAP = 6
LEFT, RIGHT = 6, 12
COUNT_WIDTH = 36


class HeadingDelegate(QStyledItemDelegate):
    """Number and title; from the right: characters, how much is another's, whose text it is, how many slots wait."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 30 px."""
        return QSize(120, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row; where there is little room the count gives way to the marks."""
        heading: Heading = index.data(HeadingRole.HEADING)
        area = area_of(option).adjusted(LEFT, 0, -RIGHT, 0)
        waiting = heading.waiting if self._unfolded(option, index) else heading.waiting_below
        same = heading.share >= LEAST_SHARE
        needed = 240 if heading.region or waiting else 0
        if option.widget.width() >= needed + 80 * same:  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
            draw_text(painter, area, thousands(heading.characters), "text3", theme.ui_font(12), right=True)
            area.setRight(area.right() - COUNT_WIDTH)
        if same:
            draw_share(painter, area, heading.share)
            area.setRight(area.right() - SHARE_WIDTH - GAP)
        if heading.region:
            self._pill(painter, area, short_place(heading.region), hue(heading.hue))
        if waiting:
            self._pill(painter, area, str(waiting), ("doubt", "doubtW"))
        font = theme.ui_font(13, 500 if index.model().hasChildren(index) else 400)
        if heading.number:
            area.setLeft(area.left() + draw_text(painter, area, heading.number, "text2", font) + 2)
        draw_text(painter, area, heading.title, "text", font)

    def _unfolded(self, option: QStyleOptionViewItem, index: Index) -> bool:
        view: object = option.widget  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
        return not isinstance(view, QTreeView) or view.isExpanded(index)

    def _pill(self, painter: QPainter, area: QRect, text: str, roles: tuple[str, str]) -> None:
        width = pill_width(text)
        draw_pill(painter, QRect(area.right() - width, area.top(), width, area.height()), text, roles)
        area.setRight(area.right() - width - GAP)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field for the title alone: the number is computed."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("节标题"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """The whole row, so that the field is as high as its font needs."""
        editor.setGeometry(area_of(option).adjusted(0, -1, -4, 1))
