"""The draft as pages that are written on, with the line above them, the line to find words, and what a slot says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drafter.desktop.panels.find_bar import FindBar
from drafter.desktop.panels.font_note import FontNote
from drafter.desktop.panels.sheet_bar import SheetBar
from drafter.desktop.sheet import moves, reading_aloud, words
from drafter.desktop.sheet.carets import Caret, Carets, chips
from drafter.desktop.sheet.completing import Completer
from drafter.desktop.sheet.offers import Offers
from drafter.desktop.sheet.paper import Paper
from drafter.desktop.sheet.places import Places, marks_of
from drafter.desktop.sheet.popup import SlotTeller
from drafter.desktop.sheet.searching import Finder
from drafter.desktop.sheet.strips import words_of
from drafter.desktop.sheet.telling import ticks, tip
from drafter.errors import CannotWrite
from drafter.model.document import ParagraphId, SectionId, SlotId
from drafter.model.draft import Draft, slot_texts
from drafter.model.fact import Place
from drafter.model.finding import Finding
from drafter.model.flow import Key
from drafter.model.walk import text_of

SMALLEST = 0.5
FIT_DELAY = 60
"""Milliseconds of quiet after a change of width before the sheet is shown so that it fits."""
WORDS_DELAY = 1_500
"""Milliseconds after which the dictionary is loaded: what opens has the machine for itself."""
ZOOMS = (0.5, 0.6, 0.7, 0.75, 0.85, 1.0, 1.15, 1.25, 1.5, 1.75, 2.0)


class SheetPanel(QWidget):
    """Shows a draft and says what is wished for it: `wanted` (an edit), and what its slots are to be.

    Facts of the caret: `section_entered`, `slot_activated`. `heading_edited(section, ())` and
    `paragraph_edited(id, ())` tell that a new one was left empty.
    """

    wanted = Signal(object)
    heading_edited = Signal(object, object)
    paragraph_edited = Signal(object, object)
    slot_fill_requested = Signal(object, str)
    slot_keep_requested = Signal(object)
    slot_delete_requested = Signal(object)
    slot_activated = Signal(object)
    section_entered = Signal(object)
    context_menu_requested = Signal(QPoint)
    zoom_changed = Signal(float)
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._section: SectionId | None = None
        self._wished, self._free = 1.0, False
        self._fitting = QTimer(self, singleShot=True, interval=FIT_DELAY)
        self._fitting.timeout.connect(self._fit)
        reading_aloud.install()
        self.paper, self.bar, self.find_bar = Paper(), SheetBar(), FindBar()
        self.slots, self.offers = SlotTeller(self.paper), Offers(self.paper)
        self.popup = self.slots.popup
        self.note, self.finder = FontNote(), Finder(self.paper, self.find_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.note, self.paper, self.find_bar):
            column.addWidget(widget)
        self.find_bar.hide()
        self._connect()
        self.completer = Completer(self.paper)
        self.offers.names_requested.connect(self.completer.offer_all)
        words.loader().loaded.connect(self._words_known)

    def _connect(self) -> None:
        paper = self.paper
        paper.wanted.connect(self.wanted)
        paper.moved.connect(self._moved)
        paper.slot_clicked.connect(self._slot_clicked)
        paper.abandoned.connect(self._abandoned)
        paper.zoom_requested.connect(self.zoom_by)
        paper.resized.connect(self._fitting.start)
        paper.escaped.connect(self.popup.hide)
        paper.files_dropped.connect(self.files_dropped)
        paper.verticalScrollBar().valueChanged.connect(lambda _: self.slots.place())
        paper.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        paper.customContextMenuRequested.connect(self._context_menu)
        paper.tip_at = lambda caret, point: tip(paper, self.offers.findings, caret, point)
        paper.marked_bar.marks = lambda: ticks(paper)
        self.popup.fill_requested.connect(self._fill_chosen)
        self.popup.keep_requested.connect(self.slot_keep_requested)
        self.popup.delete_requested.connect(self.slot_delete_requested)
        self.bar.zoom_requested.connect(self.zoom_by)
        self.setFocusProxy(paper)

    # what is shown

    def show(self, draft: Draft | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show a draft; without one, the widget itself as Qt means it."""
        if draft is None:
            super().show()
            return
        before, self._draft = self._draft, draft
        self._forget_changed(before, draft)
        self.paper.show_draft(draft)
        self.finder.show()
        self._tell_place()
        self.slots.show()
        self.paper.marked_bar.forget()
        QTimer.singleShot(WORDS_DELAY, words.loader(), words.loader().start)

    def restore(self, view: object) -> None:
        """Put the caret where an edit or its undoing wants it."""
        if isinstance(view, Carets):
            self.paper.restore(view)

    def _words_known(self) -> None:
        """Titles are set in shape once words are known."""
        if self._draft is not None:
            self.paper.rebuild(titles=True)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark the places of findings."""
        self.offers.findings = findings
        self.paper.marks.findings = marks_of(self._draft.document, findings) if self._draft else {}
        self.paper.marked_bar.forget()
        self.paper.viewport().update()

    def show_shares(self, shares: dict[SectionId, float]) -> None:
        """Say in the margin how much of each section stands to the letter elsewhere."""
        if self.paper.marks.shares != shares:
            self.paper.marks.shares = shares
            self.paper.viewport().update()

    def _forget_changed(self, before: Draft | None, after: Draft) -> None:
        """Marks on words that change are dropped: they are checked again soon."""
        marks = self.paper.marks
        marks.lit = None
        if not marks.findings or before is None or before.document is after.document:
            return
        old = {key: self._words(key) for key in marks.findings}
        QTimer.singleShot(0, self, lambda: self._drop_changed(old))

    def _drop_changed(self, old: dict[Key, str]) -> None:
        marks = self.paper.marks
        marks.findings = {
            key: of for key, of in marks.findings.items() if key not in old or old[key] == self._words(key)
        }
        self.paper.viewport().update()

    def _words(self, key: Key) -> str:
        found = self.paper.view.find(key)
        return words_of(*found) if found else ""

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        self.paper.rebuild()
        self.bar.restyle()

    # zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the sheet at a zoom, 1.0 its true size: cut at the sides where the person wants it that large."""
        self._wished = zoom
        self._free = self.isVisible() and zoom > self.paper.fitting_zoom()
        self._show_at(zoom)
        self.zoom_changed.emit(zoom)

    def _show_at(self, zoom: float) -> None:
        self.paper.set_zoom(zoom)
        self.bar.show_zoom(zoom)
        self.slots.place()

    def _fit(self) -> None:
        """Show the sheet smaller than wished where there is not the room."""
        zoom = self._wished if self._free else max(SMALLEST, min(self._wished, self.paper.fitting_zoom()))
        if self.isVisible() and abs(zoom - self.paper.zoom) > 0.005:
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
        key = self.paper.carets.caret.key if self.paper.carets else ()
        return ParagraphId(int(key[1])) if len(key) == 2 and key[0] == "spans" else None

    def select_slot(self, slot: SlotId) -> None:
        """Mark a slot and bring its first use into sight, unless one is in sight."""
        paper = self.paper
        paper.marks.slot = slot
        found = [
            Caret(strip.key(n), chip.start)
            for strip, n in paper.view.fields()
            for chip in chips(strip, n)
            if chip.slot == slot
        ]
        height = paper.viewport().height()
        seen = (box for one in found if (box := paper.rectangle_of(one)) is not None)
        if found and not any(0 <= box.center().y() < height for box in seen):
            paper.centre(found[0])
        paper.viewport().update()

    def go_to_section(self, section: SectionId) -> None:
        """Bring a section's heading into sight, with the caret in it."""
        self._go(("title", section))

    def go_to(self, place: Place) -> None:
        """Bring the place of a finding into sight and mark its words."""
        key = Places(self._draft.document).key(place) if self._draft else None
        if key is not None and self.paper.view.find(key):
            self._go(key, place.start)
            self.paper.marks.lit = (key, place.start, place.end)
            self.paper.setFocus()

    def go_to_page(self, number: int) -> None:
        """Bring a page into sight, counted from 1, with the caret in it."""
        self.paper.settle()
        pages = self.paper.view.pager.pages
        page = pages[max(0, min(number, len(pages)) - 1)]
        for piece in page.pieces:
            near = self.paper.near(piece.item)
            if near is not None:
                self.paper.centre(near)
                return

    def ask_page(self) -> None:
        """Ask for the number of a page and go there."""
        from drafter.desktop import ask

        question = self.tr("页码（1 到 {0}）：").format(self.paper.view.pager.count)
        if (number := ask.text(self.tr("转到页"), question)) and number.isdecimal():
            self.go_to_page(int(number))

    def _go(self, key: Key, offset: int = 0) -> None:
        if self.paper.view.find(key):
            self.paper.centre(Caret(key, offset))

    def edit_here(self) -> None:
        """Take the keys, the words of the caret selected."""
        self.paper.setFocus()
        if self.paper.carets:
            self._select_field(self.paper.carets.caret.key)

    def edit_section(self, section: SectionId) -> None:
        """Write a section's heading: its words are selected; a new one that stays empty is told."""
        self._edit(("title", section))

    def edit_paragraph(self, paragraph: ParagraphId) -> None:
        """Write a paragraph."""
        self._edit(("spans", paragraph))

    def _edit(self, key: Key) -> None:
        if found := self.paper.view.find(key):
            self.paper.centre(Caret(key, 0))
            self._select_field(key)
            self.paper.fresh = None if words_of(*found) else key
            self.paper.setFocus()

    def _select_field(self, key: Key) -> None:
        if found := self.paper.view.find(key):
            self.paper.select(Caret(key, 0), Caret(key, len(words_of(*found))))

    def _abandoned(self, key: Key) -> None:
        if key[0] == "title":
            self.heading_edited.emit(SectionId(int(key[1])), ())
        else:
            self.paragraph_edited.emit(ParagraphId(int(key[1])), ())

    def _moved(self) -> None:
        reading_aloud.tell_caret(self.paper)
        self._tell_place()
        self.slots.show()

    def _tell_place(self) -> None:
        paper = self.paper
        found = paper.view.find(paper.carets.caret.key) if paper.carets else None
        section = (found[0].section or (found[0].row.section if found[0].row else None) or None) if found else None
        paper.marks.section = section
        if self._draft is not None:
            self.bar.show_place(self._draft, section)
        placed = paper.view.page_of(found[0].index) if found else None
        self.bar.show_page(placed[0] + 1 if placed else 1, paper.view.pager.count)
        if section != self._section:
            self._section = section
            self.section_entered.emit(section)

    def _context_menu(self, point: QPoint) -> None:
        where = self.paper.viewport().mapToGlobal(point)
        if not self.offers.open_menu(where):
            self.context_menu_requested.emit(where)

    # slots

    def _slot_clicked(self, slot: SlotId | None) -> None:
        self.popup.hide()
        self.paper.marks.slot = slot
        if slot is not None:
            self.slots.open(slot)
            self.slot_activated.emit(slot)
            self.paper.setFocus()

    def _fill_chosen(self, slot: SlotId, value: str) -> None:
        self.popup.hide()
        self.slot_fill_requested.emit(slot, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle the slot whose pop-up is open; show what is offered at the caret."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
        ):
            self.offers.open_at_caret()
            return
        slot = self.popup.slot if self.popup.isVisible() else None
        if slot is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            signals = {Qt.Key.Key_K: self.slot_keep_requested, Qt.Key.Key_D: self.slot_delete_requested}
            if event.key() in signals:
                signals[Qt.Key(event.key())].emit(slot)
                return
        super().keyPressEvent(event)

    def next_open_slot(self, *, back: bool = False) -> bool:
        """Select the next open slot; whether there is one."""
        carets = self.paper.carets
        start = carets.caret if carets else moves.first(self.paper.view)
        chosen = moves.next_open_slot(self.paper.view, start, back=back) if start else None
        if chosen:
            self.paper.select(*chosen)
        return chosen is not None

    def print_pages(self) -> None:
        """Ask which printer and which pages, and print them."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from drafter.desktop import ask
        from drafter.desktop.sheet.printing import print_on

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._draft is not None and ask.form(QPrintDialog(printer, self)):
            print_on(printer, self._draft)

    def save_pdf(self) -> None:
        """Ask where to, and write the pages as a PDF file."""
        from drafter.desktop import ask
        from drafter.desktop.sheet.printing import write_pdf

        if self._draft is None:
            return
        title = text_of(self._draft.document.title, slot_texts(self._draft)) or self.tr("未定标题")
        path = ask.save_as(self.tr("存为 PDF"), Path.home() / f"{title}.pdf", self.tr("PDF 文件 (*.pdf)"))
        if path is None:
            return
        try:
            pages = write_pdf(self._draft, path, title)
        except OSError as error:
            ask.show_error(
                CannotWrite(f"写不了文件“{path}”：{error.strerror}。", "请换一个位置，或关闭正打开它的程序。")
            )
        else:
            ask.tell(self.tr("已存为 PDF，共 {0} 页").format(pages), str(path))

    def open_find(self) -> None:
        """Open the line where words to find are typed."""
        self.finder.open()
