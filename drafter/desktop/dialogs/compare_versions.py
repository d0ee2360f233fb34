"""比较版本: any two of the draft as it is, its versions, its sources, and files; the way to a 花脸稿."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from drafter import workflow
from drafter.desktop import ask
from drafter.desktop.panels.differences import DifferenceView
from drafter.desktop.tasks import Tasks
from drafter.errors import DrafterError
from drafter.model.differences import Difference
from drafter.model.draft import Draft
from drafter.workflow import Earlier

_NAME_MOST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be compared: how it is called, and how it is read (off the window's thread)."""

    name: str
    read: Callable[[], Earlier]


Found = tuple[Earlier, Earlier, tuple[Difference, ...]]


class CompareVersions(QDialog):
    """`redline_requested` carries the new draft and what it was before."""

    redline_requested = Signal(object, object)

    def __init__(self, choices: tuple[Choice, ...], tasks: Tasks, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("比较版本"))
        self.resize(960, 680)
        self._choices, self._tasks, self._folder = list(choices), tasks, folder
        self._found: Found | None = None
        self.old, self.new = self._box(1), self._box(0)
        self.heading = QLabel()
        self.heading.setProperty("look", "head")
        self.heading.setWordWrap(True)
        self.view = DifferenceView()
        self.redline = QPushButton(self.tr("导出花脸稿…"))
        self.redline.setToolTip(self.tr("把不同之处写成 Word 修订，旁边另存一份清样"))
        self.redline.clicked.connect(self._ask_for_redline)
        self._lay_out()
        self._compare()

    def _box(self, row: int) -> QComboBox:
        box = QComboBox()
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setMinimumContentsLength(20)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for choice in self._choices:
            box.addItem(_short(choice.name))
        box.setCurrentIndex(min(row, box.count() - 1))
        box.currentIndexChanged.connect(self._compare)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("旧的一份(&O)"), self._with_file(self.old))
        form.addRow(self.tr("新的一份(&N)"), self._with_file(self.new))
        close = QPushButton(self.tr("关闭"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.redline)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _with_file(self, box: QComboBox) -> QWidget:
        button = QPushButton(self.tr("文件…"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._choose_file(box))
        row = QWidget()
        row.setFocusProxy(box)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(box, 1)
        line.addWidget(button)
        return row

    def _choose_file(self, box: QComboBox) -> None:
        endings = " ".join(f"*{ending}" for ending in (workflow.SUFFIX, *workflow.READABLE))
        paths = ask.open_files(self.tr("比较哪个文件"), self.tr("草稿和资料 ({0})").format(endings), self._folder)
        if paths:
            self.add_file(paths[0], box)

    def add_file(self, path: Path, box: QComboBox) -> None:
        """Offer a file on both sides, and take it on one."""
        self._choices.append(Choice(path.name, lambda: workflow.earlier(str(path), Draft())))
        for one in (self.old, self.new):
            one.addItem(_short(path.name))
        box.setCurrentIndex(box.count() - 1)

    def _compare(self) -> None:
        """Work out what differs between the two, off this thread."""
        old, new = (self._choices[box.currentIndex()] for box in (self.old, self.new))
        self._found = None
        self.redline.setEnabled(False)
        self.heading.setText(self.tr("正在比较…"))

        def work() -> Found:
            before, after = old.read(), new.read()
            return before, after, workflow.compared(before, after)

        self._tasks.run(work, self._show, self._failed, topic="compare versions")

    def _show(self, found: Found) -> None:
        self._found = found
        counted = self.view.counted(found[2])
        self.heading.setText(self.tr("从旧到新：{0}").format(counted) if counted else self.tr("两份完全相同"))
        self.view.show_differences(found[2])
        self.redline.setEnabled(isinstance(found[1], Draft))

    def _failed(self, error: DrafterError) -> None:
        self.view.clear()
        self.heading.setText(str(error))

    def _ask_for_redline(self) -> None:
        if self._found is not None:
            self.redline_requested.emit(self._found[1], self._found[0])


def _short(name: str) -> str:
    return name if len(name) <= _NAME_MOST else name[: _NAME_MOST - 1] + "…"
