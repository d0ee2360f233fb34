"""How the rows of the library look: places, plans, and sections found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.desktop import theme
from drafter.desktop.delegates.marks import (
    area_of,
    draw_ground,
    draw_icon,
    draw_lit,
    draw_pill,
    draw_text,
    pill_width,
    state_of,
    thousands,
)
from drafter.desktop.models.entries import EntryRole
from drafter.desktop.models.hits import HitRole
from drafter.desktop.models.sources import PLAIN_HUE, short_place
from drafter.desktop.models.tree import Index

if TYPE_CHECKING:
    from drafter.workflow import Entry, Hit, Similar

GAP = 8
LEFT, RIGHT = 6, 12


class EntryDelegate(QStyledItemDelegate):
    """A place with its count, or a plan with kind and year."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 30 px."""
        return QSize(120, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row from left to right: icon, text, pill, number."""
        area = area_of(option).adjusted(LEFT, 0, -RIGHT, 0)
        entry: Entry | None = index.data(EntryRole.ENTRY)
        if entry is None:
            draw_icon(painter, QRect(area.left(), area.top(), 16, area.height()), "region", "text3")
            area.setLeft(area.left() + 16 + GAP)
            count = thousands(int(index.data(EntryRole.COUNT)))
            area.setRight(area.right() - draw_text(painter, area, count, "text3", theme.ui_font(12), right=True) - GAP)
            draw_text(painter, area, index.data(), "text", theme.ui_font(13, 500))
            return
        when = entry.status or (str(entry.year) if entry.year else "")
        when = "征求意见" if when.startswith("征求意见") else when
        area.setRight(area.right() - draw_text(painter, area, when, "text3", theme.ui_font(12), right=True) - GAP)
        if kind := entry.kind[-2:]:
            width = pill_width(kind)
            draw_pill(painter, QRect(area.right() - width, area.top(), width, area.height()), kind, PLAIN_HUE)
            area.setRight(area.right() - width - GAP)
        draw_text(painter, area, index.data(), "text", theme.ui_font())


class HitDelegate(QStyledItemDelegate):
    """A section found: whose, where, its heading, and two lines of its text with the words lit."""

    words: tuple[str, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 112 px."""
        return QSize(200, 112)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the four lines of a row and the rule under it."""
        area = area_of(option)
        hit: Hit = index.data(HitRole.HIT)
        hovered = state_of(option, QStyle.StateFlag.State_MouseOver)
        draw_ground(painter, area, selected=state_of(option, QStyle.StateFlag.State_Selected), hovered=hovered)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        inner = area.adjusted(14, 10, -14, -8)
        head = QRect(inner.left(), inner.top(), inner.width(), 20)
        used = draw_pill(painter, head, short_place(hit.entry.region) or self.tr("资料"), PLAIN_HUE)
        head.setLeft(head.left() + used + GAP)
        year = str(hit.entry.year or "")
        head.setRight(head.right() - draw_text(painter, head, year, "text3", theme.ui_font(12), right=True) - GAP)
        draw_text(painter, head, hit.path or hit.entry.title, "text3", theme.ui_font(12))
        title = QRect(inner.left(), inner.top() + 23, inner.width(), 22)
        draw_text(painter, title, hit.title, "text", theme.ui_font(13, 500))
        body = QRect(inner.left(), inner.top() + 48, inner.width(), inner.height() - 48)
        painter.save()
        painter.setClipRect(body)
        draw_lit(painter, body, hit.snippet, self.words, 2)
        painter.restore()


class SimilarDelegate(QStyledItemDelegate):
    """A section like one of the draft: whose and how alike, its heading, the terms shared, two lines of its text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 112 px."""
        return QSize(200, 112)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the lines of a row and the rule under it; what the draft says too is lit."""
        area = area_of(option)
        one: Similar = index.data(HitRole.HIT)
        hovered = state_of(option, QStyle.StateFlag.State_MouseOver)
        draw_ground(painter, area, selected=state_of(option, QStyle.StateFlag.State_Selected), hovered=hovered)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        inner = area.adjusted(14, 8, -14, -6)
        head = QRect(inner.left(), inner.top(), inner.width(), 20)
        head.setLeft(
            head.left() + draw_pill(painter, head, short_place(one.entry.region) or self.tr("资料"), PLAIN_HUE) + GAP
        )
        alike = self.tr("{0}%  {1}").format(round(one.score * 100), one.entry.year or "")
        head.setRight(head.right() - draw_text(painter, head, alike, "text3", theme.ui_font(12), right=True) - GAP)
        same = self.tr("（另有 {0} 处相同）").format(len(one.same)) if one.same else ""
        draw_text(painter, head, f"{one.title}{same}", "text", theme.ui_font(13, 500))
        shared = self.tr("共有：{0}").format("、".join(one.shared))
        draw_text(painter, QRect(inner.left(), inner.top() + 23, inner.width(), 18), shared, "text3", theme.ui_font(12))
        body = QRect(inner.left(), inner.top() + 44, inner.width(), inner.height() - 44)
        start = max(0, one.marks[0][0] - 12) if one.marks else 0
        lit = tuple({one.text[begin:end] for begin, end in one.marks})
        painter.save()
        painter.setClipRect(body)
        draw_lit(painter, body, one.text[start : start + 400].replace("\n", " "), lit, 2)
        painter.restore()
