"""What stands under a slot that was clicked: what it was, what others say, and how it can be settled.

The keys stay with the sheet: what is typed goes into the slot itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from drafter.desktop.models.sources import hue, short_place
from drafter.desktop.panels.labels import ElidedLabel, PillLabel
from drafter.desktop.sheet.carets import chips
from drafter.desktop.sheet.desk import Desk
from drafter.model.document import SlotId
from drafter.model.draft import Slot, SlotState, slot_named, uses
from drafter.workflow import Said

WIDTH = 340
MOST = 5
"""Suggestions at most."""
Suggestion = tuple[str, str, str]
"""(region, value, remark)."""


class SlotPopup(QFrame):
    """`fill_requested(id, value)`, `keep_requested(id)`, `delete_requested(id)`."""

    fill_requested = Signal(object, str)
    keep_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("slotPopup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedWidth(WIDTH)
        self.slot: SlotId | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 8)
        self._column.setSpacing(4)
        self.rows: list[QPushButton] = []
        self.hide()

    def show_slot(self, slot: Slot, uses: int, suggestions: tuple[Suggestion, ...], regions: tuple[str, ...]) -> None:
        """Show what is known about a slot."""
        self.slot = slot.id
        self._clear()
        self._column.addWidget(self._head(slot, uses))
        self.rows = []
        for region, value, remark in suggestions[:MOST]:
            self._column.addWidget(self._row(slot, (region, value, remark), regions))
        if slot.reason:
            note = ElidedLabel("text2", 12)
            note.setText(self.tr("理由：{0}").format(slot.reason))
            self._column.addWidget(note)
        self._column.addWidget(self._acts(slot))
        for child in self.findChildren(QWidget):
            child.ensurePolished()
            child.show()  # what is put into a widget that is seen has no size before
        self._column.activate()
        self.resize(WIDTH, self._column.sizeHint().height())
        self.show()
        self.raise_()

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _head(self, slot: Slot, uses: int) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(weight=500)
        name.setText(slot.name)
        row.addWidget(name, 1)
        count = QLabel(self.tr("{0} 处").format(uses))
        count.setProperty("look", "caption")
        row.addWidget(count)
        return head

    def _row(self, slot: Slot, suggestion: Suggestion, regions: tuple[str, ...]) -> QWidget:
        """One value that others give, with a button that takes it."""
        region, value, remark = suggestion
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if region:
            row.addWidget(PillLabel(short_place(region)[:4], hue(regions.index(region) if region in regions else 99)))
        button = QPushButton(value)
        button.setProperty("look", "bare")
        button.setProperty("small", "true")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(self.tr("填入“{0}”").format(value))
        button.clicked.connect(lambda _=False: self.fill_requested.emit(slot.id, value))
        row.addWidget(button)
        self.rows.append(button)
        said = ElidedLabel("text2", 12)
        said.setText(remark)
        row.addWidget(said, 1)
        return line

    def _acts(self, slot: Slot) -> QWidget:
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 4, 0, 0)
        offered: list[tuple[str, str, Callable[[], None]]] = [
            (self.tr("保留原文…"), self.tr("原样保留，写明理由（Alt+K）"), lambda: self.keep_requested.emit(slot.id)),
            (self.tr("删去"), self.tr("从文中删去（Alt+D）"), lambda: self.delete_requested.emit(slot.id)),
        ]
        if slot.state is not SlotState.OPEN:
            empty = (self.tr("重新待填"), self.tr("清空，重新列为待填"), lambda: self.fill_requested.emit(slot.id, ""))
            offered.insert(0, empty)
        for text, tip, act in offered:
            button = QPushButton(text)
            button.setProperty("small", "true")
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        hint = QLabel(self.tr("直接输入即填"))
        hint.setProperty("look", "caption")
        row.addWidget(hint)
        return acts


def suggestions_of(said: tuple[Said, ...]) -> tuple[Suggestion, ...]:
    """What other plans say, as suggestions."""
    return tuple((one.region, one.text, f"{one.year} 年" if one.year else one.document) for one in said)


class SlotTeller:
    """Opens the pop-up at the slot of the caret and keeps it there. `suggest` gives what other plans say."""

    def __init__(self, paper: Desk) -> None:
        self._paper = paper
        self.popup = SlotPopup(paper.viewport())
        self.suggest: Callable[[SlotId], tuple[Suggestion, ...]] = lambda _: ()

    def open(self, slot: SlotId) -> None:
        """Open the pop-up of the slot the caret is in."""
        self.popup.slot = slot
        self.popup.show()
        self.show()

    def show(self) -> None:
        """Show what is known now, while the pop-up is open and the caret in its slot."""
        draft, slot = self._paper.view.draft, self._slot_at_caret()
        if not self.popup.isVisible():
            return
        if slot is None or draft is None or slot != self.popup.slot:
            self.popup.hide()
            return
        one = slot_named(draft, slot)
        own = (
            ((one.source.region if one.source else "", one.original, QCoreApplication.translate("sheet", "原文")),)
            if one.original
            else ()
        )
        proposed = (("", one.proposal, QCoreApplication.translate("sheet", "建议")),) if one.proposal else ()
        offered = (*proposed, *own, *self.suggest(slot))
        self.popup.show_slot(one, uses(draft)[slot], offered, self._paper.view.regions)
        self.place()

    def _slot_at_caret(self) -> SlotId | None:
        carets = self._paper.carets
        found = self._paper.view.find(carets.caret.key) if carets else None
        if found is None or carets is None:
            return None
        low, high = sorted((carets.caret.offset, carets.anchor.offset))
        return next((c.slot for c in chips(*found) if c.start <= low and high <= c.end), None)

    def place(self) -> None:
        """Put the pop-up under the slot, above it where there is no room."""
        carets = self._paper.carets
        if not self.popup.isVisible() or carets is None or (box := self._paper.rectangle_of(carets.anchor)) is None:
            return
        port = self._paper.viewport()
        x = max(8, min(round(box.left()) - 12, port.width() - self.popup.width() - 8))
        below = round(box.bottom()) + 8
        above = round(box.top()) - self.popup.height() - 8
        self.popup.move(x, below if below + self.popup.height() < port.height() or above < 0 else above)
