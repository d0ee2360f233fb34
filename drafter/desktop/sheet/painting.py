"""One page painted, on the screen with its marks or on paper without; lengths are twips, the painter is scaled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from drafter.desktop import theme
from drafter.desktop.models.outline import LEAST_SHARE
from drafter.desktop.models.sources import hue, short_place
from drafter.desktop.sheet import fonts
from drafter.desktop.sheet.carets import left_of, line_top, selected_in
from drafter.desktop.sheet.pages import Page, Piece
from drafter.desktop.sheet.setting import Setting, baseline, setting_of
from drafter.desktop.sheet.strips import Frame, Item, Row, Strip, strips_of, text_width
from drafter.desktop.sheet.styles import BOX_AGAIN, BOX_FOOT, ROW_AIR, SHEET
from drafter.desktop.sheet.view import View
from drafter.model.document import SectionId, SlotId
from drafter.model.draft import SlotState
from drafter.model.finding import Severity
from drafter.model.flow import Key
from drafter.workflow.printed import layout

PIXEL = 15.0
"""A pixel at 100 %, in twips."""
_GROUNDS = {SlotState.OPEN: "doubtW", SlotState.REPLACED: "okW", SlotState.KEPT: "hintW"}
_EDGES = {SlotState.OPEN: "doubtL", SlotState.REPLACED: "okL", SlotState.KEPT: "hint"}
_WAVES = {Severity.ERROR: "error", Severity.DOUBT: "doubtL", Severity.HINT: "hint"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on words of a field."""

    start: int
    end: int
    severity: Severity
    leftover: bool = False
    number: int = 0


@dataclass(slots=True)
class Marks:
    """What is painted on the screen beside the words. `selection` are two places by their order."""

    selection: tuple[tuple[int, int, int], tuple[int, int, int]] | None = None
    slot: SlotId | None = None
    section: SectionId | None = None
    shares: dict[SectionId, float] = field(default_factory=dict[SectionId, float])
    findings: dict[Key, tuple[Mark, ...]] = field(default_factory=dict[Key, tuple[Mark, ...]])
    hits: dict[Key, tuple[tuple[int, int], ...]] = field(default_factory=dict[Key, tuple[tuple[int, int], ...]])
    lit: tuple[Key, int, int] | None = None
    standing_in: dict[int, Strip] = field(default_factory=dict[int, Strip])


class PagePainter:
    """Paints pages of a view. Without marks the page is as it prints: black, nothing behind the words."""

    def __init__(self, painter: QPainter, view: View, marks: Marks | None = None) -> None:
        self._painter, self._view, self._marks = painter, view, marks

    def page(self, number: int) -> None:
        """Paint a page with its corner at the origin."""
        page = self._view.pager.pages[number]
        painter = self._painter
        if self._marks is not None:
            painter.fillRect(QRectF(0, 0, page.width, page.height), theme.colour("sheet"))
            self._corners(page)
        self._number(number, page)
        painter.save()
        painter.translate(page.left, page.top)
        self._frames(page)
        for piece in page.pieces:
            self._piece(piece, page)
        painter.restore()

    def _ink(self) -> QColor:
        return theme.colour("ink") if self._marks is not None else QColor(Qt.GlobalColor.black)

    def _corners(self, page: Page) -> None:
        """The corners of the type area, as thin hooks outside of it."""
        painter, reach = self._painter, 240
        painter.setPen(QPen(theme.colour("line"), PIXEL))
        room = QRectF(page.left, page.top, SHEET.text_height if page.turned else SHEET.text_width, page.room)
        for x, way in ((room.left(), -1), (room.right(), 1)):
            for y, down in ((room.top(), -1), (room.bottom(), 1)):
                painter.drawLine(QLineF(x, y, x + way * reach, y))
                painter.drawLine(QLineF(x, y, x, y + down * reach))

    def _number(self, number: int, page: Page) -> None:
        """The number of the page, odd right and even left, one character in (GB/T 9704-2012, 7.5 and 8)."""
        painter, text = self._painter, f"— {number + 1} —"
        size = layout.SIZE_4 * 10
        painter.setFont(fonts.chinese("song", size))
        painter.setPen(self._ink())
        painter.save()
        width = SHEET.text_width
        if page.turned:
            # the portrait sheet turned clockwise: its foot is the left edge
            painter.translate(page.width, 0)
            painter.rotate(90)
        top = SHEET.top + SHEET.text_height + layout.NUMBER_GAP - layout.FOOTER_LINE // 2
        box = QRectF(SHEET.left + size, top, width - 2 * size, layout.FOOTER_LINE)
        side = Qt.AlignmentFlag.AlignLeft if number % 2 else Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    # frames

    def _frames(self, page: Page) -> None:
        """The frames of boxes: open where the box goes on over the edge of the page."""
        boxes: dict[int, list[Piece]] = {}
        for piece in page.pieces:
            item = self._view.items[piece.item]
            if item.frame is not None and not piece.repeated:
                boxes.setdefault(item.box, []).append(piece)
        painter = self._painter
        for pieces in boxes.values():
            first, last = pieces[0], pieces[-1]
            top_item, end_item = self._view.items[first.item], self._view.items[last.item]
            width = SHEET.text_height if page.turned else SHEET.text_width
            again = BOX_AGAIN if top_item.frame is Frame.TEXT and first.y <= BOX_AGAIN else 0
            top = first.y - top_item.style.before - (ROW_AIR if isinstance(top_item, Row) else 0) - again
            bottom = last.y + (last.last - last.first) * end_item.style.pitch + BOX_FOOT
            painter.setPen(QPen(self._ink(), layout.BOX_BORDER * 2.5))
            painter.drawLine(QLineF(0, top, 0, bottom))
            painter.drawLine(QLineF(width, top, width, bottom))
            painter.drawLine(QLineF(0, top, width, top))
            painter.drawLine(QLineF(0, bottom, width, bottom))
            if top_item.frame is Frame.TITLE and first.first == 0:
                under = first.y + (first.last - first.first) * top_item.style.pitch + 2 * layout.BOX_AIR
                painter.drawLine(QLineF(0, under, width, under))

    def _grid(self, row: Row, piece: Piece) -> None:
        painter = self._painter
        top = piece.y - ROW_AIR / 2
        bottom = piece.y + (piece.last - piece.first) * row.style.pitch + ROW_AIR / 2
        painter.setPen(QPen(self._ink(), layout.TABLE_BORDER * 2.5))
        for x in row.lefts:
            painter.drawLine(QLineF(x, top, x, bottom))
        for number in range(len(row.cells)):
            left, right = row.lefts[number], row.lefts[number + 1]
            if number not in row.continued:
                painter.drawLine(QLineF(left, top, right, top))
            if number not in row.goes_on:
                painter.drawLine(QLineF(left, bottom, right, bottom))

    # words

    def _piece(self, piece: Piece, page: Page) -> None:
        item = self._view.items[piece.item]
        if self._marks is not None and not piece.repeated:
            self._source(item, piece, page)
        if isinstance(item, Row):
            self._grid(item, piece)
        for strip in strips_of(item):
            self._strip(strip, item, piece)

    def _strip(self, strip: Strip, item: Item, piece: Piece) -> None:
        if self._marks is not None:
            strip = self._marks.standing_in.get(id(strip), strip)
        if not strip.runs:
            return
        setting = setting_of(strip)
        lines = range(piece.first, min(piece.last, setting.layout.lineCount()))
        if strip.row is not None and item.lines > piece.last - piece.first:
            lines = range(*_lines_of_cell(strip, item, piece))
        left = left_of(strip)
        if self._marks is not None:
            self._behind(strip, setting, item, piece, lines, left)
        painter = self._painter
        painter.setPen(self._ink())
        for number in lines:
            line = setting.layout.lineAt(number)
            y = line_top(piece, item, strip, number) + baseline(strip.style.pitch) - line.ascent() - line.y()
            line.draw(painter, QPointF(left, y))

    def _behind(self, strip: Strip, setting: Setting, item: Item, piece: Piece, lines: range, left: int) -> None:
        """What lies behind the words: slots, search hits, findings, the selection."""
        marks = self._marks
        assert marks is not None

        def boxes(start: int, end: int) -> Iterable[QRectF]:
            return _boxes(strip, setting, item, piece, lines, left, start, end)

        place = 0
        for run in strip.runs:
            if run.slot is not None and run.state is not None:
                for box, open_left, open_right in _chip_boxes(setting, place, place + len(run.text), lines, boxes):
                    self._chip(box, run.state, run.slot == marks.slot, (open_left, open_right))
            place += len(run.text)
        for number, one in enumerate(strip.fields):
            self._field_marks(strip.key(number), one.start, boxes)
        if marks.selection and (chosen := selected_in(strip, *marks.selection)):
            colour = theme.colour("accent")
            colour.setAlpha(70)
            for box in boxes(*chosen):
                self._painter.fillRect(box, colour)

    def _field_marks(self, key: Key, start: int, boxes) -> None:  # noqa: ANN001 # pyright: ignore[reportUnknownParameterType, reportMissingParameterType]
        marks, painter = self._marks, self._painter
        assert marks is not None
        for first, last in marks.hits.get(key, ()):
            for box in boxes(start + first, start + last):
                painter.fillRect(box, theme.colour("doubtW"))
        if marks.lit and marks.lit[0] == key:
            for box in boxes(start + marks.lit[1], start + marks.lit[2]):
                painter.fillRect(box, theme.colour("errorW"))
        for mark in marks.findings.get(key, ()):
            for box in boxes(start + mark.start, start + mark.end):
                if mark.leftover:
                    painter.fillRect(box, theme.colour("errorW"))
                _wave(painter, box, mark.severity)

    def _chip(self, box: QRectF, state: SlotState, selected: bool, opened: tuple[bool, bool]) -> None:
        """Dashed frame while open, underlined when replaced, dotted when kept; open at the side where a line breaks."""
        painter = self._painter
        ground, edge = ("accentW", "accent") if selected else (_GROUNDS[state], _EDGES[state])
        reach = 3 * PIXEL
        box = box.adjusted(0 if opened[0] else -reach / 2, 0, 0 if opened[1] else reach / 2, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, 4 * PIXEL, 4 * PIXEL)
        pen = QPen(theme.colour(edge), (2 if selected else 1.2) * PIXEL)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not selected and state is not SlotState.REPLACED:
            pen.setDashPattern([3, 2] if state is SlotState.OPEN else [1, 1.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected or state is SlotState.OPEN:
            painter.drawPath(_outline(box, *opened))
        else:
            painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))

    def _source(self, item: Item, piece: Piece, page: Page) -> None:
        """Stripe and pill of a picked passage, and the ground of the current topic's margin."""
        marks, painter = self._marks, self._painter
        assert marks is not None
        height = (piece.last - piece.first) * item.style.pitch
        if marks.section is not None and item.section == marks.section and piece.first == 0 and _is_heading(item):
            _grip(painter, QRectF(-page.left + 300, piece.y + item.style.pitch / 2 - 90, 120, 180))
        share = marks.shares.get(item.section, 0.0)
        if share >= LEAST_SHARE and piece.first == 0 and _is_heading(item):
            _share(painter, text_width(turned=page.turned) + 14 * PIXEL, piece.y + item.style.pitch / 2, share)
        if item.source is None:
            return
        region = item.source.region
        regions = self._view.regions
        text, ground = hue(regions.index(region) if region in regions else 99)
        painter.fillRect(QRectF(-14 * PIXEL, piece.y + 3 * PIXEL, 3 * PIXEL, height - 6 * PIXEL), theme.colour(text))
        if item.first and piece.first == 0:
            pill = QRectF(-56 * PIXEL, piece.y + item.style.pitch / 2 - 9 * PIXEL, 34 * PIXEL, 18 * PIXEL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(pill, 4 * PIXEL, 4 * PIXEL)
            font = theme.ui_font(round(12 * PIXEL))
            painter.setFont(font)
            painter.setPen(theme.colour(text))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, short_place(region)[:2])


def _share(painter: QPainter, left: float, middle: float, part: float) -> None:
    """How much of a section stands to the letter elsewhere: the number over a small bar, in the right margin."""
    painter.setFont(theme.ui_font(round(12 * PIXEL)))
    painter.setPen(theme.colour("text2"))
    number = QRectF(left, middle - 11 * PIXEL, 34 * PIXEL, 16 * PIXEL)
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, f"{part:.0%}")
    bar = QRectF(left, middle + 6 * PIXEL, 34 * PIXEL, 3 * PIXEL)
    painter.fillRect(bar, theme.colour("bar"))
    bar.setWidth(bar.width() * min(1.0, part))
    painter.fillRect(bar, theme.colour("ctl"))


def _is_heading(item: Item) -> bool:
    return isinstance(item, Strip) and item.style.name == "heading"


def _lines_of_cell(strip: Strip, item: Item, piece: Piece) -> tuple[int, int]:
    """The lines of a cell that stand in a piece of a row longer than a page."""
    skipped = (item.lines - strip.lines) // 2
    return max(0, piece.first - skipped), max(0, min(strip.lines, piece.last - skipped))


def _boxes(
    strip: Strip, setting: Setting, item: Item, piece: Piece, lines: range, left: int, start: int, end: int
) -> Iterable[QRectF]:
    """The rectangles, one a line, of a range of a strip's text."""
    high = min(strip.style.pitch, round(strip.style.size * 1.36))
    for number in lines:
        first, last = setting.span_of(number)
        a, b = max(start, first), min(end, last)
        if a < b:
            x1, x2 = setting.x_at(number, a), setting.x_at(number, b)
            top = line_top(piece, item, strip, number) + baseline(strip.style.pitch) - high * 0.79
            yield QRectF(left + x1, top, x2 - x1, high)


def _chip_boxes(setting: Setting, start: int, end: int, lines: range, boxes) -> Iterable[tuple[QRectF, bool, bool]]:  # noqa: ANN001 # pyright: ignore[reportUnknownParameterType, reportMissingParameterType]
    """(rectangle, whether it goes on before, whether it goes on behind) of a slot, line by line."""
    shown = [
        number for number in lines if max(start, setting.span_of(number)[0]) < min(end, setting.span_of(number)[1])
    ]
    for number, box in zip(shown, boxes(start, end), strict=True):
        first, last = setting.span_of(number)
        yield box, start < first, end > last


def _outline(box: QRectF, open_left: bool, open_right: bool) -> QPainterPath:
    """A frame with round corners, without the side where it is open."""
    path, r = QPainterPath(), 4 * PIXEL
    if not open_left and not open_right:
        path.addRoundedRect(box, r, r)
        return path
    path.moveTo(box.topLeft())
    path.lineTo(box.topRight())
    if not open_right:
        path.lineTo(box.bottomRight())
    else:
        path.moveTo(box.bottomRight())
    path.lineTo(box.bottomLeft())
    if not open_left:
        path.lineTo(box.topLeft())
    return path


def _wave(painter: QPainter, box: QRectF, severity: Severity) -> None:
    """The wave under words that are wrong or doubtful; dots under a hint."""
    pen = QPen(theme.colour(_WAVES[severity]), 1.2 * PIXEL)
    y = box.bottom()
    if severity is Severity.HINT:
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        painter.drawLine(QLineF(box.left(), y, box.right(), y))
        return
    painter.setPen(pen)
    step, x, up = 2 * PIXEL, box.left(), False
    points = [QPointF(x, y)]
    while x < box.right():
        x, up = x + step, not up
        points.append(QPointF(min(x, box.right()), y - (step if up else 0)))
    painter.drawPolyline(points)


def _grip(painter: QPainter, box: QRectF) -> None:
    """Six dots: here a section is taken hold of."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text3"))
    for column in range(2):
        for row in range(3):
            painter.drawEllipse(QPointF(box.left() + column * 75, box.top() + row * 75), 18, 18)
