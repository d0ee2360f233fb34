"""Sections found in the SQLite file: by words, by any of some terms, by how common a term is."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from drafter.library.conditions import where_of
from drafter.library.entry import Entry, Hit
from drafter.library.grams import folded
from drafter.library.interface import Given
from drafter.library.matching import LONGEST, in_headings, is_long, match, phrase, stands_in
from drafter.library.query import Forms, Query, Word, forms_of, parse
from drafter.library.rows import COLUMNS, entry_from
from drafter.library.shelf import Shelf
from drafter.library.snippet import snippet

HEADING_WEIGHT = 4.0
"""How much more a hit in a heading counts than one in the text, for bm25."""
RANKED = 300
"""How many hits are ranked, those in headings and the last added first; so common words cost no more than others."""
LOOKED_AT = 500
"""How many sections, the last added first, are looked through for a single character before the index is asked."""
COMMON = 100
"""A character that so many of them hold is common."""
USUAL = 300
"""Characters of a usual section, for bm25."""
FEW = 200
"""So many plans are asked one by one; of more, those among all hits are taken."""


class Found(NamedTuple):
    """A section with its plan."""

    entry: Entry
    path: str
    title: str
    body: str


class Finder:
    """Finds in one open file; `shelf` must be told of changes."""

    def __init__(self, base: sqlite3.Connection, given: Given) -> None:
        self.shelf = Shelf()
        self._base, self._given = base, given

    @cached_property
    def forms(self) -> Forms:
        """The names that mean the same."""
        return forms_of(self._given.groups())

    def search(self, typed: str, most: int) -> tuple[Hit, ...]:
        """The sections a query finds, best first."""
        query = parse(typed, self.forms)
        self.shelf.refresh(self._base)
        if not query.wanted and not query.conditions:
            return ()
        found = self._best(query, most) if query.wanted else self._front(query, most)
        shown = tuple(form for word in query.wanted for form in word.forms)
        return tuple(
            Hit(one.entry, one.path, one.title, *snippet(one.title, one.body, shown)) for one in found.values()
        )

    def _best(self, query: Query, most: int) -> dict[int, Found]:
        ranked = self._ranked(query, max(RANKED, most))
        long = [word for word in query.wanted if is_long(word)]
        if not long:
            return self.sections(ranked[:most])
        whole = (
            (number, one) for number, one in self.sections(ranked).items()
            if all(stands_in(word, folded(one.title), folded(one.body)) for word in long)
        )  # fmt: skip
        return dict(islice(whole, most))

    def _ranked(self, query: Query, most: int) -> list[int]:
        """The numbers of sections, best first."""
        if query.conditions:
            numbers = self._allowed(query, most)
        else:
            anywhere = not any(word.scope or word.unwanted for word in query.words)
            headed = self._matching("heading", in_headings(query), most) if anywhere else []
            numbers = list(
                dict.fromkeys([*headed, *(self._newest(query, most) or self._matching("fragment", match(query), most))])
            )
        return self._by_bm25(numbers, query)

    def _matching(self, table: str, asked: str, most: int) -> list[int]:
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?"
        return [row[0] for row in self._base.execute(sql, (asked, most))]

    def _newest(self, query: Query, most: int) -> list[int]:
        """Sections with a single character that is common, from the newest; of the index that would be slow."""
        word, character = query.wanted[0], query.wanted[0].forms[0]
        if len(query.words) > 1 or len(character) > 1 or word.scope or most > RANKED:
            return []
        newest = self._base.execute("SELECT id, title, body FROM section ORDER BY id DESC LIMIT ?", (LOOKED_AT,))
        found = [number for number, title, body in newest if character in title or character in body]
        return found[:RANKED] if len(found) >= COMMON else []

    def _allowed(self, query: Query, most: int) -> list[int]:
        """Sections of the plans that are what they must be, the last added first: plan by plan where those are few."""
        plans = self._plans(query)
        found: list[int] = []
        if len(plans) <= FEW:
            asked = "SELECT rowid FROM fragment WHERE fragment MATCH ? AND rowid BETWEEN ? AND ?"
            for first, count in sorted(plans.values(), reverse=True):
                found += [row[0] for row in self._base.execute(asked, (match(query), first, first + count - 1))]
                if len(found) >= most:
                    break
            return found
        asked = "SELECT rowid FROM fragment WHERE fragment MATCH ? ORDER BY rowid DESC"
        plan = self.shelf.plan
        return list(
            islice((row[0] for row in self._base.execute(asked, (match(query),)) if plan(row[0]) in plans), most)
        )

    def _by_bm25(self, numbers: list[int], query: Query) -> list[int]:
        """The sections by bm25 (as FTS5 reckons it: k1 1.2, b 0.75), headings counting more, new plans more.

        How common a word is, is counted up to a bound; with one word it makes no difference.
        """
        words = [[form[:LONGEST] for form in word.forms] for word in query.wanted]
        worth = [self._rarity(word) if len(words) > 1 else 1.0 for word in query.wanted]
        rows: list[tuple[float, int]] = []
        weight = self.shelf.weight
        for number, title, body in self._texts(numbers):
            length = 1.2 * (0.25 + 0.75 * (len(title) + len(body)) / USUAL)
            score = 0.0
            for forms, rarity in zip(words, worth, strict=True):
                times = sum(HEADING_WEIGHT * title.count(form) + body.count(form) for form in forms)
                score += rarity * times * 2.2 / (times + length)
            rows.append((score * weight(number), number))
        return [number for _, number in sorted(rows, key=lambda row: (-row[0], -row[1]))]

    def _rarity(self, word: Word) -> float:
        held = sum(len(self.holding(form, RANKED)) for form in word.forms[:4])
        return math.log(1 + 4 * RANKED / (held + 1))

    def _texts(self, numbers: list[int]) -> Iterator[tuple[int, str, str]]:
        for start in range(0, len(numbers), 500):
            some = numbers[start : start + 500]
            asked = f"SELECT id, title, body FROM section WHERE id IN ({', '.join('?' * len(some))})"
            yield from self._base.execute(asked, some)

    def _plans(self, query: Query) -> dict[int, tuple[int, int]]:
        """The plans that are what they must be, each with its first section and how many it has."""
        where, values = where_of(query.conditions, self.forms)
        asked = f"SELECT id, first, sections FROM plan WHERE {where} ORDER BY year DESC, id DESC"
        return {row[0]: (row[1], row[2]) for row in self._base.execute(asked, values)}

    def _front(self, query: Query, most: int) -> dict[int, Found]:
        """The first sections of the plans that are what they must be, newest plan first."""
        return self.sections([first for first, _ in self._plans(query).values()][:most])

    def sections(self, numbers: list[int]) -> dict[int, Found]:
        """The sections with these numbers, in that order."""
        self.shelf.refresh(self._base)
        found: dict[int, tuple[Any, ...]] = {}
        for start in range(0, len(numbers), 500):
            some = numbers[start : start + 500]
            asked = f"SELECT id, path, title, body FROM section WHERE id IN ({', '.join('?' * len(some))})"
            found |= {row[0]: row for row in self._base.execute(asked, some)}
        plans = {number: self.shelf.plan(number) for number in numbers}
        entries = {plan: self._entry(plan) for plan in set(plans.values())}
        return {n: Found(entries[plans[n]], *found[n][1:]) for n in numbers if n in found}

    def _entry(self, plan: int) -> Entry:
        return entry_from(self._base.execute(f"SELECT {COLUMNS} FROM plan WHERE id = ?", (plan,)).fetchone())

    def holding(self, word: str, most: int) -> list[int]:
        """The sections that hold a folded word, at most so many: the first added, which FTS5 has four times as fast."""
        asked = "SELECT rowid FROM fragment WHERE fragment MATCH ? LIMIT ?"
        return [row[0] for row in self._base.execute(asked, (phrase(word), most))]
