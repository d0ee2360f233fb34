"""Words of the library that may be meant: those that sound like what was typed, and those a character away."""

from __future__ import annotations

from typing import Protocol

from drafter.library.grams import folded
from drafter.text.pinyin import characters_of, spellings

LONGEST = 8
"""Syllables of the longest word that is looked for by its sound."""
COUNTED = 100
KEPT = 12
"""So many beginnings of a word, the most common ones, are followed further."""


class Counting(Protocol):
    """What must be known of a library."""

    def holding(self, word: str, most: int) -> list[int]:
        """The numbers of sections that hold a word, at most so many."""
        ...


def suggest(library: Counting, typed: str, most: int) -> tuple[str, ...]:
    """The words that may be meant, most like what was typed first, the common ones before the rare."""
    word = folded(typed)
    found: dict[str, int] = {}
    for sounds in spellings(word):
        if 2 <= len(sounds) <= LONGEST:
            found |= _sounding(library, sounds)
    if not word.isascii():
        found |= _without_one(library, word)
    found.pop(word, None)
    ranked = sorted(found, key=lambda one: (-_same(one, word), -found[one]))
    return tuple(ranked[:most])


def _sounding(library: Counting, sounds: tuple[str, ...]) -> dict[str, int]:
    """Words of the library with these sounds, and in how many sections they are, built character by character."""
    begun = dict.fromkeys(characters_of(sounds[0]), 1)
    for sound in sounds[1:]:
        pairs = {one[-1] + last for one in begun for last in characters_of(sound)}
        there = {pair for pair in pairs if library.holding(pair, 1)}
        longer = [one + pair[1] for one in begun for pair in there if pair[0] == one[-1]]
        counted = {one: len(library.holding(one, COUNTED)) for one in longer}
        begun = dict(sorted(((one, n) for one, n in counted.items() if n), key=lambda pair: -pair[1])[:KEPT])
    return begun


def _without_one(library: Counting, word: str) -> dict[str, int]:
    """What is left of a word without one of its characters, where the library has that."""
    if not 3 <= len(word) <= LONGEST:
        return {}
    shorter = {word[:n] + word[n + 1 :] for n in range(len(word))}
    counts = {one: len(library.holding(one, COUNTED)) for one in shorter}
    return {one: n for one, n in counts.items() if n}


def _same(one: str, other: str) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))
