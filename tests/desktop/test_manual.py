"""The manual: it opens, its chapters lead to their places, and it speaks of what the program has."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.desktop.actions import COMMANDS
from drafter.desktop.dialogs.manual import Manual, manual_text


def test_f1_opens_it_and_a_chapter_comes_to_the_top(window: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.findChild(Manual)
    assert manual.isVisible()
    model = manual.chapters.model()
    assert model.rowCount() == manual_text("zh").count("\n## ")
    manual.chapters.setCurrentIndex(model.index(6, 0))
    assert manual.text.textCursor().block().text() == model.index(6, 0).data()
    manual.close()


def test_words_are_found_round_and_round(window: Any, qtbot: QtBot) -> None:
    manual = Manual("zh", window)
    qtbot.addWidget(manual)
    manual.show()
    qtbot.keyClicks(manual.field, "LibreOffice")
    places = []
    for _ in range(manual_text("zh").count("LibreOffice") + 1):
        qtbot.keyClick(manual.field, Qt.Key.Key_Return)
        places.append(manual.text.textCursor().selectionStart())
    assert places[-1] == places[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_keys_it_names_are_those_of_the_commands(language: str) -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    named = set(re.findall(r"(?:Ctrl\+)?(?:Shift\+)?(?:Ctrl\+[A-Z]|F\d+)\b", manual_text(language)))
    assert named
    assert named <= keys
