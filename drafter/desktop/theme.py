"""The palette, the type and the style sheet of the window: every colour of the program stands in this file.

`colour(role)` is what delegates and painters use, `PALETTES` what the style sheet and the icons are made of.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

ASSETS = Path(__file__).resolve().parent / "assets"

LIGHT: dict[str, str] = {
    "window": "#F1F1EE", "panel": "#FAFAF8", "card": "#FFFFFF", "field": "#FFFFFF", "desk": "#E4E4DF",
    "sheet": "#FFFFFF", "ink": "#1A1A1A", "hover": "#EBEBE6", "line": "#DBDBD4", "line2": "#C4C4BC",
    "ctl": "#83857E", "text": "#1C2025", "text2": "#4A5159", "text3": "#62686F",
    "accent": "#1E5C8C", "accentHi": "#174A72", "accentW": "#E0EBF4", "onAccent": "#FFFFFF",
    "error": "#B3261E", "errorW": "#FBE9E7", "doubt": "#825100", "doubtW": "#FFF2D3", "doubtL": "#AD730F",
    "hint": "#565F69", "hintW": "#ECEEEF", "ok": "#1A6841", "okW": "#E1F1E8", "okL": "#3F8C66",
    "srcA": "#6A4A8C", "srcAW": "#EFE9F5", "srcB": "#176870", "srcBW": "#E0F0F1",
    "srcC": "#96405F", "srcCW": "#F7E8EE", "bar": "#D6D6CF",
}  # fmt: skip
DARK: dict[str, str] = {
    "window": "#1B1D20", "panel": "#212428", "card": "#292C31", "field": "#1B1D20", "desk": "#141618",
    "sheet": "#26282C", "ink": "#E2E0DA", "hover": "#30343A", "line": "#383C42", "line2": "#4A4F57",
    "ctl": "#7C838C", "text": "#E6E8EA", "text2": "#B9BEC5", "text3": "#9BA2AA",
    "accent": "#82B7E2", "accentHi": "#A3CBEC", "accentW": "#20394F", "onAccent": "#0D2032",
    "error": "#FF9D93", "errorW": "#4B2522", "doubt": "#F1C169", "doubtW": "#40330F", "doubtL": "#C4933A",
    "hint": "#ADB4BC", "hintW": "#343940", "ok": "#80CDA3", "okW": "#1C3A2B", "okL": "#4E9A72",
    "srcA": "#C3A8E3", "srcAW": "#382C47", "srcB": "#7CC6CE", "srcBW": "#173B3F",
    "srcC": "#EBA0BB", "srcCW": "#472935", "bar": "#3A3E44",
}  # fmt: skip
PALETTES: dict[str, dict[str, str]] = {"light": LIGHT, "dark": DARK}

UI_FAMILIES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
SHEET_FAMILIES: dict[str, tuple[str, ...]] = {
    "title": (
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S",
        "华文中宋",
        "STZhongsong",
        "宋体",
        "SimSun",
        "Noto Serif CJK SC",
    ),
    "hei": ("黑体", "SimHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "kai": ("楷体", "KaiTi", "楷体_GB2312", "LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC"),
    "fang": ("仿宋", "FangSong", "仿宋_GB2312", "STFangsong", "Noto Serif CJK SC"),
}
"""Families of the sheet by their part in GB/T 9704, the first that is installed is taken."""

_in_use = "light"


def current() -> str:
    """The name of the theme in use: light or dark."""
    return _in_use


def colour(role: str) -> QColor:
    """The colour of a role in the theme in use."""
    return QColor(PALETTES[_in_use][role])


def mixed(role: str, ground: str) -> QColor:
    """The colour half-way between two roles: the ground of a passage that has been used."""
    first, second = colour(role), colour(ground)
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # pyright: ignore[reportArgumentType, reportIndexIssue]
    return QColor(*((a + b) // 2 for a, b in pairs))  # pyright: ignore[reportOperatorIssue]


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def first_installed(families: tuple[str, ...]) -> str:
    """The first family that is installed, or the last where none is."""
    return next((family for family in families if family in _installed()), families[-1])


def ui_font(pixels: int = 13, weight: int = 400) -> QFont:
    """The font of the window at a size in pixels (at 100 %) and a weight (400, 500, 600)."""
    font = QFont(first_installed(UI_FAMILIES))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


def style_sheet() -> str:
    """The style sheet of the whole window in the theme in use."""
    roles = {
        **PALETTES[_in_use],
        "chevron": (ASSETS / "icons" / "chevron.svg").as_posix(),
        "tick": (ASSETS / f"tick-{_in_use}.svg").as_posix(),
    }
    return Template((ASSETS / "window.qss").read_text("utf-8")).substitute(roles)


def use(name: str, application: QApplication) -> None:
    """Put a theme (light or dark) into use: fonts, palette and style sheet of the application."""
    global _in_use  # noqa: PLW0603 - the one theme of the one application
    _in_use = name
    application.setFont(ui_font())
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet())


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in {
        roles.Window: "window", roles.Base: "card", roles.AlternateBase: "panel", roles.Button: "panel",
        roles.Text: "text", roles.WindowText: "text", roles.ButtonText: "text", roles.PlaceholderText: "text3",
        roles.Highlight: "accent", roles.HighlightedText: "onAccent", roles.Link: "accentHi",
        roles.ToolTipBase: "card", roles.ToolTipText: "text",
    }.items():  # fmt: skip
        palette.setColor(role, colour(name))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("ctl"))
    return palette
