"""What was not saved yet when the program ended unasked: written every few seconds, offered once it is back.

One file a draft and running program, in the user's data folder. It goes once the draft is saved or given up.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drafter.draftfile import draft_bytes, make_folder, read_draft, write_whole
from drafter.errors import UnreadableFile
from drafter.keeping.running import Running, is_running
from drafter.keeping.saved import Stamp
from drafter.model.draft import Draft

_SUFFIX = ".recovery"


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A draft left behind: `path` is the file it belongs to, None where it was in none yet; `file` holds it now.

    `known` is the fingerprint that file had when this program last opened or saved it.
    """

    file: Path
    path: Path | None
    known: Stamp | None
    time: datetime
    draft: Draft


class Recovery:
    """What this program would leave behind."""

    def __init__(self, folder: Path, running: Running) -> None:
        self._folder, self._running = folder, running

    def note(self, draft: Draft, path: Path | None, known: Stamp | None = None) -> None:
        """Write down a draft as it stands; raises CannotWrite."""
        make_folder(self._folder)
        about = {
            "path": str(path) if path else None,
            "known": known.digest if known else None,
            "time": datetime.now(UTC).isoformat(),
        }
        head = json.dumps(about, ensure_ascii=True).encode()
        write_whole(self._file(draft), head + b"\n" + draft_bytes(draft))

    def forget(self, draft: Draft) -> None:
        """The draft is saved or given up."""
        discard(self._file(draft))

    def _file(self, draft: Draft) -> Path:
        return self._folder / f"{self._running.id}-{draft.key or 'draft'}{_SUFFIX}"


def abandoned(folder: Path, running: Path) -> tuple[Recoverable, ...]:
    """What programs that no longer run left behind, the newest first; what cannot be read is left where it is."""
    found: list[Recoverable] = []
    for file in folder.glob(f"*{_SUFFIX}") if folder.is_dir() else ():
        if is_running(running, file.name.partition("-")[0]):
            continue
        with suppress(OSError, ValueError, KeyError, TypeError, UnreadableFile):
            found.append(_recoverable(file))
    return tuple(sorted(found, key=lambda one: one.time, reverse=True))


def discard(file: Path) -> None:
    """Take away what was left behind, once it is saved or given up."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _recoverable(file: Path) -> Recoverable:
    head, _, draft = file.read_bytes().partition(b"\n")
    about = json.loads(head)
    path = Path(about["path"]) if about["path"] else None
    known = Stamp(str(about["known"])) if about["known"] else None
    return Recoverable(file, path, known, datetime.fromisoformat(about["time"]), read_draft(draft, file))
