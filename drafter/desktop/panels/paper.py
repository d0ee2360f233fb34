"""The white sheet on the grey desk: lines set by Qt's text widget, marks and sources painted behind and beside them.

Only lines that differ from the last ones are set again, so that the place where somebody reads stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
    QTextTableFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from drafter.desktop import theme
from drafter.desktop.lines import Kind, Line, Look, Part, changed_lines
from drafter.desktop.models.sources import hue, short_place
from drafter.desktop.panels import setting
from drafter.desktop.panels.slot_marks import paint_slot, paint_wave
from drafter.model.document import SlotId

_FLAGS = Qt.TextInteractionFlag


def qt_length(text: str) -> int:
    """How many positions a text takes in a Qt document, which counts UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


class Paper(QTextEdit):
    """Shows lines. `zoom_requested(steps)` comes from Ctrl and the wheel, `edit_requested` from a double click."""

    zoom_requested = Signal(int)
    edit_requested = Signal()
    clicked = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("草稿"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(_FLAGS.TextSelectableByMouse | _FLAGS.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.lines: tuple[Line, ...] = ()
        self.zoom = 0.85
        self._places: tuple[str, ...] = ()
        self._selected: SlotId | None = None
        self.lit: tuple[int, int, int] | None = None

    # what is shown

    def show_lines(self, lines: tuple[Line, ...], places: tuple[str, ...]) -> None:
        """Show lines; `places` orders the sources, whose hues follow from it."""
        start, old_end, new_end = changed_lines(self.lines, lines)
        scrolled = self.verticalScrollBar().value()
        place = self.textCursor().blockNumber(), self.textCursor().positionInBlock()
        tables = any(line.cell for line in (*self.lines[start:old_end], *lines[start:new_end]))
        if tables or not self.lines:
            start, old_end, new_end = 0, len(self.lines), len(lines)
        old_count, self.lines, self._places = len(self.lines), lines, places
        if (start, old_end, new_end) == (0, old_count, len(lines)):
            self._set_all()
        elif start != old_end or start != new_end:
            self._set_some(start, old_end, new_end)
        self.lit = None
        self._put_caret(*place)
        self.verticalScrollBar().setValue(scrolled)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show the sheet at a zoom, the same line on top, the caret where it was."""
        top = self.cursorForPosition(self.viewport().rect().topLeft()).blockNumber()
        place = self.textCursor().blockNumber(), self.textCursor().positionInBlock()
        self.zoom = zoom
        self.blockSignals(True)  # on its way to its place the caret is in no section
        self._set_all()
        self._put_caret(*place)
        self.blockSignals(False)
        self._centre_sheet()
        self.verticalScrollBar().setValue(int(self._top_of(self.document().findBlockByNumber(top))))

    def restyle(self) -> None:
        """Set everything again, after the theme has changed."""
        self.set_zoom(self.zoom)

    def select_slot(self, slot: SlotId | None) -> None:
        """Mark a slot as the selected one."""
        self._selected = slot
        self.viewport().update()

    def light_up(self, line: int, start: int, end: int) -> None:
        """Mark some characters of a line (positions in it) as the place of a finding."""
        self.lit = (line, start, end)
        self.viewport().update()

    # places

    def line_at_caret(self) -> int:
        """The number of the line with the caret."""
        return min(self.textCursor().blockNumber(), len(self.lines) - 1)

    def part_at_caret(self) -> Part | None:
        """The part of a line with the caret."""
        cursor = self.textCursor()
        return self._part(cursor.blockNumber(), cursor.positionInBlock())

    def caret_in(self, target: int) -> int:
        """How far into the words of a heading or paragraph the caret stands, a slot counting as one character."""
        cursor = self.textCursor()
        position, before = cursor.positionInBlock(), 0
        for part, start, end in self._spread(cursor.blockNumber()):
            if part.target == target and part.kind is not Kind.FIXED and start < position:
                before += min(end, position) - start if part.slot is None else 1
        return before

    def _part(self, number: int, position: int) -> Part | None:
        last: Part | None = None
        for part, start, end in self._spread(number):
            if start <= position < end:
                return part
            last = part
        return last

    def _spread(self, number: int) -> Iterator[tuple[Part, int, int]]:
        """(part, start, end) of the parts of a line."""
        start = 0
        for part in self.lines[number].parts if 0 <= number < len(self.lines) else ():
            end = start + qt_length(part.text)
            yield part, start, end
            start = end

    def go_to(self, line: int, position: int = 0) -> None:
        """Put the caret into a line and bring the line into sight, a third from the top."""
        self._put_caret(line, position)
        top = self._top_of(self.textCursor().block())
        self.verticalScrollBar().setValue(int(top - self.viewport().height() / 3))

    def line_rectangle(self, number: int) -> QRectF:
        """Where a line stands in the viewport."""
        block = self.document().findBlockByNumber(number)
        return self._block_rectangle(block)

    def slot_rectangle(self, number: int, slot: SlotId) -> QRectF:
        """Where a slot's first mark in a line stands in the viewport."""
        block = self.document().findBlockByNumber(number)
        spreads = ((start, end) for part, start, end in self._spread(number) if part.slot == slot)
        found = (rectangle for start, end in spreads for rectangle in self._rectangles(block, start, end))
        return next(found, self._block_rectangle(block))

    def _put_caret(self, line: int, position: int) -> None:
        block = self.document().findBlockByNumber(min(line, self.document().blockCount() - 1))
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(position, max(0, block.length() - 1)))
        self.setTextCursor(cursor)

    def _top_of(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _block_rectangle(self, block: QTextBlock) -> QRectF:
        rectangle = self.document().documentLayout().blockBoundingRect(block)
        return rectangle.translated(0, -self.verticalScrollBar().value())

    def _rectangles(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        """The rectangles, one per printed line, of some characters of a block."""
        layout = block.layout()
        origin = self._block_rectangle(block).topLeft() - layout.boundingRect().topLeft()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                height = min(line.height(), setting.pixels(setting.BODY * 1.36, self.zoom))
                top = line.y() + line.ascent() - height * 0.72
                yield QRectF(origin.x() + left, origin.y() + top, right - left, height)

    # setting the lines

    def _set_all(self) -> None:
        document = self.document()
        document.clear()
        document.setDocumentMargin(0)
        self._set_frame()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        number = 0
        while number < len(self.lines):
            line = self.lines[number]
            if line.cell:
                number += self._set_table(cursor, number)
            else:
                if number:
                    after_table = self.lines[number - 1].cell is not None
                    if after_table:
                        cursor.movePosition(QTextCursor.MoveOperation.End)
                    else:
                        cursor.insertBlock()
                self._set_line(cursor, line)
                number += 1
        cursor.endEditBlock()

    def _set_table(self, cursor: QTextCursor, number: int) -> int:
        first = self.lines[number].cell
        assert first is not None
        table_format = QTextTableFormat()
        table_format.setBorder(1)
        table_format.setBorderCollapse(True)
        table_format.setBorderBrush(theme.colour("ink"))
        table_format.setCellPadding(4 * self.zoom)
        table_format.setWidth(self._text_width())
        table = cursor.insertTable(first.rows, first.columns, table_format)
        count = 0
        for line in self.lines[number:]:
            if line.cell is None or line.cell.table != first.table:
                break
            self._set_line(table.cellAt(line.cell.row, line.cell.column).firstCursorPosition(), line)
            count += 1
        return count

    def _set_some(self, start: int, old_end: int, new_end: int) -> None:
        document = self.document()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        common = min(old_end, new_end)
        for number in range(start, common):
            cursor.setPosition(document.findBlockByNumber(number).position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._set_line(cursor, self.lines[number])
        if new_end > common:
            self._insert(cursor, common, new_end)
        elif old_end > common:
            self._remove(cursor, common, old_end)
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, start: int, end: int) -> None:
        document = self.document()
        if start == 0:
            cursor.setPosition(0)
            cursor.insertBlock()
            cursor.setPosition(0)
            self._set_line(cursor, self.lines[0])
            start = 1
        previous = document.findBlockByNumber(start - 1)
        cursor.setPosition(previous.position() + previous.length() - 1)
        for number in range(start, end):
            cursor.insertBlock()
            self._set_line(cursor, self.lines[number])

    def _remove(self, cursor: QTextCursor, start: int, end: int) -> None:
        document = self.document()
        first, last = document.findBlockByNumber(start), document.findBlockByNumber(end - 1)
        if start:
            cursor.setPosition(first.position() - 1)
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(first.position())
            cursor.setPosition(last.position() + last.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _set_line(self, cursor: QTextCursor, line: Line) -> None:
        cursor.setBlockFormat(setting.block_format(line, self.zoom))
        if not line.parts:
            cursor.setBlockCharFormat(setting.part_format(line, Part(Kind.FIXED, ""), self.zoom))
        for part in line.parts:
            cursor.insertText(part.text, setting.part_format(line, part, self.zoom))

    def _text_width(self) -> float:
        return setting.millimetres(setting.PAGE_MM - setting.LEFT_MM - setting.RIGHT_MM, self.zoom)

    def _set_frame(self) -> None:
        root = self.document().rootFrame()
        margins = QTextFrameFormat()
        margins.setLeftMargin(setting.millimetres(setting.LEFT_MM, self.zoom))
        margins.setRightMargin(setting.millimetres(setting.RIGHT_MM, self.zoom))
        margins.setTopMargin(setting.millimetres(setting.TOP_MM, self.zoom))
        margins.setBottomMargin(setting.millimetres(setting.BOTTOM_MM, self.zoom))
        root.setFrameFormat(margins)

    def _centre_sheet(self) -> None:
        width = round(setting.millimetres(setting.PAGE_MM, self.zoom))
        free = self.width() - self.verticalScrollBar().width() - width
        side = max(0, free // 2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(width)
        self.setViewportMargins(side, 0, max(0, free - side), 0)

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet in the middle."""
        super().resizeEvent(event)
        self._centre_sheet()
        self.resized.emit()

    def fitting_zoom(self) -> float:
        """The largest zoom at which no part of the sheet's width is cut."""
        return (self.width() - self.verticalScrollBar().width()) / setting.millimetres(setting.PAGE_MM, 1.0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or ask for another size with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the editor of what is clicked."""
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self.edit_requested.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click that selects nothing."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sheet, marks and sources under the words."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("sheet"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in self._visible():
            self._paint_marks(painter, number)
        painter.end()
        super().paintEvent(event)

    def _visible(self) -> Iterator[int]:
        height = self.viewport().height()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid() and self._block_rectangle(block).top() <= height:
            if block.blockNumber() < len(self.lines):
                yield block.blockNumber()
            block = block.next()

    def _paint_marks(self, painter: QPainter, number: int) -> None:
        line = self.lines[number]
        block = self.document().findBlockByNumber(number)
        if line.look in (Look.BOX, Look.BOX_TITLE):
            box = self._block_rectangle(block)
            left = setting.millimetres(setting.LEFT_MM, self.zoom)
            painter.fillRect(QRectF(left, box.top() - 3, self._text_width(), box.height() + 4), theme.colour("hintW"))
        if line.source is not None:
            self._paint_source(painter, line, self._block_rectangle(block))
        for part, start, end in self._spread(number):
            if part.slot is not None and part.state is not None:
                for rectangle in self._rectangles(block, start, end):
                    paint_slot(painter, rectangle, part.state, selected=part.slot == self._selected)
        if self.lit and self.lit[0] == number:
            for rectangle in self._rectangles(block, *self.lit[1:]):
                painter.fillRect(rectangle, theme.colour("errorW"))
                paint_wave(painter, rectangle)

    def _paint_source(self, painter: QPainter, line: Line, rectangle: QRectF) -> None:
        assert line.source is not None
        region = line.source.region
        text, ground = hue(self._places.index(region)) if region in self._places else hue(99)
        text_left = setting.millimetres(setting.LEFT_MM, self.zoom)
        painter.fillRect(QRectF(text_left - 14, rectangle.top() + 3, 3, rectangle.height() - 5), theme.colour(text))
        if line.first:
            painter.setFont(theme.ui_font(12))
            pill = QRectF(
                text_left - 20 - 34, rectangle.top() + setting.pixels(setting.LINE_POINTS, self.zoom) / 2 - 8, 34, 18
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(pill, 4, 4)
            painter.setPen(theme.colour(text))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, short_place(region)[:2])


def _x(answer: object) -> float:
    """The x of QTextLine.cursorToX, which some versions of PySide6 give with the position."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # pyright: ignore[reportArgumentType, reportUnknownArgumentType]
