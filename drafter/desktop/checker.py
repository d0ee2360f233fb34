"""Checks the draft, a moment after every change, off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from drafter import workflow
from drafter.desktop.tasks import Tasks
from drafter.model.draft import Draft
from drafter.workflow import Library

QUIET = 300
"""Milliseconds without a change before a check begins."""
SLICE = 0.5
"""Seconds of reading plans for their names at one go."""


class Checker(QObject):
    """`findings_changed` with the findings of the newest draft."""

    findings_changed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._draft: Draft | None = None
        self._library: Library | None = None
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._check)

    def show(self, draft: Draft) -> None:
        """Check this draft soon."""
        self._draft = draft
        self._timer.start()

    def use(self, library: Library) -> None:
        """Hold names against the plans of this library: one that only one place's plans have is that place's own."""
        self._library = library
        self._learn()

    def check_again(self) -> None:
        """Check again soon: the plans in the library have changed."""
        self._learn()

    def _learn(self) -> None:
        """Read the plans for their names, in slices with other work between them, and check once all are read."""
        if (library := self._library) is None:
            self._timer.start()
        else:
            self._tasks.run(lambda: workflow.learn_names(library, SLICE), self._learned, topic="names")

    def _learned(self, done: bool) -> None:
        if done:
            self._timer.start()
        else:
            self._learn()

    def _check(self) -> None:
        draft, library = self._draft, self._library
        if draft is not None:
            self._tasks.run(lambda: workflow.check(draft, library=library), self.findings_changed.emit, topic="check")
