"""The unit's own directory: out to a table, in again from the menu and the start page, with a report to read."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from drafter import workflow
from drafter.workflow import given
from drafter.workflow.checks import outdated_words
from drafter.workflow.tables import reset_table, table_named


@pytest.fixture(autouse=True)
def only_here(home: Path):
    yield
    reset_table(table_named("agencies"))
    given.knowledge.cache_clear()
    outdated_words.cache_clear()


def test_the_directory_goes_out_and_comes_in_again(window: Any, answers: Any, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "单位目录.csv"
    answers.give("save_as", path)
    window.acts["export_tables"].trigger()
    qtbot.waitUntil(path.is_file, timeout=10_000)
    qtbot.waitUntil(lambda: bool(answers.told))
    text = path.read_text("utf-8-sig").replace(
        "教育,政府,教育厅,教育厅,,教育局,教育局", "教育,政府,教育厅,教育厅,,教育局,教育体育局"
    )
    path.write_text(text, "gb18030")
    answers.told.clear()
    answers.give("open_files", [path])
    window.acts["import_tables"].trigger()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=10_000)
    assert "修改 1 行" in answers.told[0]
    assert "教育局 → 教育体育局" in answers.told[0]
    assert workflow.knowledge().directory.name_for("教育", workflow.locality("威海市")) == "市教育体育局"


def test_a_mistake_is_told_and_nothing_changes(window: Any, answers: Any, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text("词语,过时年份,理由\n甲,去年,停用\n", "utf-8")
    answers.give("open_files", [path])
    button = next(one for one in window.findChildren(QPushButton) if "本单位" in one.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=10_000)
    assert "第 2 行的“过时年份”" in answers.errors.pop().message
    assert answers.told == []
