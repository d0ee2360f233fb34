"""The sheet: what stands on it, what is written on it with keys and mouse, and that only what changed is set anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.desktop.panels.sheet import SheetPanel
from drafter.desktop.session import Merging, Session
from drafter.desktop.sheet.carets import Caret, Carets
from drafter.desktop.sheet.printing import print_on
from drafter.desktop.sheet.strips import Strip, strips_of, words_of
from drafter.desktop.sheet.view import View
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
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, fill, slot_texts
from drafter.model.edits import Spot, move_section, remove_section, set_heading, with_ids
from drafter.model.fact import Place
from drafter.model.numbering import Form, Number
from drafter.model.walk import heading_text, text_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
SOURCE = Source("某市计划", "某市", "一", "原文")
TARGET, AGENCY = SlotRef(SlotId(1)), SlotRef(SlotId(2))
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


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


class Desk:
    """A sheet with a session behind it, driven by real events."""

    def __init__(self, qtbot: QtBot, first: Draft) -> None:
        self.qtbot, self.session, self.panel = qtbot, Session(), SheetPanel()
        self.paper = self.panel.paper
        qtbot.addWidget(self.panel)
        self.panel.wanted.connect(
            lambda one: self.session.apply(one.label, lambda _: one.draft, Merging(one.merge, (one.before, one.after)))
        )
        self.session.draft_changed.connect(self.panel.show)
        self.session.view_wanted.connect(self.panel.restore)
        self.panel.resize(1000, 700)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.session.begin(first)
        self.paper.setFocus()

    @property
    def draft(self) -> Draft:
        assert self.session.draft is not None
        return self.session.draft

    def strips(self) -> list[Strip]:
        return [strip for item in self.paper.view.items for strip in strips_of(item)]

    def lines(self) -> list[str]:
        return [strip.text for strip in self.strips() if strip.text]

    def place(self, words: str, at: str = "") -> Caret:
        """The place before some words; `at` are words of the same line."""
        for strip, number in self.paper.view.fields():
            text = words_of(strip, number)
            if words in text and at in strip.text:
                return Caret(strip.key(number), text.index(words))
        raise AssertionError(words)

    def put(self, words: str, at: str = "", *, after: bool = False) -> None:
        caret = self.place(words, at)
        self.paper.move_caret(replace(caret, offset=caret.offset + (len(words) if after else 0)))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.paper, key, modifiers)

    def type(self, text: str) -> None:
        for character in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(self.paper, event)

    def point(self, caret: Caret) -> QPoint:
        self.paper.centre(caret)
        box = self.paper.rectangle_of(caret)
        assert box is not None
        return box.center().toPoint()

    def click(self, words: str, *, into: int = 0) -> None:
        place = self.place(words)
        self.qtbot.mouseClick(self.paper.viewport(), LEFT, pos=self.point(replace(place, offset=place.offset + into)))

    def spans(self, *way: int, block: int = 0) -> tuple:
        return section(self.draft, *way).blocks[block].spans

    def headings(self) -> list[str]:
        return [heading_text(one) for one in self.draft.document.sections]

    def same(self) -> None:
        """What stands on the sheet is the draft, and what a new view would show."""
        anew = View()
        anew.show(self.draft)
        fresh = [(strip.text, strip.runs, strip.style) for item in anew.items for strip in strips_of(item)]
        assert [(strip.text, strip.runs, strip.style) for strip in self.strips()] == fresh


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, draft())


def test_the_sheet_shows_every_line_with_its_number(desk: Desk) -> None:
    assert desk.lines() == [
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
        "三、保障措施",
        "提示：写三到五条",
    ]
    assert [strip.first for strip in desk.strips() if strip.source] == [True]


def test_the_sheet_follows_every_change(desk: Desk) -> None:
    now = draft()
    plain = replace(now, document=replace(now.document, sections=(section(now, 0), section(now, 2))))
    changes: tuple[Callable[[Draft], Draft], ...] = (
        lambda one: set_heading(one, section(one, 0).id, ("基本要求",)),
        lambda one: fill(one, SlotId(1), "40家以上"),
        lambda one: move_section(one, section(one, 0).id, Spot(None, 1)),
        lambda one: remove_section(one, section(one, 0).id),
    )
    for change in changes:
        for shown in (now, change(now), plain, change(plain)):
            desk.session.begin(shown)
            desk.same()
    desk.session.begin(Draft())
    desk.same()


def test_lines_that_stay_are_not_set_again(desk: Desk) -> None:
    desk.paper.settle()
    before = {strip.text: strip.setting for strip in desk.strips()}
    desk.session.apply("改", lambda one: fill(one, SlotId(1), "40家以上"))
    after = {strip.text: strip.setting for strip in desk.strips()}
    same = [text for text, setting in after.items() if setting is not None and setting is before.get(text)]
    assert set(before) - set(same) == {"（一）工作目标。培育【企业数量】企业。（责任单位：市工信局、市委金融办）"}


def test_the_place_read_stays_when_something_above_changes(desk: Desk) -> None:
    now = draft()
    long = tuple(replace(section(now, 2), title=(f"第{n}项",), id=section(now, 2).id + 100 + n) for n in range(40))
    desk.session.begin(replace(now, document=replace(now.document, sections=(section(now, 0), *long))))
    desk.paper.settle()
    desk.panel.go_to_section(section(desk.draft, 30).id)
    before = desk.paper.rectangle_of(desk.place("第29项"))
    desk.session.apply("改", lambda one: fill(one, SlotId(2), "市金融局" * 20))
    after = desk.paper.rectangle_of(desk.place("第29项"))
    assert before is not None
    assert after is not None
    assert abs(before.y() - after.y()) < 2


def test_what_is_typed_stands_where_the_caret_was_and_slots_and_clauses_stay(desk: Desk) -> None:
    desk.put("培育")
    desk.type("A 新")
    before = section(draft(), 0, 0).blocks[0]
    assert desk.spans(0, 0) == ("A 新培育", TARGET, "企业。", before.spans[3])
    desk.same()


def test_typing_is_one_step_back_and_the_caret_goes_where_it_was(desk: Desk) -> None:
    first = desk.draft
    desk.put("制定")
    desk.type("为了发展，")
    assert desk.session.stack.count() == 1
    desk.session.stack.undo()
    assert desk.draft is first
    assert desk.paper.carets == Carets(desk.place("制定"), desk.place("制定"))
    desk.session.stack.redo()
    assert desk.paper.carets.caret.offset == 5


def test_a_slot_is_jumped_over_taken_whole_and_moved_by_cut_and_paste(desk: Desk) -> None:
    desk.put("培育", after=True)
    desk.key(Qt.Key.Key_Right, SHIFT)
    desk.key(Qt.Key.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "【企业数量】"
    desk.put("培育企业")
    desk.key(Qt.Key.Key_V, CONTROL)
    assert desk.spans(0, 0)[:2] == (TARGET, "培育企业。")
    assert SlotId(1) in [slot.id for slot in desk.draft.slots]
    desk.same()


def test_backspace_takes_a_slot_at_the_second_press_only(desk: Desk) -> None:
    desk.put("企业。")
    desk.key(Qt.Key.Key_Backspace)
    assert desk.spans(0, 0)[1] == TARGET
    desk.key(Qt.Key.Key_Backspace)
    assert desk.spans(0, 0)[0] == "培育企业。"


def test_the_caret_stands_where_the_words_were_clicked(desk: Desk) -> None:
    desk.click("业。")
    desk.type("X")
    assert desk.spans(0, 0)[:3] == ("培育", TARGET, "企X业。")


def test_headings_and_the_title_are_written_without_their_number(desk: Desk) -> None:
    desk.put("任务", "二、")
    desk.type("B")
    assert section(desk.draft, 1).title == ("主要B任务",)
    desk.put("某计划", after=True)
    desk.type("C")
    assert desk.draft.document.title == ("某计划C",)
    desk.put("要求")
    desk.key(Qt.Key.Key_Home)
    assert desk.paper.carets.caret.offset == 0


def test_a_click_on_an_open_slot_chooses_it_and_typing_fills_it_everywhere(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.panel.slot_activated) as told:
        desk.click("【企业数量】", into=2)
    assert told.args == [1]
    assert desk.panel.popup.isVisible()
    desk.type("40家")
    one = desk.draft.slots[0]
    assert (one.value, one.state) == ("40家", SlotState.REPLACED)
    desk.key(Qt.Key.Key_Backspace)
    desk.type("个")
    assert desk.draft.slots[0].value == "40个"
    desk.key(Qt.Key.Key_Backspace, times=3)
    assert desk.draft.slots[0].state is SlotState.OPEN
    desk.same()


def test_the_pop_up_of_a_slot_offers_what_it_was(desk: Desk, qtbot: QtBot) -> None:
    desk.click("【企业数量】", into=2)
    assert [row.text() for row in desk.panel.popup.rows] == ["100家以上"]
    with qtbot.waitSignal(desk.panel.slot_fill_requested) as wished:
        qtbot.mouseClick(desk.panel.popup.rows[0], LEFT)
    assert wished.args == [1, "100家以上"]
    desk.click("【企业数量】", into=2)
    with qtbot.waitSignal(desk.panel.slot_keep_requested) as kept:
        desk.key(Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert kept.args == [1]
    desk.key(Qt.Key.Key_Escape)
    assert not desk.panel.popup.isVisible()


def test_tab_goes_to_the_next_open_slot(desk: Desk) -> None:
    desk.put("制定")
    desk.key(Qt.Key.Key_Tab)
    desk.type("9家")
    assert desk.draft.slots[0].value == "9家"


def test_a_cell_a_line_of_a_box_its_title_and_a_caption_are_written_too(desk: Desk) -> None:
    for words in ("做强", "一项", "工程", "分工表", "任务"):
        desk.put(words, "任务" if words == "任务" else "", after=True)
        if words == "任务":
            desk.paper.move_caret(
                replace(
                    desk.place("任务", "任务"),
                    key=next(strip.key(0) for strip in desk.strips() if strip.text == "任务"),
                )
            )
            desk.key(Qt.Key.Key_End)
        desk.type("X")
    box, table = section(desk.draft, 1).blocks
    assert (box.title, box.blocks[0].spans) == ("工程X", ("一项X",))
    assert (table.caption, table.columns, table.rows[0][1].spans) == ("分工表X", ("序号", "任务X"), ("做强X",))
    desk.same()


def test_tab_in_the_last_cell_adds_a_row(desk: Desk) -> None:
    desk.put("做强")
    desk.key(Qt.Key.Key_Tab)
    desk.type("2")
    rows = section(desk.draft, 1).blocks[1].rows
    assert [[text_of(cell.spans) for cell in row] for row in rows] == [["1", "做强"], ["2", ""]]


def test_cells_from_a_worksheet_go_into_cells(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("2\t做优\n3\t做大\n")
    desk.put("1")
    desk.key(Qt.Key.Key_V, CONTROL)
    rows = section(desk.draft, 1).blocks[1].rows
    assert [[text_of(cell.spans) for cell in row] for row in rows] == [["2", "做优"], ["3", "做大"]]


def test_typed_numbers_become_structure_when_text_is_pasted(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("（一）组织领导。加强统筹协调，形成工作合力。\n（二）资金支持。安排专项资金。")
    desk.put("制定本计划。", after=True)
    desk.key(Qt.Key.Key_Return)
    desk.put("措施", after=True)
    desk.key(Qt.Key.Key_Return)
    count = desk.session.stack.count()
    desk.key(Qt.Key.Key_V, CONTROL)
    assert desk.session.stack.count() == count + 1
    added = section(desk.draft, 2).children
    assert [heading_text(one) for one in added] == ["（一）组织领导", "（二）资金支持"]
    assert all(one.run_in for one in added)
    desk.same()


def test_enter_backspace_and_level_keys_change_the_structure(desk: Desk) -> None:
    desk.put("措施", after=True)
    desk.key(Qt.Key.Key_Return)
    desk.type("甲")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    desk.type("乙")
    assert desk.headings() == ["一、总体要求", "二、主要任务", "三、保障措施", "四、乙"]
    desk.qtbot.keyClick(desk.paper, Qt.Key.Key_2, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert heading_text(section(desk.draft, 2).children[0]) == "（一）乙"
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_Backspace)
    assert [text_of(block.spans) for block in section(desk.draft, 2).blocks] == ["甲", "乙"]
    desk.key(Qt.Key.Key_Backspace)
    assert [text_of(block.spans) for block in section(desk.draft, 2).blocks] == ["甲乙"]
    desk.same()
    while desk.session.stack.canUndo():
        desk.session.stack.undo()
        desk.same()


def test_a_selection_over_two_sections_is_replaced_in_one_step(desk: Desk) -> None:
    first = desk.draft
    desk.paper.select(desk.place("本计划"), desk.place("任务", "二、"))
    desk.type("新")
    assert desk.draft.document.preamble[0].spans == ("制定新任务",)
    assert desk.session.stack.count() == 1
    desk.session.stack.undo()
    assert desk.draft is first


def test_numbers_cannot_be_reached_and_are_copied_with_the_text(desk: Desk) -> None:
    desk.put("总体")
    desk.key(Qt.Key.Key_Left)
    assert desk.paper.carets.caret.key == desk.place("制定").key
    desk.paper.select(desk.place("总体"), Caret(desk.place("工作").key, 4))
    desk.key(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "一、总体要求\n（一）工作目标"


def test_double_and_triple_click_and_shift_click_select(desk: Desk, qtbot: QtBot) -> None:
    port = desk.paper.viewport()
    point = desk.point(desk.place("定本计划"))
    qtbot.mouseDClick(port, LEFT, pos=point)
    low, high = sorted((desk.paper.carets.caret.offset, desk.paper.carets.anchor.offset))
    assert 0 < high - low < 6
    qtbot.mousePress(port, LEFT, pos=point)
    qtbot.mouseRelease(port, LEFT, pos=point)
    assert sorted((desk.paper.carets.caret.offset, desk.paper.carets.anchor.offset)) == [0, 6]
    desk.put("制定")
    qtbot.mouseClick(port, LEFT, SHIFT, desk.point(replace(desk.place("制定"), offset=3)))


def test_words_from_an_input_method_stand_in_the_text_and_are_one_step(desk: Desk) -> None:
    first = desk.draft
    desk.put("本计划")
    cursor = [QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, 2, 1, None)]
    QApplication.sendEvent(desk.paper, QInputMethodEvent("xin", cursor))
    assert "制定xin本计划。" in desk.lines()
    assert desk.draft is first
    QApplication.sendEvent(desk.paper, QInputMethodEvent("", []))
    assert desk.lines()[1] == "制定本计划。"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("新的")
    QApplication.sendEvent(desk.paper, commit)
    assert desk.draft.document.preamble[0].spans == ("制定新的本计划。",)
    desk.session.stack.undo()
    assert desk.draft is first
    assert desk.paper.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == "制定本计划。"


def test_an_input_method_writes_into_slots_and_cells(desk: Desk) -> None:
    for words, line in (("【企业数量】", "培育nihao企业"), ("做强", "nihao做强")):
        if words.startswith("【"):
            desk.click(words, into=2)
        else:
            desk.put(words)
        QApplication.sendEvent(desk.paper, QInputMethodEvent("nihao", []))
        assert any(line in one for one in desk.lines())
        desk.paper.viewport().repaint()
        QApplication.sendEvent(desk.paper, QInputMethodEvent("", []))
        desk.same()
    commit = QInputMethodEvent("", [])
    commit.setCommitString("三十家")
    desk.click("【企业数量】", into=2)
    QApplication.sendEvent(desk.paper, commit)
    assert desk.draft.slots[0].value == "三十家"


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
def test_a_finding_leads_to_its_words(desk: Desk, place: Place, words: str) -> None:
    desk.panel.go_to(place)
    key, start, end = desk.paper.marks.lit
    assert words_of(*desk.paper.view.find(key))[start:end] == words


def test_a_finding_of_a_place_that_is_gone_leads_nowhere(desk: Desk) -> None:
    desk.panel.go_to(Place("九/（八）", (7,), 0, 1))
    assert desk.paper.marks.lit is None


def test_words_are_found_one_after_the_other_and_round_the_end(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.open_find()
    desk.put("某计划")
    desk.panel.find_bar.words.setText("任务")
    found = []
    for _ in range(3):
        qtbot.keyClick(desk.panel.find_bar.words, Qt.Key.Key_Return)
        found.append(desk.paper.view.find(desk.paper.carets.caret.key)[0].text)
    assert found == ["二、主要任务", "任务", "二、主要任务"]
    assert "共 2 处" in desk.panel.find_bar.count.text()


def test_words_are_replaced_everywhere_in_one_step_in_slots_too(desk: Desk) -> None:
    desk.panel.open_find()
    desk.panel.find_bar.replace_requested.emit("市", "县", True)
    assert text_of(desk.spans(0, 0), slot_texts(desk.draft)).endswith("（责任单位：县工信局、县委金融办）")
    assert desk.draft.slots[1].value == "县委金融办"
    assert desk.session.stack.count() == 1
    desk.same()


def test_zoom_sets_no_line_again(desk: Desk) -> None:
    desk.paper.settle()
    settings = [strip.setting for strip in desk.strips()]
    desk.panel.zoom_by(-2)
    desk.panel.zoom_by(4)
    assert all(a is strip.setting for a, strip in zip(settings, desk.strips(), strict=True))


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


def test_another_zoom_leaves_the_caret_in_its_section(desk: Desk) -> None:
    goals = section(desk.draft, 0, 0).id
    desk.panel.go_to_section(goals)
    entered: list[object] = []
    desk.panel.section_entered.connect(entered.append)
    place = desk.paper.carets
    desk.panel.zoom_by(1)
    assert (desk.panel.section, entered, desk.paper.carets) == (goals, [], place)


def test_what_is_being_composed_outlives_a_change_of_width(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.set_zoom(0.85)
    desk.put("本计划")
    QApplication.sendEvent(desk.paper, QInputMethodEvent("xin", []))
    desk.panel.resize(500, 600)
    qtbot.waitUntil(lambda: desk.paper.zoom < 0.65, timeout=5_000)
    assert "制定xin本计划。" in desk.lines()


def test_rows_and_columns_are_put_in_and_taken_out_by_the_menu_of_a_table(desk: Desk) -> None:
    desk.put("做强")
    sizes = []
    for number in (4, 7, 8, 9):  # above, right, this row, this column
        assert desk.panel.offers.open_menu(QPoint())
        desk.panel.offers.menu.actions()[number].trigger()
        table = section(desk.draft, 1).blocks[1]
        sizes.append((len(table.rows), len(table.columns)))
        desk.same()
    assert sizes == [(2, 2), (2, 3), (1, 3), (1, 2)]
    assert desk.session.stack.count() == 4
    desk.put("制定")
    assert not desk.panel.offers.open_menu(QPoint())


def test_pages_are_printed_and_written_as_the_screen_shows_them(desk: Desk, answers: Any, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_on(printer, desk.draft)
    answers.give("save_as", tmp_path / "written.pdf", tmp_path / "nowhere" / "written.pdf", None)
    for _ in range(3):
        desk.panel.save_pdf()
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in ("printed.pdf", "written.pdf"))
    assert "共 1 页" in answers.told[0]
    assert "nowhere" in answers.errors.pop().message


def test_cells_that_are_one_in_print_are_written_as_one(desk: Desk) -> None:
    cells = tuple((Paragraph(("甲",)), Paragraph((f"{n}项",))) for n in range(3))
    table = Table(("单位", "任务"), cells, merged=(0,))
    desk.session.begin(with_ids(Draft(), Document(preamble=(table,))))
    assert desk.lines()[3:] == ["甲", "0项", "1项", "2项"]
    desk.put("甲", after=True)
    desk.type("乙")
    table = desk.draft.document.preamble[0]
    assert [row[0].spans for row in table.rows] == [("甲乙",)] * 3
    desk.same()
