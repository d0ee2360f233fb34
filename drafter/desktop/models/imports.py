"""The files of an import as rows: what waits, what is being read, what was recognised, what failed and why."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from drafter.desktop.models.tree import Index

if TYPE_CHECKING:
    from drafter.desktop.importing import Outcome


class State(StrEnum):
    """How it stands with a file."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    DOUBTFUL = "doubtful"
    KNOWN = "known"
    FAILED = "failed"
    STOPPED = "stopped"


class ImportRole(IntEnum):
    """What a row says beside the file's name."""

    STATE = Qt.ItemDataRole.UserRole
    MARK = Qt.ItemDataRole.UserRole + 1
    WORDS = Qt.ItemDataRole.UserRole + 2
    ADVICE = Qt.ItemDataRole.UserRole + 3


class ImportModel(QAbstractListModel):
    """One row per file, in the order given."""

    def __init__(self, files: tuple[Path, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.outcomes: list[Outcome] = []
        self._ended = False

    def add(self, outcome: Outcome) -> None:
        """Show what became of the next file."""
        self.outcomes.append(outcome)
        self.dataChanged.emit(self.index(len(self.outcomes) - 1), self.index(len(self._files) - 1))
        self.layoutChanged.emit()  # a file that failed takes a line more

    def end(self) -> None:
        """Nothing more is read."""
        self._ended = True
        self.dataChanged.emit(self.index(0), self.index(len(self._files) - 1))

    def count(self, *states: State) -> int:
        """How many files are in one of the states."""
        return sum(self.state(row) in states for row in range(len(self._files)))

    def state(self, row: int) -> State:
        """How it stands with the file of a row."""
        if row >= len(self.outcomes):
            waiting = State.WAITING if row > len(self.outcomes) else State.READING
            return State.STOPPED if self._ended else waiting
        outcome = self.outcomes[row]
        if outcome.error:
            return State.FAILED
        return State.KNOWN if outcome.known else State.DOUBTFUL if outcome.doubts else State.READ

    def rowCount(self, parent: Index | None = None) -> int:
        """How many files there are."""
        return 0 if parent and parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The file's name; see `ImportRole` for the rest."""
        row = index.row()
        if not 0 <= row < len(self._files):
            return None
        words = self._words(row)
        doubts = self.outcomes[row].doubts if row < len(self.outcomes) else ()
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: self._files[row].name,
            Qt.ItemDataRole.AccessibleTextRole: "，".join(
                part for part in (self._files[row].name, self._mark(row), *words) if part
            ),
            Qt.ItemDataRole.ToolTipRole: "\n".join((str(self._files[row]), *doubts)),
            ImportRole.STATE: self.state(row),
            ImportRole.MARK: self._mark(row),
            ImportRole.WORDS: words[0],
            ImportRole.ADVICE: words[1],
        }
        return answers.get(role)

    def _mark(self, row: int) -> str:
        return {
            State.WAITING: self.tr("等待"),
            State.READING: self.tr("正在读取"),
            State.READ: self.tr("已入库"),
            State.DOUBTFUL: self.tr("已入库，请看一下"),
            State.KNOWN: self.tr("库中已有"),
            State.FAILED: self.tr("未能读取"),
            State.STOPPED: self.tr("没有导入"),
        }[self.state(row)]

    def _words(self, row: int) -> tuple[str, str]:
        """What was recognised or why not, and what to do."""
        if row >= len(self.outcomes):
            return "", ""
        one = self.outcomes[row]
        if one.error:
            return one.error.message, one.error.hint
        kind = one.entry.kind if one.entry else ""
        numbers = (
            self.tr("{0} 节").format(one.sections),
            self.tr("责任单位 {0}").format(one.parties) if one.parties else "",
            self.tr("专栏 {0}").format(one.boxes) if one.boxes else "",
            self.tr("表格 {0}").format(one.tables) if one.tables else "",
            self.tr("说明 {0} 条").format(len(one.doubts)) if one.doubts else "",
        )
        return "　".join(part for part in (kind, *numbers) if part), "".join(one.doubts[:1])
