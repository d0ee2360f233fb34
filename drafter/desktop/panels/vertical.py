"""The panel 上下衔接: every task and target of the superior plan, the draft's section that carries it, what lacks."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from drafter.desktop.comparer import Compared
from drafter.desktop.delegates.vertical import VerticalDelegate
from drafter.desktop.models.vertical import Carrying, VerticalModel, carrying, carrying_word
from drafter.desktop.panels.compared_panel import ComparedPanel
from drafter.desktop.panels.comparison_table import ComparisonTable
from drafter.desktop.panels.labels import ElidedLabel, EmptyState

SHOWN = (None, *Carrying)


class VerticalPanel(ComparedPanel):
    """A row opens the superior plan and the draft where both speak of it; what is missing can be picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = VerticalModel()
        empty = EmptyState(
            "compare",
            self.tr("还没有上级规划"),
            self.tr("打开上级的规划，在对照矩阵右上角选它为上级，它的任务和指标逐条对到草稿"),
            self.tr("打开资料库"),
        )
        super().__init__(ComparisonTable(self.model, VerticalDelegate()), empty, parent)
        self.table.setAccessibleName(self.tr("上下衔接"))
        self.table.opened.connect(lambda number, _: self._open(number))
        self.table.row_changed.connect(self._tell)
        self.chips = self._chips()
        self.said = ElidedLabel("text2", 12)
        self.side_by_side = self.button(self.tr("并排看"), lambda: self._open(self.table.currentIndex().row()))
        self.unneeded = self.button(self.tr("标为不需要…"), self._mark)
        self.pick = self.button(self.tr("摘入草稿"), self._pick)
        for chip in self.chips.values():
            self.head.addWidget(chip)
        self.head.addStretch(1)
        self.head.addWidget(self.export)
        self.foot.addWidget(self.said, 1)
        for button in (self.side_by_side, self.unneeded, self.pick):
            self.foot.addWidget(button)
        self.show_compared(None)

    def _chips(self) -> dict[Carrying | None, QPushButton]:
        group = QButtonGroup(self)
        chips: dict[Carrying | None, QPushButton] = {}
        for wanted in SHOWN:
            chip = chips[wanted] = QPushButton()
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, wanted=wanted: self.model.show(self.model.compared, wanted))
            group.addButton(chip)
        chips[None].setChecked(True)
        return chips

    def show_compared(self, compared: Compared | None) -> None:
        """Show what the draft carries; the row that was current stays so."""
        current = self.table.currentIndex()
        known = self.model.row(current.row()) if current.isValid() else None
        self.model.show(compared, next(wanted for wanted, chip in self.chips.items() if chip.isChecked()))
        self.stack.setCurrentIndex(1 if self.model.all else 0)
        for wanted, chip in self.chips.items():
            count = sum(wanted in (None, carrying(one)) for one in self.model.all)
            name = carrying_word(wanted) if wanted else self.tr("全部")
            chip.setText(f"{name} {count}")
            chip.setEnabled(bool(count) or wanted is None)
        for number in range(self.model.rowCount()):
            one = self.model.row(number)
            if known and (one.section, one.text) == (known.section, known.text):
                self.table.setCurrentIndex(self.model.index(number, 0))
        self._tell(self.table.currentIndex().row())

    def _tell(self, number: int) -> None:
        """Say what of the superior plan is carried, and offer what can be done with the row."""
        there = 0 <= number < self.model.rowCount()
        state = carrying(self.model.row(number)) if there else None
        task = there and not self.model.row(number).target
        self.side_by_side.setEnabled(there)
        self.pick.setEnabled(task and state in (Carrying.MISSING, Carrying.WITHIN))
        self.unneeded.setText(self.tr("恢复为需要") if state is Carrying.UNNEEDED else self.tr("标为不需要…"))
        self.unneeded.setEnabled(task and state in (Carrying.MISSING, Carrying.WITHIN, Carrying.UNNEEDED))
        self.said.setText(self._sentence())

    def _sentence(self) -> str:
        tasks = [carrying(one) for one in self.model.all if not one.target]
        targets = [carrying(one) for one in self.model.all if one.target]
        return self.tr("任务 {0} 项，承接 {1} 项；指标 {2} 项，承接 {3} 项。双击一行，上级与草稿并排").format(
            len(tasks), tasks.count(Carrying.CARRIED), len(targets), targets.count(Carrying.CARRIED)
        )

    def _superior(self) -> str:
        """The key of the superior plan."""
        compared = self.model.compared
        above = compared.found.superior if compared else None
        return compared.keys[above] if compared and above is not None else ""

    def _open(self, number: int) -> None:
        if not 0 <= number < self.model.rowCount():
            return
        one = self.model.row(number)
        if paths := one.carried or one.within:
            self.draft_requested.emit(paths[0])
        self.read_requested.emit(self._superior(), one.section)

    def _pick(self) -> None:
        self.pick_requested.emit(self._superior(), self.model.row(self.table.currentIndex().row()).section)

    def _mark(self) -> None:
        one = self.model.row(self.table.currentIndex().row())
        wish = self.needed_requested if carrying(one) is Carrying.UNNEEDED else self.unneeded_requested
        wish.emit((one.text,))
