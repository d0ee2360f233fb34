"""Pages on a grey desk: where they lie, what is seen of them, and the carets on them.

The desk holds carets, marks and zoom and no text of its own; zoom is a matter of the painter, no line is set anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from drafter.desktop.sheet import moves
from drafter.desktop.sheet.carets import Caret, Carets, at, hit, length, order, rectangle, span, spot
from drafter.desktop.sheet.gestures import Answer, Wanted, spread, whole_chip
from drafter.desktop.sheet.painting import Marks
from drafter.desktop.sheet.ticks import MarkedBar
from drafter.desktop.sheet.view import View
from drafter.model.draft import Draft
from drafter.model.flow import Key

GAP = 240
"""Grey between two pages, twips."""
SLICE = 0.006
"""Seconds of setting lines in idle time, before events have their turn again."""
_DPI = 96.0


class Desk(QAbstractScrollArea):
    """Pages of a draft with a caret. `wanted(Wanted)` asks for an edit, `moved` tells that the caret is elsewhere."""

    wanted = Signal(object)
    moved = Signal()
    slot_clicked = Signal(object)
    abandoned = Signal(object)
    zoom_requested = Signal(int)
    resized = Signal()
    escaped = Signal()
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.marks, self.zoom = View(), Marks(), 0.85
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("草稿"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.marked_bar = MarkedBar(self)
        self.setVerticalScrollBar(self.marked_bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)
        self.carets: Carets | None = None
        self.run = 0
        self.fresh: Key | None = None
        self._tops: list[int] = [0]
        self._wide_x: float | None = None
        self.tip_at: Callable[[Caret, QPointF], str] = lambda _caret, _point: ""
        self.first_at_keys: Callable[[QKeyEvent], bool] = lambda _event: False
        self.composed: Caret | None = None
        self.lit_caret, self._last_index = True, 0
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._settle_some)

    # what is shown

    def show_draft(self, draft: Draft) -> None:
        """Show a draft, the caret in the words it was in."""
        self.end_composing()
        before = self._anchor()
        if self.view.show(draft):
            self._take_pages()
            self._keep(before)
        self._mend_carets()
        self._idle.start()
        self._marked()

    def rebuild(self, *, titles: bool = False) -> None:
        """Set everything anew, or titles alone."""
        self.end_composing()
        before = self._anchor()
        if titles:
            self.view.set_titles_anew()
        else:
            self.view.rebuild()
        self._take_pages()
        self._keep(before)
        self._idle.start()
        self._marked()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at a zoom, what stands at the caret or in the middle where it was; no line is set anew."""
        before = self._anchor()
        self.zoom = zoom
        self._take_pages()
        self._keep(before)
        self.viewport().update()

    def _mend_carets(self) -> None:
        """Put the carets where their words are now, or near to where they were."""
        if self.carets is None or spot(self.view, self.carets.caret) is None:
            near = self.near(self._last_index)
            self.carets = at(near) if near else None
        elif spot(self.view, self.carets.anchor) is None:
            self.carets = at(self.carets.caret)
        self._note_place()

    def near(self, index: int) -> Caret | None:
        """The first place that can be written on from an item on."""
        for strip, number in self.view.fields():
            if strip.index >= index:
                return Caret(strip.key(number), 0)
        return moves.last(self.view)

    def _note_place(self) -> None:
        found = spot(self.view, self.carets.caret) if self.carets else None
        self._last_index = found[0].index if found else 0

    # geometry: twips of the desk, pixels of the viewport

    @property
    def scale(self) -> float:
        """Pixels a twip."""
        return self.zoom * _DPI / 1440

    def _take_pages(self) -> None:
        self._tops = [0, *accumulate(height + GAP for height in self.view.pager.heights())]
        widest = max(page.width for page in self.view.pager.pages)
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        high, wide = self.viewport().height(), self.viewport().width()
        bar.setPageStep(max(1, high))
        bar.setSingleStep(max(1, round(579 * self.scale)))
        bar.setRange(0, max(0, round(self._tops[-1] * self.scale) - high))
        across.setPageStep(wide)
        across.setRange(0, max(0, round(widest * self.scale) - wide))
        if not across.maximum():
            across.setValue(0)

    def page_corner(self, number: int) -> QPointF:
        """Where the corner of a page stands in the viewport."""
        page = self.view.pager.pages[number]
        width = page.width * self.scale
        free = self.viewport().width() - width
        left = free / 2 if free > 0 else -self.horizontalScrollBar().value()
        return QPointF(round(left), self._tops[number] * self.scale - self.verticalScrollBar().value())

    def visible_pages(self) -> range:
        """The pages of which something is in the viewport."""
        top = self.verticalScrollBar().value() / self.scale
        bottom = top + self.viewport().height() / self.scale
        pager = self.view.pager
        last = bisect_left(self._tops, bottom, 1, len(self._tops) - 1) - 1
        pager.reach_page(last)
        last = min(last, len(pager.pages) - 1)
        return range(min(last, bisect_right(self._tops, top, 1, len(self._tops) - 1) - 1), last + 1)

    def fitting_zoom(self) -> float:
        """The largest zoom at which no part of a page's width is cut."""
        widest = max(page.width for page in self.view.pager.pages)
        return (self.width() - self.verticalScrollBar().sizeHint().width()) / (widest * _DPI / 1440)

    def caret_at(self, point: QPointF | QPoint) -> Caret | None:
        """The caret nearest to a point of the viewport."""
        self.settle_visible()
        y = (point.y() + self.verticalScrollBar().value()) / self.scale
        pages = self.view.pager.pages
        number = min(len(pages) - 1, bisect_right(self._tops, y + GAP / 2, 1, len(self._tops) - 1) - 1)
        corner = self.page_corner(number)
        x = (point.x() - corner.x()) / self.scale
        found = hit(self.view, number, x, y - self._tops[number])
        if found is None:
            others = sorted(range(len(pages)), key=lambda n: abs(n - number))
            found = next((one for n in others[:5] if (one := hit(self.view, n, x, y - self._tops[number]))), None)
        return found

    def rectangle_of(self, caret: Caret) -> QRectF | None:
        """Where a caret stands in the viewport."""
        found = rectangle(self.view, caret)
        if found is None:
            return None
        page, box = found
        if len(self._tops) != self.view.pager.count + 1:
            self._take_pages()
        corner, scale = self.page_corner(page), self.scale
        return QRectF(
            corner.x() + box.x() * scale, corner.y() + box.y() * scale, max(1.5, scale * 20), box.height() * scale
        )

    # settling

    def _anchor(self) -> tuple[Caret, float] | None:
        """What shall not move on the screen: the caret where it is seen, else what is seen on top."""
        if self.carets is not None:
            box = self.rectangle_of(self.carets.caret)
            if box is not None and 0 <= box.center().y() < self.viewport().height():
                return self.carets.caret, box.y()
        top = self.caret_at(QPointF(self.viewport().width() / 2, 8)) if self.view.items else None
        box = self.rectangle_of(top) if top else None
        return (top, box.y()) if top and box else None

    def _keep(self, anchor: tuple[Caret, float] | None) -> None:
        if anchor is None:
            return
        for _ in range(2):
            box = self.rectangle_of(anchor[0])
            if box is None or abs(box.y() - anchor[1]) < 1:
                return
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + box.y() - anchor[1]))

    def settle_visible(self) -> None:
        """Make the lines that are seen exact."""
        if self.view.settle(self.visible_pages):
            self._take_pages()

    def _settle_some(self) -> None:
        end = perf_counter() + SLICE
        before = self._anchor()
        pages = self.view.pager.count
        done = self.view.settle_some(lambda: perf_counter() < end)
        if self.view.pager.count != pages:
            self._take_pages()
            self._keep(before)
        if done:
            self._idle.stop()
            self.marked_bar.forget()
            self._take_pages()
            self._keep(before)
            self._marked()

    def idling(self) -> bool:
        """Whether lines are still set in idle time."""
        return self._idle.isActive()

    def settle(self) -> None:
        """Make everything exact now."""
        self.view.settle_all()
        self._idle.stop()
        self._take_pages()

    # carets

    def put(self, carets: Carets, *, keep_x: bool = False, show: bool = True) -> None:
        """Put the carets and bring the caret into sight."""
        before = self.carets
        self.carets = carets
        if not keep_x:
            self._wide_x = None
        if before is not None and before.caret.key != carets.caret.key:
            self.run += 1
        self._note_place()
        self._leave_fresh()
        if show:
            self.show_caret()
        self.lit_caret = True
        self._marked()
        self.updateMicroFocus()
        if before != carets:
            self.moved.emit()

    def move_caret(self, caret: Caret, *, extend: bool = False, keep_x: bool = False) -> None:
        """Put the caret, the anchor with it unless the selection is extended."""
        self.run += 1
        anchor = self.carets.anchor if extend and self.carets else caret
        self.put(Carets(caret, anchor), keep_x=keep_x)

    def select(self, start: Caret, end: Caret) -> None:
        """Select from one place to another."""
        self.run += 1
        self.put(Carets(end, start))

    def goal_x(self) -> float:
        """The x that ups and downs keep to."""
        if self._wide_x is None:
            self._wide_x = moves.x_of(self.view, self.carets.caret) if self.carets else 0.0
        return self._wide_x

    def show_caret(self) -> None:
        """Scroll just as far as the caret needs."""
        box = self.rectangle_of(self.carets.caret) if self.carets else None
        if box is None:
            return
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        air = min(60.0, self.viewport().height() / 4)
        if box.top() < air:
            bar.setValue(round(bar.value() + box.top() - air))
        elif box.bottom() > self.viewport().height() - air:
            bar.setValue(round(bar.value() + box.bottom() - self.viewport().height() + air))
        if box.left() < 20 or box.right() > self.viewport().width() - 20:
            across.setValue(round(across.value() + box.center().x() - self.viewport().width() / 2))

    def end_composing(self) -> None:
        """Show the text without what an input method was composing."""
        if self.composed is not None:
            self.composed = None
            self.view.stand_down()

    def show_composed(self) -> None:
        """Bring the caret of what is being composed into sight."""
        self._take_pages()
        if self.composed and (box := self.rectangle_of(self.composed)):
            below = box.bottom() - self.viewport().height() + 20
            if below > 0:
                self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + below))

    def centre(self, caret: Caret) -> None:
        """Put the caret, a third from the top of the viewport."""
        self.put(at(caret), show=False)
        for _ in range(3):
            box = self.rectangle_of(caret)
            if box is None:
                return
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + box.top() - self.viewport().height() / 3))
            self.settle_visible()

    def take(self, answer: Answer) -> bool:
        """Do what a gesture answers: ask for the edit, or put the carets; whether there was anything to do."""
        if isinstance(answer, Wanted):
            self.fresh = None if answer.after.caret.key != self.fresh else self.fresh
            self.wanted.emit(spread(self.view, answer))
        elif answer is not None:
            self.put(answer)
        return answer is not None

    def restore(self, carets: Carets) -> None:
        """Put the carets as an edit, or its undoing, wants them."""
        if spot(self.view, carets.caret) is not None:
            anchor = carets.anchor if spot(self.view, carets.anchor) is not None else carets.caret
            self.put(Carets(carets.caret, anchor))

    def _leave_fresh(self) -> None:
        """A new line that was left empty is told, so that it can go."""
        if self.fresh is None or self.carets is None or self.carets.caret.key == self.fresh:
            return
        key, self.fresh = self.fresh, None
        found = self.view.find(key)
        if found and not found[0].fields[found[1]].end - found[0].fields[found[1]].start:
            self.abandoned.emit(key)

    def abandon(self) -> None:
        """Give up a new line that is still empty."""
        key, self.fresh = self.fresh, None
        found = self.view.find(key) if key is not None else None
        if found is None:
            return
        if (before := moves.neighbour(self.view, found, back=True)) is not None:
            self.put(at(Caret(before[0].key(before[1]), length(*before))))
        self.abandoned.emit(key)

    def _marked(self) -> None:
        chosen = None
        if self.carets is not None and (chip := whole_chip(self.view, self.carets)) is not None:
            self.marks.slot = chip.slot
        elif self.carets is not None and not self.carets.empty:
            start, end = span(self.view, self.carets)
            chosen = order(self.view, start), order(self.view, end)
        self.marks.selection = chosen
        self.viewport().update()

    def caret_rectangle(self) -> QRect:
        """Where the caret stands in this widget."""
        box = self.rectangle_of(self.composed or self.carets.caret) if self.carets else None
        return box.toAlignedRect().translated(self.viewport().pos()) if box else QRect()
