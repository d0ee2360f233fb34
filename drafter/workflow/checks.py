"""A draft or a plan checked: what is foreign in it, what contradicts itself, what is out of date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from drafter import resources
from drafter.adapting.agencies import body_of
from drafter.adapting.facts import fact_tree
from drafter.adapting.facts import facts as facts_of
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.leftovers import leftovers
from drafter.checking.outdated_words import load_outdated
from drafter.checking.rules import findings
from drafter.checking.subject import Known, OutdatedWord
from drafter.library.interface import Library
from drafter.model.agency import AgencyName
from drafter.model.document import Document
from drafter.model.draft import Draft
from drafter.model.finding import Finding
from drafter.model.locality import Locality
from drafter.model.printed import as_printed
from drafter.workflow.given import knowledge, localities, own_tables
from drafter.workflow.library_names import with_library


def check(
    draft: Draft | Document,
    to: Locality | None = None,
    origin: str = "",
    *,
    today: date | None = None,
    library: Library | None = None,
    superior: Document | None = None,
) -> tuple[Finding, ...]:
    """Everything there is to say about a draft or a plan, by severity, then by place.

    `to` is whose plan it is where the draft does not say; `origin` whose plan the text was taken from (济南市); names
    that only one place's plans in the `library` have count as that place's (once `learn_names` has read all of them);
    targets are held against the `superior`.
    A published plan checked for its own place is held against the year it is from, all else against `today`.
    """
    whole = draft if isinstance(draft, Draft) else Draft(draft)
    whole = replace(whole, locality=to or whole.locality or _own(whole.document))
    known = with_library(library) if library else knowledge()
    year = today.year if today else _year(draft, whole.locality)
    printed = as_printed(whole)
    above = facts_of(superior, known) if superior else ()
    names = _known(known, whole.locality, year)
    return findings(printed, fact_tree(printed, known), names, above, leftovers(whole, known, origin))


def _own(document: Document) -> Locality | None:
    """The place whose plan a document is: its locality file, or what the gazetteer says."""
    for one in localities():
        if one.name == document.region:
            return one
    gazetteer = knowledge().gazetteer
    region = gazetteer.region(document.region) if document.region else None
    if region is None:
        return None
    above = [one.name for one in gazetteer.ancestors(region)]
    return Locality(region.name, region.short, region.level, region.one_character, above[-1] if above else "")


def _year(whole: Draft | Document, to: Locality | None) -> int:
    if isinstance(whole, Document) and (to is None or to.name == whole.region):
        if whole.date:
            return int(whole.date[:4])
        if whole.period:
            return whole.period[0]
    return date.today().year  # noqa: DTZ011 - the planner's own calendar


@lru_cache(maxsize=8)
def _known(known: Knowledge, to: Locality | None, year: int) -> Known:
    """What the tables know of names, for a place and a year: the same value every time, so that results are kept."""
    return Known(
        lru_cache(maxsize=None)(lambda name: _agency(name, known, to)),
        lru_cache(maxsize=None)(lambda name: _above(name, known)),
        outdated_words(),
        year,
    )


@cache
def outdated_words() -> tuple[OutdatedWord, ...]:
    """The table of outdated wording."""
    return load_outdated(resources.templates() / "outdated.csv", own_tables() / "outdated.csv")


def _agency(name: str, known: Knowledge, to: Locality | None) -> AgencyName:
    found = known.directory.function_of(name)
    if found is None:
        place = next(iter(known.gazetteer.find(name)), None)
        body = body_of(name) is not None or bool(place and place.end == len(name))
        character = _LEVEL.match(name)
        level = name[: place.end] if place and place.start == 0 else character[0] if character else ""
        return AgencyName(name, body=body, level=level)
    present = known.directory.name_for(found.function, to) if to and name[:1] == to.name[-1:] else ""
    return AgencyName(
        name,
        found.function,
        False,
        found.prefix,
        found.former,
        present,
        _rank(name, known.directory.system_of(found.function)),
    )


_LEVEL = re.compile("[省市区县州](?!场监管总局)")
_PARTY = re.compile(r"[省市区县州盟旗](?:委|纪委)(?!员)")


def _rank(name: str, system: str) -> int:
    """Party organs by the name they print (市委金融办), then the government, then mass organisations."""
    return 0 if _PARTY.search(name[:6]) else 2 if system == "群团" else 1


def _above(name: str, known: Knowledge) -> frozenset[str] | None:
    """The names of the regions above a place named in full, whichever of its name is meant; None where it is none."""
    for place in known.gazetteer.find(name):
        if place.form == "name" and (place.start, place.end) == (0, len(name)):
            return frozenset(one.name for region in place.regions for one in known.gazetteer.ancestors(region))
    return None
