"""What a program that ended unasked left behind: each draft with what differs from its file, to take or to give up."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter import workflow
from drafter.desktop.panels.differences import DifferenceView, beside
from drafter.desktop.tasks import Tasks
from drafter.errors import DrafterError
from drafter.keeping.recovery import Recoverable
from drafter.model.differences import Difference, draft_differences
from drafter.model.draft import slot_texts
from drafter.model.walk import text_of


class Recovered(QDialog):
    """`chosen` is the draft to go on with, `discarded` those given up; what is neither is offered again next time."""

    def __init__(self, left: tuple[Recoverable, ...], tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._left = tasks, list(left)
        self.chosen: Recoverable | None = None
        self.discarded: list[Recoverable] = []
        self.setWindowTitle(self.tr("恢复草稿"))
        self.resize(960, 560)
        heading = QLabel(self.tr("上次没有正常退出，有没保存的草稿"))
        heading.setProperty("look", "big")
        self.model, self.list = QStringListModel(self), QListView()
        self.list.setAccessibleName(self.tr("没保存的草稿"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._selected)
        self.view, self.told = DifferenceView(), QLabel()
        self.told.setProperty("look", "head")
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(beside(self.list, self.told, self.view, (360, 560)), 1)
        column.addLayout(self._buttons())
        self._fill()

    def _buttons(self) -> QHBoxLayout:
        self.take = QPushButton(self.tr("恢复"))
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self.drop = QPushButton(self.tr("不要了"))
        self.drop.clicked.connect(self._drop)
        later = QPushButton(self.tr("下次再说"))
        later.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(later)
        return row

    def _fill(self) -> None:
        self.model.setStringList([_named(one) for one in self._left])
        self.list.setCurrentIndex(self.model.index(0))

    def _current(self) -> Recoverable:
        return self._left[self.list.currentIndex().row()]

    def _selected(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.view.clear()
        if not now.isValid():
            return
        one = self._current()
        self.told.setText(str(one.path) if one.path else self.tr("还没有存成文件"))
        if one.path is not None:
            self._tasks.run(lambda: _compared(one), self._show, self._failed, topic="recovered")

    def _show(self, found: tuple[Difference, ...]) -> None:
        counted = self.view.counted(found)
        self.told.setText(
            self.tr("与文件中保存的相比：{0}").format(counted) if counted else self.tr("与文件中保存的相同")
        )
        self.view.show_differences(found)

    def _failed(self, error: DrafterError) -> None:
        self.told.setText(str(error))

    def _take(self) -> None:
        self.chosen = self._current()
        self.accept()

    def _drop(self) -> None:
        self.discarded.append(self._left.pop(self.list.currentIndex().row()))
        if self._left:
            self._fill()
        else:
            self.reject()


def _named(one: Recoverable) -> str:
    title = text_of(one.draft.document.title, slot_texts(one.draft))
    return f"{title}\n{one.time.astimezone():%Y-%m-%d %H:%M:%S}"


def _compared(one: Recoverable) -> tuple[Difference, ...]:
    return draft_differences(workflow.open_draft(one.path), one.draft) if one.path else ()
