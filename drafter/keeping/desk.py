"""What this running program keeps of the drafts it has open: one place for signs, claims, leavings and versions."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from drafter.draftfile import open_draft
from drafter.errors import CannotWrite, UnreadableFile
from drafter.keeping.claims import Claim
from drafter.keeping.recovery import Recoverable, Recovery, abandoned
from drafter.keeping.running import Running
from drafter.keeping.saved import Stamp, save, stamp
from drafter.keeping.versions import Versions
from drafter.model.draft import Draft


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft from a file, the fingerprint of that file, and the claim on it; `claim.holder` says who else has it."""

    draft: Draft
    path: Path
    known: Stamp | None
    claim: Claim


@dataclass(frozen=True, slots=True)
class Saved:
    """The fingerprint of the file a draft was saved in; `trouble` is why it did not become a version too."""

    known: Stamp | None
    trouble: CannotWrite | None = None


class Desk:
    """The user's folder as this program uses it; `trouble` says why a passing folder of the system stands in for it."""

    def __init__(self, folder: Path) -> None:
        self.trouble: CannotWrite | None = None
        try:
            self._running = Running(folder / "running")
        except OSError as error:
            self.trouble = CannotWrite(
                f"不能在 {folder} 中保存恢复文件和历史版本：{error.strerror}。", "草稿仍可编辑，请勤按 Ctrl+S。"
            )
            folder = Path(tempfile.mkdtemp(prefix="drafter-"))
            self._running = Running(folder / "running")
        self._folder = folder
        self.recovery = Recovery(folder / "recovery", self._running)

    def close(self) -> None:
        """The program ends as it should."""
        self._running.close()

    def open(self, path: Path) -> Opened:
        """A draft from a file, claimed for this program; raises UnreadableFile."""
        known = stamp(path)
        return Opened(keyed(open_draft(path)), path, known, Claim(path, self._running))

    def claim(self, path: Path) -> Claim:
        """The claim on a file that was just written."""
        return Claim(path, self._running)

    def save(self, draft: Draft, path: Path, known: Stamp | None = None) -> Saved:
        """Save a draft in a file, and as a version. Raises ChangedOnDisk and CannotWrite as `saved.save` does."""
        now = save(draft, path, known)
        try:
            self.versions(draft).keep(draft)
        except CannotWrite as trouble:
            return Saved(now, trouble)
        return Saved(now)

    def put_aside(self, path: Path) -> None:
        """Keep what a file holds as a version of its draft, before it is overwritten; rubbish is not kept."""
        try:
            there = keyed(open_draft(path))
        except UnreadableFile:
            return
        self.versions(there).keep(there)

    def versions(self, draft: Draft) -> Versions:
        """The versions of a draft."""
        return Versions(self._folder / "versions" / (draft.key or "draft"))

    def abandoned(self) -> tuple[Recoverable, ...]:
        """What programs that no longer run left behind, the newest first."""
        return abandoned(self._folder / "recovery", self._running.folder)


def keyed(draft: Draft) -> Draft:
    """The draft with a key of its own, which stays with it from now on."""
    return draft if draft.key else replace(draft, key=uuid4().hex)
