"""A draft put in its file, unless that file is no longer the one this program left or opened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from drafter.draftfile import save_draft
from drafter.errors import ChangedOnDisk
from drafter.model.draft import Draft


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file holds, as a fingerprint of its bytes."""

    digest: str


def stamp(path: Path) -> Stamp | None:
    """The fingerprint of a file; None where there is no file, or its folder cannot be reached."""
    try:
        return Stamp(hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        return None


def save(draft: Draft, path: Path, known: Stamp | None = None) -> Stamp | None:
    """Write a draft and answer with the fingerprint of its file.

    `known` is the fingerprint the file had when it was opened or last saved here: where it has another one now,
    nothing is written and ChangedOnDisk is raised. Without it, or where the file is gone, it is written in any case.
    Raises CannotWrite, and then the file that was there is still there.
    """
    if known is not None and (there := stamp(path)) is not None and there != known:
        raise ChangedOnDisk(
            f"{path.name} 在打开之后被别人改过，没有覆盖。",
            "可另存为新文件；也可以覆盖，磁盘上的那一份会先留作历史版本。",
        )
    save_draft(draft, path)
    return stamp(path)
