"""The earlier versions of a draft: when each was saved, what differs from the draft as it is now, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import ask
from drafter.desktop.models.versions import VersionModel
from drafter.desktop.panels.differences import DifferenceView, beside
from drafter.desktop.tasks import Tasks
from drafter.errors import DrafterError
from drafter.keeping.versions import NAME_LENGTH, Version, Versions
from drafter.model.differences import Difference, draft_differences
from drafter.model.draft import Draft

Read = tuple[Draft, tuple[Difference, ...]]


class VersionsDialog(QDialog):
    """`chosen` is the version to bring back once the dialog was accepted."""

    def __init__(self, draft: Draft, versions: Versions, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._versions, self._tasks = draft, versions, tasks
        self._shown: Draft | None = None
        self.chosen: Draft | None = None
        self.setWindowTitle(self.tr("历史版本"))
        self.resize(960, 620)
        self.model = VersionModel(self)
        self.list, self.view = QListView(), DifferenceView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("历史版本"))
        self.list.selectionModel().currentChanged.connect(self._selected)
        self.heading = QLabel()
        self.heading.setProperty("look", "head")
        self.name = QComboBox(editable=True)
        self.name.setAccessibleName(self.tr("版本名称"))
        self.name.addItems(["", self.tr("征求意见稿"), self.tr("送审稿"), self.tr("定稿")])
        if edit := self.name.lineEdit():
            edit.setMaxLength(NAME_LENGTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(beside(self.list, self.heading, self.view, (280, 640)), 1)
        column.addLayout(self._buttons())
        self._load()

    def _buttons(self) -> QHBoxLayout:
        self.rename = QPushButton(self.tr("改名"))
        self.rename.setToolTip(self.tr("有名称的版本一直保留，没有名称的日久会减少"))
        self.rename.clicked.connect(self._rename)
        self.restore = QPushButton(self.tr("恢复这一版"))
        self.restore.setToolTip(self.tr("草稿变回这一版的样子，可用“撤销”退回"))
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._restore)
        close = QPushButton(self.tr("关闭"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("版本名称")))
        row.addWidget(self.name)
        row.addWidget(self.rename)
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(close)
        return row

    def _load(self, number: int = 0) -> None:
        """Show the versions, the one of this number selected, or the newest."""
        found = self._versions.all()
        self.model.show(found)
        row = next((row for row, one in enumerate(found) if one.number == number), 0)
        self.list.setCurrentIndex(self.model.index(row))
        if not found:
            self.heading.setText(self.tr("还没有历史版本。每次保存都会留下一份。"))
        self._enable()

    def _version(self) -> Version | None:
        index = self.list.currentIndex()
        return self.model.versions[index.row()] if index.isValid() else None

    def _selected(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._shown = None
        self.view.clear()
        version = self._version()
        self._enable()
        if version is None:
            return
        self.name.setCurrentText(version.name)
        self.heading.setText(self.tr("正在比较…"))
        self._tasks.run(lambda: self._compared(version), self._show, self._failed, topic="version")

    def _compared(self, version: Version) -> Read:
        old = self._versions.open(version)
        return old, draft_differences(old, self._draft)

    def _show(self, read: Read) -> None:
        self._shown, found = read
        counted = self.view.counted(found)
        self.heading.setText(self.tr("从这一版到现在：{0}").format(counted) if counted else self.tr("与现在的草稿相同"))
        self.view.show_differences(found)
        self._enable()

    def _failed(self, error: DrafterError) -> None:
        self.heading.setText(str(error))

    def _enable(self) -> None:
        self.restore.setEnabled(self._shown is not None)
        self.rename.setEnabled(self._version() is not None)

    def _rename(self) -> None:
        if (version := self._version()) is None:
            return
        try:
            self._load(self._versions.rename(version, self.name.currentText()).number)
        except DrafterError as error:
            ask.show_error(error)

    def _restore(self) -> None:
        self.chosen = self._shown
        self.accept()
