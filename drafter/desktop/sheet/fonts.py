"""Which installed font stands for each face of GB/T 9704: the first whose Chinese characters and marks are one em.

A wrong advance of a single mark moves every line and page break after it, so fonts are chosen by measuring them.
Sizes are twips used as pixels: the sheet is set at 1440 dots an inch and painted smaller.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from drafter.desktop.theme import SHEET_FAMILIES

MEASURED = "国快业，。、；：“”—…×·（）【】"
"""One em each in a font fit for the sheet; 快 and 业 tell a font that has traditional characters alone."""
LATIN_FAMILIES = ("Times New Roman", "Liberation Serif", "Nimbus Roman", "Tinos", "DejaVu Serif")
LAST = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei")
NAMES = {"title": "小标宋", "hei": "黑体", "kai": "楷体", "fang": "仿宋", "song": "宋体"}
_OWN = {
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    "hei": ("黑体", "SimHei"),
    "kai": ("楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312"),
    "fang": ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312"),
    "song": ("宋体", "SimSun", "NSimSun"),
}
_WIDE = "fwid"
_TRIED = 320


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def _plain(family: str, size: int, *, wide: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)  # as Word does where a style says nothing of it
    if wide:
        font.setFeature(QFont.Tag(_WIDE), 1)
    return font


def misfits(family: str, *, wide: bool = False) -> str:
    """The marks and characters of a family that are not one em wide."""
    metrics = QFontMetricsF(_plain(family, _TRIED, wide=wide))
    return "".join(mark for mark in MEASURED if abs(metrics.horizontalAdvance(mark) - _TRIED) > 0.5)


@cache
def family_for(face: str) -> tuple[str, bool]:
    """The installed family for a face (title, hei, kai, fang, song), and whether its marks must be told to be wide."""
    wanted = dict.fromkeys((*_OWN[face], *SHEET_FAMILIES.get(face, ()), *LAST))
    there = [family for family in wanted if family in _installed()] or [QFont().defaultFamily()]
    tries = [(family, wide) for family in there for wide in (False, True)]
    return min(tries, key=lambda one: len(misfits(one[0], wide=one[1])))


@cache
def chinese(face: str, size: int, tracking: int = 0) -> QFont:
    """The font for Chinese characters and marks of a face, in twips."""
    family, wide = family_for(face)
    font = _plain(family, size, wide=wide)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    if face == "title" and family not in _OWN[face]:
        font.setBold(True)
    return font


@cache
def latin(face: str, size: int, tracking: int = 0) -> QFont:
    """The font for letters and digits beside a face, in twips."""
    family = next((one for one in LATIN_FAMILIES if one in _installed()), family_for(face)[0])
    font = _plain(family_for("song")[0] if face == "song" else family, size)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking)
    if face == "title" and family_for(face)[0] not in _OWN[face]:
        font.setBold(True)
    return font


def substitutes() -> tuple[tuple[str, str], ...]:
    """(name in the standard, family that stands for it here) of the faces that are not installed."""
    faces = ("title", "hei", "kai", "fang")
    return tuple((NAMES[face], family_for(face)[0]) for face in faces if family_for(face)[0] not in _OWN[face])


def told() -> str:
    """One sentence about the fonts that stand for others, "" where all are installed."""
    if not (pairs := substitutes()):
        return ""
    listed = "、".join(f"{name}（{family}）" for name, family in pairs)
    return QCoreApplication.translate(
        "fonts", "本机缺少字体，纸面用相近字体代替：{0}。导出的 Word 文件仍写明标准字体。"
    ).format(listed)
