"""The one object that changes: which draft is open, where it is saved, and every step that led to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from drafter.errors import DrafterError
from drafter.keeping.saved import Stamp
from drafter.model.draft import Draft

Edit = Callable[[Draft], Draft]


@dataclass(frozen=True, slots=True)
class Merging:
    """What makes steps one: the same `key` again within MERGED seconds, and nothing between.

    `views` are the places of the caret before and after, told on the way back and forth as `view_wanted`.
    """

    key: tuple[object, ...] = ()
    views: tuple[object, object] = (None, None)


MERGED = 2.0
"""Seconds of quiet after which typing begins a new step."""


class Step(QUndoCommand):
    """One step: the draft before and after, and where the caret was and is."""

    def __init__(self, session: Session, label: str, before: Draft, after: Draft, merging: Merging) -> None:
        super().__init__(label)
        self._session, self.before, self.after = session, before, after
        self.key, self.views = merging.key, merging.views
        self.time = monotonic()

    def redo(self) -> None:
        """Show the draft after."""
        self._session._show(self.after, self.views[1])  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]

    def undo(self) -> None:
        """Show the draft before."""
        self._session._show(self.before, self.views[0])  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]

    def id(self) -> int:
        """Whether it may become one with others."""
        return 1 if self.key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later step in that goes on where this one ended."""
        if not isinstance(other, Step) or other.key != self.key or self.after is not other.before:
            return False
        if other.time - self.time > MERGED:
            return False
        self.after, self.time = other.after, other.time
        self.views = (self.views[0], other.views[1])
        return True


class Session(QObject):
    """The open draft. `draft_changed` carries the new one; `opened` says that it is another draft altogether."""

    draft_changed = Signal(object)
    view_wanted = Signal(object)
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

    def apply(self, label: str, edit: Edit, merging: Merging = Merging()) -> bool:
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
        self.stack.push(Step(self, label, before, after, merging))
        return True

    def saved_to(self, path: Path, draft: Draft, known: Stamp | None = None) -> None:
        """Take note that a draft is saved in a file, which has this fingerprint now."""
        self.path, self.known, self.read_only = path, known, False
        if draft is self._draft:
            self.stack.setClean()
        self.modified_changed.emit(self.modified)

    def _clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)

    def _show(self, draft: Draft, view: object) -> None:
        self._draft = draft
        self.draft_changed.emit(draft)
        if view is not None:
            self.view_wanted.emit(view)
