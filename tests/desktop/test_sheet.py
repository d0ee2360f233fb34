"""The sheet: what stands on it, what is edited in place, and that only what changed is set anew."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from drafter.desktop.lines import Look, changed_lines, sheet_lines
from drafter.desktop.panels.sheet import SheetPanel
from drafter.model.document import (
    Box,
    Clause,
    Document,
    Paragraph,
    Party,
    Section,
    SlotId,
    SlotRef,
    Source,
    Table,
)
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, fill
from drafter.model.edits import Spot, move_section, remove_section, set_heading, with_ids
from drafter.model.fact import Place
from drafter.model.numbering import Form, Number

SOURCE = Source("某市计划", "某市", "一", "原文")
TARGET, AGENCY = SlotRef(SlotId(1)), SlotRef(SlotId(2))


def draft() -> Draft:
    table = Table(("序号", "任务"), ((Paragraph(("1",)), Paragraph(("做强",))),), "分工表")
    clause = Clause(("（责任单位：", Party("市工信局"), "、", Party(AGENCY), "）"))
    goals = Section(
        ("工作目标",),
        2,
        Number(Form.BRACKET, 1),
        run_in=True,
        blocks=(Paragraph(("培育", TARGET, "企业。", clause)),),
        source=SOURCE,
    )
    document = Document(
        title=("某计划",),
        preamble=(Paragraph(("制定本计划。",)),),
        sections=(
            Section(("总体要求",), 1, Number(Form.COMMA, 1), children=(goals,)),
            Section(("主要任务",), 1, Number(Form.COMMA, 2), blocks=(Box("工程", (Paragraph(("一项",)),)), table)),
            Section(("保障措施",), 1, Number(Form.COMMA, 3), guidance="写三到五条"),
        ),
    )
    slots = (
        Slot(SlotId(1), SlotKind.TARGET, "企业数量", original="100家以上"),
        Slot(SlotId(2), SlotKind.AGENCY, "金融部门", value="市委金融办", state=SlotState.REPLACED),
    )
    return with_ids(Draft(slots=slots, next_id=10), document)


def section(now: Draft, *way: int) -> Section:
    found = now.document.sections[way[0]]
    for step in way[1:]:
        found = found.children[step]
    return found


@pytest.fixture
def sheet(qtbot: QtBot) -> SheetPanel:
    panel = SheetPanel()
    qtbot.addWidget(panel)
    panel.resize(800, 700)
    panel.show()
    panel.show(draft())
    qtbot.waitExposed(panel)
    return panel


def shown(panel: SheetPanel) -> list[str]:
    document = panel.paper.document()
    return [document.findBlockByNumber(number).text() for number in range(len(panel.paper.lines))]


def test_the_sheet_shows_every_line_with_its_number() -> None:
    lines = sheet_lines(draft())
    assert [line.text for line in lines] == [
        "某计划",
        "制定本计划。",
        "一、总体要求",
        "（一）工作目标。培育【企业数量】企业。（责任单位：市工信局、市委金融办）",
        "二、主要任务",
        "专栏　工程",
        "一项",
        "分工表",
        "序号",
        "任务",
        "1",
        "做强",
        "",
        "三、保障措施",
        "提示：写三到五条",
    ]
    assert [line.first for line in lines if line.source] == [True]


def same(panel: SheetPanel, now: Draft) -> None:
    panel.show(now)
    assert shown(panel) == [line.text for line in sheet_lines(now)]


def test_the_sheet_follows_every_change(sheet: SheetPanel) -> None:
    now = draft()
    plain = replace(now, document=replace(now.document, sections=(section(now, 0), section(now, 2))))
    for change in (
        lambda one: set_heading(one, section(one, 0).id, ("基本要求",)),
        lambda one: fill(one, SlotId(1), "40家以上"),
        lambda one: move_section(one, section(one, 0).id, Spot(None, 1)),
        lambda one: remove_section(one, section(one, 0).id),
    ):
        same(sheet, now)
        same(sheet, change(now))
        same(sheet, plain)
        same(sheet, change(plain))
    same(sheet, Draft())


def test_lines_that_stay_are_not_set_again() -> None:
    old, new = tuple("abcdef"), tuple("abxyef")
    assert changed_lines(old, new) == (2, 4, 4)
    assert changed_lines(old, old) == (6, 6, 6)
    assert changed_lines(tuple("aa"), tuple("aaa")) == (2, 2, 3)


def test_the_place_read_stays_when_something_above_changes(sheet: SheetPanel) -> None:
    now = draft()
    long = tuple(replace(section(now, 2), title=(f"第{n}项",), id=section(now, 2).id + 100 + n) for n in range(40))
    now = replace(now, document=replace(now.document, sections=(section(now, 0), *long)))
    sheet.show(now)
    sheet.paper.go_to(50)
    before = sheet.paper.verticalScrollBar().value()
    sheet.show(fill(now, SlotId(2), "市金融局"))
    assert before > 0
    assert sheet.paper.verticalScrollBar().value() == before


def open_editor(sheet: SheetPanel, look: Look, words: str) -> Any:
    number = next(n for n, line in enumerate(sheet.paper.lines) if line.look is look and words in line.text)
    sheet.paper.go_to(number, sheet.paper.lines[number].text.index(words))
    sheet.edit_here()
    return sheet.editor


def test_a_paragraph_edited_in_place_keeps_its_slots_and_its_clause(sheet: SheetPanel, qtbot: QtBot) -> None:
    editor = open_editor(sheet, Look.LEVEL2, "企业。")
    qtbot.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "A ")
    with qtbot.waitSignal(sheet.paragraph_edited) as edited:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    before = section(draft(), 0, 0).blocks[0]
    assert edited.args == [before.id, ("A 培育", TARGET, "企业。", before.spans[3])]
    assert sheet.editor is None


def test_a_slot_is_removed_as_one_character_and_moved_by_cut_and_paste(sheet: SheetPanel, qtbot: QtBot) -> None:
    editor = open_editor(sheet, Look.LEVEL2, "企业。")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, Qt.Key.Key_Right, shift)
    qtbot.keyClick(editor, Qt.Key.Key_X, control)
    assert QGuiApplication.clipboard().text() == "【企业数量】"
    qtbot.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_V, control)
    with qtbot.waitSignal(sheet.paragraph_edited) as edited:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert edited.args[1][:2] == (TARGET, "培育企业。")


def test_the_caret_stands_where_the_words_were_clicked(sheet: SheetPanel, qtbot: QtBot) -> None:
    editor = open_editor(sheet, Look.LEVEL2, "业。（责任")
    qtbot.keyClicks(editor, "X")
    with qtbot.waitSignal(sheet.paragraph_edited) as edited:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert edited.args[1][:3] == ("培育", TARGET, "企X业。")


def test_escape_gives_an_edit_up(sheet: SheetPanel, qtbot: QtBot) -> None:
    editor = open_editor(sheet, Look.TEXT, "制定")
    qtbot.keyClicks(editor, "X")
    with qtbot.assertNotEmitted(sheet.paragraph_edited):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert sheet.editor is None


def test_a_heading_and_the_title_are_edited_without_their_number(sheet: SheetPanel, qtbot: QtBot) -> None:
    editor = open_editor(sheet, Look.LEVEL1, "任务")
    qtbot.keyClicks(editor, "B")
    with qtbot.waitSignal(sheet.heading_edited) as edited:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert edited.args == [section(draft(), 1).id, ("主要B任务",)]
    editor = open_editor(sheet, Look.TITLE, "某")
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClicks(editor, "C")
    with qtbot.waitSignal(sheet.title_edited) as edited:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert edited.args == [("某计划C",)]


def test_a_click_on_a_slot_tells_which_and_typing_fills_it(sheet: SheetPanel, qtbot: QtBot) -> None:
    number = next(n for n, line in enumerate(sheet.paper.lines) if "【" in line.text)
    point = sheet.paper.slot_rectangle(number, SlotId(1)).center().toPoint()
    with qtbot.waitSignal(sheet.slot_activated) as told:
        qtbot.mouseClick(sheet.paper.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [1]
    qtbot.mouseDClick(sheet.paper.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.keyClicks(sheet.editor, "40")
    with qtbot.waitSignal(sheet.slot_fill_requested) as filled:
        qtbot.keyClick(sheet.editor, Qt.Key.Key_Return)
    assert filled.args == [1, "40"]


def test_a_cell_and_a_line_of_a_box_are_edited_too(sheet: SheetPanel, qtbot: QtBot) -> None:
    for look, words in ((Look.CELL, "做强"), (Look.BOX, "一项")):
        editor = open_editor(sheet, look, words)
        qtbot.keyClick(editor, Qt.Key.Key_End)
        qtbot.keyClicks(editor, "X")
        with qtbot.waitSignal(sheet.paragraph_edited) as edited:
            qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert edited.args[1] == (words + "X",)


def test_numbers_and_captions_cannot_be_edited(sheet: SheetPanel) -> None:
    assert open_editor(sheet, Look.CAPTION, "分工") is None


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("一/（一）", (0,), 2, 8), "【企业数量】"),
        (Place("一/（一）", (), 0, 4), "工作目标"),
        (Place("二", (1, 0, 1), 0, 2), "做强"),
        (Place("二", (0, 0), 0, 2), "一项"),
        (Place("", (0,), 0, 2), "制定"),
        (Place("", (), 0, 2), "某计"),
    ],
)
def test_a_finding_leads_to_its_words(sheet: SheetPanel, place: Place, words: str) -> None:
    sheet.go_to(place)
    line, start, end = sheet.paper.lit
    assert sheet.paper.lines[line].text[start:end] == words


def test_a_finding_of_a_place_that_is_gone_leads_nowhere(sheet: SheetPanel) -> None:
    sheet.go_to(Place("九/（八）", (7,), 0, 1))
    assert sheet.paper.lit is None


def test_words_are_found_one_after_the_other_and_round_the_end(sheet: SheetPanel, qtbot: QtBot) -> None:
    sheet.open_find()
    qtbot.keyClicks(sheet.find_bar.words, "1")
    sheet.find_bar.words.setText("任务")
    found = []
    for _ in range(3):
        qtbot.keyClick(sheet.find_bar.words, Qt.Key.Key_Return)
        found.append(sheet.paper.textCursor().blockNumber())
    assert found == [4, 9, 4]
    assert "共 2 处" in sheet.find_bar.count.text()


def test_zoom_keeps_the_words_and_changes_the_size(sheet: SheetPanel) -> None:
    words, width = shown(sheet), sheet.paper.viewport().width()
    sheet.zoom_by(-2)
    assert shown(sheet) == words
    assert sheet.paper.viewport().width() < width


def test_the_sheet_is_shown_smaller_where_there_is_no_room_and_as_wished_where_there_is(qtbot: QtBot) -> None:
    panel = SheetPanel()
    qtbot.addWidget(panel)
    panel.show(draft())
    panel.set_zoom(0.85)
    panel.resize(1000, 600)
    panel.show()
    page = 210 / 25.4 * 96
    panel.resize(500, 600)
    qtbot.waitUntil(lambda: panel.paper.zoom * page <= panel.paper.viewport().width() + 1, timeout=5_000)
    assert panel.paper.zoom < 0.65
    panel.zoom_by(1)
    panel.zoom_by(1)
    wished = panel.paper.zoom
    panel.resize(490, 600)
    qtbot.wait(150)
    assert panel.paper.zoom == wished > 0.7
    panel.set_zoom(0.6)
    panel.resize(1000, 600)
    panel.set_zoom(0.85)
    panel.resize(560, 600)
    qtbot.waitUntil(lambda: panel.paper.zoom < 0.75, timeout=5_000)
    panel.resize(1000, 600)
    qtbot.waitUntil(lambda: panel.paper.zoom == 0.85, timeout=5_000)


def test_another_zoom_leaves_the_caret_in_its_section(qtbot: QtBot) -> None:
    panel = SheetPanel()
    qtbot.addWidget(panel)
    shown = draft()
    panel.show(shown)
    panel.resize(1000, 600)
    panel.show()
    goals = shown.document.sections[0].children[0].id
    panel.go_to_section(goals)
    entered: list[object] = []
    panel.section_entered.connect(entered.append)
    place = panel.paper.textCursor().blockNumber(), panel.paper.textCursor().positionInBlock()
    panel.zoom_by(1)
    assert (panel.section, entered) == (goals, [])
    assert (panel.paper.textCursor().blockNumber(), panel.paper.textCursor().positionInBlock()) == place


def test_what_is_being_typed_outlives_a_change_of_width(qtbot: QtBot) -> None:
    panel = SheetPanel()
    qtbot.addWidget(panel)
    shown = draft()
    panel.show(shown)
    panel.set_zoom(0.85)
    panel.resize(1000, 600)
    panel.show()
    panel.edit_section(shown.document.sections[0].id)
    editor = panel.editor
    panel.resize(500, 600)
    qtbot.wait(150)
    assert panel.editor is editor
    assert panel.paper.zoom == 0.85
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.paper.zoom < 0.65, timeout=5_000)
