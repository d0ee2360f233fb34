"""A sign that a program is running: a file the system keeps locked until the process ends, however it ends."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Running:
    """The running program, under a name of its own, in a folder of this machine; raises OSError from there."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.id = folder, uuid4().hex
        self._path = _sign(folder, self.id)
        self._file = self._path.open("wb")
        _lock(self._file)

    def close(self) -> None:
        """Take the sign away."""
        self._file.close()
        self._path.unlink(missing_ok=True)


def is_running(folder: Path, program: str) -> bool:
    """Whether the program of this name still runs on this machine; the sign of one that ended is taken away."""
    path = _sign(folder, program)
    try:
        with path.open("r+b") as file:
            _lock(file)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    path.unlink(missing_ok=True)
    return False


def _sign(folder: Path, program: str) -> Path:
    return folder / f"{program}.running"
