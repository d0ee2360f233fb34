"""The chunks of a draft as a tree of sections, grown anew from an old one: what is the same object is used again."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass

from drafter.desktop.sheet.building import Builder, lies
from drafter.desktop.sheet.strips import Chunk, Strip, renumbered_chunk
from drafter.model.document import Document, Section, SlotId, Source
from drafter.model.draft import Draft, slot_texts
from drafter.model.path import Path


@dataclass(slots=True, eq=False)
class _Node:
    section: Section
    above: Source | None
    chunk: Chunk
    children: list[_Node]
    slots: frozenset[SlotId]


@dataclass(slots=True, eq=False)
class _Book:
    """The chunks of a document: above its sections, theirs, under them, and its annexes."""

    document: Document
    opening: Chunk
    nodes: list[_Node]
    closing: Chunk
    annexes: list[_Book]


class ChunkTree:
    """The chunks of the draft shown last.

    After `grow`: `swapped` are the pairs of old and new chunks, `moved` the chunks that have another path, `same_shape`
    says whether there are the same sections in the same places. `forget` is told of chunks before their path changes.
    """

    def __init__(self, forget: Callable[[Chunk], None], *, plain: bool) -> None:
        self._forget, self._plain = forget, plain
        self._book: _Book | None = None
        self._draft: Draft | None = None
        self._builder = Builder({}, plain=plain)
        self._changed: set[SlotId] = set()
        self._old: dict[int, _Node] = {}
        self._titles_anew = False
        self.moved: list[Chunk] = []
        self.swapped: list[tuple[Chunk, Chunk]] = []
        self.same_shape = True

    def grow(self, draft: Draft, *, titles_anew: bool = False) -> None:
        """Take another draft; `titles_anew` sets the titles even where they are the same."""
        self._changed, self._titles_anew = _changed_slots(self._draft, draft), titles_anew
        self._draft = draft
        self._builder = Builder({slot.id: slot for slot in draft.slots}, plain=self._plain)
        self._old, self.moved, self.swapped, self.same_shape = {}, [], [], True
        with collecting_later():
            self._book = self._book_of(draft.document, (), "", self._book)

    def clear(self) -> None:
        """Know nothing."""
        self._book, self._draft = None, None

    def chunks(self) -> list[Chunk]:
        """All chunks in reading order."""
        chunks: list[Chunk] = []

        def nodes(all_: list[_Node]) -> None:
            for node in all_:
                chunks.append(node.chunk)
                nodes(node.children)

        def books(book: _Book) -> None:
            chunks.append(book.opening)
            nodes(book.nodes)
            chunks.append(book.closing)
            for annex in book.annexes:
                books(annex)

        if self._book is not None:
            books(self._book)
        return chunks

    def _stale(self, chunk: Chunk) -> bool:
        return not chunk.slots.isdisjoint(self._changed)

    def _book_of(self, document: Document, path: Path, mark: str, old: _Book | None) -> _Book:
        builder = self._builder
        same = (
            old is not None
            and old.document is document
            and old.opening.path == path
            and not self._changed
            and not self._titles_anew
        )
        if same and old is not None:
            return old
        opening = closing = None
        turned = bool(mark) and lies(document, slot_texts(self._draft)) if self._draft else False
        if old is not None and old.opening.path == path and _same_head(old.document, document):
            opening = None if self._titles_anew or self._stale(old.opening) else old.opening
        if old is not None and old.closing.path == path and _same_foot(old.document, document):
            closing = old.closing if not self._changed or not document.attachments else None
        if old is not None:
            self._remember(old.nodes)
        opening = opening or self._swap_for(builder.opening(document, path, mark), old and old.opening)
        closing = closing or self._swap_for(builder.closing(document, path), old and old.closing)
        self._compare_trees(old.nodes if old else [], document.sections)
        self.same_shape = self.same_shape and old is not None and len(old.annexes) == len(document.attachments)
        nodes = self._nodes(document.sections, (*path, "sections"), None, turned=turned)
        annexes: list[_Book] = []
        for number, annex in enumerate(document.attachments):
            name = (mark + "-" if mark else "附件") + ("" if len(document.attachments) == 1 else str(number + 1))
            name = name.removesuffix("-") if len(document.attachments) == 1 else name
            older = old.annexes[number] if old and number < len(old.annexes) else None
            annexes.append(self._book_of(annex, (*path, "attachments", number), name, older))
        return _Book(document, opening, nodes, closing, annexes)

    def _remember(self, nodes: list[_Node]) -> None:
        for node in nodes:
            self._old[node.section.id] = node

    def _nodes(self, sections: tuple[Section, ...], path: Path, above: Source | None, *, turned: bool) -> list[_Node]:
        return [self._node(one, (*path, place), above, turned=turned) for place, one in enumerate(sections)]

    def _node(self, section: Section, path: Path, above: Source | None, *, turned: bool) -> _Node:
        old = self._old.get(section.id)
        if old is None:
            old = self._search(section)
        if old is not None and old.section is section and old.above is above and self._changed.isdisjoint(old.slots):
            self._move(old, path)
            return old
        chunk = None
        if old is not None:
            self._remember(old.children)
            fresh = _own_part(old.section, section) and old.above is above and not self._stale(old.chunk)
            if fresh:
                chunk = old.chunk
                self._put_at(chunk, path)
            elif old.above is above and not self._stale(old.chunk) and _renumbered(old.section, section):
                self._forget(old.chunk)
                chunk = renumbered_chunk(old.chunk, path, str(old.section.number), str(section.number))
                self.swapped.append((old.chunk, chunk))
        chunk = chunk or self._swap_for(self._builder.section(section, path, above, turned=turned), old and old.chunk)
        self._compare_trees(old.children if old else [], section.children)
        children = self._nodes(section.children, (*path, "children"), section.source, turned=turned)
        return _Node(section, above, chunk, children, chunk.slots.union(*(child.slots for child in children)))

    def _search(self, section: Section) -> _Node | None:
        """The node of a section that stands elsewhere now: all nodes are looked through, once for a change."""
        if -1 in self._old or self._book is None:
            return None
        everywhere: dict[int, _Node] = {}

        def gather(nodes: list[_Node]) -> None:
            for node in nodes:
                everywhere[node.section.id] = node
                gather(node.children)

        def books(book: _Book) -> None:
            gather(book.nodes)
            for annex in book.annexes:
                books(annex)

        books(self._book)
        self._old = {**everywhere, **self._old, -1: next(iter(everywhere.values()), None)}  # type: ignore[dict-item]
        return self._old.get(section.id)

    def _move(self, node: _Node, path: Path) -> None:
        if node.chunk.path == path:
            return
        self._put_at(node.chunk, path)
        for place, child in enumerate(node.children):
            self._move(child, (*path, "children", place))

    def _put_at(self, chunk: Chunk, path: Path) -> None:
        """Give a chunk its place in the document; what is named by its path is named anew."""
        if chunk.path != path:
            self._forget(chunk)
            self.moved.append(chunk)
            chunk.path = path

    def _compare_trees(self, old: list[_Node], new: tuple[Section, ...]) -> None:
        if self.same_shape:
            self.same_shape = [node.section.id for node in old] == [section.id for section in new]

    def _swap_for(self, new: Chunk, old: Chunk | None) -> Chunk:
        """The chunk that takes the place of an old one, with its settings where its strips look the same."""
        if old is None:
            self.same_shape = False
            return new
        self.swapped.append((old, new))
        known: dict[object, Strip] = {}
        for strip in old.strips():
            known.setdefault((strip.text, strip.style, strip.width), strip)
        for strip in new.strips():
            same = known.get((strip.text, strip.style, strip.width))
            if same is not None and same.setting is not None and same.looks_like(strip):
                strip.setting, strip.lines = same.setting, same.lines
        return new


@contextmanager
def collecting_later() -> Generator[None]:
    """Without the garbage collector: what is built here stays, and it would go through all of it again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _changed_slots(before: Draft | None, after: Draft) -> set[SlotId]:
    if before is None or before.slots is after.slots:
        return set()
    old = {slot.id: slot for slot in before.slots}
    new = {slot.id: slot for slot in after.slots}
    return {number for number in old.keys() | new.keys() if old.get(number) is not new.get(number)}


def _same_head(old: Document, new: Document) -> bool:
    names = (
        "remark", "title", "subtitle", "status", "document_number", "signer", "classification", "addressee", "preamble",
    )  # fmt: skip
    return all(getattr(old, name) is getattr(new, name) or getattr(old, name) == getattr(new, name) for name in names)


def _same_foot(old: Document, new: Document) -> bool:
    names = ("issuer", "date", "notes")
    if any(getattr(old, name) != getattr(new, name) for name in names):
        return False
    titles = [[one.title for one in document.attachments] for document in (old, new)]
    return titles[0] == titles[1]


def _own_part(old: Section, new: Section) -> bool:
    """Whether a section is the same but for its children."""
    if old is new:
        return True
    names = ("title", "number", "blocks", "level", "run_in", "guidance", "source")
    return all(getattr(old, name) is getattr(new, name) or getattr(old, name) == getattr(new, name) for name in names)


def _renumbered(old: Section, new: Section) -> bool:
    """Whether a section differs in nothing but its number, which is of the same form."""
    if old.number is None or new.number is None or old.number.form is not new.number.form:
        return False
    names = ("title", "blocks", "level", "run_in", "guidance", "source")
    return all(getattr(old, name) is getattr(new, name) for name in names)
