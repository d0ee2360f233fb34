"""The panel 填报项: everything in the draft that must become local, in one table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import icons, theme
from drafter.desktop.delegates.slots import SLOT_PROPERTY, SlotDelegate, settles
from drafter.desktop.models.slots import Column, SlotRole, SlotsModel, slots_of_state
from drafter.desktop.panels.labels import EmptyState, on_panel_ground
from drafter.model.document import SlotId
from drafter.model.draft import Draft, Slot, SlotState

WIDTHS = {Column.KIND: 92, Column.STATE: 250}
Hint = QAbstractItemDelegate.EndEditHint
SHOWN = (None, SlotState.OPEN, SlotState.REPLACED, SlotState.KEPT)


class SlotsTable(QTableView):
    """The table: its current cell is always the value, Enter edits, Tab in the field goes to the next open slot."""

    keep_wanted = Signal()
    delete_wanted = Signal()
    next_wanted = Signal()

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
        """Give the columns their widths: name, original and value share what is left."""
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(28)
        for column, width in WIDTHS.items():
            head.resizeSection(column, width)
        for column in (Column.NAME, Column.ORIGINAL, Column.VALUE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        """Close the field; Tab asks for the next open slot instead of the next cell."""
        onward = hint in (Hint.EditNextItem, Hint.EditPreviousItem)
        super().closeEditor(editor, Hint.NoHint if onward else hint)
        if onward:
            self.typed_in = editor.property(SLOT_PROPERTY)
            self.next_wanted.emit()
            self.typed_in = None

    def event(self, event: QEvent) -> bool:
        """Keep Alt+K and Alt+D for the table, before the menus see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and settles(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the value, Alt+K keeps the original, Alt+D and Delete take the slot out."""
        if settles(event):
            (self.keep_wanted if event.key() == Qt.Key.Key_K else self.delete_wanted).emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class RowActs(QWidget):
    """The buttons of the selected row, made for one value of its slot."""

    def __init__(self, slot: Slot) -> None:
        super().__init__()
        self.slot, self.theme = slot, theme.current()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 1)
        self._row.setSpacing(6)
        replace = self.tr("替换") if slot.state is SlotState.OPEN else self.tr("改填")
        self.replace = self._button(replace, "replace", "Enter", solid=True)
        self.keep = self._button(self.tr("保留…"), "keep", "Alt+K")
        self.delete = self._button(self.tr("删去"), "close", "Alt+D")
        self._row.addStretch(1)

    def _button(self, text: str, icon: str, key: str, *, solid: bool = False) -> QPushButton:
        button = QPushButton(icons.icon(icon, "onAccent" if solid else "text2", 16), text)
        button.setProperty("small", "true")
        button.setProperty("look", "solid" if solid else "")
        button.setToolTip(key)
        button.setAccessibleName(f"{text} {self.slot.name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button


class SlotsPanel(QWidget):
    """The slots of the draft. Signals: a slot is to be filled, kept (a reason is asked for), deleted; was selected."""

    fill_requested = Signal(object, str)
    keep_requested = Signal(object)
    delete_requested = Signal(object)
    slot_selected = Signal(object)
    references_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.model = SlotsModel(self)
        self.model.fill_requested.connect(self.fill_requested)
        self.filter = slots_of_state(self.model, self)
        self.table = self._table()
        self.setFocusProxy(self.table)
        self.empty = EmptyState(
            "slots",
            self.tr("没有要填报的"),
            self.tr("摘入一节后，要换成本地的名称和数字会列在这里"),
            self.tr("去摘入…"),
        )
        self.empty.requested.connect(self.references_requested)
        self.none_left = EmptyState("passed", "", self.tr("这一类里现在没有填报项"), self.tr("显示全部"))
        self.chips = self._chips()
        self.none_left.requested.connect(self.chips[None].click)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.none_left):
            self.stack.addWidget(page)
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.stack)
        self._following = False
        self.show(Draft())

    def _table(self) -> SlotsTable:
        table = SlotsTable()
        table.setModel(self.filter)
        table.arrange()
        delegate = SlotDelegate(table)
        delegate.keep_wanted.connect(self._keep)
        delegate.delete_wanted.connect(self._delete)
        table.setItemDelegate(delegate)
        table.setAccessibleName(self.tr("填报项"))
        table.keep_wanted.connect(self._keep)
        table.delete_wanted.connect(self._delete)
        table.next_wanted.connect(self.edit_next_open)
        table.clicked.connect(self._clicked)
        table.selectionModel().currentChanged.connect(self._current_changed)
        return table

    def _chips(self) -> dict[SlotState | None, QPushButton]:
        group = QButtonGroup(self)
        chips: dict[SlotState | None, QPushButton] = {}
        for state in SHOWN:
            chip = chips[state] = QPushButton()
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, state=state: self._show_only(state))
            group.addButton(chip)
        chips[None].setChecked(True)
        return chips

    def show(self, draft: Draft | None = None) -> None:
        """Show the slots of a draft, the selected one as before; without an argument Qt's own `show`."""
        if draft is None:
            super().show()
            return
        self._following = True
        self.model.show(draft)
        self._following = False
        for state, chip in self.chips.items():
            count = sum(state in (None, slot.state) for slot in draft.slots)
            name = self.tr("全部") if state is None else self.model.state_name(state)
            chip.setText(f"{name} {count}")
            chip.setEnabled(count > 0 or state is None or chip.isChecked())
        self._turn_page()
        self._place_acts()

    def changeEvent(self, event: QEvent) -> None:
        """Make the buttons anew in the colours of now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "stack"):
            self._place_acts()

    def select(self, slot: SlotId) -> None:
        """Select a slot without saying so; where the filter hides it, all are shown."""
        index = self.model.index_for(slot)
        if index.isValid() and not self.filter.mapFromSource(index).isValid():
            self.chips[None].setChecked(True)
            self._show_only(None)
        self._following = True
        self.table.setCurrentIndex(self.filter.mapFromSource(index))
        self._following = False

    def selected(self) -> Slot | None:
        """The slot of the selected row."""
        slot = self.table.currentIndex().data(SlotRole.SLOT)
        return slot if isinstance(slot, Slot) else None

    def _show_only(self, state: SlotState | None) -> None:
        self.filter.setFilterFixedString(state or "")
        self._turn_page()
        self._place_acts()

    def _turn_page(self) -> None:
        page = self.table if self.filter.rowCount() else self.none_left if self.model.rowCount() else self.empty
        self.stack.setCurrentWidget(page)

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and current.column() != Column.VALUE:
            self.table.setCurrentIndex(current.siblingAtColumn(Column.VALUE))
            return
        self._place_acts()
        if (slot := self.selected()) and not self._following:
            self.slot_selected.emit(slot.id)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.VALUE:
            self.table.edit(index)

    def _place_acts(self) -> None:
        """Put buttons made for the slot as it is into the current row, and only there."""
        slot = self.selected()
        cell = self.table.currentIndex().siblingAtColumn(Column.STATE)
        there: QWidget | None = self.table.indexWidget(cell)
        if isinstance(there, RowActs) and there.slot is slot and there.theme == theme.current():
            return
        for row in range(self.filter.rowCount()):
            self.table.setIndexWidget(self.filter.index(row, Column.STATE), None)  # pyright: ignore[reportArgumentType]
        if slot:
            acts = RowActs(slot)
            acts.replace.clicked.connect(lambda: self._replace(slot))
            acts.keep.clicked.connect(self._keep)
            acts.delete.clicked.connect(self._delete)
            self.table.setIndexWidget(cell, acts)

    def _replace(self, slot: Slot) -> None:
        """Take the proposed value of an open slot, else let a value be typed.

        Nothing where the slot has changed since: the press itself ended the typing, which took what was typed.
        """
        if slot is not self.selected():
            return
        if slot.state is SlotState.OPEN and slot.proposal:
            self.fill_requested.emit(slot.id, slot.proposal)
        else:
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def _keep(self) -> None:
        if slot := self.selected():
            self.keep_requested.emit(slot.id)

    def _delete(self) -> None:
        if slot := self.selected():
            self.delete_requested.emit(slot.id)

    def edit_next_open(self) -> None:
        """Open the field of the next slot that waits, from the beginning again after the last.

        Counted from the slot just typed in: with its value it may have left the rows shown, and the selection moved on.
        """
        selected = self.selected()
        after = self.table.typed_in or (selected.id if selected else SlotId(0))
        slots, row = self.model.slots(), self.model.index_for(after).row() + 1
        for slot in (*slots[row:], *slots[:row]):
            index = self.filter.mapFromSource(self.model.index_for(slot.id))
            if slot.state is SlotState.OPEN and index.isValid():
                self.table.setFocus()
                self.table.setCurrentIndex(index)
                self.table.edit(index)
                return
