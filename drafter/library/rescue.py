"""A damaged library file put aside, and what it can still tell of each plan: name, tags, note, correction."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from drafter.library.originals import Originals


@dataclass(frozen=True, slots=True)
class Kept:
    """An original, and what the damaged file still says of its plan; empty where it says nothing."""

    key: str
    file: Path
    name: str = ""
    added: str = ""
    note: str = ""
    tags: str = "[]"
    correction: bytes | None = None


def set_aside(path: Path) -> tuple[Path, list[Kept]]:
    """Where the damaged file is now, and everything there is to make the library again from."""
    known = _readable_rows(path)
    aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside, [Kept(key, file, *known.get(key, ())) for key, file in Originals(path).all()]


def _readable_rows(path: Path) -> dict[str, tuple[Any, ...]]:
    """What can still be read of every plan, one after the other, so that one torn page costs only its own plans."""
    found: dict[str, tuple[Any, ...]] = {}
    with suppress(sqlite3.DatabaseError, OSError):
        base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        with suppress(sqlite3.DatabaseError):
            (last,) = base.execute("SELECT max(id) FROM plan").fetchone()
            for number in range(1, (last or 0) + 1):
                with suppress(sqlite3.DatabaseError):
                    found |= _row(base, number)
        base.close()
    return found


def _row(base: sqlite3.Connection, number: int) -> dict[str, tuple[Any, ...]]:
    row = base.execute("SELECT key, name, added, note, tags FROM plan WHERE id = ?", (number,)).fetchone()
    if row is None:
        return {}
    correction = None
    with suppress(sqlite3.DatabaseError, TypeError):
        (correction,) = base.execute("SELECT correction FROM reading WHERE plan = ?", (number,)).fetchone()
    return {row[0]: (*row[1:], correction)}
