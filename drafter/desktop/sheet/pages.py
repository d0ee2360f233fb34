"""Lines on pages: integer arithmetic over line counts, the same rules as in the Word file.

Headings keep with the next line, a table row is never parted (unless it is longer than a page), its head is repeated,
a box may break between any two lines, what lies stands on landscape pages of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.desktop.sheet.strips import Frame, Item, Row
from drafter.desktop.sheet.styles import BOX_AGAIN, BOX_FOOT, ROW_AIR, SHEET
from drafter.workflow.printed import layout


class Piece(NamedTuple):
    """Lines `first` to `last` (without it) of an item; `y` is the top of the first, below the top of the type area."""

    item: int
    first: int
    last: int
    y: int
    repeated: bool = False


@dataclass(slots=True)
class Page:
    """One page: whether it lies, and what stands on it."""

    turned: bool = False
    pieces: list[Piece] = field(default_factory=list[Piece])

    @property
    def width(self) -> int:
        """The width of the sheet."""
        return layout.PAGE_HEIGHT if self.turned else layout.PAGE_WIDTH

    @property
    def height(self) -> int:
        """The height of the sheet."""
        return layout.PAGE_WIDTH if self.turned else layout.PAGE_HEIGHT

    @property
    def left(self) -> int:
        """The left margin."""
        return SHEET.bottom if self.turned else SHEET.left

    @property
    def top(self) -> int:
        """The top margin."""
        return SHEET.left if self.turned else SHEET.top

    @property
    def room(self) -> int:
        """The height of the type area."""
        return SHEET.text_width if self.turned else SHEET.text_height


class Paginator:
    """Puts items on pages: again from the first one that changed, and only as far as somebody looks.

    What lies behind is put on pages when it is asked for, or in idle time; until then `count` is about right.
    """

    def __init__(self) -> None:
        self.pages: list[Page] = [Page()]
        self._items: list[Item] = []
        self._y = 0
        self._guess = 1
        self.places: list[tuple[int, int]] = []
        """For each item that has been placed, the page it begins on and the height used up there before it."""

    @property
    def finished(self) -> bool:
        """Whether everything is on its page."""
        return len(self.places) >= len(self._items)

    @property
    def count(self) -> int:
        """How many pages there are, or about as many while not all is placed."""
        return len(self.pages) if self.finished else max(len(self.pages), self._guess)

    def heights(self) -> list[int]:
        """The heights of all pages; those not made yet stand upright."""
        known = [page.height for page in self.pages]
        return known + [layout.PAGE_HEIGHT] * (self.count - len(known))

    def take(self, items: list[Item]) -> None:
        """Take other items that have the room of those there were."""
        self._items = items

    def paginate(self, items: list[Item], start: int = 0) -> None:
        """Put the items from number `start` on anew, when they are asked for; those before are where they were."""
        self._guess = self.count if self._items else len(items) // 5
        start = self._start_of_chain(items, min(start, len(self.places), len(items)))
        self._items = items
        if start == 0:
            self.pages, self._y = [Page(items[0].turned if items else False)], 0
        else:
            page, self._y = self.places[start]
            del self.pages[page + 1 :]
            kept = self.pages[page].pieces
            self.pages[page].pieces = [one for one in kept if one.item < start]
        del self.places[start:]
        self.reach_page(0)

    def reach(self, number: int) -> None:
        """Put items on pages up to this one."""
        while len(self.places) <= number and not self.finished:
            self._place(len(self.places))

    def reach_page(self, number: int) -> None:
        """Put items on pages until a page is full."""
        while len(self.pages) <= number + 1 and not self.finished:
            self._place(len(self.places))

    def reach_some(self, clock: Callable[[], bool]) -> bool:
        """Put items on pages while there is time; whether all are."""
        while not self.finished and clock():
            self.reach(len(self.places) + 50)
        return self.finished

    def _start_of_chain(self, items: list[Item], start: int) -> int:
        """Back to the first of the headings that keep with what changed."""
        if start >= len(self.places):
            start = max(0, len(self.places) - 1)
        while start > 0 and items[start - 1].style.keep:
            start -= 1
        return start

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    def _turn(self, *, turned: bool, again: bool = False) -> None:
        """Begin a page; `again` where a box goes on."""
        self.pages.append(Page(turned))
        self._y = BOX_AGAIN if again else 0

    def _in_box(self, index: int) -> bool:
        """Whether an item goes on a box that is open already."""
        item = self._items[index]
        return item.frame is Frame.TEXT and index > 0 and self._items[index - 1].box == item.box

    def _place(self, index: int) -> None:
        item = self._items[index]
        if item.turned != self._page.turned or (item.style.opens_page and self._page.pieces):
            if self._page.pieces:
                self._turn(turned=item.turned)
            else:
                self._page.turned = item.turned
        self.places.append((len(self.pages) - 1, self._y))
        if isinstance(item, Row):
            self._place_row(index, item)
            return
        if self._page.pieces and not self._fits(self._needed(index)):
            self._turn(turned=item.turned, again=self._in_box(index))
        self._place_lines(index, item)

    def _fits(self, height: int) -> bool:
        return self._y + height <= self._page.room

    def _needed(self, index: int) -> int:
        """What must stand together: a chain of headings with the first line of what follows."""
        height, at = 0, index
        while at < len(self._items):
            item = self._items[at]
            if at > index and (item.turned != self._items[index].turned or item.style.opens_page):
                break
            if isinstance(item, Row):
                return height + self._row_needs(at, item)
            height += item.style.before
            if not item.style.keep:
                return height + item.style.pitch + _foot(item)
            height += item.height + item.style.after
            at += 1
        return height

    def _row_needs(self, index: int, row: Row) -> int:
        """What must stand together from a row on: a head is not left alone."""
        after = self._items[index + 1] if row.head and index + 1 < len(self._items) else None
        under = self._row_height(after) if isinstance(after, Row) and after.table == row.table else 0
        return self._row_height(row) + under

    @staticmethod
    def _row_height(row: Row) -> int:
        return row.height + ROW_AIR

    def _place_lines(self, index: int, item: Item) -> None:
        style = item.style
        self._y += style.before
        first, count = 0, item.lines
        while True:
            fitting = (self._page.room - self._y - _foot(item)) // style.pitch
            last = min(count, first + max(0, fitting))
            if last == first and not self._page.pieces:
                last = first + 1
            if last > first:
                self._page.pieces.append(Piece(index, first, last, self._y))
                self._y += (last - first) * style.pitch
            if last >= count:
                break
            self._turn(turned=item.turned, again=item.frame is Frame.TEXT)
            first = last
        self._y += style.after
        if self._ends_box(index):
            self._y += BOX_FOOT

    def _ends_box(self, index: int) -> bool:
        item = self._items[index]
        after = self._items[index + 1] if index + 1 < len(self._items) else None
        return item.frame is Frame.TEXT and (after is None or after.box != item.box)

    def _place_row(self, index: int, row: Row) -> None:
        if self._page.pieces and not self._fits(self._row_needs(index, row)):
            self._turn(turned=row.turned)
            self._repeat_head(index, row)
        first = 0
        while first < row.lines:
            room = max(1, (self._page.room - self._y - ROW_AIR) // row.style.pitch)
            last = min(row.lines, first + room)
            self._page.pieces.append(Piece(index, first, last, self._y + ROW_AIR // 2))
            self._y += (last - first) * row.style.pitch + ROW_AIR
            if last < row.lines:
                self._turn(turned=row.turned)
                self._repeat_head(index, row)
            first = last
        if self._ends_box(index):
            self._y += BOX_FOOT

    def _repeat_head(self, index: int, row: Row) -> None:
        head = index - row.number - 1
        if (
            row.head
            or head < 0
            or not isinstance(first := self._items[head], Row)
            or first.table != row.table
            or not first.head
        ):
            return
        if first.height + row.height > self._page.room:
            return
        self._page.pieces.append(Piece(head, 0, first.lines, self._y + ROW_AIR // 2, repeated=True))
        self._y += self._row_height(first)


def _foot(item: Item) -> int:
    """What must fit under the last line of an item on a page: the foot of its box."""
    return layout.BOX_AIR if item.frame is Frame.TEXT else 0
