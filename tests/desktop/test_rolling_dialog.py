"""顺延年份: every date is listed first, those chosen change in one step that can be undone."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.desktop.dialogs.rolling import RollYears
from drafter.desktop.models.years import Column, YearsModel
from drafter.desktop.tasks import Tasks
from drafter.model.document import Document, Paragraph, Section, SlotId, SlotRef, Source
from drafter.model.draft import Draft, Slot, SlotKind
from drafter.model.edits import with_ids
from drafter.model.numbering import Form, Number
from drafter.model.walk import text_of
from drafter.workflow import YearChange

SLOT = Slot(
    SlotId(1), SlotKind.PERIOD, "年份", "2025年", Source("某市计划（2022—2025年）", "某市", "一", "到2025年，", "k")
)


@pytest.fixture
def draft() -> Draft:
    words = Paragraph(("从2022年起步，到2025年，", SlotRef(SlotId(1)), "收官。"))
    section = Section(("目标",), 1, Number(Form.COMMA, 1), blocks=(words,))
    document = Document(title=("计划（2022—2025年）",), period=(2022, 2025), sections=(section,))
    return with_ids(Draft(slots=(SLOT,), next_id=2), document)


@pytest.fixture
def form(draft: Draft, qtbot: QtBot, qapp: object) -> Any:
    tasks = Tasks(lambda error: pytest.fail(str(error)))
    form = RollYears(draft, tasks)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: form.model.rowCount() == 5)
    yield form
    tasks.stop()


def cells(form: RollYears, row: int) -> list[str]:
    return [form.model.index(row, column).data() for column in Column]


def test_every_date_is_listed_with_its_place_and_reason(form: RollYears, qtmodeltester: Any) -> None:
    qtmodeltester.check(form.model)
    assert cells(form, 0)[:2] == ["2022 → " + str(form.new[0].value()), "标题和前言"]
    assert cells(form, 3)[1:3] == ["一", "从2022年起步，到2025年，【年份】收官。"]
    assert cells(form, 4)[1] == "填报项：年份"
    assert all(form.model.index(row, Column.WHY).data() for row in range(5))


def test_ticks_are_set_by_mouse_and_keys(form: RollYears, qtbot: QtBot) -> None:
    assert form.roll_button.text() == "改 5 处"
    box = form.table.visualRect(form.model.index(1, 0)).topLeft()
    form.table.setFocus()
    form.table.setCurrentIndex(form.model.index(1, 0))
    qtbot.keyClick(form.table, Qt.Key.Key_Space)
    assert len(form.chosen) == 4
    qtbot.mouseClick(form.none_button, Qt.MouseButton.LeftButton)
    assert not form.roll_button.isEnabled()
    point = box.__class__(box.x() + 12, box.y() + form.table.rowHeight(1) // 2)
    qtbot.mouseClick(form.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [one.words for one in form.chosen] == ["2025"]
    qtbot.mouseClick(form.all_button, Qt.MouseButton.LeftButton)
    assert form.count.text() == "找到 5 处，改 5 处"


def test_other_years_list_anew(form: RollYears, qtbot: QtBot) -> None:
    form.new[0].setFocus()
    form.new[0].selectAll()
    qtbot.keyClicks(form.new[0], "2031")
    form.new[1].selectAll()
    qtbot.keyClicks(form.new[1], "2034")
    qtbot.waitUntil(lambda: cells(form, 0)[0] == "2022 → 2031")
    assert form.period == (2031, 2034)


def test_what_stays_has_no_tick(draft: Draft) -> None:
    model = YearsModel(draft)
    model.show((YearChange("2021", "2021", "基期不变"), YearChange("2025", "2028", "末年")))
    assert model.index(0, 0).data() == "2021 不改"
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is None
    assert [one.words for one in model.chosen()] == ["2025"]


def test_the_menu_rolls_the_draft_in_one_step(window: Any, answers: Any, qtbot: QtBot, draft: Draft) -> None:
    session = window.parts.session
    session.begin(draft)

    def choose(form: RollYears) -> None:
        qtbot.waitUntil(lambda: form.model.rowCount() == 5)
        form.new[0].setValue(2026)
        form.new[1].setValue(2028)
        qtbot.waitUntil(lambda: cells(form, 1)[0] == "2025 → 2028")
        form.model.setData(form.model.index(2, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)

    answers.give("form", choose)
    window.acts["roll_years"].trigger()
    rolled = session.draft
    assert text_of(rolled.document.title) == "计划（2026—2028年）"
    assert rolled.document.period == (2026, 2028)
    assert "2022年起步，到2028年" in text_of(rolled.document.sections[0].blocks[0].spans)
    assert rolled.slots[0].value == "2028年"
    session.stack.undo()
    assert session.draft == draft


def test_the_years_can_be_read(form: RollYears) -> None:
    assert all(box.lineEdit().width() > 40 for box in (*form.old, *form.new))
