"""What stands on the sheet, line by line: the draft as a flat tuple of values that can be compared with the last one.

Numbers and the marks that only print (【】 of an open slot, the 。 after a run-in heading) are parts of their own, so
that the sheet can show them and nobody can type into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.model.document import (
    Block,
    Box,
    Clause,
    Document,
    Paragraph,
    Section,
    SectionId,
    SlotId,
    SlotRef,
    Source,
    Span,
    Table,
)
from drafter.model.draft import Draft, Slot, SlotState


class Look(StrEnum):
    """How a line is set."""

    REMARK = "remark"
    TITLE = "title"
    SUBTITLE = "subtitle"
    ADDRESSEE = "addressee"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    TEXT = "text"
    GUIDANCE = "guidance"
    BOX_TITLE = "box title"
    BOX = "box"
    CAPTION = "caption"
    HEAD_CELL = "head cell"
    CELL = "cell"
    RIGHT = "right"
    NOTE = "note"
    ANNEX = "annex"
    GAP = "gap"


class Kind(StrEnum):
    """What a part of a line is and what a double click on it edits."""

    FIXED = "fixed"
    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line. `target` is the section or paragraph they belong to, `slot` the slot they show."""

    kind: Kind
    text: str
    target: int = 0
    slot: SlotId | None = None
    state: SlotState | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a line in a table."""

    table: int
    rows: int
    columns: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the sheet. `section` is the section it stands in (0: none)."""

    look: Look
    parts: tuple[Part, ...]
    section: SectionId = SectionId(0)
    level: int = 0
    source: Source | None = None
    first: bool = False
    cell: Cell | None = None

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(part.text for part in self.parts)


_STOPS = "。！？；：，、"
TITLE_TO_COME = "双击这里写标题"
HEADING_TO_COME = "写标题"
TEXT_TO_COME = "写正文"


class Sheet:
    """Makes the lines of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._slots: dict[SlotId, Slot] = {slot.id: slot for slot in draft.slots}
        self._document = draft.document
        self._tables = 0

    def lines(self) -> tuple[Line, ...]:
        """All lines, the annexes after the text."""
        return tuple(self._of(self._document, annex=False))

    def _of(self, document: Document, *, annex: bool) -> Iterator[Line]:
        if document.remark:
            yield _fixed(Look.REMARK, document.remark)
        yield from self._head(document, annex=annex)
        yield from self._blocks(document.preamble, SectionId(0))
        for section in document.sections:
            yield from self._section(section, None, annex=annex)
        yield from (_fixed(Look.RIGHT, text) for text in (document.issuer, document.date) if text)
        yield from (_fixed(Look.NOTE, note) for note in document.notes)
        for number, attachment in enumerate(document.attachments, 1):
            yield _fixed(Look.ANNEX, f"附件{number}" if len(document.attachments) > 1 else "附件")
            yield from self._of(attachment, annex=True)

    def _head(self, document: Document, *, annex: bool) -> Iterator[Line]:
        kind = Kind.FIXED if annex else Kind.TITLE
        title = self._parts(document.title, kind, 0)
        if title or not annex:
            yield Line(Look.TITLE, title or (Part(kind, TITLE_TO_COME),))
        yield from (_fixed(Look.SUBTITLE, text) for text in (document.subtitle, document.status) if text)
        if document.document_number:
            yield _fixed(Look.SUBTITLE, document.document_number)
        if document.addressee:
            yield _fixed(Look.ADDRESSEE, document.addressee + "：")

    def _section(self, section: Section, above: Source | None, *, annex: bool) -> Iterator[Line]:
        kind = Kind.FIXED if annex else Kind.HEADING
        title = self._parts(section.title, kind, section.id) or (Part(kind, HEADING_TO_COME, section.id),)
        number = (Part(Kind.FIXED, str(section.number), section.id),) if section.number else ()
        look = (Look.LEVEL1, Look.LEVEL2, Look.LEVEL3)[min(section.level, 3) - 1]
        heading = Line(look, number + title, section.id, section.level, section.source, _is_new(section.source, above))
        blocks = section.blocks
        if section.run_in and blocks and isinstance(blocks[0], Paragraph):
            stop = () if heading.text[-1:] in _STOPS else (Part(Kind.FIXED, "。", section.id),)
            heading = replace(heading, parts=heading.parts + stop + self._paragraph_parts(blocks[0]))
            blocks = blocks[1:]
        yield heading
        if section.guidance and not section.blocks:
            yield Line(Look.GUIDANCE, (Part(Kind.GUIDANCE, f"提示：{section.guidance}", section.id),), section.id)
        yield from self._blocks(blocks, section.id, section.source)
        for child in section.children:
            yield from self._section(child, section.source, annex=annex)

    def _blocks(
        self, blocks: tuple[Block, ...], section: SectionId, source: Source | None = None, look: Look = Look.TEXT
    ) -> Iterator[Line]:
        for block in blocks:
            match block:
                case Paragraph():
                    own = block.source or source
                    yield Line(look, self._paragraph_parts(block), section, source=own, first=_is_new(own, source))
                case Box():
                    yield Line(
                        Look.BOX_TITLE,
                        (Part(Kind.FIXED, f"{block.number}　{block.title}".strip()),),
                        section,
                        source=source,
                    )
                    yield from self._blocks(block.blocks, section, source, Look.BOX)
                case Table():
                    yield from self._table(block, section, source)

    def _table(self, table: Table, section: SectionId, source: Source | None) -> Iterator[Line]:
        self._tables += 1
        if table.caption:
            yield Line(Look.CAPTION, (Part(Kind.FIXED, table.caption),), section, source=source)
        rows, columns = len(table.rows) + 1, max(1, len(table.columns))
        for column, name in enumerate(table.columns or ("",)):
            yield Line(
                Look.HEAD_CELL, (Part(Kind.FIXED, name),), section, cell=Cell(self._tables, rows, columns, 0, column)
            )
        for row, cells in enumerate(table.rows, 1):
            for column, cell in enumerate(cells[:columns]):
                place = Cell(self._tables, rows, columns, row, column)
                yield Line(Look.CELL, self._paragraph_parts(cell), section, cell=place)
        yield Line(Look.GAP, ())

    def _paragraph_parts(self, paragraph: Paragraph) -> tuple[Part, ...]:
        marker = (Part(Kind.FIXED, paragraph.marker, paragraph.id),) if paragraph.marker else ()
        words = self._parts(paragraph.spans, Kind.TEXT, paragraph.id)
        return marker + (words or (Part(Kind.GUIDANCE, TEXT_TO_COME, paragraph.id),))

    def _parts(self, spans: tuple[Span, ...], kind: Kind, target: int) -> tuple[Part, ...]:
        return tuple(self._each_part(spans, kind, target))

    def _each_part(self, spans: tuple[Span, ...], kind: Kind, target: int) -> Iterator[Part]:
        for span in spans:
            match span:
                case SlotRef():
                    yield self._slot_part(span, kind, target)
                case Clause():
                    for part in span.spans:
                        name = part if isinstance(part, str) else part.name
                        yield (
                            self._slot_part(name, kind, target)
                            if isinstance(name, SlotRef)
                            else Part(kind, name, target)
                        )
                case str():
                    yield Part(kind, span, target)

    def _slot_part(self, reference: SlotRef, kind: Kind, target: int) -> Part:
        slot = self._slots[reference.slot]
        return Part(kind, slot.shown, target, slot.id, slot.state)


def sheet_lines(draft: Draft) -> tuple[Line, ...]:
    """The lines of a draft."""
    return Sheet(draft).lines()


def _is_new(source: Source | None, above: Source | None) -> bool:
    """Whether a passage comes from another plan than what stands above it."""
    return source is not None and (above is None or source.document != above.document)


def _fixed(look: Look, text: str) -> Line:
    return Line(look, (Part(Kind.FIXED, text),))


def changed_lines(old: tuple[Line, ...], new: tuple[Line, ...]) -> tuple[int, int, int]:
    """(start, end in old, end in new): the lines outside of these are the same in both."""
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - start) if old[-1 - i] != new[-1 - i]), most - start)
    return start, len(old) - tail, len(new) - tail
