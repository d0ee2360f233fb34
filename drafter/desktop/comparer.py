"""Compares the draft with the references that are open, a moment after every change, off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.desktop.models.sources import short_place
from drafter.desktop.tasks import Tasks
from drafter.model.document import Document
from drafter.model.draft import Draft, slot_texts
from drafter.workflow import Library
from drafter.workflow.comparing import Comparison, Origin, compare, origins
from drafter.workflow.copying import Copied, LibraryCopies, library_copies

QUIET = 500
"""Milliseconds without a change before a comparison begins."""
MOST = 7
"""References that are compared beside the draft."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison whose last plan is the draft, the keys of the others in order, and what the draft was made of.

    `copied` is what of the draft stands to the letter in any plan of the library.
    """

    found: Comparison
    keys: tuple[str, ...]
    origins: tuple[Origin, ...]
    copied: tuple[Copied, ...] = ()

    def same_topic(self, path: str) -> dict[str, str]:
        """The section of each reference on the topic of a section of the draft, the surest one, by key."""
        best: dict[str, tuple[float, str]] = {}
        topics = self.found.topics
        for match in self.found.matches:
            one, other = topics[match.one], topics[match.other]
            for mine, there in ((one, other), (other, one)):
                if mine.plan == self.found.ours and mine.path == path and there.plan < len(self.keys):
                    key = self.keys[there.plan]
                    best[key] = max(best.get(key, (0.0, "")), (match.score, there.path))
        return {key: there for key, (_, there) in best.items()}


class Comparer(QObject):
    """`compared` with a `Compared` of the newest draft and references, or None where there is nothing to compare."""

    compared = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._draft: Draft | None = None
        self._plans: dict[str, Document] = {}
        self._superior: str | None = None
        self._library: Library | None = None
        self._copies: LibraryCopies | None = None
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._compare)

    def show(self, draft: Draft) -> None:
        """Compare this draft soon."""
        self._draft = draft
        self._timer.start()

    def use(self, library: Library) -> None:
        """Look for copies in this library too."""
        self._library = library
        self.read_library()

    def read_library(self) -> None:
        """Take in what the library has now."""
        if (library := self._library) is not None:
            self._tasks.run(lambda: library_copies(library), self._use_copies, topic="copies")

    def _use_copies(self, copies: LibraryCopies) -> None:
        self._copies = copies
        self._timer.start()

    def open_plan(self, key: str, document: Document) -> None:
        """Take a reference in, or its corrected form."""
        self._plans[key] = document
        self._timer.start()

    def close_plan(self, key: str) -> None:
        """Leave a reference out."""
        self._plans.pop(key, None)
        self._timer.start()

    def set_superior(self, key: str) -> None:
        """Take a reference as the superior plan, "" for none."""
        self._superior = key
        self._timer.start()

    def _compare(self) -> None:
        draft, plans = self._draft, dict(list(self._plans.items())[-MOST:])
        if draft is None or not plans:
            self._tasks.run(lambda: None, self.compared.emit, topic="compare")
            return
        superior = self._superior if self._superior is not None else _above(draft, plans)
        keys, copies = tuple(sorted(plans, key=lambda key: key != superior)), self._copies
        self._tasks.run(lambda: _compared(draft, plans, keys, superior, copies), self.compared.emit, topic="compare")


def _above(draft: Draft, plans: dict[str, Document]) -> str:
    """The reference that is of the draft's own province, or ""."""
    province = draft.locality.province if draft.locality else ""
    return next((key for key, plan in plans.items() if province and plan.region == province), "")


def _compared(
    draft: Draft, plans: dict[str, Document], keys: tuple[str, ...], superior: str, copies: LibraryCopies | None
) -> Compared:
    names = tuple(short_place(plans[key].region) for key in keys)
    found = compare([*(plans[key] for key in keys), draft], 0 if superior in keys else None, len(keys), names)
    shown = slot_texts(draft)
    copied = copies.copied(draft.document, shown) if copies else ()
    return Compared(found, keys, origins(draft.document, shown), copied)
