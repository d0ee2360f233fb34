"""Whose words the draft has: what was picked and is kept, and what stands in the library; after every change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.desktop.tasks import Tasks
from drafter.model.document import SectionId
from drafter.model.draft import Draft, slot_texts
from drafter.model.walk import sections
from drafter.workflow import Library
from drafter.workflow.comparing import Origin, origins
from drafter.workflow.copying import Copied, LibraryCopies, library_copies

QUIET = 200
"""Milliseconds without a change before the sources are looked for."""


@dataclass(frozen=True, slots=True)
class Traced:
    """What was picked, what stands to the letter in any plan of the library, and how much of each section, 0 to 1."""

    origins: tuple[Origin, ...] = ()
    copied: tuple[Copied, ...] = ()
    shares: dict[SectionId, float] | None = None
    whole: float = 0.0


class Tracer(QObject):
    """`traced` with a `Traced` of the newest draft."""

    traced = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._draft: Draft | None = None
        self._library: Library | None = None
        self._copies: LibraryCopies | None = None
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._trace)

    def show(self, draft: Draft) -> None:
        """Look at this draft soon."""
        self._draft = draft
        self._timer.start()

    def use(self, library: Library) -> None:
        """Look for copies in this library."""
        self._library = library
        self.read_library()

    def read_library(self) -> None:
        """Take in what the library has now."""
        if (library := self._library) is not None:
            self._tasks.run(lambda: library_copies(library), self._use_copies, topic="copies")

    def _use_copies(self, copies: LibraryCopies) -> None:
        self._copies = copies
        self._timer.start()

    def _trace(self) -> None:
        draft, copies = self._draft, self._copies
        if draft is not None:
            self._tasks.run(lambda: _traced(draft, copies), self.traced.emit, topic="trace")


def _traced(draft: Draft, copies: LibraryCopies | None) -> Traced:
    shown = slot_texts(draft)
    found = origins(draft.document, shown)
    if copies is None:
        return Traced(found)
    parts = {share.section: share.part for share in copies.shares(draft.document, shown)}
    by_id = {section.id: parts.get(path, 0.0) for path, section in sections(draft.document)}
    return Traced(found, copies.copied(draft.document, shown), by_id, parts[""])
