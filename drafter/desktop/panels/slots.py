"""The panel 填报项: everything in the draft that must become local, in one table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import icons, theme
from drafter.desktop.delegates.slots import KIND_ICONS, Settle, SlotDelegate
from drafter.desktop.models.slots import Column, SlotRole, SlotRows, SlotsModel
from drafter.desktop.panels.labels import ElidedLabel, EmptyState, on_panel_ground
from drafter.desktop.panels.slot_acts import RowActs, SaidActs
from drafter.desktop.panels.slots_table import SlotsTable
from drafter.model.document import SlotId
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.workflow import Said, Settling, alike

SHOWN = (None, SlotState.OPEN, SlotState.REPLACED, SlotState.KEPT)


class SlotsPanel(QWidget):
    """The slots of the draft: what is wished for them goes out as signals.

    `fill_requested(id, value, reason)`, `keep_requested(id)` (a reason is asked for), `delete_requested(id)`,
    `settle_all_requested(ids, how, words)`, `source_requested(source)`, `slot_selected(id)`.
    """

    fill_requested = Signal(object, str, str)
    keep_requested = Signal(object)
    delete_requested = Signal(object)
    settle_all_requested = Signal(object, object, str)
    source_requested = Signal(object)
    slot_selected = Signal(object)
    references_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.model = SlotsModel(self)
        self.model.fill_requested.connect(self.fill_requested)
        self.filter = SlotRows(self.model, self)
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
        self.none_left.requested.connect(self._show_all)
        self.chips = self._chips()
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("只看一类填报项"))
        self.kinds.currentIndexChanged.connect(self._filter)
        self.note = ElidedLabel("text2", 12)
        self.source = self._small(self.tr("回到原文"), "jump", "Alt+O", self._to_source)
        self.alike = self._small("", "copy", "Alt+A", self._open_alike)
        self.alike_menu = QMenu(self)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty, self.none_left):
            self.stack.addWidget(page)
        self._lay_out()
        self._draft = Draft()
        self._following = False
        self.show(Draft())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addWidget(self.kinds)
        row.addWidget(self.note, 1)
        row.addWidget(self.source)
        row.addWidget(self.alike)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.stack)

    def _table(self) -> SlotsTable:
        table = SlotsTable()
        table.setModel(self.filter)
        table.arrange()
        delegate = SlotDelegate(table)
        delegate.settle_wanted.connect(self._settle)
        table.setItemDelegate(delegate)
        table.setAccessibleName(self.tr("填报项"))
        table.settle_wanted.connect(self._settle)
        table.next_wanted.connect(self.edit_next_open)
        table.clicked.connect(self._clicked)
        table.resized.connect(self._place_acts)
        table.selectionModel().currentChanged.connect(self._current_changed)
        return table

    def _chips(self) -> dict[SlotState | None, QPushButton]:
        group = QButtonGroup(self)
        chips: dict[SlotState | None, QPushButton] = {}
        for state in SHOWN:
            chip = chips[state] = QPushButton()
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self._filter)
            group.addButton(chip)
        chips[None].setChecked(True)
        return chips

    def _small(self, text: str, icon: str, key: str, act: object) -> QPushButton:
        button = QPushButton(icons.icon(icon, "text2", 16), text)
        button.setProperty("look", "bare")
        button.setProperty("picture", icon)
        button.setToolTip(key)
        button.clicked.connect(act)
        return button

    # what is shown

    def show(self, draft: Draft | None = None) -> None:
        """Show the slots of a draft, the selected one as before; without an argument Qt's own `show`."""
        if draft is None:
            super().show()
            return
        self._draft = draft
        self._following = True
        self.model.show(draft)
        self._following = False
        for state, chip in self.chips.items():
            count = sum(state in (None, slot.state) for slot in draft.slots)
            name = self.tr("全部") if state is None else self.model.state_name(state)
            chip.setText(f"{name} {count}")
            chip.setEnabled(count > 0 or state is None or chip.isChecked())
        self._fill_kinds()
        self._filter()

    def show_said(self, said: dict[SlotId, tuple[Said, ...]]) -> None:
        """Show what other plans say for the targets."""
        self.model.show_said(said)
        self._place_acts()

    def _fill_kinds(self) -> None:
        chosen = self.kinds.currentData()
        counts = {kind: sum(slot.kind is kind for slot in self._draft.slots) for kind in SlotKind}
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(self.tr("全部类型"), None)
        for kind, count in counts.items():
            if count or kind == chosen:
                icon = icons.icon(KIND_ICONS[kind], "text2", 16)
                self.kinds.addItem(icon, f"{self.model.kind_name(kind)} {count}", kind)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen)) if chosen else 0)
        self.kinds.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Make the buttons anew in the colours of now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_draft"):
            for button in (self.source, self.alike):
                button.setIcon(icons.icon(button.property("picture"), "text2", 16))
            self._fill_kinds()
            self._place_acts()

    def select(self, slot: SlotId) -> None:
        """Select a slot without saying so; where the filter hides it, all are shown."""
        index = self.model.index_for(slot)
        if index.isValid() and not self.filter.mapFromSource(index).isValid():
            self._show_all()
        self._following = True
        self.table.setCurrentIndex(self.filter.mapFromSource(index))
        self.table.scrollTo(self.table.currentIndex())
        self._following = False

    def selected(self) -> Slot | None:
        """The slot of the selected row."""
        slot = self.table.currentIndex().data(SlotRole.SLOT)
        return slot if isinstance(slot, Slot) else None

    def _show_all(self) -> None:
        self.chips[None].setChecked(True)
        self.kinds.setCurrentIndex(0)
        self._filter()

    def _filter(self) -> None:
        state = next(state for state, chip in self.chips.items() if chip.isChecked())
        kind = self.kinds.currentData()
        self.filter.show_only(state, SlotKind(kind) if kind else None)
        page = self.table if self.filter.rowCount() else self.none_left if self.model.rowCount() else self.empty
        self.stack.setCurrentWidget(page)
        self._place_acts()

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
        self._tell(slot)
        cell = self.table.currentIndex().siblingAtColumn(Column.STATE)
        beside = cell.siblingAtColumn(Column.SAID)
        said = self.model.said(slot.id) if slot else ()
        width = self.table.columnWidth(Column.SAID)
        there, that = self.table.indexWidget(cell), self.table.indexWidget(beside)
        if (
            isinstance(there, RowActs)
            and there.slot is slot
            and there.theme == theme.current()
            and isinstance(that, SaidActs)
            and (that.said, that.width_given) == (said, width)
        ):
            return
        for row in range(self.filter.rowCount()):
            for column in (Column.SAID, Column.STATE):
                self.table.setIndexWidget(self.filter.index(row, column), None)  # pyright: ignore[reportArgumentType]
        if slot:
            acts = RowActs(slot)
            acts.replace.clicked.connect(lambda: self._replace(slot))
            acts.keep.clicked.connect(lambda: self._settle(Settle("keep")))
            acts.delete.clicked.connect(lambda: self._settle(Settle("delete")))
            self.table.setIndexWidget(cell, acts)
            values = SaidActs(said, tuple(self.model.hue_of(one.region) for one in said), width)
            values.taken.connect(lambda number: self._settle(Settle("take", number)))
            self.table.setIndexWidget(beside, values)

    def _tell(self, slot: Slot | None) -> None:
        """Say over the table what helps with the selected slot: why it is as it is, what goes there, its source."""
        notes: list[str] = []
        if slot:
            notes += [self.tr("理由：{0}").format(slot.reason)] if slot.reason else []
            notes += [self.tr("提示：{0}").format(slot.hint)] if slot.hint else []
            if slot.source and slot.source.text:
                notes.append(self.tr("原文：{0}").format(slot.source.text))
        self.note.setText("　".join(notes))
        self.source.setEnabled(bool(slot and slot.source and slot.source.key))
        count = len(alike(self._draft, slot.id)) if slot else 0
        self.alike.setText(self.tr("相同项 {0}…").format(count))
        self.alike.setEnabled(count > 1)

    # what is wished

    def _replace(self, slot: Slot) -> None:
        """Take the proposed value of an open slot, else let a value be typed.

        Nothing where the slot has changed since: the press itself ended the typing, which took what was typed.
        """
        if slot is not self.selected():
            return
        if slot.state is SlotState.OPEN and slot.proposal:
            self.fill_requested.emit(slot.id, slot.proposal, "")
        else:
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def _settle(self, wish: Settle) -> None:
        slot = self.selected()
        if slot is None:
            return
        match wish.act:
            case "keep":
                self.keep_requested.emit(slot.id)
            case "delete":
                self.delete_requested.emit(slot.id)
            case "source":
                self._to_source()
            case "alike":
                self._open_alike()
            case _:
                for said in self.model.said(slot.id)[wish.number : wish.number + 1]:
                    self.fill_requested.emit(slot.id, said.text, self.model.reason_for(said))

    def _to_source(self) -> None:
        slot = self.selected()
        if slot and slot.source and slot.source.key:
            self.source_requested.emit(slot.source)

    def _open_alike(self) -> None:
        """Offer what can be done at once with all slots that are like the selected one."""
        slot = self.selected()
        slots = alike(self._draft, slot.id) if slot else ()
        if slot is None or len(slots) < 2:
            return
        menu = self.alike_menu
        menu.clear()
        emit = self.settle_all_requested.emit
        value = slot.value or slot.proposal
        if value:
            words = self.tr("{0} 项都填“{1}”").format(len(slots), value)
            menu.addAction(words, lambda: emit(slots, Settling.REPLACE, value))
        waiting = tuple(
            one.id for one in self._draft.slots if one.id in slots and one.state is SlotState.OPEN and one.proposal
        )
        if waiting:
            words = self.tr("{0} 项待填的各按建议填").format(len(waiting))
            menu.addAction(words, lambda: emit(waiting, Settling.REPLACE, ""))
        menu.addAction(self.tr("{0} 项都保留原文…").format(len(slots)), lambda: emit(slots, Settling.KEEP, ""))
        menu.addAction(self.tr("{0} 项都删去").format(len(slots)), lambda: emit(slots, Settling.DELETE, ""))
        menu.popup(self.alike.mapToGlobal(QPoint(0, self.alike.height())))
        menu.setActiveAction(menu.actions()[0])

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
