"""顺延年份: from which period to which, and every date that goes with it, listed before anything is changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from drafter import workflow
from drafter.desktop.dialogs.new_draft import year_box
from drafter.desktop.models.years import Column, YearsModel
from drafter.desktop.tasks import Tasks
from drafter.model.draft import Draft
from drafter.workflow import YearChange

Period = tuple[int, int]
WIDTHS = {Column.CHANGE: 200, Column.PLACE: 170, Column.SENTENCE: 330}


class RollYears(QDialog):
    """`period` and `chosen` are its answers."""

    def __init__(self, draft: Draft, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("顺延年份"))
        self.resize(980, 600)
        self._draft, self._tasks = draft, tasks
        this_year = date.today().year  # noqa: DTZ011 - the planner's own calendar
        old = draft.document.period or (this_year - 3, this_year)
        first = max(old[1] + 1, this_year)
        self.old = (year_box(old[0]), year_box(old[1]))
        self.new = (year_box(first), year_box(first + old[1] - old[0]))
        self.model = YearsModel(draft, self)
        self.table = self._table()
        self.count = QLabel()
        self.count.setProperty("look", "quiet")
        self.all_button = self._button(self.tr("全选"), lambda: self.model.choose(all_=True))
        self.none_button = self._button(self.tr("全不选"), lambda: self.model.choose(all_=False))
        self.roll_button = self._button("", self.accept)
        self.roll_button.setDefault(True)
        self.model.chosen_changed.connect(self._count)
        self._lay_out()
        for box in (*self.old, *self.new):
            box.valueChanged.connect(self._list)
        self._list()
        self.new[0].setFocus()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("随期限改的年份"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in WIDTHS.items():
            head.resizeSection(column, width)
        head.setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)
        return table

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("顺延年份"))
        heading.setProperty("look", "big")
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("原来的期限"), _years(*self.old))
        form.addRow(self.tr("新的期限(&P)"), _years(*self.new))
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.all_button)
        line.addWidget(self.none_button)
        note = QLabel(self.tr("下面列出的勾上才改；已填好、已保留的填报项和文号、文件名中的年份不动。一步可以撤销。"))
        note.setProperty("look", "caption")
        foot = QHBoxLayout()
        foot.addWidget(note, 1)
        foot.addWidget(self._button(self.tr("取消"), self.reject))
        foot.addWidget(self.roll_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for part in (heading, form, line, self.table, foot):
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)

    @property
    def period(self) -> Period:
        """First and last year of the new period."""
        return _period(self.new)

    @property
    def chosen(self) -> tuple[YearChange, ...]:
        """The dates that are to change."""
        return self.model.chosen()

    def _list(self) -> None:
        """List what goes with the years typed, worked out off this thread."""
        draft, new, old = self._draft, self.period, _period(self.old)
        self.roll_button.setEnabled(False)
        self._tasks.run(lambda: workflow.year_changes(draft, new, old), self.model.show, topic="years")

    def _count(self) -> None:
        chosen, total = len(self.chosen), self.model.rowCount()
        self.count.setText(self.tr("找到 {0} 处，改 {1} 处").format(total, chosen))
        self.roll_button.setText(self.tr("改 {0} 处").format(chosen))
        self.roll_button.setEnabled(chosen > 0)


def _years(first: QSpinBox, last: QSpinBox) -> QWidget:
    row = QWidget()
    row.setFocusProxy(first)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    for part in (first, QLabel("—"), last):
        line.addWidget(part)
    line.addStretch(1)
    return row


def _period(boxes: tuple[QSpinBox, QSpinBox]) -> Period:
    years = (boxes[0].value(), boxes[1].value())
    return min(years), max(years)
