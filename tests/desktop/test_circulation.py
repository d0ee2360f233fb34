"""Versions compared, 花脸稿 and 征求意见稿 from the window; what units filled in is shown and taken over in one step."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from drafter.desktop.dialogs.compare_versions import Choice, CompareVersions
from drafter.desktop.dialogs.exporting import ExportDialog
from drafter.desktop.dialogs.readback import ReadbackDialog
from drafter.desktop.tasks import Tasks
from drafter.desktop.window import MainWindow
from drafter.model.document import SlotId
from drafter.model.draft import Draft, fill
from drafter.model.edits import set_title
from drafter.workflow import export_live, read_back
from tests.desktop.conftest import Answers
from tests.workflow.returning import replaced, typed_in_word
from tests.writing.made_up_plan import plan
from tests.writing.random_edits import started

PLANTS = SlotId(2)
DRAFT = replace(fill(started(plan()), SlotId(3), "市工业和信息化局"), key="a1b2c3")


@pytest.fixture
def tasks(qapp: object) -> Any:
    tasks = Tasks(lambda error: pytest.fail(str(error)))
    yield tasks
    tasks.stop()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    data = export_live(DRAFT, tmp_path / "征求意见稿.docx").read_bytes()
    written = {
        "市教育局": replaced(typed_in_word(data, PLANTS, "150"), "组织专家", "邀请专家"),
        "市财政局": typed_in_word(data, PLANTS, "160"),
        "市科技局": typed_in_word(data, SlotId(1), "蓝海市"),
        "坏": b"rubbish",
    }
    for name, content in written.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    return [tmp_path / f"{name}.docx" for name in written]


def test_two_versions_are_compared_and_offered_as_a_redline(tasks: Tasks, qtbot: QtBot, tmp_path: Path):
    later = set_title(DRAFT, ("另一个题目",))
    choices = (Choice("现在", lambda: later), Choice("以前", lambda: DRAFT))
    form = CompareVersions(choices, tasks, tmp_path)
    qtbot.addWidget(form)
    qtbot.waitUntil(form.redline.isEnabled)
    assert form.heading.text() == "从旧到新：增加 1 处，删去 1 处"
    with qtbot.waitSignal(form.redline_requested) as asked:
        form.redline.click()
    assert asked.args == [later, DRAFT]
    form.old.setCurrentIndex(0)
    qtbot.waitUntil(form.redline.isEnabled)
    assert form.heading.text() == "两份完全相同"


def test_a_file_may_be_either_side_and_a_bad_one_is_told(tasks: Tasks, qtbot: QtBot, tmp_path: Path, files: list[Path]):
    form = CompareVersions((Choice("现在", lambda: DRAFT),), tasks, tmp_path)
    qtbot.addWidget(form)
    form.add_file(files[0], form.old)
    qtbot.waitUntil(lambda: "从旧到新" in form.heading.text())
    form.add_file(files[3], form.new)
    qtbot.waitUntil(lambda: "坏.docx" in form.heading.text())
    assert not form.redline.isEnabled()


def test_values_stand_side_by_side_and_one_of_each_slot_is_taken(qtbot: QtBot, files: list[Path], qapp: object):
    form = ReadbackDialog(DRAFT, read_back(DRAFT, files))
    qtbot.addWidget(form)
    assert form.tree.topLevelItemCount() == 2
    assert "各单位不一致" in form.tree.topLevelItem(1).text(1)
    assert not form.take.isEnabled()
    form.agreed.click()
    assert [one.value for one in form.chosen] == ["蓝海市"]
    first, second = form.tree.topLevelItem(1).child(0), form.tree.topLevelItem(1).child(1)
    first.setCheckState(0, Qt.CheckState.Checked)
    second.setCheckState(0, Qt.CheckState.Checked)
    assert [one.value for one in form.chosen] == ["蓝海市", "160"]
    assert form.take.text() == "采用 2 个值"
    said = form.files.toPlainText()
    assert "填报项以外有 1 处不同" in said
    assert "坏.docx" in said


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    window.parts.session.begin(DRAFT, saved=False)
    return window


def value_of(draft: Draft | None) -> str:
    assert draft is not None
    return next(slot.value for slot in draft.slots if slot.id == PLANTS)


def test_values_are_taken_over_in_one_step(opened: MainWindow, answers: Answers, files: list[Path], qtbot: QtBot):
    session = opened.parts.session
    answers.give("open_files", files)
    answers.give("form", lambda form: form.tree.topLevelItem(1).child(1).setCheckState(0, Qt.CheckState.Checked))
    before = session.draft
    opened.acts["read_back"].trigger()
    qtbot.waitUntil(lambda: session.draft is not before)
    assert value_of(session.draft) == "160"
    session.stack.undo()
    assert session.draft is before


def test_a_redline_is_written_from_the_window(opened: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot):
    opened.parts.keeper.versions(DRAFT).keep(DRAFT, "送审稿")
    opened.parts.session.apply("改", lambda draft: set_title(draft, ("另一个题目",)))

    def ask_for(form: CompareVersions) -> None:
        assert [form.old.itemText(at)[-3:] for at in range(2)] == ["的草稿", "送审稿"]
        qtbot.waitUntil(form.redline.isEnabled)
        form.redline.click()

    answers.give("form", ask_for)
    answers.give("save_as", tmp_path / "花脸稿.docx")
    opened.acts["compare_versions"].trigger()
    qtbot.waitUntil(lambda: len(answers.forms) == 2, timeout=20_000)
    assert (tmp_path / "花脸稿.docx").exists()
    assert (tmp_path / "花脸稿-清样.docx").exists()


def test_a_file_with_live_slots_is_written_from_the_window(
    opened: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
):
    answers.give("save_as", tmp_path / "征求.docx")
    opened.acts["export_live"].trigger()
    qtbot.waitUntil((tmp_path / "征求.docx").exists)
    qtbot.waitUntil(lambda: bool(answers.told))


def test_the_set_is_written_from_the_window(
    opened: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("drafter.workflow.exporting.office_installed", lambda: False)
    answers.give("folder", tmp_path / "成套")
    opened.acts["export_set"].trigger()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert len(list((tmp_path / "成套").glob("*.docx"))) == 5


@pytest.mark.parametrize(
    ("text", "wish"), [("改出花脸稿…", "redline_requested"), ("改出征求意见稿…", "live_requested")]
)
def test_the_export_dialog_leads_to_the_others(tasks: Tasks, qtbot: QtBot, tmp_path: Path, text: str, wish: str):
    form = ExportDialog(DRAFT, tmp_path / "a.docx", (), (), tasks)
    qtbot.addWidget(form)
    (button,) = (one for one in form.findChildren(QPushButton) if one.text() == text)
    with qtbot.waitSignals([form.rejected, getattr(form, wish)]):
        button.click()
