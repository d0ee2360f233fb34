"""Work off the window's thread: plain values in, a result back on the window's thread.

Workers get frozen values and touch no widget. The signal belongs to this object, which lives on the window's thread,
so that a worker that ends late finds nothing that is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from drafter.errors import DrafterError

Done = Callable[[Any], None]
Failed = Callable[[DrafterError], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    on_done: Done
    on_error: Failed
    topic: str


class Tasks(QObject):
    """Runs functions in threads; `busy_changed` says whether anything is still running."""

    busy_changed = Signal(bool)
    _ended = Signal(int, object, object)

    def __init__(self, on_error: Failed, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        # a thread that lives on keeps what may only be used in the thread that made it (a database)
        self._pool.setExpiryTimeout(-1)
        self._numbers = count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._ended.connect(self._deliver)

    def run(
        self, function: Callable[[], object], on_done: Done, on_error: Failed | None = None, topic: str = ""
    ) -> int:
        """The number of a new job; a newer job of the same topic makes the answers of older ones stale.

        `on_error` gets a DrafterError; anything else is a bug and goes to the excepthook.
        """
        if topic:
            self._waiting = {number: one for number, one in self._waiting.items() if one.topic != topic}
        number = next(self._numbers)
        self._waiting[number] = _Waiting(on_done, on_error or self._on_error, topic)
        self._pool.start(_Job(number, function, self._ended))
        self.busy_changed.emit(True)
        return number

    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._waiting)

    def stop(self) -> None:
        """Forget all jobs: those not yet begun are dropped, the answers of the others are stale."""
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        waiting = self._waiting.pop(number, None)
        self.busy_changed.emit(self.busy())
        if waiting is None:
            return
        if isinstance(error, DrafterError):
            waiting.on_error(error)
        elif error is not None:
            raise error
        else:
            waiting.on_done(result)


class _Job(QRunnable):
    def __init__(self, number: int, function: Callable[[], object], ended: Any) -> None:  # noqa: ANN401
        super().__init__()
        self._number, self._function, self._ended = number, function, ended

    def run(self) -> None:
        try:
            result, error = self._function(), None
        except Exception as failure:  # noqa: BLE001 - carried to the window's thread and raised there
            result, error = None, failure
        self._ended.emit(self._number, result, error)
