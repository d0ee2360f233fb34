"""Sections that say nearly the same as a text: found by its rarest character pairs, then compared pair by pair.

How rare a pair is, is asked of the index itself, counted only up to a bound, so nothing beside the index is kept.
Sections with most of the rare pairs are the candidates; where all pairs are common, longer stretches take their place.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from heapq import nlargest, nsmallest
from typing import Protocol

from drafter.library.entry import Entry, Hit, Marks, Similar
from drafter.library.grams import folded, grams
from drafter.library.snippet import snippet

COMMON = 150
"""A pair in so many sections says nothing of what a section is about; counting ends there."""
ASKED = 8
"""So many of a text's rarest pairs are looked for."""
COMPARED = 40
"""So many sections found by them are compared in full."""
LOOKED_UP = 80
"""So many different pairs of a text are counted."""
FAINT = 0.12
"""Sections less alike than this are not told."""
SAME = 0.8
"""Two sections that share so many pairs are one text, told once."""
SHARED = 5
"""So many terms are given as the reason."""
RUN = 4
"""Characters of the shortest stretch that is lit as said by both."""


STRETCH = 6
"""Characters of the stretches that are looked for where all pairs are common."""
SAMPLE = 24
"""So many pairs of a section, those with the smallest hash, stand for all of them."""


class Found(Protocol):
    """A section with its plan."""

    @property
    def entry(self) -> Entry: ...  # noqa: D102
    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> str: ...  # noqa: D102


Row = tuple[float, Found, frozenset[str]]
"""How alike a section is, the section, its pairs."""


class Sections(Protocol):
    """What must be known of a library."""

    def holding(self, word: str, most: int) -> list[int]:
        """The numbers of sections that hold a word, at most so many."""
        ...

    def sections(self, numbers: list[int]) -> Mapping[int, Found]:
        """The sections with these numbers."""
        ...


def similar(library: Sections, text: str, most: int, without: str) -> tuple[Similar, ...]:
    """The sections most alike, best first; one that repeats another is told with it."""
    held = _held(library, text)
    weights = {pair: math.log(2 * COMMON / len(numbers)) for pair, numbers in held.items() if numbers}
    ours = frozenset(grams(text))
    told: list[Row] = []
    for one in library.sections(_candidates(library, text, held)).values():
        theirs = frozenset(grams(one.body or one.title))
        score = _alike(ours, theirs, weights)
        if score >= FAINT and one.entry.key != without:
            told.append((score, one, theirs))
    told.sort(key=lambda row: -row[0])
    ours_by_length = {least: _stretches(text, least) for least in (2, 3, RUN)}
    return tuple(_told(ours_by_length, group, weights) for group in _grouped(told, most))


def _held(library: Sections, text: str) -> dict[str, list[int]]:
    """Pairs of a text, and the sections that hold each."""
    pairs = [pair for pair in dict.fromkeys(grams(text)) if len(pair) == 2 and pair.isalnum()]
    step = math.ceil(len(pairs) / LOOKED_UP) or 1
    return {pair: library.holding(pair, COMMON) for pair in pairs[::step]}


def _candidates(library: Sections, text: str, held: dict[str, list[int]]) -> list[int]:
    """The sections with most of the rarest terms, each counted by how rare it is."""
    terms = {pair: numbers for pair, numbers in held.items() if 0 < len(numbers) < COMMON}
    if len(terms) < ASKED:
        key = folded(text)
        step = max(STRETCH, len(key) // (2 * ASKED))
        for start in range(0, max(1, len(key) - STRETCH), step):
            stretch = key[start : start + STRETCH]
            terms[stretch] = library.holding(stretch, COMMON)
    rarest = sorted(filter(None, terms.values()), key=len)[: 2 * ASKED]
    votes: defaultdict[int, float] = defaultdict(float)
    for numbers in rarest:
        worth = math.log(2 * COMMON / len(numbers))
        for number in numbers:
            votes[number] += worth
    return nlargest(COMPARED, votes, key=lambda number: votes[number])


def _alike(ours: frozenset[str], theirs: frozenset[str], weights: dict[str, float]) -> float:
    """Shared pairs by their weight, against the geometric mean of all that both have (cosine)."""
    shared = sum(weights.get(pair, 0.7) ** 2 for pair in ours & theirs)
    one, other = (sum(weights.get(pair, 0.7) ** 2 for pair in side) for side in (ours, theirs))
    return shared / math.sqrt(one * other) if one and other else 0.0


def _grouped(rows: list[Row], most: int) -> list[list[Row]]:
    """Rows that repeat an earlier one stand with it; a sample of the pairs tells at once which do not."""
    groups: list[tuple[list[Row], frozenset[str]]] = []
    for row in rows:
        few = frozenset(nsmallest(SAMPLE, row[2], key=hash))
        for group, sample in groups:
            if len(few & sample) >= SAMPLE // 2 and _same(group[0][2], row[2]):
                group.append(row)
                break
        else:
            groups.append(([row], few))
    return [group for group, _ in groups[:most]]


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= SAME * (len(one) + len(other) - shared)


def _told(ours: dict[int, frozenset[str]], group: list[Row], weights: dict[str, float]) -> Similar:
    score, one, _ = group[0]
    marks = common_stretches(ours[RUN], one.body, RUN)
    shared = _terms(ours[3], one.body, weights, 3) or _terms(ours[2], one.body, weights, 2)
    same = tuple(_hit(row[1], shared) for row in group[1:])
    return Similar(one.entry, one.path, one.title, one.body, round(score, 3), shared, marks, same)


def _terms(ours: frozenset[str], body: str, weights: dict[str, float], least: int) -> tuple[str, ...]:
    """The stretches of at least so many characters that both texts have, those that say most first."""
    terms = {body[start:end] for start, end in common_stretches(ours, body, least)}
    return tuple(sorted(terms, key=_worth(weights))[:SHARED])


def _worth(weights: dict[str, float]) -> Callable[[str], float]:
    """Terms that say most first; a long stretch counts by its rarest pairs, not by its length."""

    def worth(term: str) -> float:
        said = sorted((weights.get(pair, 0.0) for pair in grams(term)[:-1]), reverse=True)
        return -sum(said[:2])

    return worth


def _hit(one: Found, shared: tuple[str, ...]) -> Hit:
    return Hit(one.entry, one.path, one.title, *snippet(one.title, one.body, tuple(folded(term) for term in shared)))


def _stretches(text: str, length: int) -> frozenset[str]:
    """All stretches of a text of one length, without marks."""
    return frozenset(text[i : i + length] for i in range(len(text) - length + 1) if text[i : i + length].isalnum())


def common_stretches(ours: frozenset[str], other: str, length: int) -> Marks:
    """The stretches of a text made of those in `ours`, which have one length."""
    marks: list[tuple[int, int]] = []
    for start in range(len(other) - length + 1):
        if other[start : start + length] in ours:
            if marks and marks[-1][1] > start:
                marks[-1] = (marks[-1][0], start + length)
            else:
                marks.append((start, start + length))
    return tuple(marks)
