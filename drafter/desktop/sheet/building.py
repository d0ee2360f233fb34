"""The draft as strips and rows, chunk by chunk: each section brings its own, whatever stands round it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QCoreApplication

from drafter.desktop.sheet import styles, words
from drafter.desktop.sheet.strips import Chunk, Field, Frame, Item, Row, Run, Strip, text_width
from drafter.desktop.sheet.styles import Style
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
from drafter.model.draft import Draft, Slot, slot_texts
from drafter.model.flow import Key
from drafter.model.path import Path
from drafter.model.walk import Shown, text_of
from drafter.workflow.printed import chinese_date, heading_face, layout, table_shape, title_breaks

NOWHERE = SectionId(0)
STOPS = tuple("。！？：；…，、")
Slots = dict[SlotId, Slot]
_NUMBERS = count(1)
"""Every box and table that is built has a number of its own: what belongs together on a page has the same."""


class StripMaker:
    """Gathers the runs and fields of one strip."""

    def __init__(self, slots: Slots, *, plain: bool) -> None:
        self._slots, self._plain = slots, plain
        self.runs: list[Run] = []
        self.fields: list[Field] = []
        self._length = 0

    def painted(self, text: str, face: str, *, ghost: bool = False) -> StripMaker:
        """Words that are painted and cannot be written on."""
        if text and not (ghost and self._plain):
            self._add(Run(text, face, ghost=ghost, plain=self._plain))
        return self

    def words(self, spans: tuple[Span, ...], face: str, path: Path, key: Key, ghost: str = "") -> StripMaker:
        """Words of the draft; where there are none, a ghost says what belongs here."""
        start, number = self._length, len(self.fields)
        for span in spans:
            match span:
                case str():
                    self._add(Run(span, face, number, plain=self._plain))
                case SlotRef():
                    self._slot(span, face, number)
                case Clause():
                    self._clause(span, number)
        self.fields.append(Field(path, key, start, self._length))
        if start == self._length:
            self.painted(ghost, face, ghost=True)
        return self

    def _clause(self, clause: Clause, number: int) -> None:
        for part in clause.spans:
            name = part if isinstance(part, str) else part.name
            if isinstance(name, SlotRef):
                self._slot(name, "kai", number)
            else:
                self._add(Run(name, "kai", number, plain=self._plain))

    def _slot(self, reference: SlotRef, face: str, number: int) -> None:
        slot = self._slots[reference.slot]
        self._add(Run(slot.shown, face, number, slot.id, slot.state, plain=self._plain))

    def _add(self, run: Run) -> None:
        self.runs.append(run)
        self._length += len(run.text)

    def strip(self, style: Style, width: int, section: SectionId = NOWHERE, **more: object) -> Strip:
        """The strip."""
        return Strip(style, tuple(self.runs), tuple(self.fields), width, section, **more)  # pyright: ignore[reportArgumentType]


class Builder:
    """Builds the chunks of a draft whose slots are these; `plain` for paper."""

    def __init__(self, slots: Slots, *, plain: bool = False) -> None:
        self._slots, self._plain = slots, plain
        self._shown = slot_texts(Draft(slots=tuple(slots.values())))
        self._turned = False

    def _make(self) -> StripMaker:
        return StripMaker(self._slots, plain=self._plain)

    # documents

    def opening(self, document: Document, path: Path, mark: str = "") -> Chunk:
        """What stands above the sections: mark of an annex, letterhead, title, addressee, preamble."""
        self._turned = bool(mark) and lies(document, self._shown)
        items: list[Item] = []
        if mark:
            items.append(self._make().painted(mark, "hei").strip(styles.ANNEX_MARK, self._width, turned=self._turned))
        items += self._letterhead(document)
        items += self._heads(document, annex=bool(mark))
        items += self._blocks(document.preamble, ("preamble",), SectionId(0), None)
        chunk = self._chunk(path, items, document.preamble, ())
        self._turned = False
        return chunk

    def closing(self, document: Document, path: Path) -> Chunk:
        """What stands under the sections: list of annexes, issuer, date, notes."""
        items = [*self._annex_list(document), *self._signature(document)]
        for number, note in enumerate(document.notes):
            items.append(self._line(styles.BODY, ("notes", number), note))
        return self._chunk(path, items, (), ())

    @property
    def _width(self) -> int:
        return text_width(turned=self._turned)

    def _gap(self) -> Strip:
        return self._make().strip(styles.GAP, self._width, turned=self._turned)

    def _line(self, style: Style, path: Path, text: str, before: str = "", after: str = "") -> Strip:
        """A plain text of the document as a line of its own."""
        face = style.face
        made = self._make().painted(before, face).words((text,) if text else (), face, path, ()).painted(after, face)
        return made.strip(style, self._width, turned=self._turned)

    def _letterhead(self, document: Document) -> Iterator[Item]:
        if document.remark:
            yield self._line(styles.REMARK, ("remark",), document.remark)
        if document.classification:
            yield self._line(styles.CLASSIFIED, ("classification",), document.classification)
        if document.document_number:
            yield self._line(styles.NUMBER, ("document_number",), document.document_number)
        if document.signer:
            yield self._line(styles.NUMBER, ("signer",), document.signer, "签发人：")
        if document.classification or document.document_number or document.signer:
            yield self._gap()

    def _heads(self, document: Document, *, annex: bool) -> Iterator[Item]:
        title = text_of(document.title, self._shown)
        if title or not annex:
            style = styles.ANNEX_TITLE if annex else styles.TITLE
            made = self._make().words(
                document.title, "title", ("title",), (), QCoreApplication.translate("sheet", "在这里写标题")
            )
            cuts = title_breaks(title, layout.TITLE_CHARACTERS) if title and words.ready() else ()
            yield made.strip(style, self._width, breaks=cuts, turned=self._turned)
        if document.subtitle:
            yield self._line(styles.CENTRED, ("subtitle",), document.subtitle)
        if document.status:
            open_, close = ("", "") if document.status.startswith("（") else ("（", "）")
            yield self._line(styles.CENTRED, ("status",), document.status, open_, close)
        if title or document.subtitle or document.status or not annex:
            yield self._gap()
        if document.addressee:
            colon = "" if document.addressee.endswith("：") else "："
            yield self._line(styles.PLAIN, ("addressee",), document.addressee, after=colon)

    def _annex_list(self, document: Document) -> Iterator[Item]:
        names = [text_of(one.title, self._shown) for one in document.attachments]
        if not any(names):
            return
        yield self._gap()
        for ordinal, name in enumerate(names, 1):
            number = "" if len(names) == 1 else f"{ordinal}."
            label = "附件：" if ordinal == 1 else ""
            left = _characters(layout.INDENT + layout.width("附件：" + number))
            style = replace(
                styles.PLAIN, name="annex list", left=left, indent=-_characters(layout.width(label + number))
            )
            yield self._make().painted(label + number + name, "fang").strip(style, self._width)

    def _signature(self, document: Document) -> Iterator[Item]:
        """Issuer and date as for a document without a seal (GB/T 9704-2012, 7.3.5.2)."""
        date = chinese_date(document.date)
        offices = [office for office in document.issuer.split("、") if office]
        if not offices and not date:
            return
        office, day = max(map(layout.width, offices), default=0), layout.width(date)
        longest = max(office, day + layout.DATE_AFTER_SIGNATURE if day > office else 0)
        start = layout.CHARACTERS - layout.SIGNATURE_FROM_RIGHT - longest
        if not offices:
            start = layout.CHARACTERS - layout.DATE_ALONE_FROM_RIGHT - day - layout.DATE_AFTER_SIGNATURE
        yield self._gap()
        for name, at, keep in (
            *((one, start, True) for one in offices),
            (date, start + layout.DATE_AFTER_SIGNATURE, False),
        ):
            if name:
                left = _characters(max(at, 0))
                style = replace(styles.PLAIN, name="signature", left=left, align=styles.Align.LEFT, keep=keep)
                yield self._make().painted(name, "fang").strip(style, self._width)

    # sections

    def section(self, section: Section, path: Path, above: Source | None, *, turned: bool = False) -> Chunk:
        """The heading and the blocks of a section, without its children."""
        self._turned = turned
        face = heading_face(section)
        blocks, start = section.blocks, 0
        run_on = blocks[0] if section.run_in and blocks else None
        ran = isinstance(run_on, Paragraph) and not run_on.marker
        style = styles.heading(face, run_in=ran)
        made = self._make().painted(str(section.number or ""), style.face)
        made.words(
            section.title, style.face, ("title",), ("title", section.id), QCoreApplication.translate("sheet", "写标题")
        )
        title = text_of(section.title, self._shown)
        if section.run_in and title and not title.endswith(STOPS):
            made.painted("。", style.face)
        if ran and isinstance(run_on, Paragraph):
            made.words(
                run_on.spans,
                "fang",
                ("blocks", 0, "spans"),
                ("spans", run_on.id),
                QCoreApplication.translate("sheet", "写正文"),
            )
            start = 1
        new = _is_new(section.source, above)
        items: list[Item] = [
            made.strip(style, self._width, section.id, source=section.source, first=new, turned=turned)
        ]
        if section.guidance and not blocks and not self._plain:
            made = self._make().painted(
                QCoreApplication.translate("sheet", "提示：{0}").format(section.guidance), "kai", ghost=True
            )
            items.append(made.strip(styles.GUIDANCE, self._width, section.id, turned=turned))
        items += self._blocks(blocks[start:], ("blocks",), section.id, section.source, offset=start)
        return self._chunk(path, items, blocks, ((section.id, section.source.region),) if section.source else ())

    # blocks

    def _blocks(
        self,
        blocks: tuple[Block, ...],
        path: Path,
        section: SectionId,
        source: Source | None,
        offset: int = 0,
        box: int = 0,
    ) -> Iterator[Item]:
        for place, block in enumerate(blocks, offset):
            here = (*path, place)
            match block:
                case Paragraph():
                    yield self._paragraph(block, here, section, source, box)
                case Box():
                    yield from self._box(block, here, section, source)
                case Table():
                    yield from self._table(block, here, section, source, box)

    def _paragraph(self, block: Paragraph, path: Path, section: SectionId, above: Source | None, box: int) -> Strip:
        style = styles.BOX_TEXT if box else styles.BODY
        made = self._make().painted(block.marker, style.face)
        made.words(
            block.spans,
            style.face,
            (*path, "spans"),
            ("spans", block.id),
            QCoreApplication.translate("sheet", "写正文"),
        )
        own = block.source or above
        frame = Frame.TEXT if box else None
        width = self._width - (layout.CELL_PADDING if box else 0)
        return made.strip(
            style, width, section, source=own, first=_is_new(own, above), frame=frame, box=box, turned=self._turned
        )

    def _box(self, box: Box, path: Path, section: SectionId, source: Source | None) -> Iterator[Item]:
        number = next(_NUMBERS)
        made = self._make().painted(box.number + ("\u3000" if box.number else ""), "hei")
        made.words(
            (box.title,) if box.title else (),
            "hei",
            (*path, "title"),
            (),
            QCoreApplication.translate("sheet", "写专栏名"),
        )
        yield made.strip(
            styles.BOX_TITLE, self._width - layout.CELL_PADDING, section,
            source=source, frame=Frame.TITLE, box=number, turned=self._turned,
        )  # fmt: skip
        yield from self._blocks(box.blocks, (*path, "blocks"), section, source, box=number)

    def _table(self, table: Table, path: Path, section: SectionId, source: Source | None, box: int) -> Iterator[Item]:
        inside = layout.CELL_PADDING if box else 0
        around = self._turned
        total = self._width - 2 * inside
        turned_total = total if around or box else text_width(turned=True)
        shape, lies_down = table_shape(table, self._shown, total, turned_total)
        self._turned = around or lies_down
        frame = Frame.TEXT if box else None
        number = next(_NUMBERS)
        common = {"section": section, "source": source, "frame": frame, "box": box, "turned": self._turned}
        if table.caption:
            made = self._make().words((table.caption,), "hei", (*path, "caption"), ())
            yield made.strip(styles.CAPTION, self._width, **common)  # pyright: ignore[reportArgumentType]
        lefts = [inside]
        for one in shape.widths:
            lefts.append(lefts[-1] + one)
        rows = list(self._rows(table, path, shape.widths, shape.centred, shape.continued, section))
        for index, (cells, head) in enumerate(rows):
            place = index - (1 if rows[0][1] else 0)
            continued = frozenset(column for row, column in shape.continued if row == place and not head)
            goes_on = frozenset(column for row, column in shape.continued if row == place + 1 and not head)
            row = Row(cells, tuple(lefts), place, head, number, continued, goes_on, path=path, **common)  # pyright: ignore[reportArgumentType]
            for cell in cells:
                cell.owner = row
            yield row
        self._turned = around

    def _rows(
        self, table: Table, path: Path, widths: tuple[int, ...], centred: tuple[bool, ...],
        continued: frozenset[tuple[int, int]], section: SectionId,
    ) -> Iterator[tuple[tuple[Strip, ...], bool]]:  # fmt: skip
        room = 2 * layout.CELL_PADDING
        if not widths:
            return
        if any(table.columns):
            names = (*table.columns, *("",) * (len(widths) - len(table.columns)))
            made = (
                (self._make().words((name,) if name else (), "hei", (*path, "columns", column), ())
                if column < len(table.columns) else self._make()).strip(styles.HEAD_CELL, width - room, section)
                for column, (name, width) in enumerate(zip(names, widths, strict=True))
            )  # fmt: skip
            yield tuple(made), True
        for row, cells in enumerate(table.rows):
            out: list[Strip] = []
            for column, width in enumerate(widths):
                style = styles.SHORT_CELL if centred[column] else styles.CELL
                maker = self._make()
                if column < len(cells) and (row, column) not in continued:
                    cell = cells[column]
                    maker.painted(cell.marker, style.face)
                    maker.words(cell.spans, style.face, (*path, "rows", row, column, "spans"), ("spans", cell.id))
                out.append(maker.strip(style, width - room, section))
            yield tuple(out), False

    def _chunk(
        self, path: Path, items: list[Item], blocks: tuple[Block, ...], sources: tuple[tuple[int, str], ...]
    ) -> Chunk:
        own = tuple((b.id, b.source.region) for b in blocks if isinstance(b, Paragraph) and b.source)
        chunk = Chunk(path, tuple(items), frozenset(), (*sources, *own))
        used: set[SlotId] = set()
        for item in items:
            item.chunk = chunk
        for strip in chunk.strips():
            strip.chunk = chunk
            used.update(run.slot for run in strip.runs if run.slot is not None)
        chunk.slots = frozenset(used)
        return chunk


def lies(annex: Document, shown: Shown) -> bool:
    """Whether an annex is nothing but tables, one of them wide: its pages lie."""
    tables = [block for block in annex.preamble if isinstance(block, Table)]
    if annex.sections or not tables or len(tables) != len(annex.preamble):
        return False
    width, turned = text_width(turned=False), text_width(turned=True)
    return any(table_shape(table, shown, width, turned)[1] for table in tables)


def _is_new(source: Source | None, above: Source | None) -> bool:
    """Whether a passage comes from another plan than what stands above it."""
    return source is not None and (above is None or source.document != above.document)


def _characters(number: float) -> int:
    return round(number * layout.EM)
