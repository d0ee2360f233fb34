"""校正结构: the tree of a plan that was read, put right with mouse and keys, every act undone again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from drafter.desktop.dialogs.correction import Correction
from drafter.model.corrections import Row
from drafter.model.walk import heading_text, sections

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(plan, qtbot):
    form = Correction(replace(plan, warnings=("第2节的编号不连续。",)), plan)
    qtbot.addWidget(form, before_close_func=lambda one: one._past.clear())
    form.show()
    qtbot.waitUntil(form.isActiveWindow, timeout=5000)
    return form


def click(form, qtbot, row):
    index = form.model.index_for(row)
    assert index.isValid()
    form.tree.scrollTo(index)
    qtbot.mouseClick(form.tree.viewport(), LEFT, pos=form.tree.visualRect(index).center())


def titles(form):
    return [heading_text(section) for _, section in sections(form.document)]


def test_the_model_keeps_the_rules_of_qt(form, qtmodeltester):
    qtmodeltester.check(form.model)
    form.text_chip.click()
    form.text_chip.click()


def test_doubts_are_told_and_the_whole_plan_is_in_the_tree(form):
    labels = [label.text() for label in form.findChildren(QLabel)]
    assert "读入时的说明 1 条" in labels
    assert "第2节的编号不连续。" in labels
    top = [form.model.index(row, 0).data() for row in range(form.model.rowCount())]
    assert top == ["为抢抓机遇，制定本计划。", "一、总体要求", "二、重点任务", "附件1　任务清单"]
    form.text_chip.click()
    assert form.model.rowCount() == 3


def test_a_heading_is_raised_and_lowered_by_button_and_key_and_all_is_undone(form, qtbot):
    before = form.document
    click(form, qtbot, Row(0, 1))
    qtbot.mouseClick(form.acts["promote"], LEFT)
    assert [section.level for _, section in sections(form.document)][:3] == [1, 1, 1]
    qtbot.keyClick(form.tree, Qt.Key.Key_Right, ALT_SHIFT)
    assert form.document == before
    qtbot.keyClick(form.tree, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(form.tree, Qt.Key.Key_Z, CONTROL)
    assert form.document == before
    assert not form.acts["undo"].isEnabled()
    qtbot.keyClick(form.tree, Qt.Key.Key_Y, CONTROL)
    assert form.document != before


def test_a_paragraph_becomes_a_heading_and_text_again(form, qtbot):
    before = form.document
    click(form, qtbot, Row(0, 1, 0))
    assert form.acts["heading"].isEnabled()
    assert not form.acts["paragraph"].isEnabled()
    qtbot.mouseClick(form.acts["heading"], LEFT)
    assert titles(form)[2].startswith("支持企业在城市管理")
    assert form._here() == Row(0, 2)
    qtbot.mouseClick(form.acts["paragraph"], LEFT)
    assert titles(form) == [heading_text(section) for _, section in sections(before)]
    assert form._here() == Row(0, 1, 0)


def test_a_title_is_typed_in_its_row(form, qtbot):
    click(form, qtbot, Row(0, 1))
    qtbot.keyClick(form.tree, Qt.Key.Key_F2)
    field = form.tree.viewport().findChild(QLineEdit)
    assert field.text() == "（二）工作目标"
    field.selectAll()
    qtbot.keyClicks(field, "(3)Goals")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(form)[1] == "（3）Goals", timeout=2000)
    assert form.isVisible()


def test_metadata_is_typed_and_a_wrong_date_keeps_the_form_open(form, qtbot):
    form.fields["date"].setFocus()
    form.fields["date"].selectAll()
    qtbot.keyClicks(form.fields["date"], "2025")
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.isVisible()
    assert "2025" in form.wrong.text()
    form.fields["date"].selectAll()
    qtbot.keyClicks(form.fields["date"], "2025-1-2")
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.result() == Correction.DialogCode.Accepted
    assert form.document.date == "2025-01-02"


def test_the_reading_is_brought_back(form, plan, qtbot):
    click(form, qtbot, Row(0, 1))
    qtbot.mouseClick(form.acts["promote"], LEFT)
    qtbot.mouseClick(form.restore_button, LEFT)
    assert form.document == plan
    assert not form.restore_button.isEnabled()
    qtbot.mouseClick(form.acts["undo"], LEFT)
    assert form.document != plan


def test_leaving_asks_about_corrections_that_are_not_saved(form, answers, qtbot):
    click(form, qtbot, Row(0, 1))
    qtbot.mouseClick(form.acts["promote"], LEFT)
    answers.give("confirm", False, True)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_field_still_being_typed_in_is_not_lost_by_another_act(form, qtbot):
    click(form, qtbot, Row(0, 1))
    form.fields["issuer"].setFocus()
    qtbot.keyClicks(form.fields["issuer"], "Office")
    qtbot.mouseClick(form.acts["promote"], LEFT)
    assert form.document.issuer == "Office"
    assert [section.level for _, section in sections(form.document)][:2] == [1, 1]
