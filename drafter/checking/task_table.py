"""The task table against the text: a task that both name should have the same responsible bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking.subject import Subject
from drafter.model.document import Document, Section, Table
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.walk import parties, sections, span_text, text_of
from drafter.text.normal import squeezed

_BODIES = re.compile("牵头|责任|配合|负责")
_TASK = re.compile("任务|工作|内容|措施|事项|项目")
_SPLIT = re.compile(r"[、，,；;/\n]|（牵头）|\(牵头\)")


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for every row whose task is a section of the text with other responsible bodies."""
    tables = tuple(_tables(subject.document))
    clauses = dict(_clauses(subject.document)) if tables else {}
    for path, block, table in tables:
        bodies = [index for index, name in enumerate(table.columns) if _BODIES.search(name)]
        tasks = [index for index, name in enumerate(table.columns) if _TASK.search(name) and index not in bodies]
        for row, cells in enumerate(table.rows):
            names = {name.strip() for column in bodies for name in _SPLIT.split(text_of(cells[column].spans))} - {""}
            written = next((clauses[key] for t in tasks if (key := squeezed(text_of(cells[t].spans))) in clauses), None)
            if written and names and (finding := _difference(names, written, subject)):
                place = Place(path, (*block, row, bodies[0]), 0, len(text_of(cells[bodies[0]].spans)))
                yield Finding("task-table", Severity.DOUBT, finding, place, text_of(cells[bodies[0]].spans))


def _difference(names: set[str], written: set[str], subject: Subject) -> str:
    """In which bodies a row and a clause differ, as a sentence; "" where they agree."""
    in_table = {_function(name, subject): name for name in names}
    in_text = {_function(name, subject): name for name in written}
    only_table = "、".join(sorted(in_table[key] for key in in_table.keys() - in_text.keys()))
    only_text = "、".join(sorted(in_text[key] for key in in_text.keys() - in_table.keys()))
    parts = [f"只见于表：{only_table}" * bool(only_table), f"只见于正文：{only_text}" * bool(only_text)]
    said = "；".join(part for part in parts if part)
    return f"这项任务的责任单位，表与正文不一致（{said}）。" if said else ""


def _function(name: str, subject: Subject) -> str:
    agency = subject.agencies.get(name)
    return agency.function if agency and agency.function else name


def _clauses(document: Document) -> Iterator[tuple[str, set[str]]]:
    """The title of every section that has clauses of its own, and the bodies they name."""
    for _, section in sections(document):
        names = {span_text(party) for party in parties(section)}
        if names:
            yield squeezed(text_of(section.title)).rstrip("。"), names


def _tables(document: Document) -> Iterator[tuple[str, tuple[int, ...], Table]]:
    """(section path, way, table) of every table that is no part of a box."""
    for index, block in enumerate(document.preamble):
        if isinstance(block, Table):
            yield "", (index,), block
    for path, section in sections(document):
        yield from _tables_of(path, section)
    for ordinal, annex in enumerate(document.attachments, 1):
        for index, block in enumerate(annex.preamble):
            if isinstance(block, Table):
                yield f"附件{ordinal}", (index,), block


def _tables_of(path: str, section: Section) -> Iterator[tuple[str, tuple[int, ...], Table]]:
    for index, block in enumerate(section.blocks):
        if isinstance(block, Table):
            yield path, (index,), block
