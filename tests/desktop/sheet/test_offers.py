"""What is offered at the caret: the way out of a finding, and another place or role for a body, by key and mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from tests.desktop.conftest import Answers
from tests.desktop.sheet.test_parties import clause
from tests.desktop.test_sheet import LEFT, Desk, draft

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
ALT = Qt.KeyboardModifier.AltModifier
OLD = Finding("old-name", Severity.DOUBT, "旧称", Place("", (0,), 0, 2), "制定", "编制")


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    one = Desk(qtbot, draft())
    one.panel.show_findings((OLD,))
    return one


def offered(desk: Desk) -> list[str]:
    return [action.text() for action in desk.panel.offers.menu.actions() if not action.isSeparator()]


def right_click(desk: Desk, words: str) -> None:
    """As a mouse does: the press puts the caret, the system then asks for the menu."""
    point = desk.point(desk.place(words))
    desk.qtbot.mouseClick(desk.paper.viewport(), Qt.MouseButton.RightButton, pos=point)
    port = desk.paper.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, port.mapToGlobal(point))
    QApplication.sendEvent(port, event)


def test_alt_enter_on_an_underlined_word_offers_its_proposal_and_enter_takes_it(desk: Desk) -> None:
    offers = desk.panel.offers
    desk.put("定本计划")
    desk.key(Qt.Key.Key_Return, ALT)
    assert offers.menu.isVisible()
    assert offered(desk)[:3] == ["旧称", "改为“编制”", "忽略本次"]
    with desk.qtbot.waitSignal(offers.fix_requested) as asked:
        desk.qtbot.keyClick(offers.menu, Qt.Key.Key_Return)
    assert asked.args == [OLD]
    assert "制定本计划。" in desk.lines()  # the panel wishes, the draft is changed by who fulfils it


def test_the_menu_of_the_mouse_ignores_a_finding_once(desk: Desk) -> None:
    offers = desk.panel.offers
    right_click(desk, "定本计划")
    assert offers.menu.isVisible()
    once = next(action for action in offers.menu.actions() if action.text() == "忽略本次")
    with desk.qtbot.waitSignal(offers.once_requested) as asked:
        desk.qtbot.mouseClick(offers.menu, LEFT, pos=offers.menu.actionGeometry(once).center())
    assert asked.args == [OLD]


def test_a_proposal_for_words_that_have_changed_is_not_offered(desk: Desk) -> None:
    desk.panel.show_findings((replace(OLD, text="确定"),))
    desk.put("定本计划")
    desk.key(Qt.Key.Key_Return, ALT)
    assert offered(desk)[:2] == ["旧称", "忽略本次"]


def test_words_without_offers_leave_the_menu_to_the_draft(desk: Desk) -> None:
    desk.put("总体要求")
    desk.key(Qt.Key.Key_Return, ALT)
    assert not desk.panel.offers.menu.isVisible()
    with desk.qtbot.waitSignal(desk.panel.context_menu_requested):
        right_click(desk, "总体要求")


def test_the_menu_of_a_body_moves_it(desk: Desk) -> None:
    right_click(desk, "工信局")
    menu = desk.panel.offers.menu
    enabled = [action.isEnabled() for action in menu.actions() if not action.isSeparator()]
    assert enabled == [
        True,
        False,
        True,
        False,
        True,
    ]  # another, lead, support, left, right: it is the first of two, and leads as the first does
    right = next(action for action in menu.actions() if "Alt+→" in action.text())
    desk.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(right).center())
    assert clause(desk, 0, 0) == "（责任单位：<2>、市工信局）"
    desk.same()


def test_a_page_is_gone_to_by_its_number(desk: Desk, answers: Answers) -> None:
    desk.put("做强")
    answers.give("text", "1", "", "两")
    desk.panel.ask_page()
    assert desk.paper.carets is not None
    first = desk.paper.carets.caret
    assert first == desk.place("某计划")
    desk.panel.ask_page()
    desk.panel.ask_page()
    assert desk.paper.carets.caret == first
