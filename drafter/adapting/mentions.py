"""Everything in a text that may have to become local, each with its place, never two in one spot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.adapting.agencies import AgencyFound, BodyFound, agencies, bodies
from drafter.adapting.citations import CitationFound, citations
from drafter.adapting.gazetteer import PlaceFound
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.organisations import OrganisationFound, organisations
from drafter.adapting.periods import PeriodFound, periods
from drafter.adapting.targets import TargetFound, targets
from drafter.model.locality import Region

Found = AgencyFound | BodyFound | CitationFound | OrganisationFound | PeriodFound | PlaceFound | TargetFound
HIDDEN = "\ufffc"
"""Stands in a text for what is not to be read: a slot, a clause."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the text around: the year that governs, whether it is a goals section, names met before."""

    near: tuple[Region, ...] = ()
    year: int | None = None
    goals: bool = False
    names: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def mentions(text: str, knowledge: Knowledge, context: Context = Context()) -> tuple[Found, ...]:
    """What a text names, left to right; a document goes before an agency, that before a name, that before a place.

    Remembered by value: the same words in the same context are read once.
    """
    places = knowledge.gazetteer.find(text, context.near)
    free = _Free(len(text))
    found: list[Found] = []
    for kind in (
        citations(text),
        agencies(text, knowledge.directory, places),
        bodies(text, places),
        organisations(text, places),
        _names_again(text, context.names),
        targets(text, context.year, goals=context.goals),
        periods(text),
        places,
    ):
        found += free.take(kind)
    return tuple(sorted((one for one in found if HIDDEN not in text[one.start : one.end]), key=lambda one: one.start))


class _Free:
    """Which characters no mention has taken yet."""

    def __init__(self, length: int) -> None:
        self._free = [True] * length

    def take(self, found: Iterable[Found]) -> Iterator[Found]:
        """The mentions that lie on free characters, which they take."""
        for one in found:
            if all(self._free[one.start : one.end]):
                self._free[one.start : one.end] = [False] * (one.end - one.start)
                yield one


def _names_again(text: str, names: frozenset[str]) -> Iterator[OrganisationFound]:
    """The names met elsewhere in the plan, wherever they stand again (歌尔 after 歌尔等企业)."""
    for name in sorted(names, key=len, reverse=True):
        for match in re.finditer(re.escape(name), text):
            yield OrganisationFound(match.start(), match.end(), "企业", None, "前文的名称")


def names_in(texts: Iterable[str], knowledge: Knowledge, near: tuple[Region, ...]) -> frozenset[str]:
    """The names without a place in them that texts introduce (the firms of a list, a slogan)."""
    return frozenset[str]().union(*(_names_of(text, knowledge, near) for text in texts))


@lru_cache(maxsize=20_000)
def _names_of(text: str, knowledge: Knowledge, near: tuple[Region, ...]) -> frozenset[str]:
    found = organisations(text, knowledge.gazetteer.find(text, near))
    return frozenset(text[one.start : one.end] for one in found if one.place is None and one.kind in ("企业", "提法"))
