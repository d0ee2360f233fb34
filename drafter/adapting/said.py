"""What other plans say for a target of ours: the same indicator in the superior's plans and in those of our peers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.adapting.facts import facts
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.targets import targets
from drafter.model.document import Document
from drafter.model.draft import Draft, Slot
from drafter.model.fact import Comparison, Fact, Place, Target
from drafter.model.locality import Region
from drafter.model.walk import passages, text_of
from drafter.text.likeness import likeness
from drafter.text.normal import squeezed
from drafter.text.sentences import sentence_at

_MONEY = re.compile("(?:[十百千]?[万亿]|万亿)?元")


class Standing(StrEnum):
    """How the place of a plan stands to ours."""

    SUPERIOR = "superior"
    PEER = "peer"


@dataclass(frozen=True, slots=True)
class Said:
    """What one plan says for an indicator: 100家以上, with value, unit, year, place, sentence and why it is the same.

    `document` is the plan's title, `region` whose it is ("" for the nation), `section` the path to the words.
    """

    document: str
    region: str
    level: Standing
    indicator: str
    text: str
    value: float
    unit: str
    year: int | None
    section: str
    sentence: str
    why: str
    place: Place


def said_elsewhere(slot: Slot, draft: Draft, plans: Iterable[Document], knowledge: Knowledge) -> tuple[Said, ...]:
    """What plans say for the indicator of a target slot: the superiors' first, then the peers', the nearest year first.

    What the slot itself was taken from is left out, and so are plans of places below ours.
    """
    wanted = target_of(slot)
    found = [(fits, one) for plan in plans for fits, one in _in_plan(slot, wanted, draft, plan, knowledge)]
    near = draft.document.period[1] if draft.document.period else wanted.year or 0

    def order(pair: tuple[bool, Said]) -> tuple[bool, bool, int, str]:
        exact, one = pair
        return one.level is Standing.PEER, not exact, abs((one.year or 0) - near), one.document

    return tuple(dict.fromkeys(one for _, one in sorted(found, key=order)))


def target_of(slot: Slot) -> Target:
    """What a target slot counts and said where it came from; its name is the indicator where nothing more is known."""
    name = slot.name.rstrip("0123456789")
    for text in (slot.source.text if slot.source else "", name.removesuffix("数量") + "达到" + slot.original):
        for one in targets(text, goals=True):
            if slot.original and squeezed(text[one.start : one.end]) == squeezed(slot.original):
                return one.target
    return Target(name.removesuffix("数量"), 0.0, "", Comparison.EXACTLY)


def _in_plan(
    slot: Slot, wanted: Target, draft: Draft, plan: Document, knowledge: Knowledge
) -> Iterator[tuple[bool, Said]]:
    level = _standing(plan, draft, knowledge)
    title = text_of(plan.title)
    if level is None:
        return
    texts: dict[tuple[str, tuple[int, ...]], str] = {}
    for fact in facts(plan, knowledge):
        why = _same_indicator(wanted, fact, knowledge)
        if not why or fact.target is None or _is_source(slot, title, fact):
            continue
        texts = texts or {(one.section, one.block): text_of(one.spans) for one in passages(plan)}
        text = texts[fact.place.section, fact.place.block]
        start, end = sentence_at(text, fact.place.start)
        said = fact.target
        yield (
            why == "口径相同",
            Said(
                *(title, plan.region, level, said.indicator, fact.text, said.value, said.unit, said.year),
                *(fact.place.section, text[start:end].strip(), why, fact.place),
            ),
        )


def _is_source(slot: Slot, title: str, fact: Fact) -> bool:
    """Whether a fact is what the slot's own words were taken from."""
    return bool(slot.source) and slot.source.document == title and squeezed(fact.text) == squeezed(slot.original)


def _same_indicator(wanted: Target, fact: Fact, knowledge: Knowledge) -> str:
    if fact.target is None or (wanted.unit and not same_dimension(wanted.unit, fact.target.unit)):
        return ""
    return likeness(without_places(wanted.indicator, knowledge), without_places(fact.target.indicator, knowledge))


def without_places(indicator: str, knowledge: Knowledge) -> str:
    """The indicator without the names of places in it."""
    for place in reversed(knowledge.gazetteer.find(indicator)):
        indicator = indicator[: place.start] + indicator[place.end :]
    return indicator


def same_dimension(one: str, other: str) -> bool:
    """Whether two units measure the same: 万元 and 亿元, 家 and 户 no."""
    return one == other or bool(_MONEY.fullmatch(one) and _MONEY.fullmatch(other))


def _standing(plan: Document, draft: Draft, knowledge: Knowledge) -> Standing | None:
    """Whether a plan is of a place above ours, of one beside it, or of one below us (None)."""
    if not plan.region:
        return Standing.SUPERIOR
    theirs = knowledge.gazetteer.region(plan.region)
    ours = knowledge.gazetteer.region_of(draft.locality) if draft.locality else None
    if theirs is None or ours is None:
        return Standing.PEER
    return _of_regions(theirs, ours, knowledge)


def _of_regions(theirs: Region, ours: Region, knowledge: Knowledge) -> Standing | None:
    if theirs.code != ours.code and knowledge.gazetteer.inside(ours, theirs):
        return Standing.SUPERIOR
    below = theirs.code != ours.code and knowledge.gazetteer.inside(theirs, ours)
    return None if below else Standing.PEER
