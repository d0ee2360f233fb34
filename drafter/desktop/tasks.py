"""Work off the window's thread: plain values in, a result back on the window's thread.

Workers get frozen values and touch no widget. They are Python's own threads, and what crosses to the window's thread
through Qt is a number: QRunnable and Python objects in queued signals take Python's lock inside Qt's locks, and the two
threads can wait for each other for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

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
    _ended = Signal(int)

    def __init__(self, on_error: Failed, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._pool = ThreadPoolExecutor(threads, "drafter")
        self._stopped = False
        self._numbers = count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._results: dict[int, tuple[object, Exception | None]] = {}
        self._ended.connect(self._deliver)

    def run(
        self, function: Callable[[], object], on_done: Done, on_error: Failed | None = None, topic: str = ""
    ) -> int:
        """The number of a new job; a newer job of the same topic makes the answers of older ones stale.

        `on_error` gets a DrafterError; anything else is a bug and goes to the excepthook. After `stop` nothing is run.
        """
        if topic:
            self._waiting = {number: one for number, one in self._waiting.items() if one.topic != topic}
        number = next(self._numbers)
        if self._stopped:
            return number
        self._waiting[number] = _Waiting(on_done, on_error or self._on_error, topic)
        self._pool.submit(self._work, number, function)
        self.busy_changed.emit(True)
        return number

    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._waiting)

    def stop(self) -> None:
        """End for good: jobs not yet begun are dropped, those that run are waited for, their answers are stale."""
        self._stopped = True
        self._waiting.clear()
        self._pool.shutdown(cancel_futures=True)

    def finish(self) -> None:
        """End once all that was asked for is done; the answers are stale."""
        self._stopped = True
        self._waiting.clear()
        self._pool.shutdown()

    def _work(self, number: int, function: Callable[[], object]) -> None:
        try:
            self._results[number] = function(), None
        except Exception as error:  # noqa: BLE001 - carried to the window's thread and raised there
            self._results[number] = None, error
        with suppress(RuntimeError):  # the window is gone already
            self._ended.emit(number)

    def _deliver(self, number: int) -> None:
        result, error = self._results.pop(number)
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
