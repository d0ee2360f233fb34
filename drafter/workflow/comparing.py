"""Several plans compared: topics, targets, bodies, passages that are the same, what of a superior plan is carried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from drafter.comparing.agencies import AgencyRow, Duties, agencies
from drafter.comparing.align import Match, align
from drafter.comparing.judgement import Entry, Verdict, share
from drafter.comparing.ledger import Row, ledger
from drafter.comparing.matrix import Cell, Standing, TopicRow, headings, matrix
from drafter.comparing.origins import Origin, origins
from drafter.comparing.overlap import Overlap, Run, Share, overlaps
from drafter.comparing.plans import Compared
from drafter.comparing.topics import Topic, topics
from drafter.comparing.vertical import Carried, carried
from drafter.errors import DrafterError
from drafter.model.document import Document
from drafter.model.draft import Draft, SlotKind, SlotState
from drafter.model.fact import FactKind
from drafter.model.printed import as_printed
from drafter.model.walk import length, sections, text_of
from drafter.text.likeness import likeness
from drafter.workflow.given import knowledge
from drafter.workflow.plans import facts

__all__ = [
    "AgencyRow",
    "Carried",
    "Cell",
    "Compared",
    "Comparison",
    "Duties",
    "Entry",
    "Match",
    "Origin",
    "Overlap",
    "Row",
    "Run",
    "Share",
    "Standing",
    "Topic",
    "TopicRow",
    "Verdict",
    "compare",
    "compare_while",
    "headings",
    "origins",
    "share",
]

MOST = 8
"""So many plans at most are compared at once."""
OURS = "本稿"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found between plans; numbers are positions in `plans`, indices of topics positions in `topics`.

    `superior` and `ours` say which plan is the superior one and which the draft; `vertical` has one tuple per plan,
    empty without a superior plan; `notes` are sentences on what could not be compared.
    """

    plans: tuple[Compared, ...]
    superior: int | None
    ours: int | None
    topics: tuple[Topic, ...]
    matches: tuple[Match, ...]
    matrix: tuple[TopicRow, ...]
    ledger: tuple[Row, ...]
    agencies: tuple[AgencyRow, ...]
    overlaps: tuple[Overlap, ...]
    vertical: tuple[tuple[Carried, ...], ...]
    notes: tuple[str, ...]


def compare(
    plans: Sequence[Document | Draft], superior: int | None = None, ours: int | None = None, names: Sequence[str] = ()
) -> Comparison:
    """Two to eight plans compared; `names` call them where their places do not tell them apart.

    Raises DrafterError for fewer or more plans.
    """
    found = compare_while(plans, superior, ours, names, lambda: True)
    assert found
    return found


def compare_while(
    plans: Sequence[Document | Draft],
    superior: int | None,
    ours: int | None,
    names: Sequence[str],
    wanted: Callable[[], bool],
) -> Comparison | None:
    """The same, given up between two steps (a plan, a pair of plans) with None once it is not `wanted` any more."""
    try:
        return _compare(plans, superior, ours, names, wanted)
    except _Unwanted:
        return None


class _Unwanted(Exception):
    """Nobody waits for the comparison any more."""


_Value = TypeVar("_Value")


def _each(values: Iterable[_Value], wanted: Callable[[], bool]) -> Iterator[_Value]:
    for value in values:
        if not wanted():
            raise _Unwanted
        yield value


def _compare(
    plans: Sequence[Document | Draft],
    superior: int | None,
    ours: int | None,
    names: Sequence[str],
    wanted: Callable[[], bool],
) -> Comparison:
    if not 2 <= len(plans) <= MOST:
        raise DrafterError(f"一次可以对照 2 至 {MOST} 份资料，这里有 {len(plans)} 份。", "请增减资料后再对照。")
    documents = [as_printed(plan) if isinstance(plan, Draft) else plan for plan in plans]
    called = _names(documents, ours, names)
    whole = tuple(Compared(name, one, facts(one)) for name, one in _each(zip(called, documents, strict=True), wanted))
    draft = plans[ours] if ours is not None else None
    unneeded = draft.unneeded if isinstance(draft, Draft) else ()
    found = tuple(topic for number, one in _each(enumerate(documents), wanted) for topic in topics(one, number))
    matches = align(found)
    rows = ledger(whole, superior, ours)
    if ours is not None and isinstance(draft, Draft):
        rows = tuple(_awaited(row, ours, draft) for row in rows)
    return Comparison(
        plans=whole,
        superior=superior,
        ours=ours,
        topics=found,
        matches=matches,
        matrix=matrix(found, matches, len(whole), ours, unneeded),
        ledger=rows,
        agencies=agencies(whole, _functions(whole)),
        overlaps=tuple(_each(overlaps(documents), wanted)),
        vertical=tuple(
            carried(found, matches, rows, superior, number, unneeded if number == ours else ())
            if superior not in (None, number)
            else ()
            for number in range(len(whole))
        ),
        notes=tuple(_notes(whole, found)),
    )


def _awaited(row: Row, ours: int, draft: Draft) -> Row:
    """The row, saying so where the draft has an open slot for its indicator."""
    if row.cells[ours]:
        return row
    for slot in draft.slots:
        if (
            slot.kind is SlotKind.TARGET
            and slot.state is SlotState.OPEN
            and any(likeness(n, slot.name) for n in row.names)
        ):
            return replace(row, verdict=Verdict.MISSING, judgement=f"本稿待填：{slot.name}")
    return row


def _names(documents: Sequence[Document], ours: int | None, given: Sequence[str]) -> list[str]:
    """How each plan is called: 本稿, its place, with kind or number where several would be called alike."""
    called = [
        OURS if number == ours else given[number] if number < len(given) else one.region or text_of(one.title)[:8]
        for number, one in enumerate(documents)
    ]
    called = [name or f"资料{number}" for number, name in enumerate(called, 1)]
    for make in (lambda number: documents[number].kind, lambda number: f"（{number + 1}）"):
        twice = {name for name, times in Counter(called).items() if times > 1}
        called = [name + make(number) if name in twice else name for number, name in enumerate(called)]
    return called


def _functions(plans: Sequence[Compared]) -> dict[str, str]:
    names = {fact.text for plan in plans for fact in plan.facts if fact.kind is FactKind.AGENCY}
    return {name: function for name in names if (function := _function(name))}


@cache
def _function(name: str) -> str:
    found = knowledge().directory.function_of(name)
    return found.function if found else ""


def _notes(plans: Sequence[Compared], found: Sequence[Topic]) -> list[str]:
    """What could not be compared, a sentence each."""
    notes: list[str] = []
    for number, plan in enumerate(plans):
        have = sum(topic.plan == number for topic in found)
        every = sum(not path.startswith("附件") for path, _ in sections(plan.document))
        if not length(plan.document):
            notes.append(f"{plan.name}是空的，没有可以对照的内容。")
        elif not have:
            notes.append(f"{plan.name}没有标题，不能按专题对照，只参加指标、单位和重合的对照。")
        elif have < every:
            notes.append(f"{plan.name}有 {every} 个标题，只对照了上面几级的 {have} 个。")
        notes += [
            f"{plan.name}与{plans[other].name}的文字完全相同。"
            for other in range(number)
            if plans[other].document == plan.document and have
        ]
    return notes
