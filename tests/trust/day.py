"""A simulated day on one draft: random edits, undos, picks, fills, savings and reopenings against plain lists.

    python -m tests.trust.day --steps 20000 --seed 1

Every step is done twice: by the program's own edits through the session and its one undo stack, and on nested Python
lists that know nothing of frozen values. After each step both must say the same. At every reopening the memory is read,
and before it everything is undone: that must give the very draft the stack began with.
"""

from __future__ import annotations

import argparse
import copy
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from drafter import resources, workflow
from drafter.desktop.session import Session
from drafter.keeping.desk import Desk, keyed
from drafter.model.document import Clause, Document, Paragraph, ParagraphId, Party, Section, SectionId, SlotRef
from drafter.model.draft import Draft, Slot, SlotId, SlotKind, SlotState, delete_slot, fill, keep
from drafter.model.edits import (
    Spot,
    insert_section,
    move_section,
    remove_section,
    set_heading,
    set_paragraph,
    set_title,
)
from drafter.model.numbering import Form, Number
from drafter.model.walk import named, passages, text_of

REOPENED = 1000
"""How many steps lie between two reopenings, about."""
MOST = 60
"""How many sections the draft has at most, about."""
WORDS = ("推进改造", "完善机制", "建设园区", "服务企业", "加强统筹", "按季调度")
NUMERALS = "〇一二三四五六七八九"

Parts = list[str | int]
"""The words of a paragraph; a slot is its number."""


@dataclass
class Node:
    """A section in plain lists."""

    title: str
    paragraphs: list[Parts]
    children: list[Node] = field(default_factory=list)


@dataclass
class Plain:
    """What should be there. `slots`: number → (original, value, state)."""

    title: str = ""
    nodes: list[Node] = field(default_factory=list)
    slots: dict[int, tuple[str, str, str]] = field(default_factory=dict)


def plain_of(draft: Draft) -> Plain:
    """What a draft says, in plain lists."""
    slots = {slot.id: (slot.original, slot.value, slot.state.value) for slot in draft.slots}
    return Plain(text_of(draft.document.title), [_node(one) for one in draft.document.sections], slots)


def _node(section: Section) -> Node:
    paragraphs = [_parts(block) for block in section.blocks if isinstance(block, Paragraph)]
    return Node(text_of(section.title), paragraphs, [_node(child) for child in section.children])


def _parts(paragraph: Paragraph) -> Parts:
    flat = [part for span in paragraph.spans for part in (span.spans if isinstance(span, Clause) else (span,))]
    names = [part.name if isinstance(part, Party) else part for part in flat]
    return merged([name.slot if isinstance(name, SlotRef) else name for name in names])


def merged(parts: Parts) -> Parts:
    """The parts with neighbouring words made one."""
    row: Parts = []
    for part in parts:
        if row and isinstance(part, str) and isinstance(row[-1], str):
            row[-1] += part
        elif part != "":
            row.append(part)
    return row


def walk(nodes: list[Node], way: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Node]]:
    for index, node in enumerate(nodes):
        yield (*way, index), node
        yield from walk(node.children, (*way, index))


def siblings(plain: Plain, way: tuple[int, ...]) -> list[Node]:
    nodes = plain.nodes
    for index in way[:-1]:
        nodes = nodes[index].children
    return nodes


def section_at(draft: Draft, way: tuple[int, ...]) -> Section:
    sections = draft.document.sections
    for index in way[:-1]:
        sections = sections[index].children
    return sections[way[-1]]


class Day:
    """The draft in a session, the plain lists, and the history of both."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.dice = random.Random(seed)
        self.session = Session()
        self.desk, self.path = Desk(folder / "user"), folder / "稿.draft.json"
        self.reference = workflow.read(min(resources.reference_docs().glob("*.docx")))
        self.plain = Plain()
        self.past: list[Plain] = []
        self.future: list[Plain] = []
        self.memory: list[int] = []
        self.begin(keyed(Draft(Document(title=("方案",)))))

    @property
    def draft(self) -> Draft:
        assert self.session.draft is not None
        return self.session.draft

    def begin(self, draft: Draft) -> None:
        self.session.begin(draft)
        self.first, self.plain = draft, plain_of(draft)
        self.past, self.future = [], []

    # steps

    def do(self, edit: Callable[[Draft], Draft], change: Callable[[Plain], object]) -> None:
        before = copy.deepcopy(self.plain)
        if self.session.apply("改", edit):
            change(self.plain)
            self.past.append(before)
            self.future.clear()

    def step(self) -> None:
        steps = [self.retitle, self.rename, self.write, self.write, self.add, self.move, self.undo, self.redo]
        steps += [self.settle, self.settle]
        if len(list(walk(self.plain.nodes))) > MOST:
            steps += [self.remove] * 4
        dice = self.dice.random()
        if dice < 1 / REOPENED:
            self.reopen()
        elif dice < 0.005:
            self.pick()
        elif dice < 0.02:
            self.remove()
        else:
            self.dice.choice(steps)()

    def words(self) -> str:
        return self.dice.choice(WORDS) + str(self.dice.randrange(100))

    def somewhere(self) -> tuple[tuple[int, ...], Node] | None:
        found = list(walk(self.plain.nodes))
        return self.dice.choice(found) if found else None

    def spot(self, plain: Plain, *, deepest: int = 3) -> tuple[int, ...]:
        """A way to where a section may go."""
        parents = [(), *(way for way, _ in walk(plain.nodes) if len(way) < deepest)]
        parent = self.dice.choice(parents)
        return (*parent, self.dice.randrange(len(siblings(plain, (*parent, 0))) + 1))

    def retitle(self) -> None:
        words = self.words()
        self.do(lambda draft: set_title(draft, (words,)), lambda plain: setattr(plain, "title", words))

    def rename(self) -> None:
        if found := self.somewhere():
            way, words = found[0], self.words()
            id_ = section_at(self.draft, way).id
            self.do(
                lambda draft: set_heading(draft, id_, (words,)),
                lambda plain: setattr(siblings(plain, way)[way[-1]], "title", words),
            )

    def write(self) -> None:
        found = self.somewhere()
        if not found or not found[1].paragraphs:
            return
        way, row, words = found[0], self.dice.randrange(len(found[1].paragraphs)), self.words()
        blocks = [one for one in section_at(self.draft, way).blocks if isinstance(one, Paragraph)]
        id_, spans = blocks[row].id, blocks[row].spans
        last = spans[-1] if spans and isinstance(spans[-1], str) else ""
        new = (*(spans[:-1] if last else spans), last + words)

        def change(plain: Plain) -> None:
            paragraphs = siblings(plain, way)[way[-1]].paragraphs
            paragraphs[row] = merged([*paragraphs[row], words])

        self.do(lambda draft: set_paragraph(draft, ParagraphId(id_), new), change)

    def add(self) -> None:
        """A section with a paragraph that has a slot in it."""
        way, words, slot = self.spot(self.plain), self.words(), self.draft.next_id
        here = Paragraph((words, SlotRef(SlotId(slot)), "家"))

        def edit(draft: Draft) -> Draft:
            new = Slot(SlotId(slot), SlotKind.TARGET, words, original=words)
            draft = replace(draft, slots=(*draft.slots, new), next_id=slot + 1)
            section = Section((words,), 1, Number(Form.COMMA, 1), blocks=(here,))
            return insert_section(draft, section, self._spot(draft, way))

        def change(plain: Plain) -> None:
            plain.slots[slot] = (words, "", SlotState.OPEN.value)
            siblings(plain, way).insert(way[-1], Node(words, [[words, slot, "家"]]))

        self.do(edit, change)

    def pick(self) -> None:
        """A section of another plan: with its slots showing what they replace, it says what it says there."""
        path, source = self.dice.choice(list(named(self.reference.sections)))
        way = (self.dice.randrange(len(self.plain.nodes) + 1),)
        before = len(self.plain.nodes)

        def change(plain: Plain) -> None:
            now = plain_of(self.draft)
            new = now.nodes[way[-1]]
            assert len(now.nodes) == before + 1
            assert said(new, now.slots) == said(_node(source), {})
            plain.nodes.insert(way[-1], new)
            plain.slots |= {key: slot for key, slot in now.slots.items() if key not in plain.slots}

        self.do(lambda draft: workflow.pick(draft, self.reference, path, self._spot(draft, way)), change)

    def move(self) -> None:
        if not (found := self.somewhere()):
            return
        way, id_ = found[0], section_at(self.draft, found[0]).id
        rest = copy.deepcopy(self.plain)
        node = siblings(rest, way).pop(way[-1])
        depth = max(len(one) for one, _ in walk([node]))
        to = self.spot(rest, deepest=max(1, 4 - depth))

        def edit(draft: Draft) -> Draft:
            return move_section(draft, id_, self._spot(remove_section(draft, id_), to))

        def change(plain: Plain) -> None:
            moved = siblings(plain, way).pop(way[-1])
            siblings(plain, to).insert(to[-1], moved)

        self.do(edit, change)

    def remove(self) -> None:
        if not (found := self.somewhere()):
            return
        way, id_ = found[0], section_at(self.draft, found[0]).id

        def change(plain: Plain) -> None:
            gone = used([siblings(plain, way).pop(way[-1])]) - used(plain.nodes)
            plain.slots = {key: slot for key, slot in plain.slots.items() if key not in gone}

        self.do(lambda draft: remove_section(draft, id_), change)

    def settle(self) -> None:
        if not self.plain.slots:
            return
        key = self.dice.choice(list(self.plain.slots))
        original, words = self.plain.slots[key][0], self.words()
        match self.dice.randrange(3):
            case 0 if key not in in_clauses(self.draft):
                self.do(lambda draft: delete_slot(draft, SlotId(key)), lambda plain: without(plain, key))
            case 1:
                state = (original, words, SlotState.REPLACED.value)
                self.do(lambda draft: fill(draft, SlotId(key), words), lambda plain: plain.slots.update({key: state}))
            case _:
                state = (original, "", SlotState.KEPT.value)
                self.do(
                    lambda draft: keep(draft, SlotId(key), "本地也有"), lambda plain: plain.slots.update({key: state})
                )

    def undo(self) -> None:
        for _ in range(self.dice.randint(1, 5)):
            assert self.session.stack.canUndo() == bool(self.past)
            if self.past:
                self.session.stack.undo()
                self.future.append(self.plain)
                self.plain = self.past.pop()

    def redo(self) -> None:
        for _ in range(self.dice.randint(1, 5)):
            assert self.session.stack.canRedo() == bool(self.future)
            if self.future:
                self.session.stack.redo()
                self.past.append(self.plain)
                self.plain = self.future.pop()

    def reopen(self) -> None:
        """Save, undo everything, and open what was saved."""
        self.desk.save(self.draft, self.path)
        saved = self.plain
        while self.session.stack.canUndo():
            self.session.stack.undo()
        assert self.draft is self.first, "undoing everything does not give the first draft"
        self.begin(workflow.open_draft(self.path))
        assert self.plain == saved, "the file holds another draft than was saved"
        self.memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    # comparing

    def _spot(self, draft: Draft, way: tuple[int, ...]) -> Spot:
        return Spot(SectionId(section_at(draft, way[:-1]).id) if len(way) > 1 else None, way[-1])

    def check(self) -> None:
        assert plain_of(self.draft) == self.plain
        for number, section in enumerate(self.draft.document.sections, 1):
            if section.number is not None and section.number.form is Form.COMMA and number < 10:
                assert str(section.number) == f"{NUMERALS[number]}、"


def said(node: Node, slots: dict[int, tuple[str, str, str]]) -> list[str]:
    """The words of a section with its slots showing what they replace."""
    own = ["".join(slots[one][0] if isinstance(one, int) else one for one in parts) for parts in node.paragraphs]
    return own + [line for child in node.children for line in said(child, slots)]


def used(nodes: list[Node]) -> set[int]:
    return {part for _, node in walk(nodes) for parts in node.paragraphs for part in parts if isinstance(part, int)}


def without(plain: Plain, key: int) -> None:
    """Take a slot out of the lists; words that meet become one."""
    del plain.slots[key]
    for _, node in walk(plain.nodes):
        node.paragraphs = [merged([part for part in parts if part != key]) for parts in node.paragraphs]


def in_clauses(draft: Draft) -> set[int]:
    """The slots of bodies in clauses: with them goes the mark before them, which the lists do not know."""
    clauses = [span for one in passages(draft.document) for span in one.spans if isinstance(span, Clause)]
    return {party.name.slot for one in clauses for party in one.parties if isinstance(party.name, SlotRef)}


def live(steps: int, seed: int) -> Day:
    """A day of so many steps; raises AssertionError at the first difference."""
    with tempfile.TemporaryDirectory(prefix="drafter-day-") as folder:
        day = Day(seed, Path(folder))
        for number in range(steps):
            try:
                day.step()
                day.check()
            except AssertionError as error:
                raise AssertionError(f"step {number}: {error}") from error
        day.reopen()
        day.desk.close()
    return day


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--steps", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    _application = QCoreApplication.instance() or QCoreApplication([])
    began = time.perf_counter()
    day = live(options.steps, options.seed)
    print(f"{options.steps} steps, {len(day.memory)} reopenings, 0 differences, {time.perf_counter() - began:.0f} s")
    print(f"most memory used, MB at each reopening: {' '.join(str(one // 1024) for one in day.memory)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
