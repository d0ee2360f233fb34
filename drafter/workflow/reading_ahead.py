"""Many files read on all processors, one after the other handed on in their order."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path

from drafter.errors import DrafterError, UnreadableFile
from drafter.model.document import Document
from drafter.reading.files import read_file

WORTH = 24
"""From so many files on, other processes are worth their start."""
AHEAD = 8
"""Files that are read before they are asked for."""
Read = Document | tuple[str, str]
"""A plan, or the message and hint of why it cannot be read: errors do not travel between processes whole."""


def read_ahead(files: list[Path]) -> Iterator[tuple[Path, Document | DrafterError]]:
    """(file, plan or why not) in order; a file that ends its process is read here."""
    workers = 1 if getattr(sys, "frozen", False) else min(4, os.cpu_count() or 1)  # a frozen program is its own main
    if len(files) < WORTH or workers == 1:
        for path in files:
            yield path, _error_or_plan(_read(path))
        return
    left = deque(files)
    reading: deque[tuple[Path, Future[Read] | None]] = deque()
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"))
    try:
        while left or reading:
            while left and len(reading) < AHEAD * workers:
                path = left.popleft()
                reading.append((path, _begun(pool, path)))
            path, future = reading.popleft()
            yield path, _error_or_plan(_result(future, path))
    finally:
        pool.shutdown(cancel_futures=True)


def _begun(pool: ProcessPoolExecutor, path: Path) -> Future[Read] | None:
    with suppress(BrokenProcessPool):
        return pool.submit(_read, path)
    return None


def _result(future: Future[Read] | None, path: Path) -> Read:
    if future is not None:
        with suppress(BrokenProcessPool):
            return future.result()
    return _read(path)


def _read(path: Path) -> Read:
    try:
        return read_file(path)
    except DrafterError as error:
        return error.message, error.hint
    except OSError as error:
        return f"读不到 {path}：{error.strerror}。", "请检查文件是否还在。"


def _error_or_plan(found: Read) -> Document | DrafterError:
    return found if isinstance(found, Document) else UnreadableFile(*found)
