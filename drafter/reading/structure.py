"""Structure: lines become the tree of a Document, stage after stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from drafter.model.document import Block, Box, Document, Paragraph, Section
from drafter.model.numbering import Form, Numbering, parse_number
from drafter.reading.boxes import Extent, extents
from drafter.reading.clauses import spans_of
from drafter.reading.headings import Mark, Shape, marks_of, outline
from drafter.reading.joining import joined
from drafter.reading.lines import Frame, Grid, Item, Line, box_title, lines_of_text
from drafter.reading.order import with_stated_roles
from drafter.reading.parts import Part, is_transcript, parts_of
from drafter.reading.tables import table_of, with_grids
from drafter.reading.wrapper import number_in_index, unwrapped

CAPTION_MOST = 40
"""Characters of a table's caption at most."""
_CAPTION = re.compile(
    r"表\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?[^。；]*|[^。；：，\d（(][^。；：，]*(?:表|清单|一览|台账)"
)
ITEM_MARKS = ("——", "—", "●", "•", "■", "◆", "▪", "◇", "□", "○", "·", "-", "*")
"""What unnumbered items begin with."""


def read_text(text: str, warnings: tuple[str, ...] = ()) -> Document:
    """The document that a plain or Markdown text is."""
    return read_lines(lines_of_text(text), warnings)


def read_lines(items: Iterable[Item], warnings: tuple[str, ...] = (), outer_title: str = "") -> Document:
    """The document that lines, tables and frames are; `outer_title` is what a web page around it calls it."""
    found = with_grids(items)
    own, title = unwrapped(found)
    parts = parts_of(joined(own), title or outer_title, number_in_index(found))
    document = _document(parts.plan)
    return replace(
        document,
        attachments=tuple(_document(part) for part in parts.annexes),
        notice=_document(parts.notice) if parts.notice else None,
        warnings=(*warnings, *document.warnings),
    )


@dataclass(slots=True)
class _Open:
    """A section being filled."""

    mark: Mark
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)


def _document(part: Part) -> Document:
    items = part.body
    marks = [] if is_transcript(items) else marks_of(items)
    boxes = extents(items, marks)
    inside = {index for box in boxes for index in range(box.start, box.end)}
    kept = outline(items, [mark for mark in marks if mark.index not in inside])
    preamble, sections = _tree(items, {mark.index: mark for mark in kept}, {box.start: box for box in boxes})
    doubts = [mark.doubt for mark in kept if mark.doubt] + [box.doubt for box in boxes if box.doubt]
    if not sections and len(items) > 2:
        doubts.append("编号的段落都是整句，按条目读入。" if kept else "没有认出标题，全文按正文读入。")
    document = replace(
        part.facts,
        preamble=preamble,
        sections=sections,
        numbering=_numbering([mark for mark in kept if mark.heading]),
        warnings=(*part.facts.warnings, *doubts),
    )
    return with_stated_roles(document)


def _tree(
    items: Sequence[Item], marks: dict[int, Mark], boxes: dict[int, Extent]
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    preamble: list[Block] = []
    roots: list[Section] = []
    stack: list[_Open] = []

    def close(level: int) -> None:
        while stack and stack[-1].mark.level >= level:
            done = _section(stack.pop())
            (stack[-1].children if stack else roots).append(done)

    index = 0
    while index < len(items):
        mark = marks.get(index)
        if mark and mark.heading:
            close(mark.level)
            stack.append(_Open(mark, [paragraph(mark.rest)] if mark.rest else []))
            index += 1
            continue
        blocks = stack[-1].blocks if stack else preamble
        if index in boxes:
            blocks.append(_box(items, boxes[index]))
            index = boxes[index].end
            continue
        item = items[index]
        caption = _caption(items, index)
        if caption and blocks:
            blocks.pop()
        if isinstance(item, Grid):
            blocks.append(table_of(item, caption, spans_of))
        else:
            blocks.append(_numbered_item(mark) if mark else block_of(item))
        index += 1
    close(0)
    return tuple(preamble), tuple(roots)


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
            return table_of(item, "", spans_of)
        case Frame():
            return _framed(item)


def _boxed(item: Item) -> Block:
    """The block of an item in a box, where numbered lines are items and not headings."""
    found = parse_number(item.text) if isinstance(item, Line) else None
    if isinstance(item, Line) and found:
        return Paragraph(spans_of(item.text[found[1] :].strip()), str(found[0]))
    return block_of(item)


def paragraph(text: str) -> Paragraph:
    """The paragraph of a text, its item mark apart."""
    for mark in ITEM_MARKS:
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


def _numbering(headings: list[Mark]) -> Numbering:
    """The form of each level, taken from most of its headings, and the levels that run on across their parents."""
    counts: dict[int, dict[Form, int]] = {}
    for mark in headings:
        if mark.number and mark.number.form is not Form.ORDINAL:
            forms = counts.setdefault(mark.level, {})
            forms[mark.number.form] = forms.get(mark.number.form, 0) + 1
    default = Numbering()
    depth = max(counts, default=0)
    found = [max(counts[n], key=counts[n].__getitem__) if n in counts else default.form(n) for n in range(1, depth + 1)]
    below = default.forms.index(found[-1]) + 1 if found and found[-1] in default.forms else depth
    return Numbering(
        (*found, *default.forms[below:]) if counts else default.forms,
        frozenset(n for n in counts if _runs_on(headings, n)),
    )


def _runs_on(headings: list[Mark], level: int) -> bool:
    """Whether, in most of the groups after the first, a level goes on counting instead of beginning at 1."""
    restarts = continues = 0
    before: Mark | None = None
    for mark in headings:
        if mark.level != level or not mark.number or mark.number.form is Form.ORDINAL:
            continue
        if before and before.parent is not mark.parent:
            continues += mark.ordinal == before.ordinal + 1
            restarts += mark.ordinal == 1
        before = mark
    return continues > restarts
