"""One reference plan: whose it is, what it is, its outline, its text."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from drafter.desktop import icons
from drafter.desktop.delegates.marks import thousands
from drafter.desktop.models.headings import HeadingsModel
from drafter.desktop.models.reading_order import picked_headings
from drafter.desktop.models.sources import PLAIN_HUE, short_place, without_place
from drafter.desktop.panels.labels import ElidedLabel, PillLabel
from drafter.desktop.panels.reading_view import ReadingView
from drafter.model.document import Document, Source
from drafter.model.walk import length, text_of

OUTLINE_HEIGHT = 220
NARROW = 250
"""Pixels of a pane below which its head has fewer buttons."""


class ReferencePane(QWidget):
    """A pane of the references: head, meta line, outline (folded at first), text, search (Ctrl+F)."""

    pick_requested = Signal(str)
    correct_requested = Signal()
    close_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._characters = length(document)
        self.view = ReadingView(document)
        self.view.pick_requested.connect(self.pick_requested)
        self.pill = PillLabel(short_place(document.region) or self.tr("资料"), PLAIN_HUE)
        self.title = ElidedLabel("text", 13, 500)
        self.title.setText(without_place(text_of(document.title), document.region))
        self.meta = ElidedLabel("text3", 12)
        self.outline_button = self._tool(self.tr("这份资料的提纲"))
        self.outline_button.setCheckable(True)
        self.correct_button = self._tool(self.tr("校正结构…"))
        self.correct_button.clicked.connect(self.correct_requested)
        self.close_button = self._tool(self.tr("关闭这份参考"))
        self._paint_icons()
        self.close_button.clicked.connect(self.close_requested)
        self.outline = self._outline()
        self.rule = rule()
        self.rule.hide()
        self.outline_button.toggled.connect(self.outline.setVisible)
        self.outline_button.toggled.connect(self.rule.setVisible)
        self.words, self.missing = QLineEdit(), QLabel()
        self.search = self._search()
        self._assemble()
        self.show_used((), PLAIN_HUE)

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _paint_icons(self) -> None:
        self.outline_button.setIcon(icons.icon("outline", size=16))
        doubt = bool(self.document.warnings)
        self.correct_button.setIcon(icons.icon("doubt" if doubt else "revise", "doubt" if doubt else "text2", 16))
        self.close_button.setIcon(icons.icon("close", size=16))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "close_button"):
            self._paint_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of a narrow head to the title; menus still lead to the correction."""
        super().resizeEvent(event)
        self.correct_button.setVisible(self.width() >= NARROW or bool(self.document.warnings))

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 5, 4, 3)
        head.setSpacing(6)
        for part in (self.pill, self.title, self.correct_button, self.outline_button, self.close_button):
            head.addWidget(part, 1 if part is self.title else 0)
        meta = QHBoxLayout()
        meta.setContentsMargins(10, 0, 10, 5)
        meta.addWidget(self.meta)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(meta)
        for part in (rule(), self.search, self.outline, self.rule, self.view):
            layout.addWidget(part)

    def _outline(self) -> QListView:
        outline = QListView()
        outline.setModel(HeadingsModel(tuple(place.heading for place in self.view.places), outline))
        outline.setUniformItemSizes(True)
        outline.setViewportMargins(8, 4, 0, 4)
        outline.setFixedHeight(OUTLINE_HEIGHT)
        outline.setFrameShape(QFrame.Shape.NoFrame)
        outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        outline.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outline.setAccessibleName(self.tr("提纲"))
        outline.clicked.connect(self._go)
        outline.activated.connect(self._go)
        outline.hide()
        return outline

    def _go(self, index: QModelIndex) -> None:
        self.view.go_to(self.view.places[index.row()].heading.path)

    def _search(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 6, 8, 6)
        for part in (self.words, self.missing):
            row.addWidget(part)
        self.words.setPlaceholderText(self.tr("在本份资料中查找"))
        self.words.setAccessibleName(self.tr("在本份资料中查找，Enter 下一处"))
        self.words.returnPressed.connect(self._find)
        self.words.textEdited.connect(self._find_from_here)
        self.missing.setProperty("look", "wrong")
        show = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        show.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        show.activated.connect(self._open_search)
        hide = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.words, context=Qt.ShortcutContext.WidgetShortcut)
        hide.activated.connect(self._close_search)
        bar.hide()
        return bar

    def _open_search(self) -> None:
        self.search.show()
        self.words.setFocus()
        self.words.selectAll()

    def _close_search(self) -> None:
        self.search.hide()
        self.view.setFocus()

    def _find(self) -> None:
        words = self.words.text()
        found = not words or self.view.find_next(words)
        self.missing.setText("" if found else self.tr("没有"))

    def _find_from_here(self) -> None:
        cursor = self.view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.view.setTextCursor(cursor)
        self._find()

    def show_used(self, used: Collection[Source], roles: tuple[str, str]) -> None:
        """Mark what is in the draft, in the palette roles of this plan's source."""
        picked = picked_headings((place.heading for place in self.view.places), used)
        self.view.show_picked(picked, roles)
        self.pill.show_as(self.pill.text(), roles)
        plan = self.document
        parts = [self.tr("{0} 印发").format(plan.date) if plan.date else "", plan.status]
        parts.append(self.tr("{0} 字").format(thousands(self._characters)))
        parts.append(self.tr("已摘 {0} 节").format(len(picked)))
        parts.append(self.tr("读入说明 {0} 条").format(len(plan.warnings)) if plan.warnings else "")
        self.meta.setText("　".join(part for part in parts if part))


def rule() -> QFrame:
    """A hairline over the whole width."""
    line = QFrame()
    line.setProperty("look", "rule")
    return line
