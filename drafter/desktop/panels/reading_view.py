"""The text of one reference: a button at every heading, a stripe and a tint where text has been picked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPushButton, QTextEdit, QWidget

from drafter.desktop import icons, theme
from drafter.desktop.delegates.marked_bar import MarkedBar
from drafter.desktop.delegates.marks import BAR
from drafter.desktop.panels.reading_text import HEAD_LINE, HEAD_ROOM, NARROW_ROOM, Place, ReadingText
from drafter.model.document import Document
from drafter.model.walk import text_of

SIDE = 8
"""Pixels between the edge of the view and grounds, stripes and buttons."""
NARROW = 250
"""Pixels below which a pane is narrow: buttons then leave out their second word."""
ABOVE = 4
"""Pixels by which a ground stands out above and below its text."""


class ReadingView(QTextEdit):
    """A plan to read and to pick from: `pick_requested(name)`, see `Heading`."""

    pick_requested = Signal(str)

    def __init__(self, plan: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        flag = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = MarkedBar()
        self.setVerticalScrollBar(self.bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("参考正文：{0}").format(text_of(plan.title)))
        self._plan = plan
        self._picked: frozenset[str] = frozenset()
        self._roles = ("text2", "hintW")
        self._here = ""
        self._narrow = False
        self._set_text()
        self.buttons = {place.heading.path: self._button(place) for place in self.places}
        self.verticalScrollBar().valueChanged.connect(self._place_buttons)
        self.cursorPositionChanged.connect(self._moved)

    def _set_text(self) -> None:
        self._theme, text = theme.current(), ReadingText(self._plan)
        self.places: list[Place] = text.places
        self._bounds: list[int] = text.bounds
        text.document.setParent(self)
        self.setDocument(text.document)
        text.document.documentLayout().documentSizeChanged.connect(self._place_buttons)

    def _button(self, place: Place) -> QPushButton:
        button = QPushButton(self.viewport())
        button.setProperty("small", "true")
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda: self.pick_requested.emit(place.heading.path))
        button.installEventFilter(self)
        self._dress(button, place)
        return button

    def _dress(self, button: QPushButton, place: Place) -> None:
        """Give a button the look of its state: picked, here (framed), elsewhere (bare)."""
        picked = self._is_picked(place)
        look = "" if place.heading.path == self._here and not picked else "bare"
        before, state = button.property("look"), (picked, self._narrow)
        if (before, button.property("state")) == (look, state):
            return
        button.setProperty("look", look)
        button.setProperty("state", state)
        pick = self.tr("摘入") if self._narrow else self.tr("摘入草稿")
        done = self.tr("已摘") if self._narrow else self.tr("已摘入")
        button.setText(done if picked else pick)
        button.setIcon(icons.icon("done", "ok", 16) if picked else icons.icon("pick", "accentHi", 16))
        name = self.tr("{0}，已摘入，再摘一次") if picked else self.tr("摘入草稿：{0}")
        button.setAccessibleName(name.format(place.heading.text))
        button.setToolTip(
            self.tr("已在草稿中；再按一次会再摘入一份") if picked else self.tr("把这一节（含下级）摘入草稿")
        )
        if before not in (None, look):
            button.style().unpolish(button)
            button.style().polish(button)
        button.adjustSize()

    def show_picked(self, picked: frozenset[str], roles: tuple[str, str]) -> None:
        """Mark the sections with these names as picked, in the palette roles (text, ground) of their source."""
        if (picked, roles) == (self._picked, self._roles):
            return
        changed, self._picked, self._roles = picked ^ self._picked, picked, roles
        for place in self.places:
            if place.heading.path in changed:
                self._dress(self.buttons[place.heading.path], place)
        self._place_buttons()
        self._mark_bar()
        self.viewport().update()

    def go_to(self, path: str) -> None:
        """Bring the heading of a section to the top and make it the current one."""
        place = next((place for place in self.places if path == place.heading.path), None)
        if place is None:
            return
        block = self.document().findBlockByNumber(place.block)
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(round(self._rect(block).top()) - SIDE)
        self._moved()

    def here(self) -> str:
        """The name of the section the caret is in, "" before the first heading."""
        number = self.textCursor().blockNumber()
        before = [place.heading.path for place in self.places if place.block <= number]
        return before[-1] if before else ""

    def _moved(self) -> None:
        here = self.here()
        if here == self._here:
            return
        old, self._here = self._here, here
        for place in self.places:
            if place.heading.path in (old, here):
                self._dress(self.buttons[place.heading.path], place)
        self._place_buttons()
        self.viewport().update()

    def _rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def _heads(self) -> list[tuple[Place, QRectF]]:
        find = self.document().findBlockByNumber
        return [(place, self._rect(find(place.block))) for place in self.places]

    def _reaches(self) -> Iterator[tuple[Place, QRectF, float]]:
        """Every heading with its rectangle and the height at which its own text ends."""
        find, height = self.document().findBlockByNumber, self.document().size().height()
        following = dict(pairwise(self._bounds))
        for place, rect in self._heads():
            bound = following.get(place.block)
            yield place, rect, height if bound is None else self._rect(find(bound)).top()

    def _mark_bar(self) -> None:
        """Show in the scroll bar where the picked sections are."""
        whole = max(1.0, self.document().size().height())
        marks = ((rect.top() / whole, end / whole) for place, rect, end in self._reaches() if self._is_picked(place))
        self.bar.show_marks(tuple(marks), self._roles[0])

    def _is_picked(self, place: Place) -> bool:
        return place.heading.path in self._picked

    def _place_buttons(self) -> None:
        offset = self.verticalScrollBar().value()
        right = self.viewport().width() - SIDE
        for place, rect in self._heads():
            button = self.buttons.get(place.heading.path)
            if button:
                top = rect.top() - offset + (HEAD_LINE - button.height()) / 2
                button.move(right - button.width(), round(top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons at the right edge of their headings, and the headings clear of them."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._make_room()
            self._dress_all()
        self._place_buttons()
        self._mark_bar()

    def _make_room(self) -> None:
        """Give the headings the margin that their buttons need."""
        room = QTextBlockFormat()
        room.setRightMargin(NARROW_ROOM if self._narrow else HEAD_ROOM)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for place in self.places:
            cursor.setPosition(self.document().findBlockByNumber(place.block).position())
            cursor.mergeBlockFormat(room)
        cursor.endEditBlock()

    def _dress_all(self) -> None:
        for place in self.places:
            self._dress(self.buttons[place.heading.path], place)

    def showEvent(self, event: object) -> None:
        """Place the buttons when their fonts are known."""
        super().showEvent(event)  # pyright: ignore[reportArgumentType]
        for button in self.buttons.values():
            button.adjustSize()
        self._place_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a button that gets the focus by key into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._reveal(watched)
        return super().eventFilter(watched, event)

    def _reveal(self, button: QWidget) -> None:
        bar = self.verticalScrollBar()
        if button.y() < 0 or button.geometry().bottom() > self.viewport().height():
            bar.setValue(bar.value() + button.y() - 3 * SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the current heading, tint and stripe of picked sections, and then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        offset, width = self.verticalScrollBar().value(), self.viewport().width() - 2 * SIDE
        for place, rect, end in self._reaches():
            top, height = round(rect.top() - offset) - ABOVE, round(end - rect.top()) - ABOVE
            if top + height < 0 or top > self.viewport().height():
                continue
            if self._is_picked(place):
                painter.fillRect(QRect(SIDE, top, width, height), theme.mixed(self._roles[1], "card"))
                painter.fillRect(QRect(SIDE - BAR - 1, top, BAR, height), theme.colour(self._roles[0]))
            if place.heading.path == self._here:
                painter.setBrush(theme.colour("accentW"))
                painter.drawRoundedRect(QRect(SIDE, top, width, round(rect.height()) + 2 * ABOVE), 4, 4)
        painter.end()
        super().paintEvent(event)

    def find_next(self, words: str, *, backward: bool = False) -> bool:
        """Select the next place of some words, from the other end again after the last; whether there is one."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if self.find(words, flags):
            return True
        end = QTextCursor(self.document())
        if backward:
            end.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(end)
        return self.find(words, flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks the section of the caret, once however long it is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.here():
            if not event.isAutoRepeat():
                self.pick_requested.emit(self.here())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the text anew in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "buttons") and self._theme != theme.current():
            at, caret = self.verticalScrollBar().value(), self.textCursor().position()
            self._set_text()
            cursor = self.textCursor()
            cursor.setPosition(caret)
            self.setTextCursor(cursor)
            self._make_room()
            for button in self.buttons.values():
                button.setProperty("state", None)
            self._dress_all()
            self.verticalScrollBar().setValue(at)
