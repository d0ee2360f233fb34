"""A draft shown: its chunks, the row of all items, the pages. A changed draft rebuilds only what changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.desktop.sheet.building import Builder, lies
from drafter.desktop.sheet.pages import Paginator, Piece
from drafter.desktop.sheet.setting import setting_of
from drafter.desktop.sheet.strips import Chunk, Item, Row, Strip, composed_strip, renumbered_chunk, strips_of
from drafter.model.document import Document, Section, SlotId, Source
from drafter.model.draft import Draft, slot_texts
from drafter.model.flow import Key
from drafter.model.path import Path

_FEW = 6
"""Up to how many changed items are set at once, instead of when they are seen."""
TRIES = 6
"""How often pages are made again while lines on them are counted exactly."""


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


Place = tuple[Strip, int]
"""A field: its strip and its number there."""


class View:
    """What is on the sheet: `items` is the row of all strips and table rows, `pager` knows their pages.

    A plain view is for paper: black, without words that only stand where something may be written.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self._plain = plain
        self.draft: Draft | None = None
        self.items: list[Item] = []
        self.pager = Paginator()
        self.regions: tuple[str, ...] = ()
        self.chunks: list[Chunk] = []
        self._book: _Book | None = None
        self._index: dict[Key, Place] = {}
        self._changed: set[SlotId] = set()
        self._old: dict[int, _Node] = {}
        self._builder = Builder({}, plain=plain)
        self._exact = 0
        self._named_anew: list[Chunk] = []
        self._swapped: list[tuple[Chunk, Chunk]] = []
        self._same_tree = True
        self._titles_anew = False
        self._stood_in: Item | None = None

    # showing

    def show(self, draft: Draft) -> bool:
        """Show a draft; whether anything is other than before."""
        self.stand_down()
        before, self.draft = self.draft, draft
        if before is draft:
            return False
        slots = {slot.id: slot for slot in draft.slots}
        self._builder = Builder(slots, plain=self._plain)
        self._changed = _changed_slots(before, draft)
        self._build(draft.document)
        return True

    def set_titles_anew(self) -> None:
        """Set titles in shape: words are known by now."""
        self.stand_down()
        if self.draft is not None:
            self._changed, self._titles_anew = set(), True
            self._build(self.draft.document)
            self._titles_anew = False

    def _build(self, document: Document) -> None:
        self._old, self._named_anew, self._swapped, self._same_tree = {}, [], [], True
        self._book = self._book_of(document, (), "", self._book)
        if self._same_tree and not self._named_anew and self._swap():
            return
        old_items, old_chunks = self.items, self.chunks
        self._gather()
        self._name(old_chunks)
        self._paginate(old_items)

    def _swap(self) -> bool:
        """Put new chunks where the old ones were, item for item; False where they have not as many items."""
        if any(len(old.items) != len(new.items) or old.sources != new.sources for old, new in self._swapped):
            return False
        replaced: list[tuple[Item, Item]] = []
        for old, new in self._swapped:
            new.order = old.order
            self.chunks[old.order] = new
            self._forget(old)
            for was, item in zip(old.items, new.items, strict=True):
                if was is not item:
                    number = _number(was)
                    _set_number(item, number)
                    self.items[number] = item
                    replaced.append((was, item))
            self._enter(new)
        if len(replaced) > _FEW:
            self._exact = min(self._exact, *(_number(item) for _, item in replaced))
        else:
            for _, item in replaced:
                self.count_lines(_number(item), _number(item) + 1)
        self.pager.take(self.items)
        other = [_number(item) for was, item in replaced if not _same_room(was, item)]
        if other:
            self.pager.paginate(self.items, min(other))
        return True

    def _name(self, before: list[Chunk]) -> None:
        """Take note of where every field is: of the chunks that are new, and that nothing is in those that are gone."""
        for number, item in enumerate(self.items):
            _set_number(item, number)
        old, new = {id(chunk) for chunk in before}, {id(chunk) for chunk in self.chunks}
        for chunk in before:
            if id(chunk) not in new:
                self._forget(chunk)
        for chunk in self.chunks:
            if id(chunk) not in old:
                self._enter(chunk)
        for chunk in self._named_anew:
            self._enter(chunk)

    def _forget(self, chunk: Chunk) -> None:
        for strip in chunk.strips():
            for one in range(len(strip.fields)):
                found = self._index.get(key := strip.key(one))
                if found is not None and found[0] is strip:
                    del self._index[key]

    def _enter(self, chunk: Chunk) -> None:
        for strip in chunk.strips():
            for one in range(len(strip.fields)):
                self._index[strip.key(one)] = strip, one

    def _paginate(self, old: list[Item]) -> None:
        """Put on pages anew from the first item that takes another room than what stood in its place."""
        new = self.items
        start = _first_difference(old, new)
        self.pager.paginate(new, start)
        self._exact = min(self._exact, start)

    def rebuild(self) -> None:
        """Build everything anew: the theme has changed, or words are known by now."""
        self.stand_down()
        draft, self._book, self.draft = self.draft, None, None
        self.items, self.chunks, self._index = [], [], {}
        if draft is not None:
            self.show(draft)

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
        turned = bool(mark) and lies(document, slot_texts(self.draft)) if self.draft else False
        if old is not None and old.opening.path == path and _same_head(old.document, document):
            opening = None if self._titles_anew or self._stale(old.opening) else old.opening
        if old is not None and old.closing.path == path and _same_foot(old.document, document):
            closing = old.closing if not self._changed or not document.attachments else None
        if old is not None:
            self._remember(old.nodes)
        opening = opening or self._swap_for(builder.opening(document, path, mark), old and old.opening)
        closing = closing or self._swap_for(builder.closing(document, path), old and old.closing)
        self._compare_trees(old.nodes if old else [], document.sections)
        self._same_tree = self._same_tree and old is not None and len(old.annexes) == len(document.attachments)
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
                self._swapped.append((old.chunk, chunk))
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
            self._named_anew.append(chunk)
            chunk.path = path

    def _compare_trees(self, old: list[_Node], new: tuple[Section, ...]) -> None:
        if self._same_tree:
            self._same_tree = [node.section.id for node in old] == [section.id for section in new]

    def _swap_for(self, new: Chunk, old: Chunk | None) -> Chunk:
        """The chunk that takes the place of an old one, with its settings where its strips look the same."""
        if old is None:
            self._same_tree = False
            return new
        self._swapped.append((old, new))
        known: dict[object, Strip] = {}
        for strip in old.strips():
            known.setdefault((strip.text, strip.style, strip.width), strip)
        for strip in new.strips():
            same = known.get((strip.text, strip.style, strip.width))
            if same is not None and same.setting is not None and same.looks_like(strip):
                strip.setting, strip.lines = same.setting, same.lines
        return new

    def _gather(self) -> None:
        """The row of all items and where every field is."""
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

        assert self._book is not None
        books(self._book)
        self.chunks = chunks
        for order, chunk in enumerate(chunks):
            chunk.order = order
        items: list[Item] = []
        for chunk in chunks:
            items.extend(chunk.items)
        self.items = items
        first: dict[str, int] = {}
        for chunk in chunks:
            for number, region in chunk.sources:
                first[region] = min(number, first.get(region, number))
        self.regions = tuple(sorted(first, key=lambda region: (first[region], region)))

    # words that are being composed

    def stand_in(self, key: Key, cut: tuple[int, int], text: str, inside: SlotId | None = None) -> None:
        """Show a text in place of a range of a field, until `stand_down`: it is not in the draft."""
        self.stand_down()
        found = self.find(key)
        if found is None:
            return
        strip, number = found
        composed = composed_strip(strip, number, cut, text, inside)
        old = self.items[strip.index]
        new: Item = composed
        if isinstance(old, Row):
            new = replace(old, cells=tuple(composed if cell is strip else cell for cell in old.cells))
            composed.owner = new
        self._stood_in = old
        self._put_item(strip.index, new)

    def stand_down(self) -> None:
        """Show the draft as it is again."""
        old, self._stood_in = self._stood_in, None
        if old is not None:
            self._put_item(old.place, old)

    def _put_item(self, number: int, item: Item) -> None:
        old = self.items[number]
        self.items[number] = item
        _set_number(item, number)
        self.count_lines(number, number + 1)
        for strip in strips_of(item):
            for one in range(len(strip.fields)):
                self._index[strip.key(one)] = strip, one
        if not _same_room(old, item):
            self.pager.paginate(self.items, number)

    # places

    def find(self, key: Key) -> Place | None:
        """The field with a key."""
        return self._index.get(key)

    def fields(self) -> Iterator[Place]:
        """All fields in reading order."""
        for item in self.items:
            for strip in strips_of(item):
                yield from ((strip, number) for number in range(len(strip.fields)))

    # exact lines

    def count_lines(self, start: int, end: int) -> int | None:
        """Set the items from `start` to `end`; the first whose count of lines was guessed wrong, or None."""
        wrong = None
        for number in range(start, min(end, len(self.items))):
            for strip in strips_of(self.items[number]):
                if strip.setting is None:
                    guessed = strip.lines
                    setting_of(strip)
                    if strip.lines != guessed and wrong is None:
                        wrong = number
        return wrong

    def settle(self, pages: Callable[[], range]) -> bool:
        """Make what stands on some pages exact; whether anything moved. `pages` is asked again after every move."""
        moved = False
        for _ in range(TRIES):
            wanted = pages()
            numbers = [
                piece.item for page in wanted if page < len(self.pager.pages) for piece in self.pager.pages[page].pieces
            ]
            if not numbers:
                return moved
            wrong = self.count_lines(min(numbers), max(numbers) + 1)
            if wrong is None:
                return moved
            self.pager.paginate(self.items, wrong)
            moved = True
        return moved

    def settle_item(self, number: int) -> None:
        """Make an item exact."""
        wrong = self.count_lines(number, number + 1)
        if wrong is not None:
            self.pager.paginate(self.items, wrong)

    def settle_some(self, clock: Callable[[], bool]) -> bool:
        """Set further items, then put them on pages, while `clock` says there is time; whether all is exact now."""
        first_wrong: int | None = None
        while self._exact < len(self.items) and clock():
            wrong = self.count_lines(self._exact, self._exact + 1)
            first_wrong = wrong if first_wrong is None else first_wrong
            self._exact += 1
        if first_wrong is not None:
            self.pager.paginate(self.items, first_wrong)
        return self._exact >= len(self.items) and self.pager.reach_some(clock)

    def settle_all(self) -> None:
        """Make everything exact."""
        wrong = self.count_lines(0, len(self.items))
        if wrong is not None:
            self.pager.paginate(self.items, wrong)
        self._exact = len(self.items)
        self.pager.reach(len(self.items))

    def page_of(self, number: int, line: int = 0) -> tuple[int, Piece] | None:
        """The page on which a line of an item stands, and the piece it is in."""
        self.pager.reach(number + 1)
        if number >= len(self.pager.places):
            return None
        page = self.pager.places[number][0]
        for at in range(page, len(self.pager.pages)):
            for piece in self.pager.pages[at].pieces:
                if (
                    piece.item == number
                    and not piece.repeated
                    and piece.first <= line < max(piece.last, piece.first + 1)
                ):
                    return at, piece
            if at > page and self.pager.pages[at].pieces and self.pager.pages[at].pieces[0].item > number:
                return None
        return None


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


def _number(item: Item) -> int:
    return item.place if isinstance(item, Row) else item.number


def _set_number(item: Item, number: int) -> None:
    if isinstance(item, Row):
        item.place = number
    else:
        item.number = number


def _same_room(old: Item, new: Item) -> bool:
    """Whether one item can stand where another stood without anything moving."""
    if isinstance(old, Row) != isinstance(new, Row) or (old.turned, old.frame) != (new.turned, new.frame):
        return False
    return (old.lines, old.style) == (new.lines, new.style)


def _first_difference(old: list[Item], new: list[Item]) -> int:
    """The first item that is another."""
    most = min(len(old), len(new))
    return next((i for i in range(most) if old[i] is not new[i]), most)
