"""Which plan a section is of: sections of a plan are numbered without a gap."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right

RECENT = 10
"""Years after which a plan counts as old."""
GAIN = 0.02
"""How much more a plan counts for each year that it is newer than that."""


class Shelf:
    """The first section, the plan and the year of every plan, in memory: some hundred bytes a plan."""

    def __init__(self) -> None:
        self._seen = -1
        self._firsts: list[int] = []
        self._plans: list[int] = []
        self._years: list[int] = []
        self._newest = 0

    def refresh(self, base: sqlite3.Connection) -> None:
        """Look again where another program, or this one, changed the file."""
        seen: int = base.execute("PRAGMA data_version").fetchone()[0]
        if seen != self._seen:
            rows = base.execute("SELECT first, id, coalesce(year, 0) FROM plan ORDER BY first").fetchall()
            self._firsts, self._plans, self._years = ([row[n] for row in rows] for n in range(3))
            self._newest = max(self._years, default=0)
            self._seen = seen

    def add(self, first: int, plan: int, year: int | None) -> None:
        """Take a plan in."""
        at = bisect_right(self._firsts, first)
        self._firsts.insert(at, first)
        self._plans.insert(at, plan)
        self._years.insert(at, year or 0)
        self._newest = max(self._newest, year or 0)

    def remove(self, first: int) -> None:
        """Leave a plan out."""
        at = bisect_right(self._firsts, first) - 1
        for row in (self._firsts, self._plans, self._years):
            del row[at]

    def forget(self) -> None:
        """Look anew next time."""
        self._seen = -1

    def plan(self, section: int) -> int:
        """The plan a section is of."""
        return self._plans[bisect_right(self._firsts, section) - 1]

    def weight(self, section: int) -> float:
        """How much a section counts for its age: 1 for an old one, up to 1.2 for the newest."""
        age = self._newest - self._years[bisect_right(self._firsts, section) - 1]
        return 1 + GAIN * max(0, RECENT - age)
