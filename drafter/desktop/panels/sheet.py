"""The draft as it will print, and the place where its words are changed: double click, F2 or Enter edits in place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafter.desktop.lines import Kind, Part, sheet_lines
from drafter.desktop.models.sources import places_by_first_pick
from drafter.desktop.panels import setting
from drafter.desktop.panels.find_bar import FindBar
from drafter.desktop.panels.inline import InlineEditor, SlotEditor
from drafter.desktop.panels.paper import Paper, qt_length
from drafter.desktop.panels.sheet_bar import SheetBar
from drafter.desktop.places import target_at, target_spans
from drafter.model.document import ParagraphId, SectionId, SlotId
from drafter.model.draft import Draft, slot_named
from drafter.model.fact import Place
from drafter.model.pieces import Piece, pieces, spans_of

SMALLEST = 0.5
FIT_DELAY = 60
"""Milliseconds of quiet after a change of width before the sheet is set anew to fit it."""
ZOOMS = (0.5, 0.6, 0.7, 0.75, 0.85, 1.0, 1.15, 1.25, 1.5, 1.75, 2.0, 2.5)


class SheetPanel(QWidget):
    """Shows a draft. Facts of the caret: `section_entered`, `slot_activated`; everything else is a wish."""

    title_edited = Signal(object)
    heading_edited = Signal(object, object)
    paragraph_edited = Signal(object, object)
    slot_fill_requested = Signal(object, str)
    slot_activated = Signal(object)
    section_entered = Signal(object)
    context_menu_requested = Signal(QPoint)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.editor: QWidget | None = None
        self._section: SectionId | None = None
        self._wished, self._free = 1.0, False
        self._fitting = QTimer(self, singleShot=True, interval=FIT_DELAY)
        self._fitting.timeout.connect(self._fit)
        self.paper = Paper()
        self.bar = SheetBar()
        self.find_bar = FindBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.paper, self.find_bar):
            column.addWidget(widget)
        self.find_bar.hide()
        self._connect()

    def _connect(self) -> None:
        self.paper.edit_requested.connect(self.edit_here)
        self.paper.clicked.connect(self._clicked)
        self.paper.cursorPositionChanged.connect(self._moved)
        self.paper.zoom_requested.connect(self.zoom_by)
        self.paper.resized.connect(self._fitting.start)
        self.paper.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.paper.customContextMenuRequested.connect(self._context_menu)
        self.bar.zoom_requested.connect(self.zoom_by)
        self.find_bar.find_requested.connect(self._find)
        self.find_bar.closed.connect(self.paper.setFocus)
        self.setFocusProxy(self.paper)

    def show(self, draft: Draft | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show a draft; without one, the widget itself as Qt means it."""
        if draft is None:
            super().show()
            return
        self._close_editor()
        self._draft = draft
        self.paper.show_lines(sheet_lines(draft), places_by_first_pick(draft))
        self._tell_place()

    def set_zoom(self, zoom: float) -> None:
        """Show the sheet at a zoom, 1.0 its true size: cut at the sides where the person wants it that large."""
        self._wished = zoom
        self._free = self.isVisible() and zoom > self.paper.fitting_zoom()
        self._show_at(zoom)
        self.zoom_changed.emit(zoom)

    def _show_at(self, zoom: float) -> None:
        self._close_editor()
        self.paper.set_zoom(zoom)
        self.bar.show_zoom(zoom)

    def _fit(self) -> None:
        """Show the sheet smaller than wished where there is not the room, but not while somebody types on it."""
        zoom = self._wished if self._free else max(SMALLEST, min(self._wished, self.paper.fitting_zoom()))
        if self.editor is None and self.isVisible() and abs(zoom - self.paper.zoom) > 0.005:
            self._show_at(zoom)

    def zoom_by(self, steps: int) -> None:
        """Show the sheet some steps larger or smaller."""
        nearest = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - self.paper.zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + steps))])

    # places

    @property
    def section(self) -> SectionId | None:
        """The section with the caret."""
        return self._section

    def paragraph(self) -> ParagraphId | None:
        """The paragraph with the caret."""
        part = self.paper.part_at_caret()
        return ParagraphId(part.target) if part and self._is_paragraph(part) else None

    def select_slot(self, slot: SlotId) -> None:
        """Mark a slot and bring its first use into sight, unless one is in sight."""
        self.paper.select_slot(slot)
        found = [n for n, line in enumerate(self.paper.lines) if any(part.slot == slot for part in line.parts)]
        height = self.paper.viewport().height()
        if found and not any(0 <= self.paper.line_rectangle(number).center().y() < height for number in found):
            self.paper.go_to(found[0])

    def go_to_section(self, section: SectionId) -> None:
        """Bring a section's heading into sight, with the caret in it."""
        for number, line in enumerate(self.paper.lines):
            if line.section == section:
                self.paper.go_to(number)
                return

    def go_to(self, place: Place) -> None:
        """Bring the place of a finding into sight and mark its words."""
        if self._draft is None or (target := target_at(self._draft.document, place)) is None:
            return
        for number, line in enumerate(self.paper.lines):
            before = ""
            words = ""
            for part in line.parts:
                if (part.kind, part.target) == target:
                    words += part.text
                elif not words:
                    before += part.text
            if words:
                start = qt_length(before) + qt_length(words[: place.start])
                self.paper.go_to(number, start)
                self.paper.light_up(number, start, start + qt_length(words[place.start : place.end]))
                self.paper.setFocus()
                return

    def _is_paragraph(self, part: Part) -> bool:
        return part.target != 0 and part.kind in (Kind.TEXT, Kind.GUIDANCE) and part.target not in self._section_ids()

    def _section_ids(self) -> set[int]:
        return {int(line.section) for line in self.paper.lines}

    def _clicked(self) -> None:
        part = self.paper.part_at_caret()
        if part and part.slot is not None:
            self.paper.select_slot(part.slot)
            self.slot_activated.emit(part.slot)

    def _moved(self) -> None:
        if self._draft is not None:
            self._tell_place()

    def _tell_place(self) -> None:
        lines = self.paper.lines
        section = lines[self.paper.line_at_caret()].section or None if lines else None
        if self._draft is not None:
            self.bar.show_place(self._draft, section)
        if section != self._section:
            self._section = section
            self.section_entered.emit(section)

    def _context_menu(self, point: QPoint) -> None:
        self.paper.setTextCursor(self.paper.cursorForPosition(point))
        self.context_menu_requested.emit(self.paper.viewport().mapToGlobal(point))

    # editing in place

    def edit_here(self) -> None:
        """Open the editor on what has the caret: a slot's value, a heading or a paragraph."""
        part = self.paper.part_at_caret()
        if part is None or self._draft is None:
            return
        if part.slot is not None:
            self._edit_slot(part)
        else:
            self._edit_words(part)

    def edit_section(self, section: SectionId) -> None:
        """Open the editor on a section's heading."""
        self._edit_target(Kind.HEADING, section)

    def edit_paragraph(self, paragraph: ParagraphId) -> None:
        """Open the editor on a paragraph."""
        self._edit_target(Kind.TEXT, paragraph)

    def _edit_target(self, kind: Kind, target: int) -> None:
        for number, line in enumerate(self.paper.lines):
            part = next((one for one in line.parts if one.target == target and one.kind is not Kind.FIXED), None)
            if part:
                self.paper.go_to(number)
                self._edit_words(Part(kind, part.text, target))
                return

    def _edit_words(self, part: Part) -> None:
        assert self._draft is not None
        kind = Kind.TEXT if part.kind is Kind.GUIDANCE else part.kind
        if kind is Kind.FIXED:
            line = self.paper.lines[self.paper.line_at_caret()]
            first = next((one for one in line.parts if one.kind is not Kind.FIXED), None)
            if first is None:
                return
            part, kind = first, first.kind
        spans = target_spans(self._draft.document, kind, part.target)
        if spans is None:
            return
        number = self.paper.line_at_caret()
        line = self.paper.lines[number]
        words = {slot.id: slot.shown for slot in self._draft.slots}
        font = setting.part_format(line, part, self.paper.zoom).font()
        editor = InlineEditor(self.paper.viewport(), font, words)
        before = pieces(spans)
        editor.committed.connect(lambda edited: self._words_edited(kind, part.target, before, edited))
        editor.given_up.connect(lambda: self._words_edited(kind, part.target, before, before))
        caret = self.paper.caret_in(part.target)
        self._place_editor(editor, number)
        editor.edit(before, caret)

    def _words_edited(self, kind: Kind, target: int, before: tuple[Piece, ...], edited: tuple[Piece, ...]) -> None:
        """Ask for the edited words; what is left empty is said too, so that a new line nobody wrote goes away."""
        self._close_editor()
        if edited and edited == before:
            return
        spans = spans_of(edited)
        if kind is Kind.TITLE:
            self.title_edited.emit(spans)
        elif kind is Kind.HEADING:
            self.heading_edited.emit(SectionId(target), spans)
        else:
            self.paragraph_edited.emit(ParagraphId(target), spans)

    def _edit_slot(self, part: Part) -> None:
        assert self._draft is not None
        assert part.slot is not None
        slot = slot_named(self._draft, part.slot)
        self.paper.select_slot(slot.id)
        self.slot_activated.emit(slot.id)
        editor = SlotEditor(self.paper.viewport(), slot.name, slot.original, slot.value or slot.proposal)
        editor.committed.connect(lambda value: self._slot_edited(slot.id, value))
        editor.given_up.connect(self._close_editor)
        self.editor = editor
        mark = self.paper.slot_rectangle(self.paper.line_at_caret(), slot.id)
        place = mark.topLeft().toPoint() - QPoint(4, 4)
        width = max(180, editor.fontMetrics().horizontalAdvance(editor.text() + slot.name) + 32)
        place.setX(max(4, min(place.x(), self.paper.viewport().width() - width - 4)))
        editor.setGeometry(place.x(), place.y(), width, 32)
        editor.show()
        editor.setFocus()

    def _slot_edited(self, slot: SlotId, value: str) -> None:
        self._close_editor()
        self.slot_fill_requested.emit(slot, value)

    def _place_editor(self, editor: InlineEditor, number: int) -> None:
        self._close_editor()
        self.editor = editor
        rectangle = self.paper.line_rectangle(number)
        cell = self.paper.lines[number].cell
        left = rectangle.left() if cell else setting.millimetres(setting.LEFT_MM, self.paper.zoom)
        full = setting.millimetres(setting.PAGE_MM - setting.LEFT_MM - setting.RIGHT_MM, self.paper.zoom)
        width = max(120.0, rectangle.width()) if cell else full
        editor.setFixedWidth(int(width) + 12)
        editor.least_height = int(rectangle.height()) + 8
        editor.move(QPointF(left - 6, rectangle.top() - 4).toPoint())
        editor.show()
        editor.setFocus()

    def _close_editor(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.blockSignals(True)  # hiding takes the focus, which would commit a second time
            editor.hide()
            editor.deleteLater()
            self._fitting.start()
            if had_focus:
                self.paper.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.editor is None:
            self.edit_here()
        else:
            super().keyPressEvent(event)

    # finding

    def open_find(self) -> None:
        """Open the line where words to find are typed."""
        self.find_bar.open(self.paper.textCursor().selectedText())

    def _find(self, words: str, back: bool) -> None:
        flags = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if not words:
            self.find_bar.show_count(0, 0)
            return
        if not self.paper.find(words, flags):
            end = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
            before = self.paper.textCursor()
            self.paper.moveCursor(end)
            if not self.paper.find(words, flags):
                self.paper.setTextCursor(before)
        text = self.paper.toPlainText()
        position = self.paper.textCursor().selectionStart()
        self.find_bar.show_count(text[:position].count(words) + 1, text.count(words))

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        self.paper.restyle()
        self.bar.restyle()
