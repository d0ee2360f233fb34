"""Annexes made of a draft's own data: 重点任务分工表 and 主要目标表, printed behind the text or as a ledger (.xlsx)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.draftfile import write_whole
from drafter.errors import DrafterError
from drafter.model.document import Document, Paragraph, SlotRef, Span, Table
from drafter.model.draft import Draft, SlotKind, SlotState, references, slot_named, slot_texts
from drafter.model.fact import Fact
from drafter.model.walk import heading_text, passages, sections
from drafter.workflow.exporting import free_name
from drafter.workflow.tasks import Name, Task, facts_by_place, tasks_of
from drafter.writing.ledger import ledger_bytes

TASKS, TARGETS = "重点任务分工表", "主要目标表"
_TASK_COLUMNS = ("序号", "重点任务", "主要内容", "工作目标", "牵头单位", "配合单位", "完成时限")
_TARGET_COLUMNS = ("序号", "指标", "目标值", "单位", "年份", "所在章节")


def task_table(draft: Draft) -> Table | None:
    """A row for every task of the text; None where no clause names a body."""
    found = tasks_of(draft)
    rows = tuple(_task_row(number, task) for number, task in enumerate(found, 1))
    return Table(_TASK_COLUMNS, rows) if rows else None


def _task_row(number: int, task: Task) -> tuple[Paragraph, ...]:
    cells: tuple[tuple[Span, ...], ...] = (
        (str(number),),
        task.title,
        task.content,
        ("；".join(task.targets),),
        _names(task.lead),
        _names(task.support),
        (task.deadline,),
    )
    return tuple(Paragraph(cell) for cell in cells)


def _names(names: tuple[Name, ...]) -> tuple[Span, ...]:
    out: list[Span] = []
    for name in names:
        out += ["、", name] if out else [name]
    return tuple(out)


def target_table(draft: Draft) -> Table | None:
    """A row for every target of the text and every slot of one that is still open; None where there is none."""
    text = replace(draft, document=replace(draft.document, attachments=()))
    said = facts_by_place(text)
    titles = {path: heading_text(section, slot_texts(draft)) for path, section in sections(text.document)}
    lines: dict[tuple[str, Span, str, str], str] = {}
    for passage in passages(text.document):
        section = titles.get(passage.section, "")
        for fact in said.get((passage.section, passage.block), ()):
            if fact.target:
                lines.setdefault(_said(fact), section)
        for reference in references(passage.spans):
            slot = slot_named(draft, reference.slot)
            if slot.kind is SlotKind.TARGET and slot.state is SlotState.OPEN:
                lines.setdefault((slot.name, SlotRef(slot.id), "", ""), section)
    rows = tuple(
        tuple(Paragraph((cell,) if cell else ()) for cell in (str(number), *line, section))
        for number, (line, section) in enumerate(lines.items(), 1)
    )
    return Table(_TARGET_COLUMNS, rows) if rows else None


def _said(fact: Fact) -> tuple[str, str, str, str]:
    """Indicator, value with what is said about it (以上), unit and year."""
    if fact.target is None:
        return "", fact.text, "", ""
    unit = fact.target.unit if fact.target.unit in fact.text else ""
    return fact.target.indicator, fact.text.replace(unit, "", 1), unit, str(fact.target.year or "")


def with_annexes(draft: Draft, *, task_annex: bool = False, target_annex: bool = False) -> Draft:
    """The draft with the tables asked for as annexes behind its own, to be printed.

    The tables are derived: they are made anew for every export and never kept in the draft. Raises DrafterError for one
    that would be empty.
    """
    made: list[Document] = []
    if target_annex:
        made.append(_annex(TARGETS, target_table(draft), "草稿中没有识别到量化目标，不能生成目标表。"))
    if task_annex:
        made.append(_annex(TASKS, task_table(draft), "草稿中没有责任单位，不能生成任务分工表。"))
    document = replace(draft.document, attachments=(*draft.document.attachments, *made))
    return replace(draft, document=document)


def _annex(title: str, table: Table | None, missing: str) -> Document:
    if table is None:
        raise DrafterError(missing, "请先在正文中写明，或不勾选这一附表。")
    return Document(title=(title,), preamble=(table,))


def write_ledger(draft: Draft, path: Path) -> Path:
    """Write tasks and targets as a spreadsheet and return its path. A file that exists stays, as in an export.

    Raises CannotWrite, and DrafterError for a draft with neither.
    """
    tables = tuple(
        (name, table) for name, table in ((TASKS, task_table(draft)), (TARGETS, target_table(draft))) if table
    )
    if not tables:
        raise DrafterError("草稿中没有责任单位，也没有量化目标，台账是空的。", "请先在正文中写明。")
    target = free_name(path)
    write_whole(target, ledger_bytes(tables, slot_texts(draft)))
    return target
