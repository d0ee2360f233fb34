"""The tasks of a draft: every responsibility clause with what it is about; an edit of its bodies edits the clause.

The draft is the one truth: a table of tasks is made of it whenever it is shown or printed, and a changed cell of bodies
is an edit of the clause it came from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.adapting.facts import facts as facts_of
from drafter.errors import DrafterError, NotFound
from drafter.model.bodies import Name, bodies, with_bodies
from drafter.model.document import Block, Box, Clause, Paragraph, ParagraphId, SlotRef, Span
from drafter.model.draft import Draft, SlotKind, SlotState, slot_texts
from drafter.model.edits import set_paragraph
from drafter.model.fact import Fact, FactKind
from drafter.model.printed import as_printed
from drafter.model.tree import joined
from drafter.model.walk import sections, text_of
from drafter.workflow.given import knowledge

_BETWEEN_NAMES = re.compile(r"[、，,；;/\n]")
_PHRASE = re.compile(r"[^，。；！？：]+")
_OPEN = re.compile("【[^】]*】")
Places = dict[tuple[str, tuple[int, ...]], tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class Task:
    """One responsibility clause: where it stands, what is to be done, by whom and when.

    `section` is a path, `paragraph` and `ordinal` (from 0, among the clauses of the paragraph) the place of the clause;
    `targets` are the phrases with a target, `deadline` the last time that is named there.
    """

    section: str
    paragraph: ParagraphId
    ordinal: int
    title: tuple[Span, ...]
    content: tuple[Span, ...]
    targets: tuple[str, ...]
    lead: tuple[Name, ...]
    support: tuple[Name, ...]
    deadline: str


def tasks_of(draft: Draft) -> tuple[Task, ...]:
    """The tasks in the text of a draft, in reading order; those in annexes are left out."""
    text = replace(draft, document=replace(draft.document, attachments=()))
    shown, said = slot_texts(draft), facts_by_place(text)
    waiting = {slot.shown for slot in draft.slots if slot.kind is SlotKind.TARGET}
    out: list[Task] = []
    for path, section in sections(text.document):
        before: tuple[Span, ...] = ()
        for way, paragraph in _paragraphs(section.blocks):
            words, found = text_of(paragraph.spans, shown), said.get((path, way), ())
            before += paragraph.spans
            for ordinal, (content, clause) in enumerate(_clauses(paragraph)):
                lead, support = bodies(clause)
                what = content or tuple(span for span in before if not isinstance(span, Clause))
                targets, deadline = _targets(words, found, waiting), _deadline(found)
                out.append(
                    Task(path, paragraph.id, ordinal, section.title, what, targets, lead, support, deadline)
                )  # fmt: skip
                before = ()
    return tuple(out)


def body_names(draft: Draft) -> tuple[str, ...]:
    """What bodies are called: those the clauses of a draft name, most named first, then its locality's directory."""
    shown = slot_texts(draft)
    waiting = {SlotRef(slot.id) for slot in draft.slots if slot.state is SlotState.OPEN}
    said = Counter(
        text_of((party.name,), shown)
        for _, section in sections(draft.document)
        for _, paragraph in _paragraphs(section.blocks)
        for span in paragraph.spans
        if isinstance(span, Clause)
        for party in span.parties
        if party.name not in waiting
    )
    directory, to = knowledge().directory, draft.locality
    local = (directory.name_for(function, to) for function in directory.functions) if to else ()
    return tuple(dict.fromkeys(filter(None, (*(name for name, _ in said.most_common()), *local))))


def facts_by_place(draft: Draft) -> Places:
    """What a draft says as printed, by section path and way to the paragraph."""
    found: Places = {}
    for fact in facts_of(as_printed(draft), knowledge()):
        key = (fact.place.section, fact.place.block)
        found[key] = (*found.get(key, ()), fact)
    return found


def set_bodies(draft: Draft, task: Task, lead: str, support: str) -> Draft:
    """The draft with other bodies in the clause of a task; names are given as they stand in the cells of a table.

    A name that a slot of the draft shows is that slot. Raises DrafterError without any name, NotFound where the clause
    is no longer there.
    """
    names = [tuple(_named(draft, text)) for text in (lead, support)]
    if not any(names):
        raise DrafterError("一项任务至少要有一个责任单位。", "请填写牵头单位。")
    paragraph = next(
        (one for _, section in sections(draft.document) for _, one in _paragraphs(section.blocks)
         if one.id == task.paragraph), None,
    )  # fmt: skip
    places = [i for i, span in enumerate(paragraph.spans) if isinstance(span, Clause)] if paragraph else []
    if paragraph is None or task.ordinal >= len(places):
        raise NotFound("草稿中已没有这项任务的责任单位。", "它可能已被删除，可按 Ctrl+Z 撤销。")
    index = places[task.ordinal]
    clause = paragraph.spans[index]
    changed = with_bodies(clause, *names) if isinstance(clause, Clause) else clause
    spans = (*paragraph.spans[:index], changed, *paragraph.spans[index + 1 :])
    return draft if changed is clause else set_paragraph(draft, paragraph.id, spans)


def _named(draft: Draft, text: str) -> Iterator[Name]:
    slots = {slot.shown: SlotRef(slot.id) for slot in draft.slots if slot.kind is SlotKind.AGENCY}
    for name in map(str.strip, _BETWEEN_NAMES.split(text)):
        if name:
            yield slots.get(name, name)


def _paragraphs(blocks: tuple[Block, ...], way: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Paragraph]]:
    """(way, paragraph) of the text and its boxes; tables are left out."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield (*way, index), block
        elif isinstance(block, Box):
            yield from _paragraphs(block.blocks, (*way, index))


def _clauses(paragraph: Paragraph) -> Iterator[tuple[tuple[Span, ...], Clause]]:
    """(what stands before it, clause) for every clause of a paragraph."""
    before: list[Span] = []
    for span in paragraph.spans:
        if isinstance(span, Clause):
            yield joined(before), span
            before = []
        else:
            before.append(span)


def _targets(words: str, found: tuple[Fact, ...], waiting: set[str]) -> tuple[str, ...]:
    """The phrases of a paragraph in which a target stands, or is still to be filled in."""
    places = {fact.place.start for fact in found if fact.kind is FactKind.TARGET}
    places |= {open_.start() for open_ in _OPEN.finditer(words) if open_[0] in waiting}
    phrases = (
        phrase for phrase in _PHRASE.finditer(words) if any(phrase.start() <= at < phrase.end() for at in places)
    )
    return tuple(phrase[0].strip() for phrase in phrases)


def _deadline(found: tuple[Fact, ...]) -> str:
    times = [fact.text.removeprefix("到") for fact in found if fact.kind is FactKind.PERIOD]
    years = [fact.target.year for fact in found if fact.target and fact.target.year]
    return times[-1] if times else f"{max(years)}年" if years else ""
