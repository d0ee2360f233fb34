"""The dates of a draft that depend on its period, as a table with a tick for each that is to change."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from drafter.desktop.models.tree import Index
from drafter.model.draft import Draft, slot_named
from drafter.workflow import YearChange
from drafter.workflow.rolling import around


class Column(IntEnum):
    """The columns from left to right."""

    CHANGE = 0
    PLACE = 1
    SENTENCE = 2
    WHY = 3


class YearsModel(QAbstractTableModel):
    """One row per date; `chosen_changed` when a tick was set or taken off. What stays as it is has no tick."""

    chosen_changed = Signal()

    def __init__(self, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._changes: tuple[YearChange, ...] = ()
        self._off: set[int] = set()

    def show(self, changes: tuple[YearChange, ...]) -> None:
        """Show these dates, all that change chosen."""
        self.beginResetModel()
        self._changes, self._off = changes, set()
        self.endResetModel()
        self.chosen_changed.emit()

    def chosen(self) -> tuple[YearChange, ...]:
        """The dates that are to change."""
        return tuple(one for row, one in enumerate(self._changes) if one.moves and row not in self._off)

    def choose(self, *, all_: bool) -> None:
        """Choose all dates or none."""
        self._off = set() if all_ else set(range(len(self._changes)))
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._changes) - 1, 0))
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many dates there are."""
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("原来 → 改为"), self.tr("所在"), self.tr("原句"), self.tr("理由"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first cell of a date that changes has a tick; what stays is pale."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._changes[index.row()].moves:
            return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.CHANGE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the tick of the first."""
        if not 0 <= index.row() < len(self._changes):
            return None
        change = self._changes[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == Column.CHANGE and change.moves:
            return Qt.CheckState.Unchecked if index.row() in self._off else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(change, Column(index.column()))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set or take off a tick."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.CHANGE:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._off.discard(index.row())
        else:
            self._off.add(index.row())
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def _text(self, change: YearChange, column: Column) -> str:
        match column:
            case Column.CHANGE:
                return f"{change.words} → {change.value}" if change.moves else self.tr("{0} 不改").format(change.words)
            case Column.PLACE:
                return self._place(change)
            case Column.SENTENCE:
                return around(self._draft, change)
            case Column.WHY:
                return change.why

    def _place(self, change: YearChange) -> str:
        if change.slot is not None:
            return self.tr("填报项：{0}").format(slot_named(self._draft, change.slot).name)
        return (change.place.section if change.place else "") or self.tr("标题和前言")
