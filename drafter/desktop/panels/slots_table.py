"""The table of the panel 填报项."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from drafter.desktop.delegates.slots import SLOT_PROPERTY, Settle, settling
from drafter.desktop.models.slots import Column
from drafter.model.document import SlotId

KIND_WIDTH, STATE_WIDTH = 92, 250
SHARES = {Column.NAME: 21, Column.ORIGINAL: 22, Column.VALUE: 21, Column.SAID: 36}
"""How the columns share what those of fixed width leave, in hundredths."""
Hint = QAbstractItemDelegate.EndEditHint


class SlotsTable(QTableView):
    """The table: its current cell is always the value, Enter edits, Tab in the field goes to the next open slot."""

    settle_wanted = Signal(object)
    next_wanted = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.typed_in: SlotId | None = None
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def arrange(self) -> None:
        """Dress the heads of the columns."""
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(28)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths."""
        super().resizeEvent(event)
        self.horizontalHeader().resizeSection(Column.KIND, KIND_WIDTH)
        self.horizontalHeader().resizeSection(Column.STATE, STATE_WIDTH)
        left = max(400, self.viewport().width() - KIND_WIDTH - STATE_WIDTH)
        for column, share in SHARES.items():
            self.horizontalHeader().resizeSection(column, left * share // 100)
        self.resized.emit()

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Close the field; Tab asks for the next open slot instead of the next cell."""
        onward = hint in (Hint.EditNextItem, Hint.EditPreviousItem)
        super().closeEditor(editor, Hint.NoHint if onward else hint)
        if onward:
            self.typed_in = editor.property(SLOT_PROPERTY)
            self.next_wanted.emit()
            self.typed_in = None

    def event(self, event: QEvent) -> bool:
        """Keep the keys that settle a slot for the table, before the menus see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and settling(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the value; the keys of `settling` settle the slot, Delete takes it out."""
        if wish := settling(event):
            self.settle_wanted.emit(wish)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.settle_wanted.emit(Settle("delete"))
        else:
            super().keyPressEvent(event)
