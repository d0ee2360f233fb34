"""The mouse on the sheet: caret, selection by character, word and paragraph, dragging, dropping, tooltips."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QDropEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from drafter.desktop.models.outline import MIME
from drafter.desktop.sheet import clips, gestures, moves, section_drop
from drafter.desktop.sheet.carets import Caret, Carets, Chip, at, chips, order, span
from drafter.desktop.sheet.desk import Desk
from drafter.desktop.sheet.gestures import Wanted
from drafter.model.document import SectionId

SCROLL_EVERY = 40
"""Milliseconds between two steps while the mouse is held beyond the edge."""


class Unit(IntEnum):
    """What a click selects by."""

    CHARACTER = 1
    WORD = 2
    PARAGRAPH = 3


class Hands:
    """What the mouse does. `drop` is where something dragged would be put."""

    def __init__(self, paper: Desk) -> None:
        self._paper = paper
        self._unit = Unit.CHARACTER
        self._start: tuple[Caret, Caret] | None = None
        self._pressed: QPointF | None = None
        self._point = QPointF()
        self._drag = False
        self._last = (0, QPointF())
        self.drop: Caret | None = None
        self.landing: section_drop.Landing | None = None
        self._scroll = QTimer(paper, interval=SCROLL_EVERY)
        self._scroll.timeout.connect(self._scroll_on)

    def take(self, event: QEvent) -> bool:
        """Whether an event of the viewport was for the hands."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton):
                return self._other_button(event)
            acts = {
                QEvent.Type.MouseButtonPress: self._press,
                QEvent.Type.MouseButtonDblClick: self._double,
                QEvent.Type.MouseMove: self._move,
                QEvent.Type.MouseButtonRelease: self._release,
            }
            return bool(acts[kind](event)) if kind in acts else False
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._tip(event)
        if isinstance(event, QDropEvent):  # enter and move are of this class too
            return self._dragged(event)
        if kind == QEvent.Type.DragLeave:
            self.landing = None
            self._paper.viewport().update()
            self._show_drop(None)
        return False

    # pressing

    def _press(self, event: QMouseEvent) -> bool:
        paper, point = self._paper, event.position()
        paper.setFocus(Qt.FocusReason.MouseFocusReason)
        caret = paper.caret_at(point)
        if caret is None:
            return True
        self._pressed, self._drag = point, False
        if self._is_third(event):
            self._unit = Unit.PARAGRAPH
            self._begin(*moves.paragraph_around(paper.view, caret))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and paper.carets:
            self._unit, self._start = Unit.CHARACTER, (paper.carets.anchor, paper.carets.anchor)
            paper.move_caret(caret, extend=True)
        elif self._in_selection(caret):
            self._drag = True
        else:
            self._unit, self._start = Unit.CHARACTER, (caret, caret)
            paper.move_caret(caret)
        return True

    def _is_third(self, event: QMouseEvent) -> bool:
        time, point = self._last
        near = (event.position() - point).manhattanLength() < QApplication.startDragDistance()
        return event.timestamp() - time < QApplication.doubleClickInterval() and near and time > 0

    def _begin(self, start: Caret, end: Caret) -> None:
        self._start = (start, end)
        self._paper.select(start, end)

    def _double(self, event: QMouseEvent) -> bool:
        caret = self._paper.caret_at(event.position())
        if caret is not None:
            self._unit, self._pressed = Unit.WORD, event.position()
            self._begin(*moves.word_around(self._paper.view, caret))
            self._last = (event.timestamp(), event.position())
        return True

    def _in_selection(self, caret: Caret) -> bool:
        paper = self._paper
        if paper.carets is None or paper.carets.empty:
            return False
        start, end = span(paper.view, paper.carets)
        return order(paper.view, start) < order(paper.view, caret) < order(paper.view, end)

    def _other_button(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.RightButton and event.type() == QEvent.Type.MouseButtonPress:
            caret = self._paper.caret_at(event.position())
            self._paper.setFocus(Qt.FocusReason.MouseFocusReason)
            if caret is not None and not self._in_selection(caret):
                self._paper.move_caret(caret)
        return False

    # moving

    def _move(self, event: QMouseEvent) -> bool:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        self._point = event.position()
        if self._drag:
            if (self._point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._start_drag()
            return True
        inside = 0 <= self._point.y() < self._paper.viewport().height()
        if inside:
            self._scroll.stop()
        elif not self._scroll.isActive():
            self._scroll.start()
        self._extend()
        return True

    def _extend(self) -> None:
        paper = self._paper
        caret = paper.caret_at(self._point)
        if caret is None or self._start is None:
            return
        view = paper.view
        first, last = self._start
        if self._unit is Unit.CHARACTER:
            paper.put(Carets(caret, first), show=False)
            return
        around = moves.word_around if self._unit is Unit.WORD else moves.paragraph_around
        start, end = around(view, caret)
        if order(view, caret) < order(view, first):
            paper.put(Carets(start, last), show=False)
        else:
            paper.put(Carets(max(end, last, key=lambda one: order(view, one)), first), show=False)

    def _scroll_on(self) -> None:
        bar = self._paper.verticalScrollBar()
        over = self._point.y() - (self._paper.viewport().height() if self._point.y() > 0 else 0)
        bar.setValue(round(bar.value() + over))
        self._extend()

    def _release(self, event: QMouseEvent) -> bool:
        paper, pressed = self._paper, self._pressed
        self._scroll.stop()
        self._pressed = None
        if pressed is None:
            return False
        if self._drag:
            self._drag = False
            if (caret := paper.caret_at(event.position())) is not None:
                paper.move_caret(caret)
        if self._unit is Unit.CHARACTER and paper.carets and paper.carets.empty:
            self._clicked(event.position())
        self._unit = Unit.CHARACTER
        return True

    def chip_under(self, point: QPointF) -> tuple[Caret, Chip] | None:
        """The slot under a point of the viewport, with a caret in its field."""
        paper = self._paper
        caret = paper.caret_at(point)
        found = paper.view.find(caret.key) if caret else None
        if caret is None or found is None:
            return None
        for chip in chips(*found):
            if chip.start <= caret.offset <= chip.end:
                edges = [paper.rectangle_of(Caret(caret.key, one)) for one in (chip.start, chip.end)]
                first, last = edges
                if first is None or last is None:
                    continue
                one_line = abs(first.y() - last.y()) < 1
                if not one_line or (first.left() - 2 <= point.x() <= last.right() + 2):
                    return caret, chip
        return None

    def _clicked(self, point: QPointF) -> None:
        """A click on a slot chooses it: an open one whole, into another one the caret goes."""
        paper = self._paper
        under = self.chip_under(point)
        paper.marks.slot = under[1].slot if under else None
        if under is None:
            paper.slot_clicked.emit(None)
            return
        caret, chip = under
        if chip.open:
            paper.select(Caret(caret.key, chip.start), Caret(caret.key, chip.end))
        else:
            paper.put(at(Caret(caret.key, caret.offset, chip.slot)))
        paper.slot_clicked.emit(chip.slot)

    # dragging and dropping

    def _start_drag(self) -> None:
        paper = self._paper
        data = clips.copied(paper.view, paper.carets) if paper.carets else None
        if data is None:
            return
        drag = QDrag(paper)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def _dragged(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if data.hasFormat(MIME):
            return self._section_dragged(event, SectionId(int(data.data(MIME).toStdString())))
        if data.hasUrls() and not data.hasText():
            return False
        if not (data.hasFormat(clips.OWN) or data.hasText() or data.hasHtml() or data.hasUrls()):
            return False
        caret = self._paper.caret_at(event.position())
        if event.type() != QEvent.Type.Drop:
            self._show_drop(caret)
            event.acceptProposedAction()
            return True
        self._show_drop(None)
        if data.hasUrls() and (paths := [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]):
            self._paper.files_dropped.emit(paths)
        elif caret is not None:
            self._put(event, caret, data)
        event.acceptProposedAction()
        return True

    def _section_dragged(self, event: QDropEvent, section: SectionId) -> bool:
        """Show where a section of the outline would go, and put it there; the outline follows the draft."""
        caret = self._paper.caret_at(event.position())
        one = section_drop.landing(self._paper, section, caret) if caret else None
        dropped = event.type() == QEvent.Type.Drop
        if dropped and one and caret:
            self._paper.take(section_drop.wanted(self._paper, one, caret))
        self.landing = None if dropped else one
        self._paper.viewport().update()
        event.setDropAction(Qt.DropAction.MoveAction if one else Qt.DropAction.IgnoreAction)
        event.setAccepted(one is not None or not dropped)
        return True

    def _put(self, event: QDropEvent, caret: Caret, data: QMimeData) -> None:
        paper = self._paper
        own = event.source() is paper and paper.carets is not None and not paper.carets.empty
        move = own and event.dropAction() == Qt.DropAction.MoveAction
        if not move:
            paper.take(clips.paste(paper.view, at(caret), data))
            return
        assert paper.carets is not None
        if not self._in_selection(caret):
            paper.take(_moved(paper, caret, data))

    def _show_drop(self, caret: Caret | None) -> None:
        if caret != self.drop:
            self.drop = caret
            self._paper.viewport().update()

    # tooltips

    def _tip(self, event: QHelpEvent) -> bool:
        caret = self._paper.caret_at(QPointF(event.pos()))
        words = self._paper.tip_at(caret, QPointF(event.pos())) if caret else ""
        if words:
            QToolTip.showText(event.globalPos(), words, self._paper.viewport())
        else:
            QToolTip.hideText()
        return True


def _moved(paper: Desk, caret: Caret, data: QMimeData) -> gestures.Answer:
    """The selection taken from where it is and put where it was dropped: one edit."""
    view, carets = paper.view, paper.carets
    assert carets is not None
    assert view.draft is not None
    before = view.draft
    _, end = span(view, carets)
    behind = order(view, caret) > order(view, end)
    start, _ = span(view, carets)
    label = QCoreApplication.translate("sheet", "移动文字")
    first = clips.paste(view, at(caret), data) if behind else gestures.erase_selection(view, carets)
    if not isinstance(first, Wanted):
        return None
    try:
        view.show(first.draft)
        if behind:
            second = gestures.erase_selection(view, carets)
            shift = end.offset - start.offset if caret.key == end.key == start.key else 0
            after = Caret(first.after.caret.key, first.after.caret.offset - shift)
        else:
            second = clips.paste(view, at(caret), data)
            after = second.after.caret if isinstance(second, Wanted) else caret
    finally:
        view.show(before)
    return Wanted(label, second.draft, carets, at(after)) if isinstance(second, Wanted) else None
