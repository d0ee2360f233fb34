"""What the panels of a comparison are made of: a head, a table, a foot, and a word where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from drafter.desktop.panels.comparison_table import ComparisonTable
from drafter.desktop.panels.labels import EmptyState, on_panel_ground


class ComparedPanel(QWidget):
    """Wishes: read a section of a plan, or of the draft; pick one of a plan; export; to the library."""

    read_requested = Signal(str, str)
    draft_requested = Signal(str)
    pick_requested = Signal(str, str)
    unneeded_requested = Signal(object)
    needed_requested = Signal(object)
    export_requested = Signal()
    library_requested = Signal()

    def __init__(self, table: ComparisonTable, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.table, self.empty = table, empty
        self.setFocusProxy(table)
        empty.requested.connect(self.library_requested)
        self.export = self.button(self.tr("导出表格…"), self.export_requested.emit)
        self.head, self.foot = _row(6), _row(4)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        self.body = QHBoxLayout()
        self.body.addWidget(table, 1)
        column.addLayout(self.body, 1)
        column.addLayout(self.foot)
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def button(self, text: str, act: object = None) -> QPushButton:
        """A button of bare text."""
        button = QPushButton(text)
        button.setProperty("look", "bare")
        if act:
            button.clicked.connect(act)
        return button


def _row(margin: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, margin, 12, margin)
    row.setSpacing(8)
    return row
