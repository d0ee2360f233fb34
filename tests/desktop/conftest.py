"""A window with empty user folders, whose questions are answered by the test."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from drafter.desktop import app, ask
from drafter.desktop.settings import Settings
from drafter.desktop.window import MainWindow
from drafter.errors import DrafterError


class Answers:
    """Answers what the window asks and notes what it tells; an answer that is not there fails the test."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.errors: list[DrafterError] = []
        self.bugs: list[str] = []
        self.forms: list[Any] = []
        self.waiting: dict[str, list[Any]] = {}

    def give(self, name: str, *answers: Any) -> None:
        self.waiting.setdefault(name, []).extend(answers)

    def take(self, name: str) -> Any:
        left = self.waiting.get(name)
        assert left, f"the window asks {name}, for which the test has no answer"
        return left.pop(0)

    def form(self, dialog: QDialog) -> bool:
        """The next answer is a function that fills the form in, or None for a form that only tells."""
        self.forms.append(dialog)
        answer = self.take("form") if self.waiting.get("form") else None
        if answer is not None:
            answer(dialog)
        return answer is not None


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    given = Answers()
    for name in (
        "open_files",
        "open_draft_file",
        "folder",
        "save_as",
        "confirm",
        "unsaved",
        "text",
        "taken",
        "changed_on_disk",
        "choice",
    ):
        monkeypatch.setattr(ask, name, lambda *_, name=name: given.take(name))
    monkeypatch.setattr(ask, "form", given.form)
    monkeypatch.setattr(ask, "show_error", given.errors.append)
    monkeypatch.setattr(ask, "show_bug", lambda report, kept=False: given.bugs.append(f"{report}\n{kept}"))
    monkeypatch.setattr(ask, "tell", lambda message, detail="": given.told.append(f"{message}\n{detail}".strip()))
    monkeypatch.setattr(ask, "open_with_system", lambda path: given.told.append(str(path)))
    return given


@pytest.fixture(autouse=True)
def _never_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that no test answers fails at once instead of waiting for a person."""

    def refuse(dialog: QDialog, *_: object) -> int:
        raise AssertionError(f"{type(dialog).__name__} waits for an answer")

    for kind in (QDialog, QMessageBox, QInputDialog, QFileDialog):
        monkeypatch.setattr(kind, "exec", refuse)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folders with nothing in them."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, home: Path, answers: Answers) -> Iterator[MainWindow]:
    settings = Settings()
    app.prepare(qapp, settings)
    opened = MainWindow(settings)
    qtbot.addWidget(opened, before_close_func=lambda one: one.parts.session.stack.setClean())
    with qtbot.waitExposed(opened):
        opened.show()
    yield opened
    assert answers.errors == []
