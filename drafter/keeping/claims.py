"""Who has a draft open: a small file beside it, as office programs leave one, kept fresh while the draft is open."""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drafter.keeping.running import Running, is_running

FRESH = 120.0
"""For how many seconds a claim from another machine holds after it was last refreshed."""
REFRESH = 30.0
"""How often, in seconds, a claim is to be refreshed."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whoever has a draft open: the person's name on the system, the machine, and since when."""

    person: str
    machine: str
    since: datetime
    program: str

    def __str__(self) -> str:
        return f"{self.person}（{self.machine}），{self.since.astimezone():%m月%d日 %H:%M} 起"


class Claim:
    """The claim of this program on one draft file; `holder` says who else has it, None where it is ours.

    Where the folder cannot be written there can be no claim, and none is needed: the draft cannot be saved there.
    """

    def __init__(self, path: Path, running: Running) -> None:
        self.path = path
        self._file = path.with_name(f"~${path.name}.open")
        self._running = running
        self._own = Holder(_person(), platform.node(), datetime.now(UTC).replace(microsecond=0), running.id)
        self.holder = self._take()

    def take_over(self) -> None:
        """Claim the draft whoever has it; for a planner who knows that the other is gone."""
        with suppress(OSError):
            self._write("wb")
        self.holder = None

    def refresh(self) -> None:
        """Say that the draft is still open here."""
        if self.holder is None:
            with suppress(OSError):
                os.utime(self._file)

    def release(self) -> None:
        """The draft is no longer open here."""
        if self.holder is None and (there := _read(self._file)) and there.program == self._own.program:
            with suppress(OSError):
                self._file.unlink()

    def _take(self) -> Holder | None:
        try:
            self._write("xb")
        except FileExistsError:
            there = _read(self._file)
            if there is not None and there.program != self._own.program and self._is_there(there):
                return there
            self.take_over()
        except OSError:
            pass
        return None

    def _is_there(self, other: Holder) -> bool:
        if other.machine == self._own.machine:
            return is_running(self._running.folder, other.program)
        return self._age() < FRESH

    def _age(self) -> float:
        """Seconds since the claim was refreshed, by the clock of the disk it is on and not by this machine's."""
        probe = self._file.with_name(f"{self._file.name}.{self._running.id}")
        try:
            probe.touch()
            return probe.stat().st_mtime - self._file.stat().st_mtime
        except OSError:
            return 0.0
        finally:
            probe.unlink(missing_ok=True)

    def _write(self, mode: str) -> None:
        own = self._own
        about = {"person": own.person, "machine": own.machine, "since": own.since.isoformat(), "program": own.program}
        with self._file.open(mode) as file:
            file.write(json.dumps(about).encode())


def _read(file: Path) -> Holder | None:
    """Who a claim names; None where it cannot be read as one."""
    try:
        about = json.loads(file.read_bytes())
        words = [str(about[name]) for name in ("person", "machine", "program")]
        return Holder(words[0], words[1], datetime.fromisoformat(about["since"]), words[2])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system without accounts
        return "未知用户"
