"""What differs between two sequences, and between two texts: what stands alone in both is found first, then the rest.

The way is that of "patience" comparison (B. Cohen): items that occur once on either side are anchors that no
coincidence made, so the result reads as a person would have marked it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from drafter.text.bigrams import bigrams

COMPARED = 250_000
"""How many pairs of items a stretch without anchors may have to be compared item by item; a longer one is all new."""
PAIRED = 10_000
"""How many pairs of texts a stretch may have to be looked at for texts that were rewritten."""
ALIKE = 0.5
"""So much of their character pairs two texts share for one to be the other rewritten."""
_TOKEN = re.compile(r"[0-9０-９.,%％]+|[A-Za-z]+|.", re.DOTALL)


class Fate(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one fate."""

    fate: Fate
    text: str


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Index pairs (in old, in new) of equal items, ascending in both."""
    found: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        a, a_end, b, b_end = waiting.pop()
        while a < a_end and b < b_end and old[a] == new[b]:
            found.append((a, b))
            a, b = a + 1, b + 1
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
            found.append((a_end, b_end))
        if a == a_end or b == b_end:
            continue
        if anchors := _anchors(old, new, range(a, a_end), range(b, b_end)):
            found += anchors
            corners = [(a - 1, b - 1), *anchors, (a_end, b_end)]
            waiting += [(i + 1, k, j + 1, m) for (i, j), (k, m) in pairwise(corners)]
        elif (a_end - a) * (b_end - b) <= COMPARED:
            found += _item_by_item(old, new, range(a, a_end), range(b, b_end))
    return sorted(found)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], olds: range, news: range) -> list[tuple[int, int]]:
    """The longest ascending row of pairs of items that occur once on either side."""
    ours, theirs = _once(old, olds), _once(new, news)
    pairs = [(i, theirs[item]) for item, i in ours.items() if item in theirs]
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        ends[at : at + 1], tops[at : at + 1] = [j], [index]
        before.append(tops[at - 1] if at else -1)
    row: list[tuple[int, int]] = []
    index = tops[-1] if tops else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def _once(items: Sequence[Hashable], where: range) -> dict[Hashable, int]:
    """The items that occur once in a stretch, with their places, in order."""
    first: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for index in where:
        item = items[index]
        if item in first:
            again.add(item)
        else:
            first[item] = index
    return {item: index for item, index in first.items() if item not in again}


def _item_by_item(old: Sequence[Hashable], new: Sequence[Hashable], olds: range, news: range) -> list[tuple[int, int]]:
    blocks = SequenceMatcher(
        None, old[olds.start : olds.stop], new[news.start : news.stop], autojunk=False
    ).get_matching_blocks()
    return [
        (olds.start + block.a + step, news.start + block.b + step) for block in blocks for step in range(block.size)
    ]


def alike_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The ascending index pairs of texts alike, one the other rewritten, that share the most in all."""
    if not old or not new or len(old) * len(new) > PAIRED:
        return []
    ours, theirs = ([frozenset(bigrams(text)) for text in side] for side in (old, new))
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], _alike(ours[i], theirs[j]) + best[i + 1][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of their character pairs that two texts share; 0 where it is too small for the same text."""
    share = 2 * len(one & other) / (len(one) + len(other) or 1)
    return share if share >= ALIKE else 0.0


def tokens(text: str) -> list[str]:
    """A text in the smallest parts that are compared: a number, a Latin word, one character."""
    return _TOKEN.findall(text)


def pieces(old: str, new: str, cut: Callable[[str], list[str]] = tokens) -> tuple[Piece, ...]:
    """How one text became another: kept and removed pieces give the old, kept and added ones the new.

    `cut` parts a text into what is not torn apart. A single character that both happen to have between two changes
    is no piece of its own.
    """
    before, after = cut(old), cut(new)
    corners = [(-1, -1), *matches(before, after), (len(before), len(after))]
    row: list[Piece] = []
    for (i, j), (k, m) in pairwise(corners):
        _add(row, Fate.REMOVED, "".join(before[i + 1 : k]))
        _add(row, Fate.ADDED, "".join(after[j + 1 : m]))
        if k < len(before):
            _add(row, Fate.KEPT, before[k])
    return _without_islands(row)


def _add(row: list[Piece], fate: Fate, text: str) -> None:
    if text and row and row[-1].fate is fate:
        row[-1] = Piece(fate, row[-1].text + text)
    elif text:
        row.append(Piece(fate, text))


def _without_islands(row: list[Piece]) -> tuple[Piece, ...]:
    removed = added = ""
    joined: list[Piece] = []
    for index, piece in enumerate(row):
        island = piece.fate is Fate.KEPT and 0 < index < len(row) - 1 and len(piece.text) == 1 and piece.text.isalnum()
        if piece.fate is Fate.REMOVED or island:
            removed += piece.text
        if piece.fate is Fate.ADDED or island:
            added += piece.text
        if piece.fate is Fate.KEPT and not island:
            joined += [one for one in (Piece(Fate.REMOVED, removed), Piece(Fate.ADDED, added)) if one.text]
            removed = added = ""
            joined.append(piece)
    joined += [one for one in (Piece(Fate.REMOVED, removed), Piece(Fate.ADDED, added)) if one.text]
    return tuple(joined)
