"""A section of the outline dropped on the sheet goes before the next heading, in one undo step."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.desktop.models.outline import MIME
from tests.desktop.test_sheet import LEFT, Desk, draft, section

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, draft())


def drag(desk: Desk, moved: int, words: str, *, drop: bool) -> None:
    data = QMimeData()
    data.setData(MIME, str(moved).encode())
    point, port, move = desk.point(desk.place(words)), desk.paper.viewport(), Qt.DropAction.MoveAction
    QApplication.sendEvent(port, QDragEnterEvent(point, move, data, LEFT, NONE))
    if drop:
        QApplication.sendEvent(port, QDropEvent(QPointF(point), move, data, LEFT, NONE))


def test_a_section_is_dropped_before_the_next_heading(desk: Desk) -> None:
    before = desk.draft
    assert desk.paper.hands is not None
    drag(desk, section(before, 2).id, "做强", drop=False)
    assert desk.paper.hands.landing is None  # it stands there already
    drag(desk, section(before, 2).id, "主要任务", drop=False)
    assert desk.paper.hands.landing is not None
    assert desk.paper.hands.landing.name == "二、保障措施"
    assert not desk.paper.grab().isNull()
    drag(desk, section(before, 2).id, "主要任务", drop=True)
    assert desk.paper.hands.landing is None
    assert desk.headings() == ["一、总体要求", "二、保障措施", "三、主要任务"]
    desk.same()
    desk.session.stack.undo()
    assert desk.draft is before


def test_a_section_does_not_go_into_itself(desk: Desk) -> None:
    before = desk.draft
    drag(desk, section(before, 0).id, "工作目标", drop=True)
    assert desk.draft is before
