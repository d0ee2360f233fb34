"""A plan set for reading: text, boxes and tables in one text document, and where every section begins in it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from drafter.desktop import theme
from drafter.desktop.models.reading_order import Heading, Title, rows
from drafter.model.document import Block, Box, Document, Paragraph, Table
from drafter.model.walk import text_of

LINE = 26
"""Pixels from line to line of the text."""
HEAD_LINE = 24
"""Pixels from line to line of a heading."""
INDENT = 28
"""Two characters of 14 px."""
HEAD_ROOM = 92
"""Pixels at the right of a heading where its button stands."""
NARROW_ROOM = 64
"""The same in a narrow pane, where the button says less."""
WIDEST = 3
"""Tables of more columns are set row by row: in a narrow pane their cells could not be read."""


class Place(NamedTuple):
    """Where a heading stands: the number of its block in the text document."""

    heading: Heading
    block: int


class ReadingText:
    """Sets one plan. `document` is the result, `places` its headings in order.

    `bounds` are the numbers of the blocks at which something new begins, headings and titles.
    """

    def __init__(self, plan: Document) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(theme.ui_font(14))
        self.document.setDocumentMargin(12)
        self.places: list[Place] = []
        self.bounds: list[int] = []
        self._cursor = QTextCursor(self.document)
        self._at_start = True
        self._cursor.beginEditBlock()
        for row in rows(plan):
            match row:
                case Title():
                    self._line(row.text, _block(above=6, below=10, line=HEAD_LINE), _letters(14, 600))
                    self.bounds.append(self._cursor.blockNumber())
                case Heading():
                    self._heading(row)
                case _:
                    self._block(row)
        self._cursor.endEditBlock()

    def _heading(self, heading: Heading) -> None:
        room = _block(above=10, below=6, line=HEAD_LINE)
        room.setRightMargin(HEAD_ROOM)
        self._line(heading.text, room, _letters(14, 500))
        self.places.append(Place(heading, self._cursor.blockNumber()))
        self.bounds.append(self._cursor.blockNumber())

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._line(block.marker + text_of(block.spans), _block(indent=INDENT), _letters())
            case Box():
                self._box(block)
            case Table():
                self._table(block)

    def _box(self, box: Box) -> None:
        self._framed()
        self._line(f"{box.number}　{box.title}".strip(), _block(below=2, line=HEAD_LINE), _letters(13, 500))
        for block in box.blocks:
            self._block(block)
        self._leave()

    def _table(self, table: Table) -> None:
        if table.caption:
            self._line(table.caption, _block(above=6, below=4, line=HEAD_LINE), _letters(13, 500))
        if len(table.columns) <= WIDEST:
            self._grid(table)
            return
        for row in table.rows:
            self._framed()
            for name, cell in zip(table.columns, row, strict=False):
                if text := text_of(cell.spans):
                    self._line(f"{name}　" if name else "", _block(line=22), _letters(12, 400, "text3"))
                    self._cursor.insertText(text, _letters(13))
            self._leave()

    def _grid(self, table: Table) -> None:
        form = QTextTableFormat()
        form.setBorderCollapse(True)
        form.setBorder(1)
        form.setBorderBrush(theme.colour("line2"))
        form.setCellPadding(4)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setTopMargin(4)
        form.setBottomMargin(8)
        heads = [table.columns] if any(table.columns) else []
        texts = [*heads, *(tuple(text_of(cell.spans) for cell in row) for row in table.rows)]
        if not texts or not table.columns:
            return
        grid = self._cursor.insertTable(len(texts), len(table.columns), form)
        for row, cells in enumerate(texts):
            for column, text in enumerate(cells[: len(table.columns)]):
                cell = grid.cellAt(row, column).firstCursorPosition()
                cell.setBlockFormat(_block(line=22))
                cell.insertText(text, _letters(13, 500 if heads and not row else 400))
        self._leave()

    def _framed(self) -> None:
        form = QTextFrameFormat()
        form.setBorder(1)
        form.setBorderBrush(theme.colour("line2"))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBackground(theme.colour("panel"))
        form.setPadding(8)
        form.setTopMargin(4)
        form.setBottomMargin(8)
        self._cursor.insertFrame(form)
        self._at_start = True

    def _leave(self) -> None:
        """Go behind the frame or table; the empty block that stands there takes the next line."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        gap = QTextBlockFormat()
        gap.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(gap)
        self._at_start = True

    def _line(self, text: str, room: QTextBlockFormat, letters: QTextCharFormat) -> None:
        if self._at_start:
            self._cursor.setBlockFormat(room)
        else:
            self._cursor.insertBlock(room, letters)
        self._cursor.insertText(text, letters)
        self._at_start = False


def _block(indent: int = 0, above: int = 0, below: int = 0, line: int = LINE) -> QTextBlockFormat:
    room = QTextBlockFormat()
    room.setTextIndent(indent)
    room.setTopMargin(above)
    room.setBottomMargin(below)
    room.setLineHeight(line, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    return room


def _letters(size: int = 14, weight: int = 400, role: str = "text") -> QTextCharFormat:
    letters = QTextCharFormat()
    font: QFont = theme.ui_font(size, weight)
    letters.setFont(font)
    letters.setForeground(theme.colour(role))
    return letters
