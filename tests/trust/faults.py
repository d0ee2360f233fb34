"""A disk that is full, broken or loses its power at every writing call in turn: what was there opens whole after it.

    python -m tests.trust.faults

The C file beside this one is compiled and loaded before the C library, so that SQLite's own calls fail too. Each trial
is a forked program that saves, notes, imports and exports; it may be told so (DrafterError), nothing else.
"""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
import tempfile
import traceback
from contextlib import closing, suppress
from pathlib import Path

from drafter import workflow
from drafter.draftfile import open_draft
from drafter.errors import DrafterError
from drafter.keeping.desk import Desk
from drafter.keeping.saved import stamp
from drafter.library.store import SqliteLibrary as Library
from drafter.model.document import Document
from tests.trust.kills import Promised, faults, grown, number_of

ONCE, EVER_AFTER, POWER = 0, 1, 2
TRIALS = ((ONCE, errno.EIO), (EVER_AFTER, errno.ENOSPC), (POWER, 0))
POWER_LOST = 99
"""The exit code of a program whose power went."""


def compiled(folder: Path) -> Path:
    """The library that lets calls fail; raises FileNotFoundError where there is no compiler."""
    made = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"], check=True, capture_output=True)
    return made


def job(folder: Path, number: int) -> None:
    """One of each thing that writes. Each may fail; what the program goes on with must not."""
    draft, path = grown(number), folder / "稿.draft.json"
    with suppress(DrafterError):
        desk = Desk(folder / "user")
        with suppress(DrafterError):
            desk.recovery.note(draft, path, stamp(path))
        with suppress(DrafterError):
            desk.save(draft, path, stamp(path))
    with suppress(DrafterError), closing(Library(folder / "library.db")) as library:
        for one in range(2):
            with suppress(DrafterError):
                title = (f"第{number + one}号方案",)
                library.add(Document(title=title, sections=draft.document.sections), "a.txt", b"x")
        with suppress(DrafterError):
            library.remove(library.entries()[0].key)
    with suppress(DrafterError):
        workflow.export(draft, folder / f"{number}.docx")


def prepared() -> Path:
    """A folder in which everything is there once already."""
    folder = Path(tempfile.mkdtemp(prefix="drafter-faults-"))
    job(folder, 1)
    return folder


def trial(at: int, mode: int, number: int) -> tuple[int, list[str]]:
    """How many writing calls a job made, and every fault, where call `at` goes wrong (0: none)."""
    folder = prepared()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            fault = ctypes.CDLL(None).drafter_fault
            fault(str(folder).encode(), at, mode, number)
            job(folder, 2)
            os.write(writer, str(fault(b"", 0, 0, 0)).encode())
            status = 0
        except BaseException:  # noqa: BLE001 - told to the parent
            ctypes.CDLL(None).drafter_fault(b"", 0, 0, 0)
            os.write(writer, traceback.format_exc().encode())
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    _, ended = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(ended)
    found = [] if status in (0, POWER_LOST) else [f"ended with {status}: {said}"]
    number_there = number_of(open_draft(folder / "稿.draft.json"))
    if number_there not in (1, 2):
        found.append(f"the draft is number {number_there}")
    found += faults(folder, 1, Promised())
    subprocess.run(["rm", "-r", folder], check=True)
    return (int(said) if status == 0 else 0), found


def every_call(step: int = 1) -> tuple[int, list[str]]:
    """How many trials there were and every fault they brought to light; `step` takes only every so many-th call."""
    calls, found = trial(0, ONCE, 0)
    trials = 0
    for mode, number in TRIALS:
        for at in range(1, calls + 1, step):
            trials += 1
            found += [f"call {at}, mode {mode}: {fault}" for fault in trial(at, mode, number)[1]]
    return trials, found


def main() -> int:
    if len(sys.argv) < 2:
        made = compiled(Path(tempfile.mkdtemp(prefix="drafter-faults-")))
        command = [sys.executable, "-m", "tests.trust.faults", "1"]
        return subprocess.run(command, env={**os.environ, "LD_PRELOAD": str(made)}, check=False).returncode
    trials, found = every_call(int(sys.argv[1]))
    print("\n".join(found) or "no fault")
    print(f"{trials} trials, {len(found)} faults")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
