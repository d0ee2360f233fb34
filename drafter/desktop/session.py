"""The one object that changes: which draft is open, where it is saved, and every step that led to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from drafter.errors import DrafterError
from drafter.keeping.saved import Stamp
from drafter.model.draft import Draft

Edit = Callable[[Draft], Draft]


class Step(QUndoCommand):
    """One step: the draft before and after. Steps with the same `merge` number that follow each other become one."""

    def __init__(self, session: Session, label: str, before: Draft, after: Draft, merge: int = -1) -> None:
        super().__init__(label)
        self._session, self._before, self.after, self._merge = session, before, after, merge

    def redo(self) -> None:
        """Show the draft after."""
        self._session._show(self.after)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]

    def undo(self) -> None:
        """Show the draft before."""
        self._session._show(self._before)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]

    def id(self) -> int:
        """What steps it may become one with."""
        return self._merge

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later step in."""
        if not isinstance(other, Step):
            return False
        self.after = other.after
        return True


class Session(QObject):
    """The open draft. `draft_changed` carries the new one; `opened` says that it is another draft altogether."""

    draft_changed = Signal(object)
    opened = Signal(object)
    closed = Signal()
    modified_changed = Signal(bool)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.path: Path | None = None
        self.known: Stamp | None = None
        self.read_only = False
        self._draft: Draft | None = None
        self.stack.cleanChanged.connect(self._clean_changed)

    @property
    def draft(self) -> Draft | None:
        """The open draft, or None before there is one."""
        return self._draft

    @property
    def modified(self) -> bool:
        """Whether something is not saved yet."""
        return not self.stack.isClean()

    def begin(
        self,
        draft: Draft,
        path: Path | None = None,
        *,
        saved: bool = True,
        known: Stamp | None = None,
        read_only: bool = False,
    ) -> None:
        """Open a draft, from a file or (saved=False) one that is in no file as it stands.

        `known` is the fingerprint of its file; one that is `read_only` can be looked at, exported and saved elsewhere.
        """
        self.stack.clear()
        self.path, self.known, self.read_only = path, known, read_only
        self._draft = draft
        if saved:
            self.stack.setClean()
        else:
            self.stack.resetClean()
        self.opened.emit(draft)
        self.draft_changed.emit(draft)
        self.modified_changed.emit(self.modified)

    def close(self) -> None:
        """No draft is open any more."""
        self.stack.clear()
        self.path, self.known, self.read_only, self._draft = None, None, False, None
        self.closed.emit()

    def apply(self, label: str, edit: Edit, merge: int = -1) -> bool:
        """Whether an edit was made: one undo step with this label. What it refuses goes out as `refused`."""
        before = self._draft
        if before is None:
            return False
        if self.read_only:
            self.refused.emit(DrafterError("这份草稿以只读方式打开，不能改动。", "可用“另存为”存成自己的一份再改。"))
            return False
        try:
            after = edit(before)
        except DrafterError as error:
            self.refused.emit(error)
            return False
        if after is before or after == before:
            return False
        self.stack.push(Step(self, label, before, after, merge))
        return True

    def saved_to(self, path: Path, draft: Draft, known: Stamp | None = None) -> None:
        """Take note that a draft is saved in a file, which has this fingerprint now."""
        self.path, self.known, self.read_only = path, known, False
        if draft is self._draft:
            self.stack.setClean()
        self.modified_changed.emit(self.modified)

    def _clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)

    def _show(self, draft: Draft) -> None:
        self._draft = draft
        self.draft_changed.emit(draft)
