"""From the very first start to a Word file, by mouse and keys, and the file read back."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from drafter import workflow
from drafter.desktop.dialogs.new_draft import NewDraft
from drafter.desktop.sheet.carets import Caret, chips
from drafter.desktop.sheet.paper import Paper
from drafter.desktop.window import MainWindow
from drafter.model.draft import SlotState, open_slots, slot_texts
from drafter.model.walk import heading_text, sections, text_of

LEFT = Qt.MouseButton.LeftButton


def fill_in(dialog: QDialog, qtbot: QtBot) -> None:
    assert isinstance(dialog, NewDraft)
    dialog.theme_words.setFocus()
    qtbot.keyClicks(dialog.theme_words, "VR")
    dialog.first.setValue(2026)
    dialog.last.setValue(2028)
    assert "VR" in dialog.preview.text()
    assert "2026—2028年" in dialog.preview.text()


def click_row(qtbot: QtBot, view: QTreeView, index: QModelIndex, *, twice: bool = False) -> None:
    view.scrollTo(index)
    point = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=point)
    if twice:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=point)


def plan_of(window: MainWindow, place: str) -> QModelIndex:
    model = window.parts.library.model
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return model.index(0, 0, next(index for index in rows if place in str(index.data())))


def slot_point(paper: Paper, slot: int) -> QPoint:
    """The middle of the first use of a slot."""
    found = ((strip, number, chip) for strip, number in paper.view.fields() for chip in chips(strip, number))
    strip, number, chip = next(one for one in found if one[2].slot == slot)
    place = Caret(strip.key(number), (chip.start + chip.end) // 2)
    paper.centre(place)
    return paper.rectangle_of(place).center().toPoint()


def write(paper: Paper, text: str) -> None:
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(paper, event)


def test_from_the_first_start_to_the_exported_file(
    window: MainWindow, answers: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    parts = window.parts
    qtbot.waitUntil(lambda: parts.library.model.rowCount() > 0 and bool(parts.start_page.cards), timeout=20_000)
    assert len(parts.material.library.entries()) == 5

    # the city, by keys: 以后再选 stands last
    parts.start_page.city.setFocus()
    while "威海市" not in parts.start_page.city.currentText():
        qtbot.keyClick(parts.start_page.city, Qt.Key.Key_Up)
    assert window.settings.locality() == "威海市"

    # a new draft, from the card on the start page
    answers.give("form", lambda dialog: fill_in(dialog, qtbot))
    qtbot.mouseClick(parts.start_page.cards["行动计划"], LEFT)
    qtbot.waitUntil(lambda: parts.session.draft is not None, timeout=10_000)
    assert window.toolbar.isVisible()
    before = parts.session.draft
    assert before.locality.name == "威海市"

    # two plans open side by side, by double click
    for place in ("济南", "武汉"):
        click_row(qtbot, parts.library.tree, plan_of(window, place), twice=True)
    qtbot.waitUntil(lambda: len(parts.references.panes) == 2, timeout=10_000)

    # a section is picked with its button, after the section selected in the outline
    outline = parts.outline.tree
    first = parts.outline.model.index(0, 0)
    click_row(qtbot, outline, parts.outline.model.index(0, 0, first))
    pane = next(iter(parts.references.panes.values()))
    button = next(one for one in pane.findChildren(QPushButton) if one.isVisible() and "摘入" in one.text())
    count = parts.session.stack.count()
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: parts.session.stack.count() == count + 1, timeout=20_000)
    assert parts.session.stack.undoText().startswith("摘入“")
    after = parts.session.draft
    assert len(list(sections(after.document))) > len(list(sections(before.document)))

    # undo and redo it with keys
    qtbot.keyClick(parts.sheet.paper, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert parts.session.draft is before
    qtbot.keyClick(parts.sheet.paper, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert parts.session.draft is after

    # an open slot is filled: clicked on the sheet, typed into its row
    waiting = open_slots(after)[0]
    parts.sheet.select_slot(waiting.id)
    mark = slot_point(parts.sheet.paper, waiting.id)
    qtbot.mouseClick(parts.sheet.paper.viewport(), LEFT, pos=mark)
    assert parts.slots.selected().id == waiting.id
    write(parts.sheet.paper, "ABC")
    filled = next(slot for slot in parts.session.draft.slots if slot.id == waiting.id)
    assert (filled.value, filled.state) == ("ABC", SlotState.REPLACED)

    # the first heading is renamed in place
    parts.sheet.go_to_section(parts.session.draft.document.sections[0].id)
    parts.sheet.paper.setFocus()
    qtbot.keyClick(parts.sheet.paper, Qt.Key.Key_F2)
    write(parts.sheet.paper, "General")
    assert text_of(parts.session.draft.document.sections[0].title) == "General"

    # and moved down by key; everything is renumbered
    moved = parts.session.draft.document.sections[0]
    qtbot.keyClick(
        parts.sheet.paper, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert parts.session.draft.document.sections[1].id == moved.id
    assert heading_text(parts.session.draft.document.sections[1]) == "二、General"

    # saved by key
    saved = tmp_path / "plan.draft.json"
    answers.give("save_as", saved)
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not parts.session.modified, timeout=10_000)
    assert workflow.open_draft(saved) == parts.session.draft
    assert window.settings.recent() == (saved,)

    # exported by key, under a name that is taken: the file that is there stays
    taken = tmp_path / "plan.docx"
    taken.write_bytes(b"mine")
    answers.give("form", lambda dialog: dialog.set_path(taken))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    exported = tmp_path / "plan-2.docx"
    qtbot.waitUntil(lambda: len(answers.forms) == 3, timeout=20_000)
    assert taken.read_bytes() == b"mine"
    assert any("plan-2.docx" in label.text() for label in answers.forms[2].findChildren(QLabel))
    read = workflow.read(exported)
    shown = [heading_text(one, slot_texts(parts.session.draft)) for _, one in sections(parts.session.draft.document)]
    assert [heading_text(one) for _, one in sections(read)] == shown
