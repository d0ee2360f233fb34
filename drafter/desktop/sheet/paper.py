"""The widget: pages painted, events turned into moves of the caret and wishes for edits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from drafter.desktop import theme
from drafter.desktop.sheet import moves
from drafter.desktop.sheet.carets import Caret, at
from drafter.desktop.sheet.composing import Composing
from drafter.desktop.sheet.desk import Desk
from drafter.desktop.sheet.hands import Hands
from drafter.desktop.sheet.keys import Keys
from drafter.desktop.sheet.painting import PagePainter
from drafter.desktop.sheet.section_drop import Landing
from drafter.desktop.sheet.styles import SHEET


class Paper(Desk):
    """The desk with hands on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.hands: Hands | None = None
        super().__init__(parent)
        self.keys = Keys(self)
        self.composing, self.hands = Composing(self, self.keys), Hands(self)
        self._guard = KeyGuard(self.keys, self)
        self.installEventFilter(self._guard)
        self._blink = QTimer(self, interval=max(300, QGuiApplication.styleHints().cursorFlashTime() // 2))
        self._blink.timeout.connect(self._flash)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk, the pages that are seen, and the caret."""
        self.settle_visible()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("desk"))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for number in self.visible_pages():
            painter.save()
            painter.translate(self.page_corner(number))
            painter.scale(self.scale, self.scale)
            PagePainter(painter, self.view, self.marks).page(number)
            painter.restore()
        if self.hands and self.hands.drop is not None and (box := self.rectangle_of(self.hands.drop)) is not None:
            painter.fillRect(box.adjusted(-1, 0, 1, 0), theme.colour("accent"))
        if self.hands and self.hands.landing:
            self._paint_landing(painter, self.hands.landing)
        self._paint_caret(painter)
        painter.end()

    def _paint_landing(self, painter: QPainter, one: Landing) -> None:
        """A line where a dragged section would stand, with the heading it would have."""
        caret = Caret(("title", one.before), 0) if one.before is not None else moves.last(self.view)
        box = self.rectangle_of(caret) if caret else None
        if box is None:
            return
        y = box.top() - 5 if one.before is not None else box.bottom() + 5
        left = self.page_corner(0).x() + SHEET.left * self.scale
        painter.fillRect(QRectF(left, y - 1, SHEET.text_width * self.scale, 2), theme.colour("accent"))
        metrics = painter.fontMetrics()
        wide, high = metrics.horizontalAdvance(one.name) + 16, metrics.height() + 6
        label = QRectF(left + SHEET.text_width * self.scale - wide, y - high / 2, wide, high)
        painter.fillRect(label, theme.colour("accent"))
        painter.setPen(theme.colour("card"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, one.name)

    def _paint_caret(self, painter: QPainter) -> None:
        if self.carets is None or not self.lit_caret or not self.hasFocus():
            return
        box = self.rectangle_of(self.composed or self.carets.caret)
        if box is not None:
            role = "accent" if self.carets.caret.inside is not None else "ink"
            painter.fillRect(box, theme.colour(role))

    def _flash(self) -> None:
        self.lit_caret = not self.lit_caret
        box = self.rectangle_of(self.carets.caret) if self.carets else None
        if box is not None:
            self.viewport().update(box.toAlignedRect().adjusted(-2, -2, 2, 2))

    # events

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Paint what is seen now."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages in the middle."""
        super().resizeEvent(event)
        self._take_pages()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or ask for another size with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        if self.carets is None and (first := moves.first(self.view)):
            self.put(at(first), show=False)
        self.lit_caret = True
        self._blink.start()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret; what is typed next is a step of its own."""
        super().focusOutEvent(event)
        self.run += 1
        self._blink.stop()
        self.viewport().update()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002
        """Tab belongs to the text."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means."""
        with Whole():
            if not (self.first_at_keys(event) or self.keys.press(event)):
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method composes."""
        with Whole():
            self.composing.take(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tell an input method where and in what text the caret is."""
        return self.composing.answer(query)

    def viewportEvent(self, event: QEvent) -> bool:
        """Mouse, drops and tooltips go to the hands."""
        with Whole():
            if self.hands is not None and self.hands.take(event):
                return True
            return super().viewportEvent(event)


class Whole:
    """Lets errors pass, as whole objects.

    What Python's own C code raises, such as the IndexError of a tuple, may leave a handler as a mere type; PySide 6.11
    takes that for an object and the process dies. Passing a `with` makes it one.
    """

    def __enter__(self) -> None:
        """Nothing is needed."""

    def __exit__(self, *error: object) -> None:
        """Nothing is kept."""


class KeyGuard(QObject):
    """Keeps the keys of an editor from being taken as commands of the window.

    It is a filter and no `event` of the paper: an error that leaves a handler called by an overridden `event` ends the
    process instead of being reported.
    """

    def __init__(self, keys: Keys, parent: QObject) -> None:
        super().__init__(parent)
        self._keys = keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Accept what is typed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.owns(event):
            event.accept()
            return True
        return False
