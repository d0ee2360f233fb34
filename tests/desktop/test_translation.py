"""The English window: every text of the code is translated, with the same places for values, and is really shown."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from drafter.desktop import app, theme
from drafter.desktop.actions import COMMANDS, translated
from drafter.desktop.status import StatusBar

FILE = theme.ASSETS / "i18n" / "drafter_en.ts"
DESKTOP = Path(theme.__file__).parent


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_text_is_translated_with_the_same_places_for_values() -> None:
    for (_, source), translation in messages(FILE).items():
        assert translation.get("type") is None, source
        assert translation.text, source
        assert sorted(re.findall(r"\{\d\}", source)) == sorted(re.findall(r"\{\d\}", translation.text)), source


def test_the_translation_has_every_text_of_the_code(tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("this installation of Qt has no lupdate")
    sources = [str(path) for path in sorted(DESKTOP.rglob("*.py"))]
    made = tmp_path / "made.ts"
    marks = ["-tr-function-alias", "QT_TRANSLATE_NOOP+=_n"]
    subprocess.run([tool, *marks, *sources, "-ts", str(made)], check=True, capture_output=True, timeout=120)
    assert messages(made).keys() - messages(FILE).keys() == set()


def test_no_text_stands_inside_an_f_string_where_the_translation_tool_does_not_find_it() -> None:
    for path in DESKTOP.rglob("*.py"):
        for text in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.JoinedStr)):
            calls = [one for one in ast.walk(text) if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)]
            assert all(one.func.attr not in ("tr", "translate") for one in calls), f"{path}:{text.lineno}"


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translator = app.install_english(qapp)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("english")
def test_the_window_speaks_english() -> None:
    assert translated(COMMANDS[0].text) == "New draft…"
    assert QCoreApplication.translate("ask", "取消") == "Cancel"
    bar = StatusBar()
    bar.show_open_slots(3)
    assert "To fill in 3" in [button.text() for button in bar.findChildren(type(bar._slots))]


def test_without_it_the_window_speaks_chinese(qtbot: object) -> None:
    assert translated(COMMANDS[0].text) == "新建草稿…"
