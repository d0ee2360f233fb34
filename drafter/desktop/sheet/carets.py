"""Places in the draft: where a caret is in its words, where it stands on a page, and what is hit at a point."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from drafter.desktop.sheet.pages import Piece
from drafter.desktop.sheet.setting import setting_of
from drafter.desktop.sheet.strips import Item, Row, Strip, strips_of
from drafter.desktop.sheet.styles import ROW_AIR
from drafter.desktop.sheet.view import View
from drafter.model.document import SlotId
from drafter.model.draft import SlotState
from drafter.model.flow import Key
from drafter.workflow.printed import layout


@dataclass(frozen=True, slots=True)
class Caret:
    """A place between two characters of a field.

    `inside` is the slot that takes what is typed at its edge; `trailing` stands at the end of a full line instead of
    at the start of the next one.
    """

    key: Key
    offset: int
    inside: SlotId | None = None
    trailing: bool = False


@dataclass(frozen=True, slots=True)
class Carets:
    """Caret and anchor; what lies between is selected."""

    caret: Caret
    anchor: Caret

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return (self.caret.key, self.caret.offset) == (self.anchor.key, self.anchor.offset)


def at(caret: Caret) -> Carets:
    """A caret that selects nothing."""
    return Carets(caret, caret)


@dataclass(frozen=True, slots=True)
class Chip:
    """A slot in a field, `start` to `end` in its offsets."""

    slot: SlotId
    state: SlotState
    start: int
    end: int

    @property
    def open(self) -> bool:
        """Whether it waits for a value."""
        return self.state is SlotState.OPEN


def chips(strip: Strip, number: int) -> tuple[Chip, ...]:
    """The slots of a field."""
    out: list[Chip] = []
    place = -strip.fields[number].start
    for run in strip.runs:
        if run.slot is not None and run.state is not None and run.field == number:
            out.append(Chip(run.slot, run.state, place, place + len(run.text)))
        place += len(run.text)
    return tuple(out)


def length(strip: Strip, number: int) -> int:
    """How long a field is."""
    one = strip.fields[number]
    return one.end - one.start


Spot = tuple[Strip, int, int]
"""Strip, number of the field in it, offset in the text of the strip."""


def spot(view: View, caret: Caret) -> Spot | None:
    """Where a caret is on the sheet now; None where its field is gone."""
    found = view.find(caret.key)
    if found is None:
        return None
    strip, number = found
    one = strip.fields[number]
    return strip, number, min(one.start + max(0, caret.offset), one.end)


def order(view: View, caret: Caret) -> tuple[int, int, int]:
    """A number for every place, growing in reading order."""
    found = spot(view, caret)
    if found is None:
        return (-1, 0, 0)
    strip, _, offset = found
    cell = strip.row.cells.index(strip) if strip.row else 0
    return strip.index, cell, offset


def span(view: View, carets: Carets) -> tuple[Caret, Caret]:
    """The selection's start and end."""
    a, b = carets.anchor, carets.caret
    return (a, b) if order(view, a) <= order(view, b) else (b, a)


def selected_in(strip: Strip, first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[int, int] | None:
    """What of a strip's text lies between two places, given by their order."""
    cell = strip.row.cells.index(strip) if strip.row else 0
    here = (strip.index, cell)
    if not first[:2] <= here <= last[:2] or not strip.fields:
        return None
    start = first[2] if here == first[:2] else strip.fields[0].start
    end = last[2] if here == last[:2] else strip.fields[-1].end
    return (start, end) if start < end else None


# on the page


def left_of(strip: Strip) -> int:
    """The left edge of a strip's column, right of the left margin of the page."""
    if strip.row:
        cell = strip.row.cells.index(strip)
        return strip.row.lefts[cell] + layout.CELL_PADDING
    return 0


def above(item: Item, strip: Strip) -> int:
    """How far under the top of its row the first line of a cell stands: short cells stand in the middle."""
    if not isinstance(item, Row):
        return 0
    return (item.lines - strip.lines) * strip.style.pitch // 2


def line_top(piece: Piece, item: Item, strip: Strip, line: int) -> int:
    """The top of a line of a strip on its page, under the top of the type area."""
    return piece.y + above(item, strip) + (line - piece.first) * strip.style.pitch


def rectangle(view: View, caret: Caret) -> tuple[int, QRectF] | None:
    """The page of a caret and the thin rectangle it takes there, from the corner of the sheet."""
    found = spot(view, caret)
    if found is None:
        return None
    strip, _, offset = found
    view.settle_item(strip.index)
    setting = setting_of(strip)
    line = setting.line_at(offset, trailing=caret.trailing)
    placed = view.page_of(strip.index, line)
    if placed is None:
        return None
    page_number, piece = placed
    page, item = view.pager.pages[page_number], view.items[strip.index]
    high = min(strip.style.pitch, round(strip.style.size * 1.25))
    top = page.top + line_top(piece, item, strip, line) + (strip.style.pitch - high) // 2
    return page_number, QRectF(page.left + left_of(strip) + setting.x_at(line, offset), top, 0, high)


def hit(view: View, page_number: int, x: float, y: float) -> Caret | None:
    """The caret nearest to a point of a page (twips from its corner); None on a page where nothing can be written."""
    page = view.pager.pages[page_number]
    y -= page.top
    found = [(piece, view.items[piece.item]) for piece in page.pieces]
    found = [(piece, item) for piece, item in found if any(strip.fields for strip in strips_of(item))]
    if not found:
        return None

    def distance(one: tuple[Piece, Item]) -> float:
        piece, item = one
        bottom = piece.y + (piece.last - piece.first) * item.style.pitch
        air = ROW_AIR if isinstance(item, Row) else 0
        return max(piece.y - air - y, y - bottom - air, 0)

    piece, item = min(found, key=distance)
    return _hit_item(piece, item, x - page.left, y)


def _hit_item(piece: Piece, item: Item, x: float, y: float) -> Caret | None:
    strip = _cell_at(item, x) if isinstance(item, Row) else item
    if strip is None:
        return None
    setting = setting_of(strip)
    line = piece.first + int((y - piece.y - above(item, strip)) // strip.style.pitch)
    last = min(piece.last, setting.count) - 1
    line = max(min(piece.first, last), min(line, last))
    offset = setting.offset_at(line, x - left_of(strip))
    start, end = setting.span_of(line)
    trailing = offset == end and line < setting.count - 1 and offset > start
    return from_offset(strip, offset, trailing=trailing)


def _cell_at(row: Row, x: float) -> Strip | None:
    """The cell at an x that can be written in; of a cell that goes on the one above, the nearest."""
    written = [(number, cell) for number, cell in enumerate(row.cells) if cell.fields]
    if not written:
        return None

    def distance(one: tuple[int, Strip]) -> float:
        number = one[0]
        return max(row.lefts[number] - x, x - row.lefts[number + 1], 0)

    return min(written, key=distance)[1]


def from_offset(strip: Strip, offset: int, *, trailing: bool = False) -> Caret:
    """The caret at an offset of a strip's text; where two fields touch, in the later one; never in what is painted."""
    best, way = 0, 1 << 30
    for number, one in enumerate(strip.fields):
        off = max(one.start - offset, offset - one.end, 0)
        if off <= way:
            best, way = number, off
    one = strip.fields[best]
    inside_field = max(one.start, min(offset, one.end))
    caret = Caret(strip.key(best), inside_field - one.start, trailing=trailing and inside_field == offset)
    return out_of_open(strip, best, caret)


def out_of_open(strip: Strip, number: int, caret: Caret) -> Caret:
    """The caret, out of an open slot at its nearer edge."""
    for chip in chips(strip, number):
        if chip.open and chip.start < caret.offset < chip.end:
            nearer = chip.start if caret.offset - chip.start < chip.end - caret.offset else chip.end
            return replace(caret, offset=nearer, trailing=False)
    return caret


def chip_at(view: View, caret: Caret) -> Chip | None:
    """The slot a caret is in: between its characters, or at its edge and inside."""
    found = view.find(caret.key)
    if found is None:
        return None
    for chip in chips(*found):
        if chip.start < caret.offset < chip.end or (
            caret.inside == chip.slot and chip.start <= caret.offset <= chip.end
        ):
            return chip
    return None
