"""The window as a whole: nothing is lost, errors are told, layouts are real."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter import workflow
from drafter.desktop import app, theme
from drafter.desktop.ask import Unsaved
from drafter.desktop.dialogs.importing import ImportReport
from drafter.desktop.sheet.strips import words_of
from drafter.errors import DrafterError
from drafter.model.corrections import Row
from drafter.model.draft import open_slots, slot_texts
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.walk import sections, text_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def drafting(window: Any, qtbot: QtBot) -> Any:
    """A window with a new draft in it that is in no file yet."""
    qtbot.waitUntil(lambda: bool(window.parts.files.given.outlines), timeout=20_000)
    given = window.parts.files.given
    window.parts.session.begin(workflow.start_draft(given.outlines[0], given.localities[1]), saved=False)
    return window


def test_closing_asks_about_what_is_not_saved(drafting: Any, answers: Any, qtbot: QtBot, tmp_path: Path) -> None:
    answers.give("unsaved", Unsaved.CANCEL)
    assert not drafting.close()
    assert drafting.isVisible()
    saved = tmp_path / "a.draft.json"
    draft = drafting.parts.session.draft
    answers.give("unsaved", Unsaved.SAVE)
    answers.give("save_as", saved)
    drafting.close()
    qtbot.waitUntil(lambda: not drafting.isVisible(), timeout=10_000)
    assert workflow.open_draft(saved) == draft


def test_giving_up_the_save_name_keeps_the_window_open(drafting: Any, answers: Any) -> None:
    answers.give("unsaved", Unsaved.SAVE)
    answers.give("save_as", None)
    assert not drafting.close()
    assert drafting.parts.session.draft is not None


def test_a_draft_that_cannot_be_opened_is_told_and_the_open_one_stays(
    drafting: Any, answers: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.draft.json"
    broken.write_text("{", "utf-8")
    draft = drafting.parts.session.draft
    answers.give("unsaved", Unsaved.DISCARD)
    answers.give("open_draft_file", broken)
    qtbot.keyClick(drafting, Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=10_000)
    assert "broken.draft.json" in str(answers.errors.pop())
    assert drafting.parts.session.draft is draft


def test_a_file_that_cannot_be_written_is_told_and_the_draft_stays_unsaved(
    drafting: Any, answers: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    answers.give("save_as", tmp_path / "file" / "a.draft.json")
    qtbot.keyClick(drafting, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=10_000)
    answers.errors.clear()
    assert drafting.parts.session.modified


def test_a_bad_file_is_told_with_the_reason_and_the_good_ones_are_read(
    window: Any, answers: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: window.parts.material.library is not None, timeout=20_000)
    good, bad = tmp_path / "好.txt", tmp_path / "坏.docx"
    good.write_text("某市数字经济行动计划\n一、总体要求\n（一）指导思想。坚持数字化发展。\n", "utf-8")
    bad.write_bytes(b"not a zip")
    answers.give("open_files", [good, bad, good])
    qtbot.keyClick(window, Qt.Key.Key_I, CONTROL)
    qtbot.waitUntil(lambda: window.findChild(ImportReport) is not None, timeout=10_000)
    report = window.findChild(ImportReport)
    assert report.isVisible()
    qtbot.waitUntil(report.stop_button.isHidden, timeout=20_000)
    rows = [report.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert rows[0].startswith("好.txt，已入库，行动计划　2 节")
    assert rows[1].startswith("坏.docx，未能读取，")
    assert rows[2].startswith("好.txt，库中已有")
    assert report.counts.text() == "已入库 2　未能读取 1"
    assert len(window.parts.material.library.entries()) == 6
    qtbot.mouseClick(report.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("坏.docx\n")
    report.list.setCurrentIndex(report.model.index(0))
    qtbot.mouseClick(report.correct_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(answers.forms), timeout=10_000)
    qtbot.mouseClick(report.close_button, Qt.MouseButton.LeftButton)


def test_an_import_can_be_stopped_and_keeps_what_was_read(window: Any, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: window.parts.material.library is not None, timeout=20_000)
    for number in range(1, 31):
        text = f"第{number}市数字经济行动计划\n一、总体要求\n（一）指导思想。坚持数字化发展第{number}条。\n"
        (tmp_path / f"{number:02}.txt").write_text(text, "utf-8")
    window.parts.material.import_files([tmp_path])
    qtbot.waitUntil(lambda: window.findChild(ImportReport) is not None, timeout=10_000)
    report = window.findChild(ImportReport)
    qtbot.waitUntil(lambda: len(report.model.outcomes) >= 2, timeout=10_000)
    qtbot.mouseClick(report.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(report.stop_button.isHidden, timeout=10_000)
    read = len(report.model.outcomes)
    assert 2 <= read < 30
    assert len(window.parts.material.library.entries()) == 5 + read
    assert f"没有导入 {30 - read}" in report.counts.text()


def test_files_dropped_on_the_window_are_opened_or_read(
    drafting: Any, answers: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    saved = tmp_path / "dropped.draft.json"
    workflow.save_draft(drafting.parts.session.draft, saved)
    drafting.parts.session.stack.setClean()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drafting.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: drafting.parts.session.path == saved, timeout=10_000)


def test_a_fault_of_the_program_is_shown_with_a_report_and_the_draft_stays(drafting: Any, answers: Any) -> None:
    draft = drafting.parts.session.draft
    app.report_bug(KeyError, KeyError("slot"), None)
    assert "KeyError" in answers.bugs[0]
    assert "slot" not in answers.bugs[0], "an error's words may be those of a document"
    assert "Qt" in answers.bugs[0]
    assert drafting.parts.session.draft is draft
    app.report_bug(DrafterError, DrafterError("没有。"), None)
    assert answers.errors.pop().message == "没有。"


def test_a_new_heading_and_paragraph_are_written_at_once_and_go_away_when_left_empty(
    drafting: Any, qtbot: QtBot
) -> None:
    parts = drafting.parts
    before = parts.session.draft
    parts.sheet.go_to_section(before.document.sections[0].id)
    for key, modifiers in (
        (Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Return, CONTROL),
    ):
        qtbot.keyClick(parts.sheet.paper, key, modifiers)
        assert parts.session.draft != before
        qtbot.keyClick(parts.sheet.paper, Qt.Key.Key_Escape)
        assert parts.session.draft.document == before.document
        assert parts.section() == parts.sheet.section == before.document.sections[0].id
    qtbot.keyClick(parts.sheet.paper, Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(parts.sheet.paper, "New")
    added = parts.session.draft.document.sections[1]
    assert (str(added.number), added.title) == ("二、", ("New",))
    assert str(parts.session.draft.document.sections[2].number) == "三、"


def test_a_slot_kept_needs_a_reason(drafting: Any, answers: Any) -> None:
    parts = drafting.parts
    slot = open_slots(parts.session.draft)[0]
    answers.give("text", "")
    parts.slots.keep_requested.emit(slot.id)
    assert parts.session.stack.count() == 0
    answers.give("text", "上级文件的叫法")
    parts.slots.keep_requested.emit(slot.id)
    kept = next(one for one in parts.session.draft.slots if one.id == slot.id)
    assert (kept.state, kept.reason) == ("kept", "上级文件的叫法")


def test_findings_are_listed_counted_and_lead_to_their_place(drafting: Any, qtbot: QtBot) -> None:
    parts = drafting.parts
    title = text_of(parts.session.draft.document.sections[0].title, slot_texts(parts.session.draft))
    finding = Finding("leftovers", Severity.ERROR, "别处的名称", Place("一", (), 0, 2), title[:2])
    parts.checker.findings_changed.emit((finding,))
    qtbot.keyClick(drafting, Qt.Key.Key_F8)
    key, start, end = parts.sheet.paper.marks.lit
    assert words_of(*parts.sheet.paper.view.find(key))[start:end] == title[:2]
    assert parts.lower.tabText(1).endswith("1")


def test_a_leftover_in_the_text_is_found_by_itself(drafting: Any, qtbot: QtBot) -> None:
    parts = drafting.parts
    section = parts.session.draft.document.sections[0]
    parts.wishes.set_heading(section.id, ("武汉市的要求",))
    qtbot.waitUntil(lambda: parts.findings.model.rowCount() > 0, timeout=20_000)
    assert "武汉" in parts.findings.model.rows[0].finding.text


def test_the_layouts_show_what_they_say(drafting: Any, qtbot: QtBot) -> None:
    seen = {}
    for number, name in ((1, "collect"), (2, "write"), (3, "review")):
        qtbot.keyClick(drafting, getattr(Qt.Key, f"Key_{number}"), CONTROL)
        seen[name] = [dock.isVisible() for dock in drafting.docks.all()]
    assert seen == {
        "collect": [False, True, True, False],
        "write": [True, True, True, True],
        "review": [True, False, False, True],
    }


def test_the_theme_changes_at_once_and_is_remembered(drafting: Any, qapp: QApplication) -> None:
    try:
        drafting.acts["dark"].trigger()
        assert (theme.current(), drafting.settings.theme()) == ("dark", "dark")
        assert drafting.parts.sheet.paper.view.items
    finally:
        theme.use("light", qapp)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1600, 1000)])
def test_everything_has_room(drafting: Any, qtbot: QtBot, width: int, height: int) -> None:
    drafting.resize(width, height)
    drafting.arrange("write")
    assert (drafting.width(), drafting.height()) == (width, height)
    assert drafting.minimumSizeHint().width() <= width
    qtbot.waitUntil(lambda: drafting.parts.sheet.paper.viewport().width() > 500)


def test_what_is_asked_before_the_library_is_open_is_done_once_it_is(window: Any, qtbot: QtBot, tmp_path: Path) -> None:
    plan = tmp_path / "甲市方案.txt"
    plan.write_text("甲市产业实施方案\n一、总体要求\n坚持创新发展。\n二、保障措施\n加强领导。\n", "utf-8")
    material = window.parts.material
    window.acts["example"].trigger()
    material.import_files([plan])
    qtbot.waitUntil(lambda: material.library is not None and len(material.library.entries()) == 6, timeout=20_000)
    qtbot.waitUntil(lambda: window.parts.session.draft is not None, timeout=20_000)


def test_the_docks_follow_the_width_of_the_window(drafting: Any, qtbot: QtBot) -> None:
    drafting.resize(1600, 1000)
    qtbot.waitUntil(lambda: drafting.docks.references.width() > 500, timeout=5_000)
    drafting.resize(1366, 768)
    qtbot.waitUntil(lambda: drafting.docks.references.width() < 350, timeout=5_000)


def test_a_corrected_reference_is_shown_found_and_opened_corrected(drafting: Any, answers: Any, qtbot: QtBot) -> None:
    parts = drafting.parts
    qtbot.waitUntil(lambda: parts.material.library is not None, timeout=20_000)
    key = parts.material.library.entries()[0].key
    parts.material.open_document(key)
    qtbot.waitUntil(lambda: key in parts.references.panes, timeout=10_000)
    before = parts.material.library.document(key)

    def correct(form: Any) -> None:
        form.fields["region"].setText("")
        form.fields["kind"].setText("测试文种")
        form.tree.setCurrentIndex(form.model.index_for(Row(0, 1)))
        form.acts["paragraph"].click()
        form.save_button.click()

    answers.give("form", correct)
    qtbot.mouseClick(parts.references.panes[key].correct_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: parts.material.library.document(key).kind == "测试文种", timeout=10_000)
    count = len(list(sections(before))) - 1
    qtbot.waitUntil(lambda: len(parts.references.panes[key].view.places) == count, timeout=10_000)
    assert parts.material.documents[key] == parts.material.library.document(key)
    qtbot.waitUntil(lambda: "测试文种" in {entry.kind for entry in parts.library.model.entries}, timeout=10_000)

    answers.give("form", lambda form: (form.restore_button.click(), form.save_button.click()))
    drafting.acts["correct"].trigger()
    qtbot.waitUntil(lambda: parts.material.library.document(key) == before, timeout=10_000)


def test_a_layout_is_found_as_it_was_left_and_asked_for_again_is_as_at_first(drafting: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(drafting, Qt.Key.Key_2, CONTROL)
    drafting.docks.library.hide()
    qtbot.keyClick(drafting, Qt.Key.Key_1, CONTROL)
    assert drafting.docks.library.isVisible()
    qtbot.keyClick(drafting, Qt.Key.Key_2, CONTROL)
    assert not drafting.docks.library.isVisible()
    assert drafting.docks.lower.isVisible()
    draft = drafting.parts.session.draft
    drafting.parts.session.stack.setClean()
    drafting.parts.session.close()
    assert not drafting.docks.outline.isVisible()
    drafting.parts.session.begin(draft)
    assert drafting.docks.outline.isVisible()
    assert not drafting.docks.library.isVisible()
    qtbot.keyClick(drafting, Qt.Key.Key_2, CONTROL)
    assert drafting.docks.library.isVisible()


def test_quick_find_goes_to_a_section_a_slot_a_plan_and_does_a_command(
    drafting: Any, answers: Any, qtbot: QtBot
) -> None:
    parts = drafting.parts
    qtbot.waitUntil(lambda: parts.library.model.rowCount() > 0, timeout=20_000)
    draft = parts.session.draft
    last = draft.document.sections[-1]

    def pick(words: str, steps: int = 0) -> Any:
        def choose(form: Any) -> None:
            form.field.setText(words)
            for _ in range(steps):
                qtbot.keyClick(form.field, Qt.Key.Key_Down)
            qtbot.keyClick(form.field, Qt.Key.Key_Return)

        return choose

    answers.give("form", pick(text_of(last.title, slot_texts(draft))))
    qtbot.keyClick(drafting, Qt.Key.Key_K, CONTROL)
    assert parts.sheet.section == last.id
    slot = draft.slots[-1]
    answers.give("form", pick(slot.name))
    qtbot.mouseClick(drafting.quick_button, Qt.MouseButton.LeftButton)
    assert parts.slots.selected().name == slot.name
    answers.give("form", pick("济南 行动计划"))
    qtbot.keyClick(drafting, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(lambda: len(parts.references.panes) == 1, timeout=10_000)
    answers.give("form", pick("送审"))
    qtbot.keyClick(drafting, Qt.Key.Key_K, CONTROL)
    assert not drafting.docks.library.isVisible()

    def by_sound(form: Any) -> None:
        qtbot.waitUntil(lambda: bool(form.sounds), timeout=10_000)
        for letters in ("sysc", "shiyongshouce"):
            form.field.clear()
            qtbot.keyClicks(form.field, letters)
            assert form.model.targets[0].text == "使用手册"
        form.reject()

    answers.give("form", by_sound)
    qtbot.keyClick(drafting, Qt.Key.Key_K, CONTROL)
    answers.give("form", lambda form: (form.field.setText("没有这样的东西"), form.reject()))
    qtbot.keyClick(drafting, Qt.Key.Key_K, CONTROL)
