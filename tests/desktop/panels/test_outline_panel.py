from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit

from drafter.desktop.models.outline import OutlineModel
from drafter.desktop.panels.outline import OutlinePanel
from drafter.model.document import SectionId, SlotId
from drafter.model.draft import Draft, fill
from drafter.model.edits import Spot, move_section, remove_section, set_heading
from drafter.model.walk import section_length

MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def panel(qtbot, draft):
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.resize(264, 400)
    panel.show()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show(draft)
    return panel


def dropped(panel, moved: int, target: int | None, row: int):
    """What the panel asks for when a section is dropped before a row of a target."""
    model, asked = panel.model, []
    panel.move_requested.connect(lambda *wish: asked.append(wish))
    parent = QModelIndex() if target is None else model.index_for(SectionId(target))
    data = model.mimeData([model.index_for(SectionId(moved))])
    assert not model.dropMimeData(data, MOVE, row, 0, parent)
    return asked


def numbers(panel) -> list[str]:
    return [heading.number + heading.title for heading in panel.model.headings()]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, draft):
    model = OutlineModel()
    model.show(draft)
    qtmodeltester.check(model)


def test_every_section_says_its_length_and_what_waits_in_it(panel, draft):
    rows = {heading.section: heading for heading in panel.model.headings()}
    shown = {slot.id: slot.shown for slot in draft.slots}
    for section in draft.document.sections:
        assert rows[section.id].characters == section_length(section, lambda reference: shown[reference.slot])
    assert (rows[3].waiting, rows[1].waiting, rows[1].waiting_below) == (3, 0, 3)
    assert (rows[3].region, rows[3].hue, rows[5].hue, rows[6].hue) == ("甲州市", 0, 1, -1)


def test_filling_a_slot_repaints_only_the_rows_it_changes(panel, draft):
    resets, changes = QSignalSpy(panel.model.modelReset), QSignalSpy(panel.model.dataChanged)
    panel.show(draft)
    assert (resets.count(), changes.count()) == (0, 0)
    panel.show(fill(draft, SlotId(91), "40家"))
    assert resets.count() == 0
    assert {changes.at(i)[0].data()[-4:] for i in range(changes.count())} == {"总体要求", "工作目标"}


def test_a_click_selects_and_says_so_while_select_is_silent(panel, qtbot):
    told = []
    panel.section_selected.connect(told.append)
    panel.select(SectionId(5))
    assert (panel.selected(), told) == (5, [])
    rect = panel.tree.visualRect(panel.model.index_for(SectionId(3)))
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert (panel.selected(), told) == (3, [3])
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    assert told == [3, 4]
    panel.select(SectionId(77))
    assert panel.selected() is None


def test_folds_and_selection_survive_a_change_of_the_tree(panel, draft):
    panel.select(SectionId(5))
    panel.tree.collapse(panel.model.index_for(SectionId(1)))
    panel.show(move_section(draft, SectionId(6), Spot(None, 0)))
    assert numbers(panel)[0] == "一、保障措施"
    assert panel.selected() == 5
    assert not panel.tree.isExpanded(panel.model.index_for(SectionId(1)))
    assert panel.tree.isExpanded(panel.model.index_for(SectionId(4)))


def test_when_the_selected_section_goes_its_neighbour_is_selected(panel, draft):
    panel.select(SectionId(6))
    panel.show(remove_section(draft, SectionId(6)))
    assert panel.selected() == 5
    panel.show(Draft())
    assert panel.selected() is None


def test_f2_renames(panel, qtbot, draft):
    panel.select(SectionId(4))
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    editor = panel.tree.findChild(QLineEdit)
    assert editor.text() == "主要任务"
    editor.selectAll()
    qtbot.keyClicks(editor, "ABC")
    with qtbot.waitSignal(panel.rename_requested) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [4, "ABC"]
    panel.show(set_heading(draft, SectionId(4), ("ABC",)))
    assert "二、ABC" in numbers(panel)


def test_delete_asks_to_remove(panel, qtbot):
    panel.select(SectionId(5))
    with qtbot.waitSignal(panel.remove_requested) as removed:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert removed.args == [5]


@pytest.mark.parametrize(
    ("moved", "target", "row", "asked"),
    [
        (6, None, 0, (6, None, 0)),
        (1, None, 3, (1, None, 2)),  # down among its siblings: counted without itself
        (2, 1, 2, (2, 1, 1)),
        (6, 4, -1, (6, 4, 1)),  # dropped on a row: the last under it
        (3, 4, 0, (3, 4, 0)),
    ],
)
def test_a_drop_asks_for_the_place_counted_without_the_section(panel, draft, moved, target, row, asked):
    assert dropped(panel, moved, target, row) == [asked]
    panel.show(move_section(draft, SectionId(asked[0]), Spot(asked[1], asked[2])))
    index = panel.model.index_for(SectionId(moved))
    assert index.row() == asked[2]


@pytest.mark.parametrize(("moved", "target", "row"), [(1, 1, 0), (1, 3, 0), (1, None, 1), (1, None, 0)])
def test_a_drop_into_itself_or_where_it_stands_asks_nothing(panel, moved, target, row):
    assert dropped(panel, moved, target, row) == []


def test_headings_cannot_be_dropped_deeper_than_they_go(panel, draft):
    deep = draft.document.sections[0]
    for level in range(2, 6):
        deep = replace(deep, children=(replace(draft.document.sections[2], id=SectionId(50 + level)), deep))
    model = panel.model
    assert model.may_go(5, 3)
    panel.show(replace(draft, document=replace(draft.document, sections=(deep, draft.document.sections[2]))))
    last = len(model.headings()) - 1
    deepest = max(range(len(model.headings())), key=lambda node: len(model._way_up(node)))
    assert not model.may_go(last, deepest)


@pytest.mark.parametrize(
    ("section", "key", "asked"),
    [
        (6, Qt.Key.Key_Up, (6, None, 1)),
        (2, Qt.Key.Key_Down, (2, 1, 1)),
        (5, Qt.Key.Key_Left, (5, None, 2)),
        (6, Qt.Key.Key_Right, (6, 4, 1)),
    ],
)
def test_alt_shift_and_an_arrow_moves_a_section(panel, qtbot, section, key, asked):
    panel.select(SectionId(section))
    with qtbot.waitSignal(panel.move_requested) as moved:
        qtbot.keyClick(panel.tree, key, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert tuple(moved.args) == asked


def test_an_empty_draft_offers_to_start_one(panel, qtbot):
    panel.show(Draft())
    with qtbot.waitSignal(panel.new_requested):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
