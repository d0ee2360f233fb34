"""Vertical consistency (上下衔接): what of a superior plan's tasks and targets a draft carries, where, and what not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.comparing.align import Match
from drafter.comparing.judgement import Entry
from drafter.comparing.ledger import Row
from drafter.comparing.topics import Topic
from drafter.model.draft import Unneeded


@dataclass(frozen=True, slots=True)
class Carried:
    """One task (heading) or target of the superior plan, the sections of the other plan that carry it, and how sure.

    Where nothing carries it by itself, `within` are the sections that carry the heading above it, and `unneeded` is why
    the draft is not to have it.
    """

    section: str
    text: str
    carried: tuple[str, ...]
    confidence: float
    target: bool = False
    within: tuple[str, ...] = ()
    unneeded: str = ""


def carried(
    topics: Sequence[Topic],
    matches: Sequence[Match],
    rows: Sequence[Row],
    superior: int,
    plan: int,
    unneeded: Sequence[Unneeded] = (),
) -> tuple[Carried, ...]:
    """Every section and target of the superior plan in reading order; nothing in `carried` means it is missing.

    A section is carried where the plan has one on its topic, or where all that stands below it is carried.
    """
    answers: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for match in matches:
        one, other = topics[match.one], topics[match.other]
        for above, below in ((one, other), (other, one)):
            if above.plan == superior and below.plan == plan:
                answers[above.path].append((match.confidence, below.path))
    tasks: dict[str, Carried] = {}
    for topic in topics:
        if topic.plan == superior:
            above = tasks.get(topic.parent)
            task = _task(topic, topics, answers, (above.carried or above.within) if above else ())
            why = next((one.reason for one in unneeded if one.covers((topic.heading,))), "")
            tasks[topic.path] = task if task.carried else replace(task, unneeded=why)
    return (*tasks.values(), *(_target(row, superior, plan) for row in rows if row.cells[superior]))


def _task(
    topic: Topic, topics: Sequence[Topic], answers: dict[str, list[tuple[float, str]]], above: tuple[str, ...]
) -> Carried:
    found = sorted(answers.get(topic.path, ()), reverse=True)
    if not found:
        below = [one.path for one in topics if one.plan == topic.plan and one.parent == topic.path]
        if below and all(answers.get(path) for path in below):
            found = sorted((max(answers[path]) for path in below), reverse=True)
    confidence = found[0][0] if found else 0.0
    paths = tuple(dict.fromkeys(path for _, path in found))
    return Carried(topic.path, topic.heading, paths, confidence, within=() if paths else above)


def _target(row: Row, superior: int, plan: int) -> Carried:
    above: Entry = row.cells[superior][0]
    places = tuple(dict.fromkeys(entry.section for entry in row.cells[plan]))
    return Carried(above.section, f"{above.indicator} {above.text}", places, 1.0 if places else 0.0, target=True)
