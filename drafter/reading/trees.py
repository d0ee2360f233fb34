"""The tree: lines whose headings and boxes are known become sections with their blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.document import Block, Box, Paragraph, Section
from drafter.model.numbering import parse_number
from drafter.reading.boxes import Extent
from drafter.reading.clauses import spans_of
from drafter.reading.lines import Frame, Grid, Item, Line, box_title
from drafter.reading.marks import Mark, Shape
from drafter.reading.tables import table_of

CAPTION_MOST = 40
"""Characters of a table's caption at most."""
_CAPTION = re.compile(
    r"表\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?[^。；]*|(?:20\d\d年?[—－-]?)*[^。；：，\d（(][^。；：，]*(?:表|清单|一览|台账)"
)
ITEM_MARKS = ("——", "—", "●", "•", "■", "◆", "▪", "◇", "□", "○", "·", "-", "*")
"""What unnumbered items begin with."""


@dataclass(slots=True)
class Tree:
    """The text before the first heading, the sections of level 1, and in which section (path) each line stands."""

    preamble: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)

    def head(self, mark: Mark) -> None:
        """Begins the section that a heading opens."""
        self.close(mark.level)
        above = self._open[-1].path if self._open else ""
        self.places[mark.index] = above
        path = f"{above}/{mark.name}" if above else mark.name
        self._open.append(_Open(mark, path, [paragraph(mark.rest)] if mark.rest else []))

    def close(self, level: int) -> None:
        """Ends the open sections of a level and those below."""
        while self._open and self._open[-1].mark.level >= level:
            done = _section(self._open.pop())
            (self._open[-1].children if self._open else self.sections).append(done)

    def add(self, index: int, block: Block, caption: str = "") -> None:
        """Puts a block where the text has come to; a caption that was taken for a paragraph goes out for it."""
        blocks = self._open[-1].blocks if self._open else self.preamble
        if caption and blocks:
            blocks.pop()
        blocks.append(block)
        self.places[index] = self._open[-1].path if self._open else ""


@dataclass(slots=True)
class _Open:
    """A section being filled; `path` as it stands in messages."""

    mark: Mark
    path: str
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)


def grown(items: Sequence[Item], marks: dict[int, Mark], boxes: dict[int, Extent]) -> Tree:
    """The tree of lines; `marks` and `boxes` by the index at which they begin."""
    tree = Tree()
    index = 0
    while index < len(items):
        mark = marks.get(index)
        item = items[index]
        end = index + 1
        if mark and mark.heading:
            tree.head(mark)
        elif index in boxes:
            end = boxes[index].end
            tree.add(index, _box(items, boxes[index]))
        elif isinstance(item, Grid):
            caption = _caption(items, index)
            tree.add(index, _gridded(item, caption), caption)
        else:
            tree.add(index, _numbered_item(mark) if mark else block_of(item))
        index = end
    tree.close(0)
    return tree


def _caption(items: Sequence[Item], index: int) -> str:
    """The caption of the table at a place: the line above it that the file or its words (表1 …, …清单) say is one."""
    above = items[index - 1] if index else None
    if not isinstance(items[index], Grid) or not isinstance(above, Line):
        return ""
    short = len(above.text) <= CAPTION_MOST
    return above.text if above.caption or (short and _CAPTION.fullmatch(above.text)) else ""


def _section(opened: _Open) -> Section:
    mark = opened.mark
    return Section(
        (mark.title,), mark.level, mark.number, mark.shape is Shape.RUN_IN, tuple(opened.blocks), tuple(opened.children)
    )


def _numbered_item(mark: Mark) -> Paragraph:
    if mark.number is None:
        return paragraph(mark.text)
    return Paragraph(spans_of(mark.text), str(mark.number))


def block_of(item: Item) -> Block:
    """The block that a line, a table or a frame is."""
    match item:
        case Line():
            return paragraph(item.text)
        case Grid():
            return _gridded(item, "")
        case Frame():
            return _framed(item)


def _gridded(grid: Grid, caption: str) -> Block:
    """The table that a grid is, or the box with a table in it where the first row only says 专栏1 and a title."""
    first, *below = grid.rows
    opened = box_title(first[0]) if below and set(first[1:]) <= {"", first[0]} else None
    if opened is None:
        return table_of(grid, caption, spans_of)
    ordinal, title = opened
    return Box(title, (table_of(replace(grid, rows=tuple(below)), "", spans_of),), ordinal=ordinal)


def _boxed(item: Item) -> Block:
    """The block of an item in a box, where numbered lines are items and not headings."""
    found = parse_number(item.text) if isinstance(item, Line) else None
    if isinstance(item, Line) and found:
        return Paragraph(spans_of(item.text[found[1] :].strip()), str(found[0]))
    return block_of(item)


def paragraph(text: str) -> Paragraph:
    """The paragraph of a text, its item mark apart."""
    for mark in ITEM_MARKS if text.startswith(ITEM_MARKS) else ():
        if text.startswith(mark) and len(text) > len(mark) and (mark not in "-*·—" or not text[1].isascii()):
            return Paragraph(spans_of(text[len(mark) :].strip()), mark)
    return Paragraph(spans_of(text))


def _box(items: Sequence[Item], extent: Extent) -> Box:
    content: list[Block] = []
    for item in items[extent.start + extent.head : extent.end]:
        content.extend(tuple(map(_boxed, item.items)) if isinstance(item, Frame) else (_boxed(item),))
    return Box(extent.title, tuple(content), ordinal=extent.ordinal)


def _framed(frame: Frame) -> Block:
    first, *rest = frame.items
    opened = box_title(first.text) if isinstance(first, Line) else None
    if opened:
        ordinal, title = opened
        if not title and rest and isinstance(rest[0], Line) and not rest[0].text.endswith("。"):
            title, rest = rest[0].text, rest[1:]
        return Box(title, tuple(map(_boxed, rest)), ordinal=ordinal)
    if isinstance(first, Line) and rest and not first.text.endswith(("。", "；")):
        return Box(first.text, tuple(map(_boxed, rest)), label="")
    return Box("", tuple(map(_boxed, frame.items)), label="")
