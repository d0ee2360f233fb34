"""A draft shown: its chunks, the row of all items, the pages. A changed draft rebuilds only what changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from drafter.desktop.sheet.pages import Paginator, Piece
from drafter.desktop.sheet.setting import setting_of
from drafter.desktop.sheet.strips import Chunk, Item, Row, Strip, composed_strip, strips_of
from drafter.desktop.sheet.tree import ChunkTree
from drafter.model.document import SlotId
from drafter.model.draft import Draft
from drafter.model.flow import Key

_FEW = 6
"""Up to how many changed items are set at once, instead of when they are seen."""
TRIES = 6
"""How often pages are made again while lines on them are counted exactly."""
Place = tuple[Strip, int]
"""A field: its strip and its number there."""


class View:
    """What is on the sheet: `items` is the row of all strips and table rows, `pager` knows their pages.

    A plain view is for paper: black, without words that only stand where something may be written.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self.draft: Draft | None = None
        self.items: list[Item] = []
        self.pager = Paginator()
        self.regions: tuple[str, ...] = ()
        self.chunks: list[Chunk] = []
        self._tree = ChunkTree(self._forget, plain=plain)
        self._index: dict[Key, Place] = {}
        self._exact = 0
        self._stood_in: Item | None = None

    # showing

    def show(self, draft: Draft) -> bool:
        """Show a draft; whether anything is other than before."""
        self.stand_down()
        before, self.draft = self.draft, draft
        if before is draft:
            return False
        self._build(draft)
        return True

    def set_titles_anew(self) -> None:
        """Set titles in shape: words are known by now."""
        self.stand_down()
        if self.draft is not None:
            self._build(self.draft, titles_anew=True)

    def _build(self, draft: Draft, *, titles_anew: bool = False) -> None:
        self._tree.grow(draft, titles_anew=titles_anew)
        if self._tree.same_shape and not self._tree.moved and self._swap():
            return
        old_items, old_chunks = self.items, self.chunks
        self._gather()
        self._name(old_chunks)
        self._paginate(old_items)

    def _swap(self) -> bool:
        """Put new chunks where the old ones were, item for item; False where they have not as many items."""
        if any(len(old.items) != len(new.items) or old.sources != new.sources for old, new in self._tree.swapped):
            return False
        replaced: list[tuple[Item, Item]] = []
        for old, new in self._tree.swapped:
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
        for chunk in self._tree.moved:
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
        self._tree.clear()
        draft, self.draft = self.draft, None
        self.items, self.chunks, self._index = [], [], {}
        if draft is not None:
            self.show(draft)

    def _gather(self) -> None:
        """The row of all items and where every field is."""
        chunks = self._tree.chunks()
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
