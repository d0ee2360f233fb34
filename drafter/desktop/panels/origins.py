"""The panel 来源: what was taken into the draft, from whom, how much of it is kept, and what else is the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from drafter.desktop.comparer import Compared
from drafter.desktop.models.origins import OriginsModel, origin_rows
from drafter.desktop.models.sources import short_place
from drafter.desktop.models.tree import Index
from drafter.desktop.panels.labels import ElidedLabel, EmptyState, on_panel_ground, put_in
from drafter.desktop.tracer import Traced
from drafter.workflow import Entry

WIDTHS = (120, 120, 120, 72, 84)


class OriginsPanel(QWidget):
    """Wishes: to a section of the draft; to the source of one in a plan."""

    draft_requested = Signal(str)
    read_requested = Signal(str, str)
    library_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self._places: dict[str, str] = {}
        self._compared: Compared | None = None
        self._traced = Traced()
        self.model = OriginsModel(self)
        self.table = self._table()
        self.setFocusProxy(self.table)
        self.total = ElidedLabel("text2", 12)
        self.empty = EmptyState(
            "link",
            self.tr("没有来自别处的文字"),
            self.tr("摘入的各节和与参考相同的文字列在这里"),
            self.tr("打开资料库"),
        )
        self.empty.requested.connect(self.library_requested)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(12, 8, 0, 0)
        column.addWidget(self.total)
        column.addWidget(self.table, 1)
        self.stack = put_in(self, self.empty, whole)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, width)
        table.setAccessibleName(self.tr("来源"))
        table.activated.connect(self._open)
        return table

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Know the plans of the library by their places."""
        self._places = {one.key: short_place(one.region) or one.title[:6] for one in entries}

    def show_compared(self, compared: Compared | None) -> None:
        """Take in what open references have in common with the draft."""
        self._compared = compared
        self._show()

    def show_traced(self, traced: Traced) -> None:
        """Take in what was picked, and what stands in the library whether it is open or not."""
        self._traced = traced
        self._show()

    def _show(self) -> None:
        rows = origin_rows(self._traced, self._compared, self._places)
        self.model.show(rows)
        self.stack.setCurrentIndex(1 if rows else 0)
        taken = sum(one.taken for one in self._traced.origins)
        kept = sum(one.kept for one in self._traced.origins)
        told = self.tr("全文 {0} 与资料库中的资料逐字相同").format(f"{self._traced.whole:.1%}")
        if taken:
            told += self.tr("　摘入 {0} 字，原样保留 {1} 字（{2}）").format(taken, kept, f"{kept / taken:.0%}")
        if self._compared:
            found = self._compared.found
            mine = [one for one in found.overlaps if one.one == found.ours and one.runs]
            told += "".join(f"　{found.plans[one.other].name} {one.whole.part:.1%}" for one in mine)
        self.total.setText(told)

    def _open(self, index: Index) -> None:
        row = self.model.row(index.row())
        self.draft_requested.emit(row.section)
        if row.key:
            self.read_requested.emit(row.key, row.there)
