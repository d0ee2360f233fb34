"""Sections found in the SQLite file: by words, by any of some terms, by how common a term is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from drafter.library.entry import Entry, Hit
from drafter.library.grams import folded
from drafter.library.interface import Given
from drafter.library.matching import LONGEST, is_long, match, phrase, stands_in
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
FILTERED = 500
"""How many hits are ranked where the plans are limited by fields, the last added first."""
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
        if not query.wanted and not query.conditions:
            return ()
        found = self._best(query, most) if query.wanted else self._front(query, most)
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
        if query.conditions:
            return self._thickest(self._allowed(query, max(FILTERED, most)), query)
        forms = query.words[0].forms
        if len(query.words) == 1 and len(forms[0]) == 1:
            (last,) = self._base.execute("SELECT max(id) FROM section").fetchone()
            found = self._thickest(range(max(1, (last or 0) - LOOKED_AT), (last or 0) + 1), query)
            if len(found) >= most:
                return found
        asked = (
            f"SELECT rowid, bm25(fragment, 1.0, {HEADING_WEIGHT}) FROM fragment WHERE fragment MATCH ? "
            "ORDER BY rowid DESC LIMIT ?"
        )
        rows = self._base.execute(asked, (match(query), max(RANKED, most))).fetchall()
        weight = self.shelf.weight
        return [row[0] for row in sorted(rows, key=lambda row: row[1] * weight(row[0]))]

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

    def _thickest(self, numbers: Sequence[int], query: Query) -> list[int]:
        """Those sections that hold a word: in the heading first, then by how thick it stands; new plans count more."""
        forms = [form[:LONGEST] for word in query.wanted for form in word.forms]
        rows: list[tuple[float, int]] = []
        for start in range(0, len(numbers), 500):
            some = numbers[start : start + 500]
            asked = f"SELECT id, title, body FROM section WHERE id IN ({', '.join('?' * len(some))})"
            for number, title, body in self._base.execute(asked, tuple(some)):
                inside = sum(body.count(form) for form in forms) / (len(body) + 100)
                heading = sum(form in title for form in forms)
                rows.append((HEADING_WEIGHT * heading + 100 * inside, number))
        weight = self.shelf.weight
        ranked = sorted(rows, key=lambda row: -row[0] * weight(row[1]))
        return [number for worth, number in ranked if worth or query.conditions]

    def _plans(self, query: Query) -> dict[int, tuple[int, int]]:
        """The plans that are what they must be, each with its first section and how many it has."""
        wheres = [_where(one, self.forms) for one in query.conditions]
        where = " AND ".join(f"({sql})" for sql, _ in wheres)
        values = [value for _, some in wheres for value in some]
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
        """The sections that hold a folded word, the last added first, at most so many."""
        asked = "SELECT rowid FROM fragment WHERE fragment MATCH ? ORDER BY rowid DESC LIMIT ?"
        return [row[0] for row in self._base.execute(asked, (phrase(word), most))]


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
