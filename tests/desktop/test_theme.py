"""Both palettes have the same roles and can be read; no colour stands anywhere else."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.desktop import icons, theme
from drafter.desktop.delegates.marks import PILL_PADDING, pill_width

GROUNDS = ("window", "panel", "card", "field", "hover", "accentW")
PAIRS = [
    *((text, ground) for text in ("text", "text2", "text3") for ground in GROUNDS),
    *((name, name + "W") for name in ("error", "doubt", "hint", "ok", "srcA", "srcB", "srcC")),
    *((name, "sheet") for name in ("ink", "error", "doubt", "ok", "hint")),
    ("onAccent", "accent"),
    ("accentHi", "accentW"),
    ("accentHi", "window"),
    ("accentHi", "card"),
]
LINES = [("ctl", "panel"), ("ctl", "card"), ("ctl", "window"), ("doubtL", "doubtW"), ("okL", "okW"), ("accent", "card")]


def light(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG 2.1."""
    high, low = sorted((light(first), light(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_both_palettes_have_the_same_roles() -> None:
    assert theme.LIGHT.keys() == theme.DARK.keys()


@pytest.mark.parametrize("palette", theme.PALETTES.values(), ids=theme.PALETTES)
def test_text_can_be_read_on_its_grounds(palette: dict[str, str]) -> None:
    bad = [pair for pair in PAIRS if contrast(palette[pair[0]], palette[pair[1]]) < 4.5]
    assert bad == []


@pytest.mark.parametrize("palette", theme.PALETTES.values(), ids=theme.PALETTES)
def test_borders_and_marks_can_be_seen(palette: dict[str, str]) -> None:
    bad = [pair for pair in LINES if contrast(palette[pair[0]], palette[pair[1]]) < 3]
    assert bad == []


def test_no_colour_stands_outside_the_palette() -> None:
    folder = Path(theme.__file__).parent
    files = [path for ending in ("py", "qss", "svg") for path in folder.rglob(f"*.{ending}") if path.name != "theme.py"]
    found = [path.name for path in files if re.search(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b", path.read_text("utf-8"))]
    assert found == []


def test_every_icon_draws_something_in_its_colour(qtbot: QtBot) -> None:
    for name in icons.names():
        image = icons.pixmap(name, 20, "error").toImage()
        seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        assert any(colour.alpha() > 100 for colour in seen), name


@pytest.mark.parametrize("name", theme.PALETTES)
def test_the_style_sheet_names_only_roles_there_are(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_in_use", name)
    assert "$" not in theme.style_sheet()


@pytest.mark.parametrize("text", ["Open", "Kept", "Error", "Doubt", "Possible", "In the library", "济南", "已替换"])
def test_a_pill_has_room_for_its_words(qapp: QApplication, text: str) -> None:
    font = theme.ui_font(12)
    room = pill_width(text) - 2 * PILL_PADDING
    assert QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room) == text
