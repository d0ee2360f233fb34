"""Compares the draft with the references that are open, a moment after every change, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.desktop.models.sources import short_place
from drafter.desktop.tasks import Tasks
from drafter.model.document import Document
from drafter.model.draft import Draft
from drafter.workflow.comparing import Comparison, compare_while

QUIET = 500
"""Milliseconds without a change before a comparison begins."""
MOST = 7
"""References that are compared beside the draft."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison whose last plan is the draft, and the keys of the others in order."""

    found: Comparison
    keys: tuple[str, ...]

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
    """`compared` with a `Compared` of the newest draft and references, or None where there is nothing to compare.

    `working` says whether a comparison is being made, which `stop` ends.
    """

    compared = Signal(object)
    working = Signal(bool)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._draft: Draft | None = None
        self._plans: dict[str, Document] = {}
        self._superior: str | None = None
        self._wanted = 0
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._compare)

    def show(self, draft: Draft) -> None:
        """Compare this draft soon."""
        self._draft = draft
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

    def stop(self) -> None:
        """Give the comparison up that is being made; the next change begins another."""
        self._wanted += 1
        self._timer.stop()
        self.working.emit(False)

    def _compare(self) -> None:
        draft, plans = self._draft, dict(list(self._plans.items())[-MOST:])
        self._wanted += 1
        if draft is None or not plans:
            self._tasks.run(lambda: None, self._tell, topic="compare")
            return
        number = self._wanted
        superior = self._superior if self._superior is not None else _above(draft, plans)
        keys = tuple(sorted(plans, key=lambda key: key != superior))
        self.working.emit(True)
        self._tasks.run(
            lambda: _compared(draft, plans, keys, superior, lambda: self._wanted == number),
            lambda compared: self._tell(compared, number),
            topic="compare",
        )

    def _tell(self, compared: Compared | None, number: int | None = None) -> None:
        if number in (None, self._wanted):
            self.working.emit(False)
            self.compared.emit(compared)


def _above(draft: Draft, plans: dict[str, Document]) -> str:
    """The reference that is of the draft's own province, or ""."""
    province = draft.locality.province if draft.locality else ""
    return next((key for key, plan in plans.items() if province and plan.region == province), "")


def _compared(
    draft: Draft, plans: dict[str, Document], keys: tuple[str, ...], superior: str, wanted: Callable[[], bool]
) -> Compared | None:
    names = tuple(short_place(plans[key].region) for key in keys)
    above = 0 if superior in keys else None
    found = compare_while([*(plans[key] for key in keys), draft], above, len(keys), names, wanted)
    return Compared(found, keys) if found else None
