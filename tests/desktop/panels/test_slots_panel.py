from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from drafter.desktop.models.offers import offers
from drafter.desktop.models.slots import Column, SlotRows, SlotsModel
from drafter.desktop.panels.slot_acts import RowActs, SaidActs
from drafter.desktop.panels.slots import SlotsPanel
from drafter.model.document import SlotId
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, delete_slot, fill, keep
from drafter.model.fact import Place
from drafter.workflow import Said, Settling, Standing

ALT, LEFT = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, draft):
    """The panel in a loop: what it asks for is done to the draft and shown again."""
    panel = SlotsPanel()
    qtbot.addWidget(panel)
    panel.now = draft

    def show(changed: Draft) -> None:
        panel.now = changed
        panel.show(changed)

    panel.fill_requested.connect(lambda slot, value, reason: show(fill(panel.now, slot, value, reason)))
    panel.delete_requested.connect(lambda slot: show(delete_slot(panel.now, slot)))
    panel.resize(1100, 260)
    panel.show()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show(draft)
    return panel


def click(qtbot, panel, slot: int, column: Column) -> None:
    index = panel.filter.mapFromSource(panel.model.index_for(SlotId(slot))).siblingAtColumn(column)
    qtbot.mouseClick(panel.table.viewport(), LEFT, pos=panel.table.visualRect(index).center())


def value(panel, slot: int) -> str:
    return next(one.value for one in panel.now.slots if one.id == slot)


def acts(panel) -> RowActs:
    return panel.table.indexWidget(panel.table.currentIndex().siblingAtColumn(Column.STATE))


def field(panel):
    return panel.table.indexWidget(panel.table.currentIndex())


def test_the_models_keep_the_rules_of_qt(qtmodeltester, draft):
    model = SlotsModel()
    model.show(draft)
    shown = SlotRows(model)
    shown.show_only(SlotState.OPEN, None)
    assert shown.rowCount() == 3
    shown.show_only(SlotState.OPEN, SlotKind.PERIOD)
    assert shown.rowCount() == 1
    qtmodeltester.check(model)
    qtmodeltester.check(shown)


@given(st.lists(st.integers(1, 12), unique=True), st.lists(st.integers(1, 12), unique=True))
def test_any_slots_can_follow_any_others(before, after):
    def draft(numbers):
        return Draft(slots=tuple(Slot(SlotId(n), SlotKind.TARGET, f"名{n}") for n in numbers))

    model = SlotsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers in (before, after):
        model.show(draft(numbers))
        assert [slot.id for slot in model.slots()] == numbers
        assert all(model.index_for(SlotId(n)).row() == row for row, n in enumerate(numbers))
    assert tester.model() is model


def test_only_the_rows_that_changed_are_repainted(draft):
    model = SlotsModel()
    model.show(draft)
    resets, changes = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.show(draft)
    assert changes.count() == 0
    model.show(fill(draft, SlotId(92), "8个"))
    assert [changes.at(i)[0].row() for i in range(changes.count())] == [1]
    assert resets.count() == 0


def test_a_click_on_the_value_types_into_it_and_enter_asks(panel, qtbot):
    click(qtbot, panel, 91, Column.VALUE)
    qtbot.keyClicks(field(panel), "40")
    with qtbot.waitSignal(panel.fill_requested) as filled:
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert filled.args == [91, "40", ""]
    assert panel.chips[SlotState.OPEN].text() == "待填 2"


def test_tab_takes_the_value_and_goes_to_the_next_open_slot(panel, qtbot):
    click(qtbot, panel, 92, Column.VALUE)
    assert field(panel).text() == "12个以上"
    qtbot.keyClick(field(panel), Qt.Key.Key_Tab)
    assert value(panel, 92) == "12个以上"
    assert panel.selected().id == 95
    qtbot.keyClicks(field(panel), "2028")
    qtbot.keyClick(field(panel), Qt.Key.Key_Tab)
    assert panel.selected().id == 91
    assert value(panel, 95) == "2028"


def test_tab_goes_on_where_only_open_slots_are_shown(panel, qtbot):
    qtbot.mouseClick(panel.chips[SlotState.OPEN], LEFT)
    click(qtbot, panel, 91, Column.VALUE)
    qtbot.keyClicks(field(panel), "40")
    qtbot.keyClick(field(panel), Qt.Key.Key_Tab)
    assert panel.filter.rowCount() == 2
    assert panel.selected().id == 92
    assert field(panel) is not None


def test_the_next_open_slot_can_be_asked_for_from_outside(panel):
    panel.table.next_wanted.emit()
    assert panel.selected().id == 91
    panel.select(SlotId(92))
    panel.table.next_wanted.emit()
    assert panel.selected().id == 95


def test_escape_gives_up(panel, qtbot):
    click(qtbot, panel, 91, Column.VALUE)
    qtbot.keyClicks(field(panel), "40")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    assert value(panel, 91) == ""


def test_a_key_on_the_row_begins_to_type(panel, qtbot):
    panel.select(SlotId(91))
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_7)
    assert field(panel).text() == "7"


def test_the_field_offers_the_proposed_and_the_original_value(panel, qtbot, draft):
    click(qtbot, panel, 92, Column.VALUE)
    model = field(panel).completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["12个以上", "30个以上"]
    assert [one.value for one in offers(draft.slots[2])] == ["市委金融办", "市金融局"]


def test_the_buttons_stand_in_the_selected_row_only(panel, qtbot):
    click(qtbot, panel, 91, Column.NAME)
    assert (acts(panel).replace.text(), acts(panel).keep.text(), acts(panel).delete.text()) == ("替换", "保留…", "删去")
    click(qtbot, panel, 93, Column.KIND)
    rows = [panel.table.indexWidget(panel.filter.index(row, Column.STATE)) for row in range(5)]
    assert [row for row, widget in enumerate(rows) if widget] == [2]


def test_replace_takes_the_proposal_or_what_is_typed_or_opens_the_field(panel, qtbot):
    click(qtbot, panel, 92, Column.NAME)
    qtbot.mouseClick(acts(panel).replace, LEFT)
    assert value(panel, 92) == "12个以上"
    click(qtbot, panel, 91, Column.NAME)
    qtbot.mouseClick(acts(panel).replace, LEFT)
    qtbot.keyClicks(field(panel), "40")
    qtbot.mouseClick(acts(panel).replace, LEFT)
    assert value(panel, 91) == "40"
    assert field(panel) is None
    assert acts(panel).replace.text() == "改填"
    qtbot.mouseClick(acts(panel).replace, LEFT)
    assert field(panel).text() == "40"


def test_keep_and_delete_by_button_and_key(panel, qtbot):
    click(qtbot, panel, 91, Column.NAME)
    with qtbot.waitSignal(panel.keep_requested) as kept:
        qtbot.mouseClick(acts(panel).keep, LEFT)
    assert kept.args == [91]
    with qtbot.waitSignal(panel.keep_requested):
        qtbot.keyClick(panel.table, Qt.Key.Key_K, ALT)
    click(qtbot, panel, 91, Column.VALUE)
    with qtbot.waitSignal(panel.keep_requested):
        qtbot.keyClick(field(panel), Qt.Key.Key_K, ALT)
    panel.select(SlotId(93))
    with qtbot.waitSignal(panel.delete_requested) as deleted:
        qtbot.mouseClick(acts(panel).delete, LEFT)
    assert deleted.args == [93]
    assert panel.model.rowCount() == 4


def test_chips_count_filter_and_never_leave_an_empty_table(panel, qtbot):
    assert [chip.text() for chip in panel.chips.values()] == ["全部 5", "待填 3", "已替换 1", "保留 1"]
    qtbot.mouseClick(panel.chips[SlotState.KEPT], LEFT)
    assert panel.filter.rowCount() == 1
    panel.show(fill(panel.now, SlotId(94), "《意见》"))
    qtbot.mouseClick(panel.none_left.button, LEFT)
    assert panel.filter.rowCount() == 5
    assert panel.table.isVisible()


def test_select_shows_a_hidden_row_and_is_silent(panel, qtbot):
    told = []
    panel.slot_selected.connect(told.append)
    qtbot.mouseClick(panel.chips[SlotState.OPEN], LEFT)
    panel.select(SlotId(93))
    assert (panel.selected().id, told) == (93, [])
    click(qtbot, panel, 95, Column.NAME)
    assert told == [95]


def test_the_selected_slot_survives_other_slots_going_and_coming(panel, draft):
    panel.select(SlotId(93))
    panel.show(delete_slot(draft, SlotId(91)))
    assert panel.selected().id == 93
    panel.show(keep(draft, SlotId(92), "国家要求"))
    assert panel.selected().id == 93


def test_no_slots_point_to_the_references(panel, qtbot, draft):
    panel.show(replace(draft, slots=()) if not draft.slots else Draft())
    with qtbot.waitSignal(panel.references_requested):
        qtbot.mouseClick(panel.empty.button, LEFT)


def test_the_next_open_slot_is_opened_for_typing(panel, draft, qtbot):
    panel.show(draft)
    panel.edit_next_open()
    assert panel.selected().id == 91
    panel.edit_next_open()
    assert panel.selected().id == 92


def said_by(region: str, text: str, year: int | None, level: Standing = Standing.PEER) -> Said:
    place = Place("一", (0,), 0, len(text))
    return Said(
        f"{region}行动计划", region, level, "企业", text, 1.0, "家", year, "一", f"培育{text}企业。", "口径相同", place
    )


SAID = {
    SlotId(91): (
        said_by("丙东省", "300家以上", 2026, Standing.SUPERIOR),
        said_by("乙江市", "80家以上", None),
        *(said_by(f"戊{n}市", f"{n}0家以上", 2025) for n in range(1, 9)),
    )
}


def said_acts(panel) -> SaidActs:
    return panel.table.indexWidget(panel.table.currentIndex().siblingAtColumn(Column.SAID))


def test_what_others_say_is_a_button_that_takes_it_with_the_reason(panel, qtbot):
    panel.show_said(SAID)
    click(qtbot, panel, 91, Column.NAME)
    assert [button.text() for button in said_acts(panel).buttons][:1] == ["300家以上（2026年）"]
    assert len(said_acts(panel).buttons) < len(SAID[SlotId(91)])
    qtbot.mouseClick(said_acts(panel).buttons[0], LEFT)
    taken = panel.now.slots[0]
    assert (taken.value, taken.state) == ("300家以上", SlotState.REPLACED)
    assert "丙东省" in taken.reason
    assert taken.reason in panel.note.text()


def test_what_others_say_is_taken_by_key_in_the_row_and_in_the_field(panel, qtbot):
    panel.show_said(SAID)
    panel.select(SlotId(91))
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_2, ALT)
    assert value(panel, 91) == "80家以上"
    click(qtbot, panel, 91, Column.VALUE)
    qtbot.keyClick(field(panel), Qt.Key.Key_1, ALT)
    assert value(panel, 91) == "300家以上"


def test_a_value_chosen_under_the_field_keeps_whose_it_is_as_its_reason(panel, qtbot):
    panel.show_said(SAID)
    click(qtbot, panel, 91, Column.VALUE)
    model = field(panel).completer().model()
    assert [model.index(row, 0).data() for row in (0, 1)] == ["300家以上", "80家以上"]
    qtbot.keyClick(field(panel), Qt.Key.Key_Down)
    popup = field(panel).completer().popup()
    popup.grab()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(popup, key)
    assert field(panel).text() == "80家以上"
    with qtbot.waitSignal(panel.fill_requested):
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert "乙江市" in panel.now.slots[0].reason
    panel.select(SlotId(92))
    assert said_acts(panel).buttons == []


def test_rows_of_one_kind(panel, qtbot):
    assert [panel.kinds.itemText(row) for row in range(panel.kinds.count())] == [
        *("全部类型", "单位 1", "指标 2", "期限 1", "文件 1")
    ]
    panel.kinds.setFocus()
    for _ in range(2):
        qtbot.keyClick(panel.kinds, Qt.Key.Key_Down)
    assert panel.filter.rowCount() == 2
    qtbot.mouseClick(panel.chips[SlotState.KEPT], LEFT)
    assert panel.none_left.isVisible()
    panel.select(SlotId(95))
    assert (panel.selected().id, panel.kinds.currentIndex(), panel.filter.rowCount()) == (95, 0, 5)


def test_back_to_the_source_by_button_and_key(panel, qtbot, draft):
    assert not panel.source.isEnabled()
    panel.select(SlotId(91))
    assert "原文：培育企业100家以上" in panel.note.text()
    with qtbot.waitSignal(panel.source_requested) as went:
        qtbot.mouseClick(panel.source, LEFT)
    assert went.args == [draft.slots[0].source]
    with qtbot.waitSignal(panel.source_requested):
        qtbot.keyClick(panel.table, Qt.Key.Key_O, ALT)


def test_all_that_are_alike_are_settled_at_once(panel, qtbot, draft):
    more = tuple(Slot(SlotId(96 + n), SlotKind.TARGET, f"项目{n}", "30个以上", proposal=f"{n}个") for n in range(2))
    panel.now = replace(draft, slots=(*draft.slots, *more))
    panel.show(panel.now)
    panel.select(SlotId(91))
    assert not panel.alike.isEnabled()
    panel.select(SlotId(92))
    assert panel.alike.text() == "相同项 3…"
    qtbot.mouseClick(panel.alike, LEFT)
    assert [action.text() for action in panel.alike_menu.actions()] == [
        *("3 项都填“12个以上”", "3 项待填的各按建议填", "3 项都保留原文…", "3 项都删去")
    ]
    with qtbot.waitSignal(panel.settle_all_requested) as settled:
        qtbot.keyClick(panel.alike_menu, Qt.Key.Key_Return)
    assert settled.args == [(92, 96, 97), Settling.REPLACE, "12个以上"]
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_A, ALT)
    assert panel.alike_menu.isVisible()
    qtbot.keyClick(panel.alike_menu, Qt.Key.Key_Escape)
