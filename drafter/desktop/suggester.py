"""What superior and peer plans say for the targets of the draft, worked out off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from drafter import workflow
from drafter.desktop.models.sources import places_by_first_pick
from drafter.desktop.tasks import Tasks
from drafter.model.document import Document, SlotId
from drafter.model.draft import Draft, Slot, SlotKind
from drafter.workflow import Entry, Library, Said

QUIET = 400
"""Milliseconds without a change before the plans are asked."""
MOST = 60
"""How many plans are asked: those the draft was picked from first, then the newest."""


class Suggester(QObject):
    """`said_changed` with what is said for every target slot, whenever targets or library have changed."""

    said_changed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._library: Library | None = None
        self._entries: tuple[Entry, ...] = ()
        self._documents: dict[str, Document] = {}
        self._draft: Draft | None = None
        self._asked: object = None
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._ask)

    def use(self, library: Library) -> None:
        """Take the plans from this library."""
        self._library = library
        self._timer.start()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Ask these plans from now on."""
        kept = {entry.key for entry in entries}
        self._documents = {key: plan for key, plan in self._documents.items() if key in kept}
        self._entries = entries
        self._timer.start()

    def show_corrected(self, key: str, document: Document) -> None:
        """Read a plan as it has been corrected."""
        if key in self._documents:
            self._documents[key] = document
            self._asked = None
            self._timer.start()

    def show(self, draft: Draft) -> None:
        """Ask for the targets of this draft soon, where they are others than before."""
        self._draft = draft
        self._timer.start()

    def _ask(self) -> None:
        draft, library = self._draft, self._library
        if draft is None or library is None:
            return
        wanted = tuple(_question(slot) for slot in draft.slots if slot.kind is SlotKind.TARGET)
        keys = _first_asked(self._entries, draft)
        asked = (wanted, keys, draft.locality, draft.document.period)
        if asked == self._asked:
            return
        self._asked = asked
        documents = self._documents

        def answer() -> dict[SlotId, tuple[Said, ...]]:
            for key in keys:
                if key not in documents:
                    documents[key] = library.document(key)
            plans = [documents[key] for key in keys]
            return {slot: _once(workflow.said_elsewhere(draft, slot, plans)) for slot, *_ in wanted}

        self._tasks.run(answer, self.said_changed.emit, topic="said")


def _once(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Without what a place says again in the same words for the same year."""
    return tuple({(one.region, one.text, one.year): one for one in reversed(said)}.values())[::-1]


def _question(slot: Slot) -> tuple[SlotId, str, str, str]:
    """What of a slot decides what is said for it."""
    return slot.id, slot.name, slot.original, slot.source.text if slot.source else ""


def _first_asked(entries: tuple[Entry, ...], draft: Draft) -> tuple[str, ...]:
    picked = places_by_first_pick(draft)

    def order(entry: Entry) -> tuple[bool, int]:
        return entry.region not in picked, -(entry.year or 0)

    return tuple(entry.key for entry in sorted(entries, key=order)[:MOST])
