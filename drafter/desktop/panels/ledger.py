"""The panel 目标台账: indicators against plans, the draft's share of the superior's figure, and a judgement."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from drafter.desktop.comparer import Compared
from drafter.desktop.delegates.matrix import LedgerDelegate
from drafter.desktop.models.matrix import LedgerModel
from drafter.desktop.panels.compared_panel import ComparedPanel
from drafter.desktop.panels.comparison_table import ComparisonTable
from drafter.desktop.panels.labels import ElidedLabel, EmptyState
from drafter.workflow.comparing import Verdict


class LedgerPanel(ComparedPanel):
    """A row opens the places where its targets stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = LedgerModel()
        empty = EmptyState(
            "target",
            self.tr("还没有可以对照的指标"),
            self.tr("打开参考后，各份资料的指标与草稿的并排"),
            self.tr("打开资料库"),
        )
        super().__init__(ComparisonTable(self.model, LedgerDelegate()), empty, parent)
        self.table.setAccessibleName(self.tr("目标台账"))
        self.table.opened.connect(self._open)
        self.count = ElidedLabel("text2", 12)
        self.head.addWidget(self.count, 1)
        self.head.addWidget(self.export)

    def show_compared(self, compared: Compared | None) -> None:
        """Show the ledger of a comparison."""
        self.model.show(compared)
        rows = compared.found.ledger if compared else ()
        self.stack.setCurrentIndex(1 if rows else 0)
        doubts = sum(row.verdict is Verdict.DOUBT for row in rows)
        missing = sum(row.verdict is Verdict.MISSING for row in rows)
        self.count.setText(self.tr("{0} 项指标　{1} 处疑似　{2} 处未承接").format(len(rows), doubts, missing))

    def _open(self, number: int, column: int) -> None:
        """Read where the target stands: of the cell, else wherever it does."""
        row, compared, plan = self.model.row(number), self.model.compared, self.model.plan_of(column)
        if compared is None:
            return
        mine = row.cells[compared.found.ours or 0]
        if mine and plan in (None, compared.found.ours):
            self.draft_requested.emit(mine[0].section)
        for one, key in enumerate(compared.keys):
            if plan in (None, one) and row.cells[one]:
                self.read_requested.emit(key, row.cells[one][0].section)
