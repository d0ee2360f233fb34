"""Keeps what is not saved yet while the planner writes, and remembers who else has the draft open.

Everything that touches the disk happens in one thread of its own, in order, so that neither a long import nor a slow
share delays it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from drafter import resources
from drafter.desktop.session import Session
from drafter.desktop.tasks import Tasks
from drafter.errors import CannotWrite, DrafterError
from drafter.keeping.claims import REFRESH, Claim
from drafter.keeping.desk import Desk, Opened, Saved
from drafter.keeping.recovery import Recoverable, discard
from drafter.keeping.saved import Stamp
from drafter.keeping.versions import Versions
from drafter.model.draft import Draft

AUTOSAVE = 2500
"""Milliseconds from a change to its being written down; no more than five seconds of typing are ever lost."""


class Keeper(QObject):
    """`left_behind` carries the drafts of a program that ended unasked, `trouble` why nothing can be kept (once)."""

    left_behind = Signal(object)
    trouble = Signal(object)

    def __init__(self, session: Session, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = folder or resources.user_data()
        self._tasks = Tasks(self._failed, threads=1, parent=self)
        self._desk: Desk | None = None
        self._claim: Claim | None = None
        self._noted: Draft | None = None
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE)
        self._timer.timeout.connect(self._note)
        refresh = QTimer(self, interval=int(REFRESH * 1000))
        refresh.timeout.connect(self._refresh)
        refresh.start()
        session.draft_changed.connect(self._changed)
        session.opened.connect(lambda _: self._forget())
        session.closed.connect(self._let_go)

    def begin(self) -> None:
        """Look for what was left behind."""

        def found(left: tuple[Recoverable, ...]) -> None:
            if self.desk.trouble:
                self.trouble.emit(self.desk.trouble)
            if left:
                self.left_behind.emit(left)

        self._tasks.run(self._abandoned, found)

    def _abandoned(self) -> tuple[Recoverable, ...]:
        return self.desk.abandoned()

    def end(self) -> None:
        """The window closes: nothing of it is left behind."""
        self._let_go()
        if (desk := self._desk) is not None:
            self._tasks.run(desk.close, lambda _: None)
        self._tasks.finish()

    @property
    def desk(self) -> Desk:
        """Where things are kept; looked for when it is first needed, in the thread of this keeper."""
        if self._desk is None:
            self._desk = Desk(self._folder)
        return self._desk

    # files

    def open(self, path: Path, then: Callable[[Opened], None]) -> None:
        """Open a draft file; errors are told."""
        self._tasks.run(lambda: self.desk.open(path), then, self.trouble.emit, topic="open")

    def save(
        self,
        draft: Draft,
        path: Path,
        known: Stamp | None,
        then: Callable[[Saved], None],
        failed: Callable[[DrafterError], None],
        *,
        aside: bool = False,
    ) -> None:
        """Save a draft; `aside` keeps what the file holds now as a version before it is overwritten."""

        def work() -> Saved:
            if aside:
                self.desk.put_aside(path)
            return self.desk.save(draft, path, known)

        self._tasks.run(work, then, failed)

    def keep_version(self, draft: Draft, name: str, then: Callable[[], None]) -> None:
        """Keep a draft as a version with a name."""
        self._tasks.run(lambda: self.desk.versions(draft).keep(draft, name), lambda _: then(), self.trouble.emit)

    def saved(self, path: Path) -> None:
        """The open draft is saved in a file: nothing is left behind of it, and the file is claimed."""
        if not self._session.modified:
            self._forget()
        if self._claim is None or self._claim.path != path:
            self._release()
            self._tasks.run(lambda: self.desk.claim(path), self.hold)

    def hold(self, claim: Claim) -> None:
        """Keep a claim for as long as the draft is open."""
        self._release()
        self._claim = claim

    def recovered(self, one: Recoverable) -> None:
        """What was left behind is the open draft now: it is written down as this program's, then its old file goes."""
        self._note()
        self._tasks.run(lambda: discard(one.file), lambda _: None)

    def discard(self, one: Recoverable) -> None:
        """Give up what was left behind."""
        self._tasks.run(lambda: discard(one.file), lambda _: None)

    def versions(self, draft: Draft) -> Versions:
        """The versions of a draft."""
        return self.desk.versions(draft)

    def rescue(self) -> bool:
        """Whether what is not saved was written down now, without waiting for anything; for when the program fails."""
        draft, session = self._session.draft, self._session
        if draft is None or not session.modified or self._desk is None:
            return False
        try:
            self._desk.recovery.note(draft, session.path, session.known)
        except CannotWrite:
            return False
        self._noted = draft
        return True

    # what happens by itself

    def _changed(self, _: Draft) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _note(self) -> None:
        draft, path, known = self._session.draft, self._session.path, self._session.known
        if draft is None or draft is self._noted or not self._session.modified:
            return
        self._noted = draft

        def noted(_: object) -> None:
            self._told = False

        self._tasks.run(lambda: self.desk.recovery.note(draft, path, known), noted)

    def _forget(self) -> None:
        """Nothing is to be left behind of what was noted last."""
        self._timer.stop()
        if (noted := self._noted) is not None:
            self._noted = None
            self._tasks.run(lambda: self.desk.recovery.forget(noted), lambda _: None)

    def _let_go(self) -> None:
        self._forget()
        self._release()

    def _release(self) -> None:
        if (claim := self._claim) is not None:
            self._claim = None
            self._tasks.run(claim.release, lambda _: None)

    def _refresh(self) -> None:
        if (claim := self._claim) is not None:
            self._tasks.run(claim.refresh, lambda _: None)

    def _failed(self, error: DrafterError) -> None:
        """Tell once that nothing can be kept, until it can be again."""
        if not self._told:
            self._told = True
            self.trouble.emit(error)
