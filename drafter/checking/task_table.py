"""The task table against the text: a task that both name should have the same responsible bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking.subject import Known
from drafter.checking.whole import Whole
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.walk import text_of
from drafter.text.normal import squeezed

_BODIES = re.compile("牵头|责任|配合|负责")
_TASK = re.compile("任务|工作|内容|措施|事项|项目")
_SPLIT = re.compile(r"[、，,；;/\n]|（牵头）|\(牵头\)")


def check(whole: Whole) -> Iterator[Finding]:
    """A finding for every row whose task is a section of the text with other responsible bodies."""
    clauses = dict(whole.gathered.bodies) if whole.gathered.tables else {}
    for at in whole.gathered.tables:
        table = at.table
        bodies = [index for index, name in enumerate(table.columns) if _BODIES.search(name)]
        tasks = [index for index, name in enumerate(table.columns) if _TASK.search(name) and index not in bodies]
        for row, cells in enumerate(table.rows):
            names = {name.strip() for column in bodies for name in _SPLIT.split(text_of(cells[column].spans))} - {""}
            written = next((clauses[key] for t in tasks if (key := squeezed(text_of(cells[t].spans))) in clauses), None)
            if written and names and (finding := _difference(names, written, whole.known)):
                place = Place(at.section, (*at.block, row, bodies[0]), 0, len(text_of(cells[bodies[0]].spans)))
                yield Finding("task-table", Severity.DOUBT, finding, place, text_of(cells[bodies[0]].spans))


def _difference(names: set[str], written: frozenset[str], known: Known) -> str:
    """In which bodies a row and a clause differ, as a sentence; "" where they agree."""
    in_table = {_function(name, known): name for name in names}
    in_text = {_function(name, known): name for name in written}
    only_table = "、".join(sorted(in_table[key] for key in in_table.keys() - in_text.keys()))
    only_text = "、".join(sorted(in_text[key] for key in in_text.keys() - in_table.keys()))
    parts = [f"只见于表：{only_table}" * bool(only_table), f"只见于正文：{only_text}" * bool(only_text)]
    said = "；".join(part for part in parts if part)
    return f"这项任务的责任单位，表与正文不一致（{said}）。" if said else ""


def _function(name: str, known: Known) -> str:
    return known.agency(name).function or name
