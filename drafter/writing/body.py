"""Sections and blocks as paragraphs, boxes and tables; wide tables on landscape pages of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil

from drafter.model.document import Block, Box, Paragraph, Section, Table
from drafter.model.numbering import Form
from drafter.writing import layout
from drafter.writing.contents import Contents
from drafter.writing.inline import Ink
from drafter.writing.layout import FANGSONG, HEITI, Face, width
from drafter.writing.numbering import Lists, number_face, number_text
from drafter.writing.ooxml import (
    NEXT_PAGE,
    WHOLE_ROW,
    Count,
    Opens,
    cell,
    empty,
    ending_section,
    kept,
    paragraph,
    pitched,
    row,
    runs,
    section,
    table,
)
from drafter.writing.options import KEPT, Closing
from drafter.writing.styles import heading_style
from drafter.writing.tables import Grid, words

_TAG = re.compile("<[^>]*>")
_TEXT_STARTS = tuple(f'<w:p><w:pPr><w:pStyle w:val="{style}' for style in ("DocBody", "Addressee", "Heading"))
_AT_A_TIME = 500
_THIN = paragraph("SectionEnd")  # what has to stand after a table and shall not be seen
_CLOSED = tuple("。！？：；…，、")
_LOOSE = (empty("keepNext", val=0), empty("keepLines", val=0))


@dataclass(slots=True)
class Body:
    """The body of the file as it grows: pieces of XML, each a paragraph or a table.

    `landscape` says how the sheet lies for what is added next; a change begins a new section, and with it a page.
    `opens` says how the section that is being written opens, `closing` how its text comes to stand above a signature.
    """

    ink: Ink
    landscape: bool = False
    opens: Opens = NEXT_PAGE
    closing: Closing = KEPT
    lists: Lists | None = None
    contents: Contents | None = None
    _contents_at: int = 0
    _end_of_text: int = 0
    _mark: list[str] = field(default_factory=list[str])
    _listing: bool = False
    _behind: bool = False
    _pieces: list[str] = field(default_factory=list[str])
    _lies: bool = False

    def add(self, *pieces: str) -> None:
        """Put pieces at the end."""
        for piece in pieces:
            if self.opens_section:
                self._end_section()
            _append(self._pieces, piece)

    @property
    def opens_section(self) -> bool:
        """Whether the next piece opens a section."""
        return self.landscape != self._lies

    def xml(self) -> Iterator[str]:
        """The whole, many pieces at a time, with the properties of its last section."""
        _close(self._pieces)
        listed = self.contents.printed() if self.contents else []
        first, last = self._contents_at, self._end_of_text - 1
        if self.contents and listed:
            numbers = Count.ON if self._behind else Count.ROMAN
            # In LibreOffice a section that ends within the field of the contents loses its page number.
            listed.append(ending_section(_THIN, section(False, self.ink.sheet, Opens(numbers=numbers))))
            self._pieces[last] = self.contents.closed(self._pieces[last])
            self._pieces[first] = self.contents.opened(self._pieces[first])
        self._pieces[first:first] = self._mark + listed
        for start in range(0, len(self._pieces), _AT_A_TIME):
            yield "".join(self._pieces[start : start + _AT_A_TIME])
        yield self._properties

    def _end_section(self) -> None:
        if self._pieces:
            _close(self._pieces)
            self._pieces[-1] = ending_section(self._pieces[-1], self._properties)
        self._lies = self.landscape
        self.opens = NEXT_PAGE

    def new_section(self, opens: Opens) -> None:
        """Let what is added next open a section of its own."""
        self._end_section()
        self.opens = opens

    def open_contents(self, mark: str = "") -> None:
        """Let the table of contents stand here, and list what follows; `mark` is what stands above it.

        At the front its pages have Roman numbers and the text counts anew; behind a notice the pages count on.
        """
        if self.contents:
            self._mark = [mark] if mark else []
            self._behind = bool(self._pieces)
            self.new_section(Opens(numbers=Count.ON if self._behind else Count.ANEW))
            self._contents_at = len(self._pieces)
            self._listing = True

    def close_contents(self) -> None:
        """List no more headings, for here the annexes begin."""
        if self._listing:
            self._end_of_text = len(self._pieces)
        self._listing = False

    def close_text(self, pieces: list[str], notes: list[str], *, signed: bool) -> None:
        """Put the list of annexes and the signature, then the notes; the text comes to stand above the signature."""
        if signed and self.closing.kept:
            if self._pieces and _is_text(self._pieces[-1]):
                self._pieces[-1] = kept(self._pieces[-1])
            pieces = [*map(kept, pieces[:-1]), pieces[-1]]
        pieces += notes
        if signed and self.closing.pitch:
            self._set_last_lines()
            pieces = [pitched(one, self.closing.pitch) for one in pieces]
        self.add(*pieces)

    def _set_last_lines(self) -> None:
        """Give the last lines of the text the pitch of the closing."""
        lines = self.closing.lines
        for place in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[place]
            if lines <= 0 or not _is_text(piece):
                return
            self._pieces[place] = pitched(piece, self.closing.pitch)
            lines -= ceil((layout.INDENT + width(_TAG.sub("", piece))) / self.ink.sheet.characters)

    def add_annex(self, mark: str, title: str) -> None:
        """Put the mark of an annex, and list it under that and its title."""
        if self.contents and self._end_of_text:
            mark = self.contents.listed(mark, 1, title, annex=True)
        self.add(mark)

    @property
    def _properties(self) -> str:
        return section(self._lies, self.ink.sheet, self.opens)

    @property
    def _width(self) -> int:
        return self.ink.sheet.text_height if self.landscape else self.ink.sheet.text_width

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Put blocks of the text; a wide table on landscape pages of its own."""
        around = self.landscape
        for block in blocks:
            if isinstance(block, Table):
                grid = Grid(block, self.ink)
                self.landscape = around or grid.is_wide
                self.add(*_table(block, grid, self._width))
                self.landscape = around
            else:
                self.add(*_block(block, self.ink, self._width))

    def section(self, one: Section) -> None:
        """Put a section: heading, blocks, children."""
        first = one.blocks[0] if one.run_in and one.blocks else None
        run_on = first if isinstance(first, Paragraph) and not first.marker else None
        around = self.landscape
        self.landscape = around or self._opens_wide(one)  # or the heading would stay alone on the page before
        listed = self.lists.listed(one) if self.lists and self.ink.text(one.title).strip() else ""
        piece = _heading(one, run_on, self.ink, listed)
        if self.contents and self._listing and (one.number is None or one.number.form is not Form.ORDINAL):
            name = number_text(one.number) + self.ink.text(one.title).removesuffix("。")
            piece = self.contents.listed(piece, one.level, name, run_in=run_on is not None)
        self.add(piece)
        self.landscape = around
        self.blocks(one.blocks[1:] if run_on else one.blocks)
        for child in one.children:
            self.section(child)

    def _opens_wide(self, one: Section) -> bool:
        """Whether a wide table is the first thing under a heading or under those that follow it at once."""
        if one.blocks:
            first = one.blocks[0]
            return isinstance(first, Table) and Grid(first, self.ink).is_wide
        return bool(one.children) and self._opens_wide(one.children[0])


def _is_text(piece: str) -> bool:
    return piece.startswith(_TEXT_STARTS) and "<w:sectPr" not in piece


def _is_table(piece: str) -> bool:
    return piece.startswith("<w:tbl>")


def _append(pieces: list[str], piece: str) -> None:
    """Put a piece at the end; two tables in a row are kept apart, or Word would join them."""
    if _is_table(piece) and pieces and _is_table(pieces[-1]):
        pieces.append(_THIN)
    pieces.append(piece)


def _close(pieces: list[str]) -> None:
    """See to it that a paragraph is the last piece: a cell, a section and the body must end with one."""
    if not pieces or _is_table(pieces[-1]):
        pieces.append(_THIN)


def _heading(one: Section, run_on: Paragraph | None, ink: Ink, listed: str) -> str:
    """The paragraph of a heading, with the text that follows it on the line where it is a run-in one.

    A run-in heading is one paragraph in the heading's style, its text set in the font of the body: so it is in the
    outline of every program. The style's “keep with next” is taken off, since the paragraph is as long as any other.
    `listed` is the list of Word that prints the number; without one the number is text.
    """
    face = face_of_heading(one)
    content = ("" if listed else runs(number_text(one.number), face)) + ink.runs(one.title, face)
    if one.run_in and not ink.text(one.title).endswith(_CLOSED):
        content += runs("。", face)
    if run_on is None:
        return paragraph(heading_style(one.level), content, listed)
    return paragraph(heading_style(one.level), content + ink.runs(run_on.spans, FANGSONG, "RunInBody"), listed, *_LOOSE)


def face_of_heading(one: Section) -> Face:
    """The fonts of a heading and its number."""
    return number_face(one.number.form if one.number else None, one.level)


def _block(block: Block, ink: Ink, width: int) -> list[str]:
    match block:
        case Paragraph():
            return [paragraph("DocBody", words(block, ink))]
        case Box():
            return [_box(block, ink, width)]
        case Table():
            return _table(block, Grid(block, ink), width)


def _box(box: Box, ink: Ink, width: int) -> str:
    """A framed table of one column, its title in a row of its own; the row of the text may cross pages."""
    inner = width - 2 * layout.CELL_PADDING
    title = paragraph("BoxTitle", runs("\u3000".join(filter(None, (box.number, box.title))), HEITI))
    content: list[str] = []
    for block in box.blocks:
        if isinstance(block, Paragraph):
            content.append(paragraph("BoxText", words(block, ink)))
        else:
            for piece in _block(block, ink, inner):
                _append(content, piece)
    _close(content)
    rows = row(cell(width, title), WHOLE_ROW) + row(cell(width, "".join(content)))
    return table("DocBox", (width,), rows)


def _table(block: Table, grid: Grid, width: int) -> list[str]:
    caption = [paragraph("TableCaption", runs(block.caption, HEITI))] if block.caption else []
    widths, rows = grid.printed(width)
    return [*caption, table("DocTable", widths, rows)] if widths else caption
