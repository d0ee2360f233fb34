"""The panel 对照矩阵: topics against plans; a row opens the passages side by side, and what is lacking is picked."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QMenu, QPushButton, QWidget

from drafter.desktop.comparer import Compared
from drafter.desktop.delegates.matrix import MatrixDelegate
from drafter.desktop.models.matrix import MatrixModel, standing_word
from drafter.desktop.panels.compared_panel import ComparedPanel
from drafter.desktop.panels.comparison_table import ComparisonTable
from drafter.desktop.panels.coverage_map import CoverageMap
from drafter.desktop.panels.labels import ElidedLabel, EmptyState
from drafter.workflow.comparing import Standing, TopicRow, headings

SHOWN = (None, Standing.MISSING, Standing.THIN, Standing.ALONE, Standing.UNNEEDED)


class MatrixPanel(ComparedPanel):
    """A row opens its sections side by side; one of the plans can be taken as the superior one.

    `glance_requested` with the path of the section by key of reference, which is to be shown while the keys stay here.
    """

    glance_requested = Signal(object)
    superior_chosen = Signal(str)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = MatrixModel()
        empty = EmptyState(
            "compare",
            self.tr("还没有可以对照的资料"),
            self.tr("打开一份或几份参考，它们与草稿按专题并排"),
            self.tr("打开资料库"),
        )
        super().__init__(ComparisonTable(self.model, MatrixDelegate()), empty, parent)
        self.table.setAccessibleName(self.tr("对照矩阵"))
        self.table.opened.connect(self._open)
        self.table.read.connect(lambda number, column: self.glance_requested.emit(self._places(number, column)))
        self.table.row_changed.connect(self._tell)
        self.chips = self._chips()
        self.superior = QComboBox()
        self.superior.setAccessibleName(self.tr("上级规划"))
        self.superior.activated.connect(lambda n: self.superior_chosen.emit(self.superior.itemData(n)))
        self.why = ElidedLabel("text2", 12)
        self.side_by_side = self.button(self.tr("并排看"), self._read_current)
        self.unneeded = self.button(self.tr("标为不需要…"), self._mark)
        self.pick = self.button(self.tr("摘入…"))
        self.stop = self.button(self.tr("停止对照"), self.stop_requested.emit)
        self.stop.hide()
        self._slow = QTimer(self, singleShot=True, interval=300)
        self._slow.timeout.connect(self.stop.show)
        self.menu = QMenu(self)
        self.pick.setMenu(self.menu)
        self._lay_out()
        self.show_compared(None)

    def _chips(self) -> dict[Standing | None, QPushButton]:
        group = QButtonGroup(self)
        chips: dict[Standing | None, QPushButton] = {}
        for wanted in SHOWN:
            chip = chips[wanted] = QPushButton()
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, wanted=wanted: self._show_only(wanted))
            group.addButton(chip)
        chips[None].setChecked(True)
        return chips

    def _lay_out(self) -> None:
        label = QLabel(self.tr("上级"))
        label.setProperty("look", "caption")
        for part in self.chips.values():
            self.head.addWidget(part)
        self.head.addStretch(1)
        for part in (self.stop, label, self.superior, self.export):
            self.head.addWidget(part)
        self.map = CoverageMap(self.table, self.model)
        self.body.addWidget(self.map)
        self.foot.addWidget(self.why, 1)
        for part in (self.side_by_side, self.unneeded, self.pick):
            self.foot.addWidget(part)

    def show_compared(self, compared: Compared | None) -> None:
        """Show a comparison; the topic that was current stays so."""
        current = self.table.currentIndex()
        name = self.model.row(current.row()).name if current.isValid() else ""
        self.model.show(compared, self._only())
        self.stack.setCurrentIndex(1 if compared else 0)
        self._count(compared)
        self._fill_superior(compared)
        for number in range(self.model.rowCount()):
            if name and self.model.row(number).name == name:
                self.table.setCurrentIndex(self.model.index(number, 0))
        self._tell(self.table.currentIndex().row())

    def show_working(self, working: bool) -> None:
        """Offer to stop a comparison that takes long."""
        if working:
            self._slow.start()
        else:
            self._slow.stop()
            self.stop.hide()

    def _only(self) -> Standing | None:
        return next(wanted for wanted, chip in self.chips.items() if chip.isChecked())

    def _show_only(self, wanted: Standing | None) -> None:
        self.model.show(self.model.compared, wanted)

    def _count(self, compared: Compared | None) -> None:
        rows = compared.found.matrix if compared else ()
        for wanted, chip in self.chips.items():
            count = sum(wanted in (None, row.standing) for row in rows)
            word = standing_word(wanted) if wanted else self.tr("全部")
            chip.setText(f"{word} {count}")
            chip.setEnabled(bool(count) or wanted is None)

    def _fill_superior(self, compared: Compared | None) -> None:
        self.superior.clear()
        self.superior.addItem(self.tr("没有"), "")
        if compared:
            for number, key in enumerate(compared.keys):
                self.superior.addItem(compared.found.plans[number].name, key)
            above = compared.found.superior
            self.superior.setCurrentIndex(0 if above is None else above + 1)

    def _tell(self, number: int) -> None:
        """Say why the sections of a row belong together, and offer what can be done with it."""
        row = self.model.row(number) if 0 <= number < self.model.rowCount() else None
        notes = "　".join(self.model.compared.found.notes) if self.model.compared else ""
        self.why.setText(self._reason(row) if row else notes or self.tr("点一行看理由，右侧同时打开；双击也到草稿里"))
        self.menu.clear()
        for name, key, path in self._offers(row):
            self.menu.addAction(f"{name}　{path}", lambda key=key, path=path: self.pick_requested.emit(key, path))
        self.pick.setEnabled(not self.menu.isEmpty())
        self.side_by_side.setEnabled(row is not None)
        again = row is not None and row.standing is Standing.UNNEEDED
        self.unneeded.setText(self.tr("恢复为需要") if again else self.tr("标为不需要…"))
        self.unneeded.setEnabled(row is not None and row.standing in (Standing.MISSING, Standing.UNNEEDED))

    def _mark(self) -> None:
        """Ask to mark the topic as one the draft is not to have, or to take the mark away."""
        compared, current = self.model.compared, self.table.currentIndex()
        if compared and current.isValid():
            row = self.model.row(current.row())
            again = row.standing is Standing.UNNEEDED
            wish = self.needed_requested if again else self.unneeded_requested
            wish.emit(headings(compared.found.topics, row))

    def _reason(self, row: TopicRow) -> str:
        if row.standing is Standing.UNNEEDED:
            return self.tr("{0}：不需要，{1}").format(row.name, row.remark)
        if not row.shared:
            return self.tr("{0}：别的资料里没有找到同题的节").format(row.name)
        return self.tr("{0}：都说到{1}，把握 {2}").format(row.name, "、".join(row.shared), f"{row.confidence:.0%}")

    def _offers(self, row: TopicRow | None) -> list[tuple[str, str, str]]:
        """(plan, key, path) of every section of the others on the topic of a row."""
        compared = self.model.compared
        if row is None or compared is None:
            return []
        return [
            (compared.found.plans[plan].name, key, compared.found.topics[topic].path)
            for plan, key in enumerate(compared.keys)
            for topic in row.cells[plan].topics
        ]

    def _read_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._open(self.table.currentIndex().row(), 0)

    def _open(self, number: int, column: int) -> None:
        """Read the topic in all plans, the draft too, or the section of the cell."""
        row, compared, plan = self.model.row(number), self.model.compared, self.model.plan_of(column)
        mine = row.cells[compared.found.ours or 0].topics if compared else ()
        if compared and mine and plan in (None, compared.found.ours):
            self.draft_requested.emit(compared.found.topics[mine[0]].path)
        for key, path in self._places(number, column).items():
            self.read_requested.emit(key, path)

    def _places(self, number: int, column: int) -> dict[str, str]:
        """Where the references speak of the topic of a row, or the one of the cell, by key."""
        row, compared, plan = self.model.row(number), self.model.compared, self.model.plan_of(column)
        return {
            key: compared.found.topics[row.cells[one].topics[0]].path
            for one, key in enumerate(compared.keys if compared else ())
            if compared and plan in (None, one, compared.found.ours) and row.cells[one].topics
        }

    def select_topic(self, path: str) -> None:
        """Make the topic of a section of the draft current."""
        compared = self.model.compared
        for number in range(self.model.rowCount()) if compared else ():
            row = self.model.row(number)
            ours = compared.found.ours if compared else None
            if (
                compared
                and ours is not None
                and any(compared.found.topics[n].path == path for n in row.cells[ours].topics)
            ):
                self.table.setCurrentIndex(self.model.index(number, 0))
                self.table.scrollTo(self.model.index(number, 0))
                return
