"""Files taken into the library one after the other, off the window's thread; a file that fails holds none up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter import workflow
from drafter.desktop.tasks import Tasks
from drafter.errors import DrafterError
from drafter.model.corrections import rows
from drafter.model.document import Box, Table
from drafter.model.walk import parties, sections
from drafter.workflow import Entry, Library


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an entry and what was recognised, in numbers; or the error that says why not.

    `known`: the same text was in the library before.
    """

    path: Path
    entry: Entry | None = None
    error: DrafterError | None = None
    known: bool = False
    sections: int = 0
    parties: int = 0
    boxes: int = 0
    tables: int = 0
    doubts: tuple[str, ...] = ()


def take_in(library: Library, path: Path) -> Outcome:
    """What became of a file that was read into the library."""
    one = workflow.import_plan(library, path)
    if one.entry is None:
        return Outcome(path, error=one.error)
    document = library.document(one.entry.key)
    found = [section for _, section in sections(document)]
    content = [block for row, block in rows(document) if row.block is not None]
    return Outcome(
        path,
        one.entry,
        known=one.known,
        sections=len(found),
        parties=len({party.name for section in found for party in parties(section)}),
        boxes=sum(isinstance(block, Box) for block in content),
        tables=sum(isinstance(block, Table) for block in content),
        doubts=document.warnings,
    )


class Import(QObject):
    """One import. `file_done` with the outcome of the next file, `ended` when all are done or it was stopped."""

    file_done = Signal(object)
    progress = Signal(int, int)
    ended = Signal()

    def __init__(self, files: tuple[Path, ...], tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files = files
        self._tasks = tasks
        self._stopping = False

    def begin(self, library: Library) -> None:
        """Note the files in the library, so that an import that is cut short can go on, and read them."""
        self._tasks.run(lambda: library.begin_import(self.files), lambda _: self._next(library, 0), self._refused)

    def _refused(self, error: DrafterError) -> None:
        """A library that takes nothing in says so once for every file."""
        for path in self.files:
            self.file_done.emit(Outcome(path, error=error))
        self.ended.emit()

    def stop(self) -> None:
        """Read no further file."""
        self._stopping = True

    def _next(self, library: Library, done: int) -> None:
        if self._stopping or done == len(self.files):
            self.progress.emit(0, 0)
            self.ended.emit()
            return
        self.progress.emit(done, len(self.files))

        def taken(outcome: Outcome) -> None:
            self.file_done.emit(outcome)
            self._next(library, done + 1)

        path = self.files[done]
        self._tasks.run(lambda: take_in(library, path), taken, lambda error: taken(Outcome(path, error=error)))
