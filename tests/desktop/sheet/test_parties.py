"""Bodies of a responsibility clause on the sheet: moved, given a role and named with keys and menu."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.model.document import Clause, Paragraph, Party, Role
from drafter.model.draft import Draft
from drafter.model.walk import text_of
from tests.desktop.test_sheet import Desk, draft, section

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
ALT = Qt.KeyboardModifier.AltModifier
LEAD = Clause(("（牵头单位：", Party("市教育局", Role.LEAD), "；配合单位：", Party("市水务局", Role.SUPPORT), "）"))


def with_roles() -> Draft:
    now = draft()
    first, last = now.document.sections[0], now.document.sections[2]
    changed = replace(last, blocks=(replace(first.children[0].blocks[0], spans=("抓好落实。", LEAD)),))
    assert isinstance(changed.blocks[0], Paragraph)
    fresh = replace(changed, blocks=(replace(changed.blocks[0], id=type(changed.blocks[0].id)(now.next_id)),))
    sections = (*now.document.sections[:2], fresh)
    return replace(now, document=replace(now.document, sections=sections), next_id=now.next_id + 1)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, with_roles())


def clause(desk: Desk, *way: int) -> str:
    found = section(desk.draft, *way).blocks[0]
    assert isinstance(found, Paragraph)
    return text_of(tuple(one for one in found.spans if isinstance(one, Clause)), lambda ref: f"<{ref.slot}>")


def test_alt_and_arrows_move_a_body_and_the_caret_goes_with_it(desk: Desk) -> None:
    before = desk.draft
    desk.put("工信局")
    desk.key(Qt.Key.Key_Right, ALT)
    assert clause(desk, 0, 0) == "（责任单位：<2>、市工信局）"
    desk.key(Qt.Key.Key_Left, ALT)
    assert clause(desk, 0, 0) == "（责任单位：市工信局、<2>）"
    desk.key(Qt.Key.Key_Left, ALT)
    desk.same()
    for _ in range(2):
        desk.session.stack.undo()
    assert desk.draft is before


def test_alt_up_makes_a_body_lead_and_alt_down_support(desk: Desk) -> None:
    desk.put("市水务局")
    desk.key(Qt.Key.Key_Up, ALT)
    assert clause(desk, 2) == "（牵头单位：市教育局、市水务局）"
    desk.key(Qt.Key.Key_Down, ALT)
    assert clause(desk, 2) == "（牵头单位：市教育局；配合单位：市水务局）"
    desk.put("市教育局")
    desk.key(Qt.Key.Key_Down, ALT)
    assert clause(desk, 2) == "（牵头单位：市教育局；配合单位：市水务局）"
    desk.same()


def test_outside_of_a_clause_these_keys_change_nothing(desk: Desk) -> None:
    before = desk.draft
    desk.put("制定")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        desk.key(key, ALT)
    assert desk.draft is before


NAMES = ("市工业和信息化局", "市教育局", "市体育局", "市工商联")


def offered(desk: Desk) -> list[str]:
    rows = desk.panel.completer
    return [rows.item(row).text() for row in range(rows.count())] if rows.isVisible() else []


def test_a_body_that_is_typed_is_completed_from_the_names_known(desk: Desk) -> None:
    desk.panel.completer.names = NAMES
    desk.put("市工信局", after=True)
    desk.type("、育")
    assert offered(desk) == ["市教育局", "市体育局"]
    desk.key(Qt.Key.Key_Down)
    before = desk.draft
    desk.key(Qt.Key.Key_Return)
    assert clause(desk, 0, 0) == "（责任单位：市工信局、市体育局、<2>）"
    assert not offered(desk)
    desk.type("、工信局")
    assert offered(desk) == ["市工业和信息化局"]
    desk.key(Qt.Key.Key_Escape)
    assert not offered(desk)
    desk.session.stack.undo()
    desk.session.stack.undo()
    assert desk.draft is before
    desk.same()


def test_names_are_not_offered_outside_of_a_clause_nor_when_the_caret_only_moves(desk: Desk) -> None:
    desk.panel.completer.names = NAMES
    desk.put("制定")
    desk.type("育")
    assert not offered(desk)
    desk.put("市教育局")
    desk.key(Qt.Key.Key_Right)
    assert not offered(desk)


def test_a_click_takes_one_of_all_names_for_a_body_that_a_slot_names(desk: Desk) -> None:
    desk.panel.completer.names = NAMES
    desk.put("委金融办")
    desk.panel.completer.offer_all()
    rows = desk.panel.completer
    assert offered(desk) == list(NAMES)
    desk.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(3)).center())
    assert desk.draft.slots[1].value == "市工商联"
    assert clause(desk, 0, 0) == "（责任单位：市工信局、<2>）"
    desk.same()
