"""The slots of a draft as a table."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from drafter.desktop.models.sources import places_by_first_pick, short_place
from drafter.desktop.models.tree import Index
from drafter.model.document import Document, SlotId
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, uses
from drafter.workflow import Said


class Column(IntEnum):
    """The columns from left to right."""

    KIND = 0
    NAME = 1
    ORIGINAL = 2
    VALUE = 3
    SAID = 4
    STATE = 5


class SlotRole(IntEnum):
    """What a row says beside its text."""

    SLOT = Qt.ItemDataRole.UserRole
    USES = Qt.ItemDataRole.UserRole + 1
    HUE = Qt.ItemDataRole.UserRole + 2
    SAID = Qt.ItemDataRole.UserRole + 3
    SORT = Qt.ItemDataRole.UserRole + 4


class SlotsModel(QAbstractTableModel):
    """One row per slot in the draft's order; a new value is asked for with `fill_requested(id, value, reason)`."""

    fill_requested = Signal(object, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slots: tuple[Slot, ...] = ()
        self._document: Document | None = None
        self._uses: dict[SlotId, int] = {}
        self._places: tuple[str, ...] = ()
        self._rows: dict[SlotId, int] = {}
        self._said: dict[SlotId, tuple[Said, ...]] = {}

    def show_said(self, said: dict[SlotId, tuple[Said, ...]]) -> None:
        """Show what other plans say for the targets, by slot."""
        self._said = said
        if self._slots:
            self.dataChanged.emit(self.index(0, Column.SAID), self.index(len(self._slots) - 1, Column.SAID))

    def said(self, slot: SlotId) -> tuple[Said, ...]:
        """What other plans say for a slot."""
        return self._said.get(slot, ())

    def hue_of(self, region: str) -> int:
        """The number of a place's hue in this draft, -1 for one that nothing was picked from."""
        return self._places.index(region) if region in self._places else -1

    def show(self, draft: Draft) -> None:
        """Show a draft: rows that stayed stay, what is gone is removed, what is new put in, what differs repainted."""
        if draft.document is not self._document:
            self._document, self._places = draft.document, places_by_first_pick(draft)
            counted = uses(draft)
            changed = {slot for slot, count in counted.items() if count != self._uses.get(slot)}
            self._uses = counted
        else:
            changed = set[SlotId]()
        self._splice(draft.slots)
        old, self._slots = self._slots, draft.slots
        for row, (before, after) in enumerate(zip(old, draft.slots, strict=True)):
            if before is not after or after.id in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.STATE))

    def _splice(self, new: tuple[Slot, ...]) -> None:
        """Give the table the rows of `new`: what lies between the equal beginning and the equal end is exchanged."""
        old = self._slots
        start = 0
        while start < min(len(old), len(new)) and old[start].id == new[start].id:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end].id == new[-1 - end].id:
            end += 1
        if start < len(old) - end:
            self.beginRemoveRows(QModelIndex(), start, len(old) - end - 1)
            self._take((*old[:start], *old[len(old) - end :]))
            self.endRemoveRows()
        if start < len(new) - end:
            self.beginInsertRows(QModelIndex(), start, len(new) - end - 1)
            self._take((*self._slots[:start], *new[start : len(new) - end], *self._slots[start:]))
            self.endInsertRows()

    def _take(self, slots: tuple[Slot, ...]) -> None:
        self._slots = slots
        self._rows = {slot.id: row for row, slot in enumerate(slots)}

    def slots(self) -> tuple[Slot, ...]:
        """The slots shown."""
        return self._slots

    def slot(self, index: Index) -> Slot | None:
        """The slot of a row."""
        return self._slots[index.row()] if self.checkIndex(index, self.CheckIndexOption.IndexIsValid) else None

    def index_for(self, slot: SlotId) -> QModelIndex:
        """The value cell of a slot, the invalid index where the slot is gone."""
        row = self._rows.get(slot)
        return QModelIndex() if row is None else self.index(row, Column.VALUE)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many slots there are."""
        return 0 if parent.isValid() else len(self._slots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (
            self.tr("类型"),
            self.tr("填报项"),
            self.tr("原文值 · 出处"),
            self.tr("本地值"),
            self.tr("上级 · 同类怎么写"),
            self.tr("状态 · 处理"),
        )
        return heads[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The local value can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() == Column.VALUE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911, C901 - a table of roles
        """The words of a cell; the slot, its uses and the hue of its source under their roles."""
        slot = self.slot(index)
        if slot is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(slot, Column(index.column()))
            case Qt.ItemDataRole.EditRole if index.column() == Column.VALUE:
                return slot.value or slot.proposal
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(slot, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                region = slot.source.region if slot.source else ""
                return self.tr("{0}，{1}，原文 {2}，{3}").format(
                    self.state_name(slot.state), slot.name, slot.original, region
                )
            case SlotRole.SLOT:
                return slot
            case SlotRole.SORT:
                return f"{slot.state} {slot.kind}"
            case SlotRole.USES:
                return self._uses.get(slot.id, 0)
            case SlotRole.HUE:
                return self.hue_of(slot.source.region if slot.source else "")
            case SlotRole.SAID:
                return self.said(slot.id)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a local value; the row changes when the changed draft is shown."""
        slot = self.slot(index)
        text = str(value).strip()
        if slot is None or index.column() != Column.VALUE or role != Qt.ItemDataRole.EditRole or text == slot.value:
            return False
        same = next((one for one in self.said(slot.id) if one.text == text), None)
        self.fill_requested.emit(slot.id, text, self.reason_for(same) if same else "")
        return True

    def reason_for(self, said: Said) -> str:
        """Why a value was taken that another plan has."""
        return self.tr("与{0}《{1}》一致：{2}").format(said.region or self.tr("国家"), said.document, said_words(said))

    def state_name(self, state: SlotState) -> str:
        """What a state is called."""
        names = {
            SlotState.OPEN: self.tr("待填"),
            SlotState.REPLACED: self.tr("已替换"),
            SlotState.KEPT: self.tr("保留"),
        }
        return names[state]

    def kind_name(self, kind: SlotKind) -> str:
        """What a kind is called."""
        names = {
            SlotKind.REGION: self.tr("地区"),
            SlotKind.AGENCY: self.tr("单位"),
            SlotKind.TARGET: self.tr("指标"),
            SlotKind.PERIOD: self.tr("期限"),
            SlotKind.ORGANISATION: self.tr("组织"),
            SlotKind.DOCUMENT: self.tr("文件"),
        }
        return names[kind]

    def _text(self, slot: Slot, column: Column) -> str:
        match column:
            case Column.KIND:
                return self.kind_name(slot.kind)
            case Column.NAME:
                return slot.name
            case Column.ORIGINAL:
                return slot.original
            case Column.VALUE:
                return slot.value
            case Column.SAID:
                return "　".join(f"{said_place(one)} {said_words(one)}" for one in self.said(slot.id))
            case Column.STATE:
                return self.state_name(slot.state)

    def _tip(self, slot: Slot, column: Column) -> str | None:
        match column:
            case Column.NAME:
                return "\n".join(part for part in (slot.name, slot.hint) if part)
            case Column.ORIGINAL if slot.source:
                return f"{slot.original}\n《{slot.source.document}》{slot.source.section}\n{slot.source.text}"
            case Column.SAID:
                return "\n".join(said_tip(one) for one in self.said(slot.id)) or None
            case Column.STATE:
                return slot.reason or None
            case _:
                return self._text(slot, column) or None


class SlotRows(QSortFilterProxyModel):
    """The rows of one state and one kind; None shows all."""

    def __init__(self, model: SlotsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)
        self.setFilterKeyColumn(Column.KIND)
        self.setFilterRole(SlotRole.SORT)

    def show_only(self, state: SlotState | None, kind: SlotKind | None) -> None:
        """Show the slots of a state and a kind."""
        pattern = f"^{state or '.*'} {kind or '.*'}$"
        if pattern != self.filterRegularExpression().pattern():
            self.setFilterRegularExpression(pattern)


def said_place(said: Said) -> str:
    """Whose plan says it, in short: 山东; 国家 for the nation."""
    return short_place(said.region) or QCoreApplication.translate("slots", "国家")


def said_words(said: Said) -> str:
    """What it says, with its year: 100家以上（2026年）."""
    return f"{said.text}（{said.year}年）" if said.year else said.text


def said_tip(said: Said) -> str:
    """Where it stands, in which sentence, and why it is the same."""
    return f"{said.region}《{said.document}》{said.section}\n{said.sentence}\n{said.why}"
