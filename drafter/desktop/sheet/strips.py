"""What stands on the sheet: strips (a paragraph as it is seen) and rows of a table, with the way back to the draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.desktop.sheet.styles import SHEET, Style
from drafter.model.document import SectionId, SlotId, Source
from drafter.model.draft import SlotState
from drafter.model.flow import Key
from drafter.model.path import Path


class Frame(StrEnum):
    """The part of a box that an item is."""

    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a strip in one face. `field` is the number of the field they belong to, -1 where only painted.

    `ghost` words stand where somebody may write and never print; `composed` ones come from an input method,
    `plain` ones are for paper.
    """

    text: str
    face: str
    field: int = -1
    slot: SlotId | None = None
    state: SlotState | None = None
    ghost: bool = False
    composed: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Words of the draft in a strip: `start` to `end` of its text, at `path` below the path of its chunk."""

    path: Path
    key: Key
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Strip:
    """One paragraph as it is seen. What is given is never changed; `setting` and `item` are found out later."""

    style: Style
    runs: tuple[Run, ...]
    fields: tuple[Field, ...]
    width: int
    section: SectionId = SectionId(0)
    source: Source | None = None
    first: bool = False
    frame: Frame | None = None
    box: int = 0
    breaks: tuple[int, ...] = ()
    turned: bool = False
    text: str = ""
    setting: object = None
    chunk: Chunk | None = None
    lines: int = 0
    number: int = -1
    owner: Row | None = None

    def __post_init__(self) -> None:
        self.text = "".join(run.text for run in self.runs)
        self.lines = self.lines or self.estimate()  # replace() hands the old text in

    @property
    def row(self) -> Row | None:
        """The row of a table whose cell this is."""
        return self.owner

    @property
    def index(self) -> int:
        """The number of its item among all items."""
        return self.owner.place if self.owner else self.number

    @property
    def place(self) -> int:
        """The number of this item among all items."""
        return self.number

    def looks_like(self, other: Strip) -> bool:
        """Whether it is set exactly as another."""
        mine = (self.style, self.width, self.breaks, self.runs)
        return mine == (other.style, other.width, other.breaks, other.runs)

    def estimate(self) -> int:
        """About how many lines it takes."""
        em, narrow = self.style.size + self.style.tracking, self.style.size // 2 + self.style.tracking
        ascii_count = len(self.text.encode("ascii", "ignore"))
        length = self.style.indent + (len(self.text) - ascii_count) * em + ascii_count * narrow
        return max(1, -(-length // max(1, self.width - self.style.left)), len(self.breaks) + 1)

    def path(self, number: int) -> Path:
        """The path of a field in the document."""
        assert self.chunk is not None
        return (*self.chunk.path, *self.fields[number].path)

    def key(self, number: int) -> Key:
        """The key of a field."""
        return self.fields[number].key or self.path(number)

    @property
    def height(self) -> int:
        """All its lines, without the room before and after."""
        return self.lines * self.style.pitch


@dataclass(slots=True, eq=False)
class Row:
    """A row of a table. `lefts` has one more than there are cells: the last is the right edge."""

    cells: tuple[Strip, ...]
    lefts: tuple[int, ...]
    number: int
    head: bool = False
    table: int = 0
    continued: frozenset[int] = frozenset()
    goes_on: frozenset[int] = frozenset()
    section: SectionId = SectionId(0)
    source: Source | None = None
    first: bool = False
    frame: Frame | None = None
    box: int = 0
    turned: bool = False
    chunk: Chunk | None = None
    path: Path = ()
    place: int = -1

    @property
    def lines(self) -> int:
        """As many as its fullest cell."""
        return max((cell.lines for cell in self.cells), default=1)

    @property
    def style(self) -> Style:
        """The style of its cells."""
        return self.cells[0].style

    @property
    def height(self) -> int:
        """All its lines with the borders."""
        return self.lines * self.style.pitch


Item = Strip | Row


@dataclass(slots=True, eq=False)
class Chunk:
    """What a section itself brings (not its children), or what stands round the sections of a document."""

    path: Path
    items: tuple[Item, ...]
    slots: frozenset[SlotId] = frozenset()
    sources: tuple[tuple[int, str], ...] = ()
    order: int = -1

    def strips(self) -> list[Strip]:
        """All strips, cells too."""
        return [strip for item in self.items for strip in strips_of(item)]


def strips_of(item: Item) -> tuple[Strip, ...]:
    """The strip itself, or the cells of a row."""
    return item.cells if isinstance(item, Row) else (item,)


def text_width(*, turned: bool) -> int:
    """The width of the type area, in twips."""
    return SHEET.text_height if turned else SHEET.text_width


def words_of(strip: Strip, number: int) -> str:
    """The text of a field."""
    one = strip.fields[number]
    return strip.text[one.start : one.end]


def composed_strip(strip: Strip, number: int, cut: tuple[int, int], text: str, inside: SlotId | None) -> Strip:
    """The strip with a composed text in place of a range of a field; in a slot, or at its edge, it is the slot's."""
    field = strip.fields[number]
    start, end = field.start + cut[0], field.start + cut[1]
    runs: list[Run] = []
    place, put = 0, False
    for run in strip.runs:
        stop = place + len(run.text)
        here = not put and run.field == number and (place < start <= stop or place <= start < stop)
        before, after = run.text[: max(0, start - place)], run.text[max(0, end - place) :]
        if run.ghost and field.start == field.end:
            runs += [Run(text, run.face, number, composed=True)] if not put else []
            put = True
        elif here:
            mine = place < start < stop or (start, end) == (place, stop) or run.slot == inside
            within = run.slot if mine else None
            new = Run(text, run.face, number, within, run.state if within is not None else None, composed=True)
            runs += [replace(run, text=before), new, replace(run, text=after)]
            put = True
        elif place < end and stop > start:
            runs += [replace(run, text=before), replace(run, text=after)]
        else:
            runs.append(run)
        place = stop
    if not put:
        runs.append(Run(text, strip.style.face, number, composed=True))
    grown = len(text) - (end - start)
    fields = tuple(
        replace(
            one,
            start=one.start + (grown if one.start > field.start else 0),
            end=one.end + (grown if one.end >= field.end and one.start >= field.start else 0),
        )
        for one in strip.fields
    )
    return replace(strip, runs=tuple(run for run in runs if run.text), fields=fields, setting=None, lines=0)


def renumbered_chunk(chunk: Chunk, path: Path, old: str, new: str) -> Chunk:
    """The chunk of a section whose number alone is another: its heading is made anew, the rest is used again."""
    head = chunk.items[0]
    assert isinstance(head, Strip)
    grown = len(new) - len(old)
    fields = tuple(replace(one, start=one.start + grown, end=one.end + grown) for one in head.fields)
    runs = (replace(head.runs[0], text=new), *head.runs[1:])
    strip = Strip(
        head.style,
        runs,
        fields,
        head.width,
        head.section,
        head.source,
        head.first,
        turned=head.turned,
        lines=head.lines,
    )
    fresh = Chunk(path, (strip, *chunk.items[1:]), chunk.slots, chunk.sources)
    for item in fresh.items:
        item.chunk = fresh
    for one in fresh.strips():
        one.chunk = fresh
    return fresh
