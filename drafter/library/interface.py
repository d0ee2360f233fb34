"""What a library does, wherever it is kept: a file of one's own, a read-only one on a share, a server of a province."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from drafter.library.entry import Entry, Hit, Similar
from drafter.model.document import Document


@dataclass(frozen=True, slots=True)
class Given:
    """What others know and a library uses, asked for on first use.

    `groups` are names that mean the same (of agencies); `level` tells the level of government of a place.
    """

    groups: Callable[[], Iterable[tuple[str, ...]]] = tuple
    level: Callable[[str], str] = lambda _: ""
    reader: int = 0


class Library(Protocol):
    """Plans with their originals, and every section found by any fragment of it. Every change is one transaction.

    Safe to use from several threads. What cannot be done is a DrafterError; a plan that is not there is NotFound;
    every change of a read-only library is refused with CannotWrite.
    """

    @property
    def path(self) -> Path:
        """Where it is; what is worked out from it may be kept beside this."""
        ...

    @property
    def is_new(self) -> bool:
        """Whether it was empty, and just made, when it was opened."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether nothing can be added."""
        ...

    @property
    def mended(self) -> str:
        """What was repaired when it was opened, in one sentence, or ""."""
        ...

    def close(self) -> None:
        """Let it go."""
        ...

    def damage(self) -> str | None:
        """What is wrong with it; None where it is whole."""
        ...

    def entries(self) -> tuple[Entry, ...]:
        """Every plan, by place, then newest first."""
        ...

    def entry(self, key: str) -> Entry:
        """The plan with this key."""
        ...

    def document(self, key: str) -> Document:
        """A plan as it was corrected, else as it was read."""
        ...

    def reading(self, key: str) -> Document:
        """A plan as it was read, whatever was corrected since."""
        ...

    @property
    def count(self) -> int:
        """How many plans there are."""
        ...

    def original(self, key: str) -> Path:
        """The file a plan came from, to be read only."""
        ...

    def add(self, document: Document, name: str, original: bytes) -> Entry:
        """The entry of a plan put in; the same text twice is the old entry, also in another format."""
        ...

    def correct(self, key: str, document: Document) -> Entry:
        """The entry of a plan from now on in a corrected form; its reading is kept beside it.

        The reading itself as the correction takes every correction back.
        """
        ...

    def reread(self, key: str, document: Document) -> Entry:
        """The entry of a plan whose file was read anew; a correction stays what opens and is found."""
        ...

    def remove(self, key: str) -> None:
        """Take a plan out, with all that is known of it."""
        ...

    def clear(self) -> None:
        """Take every plan out."""
        ...

    def tag(self, key: str, tags: Iterable[str]) -> Entry:
        """The entry with these tags and no others."""
        ...

    def set_note(self, key: str, note: str) -> Entry:
        """The entry with this note."""
        ...

    def pending(self) -> tuple[Path, ...]:
        """The files an import that was interrupted has still to read."""
        ...

    def begin_import(self, paths: Iterable[Path]) -> None:
        """Note the files that are to be read."""
        ...

    def end_import(self, path: Path | None = None) -> None:
        """Note that a file was read, or that none is to be read any more."""
        ...

    def search(self, typed: str, most: int = 50) -> tuple[Hit, ...]:
        """The sections a query finds (see `query`), best first, at most `most`."""
        ...

    def suggest(self, typed: str, most: int = 3) -> tuple[str, ...]:
        """Words of the library that may be meant by what was typed: the same sound, or nearly the same characters."""
        ...

    def similar(self, text: str, most: int = 20, without: str = "") -> tuple[Similar, ...]:
        """The sections that say nearly the same as a text, best first; those of the plan `without` are left out."""
        ...
