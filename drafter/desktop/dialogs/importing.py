"""导入资料: one row per file, filled while the import goes on; it holds nobody up and can be closed at any time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop.delegates.imports import ImportDelegate
from drafter.desktop.models.imports import ImportModel, State

if TYPE_CHECKING:
    from drafter.desktop.importing import Outcome


class ImportReport(QDialog):
    """`stop_requested`; `correct_requested` with the key of a plan that was read."""

    stop_requested = Signal()
    correct_requested = Signal(str)

    def __init__(self, files: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导入资料"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self._total = len(files)
        self.model = ImportModel(files, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ImportDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("导入的文件"))
        self.list.selectionModel().currentChanged.connect(self._enable)
        self.list.activated.connect(self._correct)
        self.head, self.counts = QLabel(), QLabel()
        self.head.setProperty("look", "head")
        self.counts.setProperty("look", "quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, max(1, self._total))
        self.stop_button = self._button(self.tr("停止"), self.stop_requested.emit)
        self.correct_button = self._button(self.tr("校正结构…"), self._correct)
        self.copy_button = self._button(self.tr("复制说明"), self._copy)
        self.close_button = self._button(self.tr("关闭"), self.close)
        self._lay_out()
        self._count()

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self.head, self.counts):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.stop_button)
        note = self._note = QLabel(self.tr("可以关掉这个窗口，边导入边写。停止后已入库的保留；原文件不改动。"))
        note.setProperty("look", "caption")
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 12)
        top.setSpacing(8)
        top.addLayout(line)
        top.addWidget(self.bar)
        top.addWidget(note)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.setSpacing(8)
        for button in (self.correct_button, self.copy_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what became of the next file."""
        self.model.add(outcome)
        self.list.scrollTo(self.model.index(min(len(self.model.outcomes), self._total - 1)))
        self._count()

    def show_end(self) -> None:
        """Show that nothing more is read."""
        self.model.end()
        self.stop_button.hide()
        self._note.hide()
        self.close_button.setFocus()
        self._count()

    def _count(self) -> None:
        done = len(self.model.outcomes)
        read = self.model.count(State.READ, State.DOUBTFUL, State.KNOWN)
        failed, waiting = self.model.count(State.FAILED), self.model.count(State.WAITING)
        stopped = self.model.count(State.STOPPED)
        ended = self.stop_button.isHidden() or done == self._total
        self.head.setText(
            (
                self.tr("读了 {0} 份").format(done)
                if ended
                else self.tr("第 {0} 份，共 {1} 份").format(done + 1, self._total)
            )
            if self._total
            else self.tr("没有可以读的文件")
        )
        self.counts.setText(
            "　".join(
                text.format(count)
                for text, count in (
                    (self.tr("已入库 {0}"), read),
                    (self.tr("未能读取 {0}"), failed),
                    (self.tr("等待 {0}"), waiting),
                    (self.tr("没有导入 {0}"), stopped),
                )
                if count
            )
        )
        self.bar.setValue(done)
        self._enable()

    def _enable(self) -> None:
        self.correct_button.setEnabled(bool(self._key()))
        self.copy_button.setEnabled(self.model.count(State.FAILED) > 0)

    def _key(self) -> str:
        row = self.list.currentIndex().row()
        entry = self.model.outcomes[row].entry if 0 <= row < len(self.model.outcomes) else None
        return entry.key if entry else ""

    def _correct(self) -> None:
        if key := self._key():
            self.correct_requested.emit(key)

    def _copy(self) -> None:
        """Copy which files failed, why, and what to do."""
        failed = (f"{one.path.name}\n{one.error}" for one in self.model.outcomes if one.error)
        QGuiApplication.clipboard().setText("\n\n".join(failed))
