from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from drafter.desktop.delegates.marks import places_of
from drafter.desktop.models.entries import EntriesModel
from drafter.desktop.models.hits import HitsModel
from drafter.desktop.models.sources import short_place
from drafter.desktop.panels.library import SEARCH_DELAY, LibraryPanel


@pytest.fixture
def panel(qtbot, entries):
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.resize(264, 500)
    panel.show()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show(entries)
    return panel


def centre(view, index) -> QPoint:
    return view.visualRect(index).center()


def double_click(qtbot, view, index) -> None:
    for act in (qtbot.mouseClick, qtbot.mouseDClick):
        act(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, index))


def test_the_models_keep_the_rules_of_qt(qtmodeltester, entries, hits):
    tree, results = EntriesModel(), HitsModel()
    tree.show(entries)
    results.show(hits)
    qtmodeltester.check(tree)
    qtmodeltester.check(results)


def test_plans_stand_under_their_place_newest_first_and_unknown_places_last(panel):
    model = panel.model
    places = [model.index(row, 0) for row in range(model.rowCount())]
    assert [place.data() for place in places] == ["乙江市", "甲州市", "地区不明"]
    newest_first = [model.index(row, 0, places[1]).data(Qt.ItemDataRole.UserRole) for row in range(2)]
    assert newest_first == ["k3", "k1"]


def test_a_title_is_shown_without_its_place_and_period(panel):
    place = panel.model.index(1, 0)
    assert panel.model.index(0, 0, place).data() == "促进产业发展行动计划"


def test_double_click_and_enter_open_a_plan(panel, qtbot):
    index = panel.model.index_of(panel.model.keys()["k2"])
    with qtbot.waitSignal(panel.open_requested) as opened:
        double_click(qtbot, panel.tree, index)
    assert opened.args == ["k2"]
    panel.tree.setFocus()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=centre(panel.tree, index))
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert opened.args == ["k2"]


def test_enter_on_a_place_folds_it_and_it_stays_folded(panel, qtbot, entries):
    panel.tree.setFocus()
    panel.tree.setCurrentIndex(panel.model.index(1, 0))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert not panel.tree.isExpanded(panel.model.index(1, 0))
    panel.show(entries[:3])
    assert not panel.tree.isExpanded(panel.model.index(1, 0))
    assert panel.tree.isExpanded(panel.model.index(0, 0))


def test_typing_asks_once_after_a_quiet_moment(panel, qtbot):
    asked = []
    panel.search_requested.connect(asked.append)
    qtbot.keyClicks(panel.field, "wenlv ab")
    assert asked == []
    qtbot.wait(SEARCH_DELAY + 100)
    assert asked == ["wenlv ab"]


def test_enter_in_the_field_asks_at_once(panel, qtbot):
    with qtbot.waitSignal(panel.search_requested, timeout=100) as asked:
        qtbot.keyClicks(panel.field, "ab")
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert asked.args == ["ab"]


def test_hits_are_listed_opened_at_their_place_and_cleared_again(panel, qtbot, hits):
    panel.field.setText("旅游")
    panel.show_hits(hits)
    assert panel.results.isVisible()
    assert panel.found.text() == "4 节，来自 4 份资料"
    index = panel.hits_model.index(1)
    with qtbot.waitSignal(panel.open_at_requested) as opened:
        double_click(qtbot, panel.results, index)
    assert opened.args == ["k2", "二/2."]
    with qtbot.waitSignal(panel.search_requested) as asked:
        panel.field.clear()
    assert asked.args == [""]
    assert panel.tree.isVisible()


def test_no_hit_says_so_and_its_button_brings_the_tree_back(panel, qtbot):
    panel.field.setText("没有的词")
    panel.show_hits(())
    qtbot.mouseClick(panel.nothing.button, Qt.MouseButton.LeftButton)
    assert panel.tree.isVisible()
    assert panel.field.text() == ""


def test_new_entries_do_not_push_a_search_away(panel, entries, hits):
    panel.show_hits(hits)
    panel.show(entries[:1])
    assert panel.results.isVisible()


def test_an_empty_library_offers_to_import(panel, qtbot):
    panel.show(())
    with qtbot.waitSignal(panel.import_requested):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)


def test_the_menu_of_a_plan_opens_and_removes_it(panel, qtbot):
    menu = panel.menu_for(panel.model.index_of(panel.model.keys()["k1"]))
    assert [action.text() for action in menu.actions()] == [
        "打开为参考", "校正结构…", "标签…", "备注…", "打开原文件", "从原文件重读", "", "移出资料库",
    ]  # fmt: skip
    for at, wish in ((2, panel.tag_requested), (3, panel.note_requested), (5, panel.reread_requested)):
        with qtbot.waitSignal(wish) as wished:
            menu.actions()[at].trigger()
        assert wished.args == ["k1"]
    with qtbot.waitSignal(panel.remove_requested) as removed:
        menu.actions()[-1].trigger()
    assert removed.args == ["k1"]
    assert panel.menu_for(panel.model.index(0, 0)) is None


def test_the_plans_are_grouped_by_kind_year_or_tag(panel, entries):
    def groups() -> list[str]:
        return [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]

    by = {action.text(): action for action in panel.more_button.menu().actions()}
    by["按年份"].trigger()
    assert groups() == ["2024", "2023", "2022", "年份不明"]
    by["按文种"].trigger()
    assert groups() == ["行动计划"]
    panel.show((replace(entries[0], tags=("重点",)), *entries[1:]))
    by["按标签"].trigger()
    assert groups() == ["重点", "没有标签"]
    by["按地区"].trigger()
    assert groups() == ["乙江市", "甲州市", "地区不明"]


def test_emptying_the_library_is_asked_for_in_the_menu(panel, qtbot):
    clear = panel.more_button.menu().actions()[-1]
    assert clear.text() == "清空资料库…"
    with qtbot.waitSignal(panel.clear_requested):
        clear.trigger()


def test_an_interrupted_import_is_offered_to_go_on(panel, qtbot):
    assert not panel.pending.isVisible()
    panel.show_pending(7)
    assert panel.pending.isVisible()
    for button, wish in ((panel.resume_button, panel.resume_requested), (panel.forget_button, panel.forget_requested)):
        with qtbot.waitSignal(wish):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel.show_pending(0)
    assert not panel.pending.isVisible()


def test_words_that_may_be_meant_are_offered_and_searched_for(panel, qtbot):
    panel.field.setText("dikong")
    panel.show_suggested(("低空", "地空"))
    panel.show_hits(())
    assert panel.nothing.button.text() == "查找“低空”"
    qtbot.mouseClick(panel.nothing.button, Qt.MouseButton.LeftButton)
    assert panel.field.text() == "低空"
    panel.show_refused("一次最多查找 32 个词。")
    assert panel.nothing.isVisible()


def test_dropped_files_and_folders_are_handed_on(panel, qtbot, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("mailto:somebody")])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(20, 100), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(panel, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(panel.files_dropped) as dropped:
        QApplication.sendEvent(panel, QDropEvent(QPointF(20, 100), Qt.DropAction.CopyAction, data, left, none))
    assert dropped.args == [[tmp_path]]


@pytest.mark.parametrize(
    ("region", "short"),
    [
        ("济南市", "济南"),
        ("山东省", "山东"),
        ("广西壮族自治区", "广西"),
        ("沂县", "沂县"),
        ("", ""),
        ("荣成市", "荣成"),
    ],
)
def test_a_place_has_its_short_name(region, short):
    assert short_place(region) == short


def test_every_place_of_a_word_is_lit_whatever_its_case():
    assert places_of("VR与vr，旅游", ("vr", "旅游")) == [(0, 2), (3, 2), (6, 2)]
