"""The names that only one place's plans in the library have, kept beside the library plan by plan."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import Any

from drafter.adapting.knowledge import Knowledge
from drafter.adapting.rarity import PlanText, plan_text, rare_names
from drafter.library.entry import Entry
from drafter.library.interface import Library
from drafter.model.walk import passages, text_of
from drafter.workflow.given import knowledge

_VERSION = 1
"""Raised whenever names are told by other rules; what older rules told is read again."""


def learn_names(library: Library, seconds: float | None = None) -> bool:
    """Whether every plan of the library is read for its names; reads on for so many seconds, by default to the end.

    What was read of a plan is kept in a file beside the library, so that a new plan costs its own reading only.
    """
    return _of(library.path).learn(library, seconds)


def with_library(library: Library) -> Knowledge:
    """The knowledge, and the names that only one place's plans have; without these until all plans have been read."""
    return _of(library.path).knowledge(library)


@lru_cache(maxsize=4)
def _of(path: Path) -> _Names:
    return _Names(path.with_suffix(".names"))


def _stamp(entry: Entry) -> str:
    """What of an entry tells that its text is the one that was read."""
    return f"{entry.key} {entry.region} {entry.characters} {entry.corrected} {entry.reader}"


class _Names:
    """What was read of each plan, by its stamp."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._plans: dict[str, PlanText] | None = None
        self._unsaved = False
        self._found: tuple[Knowledge, tuple[str, ...], Knowledge] | None = None

    def learn(self, library: Library, seconds: float | None) -> bool:
        end = None if seconds is None else monotonic() + seconds
        entries = library.entries()
        with self._lock:
            plans = self._known()
            for entry in entries:
                if _stamp(entry) in plans:
                    continue
                if end is not None and monotonic() > end:
                    return False
                document = library.document(entry.key)
                text = "\n".join(text_of(one.spans) for one in passages(document))
                plans[_stamp(entry)] = plan_text(document.region, text, knowledge().common)
                self._unsaved = True
            self._save({_stamp(entry) for entry in entries})
        return True

    def knowledge(self, library: Library) -> Knowledge:
        stamps = tuple(sorted(_stamp(entry) for entry in library.entries()))
        known = knowledge()
        with self._lock:
            plans = self._known()
            if any(stamp not in plans for stamp in stamps):
                return known
            if self._found is None or self._found[0] is not known or self._found[1] != stamps:
                rare = rare_names([plans[stamp] for stamp in stamps], known.gazetteer)
                self._found = known, stamps, replace(known, names=known.names.with_names(rare))
            return self._found[2]

    def _known(self) -> dict[str, PlanText]:
        if self._plans is None:
            self._plans = _read(self._path)
        return self._plans

    def _save(self, wanted: set[str]) -> None:
        plans = self._known()
        if not self._unsaved:
            return
        for gone in plans.keys() - wanted:
            del plans[gone]
        self._unsaved = False
        with suppress(OSError):  # a full disk or a read-only folder costs reading the plans anew, nothing else
            new = self._path.with_suffix(".names-new")
            new.write_bytes(_packed(plans.items()))
            new.replace(self._path)


def _made_by() -> list[int]:
    """What the names of a plan depend on beside its text."""
    return [_VERSION, zlib.crc32("\n".join(sorted(knowledge().common)).encode())]


def _packed(plans: Iterable[tuple[str, PlanText]]) -> bytes:
    rows = {stamp: [plan.region, plan.text, plan.names] for stamp, plan in plans}
    return json.dumps({"made_by": _made_by(), "plans": rows}, ensure_ascii=False).encode(errors="surrogatepass")


def _read(path: Path) -> dict[str, PlanText]:
    try:
        data: Any = json.loads(path.read_bytes().decode(errors="surrogatepass"))
        if data["made_by"] != _made_by():
            return {}
        return {
            stamp: PlanText(region, text, tuple((name, kind) for name, kind in names))
            for stamp, (region, text, names) in data["plans"].items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}
