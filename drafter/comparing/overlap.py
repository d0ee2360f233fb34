"""Which passages of a plan stand to the letter in others: whose they are, how much of each section and of the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from drafter.comparing.copies import Copy, Line, build_index, lines
from drafter.model.document import Document

SHORTEST = 13
"""Characters from which on two plans are said to share a run; shorter ones are phrases everybody uses."""
_PLACES = 4
"""Places of the other plan that are looked at for one passage."""


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in two plans: where they stand in each (section path), and the words without marks and spaces."""

    section: str
    other_section: str
    text: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the characters of a section with all below it (path "" is the whole plan) stand elsewhere."""

    section: str
    characters: int
    copied: int

    @property
    def part(self) -> float:
        """From 0 to 1."""
        return self.copied / self.characters if self.characters else 0.0


@dataclass(frozen=True, slots=True)
class Overlap:
    """What plan number `one` has to the letter from `other`: every run, the longest first, and each section's share."""

    one: int
    other: int
    runs: tuple[Run, ...]
    shares: tuple[Share, ...]

    @property
    def whole(self) -> Share:
        """The share of the whole plan."""
        return self.shares[0]


def overlaps(plans: Sequence[Document], shortest: int = SHORTEST) -> Iterator[Overlap]:
    """The overlap of every plan with every other, both ways, one after the other."""
    texts = [lines(plan) for plan in plans]
    begins = [(0, *accumulate(len(line.key) + 1 for line in text)) for text in texts]
    keys = ("".join(f"{line.key}\n" for line in text) for text in texts)
    indexes = [build_index([("", key)], shortest, _PLACES) for key in keys]
    for one, text in enumerate(texts):
        for other, index in enumerate(indexes):
            if other != one:
                copies = [index.copies(line.key) for line in text]
                runs = _runs(text, copies, texts[other], begins[other])
                yield Overlap(one, other, runs, shares(text, copies))


def _runs(
    text: tuple[Line, ...], copies: Sequence[Sequence[Copy]], other: tuple[Line, ...], begins: tuple[int, ...]
) -> tuple[Run, ...]:
    """The runs, the longest first; one inside another is told once."""
    found: list[Run] = []
    for line, mine in zip(text, copies, strict=True):
        reached = 0
        for copy in mine:
            if copy.end > reached:
                reached = copy.end
                there = other[bisect_right(begins, copy.position) - 1]
                found.append(Run(line.section, there.section, line.key[copy.start : copy.end]))
    return tuple(sorted(found, key=lambda run: -len(run.text)))


def shares(text: Sequence[Line], copies: Sequence[Iterable[Copy]]) -> tuple[Share, ...]:
    """The share of the whole plan, then of every section in reading order."""
    all_of: dict[str, int] = defaultdict(int, {"": 0})
    copied: dict[str, int] = defaultdict(int)
    for line, mine in zip(text, copies, strict=True):
        covered = length_covered(mine)
        for path in _upwards(line.section):
            all_of[path] += len(line.key)
            copied[path] += covered
    return tuple(Share(path, all_of[path], copied[path]) for path in all_of)


def length_covered(copies: Iterable[Copy]) -> int:
    """How many characters lie in at least one of the copies (ordered by their start)."""
    total = reached = 0
    for copy in copies:
        total += max(0, copy.end - max(copy.start, reached))
        reached = max(reached, copy.end)
    return total


def _upwards(path: str) -> Iterable[str]:
    """The whole, then the sections a path goes through: "", 二, 二/（一）."""
    yield ""
    position = path.find("/")
    while position >= 0:
        yield path[:position]
        position = path.find("/", position + 1)
    if path:
        yield path
