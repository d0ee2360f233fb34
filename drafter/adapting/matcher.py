"""Many names looked for at once: an Aho–Corasick automaton, built on first use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

_SURROGATE = re.compile("[\ud800-\udfff]")

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Matcher:
    """Names of two characters and more, and where a text has them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(sorted({name for name in names if len(name) >= 2}))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self._names, implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, name) of every name, also inside another: by start, the longest first."""
        try:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, as broken files and the clipboard bring them
            found = self._automaton.find_matches_as_indexes(_SURROGATE.sub("?", text), overlapping=True)
        names = self._names
        in_order = sorted([(start, -end, index) for index, start, end in found])
        return [(start, -end, names[index]) for start, end, index in in_order]

    def longest(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, name) of the names that do not overlap, left to right, at each spot the longest."""
        found: list[tuple[int, int, str]] = []
        for one in self.find(text):
            if not found or one[0] >= found[-1][1]:
                found.append(one)
        return found
