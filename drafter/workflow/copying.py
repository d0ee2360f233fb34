"""What of a draft stands to the letter in any plan of the library, by an index kept beside the library's file."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from drafter.comparing.copies import Copy, CopyIndex, build_index, document_key, lines, open_index
from drafter.comparing.overlap import Share, length_covered, shares
from drafter.library.interface import Library
from drafter.model.document import Document
from drafter.model.walk import Shown, blank


@dataclass(frozen=True, slots=True)
class Copied:
    """How much of one section of a draft (its own lines) stands in one plan of the library, and the longest run.

    `places` is how many times that run stands in the library.
    """

    section: str
    key: str
    characters: int
    copied: int
    longest: str
    places: int = 1


class LibraryCopies:
    """The index of a library; what a paragraph has in common is remembered by its text."""

    def __init__(self, index: CopyIndex) -> None:
        self._index = index
        self._of = lru_cache(maxsize=20_000)(index.copies)
        self._count = lru_cache(maxsize=20_000)(index.count)

    def copied(self, document: Document, shown: Shown = blank) -> tuple[Copied, ...]:
        """By section in reading order, then by plan, the one with most of the section first."""
        by_section: dict[str, list[tuple[str, tuple[Copy, ...]]]] = defaultdict(list)
        for line in lines(document, shown):
            by_section[line.section].append((line.key, self._of(line.key)))
        return tuple(one for section, found in by_section.items() for one in self._in_section(section, found))

    def shares(self, document: Document, shown: Shown = blank) -> tuple[Share, ...]:
        """How much of the whole draft, then of every section, stands in the library or where it was picked from."""
        text = lines(document, shown)
        return shares(text, [self._of(line.key) for line in text])

    def _in_section(self, section: str, found: list[tuple[str, tuple[Copy, ...]]]) -> list[Copied]:
        characters = sum(len(text) for text, _ in found)
        copied: dict[int, int] = defaultdict(int)
        longest: dict[int, str] = defaultdict(str)
        for text, copies in found:
            for number in {copy.document for copy in copies}:
                mine = [copy for copy in copies if copy.document == number]
                copied[number] += length_covered(mine)
                longest[number] = max([longest[number], *(text[one.start : one.end] for one in mine)], key=len)
        names, count = self._index.names, self._count
        rows = [Copied(section, names[n], characters, copied[n], longest[n], count(longest[n])) for n in copied]
        return sorted(rows, key=lambda row: -row.copied)


def library_copies(library: Library) -> LibraryCopies:
    """The index of all plans of a library: the kept one where it has the same plans, else a new one, which is kept."""
    path = library.path.with_suffix(".copies")
    kept = _kept(path)
    wanted = sorted(entry.key for entry in library.entries())
    if kept and list(kept.names) == wanted:
        return LibraryCopies(kept)
    known = {name: number for number, name in enumerate(kept.names)} if kept else {}
    index = build_index(
        (key, kept.text(known[key]) if kept and key in known else document_key(library.document(key))) for key in wanted
    )
    with suppress(OSError):  # a full disk or a file in use costs the time of building it anew, nothing else
        new = path.with_suffix(".copies-new")
        index.save(new)
        new.replace(path)
    return LibraryCopies(index)


def _kept(path: Path) -> CopyIndex | None:
    try:
        return open_index(path)
    except (OSError, ValueError, KeyError):
        return None
