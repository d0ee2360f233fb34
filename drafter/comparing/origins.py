"""What was taken from others into a draft, and how much of it still stands there as it was."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.comparing.copies import build_index, key_of
from drafter.comparing.overlap import length_covered
from drafter.model.document import Document, Source
from drafter.model.walk import Shown, blank, passages, text_of

SHORTEST = 5
"""Characters in a row that must be the same to count as kept."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What one section of the draft has from one section of a plan: characters taken, and those kept."""

    section: str
    source: Source
    taken: int
    kept: int

    @property
    def part(self) -> float:
        """How much of it is kept, 0 to 1."""
        return self.kept / self.taken if self.taken else 0.0


def origins(document: Document, shown: Shown = blank) -> tuple[Origin, ...]:
    """One entry for every section of a draft and every section of a plan it was taken from, in reading order."""
    found: dict[tuple[str, str, str, str], Origin] = {}
    for passage in passages(document):
        source = passage.source
        if source is None:
            continue
        before, now = key_of(source.text), key_of(text_of(passage.spans, shown))
        key = passage.section, source.key, source.document, source.section
        old = found.get(key, Origin(passage.section, source, 0, 0))
        found[key] = Origin(old.section, old.source, old.taken + len(before), old.kept + kept(before, now))
    return tuple(found.values())


def kept(before: str, now: str) -> int:
    """How many characters of a key still stand in another, in runs of at least five."""
    if before == now:
        return len(before)
    return length_covered(build_index([("", now)], SHORTEST).copies(before))
