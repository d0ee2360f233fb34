"""Words of Chinese text, for titles in shape and for selecting a word; the dictionary is loaded off this thread."""

from __future__ import annotations

import threading
import warnings
from contextlib import suppress

from PySide6.QtCore import QObject, Signal


class _Loader(QObject):
    """`loaded` once the dictionary can be asked without waiting."""

    loaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Load the dictionary, once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, daemon=True)
            self._thread.start()

    def _load(self) -> None:
        from drafter.text.segment import words

        with warnings.catch_warnings():  # the library leaves a file to be closed later
            warnings.simplefilter("ignore", ResourceWarning)
            words("计划")
        self.ready = True
        with suppress(RuntimeError):  # the window is gone already
            self.loaded.emit()


_loader: list[_Loader] = []


def loader() -> _Loader:
    """The one loader of this program."""
    if not _loader:
        _loader.append(_Loader())
    return _loader[0]


def ready() -> bool:
    """Whether words can be asked for without waiting."""
    return loader().ready


def word_bounds(text: str, offset: int) -> tuple[int, int]:
    """(start, end) of the word at an offset; one character where there are no words yet."""
    if not text:
        return 0, 0
    offset = min(offset, len(text) - 1)
    if not ready():
        return offset, offset + 1
    from drafter.text.segment import words

    start = 0
    for word in words(text):
        if start <= offset < start + len(word):
            return start, start + len(word)
        start += len(word)
    return offset, offset + 1
