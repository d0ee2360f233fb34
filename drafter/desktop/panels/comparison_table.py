"""A table of a comparison: whole rows selected, columns as wide as they share the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from drafter.desktop.delegates.matrix import ComparedDelegate
from drafter.desktop.models.matrix import ComparedModel

PLAN_LEAST = 96


class ComparisonTable(QTableView):
    """`read` with (row, column) by a click, `opened` by a double click or Enter; `row_changed` with the row or -1."""

    read = Signal(int, int)
    opened = Signal(int, int)
    row_changed = Signal(int)

    def __init__(self, model: ComparedModel, delegate: ComparedDelegate) -> None:
        super().__init__()
        self._model, self._delegate = model, delegate
        model.setParent(self)
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(delegate.height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(28)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._share_out)
        model.modelReset.connect(lambda: self.row_changed.emit(-1))
        self.selectionModel().currentChanged.connect(lambda now: self.row_changed.emit(now.row()))
        self.clicked.connect(lambda index: self.read.emit(index.row(), index.column()))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row(), self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """What the model's own columns want, the rest for the plans."""
        columns = self._model.columnCount()
        if not columns:
            return
        width = self.viewport().width()
        own = self._model.own_widths(width)
        plans = [column for column in range(columns) if self._model.plan_of(column) is not None]
        each = max(PLAN_LEAST, (width - sum(own.values())) // max(1, len(plans)))
        for column in range(columns):
            self.horizontalHeader().resizeSection(column, own.get(column, each))
