"""Sections found in the SQLite file: by words, by any of some terms, by how common a term is."""

from __future__ import annotations

import sqlite3
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from drafter.library.entry import Entry, Hit
from drafter.library.grams import folded
from drafter.library.interface import Given
from drafter.library.matching import is_long, match, phrase, stands_in
from drafter.library.query import Condition, Query, parse
from drafter.library.rows import COLUMNS, entry_from
from drafter.library.shelf import Shelf
from drafter.library.snippet import snippet

HEADING_WEIGHT = 4.0
"""How much more a hit in a heading counts than one in the text, for bm25."""
RANKED = 2000
"""How many hits of a common word are ranked, the last added first; bm25 costs about half a microsecond a hit."""
LOOKED_AT = 1000
"""How many sections, the last added first, are looked through for a single character before the index is asked."""


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
        self._allowed: set[int] = set()
        base.create_function("allowed", 1, lambda section: self.shelf.plan(section) in self._allowed)

    @cached_property
    def forms(self) -> dict[str, tuple[str, ...]]:
        """For every folded name all names that mean the same, itself first."""
        found: dict[str, dict[str, None]] = {}
        for group in self._given.groups():
            names = {folded(name): None for name in group}
            for name in names:
                found.setdefault(name, {name: None}).update(names)
        return {name: tuple(names) for name, names in found.items()}

    def search(self, typed: str, most: int) -> tuple[Hit, ...]:
        """The sections a query finds, best first."""
        query = parse(typed, self.forms)
        self.shelf.refresh(self._base)
        if query.conditions:
            self._allowed = self._plans(query)
        found = self._best(query, most) if query.wanted else self._front(most) if query.conditions else {}
        shown = tuple(form for word in query.wanted for form in word.forms)
        return tuple(
            Hit(one.entry, one.path, one.title, *snippet(one.title, one.body, shown)) for one in found.values()
        )

    def _best(self, query: Query, most: int) -> dict[int, Found]:
        ranked = self._ranked(query, most)
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
        if len(query.words) == 1 and len(query.words[0].forms[0]) == 1 and not query.conditions:
            found = self._with_character(query.words[0].forms[0], most)
            if len(found) >= most:
                return found
        allowed = " AND allowed(rowid)" if query.conditions else ""
        asked = (
            f"SELECT rowid, bm25(fragment, {HEADING_WEIGHT}, 1.0) FROM fragment WHERE fragment MATCH ?{allowed} "
            "ORDER BY rowid DESC LIMIT ?"
        )
        rows = self._base.execute(asked, (match(query), max(RANKED, most))).fetchall()
        weight = self.shelf.weight
        return [row[0] for row in sorted(rows, key=lambda row: row[1] * weight(row[0]))]

    def _with_character(self, character: str, most: int) -> list[int]:
        """Sections with one character among the newest: in the heading first, then by how thick it stands."""
        newest = self._base.execute("SELECT id, title, body FROM section ORDER BY id DESC LIMIT ?", (LOOKED_AT,))
        rows = [(title.count(character), body.count(character) / (len(body) + 100), n) for n, title, body in newest]
        found = sorted((row for row in rows if row[0] or row[1]), reverse=True)
        return [row[2] for row in found[:most]]

    def _plans(self, query: Query) -> set[int]:
        """The plans that are what they must be."""
        wheres = [_where(one, self.forms) for one in query.conditions]
        where = " AND ".join(f"({sql})" for sql, _ in wheres)
        values = [value for _, some in wheres for value in some]
        return {row[0] for row in self._base.execute(f"SELECT id FROM plan WHERE {where}", values)}

    def _front(self, most: int) -> dict[int, Found]:
        """The first sections of the plans that are allowed, newest plan first."""
        rows = self._base.execute("SELECT first, id FROM plan ORDER BY year DESC, id DESC")
        return self.sections([first for first, plan in rows if plan in self._allowed][:most])

    def sections(self, numbers: list[int]) -> dict[int, Found]:
        """The sections with these numbers, in that order."""
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

    def count(self, word: str, most: int) -> int:
        """How many sections hold a folded word, counted up to a number."""
        asked = "SELECT count(*) FROM (SELECT 1 FROM fragment WHERE fragment MATCH ? LIMIT ?)"
        return self._base.execute(asked, (phrase(word), most)).fetchone()[0]

    def with_any(self, words: list[str], most: int) -> list[int]:
        """The sections that hold any of some folded words, by bm25."""
        self.shelf.refresh(self._base)
        asked = "SELECT rowid FROM fragment WHERE fragment MATCH ? ORDER BY bm25(fragment) LIMIT ?"
        return [row[0] for row in self._base.execute(asked, (" OR ".join(phrase(word) for word in words), most))]


_NUMERIC = {"year"}
_COMPARED = {">", "<", ">=", "<="}


def _where(one: Condition, forms: dict[str, tuple[str, ...]]) -> tuple[str, list[str | int]]:
    """SQL that says what a plan must be, and its values."""
    if one.field in _NUMERIC:
        return f"{one.field} {one.operator} ?", [int(one.value)]
    if one.operator in _COMPARED:
        return f"{one.field} <> '' AND {one.field} {one.operator} ?", [one.value]
    if one.operator == "=":
        return f"{one.field} = ?", [one.value]
    if one.field == "tag":
        return "tags LIKE ? ESCAPE '\\'", [f"%{_plain(one.value)}%"]
    names = forms.get(folded(one.value), (one.value,))
    return " OR ".join(f"{one.field} LIKE ? ESCAPE '\\'" for _ in names), [f"%{_plain(name)}%" for name in names]


def _plain(value: str) -> str:
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
