"""检查: counted by severity, with reason, basis and fix; put aside and brought back; driven by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from drafter.desktop.panels.findings import ASIDE, FindingsPanel
from drafter.model.document import ParagraphId
from drafter.model.draft import Draft, slot_texts
from drafter.model.edits import set_paragraph
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.fixing import fix, heed, ignore
from drafter.model.walk import find_section, text_of
from drafter.workflow.rule_names import RULE_NAMES

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
ERROR, DOUBT, HINT = Severity


def finding(rule: str, severity: Severity, text: str, start: int, suggestion: str | None = None) -> Finding:
    place = Place("一/（二）", (0,), start, start + len(text))
    return Finding(rule, severity, f"{text}不对。", place, text, suggestion)


FINDINGS = (
    finding("foreign-place", ERROR, "在汉", 2, "在丁"),
    finding("two-names", DOUBT, "在汉落地", 2, "在当地落地"),
    finding("outdated-wording", DOUBT, "旧话", 8),
    Finding("length-budget", HINT, "全文太长。", Place("", (), 0, 0), ""),
)


@pytest.fixture
def draft(draft) -> Draft:
    return set_paragraph(draft, ParagraphId(21), ("成果在汉落地，旧话。",))


@pytest.fixture
def panel(qtbot, draft):
    """The panel in a loop: what it asks for is done to the draft and shown again; what is fixed is found no more."""
    panel = FindingsPanel()
    qtbot.addWidget(panel)
    panel.now = draft
    panel.went, panel.told = [], []

    def show(changed: Draft) -> None:
        panel.now = changed
        panel.show_draft(changed)

    def fixed(one: Finding) -> None:
        show(fix(panel.now, one))
        panel.show(tuple(other for other in panel._findings if other != one))

    panel.finding_selected.connect(panel.went.append)
    panel.told_changed.connect(panel.told.append)
    panel.fix_requested.connect(fixed)
    panel.ignore_requested.connect(lambda one: show(ignore(panel.now, one, "合作地")))
    panel.heed_requested.connect(lambda one: show(heed(panel.now, one)))
    panel.closed_changed.connect(panel.show_closed)
    panel.resize(1100, 320)
    panel.show()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.begin(draft)
    panel.show(FINDINGS)
    return panel


def chips(panel) -> list[str]:
    return [chip.text() for chip in panel.chips.values()]


def click(qtbot, panel, row: int) -> None:
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=panel.list.visualRect(panel.model.index(row, 0)).center())


def words(panel) -> str:
    return "\n".join(label.text() for label in panel.detail.findChildren(QLabel) if label.isVisibleTo(panel))


def shown(panel) -> str:
    return text_of(find_section(panel.now.document, "一/（二）")[1].blocks[0].spans, slot_texts(panel.now))


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, panel):
    qtmodeltester.check(panel.model)


def test_groups_have_counts_and_a_chip_shows_one(panel, qtbot):
    assert chips(panel) == ["全部 4", "必错 1", "疑似 2", "提示 1", "已忽略 0"]
    qtbot.mouseClick(panel.chips[DOUBT], LEFT)
    assert [row.finding.rule for row in panel.model.rows] == ["two-names", "outdated-wording"]
    assert panel.count.text() == "第 1 / 2 条"


def test_a_click_leads_to_the_place_and_tells_all_about_it(panel, qtbot):
    click(qtbot, panel, 0)
    assert panel.went == [FINDINGS[0].place]
    told = words(panel)
    assert "在汉不对。" in told
    assert RULE_NAMES["foreign-place"].basis in told
    assert "甲州市" in told
    assert panel.detail.fix.text() == "改为“在丁”"


def test_both_are_shown_where_two_rules_disagree(panel, qtbot):
    click(qtbot, panel, 0)
    assert RULE_NAMES["two-names"].name in words(panel)
    see = next(one for one in panel.detail.findChildren(QPushButton) if one.text() == "看这条")
    qtbot.mouseClick(see, LEFT)
    assert panel.current() == FINDINGS[1]
    assert RULE_NAMES["foreign-place"].name in words(panel)


def test_arrows_and_enter_work_through_the_list(panel, qtbot):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.went == [FINDINGS[1].place]
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert shown(panel) == "成果在丁落地，旧话。"
    assert panel.current() == FINDINGS[1]
    assert panel.list.hasFocus()


def test_a_fix_by_button_and_none_where_the_words_have_changed(panel, qtbot):
    click(qtbot, panel, 1)
    panel.now = set_paragraph(panel.now, ParagraphId(21), ("别的。",))
    panel.show_draft(panel.now)
    click(qtbot, panel, 0)
    assert not panel.detail.fix.isVisible()
    assert "应为" in words(panel)


def test_ignored_this_once_and_brought_back(panel, qtbot):
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(2))
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert chips(panel)[0::4] == ["全部 3", "已忽略 1"]
    assert FINDINGS[2] not in panel.told[-1]
    qtbot.mouseClick(panel.chips[ASIDE], LEFT)
    click(qtbot, panel, 0)
    assert "忽略本次" in words(panel)
    qtbot.mouseClick(panel.detail.heed, LEFT)
    assert panel.none_left.isVisible()
    qtbot.mouseClick(panel.none_left.button, LEFT)
    assert chips(panel)[0] == "全部 4"


def test_ignored_for_ever_is_kept_with_the_draft(panel, qtbot):
    click(qtbot, panel, 0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return, SHIFT)
    assert [(one.rule, one.text, one.reason) for one in panel.now.ignored] == [("foreign-place", "在汉", "合作地")]
    qtbot.mouseClick(panel.chips[ASIDE], LEFT)
    click(qtbot, panel, 0)
    assert "永久忽略：合作地" in words(panel)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.now.ignored == ()
    assert chips(panel)[0] == "全部 4"


def test_a_rule_is_closed_by_button_and_opened_in_the_menu_of_rules(panel, qtbot):
    click(qtbot, panel, 2)
    qtbot.mouseClick(panel.detail.close_rule, LEFT)
    assert chips(panel)[0::4] == ["全部 3", "已忽略 1"]
    panel.rules_menu.aboutToShow.emit()
    action = next(one for one in panel.rules_menu.actions() if one.text() == RULE_NAMES["outdated-wording"].name)
    assert not action.isChecked()
    action.trigger()
    assert chips(panel)[0] == "全部 4"


def test_another_draft_forgets_what_was_ignored_once(panel, qtbot, draft):
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.begin(replace(draft, next_id=draft.next_id + 1))
    assert panel.empty.isVisible()
    panel.show(FINDINGS)
    assert chips(panel)[0] == "全部 4"


def test_the_full_finding_stands_beside_the_list_or_under_it(panel):
    assert panel.splitter.orientation() == Qt.Orientation.Horizontal
    panel.resize(400, 700)
    assert panel.splitter.orientation() == Qt.Orientation.Vertical


def test_stepping_goes_round_and_keeps_the_keys(panel, qtbot):
    panel.list.setFocus()
    for _ in range(4):
        panel.step(1)
    assert panel.current() == FINDINGS[0]
    panel.step(-1)
    assert panel.current() == FINDINGS[3]
    assert panel.list.hasFocus()
