"""Who does what by when, as a table: every responsibility clause of the draft is a row, its bodies can be edited."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from drafter.desktop.models.tree import Index
from drafter.model.document import Span
from drafter.model.draft import Draft, slot_texts
from drafter.model.walk import Shown, blank, text_of
from drafter.workflow import Task

_ROLE = Qt.ItemDataRole


class Column(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    CONTENT = 1
    TARGETS = 2
    LEAD = 3
    SUPPORT = 4
    DEADLINE = 5


BODIES = (Column.LEAD, Column.SUPPORT)
"""The columns that can be edited."""


class DutiesModel(QAbstractTableModel):
    """The rows are made of the draft; an edited cell goes out as `bodies_wished` with task, lead and support."""

    bodies_wished = Signal(object, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[Task, ...] = ()
        self._shown: Shown = blank

    def show(self, draft: Draft, tasks: tuple[Task, ...]) -> None:
        """Show the tasks of a draft."""
        self._shown = slot_texts(draft)
        if len(tasks) == len(self._tasks):  # an open editor and the place of the list stay
            self._tasks = tasks
            if tasks:
                self.dataChanged.emit(self.index(0, 0), self.index(len(tasks) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._tasks = tasks
        self.endResetModel()

    def task(self, row: int) -> Task:
        """The task of a row."""
        return self._tasks[row]

    def names(self) -> tuple[str, ...]:
        """The bodies that are named anywhere, for who types one."""
        named = (text_of((name,), self._shown) for task in self._tasks for name in (*task.lead, *task.support))
        return tuple(dict.fromkeys(named))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many tasks there are."""
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The heads of the columns."""
        if role != _ROLE.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("重点任务"),
            self.tr("主要内容"),
            self.tr("工作目标"),
            self.tr("牵头单位"),
            self.tr("配合单位"),
            self.tr("完成时限"),
        )[section]

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """The text of a cell, whole in its tool tip."""
        if not index.isValid() or role not in (_ROLE.DisplayRole, _ROLE.EditRole, _ROLE.ToolTipRole):
            return None
        return self._text(self._tasks[index.row()], Column(index.column()))

    def _text(self, task: Task, column: Column) -> str:
        spans: dict[Column, tuple[Span, ...]] = {Column.TITLE: task.title, Column.CONTENT: task.content}
        if column in spans:
            return text_of(spans[column], self._shown)
        names = {Column.LEAD: task.lead, Column.SUPPORT: task.support}
        if column in names:
            return "、".join(text_of((name,), self._shown) for name in names[column])
        return "；".join(task.targets) if column is Column.TARGETS else task.deadline

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Bodies can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in BODIES else flags

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Wish for other bodies; the row changes when the draft has."""
        if role != _ROLE.EditRole or index.column() not in BODIES or value == self.data(index):
            return False
        task = self._tasks[index.row()]
        lead, support = (str(value) if column == index.column() else self._text(task, column) for column in BODIES)
        self.bodies_wished.emit(task, lead, support)
        return True
