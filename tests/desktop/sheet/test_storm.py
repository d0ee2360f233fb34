"""Ten thousand events of keys, mouse, input methods, pastes, drops and undo: the sheet always shows the draft."""

import os
import random

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.desktop.sheet.carets import Caret, hit, length, rectangle
from drafter.desktop.sheet.strips import strips_of, words_of
from drafter.desktop.sheet.view import View
from drafter.model.draft import Draft, slot_texts
from drafter.model.edits import Spot, insert_section
from drafter.model.walk import text_of
from drafter.model.wording import words_at
from tests.desktop.test_sheet import Desk, draft

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
EVENTS = int(os.environ.get("DRAFTER_STORM", "3000"))
"""Set DRAFTER_STORM=10000 for the long storm."""
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ALT = Qt.KeyboardModifier.AltModifier
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip
PASTES = (
    "甲",
    "（一）小节。正文。\n（二）又一节。正文。",
    "第一段\n第二段",
    "1\t2\n3\t4",
    "一、新章\n内容。",
    "𠮷野家ABC",
)


class Storm:
    """Random events on a desk, every one checked."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, random.Random(seed)
        self.done: list[str] = []
        self.first = desk.draft

    def step(self) -> None:
        """One event."""
        weights = {
            self._type: 24, self._move: 20, self._enter: 5, self._erase: 10, self._undo: 6, self._compose: 6,
            self._click: 8, self._paste: 3, self._level: 2, self._tab: 3, self._cut: 2, self._drop: 2,
            self._grow: 4,
        }  # fmt: skip
        act = self.chance.choices(list(weights), list(weights.values()))[0]
        self.done.append(act.__name__)
        act()

    def _key(self, key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        QApplication.sendEvent(self.desk.paper, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))

    def _type(self) -> None:
        self._key(0, NONE, self.chance.choice("产业，。1a（"))

    def _move(self) -> None:
        held = self.chance.choice((NONE, NONE, SHIFT, CONTROL))
        for _ in range(self.chance.randint(1, 4)):
            self._key(self.chance.choice(KEYS), held)

    def _enter(self) -> None:
        self._key(Qt.Key.Key_Return)

    def _erase(self) -> None:
        self._key(
            self.chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete)), self.chance.choice((NONE, NONE, CONTROL))
        )

    def _undo(self) -> None:
        stack = self.desk.session.stack
        (stack.undo if self.chance.random() < 0.7 else stack.redo)()

    def _compose(self) -> None:
        paper = self.desk.paper
        QApplication.sendEvent(paper, QInputMethodEvent("pin", []))
        paper.viewport().repaint()
        end = QInputMethodEvent("", [])
        if self.chance.random() < 0.6:
            end.setCommitString("拼音")
        QApplication.sendEvent(paper, end)

    def _point(self) -> QPoint:
        port = self.desk.paper.viewport()
        return QPoint(self.chance.randint(0, port.width()), self.chance.randint(0, port.height()))

    def _click(self) -> None:
        port, qtbot = self.desk.paper.viewport(), self.desk.qtbot
        held = self.chance.choice((NONE, NONE, SHIFT))
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, held, self._point())
        if self.chance.random() < 0.2:
            qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, NONE, self._point())

    def _paste(self) -> None:
        if self.chance.random() < 0.6:
            QGuiApplication.clipboard().setText(self.chance.choice(PASTES))
        self._key(Qt.Key.Key_V, CONTROL)

    def _cut(self) -> None:
        self._key(self.chance.choice((Qt.Key.Key_X, Qt.Key.Key_C)), CONTROL)

    def _drop(self) -> None:
        data = QMimeData()
        data.setText(self.chance.choice(PASTES))
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(self._point()), copy, data, left, NONE)
        QApplication.sendEvent(self.desk.paper.viewport(), event)

    def _grow(self) -> None:
        """What another panel does: a section put in, a slot filled."""
        section = self.chance.choice(draft().document.sections)
        place = self.chance.randint(0, len(self.desk.draft.document.sections))
        have = {slot.id for slot in self.desk.draft.slots}
        if have >= {1, 2}:
            self.desk.session.apply("摘入", lambda one: insert_section(one, section, Spot(None, place)))
        else:
            self.first = draft()
            self.desk.session.begin(self.first)

    def _level(self) -> None:
        self._key(Qt.Key.Key_0 + self.chance.randint(0, 4), CONTROL | ALT)

    def _tab(self) -> None:
        self._key(Qt.Key.Key_Tab, self.chance.choice((NONE, SHIFT)))


def shows_the_draft(view: View, now: Draft) -> bool:
    shown = slot_texts(now)
    return all(
        words_of(strip, number) == text_of(words_at(now, strip.path(number)), shown) for strip, number in view.fields()
    )


def built_anew(view: View, now: Draft) -> None:
    anew = View()
    anew.show(now)

    def lines(one: View) -> list:
        return [
            (strip.text, strip.runs, strip.style, [strip.path(n) for n in range(len(strip.fields))])
            for item in one.items for strip in strips_of(item)
        ]  # fmt: skip

    assert lines(view) == lines(anew)
    for strip, number in view.fields():
        assert view.find(strip.key(number)) == (strip, number)
    view.settle_all()
    anew.settle_all()
    pages = [[page.pieces for page in one.pager.pages] for one in (view, anew)]
    assert pages[0] == pages[1]


def unique_ids(view: View) -> bool:
    keys = [strip.key(number) for strip, number in view.fields()]
    return len(keys) == len(set(keys))


@pytest.mark.parametrize("seed", [1, 2])
def test_after_every_event_the_sheet_shows_the_draft_and_undo_leads_back_to_the_first(qtbot: QtBot, seed: int) -> None:
    first = draft()
    desk = Desk(qtbot, first)
    desk.paper.setFocus()
    storm = Storm(desk, seed)
    for number in range(EVENTS // 2):
        storm.step()
        assert desk.paper.view.draft is desk.draft, storm.done[-3:]
        assert shows_the_draft(desk.paper.view, desk.draft), storm.done[-3:]
        assert unique_ids(desk.paper.view), storm.done[-3:]
        if number % 20 == 0:
            built_anew(desk.paper.view, desk.draft)
            desk.paper.viewport().repaint()
    while desk.session.stack.canUndo():
        desk.session.stack.undo()
        assert shows_the_draft(desk.paper.view, desk.draft)
    assert desk.draft is storm.first


def test_caret_rectangle_and_hit_lead_to_the_same_caret_at_every_zoom(qtbot: QtBot) -> None:
    desk = Desk(qtbot, draft())
    desk.session.apply("填", _longer)
    desk.paper.settle()
    view = desk.paper.view
    tried = 0
    for strip, number in list(view.fields()):
        for offset in range(length(strip, number) + 1):
            caret = Caret(strip.key(number), offset)
            page, box = rectangle(view, caret)
            found = hit(view, page, box.x(), box.center().y())
            again = rectangle(view, found)
            open_chip = any(run.state == "open" for run in strip.runs)
            assert again == (page, box) or open_chip, (strip.text, offset)
            tried += 1
    assert tried > 250
    for zoom in (0.5, 0.85, 1.0, 1.25, 1.5, 2.0):
        desk.paper.set_zoom(zoom)
        for words in ("制定", "任务", "做强", "一项"):
            caret = desk.place(words)
            desk.paper.centre(caret)
            box = desk.paper.rectangle_of(caret)
            assert desk.paper.caret_at(QPointF(box.x(), box.center().y())) == caret


def _longer(now: Draft) -> Draft:
    from drafter.model.wording import type_text

    return type_text(now, ("preamble", 0, "spans"), 0, 0, "为抢抓新一轮科技革命和产业变革机遇，" * 12)
