"""How a slot looks in the table, and how its value is typed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from drafter.desktop import theme
from drafter.desktop.delegates.marks import area_of, draw_ground, draw_icon, draw_pill, draw_text, pill_width, state_of
from drafter.desktop.delegates.offers import OfferDelegate
from drafter.desktop.models.offers import OffersModel, offers
from drafter.desktop.models.slots import Column, SlotRole, SlotRows, SlotsModel, said_place, said_words
from drafter.desktop.models.sources import hue, short_place
from drafter.desktop.models.tree import Index
from drafter.model.draft import Slot, SlotKind, SlotState
from drafter.workflow import Said

KIND_ICONS = {
    SlotKind.REGION: "region",
    SlotKind.AGENCY: "agency",
    SlotKind.TARGET: "target",
    SlotKind.PERIOD: "period",
    SlotKind.ORGANISATION: "organisation",
    SlotKind.DOCUMENT: "document",
}
STATE_MARKS = {
    SlotState.OPEN: (("doubt", "doubtW"), "todo"),
    SlotState.REPLACED: (("ok", "okW"), "done"),
    SlotState.KEPT: (("hint", "hintW"), "keep"),
}
PADDING = 8
SLOT_PROPERTY = "slot"
"""The property of a value's field that says whose value is typed."""
Hint = QAbstractItemDelegate.EndEditHint


class SlotDelegate(QStyledItemDelegate):
    """Every cell of the table. `settle_wanted` is typed in the editor, see `settling`."""

    settle_wanted = Signal(object)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows of 32 px."""
        return QSize(60, 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, row line and the cell."""
        area = area_of(option)
        slot: Slot = index.data(SlotRole.SLOT)
        selected = state_of(option, QStyle.StateFlag.State_Selected)
        draw_ground(painter, area, selected=selected, hovered=False, bar=index.column() == Column.KIND)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        match Column(index.column()):
            case Column.KIND:
                draw_icon(painter, QRect(inner.left(), inner.top(), 16, inner.height()), KIND_ICONS[slot.kind], "text2")
                draw_text(painter, inner.adjusted(24, 0, 0, 0), index.data(), "text2", theme.ui_font())
            case Column.NAME:
                draw_text(painter, inner, slot.name, "text", theme.ui_font())
            case Column.ORIGINAL:
                self._original(painter, inner, slot, index.data(SlotRole.HUE))
            case Column.VALUE:
                self._value(painter, inner, slot)
            case Column.SAID:
                if not selected:
                    self._said(painter, inner, index)
            case Column.STATE:
                if not selected:
                    self._state(painter, inner, slot, index)

    def _original(self, painter: QPainter, area: QRect, slot: Slot, order: int) -> None:
        if slot.source and slot.source.region:
            place = short_place(slot.source.region)
            width = pill_width(place)
            draw_pill(painter, QRect(area.right() - width, area.top(), width, area.height()), place, hue(order))
            area.setRight(area.right() - width - PADDING)
        draw_text(painter, area, slot.original or "—", "text" if slot.original else "text3", theme.ui_font())

    def _value(self, painter: QPainter, area: QRect, slot: Slot) -> None:
        match slot.state:
            case SlotState.REPLACED:
                draw_text(painter, area, slot.value, "text", theme.ui_font(13, 500))
            case SlotState.KEPT:
                draw_text(painter, area, self.tr("保留原文"), "text3", theme.ui_font())
            case SlotState.OPEN if slot.proposal:
                draw_text(painter, area, self.tr("建议：{0}").format(slot.proposal), "text2", theme.ui_font())
            case SlotState.OPEN:
                draw_text(painter, area, self.tr("点击填写"), "text3", theme.ui_font())

    def _said(self, painter: QPainter, area: QRect, index: Index) -> None:
        """What others say, one after the other; how many more there are where the cell ends."""
        said: tuple[Said, ...] = index.data(SlotRole.SAID)
        font = theme.ui_font(12)
        for number, one in enumerate(said):
            place, words = said_place(one), said_words(one)
            width = pill_width(place) + 6 + QFontMetrics(font).horizontalAdvance(words)
            more = f"+{len(said) - number}"
            if number and width > area.width() - (30 if number + 1 < len(said) else 0):
                draw_text(painter, area, more, "text3", font)
                return
            area.setLeft(area.left() + draw_pill(painter, area, place, hue(model_of(index).hue_of(one.region))) + 6)
            area.setLeft(area.left() + draw_text(painter, area, words, "text2", font) + 14)

    def _state(self, painter: QPainter, area: QRect, slot: Slot, index: Index) -> None:
        roles, icon = STATE_MARKS[slot.state]
        area.setLeft(area.left() + draw_pill(painter, area, index.data(), roles, icon) + PADDING)
        note = self.tr("{0} 处").format(index.data(SlotRole.USES))
        if slot.reason:
            note += " · " + slot.reason
        draw_text(painter, area, note, "text3", theme.ui_font(12))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field that offers the proposed value, what others say, and the original."""
        slot: Slot = index.data(SlotRole.SLOT)
        editor = QLineEdit(parent)
        editor.setProperty(SLOT_PROPERTY, slot.id)
        editor.setAccessibleName(self.tr("{0} 的本地值").format(slot.name))
        editor.setPlaceholderText(slot.hint or slot.original)
        completer = QCompleter(OffersModel(offers(slot, index.data(SlotRole.SAID)), editor), editor)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if popup := completer.popup():
            popup.setItemDelegate(OfferDelegate(popup))
            popup.setMinimumWidth(min(720, popup.sizeHintForColumn(0) + 24))
        editor.setCompleter(completer)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """The cell."""
        editor.setGeometry(area_of(option).adjusted(1, 0, -1, 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Tab takes the value and goes on; Down on an empty field shows offers; the keys of `settling`."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and settling(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            if wish := settling(event):
                self.closeEditor.emit(editor, Hint.RevertModelCache)
                self.settle_wanted.emit(wish)
                return True
            if event.key() == Qt.Key.Key_Down and editor.completer():
                editor.completer().complete()
                return True
        return super().eventFilter(editor, event)


@dataclass(frozen=True, slots=True)
class Settle:
    """What a key wishes for a slot: keep, delete, take (what the other plan `number` says), source, alike."""

    act: str
    number: int = 0


_ALT_KEYS: dict[int, Settle] = {
    Qt.Key.Key_K: Settle("keep"),
    Qt.Key.Key_D: Settle("delete"),
    Qt.Key.Key_O: Settle("source"),
    Qt.Key.Key_A: Settle("alike"),
    **{Qt.Key.Key_1 + n: Settle("take", n) for n in range(9)},
}


def settling(event: QKeyEvent) -> Settle | None:
    """What a key wishes for a slot.

    Alt+K keeps the original, Alt+D takes the slot out, Alt+1 takes what the first other plan says, Alt+O goes to the
    source, Alt+A opens what can be done with all that are alike.
    """
    return _ALT_KEYS.get(event.key()) if event.modifiers() == Qt.KeyboardModifier.AltModifier else None


def model_of(index: Index) -> SlotsModel:
    """The model under the filter."""
    rows = index.model()
    model = rows.sourceModel() if isinstance(rows, SlotRows) else rows
    assert isinstance(model, SlotsModel)
    return model
