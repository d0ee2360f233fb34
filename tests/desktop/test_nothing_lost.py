"""Drafts through saving, crashes, second windows and other hands, as a person meets them in the window."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter import resources, workflow
from drafter.desktop import app
from drafter.desktop.ask import Changed, Taken
from drafter.desktop.dialogs.recovered import Recovered
from drafter.desktop.dialogs.versions import VersionsDialog
from drafter.keeping.claims import Claim
from drafter.keeping.desk import keyed
from drafter.keeping.running import Running
from drafter.model.draft import Draft
from drafter.model.edits import set_title
from drafter.model.walk import text_of

PROGRAM = """
import os, signal, sys
from pathlib import Path
from drafter import workflow
from drafter.keeping.desk import Desk, keyed
from drafter.keeping.saved import stamp
from drafter.model.edits import set_title
folder, path = Path(sys.argv[1]), Path(sys.argv[2])
draft = set_title(workflow.open_draft(path), ("没来得及保存的题目",))
Desk(folder).recovery.note(draft, path, stamp(path))
os.kill(os.getpid(), signal.SIGKILL)
"""


def title(draft: Draft) -> str:
    return text_of(draft.document.title)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "稿.draft.json"
    outline = workflow.outlines()[0]
    workflow.save_draft(keyed(set_title(workflow.start_draft(outline), ("已经保存的题目",))), path)
    return path


@pytest.fixture
def opened(window: Any, qtbot: QtBot, saved: Path) -> Any:
    window.parts.files.open(saved)
    qtbot.waitUntil(lambda: window.parts.session.draft is not None, timeout=20_000)
    return window


def retitle(window: Any, words: str) -> None:
    assert window.parts.session.apply("改题目", lambda draft: set_title(draft, (words,)))


def save(window: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def leavings() -> list[Path]:
    return list((resources.user_data() / "recovery").glob("*.recovery"))


def test_what_is_typed_is_written_down_and_goes_once_it_is_saved(opened: Any, qtbot: QtBot, saved: Path) -> None:
    retitle(opened, "改了的题目")
    qtbot.waitUntil(lambda: len(leavings()) == 1, timeout=5_000)
    assert title(workflow.open_draft(saved)) == "已经保存的题目"
    save(opened, qtbot)
    qtbot.waitUntil(lambda: leavings() == [], timeout=10_000)
    assert title(workflow.open_draft(saved)) == "改了的题目"


def test_a_killed_program_s_draft_is_offered_with_what_differs(
    home: Path, saved: Path, request: pytest.FixtureRequest, answers: Any, qtbot: QtBot
) -> None:
    killed = subprocess.run([sys.executable, "-c", PROGRAM, resources.user_data(), saved], check=False)
    assert killed.returncode == -9
    seen: list[str] = []

    def take(form: Recovered) -> None:
        qtbot.addWidget(form)
        qtbot.waitUntil(lambda: "改动 1 处" in form.told.text(), timeout=10_000)
        seen.append(form.view.toPlainText())
        qtbot.mouseClick(form.take, Qt.MouseButton.LeftButton)

    answers.give("form", take)
    window = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: window.parts.session.draft is not None, timeout=20_000)
    assert "没来得及保存" in seen[0]
    assert title(window.parts.session.draft) == "没来得及保存的题目"
    assert window.parts.session.modified
    save(window, qtbot)
    qtbot.waitUntil(lambda: leavings() == [], timeout=10_000)
    assert title(workflow.open_draft(saved)) == "没来得及保存的题目"


def test_what_was_given_up_is_not_offered_again(
    home: Path, saved: Path, request: pytest.FixtureRequest, answers: Any, qtbot: QtBot
) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, resources.user_data(), saved], check=False)
    answers.give("form", lambda form: qtbot.mouseClick(form.drop, Qt.MouseButton.LeftButton))
    window = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: len(answers.forms) == 1 and leavings() == [], timeout=20_000)
    assert window.parts.session.draft is None


@pytest.mark.parametrize(
    ("choice", "read_only", "in_file"),
    [(Taken.READ, True, True), (Taken.COPY, False, False), (Taken.OVER, False, True)],
)
def test_a_draft_open_elsewhere_is_told_and_never_overwritten_unasked(
    window: Any, answers: Any, qtbot: QtBot, saved: Path, tmp_path: Path, choice: Taken, read_only: bool, in_file: bool
) -> None:
    other = Running(tmp_path / "other")
    Claim(saved, other)
    claim = next(tmp_path.glob("~$*"))
    claim.write_text(claim.read_text().replace(other.id, "elsewhere").replace('"machine": "', '"machine": "x'))
    other.close()
    answers.give("taken", choice)
    window.parts.files.open(saved)
    qtbot.waitUntil(lambda: window.parts.session.draft is not None, timeout=20_000)
    assert window.parts.session.read_only is read_only
    assert (window.parts.session.path == saved) is in_file
    assert ("只读" in window.windowTitle()) is read_only
    if read_only:
        assert not window.parts.session.apply("改题目", lambda draft: set_title(draft, ("不行",)))
        assert "只读" in str(answers.errors.pop())


def test_giving_up_leaves_the_start_page(window: Any, answers: Any, qtbot: QtBot, saved: Path, tmp_path: Path) -> None:
    other = Running(resources.user_data() / "running")
    Claim(saved, other)
    answers.give("taken", Taken.CANCEL)
    window.parts.files.open(saved)
    qtbot.waitUntil(lambda: not answers.waiting["taken"], timeout=20_000)
    other.close()
    assert window.parts.session.draft is None


def changed_by_another_hand(saved: Path) -> None:
    workflow.save_draft(set_title(workflow.open_draft(saved), ("别人改的题目",)), saved)


def test_what_another_hand_wrote_is_not_overwritten(
    opened: Any, answers: Any, qtbot: QtBot, saved: Path, tmp_path: Path
) -> None:
    retitle(opened, "我改的题目")
    changed_by_another_hand(saved)
    answers.give("changed_on_disk", Changed.SAVE_AS)
    answers.give("save_as", tmp_path / "我的.draft.json")
    save(opened, qtbot)
    qtbot.waitUntil(lambda: not opened.parts.session.modified, timeout=10_000)
    assert title(workflow.open_draft(saved)) == "别人改的题目"
    assert title(workflow.open_draft(tmp_path / "我的.draft.json")) == "我改的题目"


def test_what_is_overwritten_by_choice_stays_as_a_version(opened: Any, answers: Any, qtbot: QtBot, saved: Path) -> None:
    retitle(opened, "我改的题目")
    changed_by_another_hand(saved)
    answers.give("changed_on_disk", Changed.OVERWRITE)
    save(opened, qtbot)
    qtbot.waitUntil(lambda: not opened.parts.session.modified, timeout=10_000)
    assert title(workflow.open_draft(saved)) == "我改的题目"
    versions = opened.parts.keeper.versions(opened.parts.session.draft)
    assert [title(versions.open(one)) for one in versions.all()] == ["我改的题目", "别人改的题目"]


def test_saving_under_the_name_of_another_draft_asks_first(
    opened: Any, answers: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "另一份.draft.json"
    workflow.save_draft(keyed(Draft()), other)
    before = other.read_bytes()
    answers.give("save_as", other, other)
    answers.give("confirm", False, True)
    opened.parts.files.save_as()
    assert other.read_bytes() == before
    opened.parts.files.save_as()
    qtbot.waitUntil(lambda: opened.parts.session.path == other, timeout=10_000)


def test_an_earlier_version_is_brought_back_as_one_step(opened: Any, answers: Any, qtbot: QtBot) -> None:
    retitle(opened, "第一次改")
    save(opened, qtbot)
    qtbot.waitUntil(lambda: not opened.parts.session.modified, timeout=10_000)
    answers.give("choice", "送审稿")
    with qtbot.waitSignal(opened.parts.files.version_kept, timeout=10_000):
        opened.acts["name_version"].trigger()
    retitle(opened, "第二次改")

    def bring_back(form: VersionsDialog) -> None:
        qtbot.addWidget(form)
        assert [one.name for one in form.model.versions] == ["送审稿", ""]
        qtbot.waitUntil(form.restore.isEnabled, timeout=10_000)
        assert "改动 1 处" in form.heading.text()
        assert "第二次改".removeprefix("第") in form.view.toPlainText()
        qtbot.mouseClick(form.restore, Qt.MouseButton.LeftButton)

    answers.give("form", bring_back)
    opened.acts["versions"].trigger()
    assert title(opened.parts.session.draft) == "第一次改"
    opened.acts["undo"].trigger()
    assert title(opened.parts.session.draft) == "第二次改"


def test_a_full_disk_keeps_the_draft_unsaved_and_open(
    opened: Any, answers: Any, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, saved: Path
) -> None:
    retitle(opened, "写不下的题目")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        save(opened, qtbot)
        qtbot.waitUntil(lambda: bool(answers.errors), timeout=10_000)
    assert "磁盘空间不够" in str(answers.errors.pop(0))
    answers.errors.clear()
    assert opened.parts.session.modified
    assert title(workflow.open_draft(saved)) == "已经保存的题目"
    save(opened, qtbot)
    qtbot.waitUntil(lambda: not opened.parts.session.modified, timeout=10_000)


def test_a_fault_of_the_program_writes_the_draft_down_first(opened: Any, answers: Any) -> None:
    retitle(opened, "还没有保存的题目")
    assert leavings() == []
    app.report_bug(ValueError, ValueError("还没有保存的题目"), None, opened.parts.keeper.rescue)
    assert len(leavings()) == 1
    assert "ValueError" in answers.bugs[0]
    assert answers.bugs[0].endswith("True")
    assert "题目" not in answers.bugs[0]
