"""The coverage matrix: one row per topic, one cell per plan, and what the draft lacks, has thin, or has alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.comparing.align import Match
from drafter.comparing.topics import Topic, related
from drafter.model.draft import Unneeded

THIN = 0.5
"""Below this part of the others' mean length the draft is thin."""
CLOSE = 0.6
"""A section joins a row where its matches with the row's sections reach this part of its best match, on average."""

DETAIL, DEEPEST = 25, 3
"""A section that only one plan has and that is shorter or deeper is a detail of the one above."""


class Standing(StrEnum):
    """How the draft stands on a topic: 都有, 偏薄, 人有我无, 我有人无, 不需要; without one: all have it, or some."""

    ALL = "all"
    THIN = "thin"
    MISSING = "missing"
    ALONE = "alone"
    SOME = "some"
    UNNEEDED = "unneeded"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one plan has on a topic: its sections (indices of the topics), in reading order, and their length."""

    topics: tuple[int, ...]
    characters: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic: its name, how deep it stands, one cell per plan, the standing, why, and how sure the row is."""

    name: str
    level: int
    cells: tuple[Cell, ...]
    standing: Standing
    remark: str
    shared: tuple[str, ...]
    confidence: float


def matrix(
    topics: tuple[Topic, ...],
    matches: Sequence[Match],
    plans: int,
    ours: int | None = None,
    unneeded: Sequence[Unneeded] = (),
) -> tuple[TopicRow, ...]:
    """The rows in the order of the draft, what only others have put in where they have it.

    `unneeded` are topics that the draft is not to have.
    """
    rows = [_row(topics, group, matches, plans, ours) for group in _groups(topics, matches)]
    return _ordered([_marked(topics, row, unneeded) for row in rows], ours)


def headings(topics: Sequence[Topic], row: TopicRow) -> tuple[str, ...]:
    """What a topic is called in the plans that have it."""
    return tuple(dict.fromkeys(topics[number].heading for cell in row.cells for number in cell.topics))


def _marked(topics: tuple[Topic, ...], row: TopicRow, unneeded: Sequence[Unneeded]) -> TopicRow:
    """The row, grey where the draft is not to have its topic."""
    if row.standing is Standing.MISSING:
        for one in unneeded:
            if one.covers(headings(topics, row)):
                return replace(row, standing=Standing.UNNEEDED, remark=one.reason)
    return row


def _groups(topics: tuple[Topic, ...], matches: Sequence[Match]) -> list[list[int]]:
    """The sections by topic: the surest matches first; a group never holds a section and one above it."""
    group = list(range(len(topics)))
    members = {number: [number] for number in group}
    strength: dict[tuple[int, int], float] = {}
    for match in matches:
        strength[match.one, match.other] = strength[match.other, match.one] = match.score
    for match in sorted(matches, key=lambda one: -one.score):
        here, there = group[match.one], group[match.other]
        if here == there or not _fit(topics, members[here], members[there], strength, match.score):
            continue
        for number in members.pop(there):
            group[number] = here
            members[here].append(number)
    lone = {one for one, found in members.items() if len(found) == 1}
    return [found for one, found in members.items() if one not in lone or not _said_below(topics, one, group, lone)]


def _fit(
    topics: tuple[Topic, ...], one: list[int], other: list[int], strength: dict[tuple[int, int], float], score: float
) -> bool:
    """Whether two groups are one topic: enough of their pairs match, and none lies inside another."""
    if any(related(topics[a], topics[b]) for a in one for b in other):
        return False
    across = [(a, b) for a in one for b in other if topics[a].plan != topics[b].plan]
    return sum(strength.get(pair, 0.0) for pair in across) >= CLOSE * score * len(across)


def _said_below(topics: tuple[Topic, ...], number: int, group: list[int], lone: set[int]) -> bool:
    """Whether a section without a match is no topic of its own: those below tell it, or it is a detail of one above."""
    topic = topics[number]
    family = [n for n, one in enumerate(topics) if n != number and related(one, topic)]
    below = [n for n in family if topics[n].level > topic.level]
    above = [n for n in family if topics[n].level < topic.level]
    if any(group[n] not in lone for n in below):
        return True
    detail = topic.characters < DETAIL or topic.level > DEEPEST
    return bool(above) and (detail or any(group[n] in lone and not _told_below(topics, n, group, lone) for n in above))


def _told_below(topics: tuple[Topic, ...], number: int, group: list[int], lone: set[int]) -> bool:
    prefix = f"{topics[number].path}/"
    return any(
        one.plan == topics[number].plan and one.path.startswith(prefix) and group[n] not in lone
        for n, one in enumerate(topics)
    )


def _row(
    topics: tuple[Topic, ...], group: list[int], matches: Sequence[Match], plans: int, ours: int | None
) -> TopicRow:
    by_plan: dict[int, list[int]] = defaultdict(list)
    for number in sorted(group):
        by_plan[topics[number].plan].append(number)
    cells = tuple(Cell(tuple(by_plan[plan]), sum(topics[n].characters for n in by_plan[plan])) for plan in range(plans))
    inside = [match for match in matches if match.one in group and match.other in group]
    sure = sum(match.confidence for match in inside) / len(inside) if inside else 1.0
    shared = tuple(dict.fromkeys(word for match in inside for word in match.shared))[:5]
    level = min(topics[n].level for n in group)
    return TopicRow(_name(topics, cells, ours), level, cells, *_standing(cells, ours), shared, sure)


def _name(topics: tuple[Topic, ...], cells: tuple[Cell, ...], ours: int | None) -> str:
    """The draft's heading, else the shortest one."""
    mine = cells[ours].topics if ours is not None else ()
    headings = [topics[n].heading for n in mine or (n for cell in cells for n in cell.topics)]
    return min(headings, key=len)


def _standing(cells: tuple[Cell, ...], ours: int | None) -> tuple[Standing, str]:
    have = sum(bool(cell.topics) for cell in cells)
    if ours is None:
        return (Standing.ALL, "都有") if have == len(cells) else (Standing.SOME, f"{len(cells)} 份中 {have} 份有")
    others = [cell.characters for number, cell in enumerate(cells) if number != ours and cell.topics]
    if not cells[ours].topics:
        return Standing.MISSING, f"{len(others)} 份都有" if len(others) == len(cells) - 1 else f"{len(others)} 份有"
    if not others:
        return Standing.ALONE, "只有本稿有"
    mean = sum(others) / len(others)
    if cells[ours].characters < THIN * mean:
        return Standing.THIN, f"不到均值一半（均 {mean:.0f} 字）"
    return (Standing.ALL, "都有") if have == len(cells) else (Standing.SOME, f"另有 {have - 1} 份有")


def _ordered(rows: list[TopicRow], ours: int | None) -> tuple[TopicRow, ...]:
    """The rows as the draft (else the plan with most of them) has them; the others' where they stand in theirs."""
    plans = range(len(rows[0].cells)) if rows else range(0)
    first = sorted(plans, key=lambda plan: (plan != ours, -sum(bool(row.cells[plan].topics) for row in rows)))
    order: list[TopicRow] = []
    for plan in first:
        at = 0
        here = [row for row in rows if row.cells[plan].topics]
        for row in sorted(here, key=lambda row: row.cells[plan].topics[0]):
            if row in order:
                at = order.index(row) + 1
            else:
                order.insert(at, row)
                at += 1
    return tuple(order)
