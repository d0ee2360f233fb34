"""The panel 任务分工: the table of tasks that an export makes, edited here as there is only one truth, the clauses."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop.models.duties import Column, DutiesModel
from drafter.desktop.panels.labels import ElidedLabel, EmptyState, on_panel_ground, put_in
from drafter.model.draft import Draft
from drafter.workflow import Task

_LAST_NAME = re.compile(r"[^、，,；;/]*$")
_WIDTHS = {Column.TITLE: 190, Column.TARGETS: 190, Column.LEAD: 160, Column.SUPPORT: 200, Column.DEADLINE: 110}


class DutiesPanel(QWidget):
    """Wishes: read where a task stands (a section path), write the ledger. `shown`: it is seen, and wants the tasks."""

    section_requested = Signal(str)
    ledger_requested = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.model = DutiesModel(self)
        self.table = self._table()
        self.setFocusProxy(self.table)
        self.count = ElidedLabel("text2", 12)
        self.ledger = QPushButton(self.tr("导出台账…"))
        self.ledger.setProperty("look", "bare")
        self.ledger.clicked.connect(self.ledger_requested)
        advice = self.tr("正文中写了“（责任单位：…）”“（牵头单位：…）”，每项就列在这里")
        self.empty = EmptyState("agency", self.tr("还没有任务分工"), advice, "")
        self.empty.button.hide()
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 12, 6)
        head.addWidget(self.count, 1)
        head.addWidget(self.ledger)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.stack = put_in(self, self.empty, whole)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(_BodiesDelegate(self.model.names, table))
        table.setAccessibleName(self.tr("任务分工"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(Column.CONTENT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            head.resizeSection(column, width)
        table.doubleClicked.connect(self._go)
        return table

    def show_duties(self, draft: Draft, tasks: tuple[Task, ...]) -> None:
        """Show the tasks of a draft."""
        self.model.show(draft, tasks)
        self.stack.setCurrentIndex(1 if tasks else 0)
        self.count.setText(self.tr("{0} 项任务，牵头单位和配合单位可以直接改，正文随之改").format(len(tasks)))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the tasks: as long as nobody sees them they are not made."""
        super().showEvent(event)
        self.shown.emit()

    def _go(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.section_requested.emit(self.model.task(index.row()).section)


class _BodiesDelegate(QStyledItemDelegate):
    """A field that completes the name that is being typed."""

    def __init__(self, names: Callable[[], tuple[str, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line with the bodies of the draft to choose from."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setCompleter(_NamesCompleter(self._names(), editor))
        return editor


class _NamesCompleter(QCompleter):
    """Completes the last of several names."""

    def __init__(self, names: tuple[str, ...], editor: QLineEdit) -> None:
        super().__init__(list(names), editor)
        self._editor = editor
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """The name that is being typed."""
        found = _LAST_NAME.search(path)
        return [found[0].strip() if found else path]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What the field says with a name chosen."""
        return _LAST_NAME.sub("", self._editor.text()) + str(index.data())
