"""How an offered value looks in the list under its field: whose it is, the value, what it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.desktop import theme
from drafter.desktop.delegates.marks import area_of, draw_ground, draw_pill, draw_text, pill_width, state_of
from drafter.desktop.models.offers import Offer
from drafter.desktop.models.sources import PLAIN_HUE
from drafter.desktop.models.tree import Index

PLACE = 60


class OfferDelegate(QStyledItemDelegate):
    """Rows of 30 px."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As wide as its words."""
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        words = QFontMetrics(theme.ui_font()).horizontalAdvance(offer.value)
        return QSize(PLACE + words + QFontMetrics(theme.ui_font(12)).horizontalAdvance(offer.note) + 48, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        offer: Offer = index.data(Qt.ItemDataRole.UserRole)
        area = area_of(option)
        draw_ground(painter, area, selected=state_of(option, QStyle.StateFlag.State_Selected), hovered=False)
        inner = area.adjusted(10, 0, -10, 0)
        if offer.place:
            draw_pill(painter, QRect(inner.left(), inner.top(), PLACE, inner.height()), offer.place, PLAIN_HUE)
        inner.setLeft(inner.left() + max(PLACE, pill_width(offer.place) + 8))
        inner.setLeft(inner.left() + draw_text(painter, inner, offer.value, "text", theme.ui_font()) + 16)
        draw_text(painter, inner, offer.note, "text3", theme.ui_font(12))
