"""Unit profiles: what a bureau sets once in a small TOML file: fonts, page, page number, bold headings.

The format is told in templates/README.md. What a file leaves out is as in the standard.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from drafter.errors import BadRecipe
from drafter.writing import layout
from drafter.writing.layout import A4, FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG, Face, Sheet, mm

FORMAT = 1
KINDS = {"fangsong": FANGSONG, "kaiti": KAITI, "heiti": HEITI, "xiaobiaosong": XIAOBIAOSONG, "songti": SONGTI}
"""A font wherever the standard names this kind."""
ELEMENTS: dict[str, Face] = {
    "title": XIAOBIAOSONG, "red_head": XIAOBIAOSONG, "status": KAITI, "body": FANGSONG, "responsible": KAITI,
    "heading1": HEITI, "heading2": KAITI, "heading3": FANGSONG, "heading4": FANGSONG, "mark": HEITI,
    "box_title": HEITI, "box_text": FANGSONG, "table_caption": HEITI, "table_head": HEITI, "table_text": FANGSONG,
    "page_number": SONGTI,
}  # fmt: skip
"""A font for one element alone, and what the standard or practice has there."""
BOLD = ("title", "red_head", "heading1", "heading2", "heading3", "heading4", "table_head", "box_title")
SAME = "same"
"""The Latin font of a profile whose letters and digits are in the Chinese font around them."""


class NumberPlace(StrEnum):
    """Where the page number stands: on the outer side, or in the middle."""

    OUTSIDE = "outside"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a unit has its documents: `fonts` by element or kind; `latin` for letters and digits, or SAME.

    `number` is the page number as printed on page 1.
    """

    name: str = "国家标准"
    note: str = ""
    sheet: Sheet = A4
    fonts: tuple[tuple[str, str], ...] = ()
    latin: str = FANGSONG.latin
    bold: tuple[str, ...] = ()
    number: str = "— 1 —"
    number_place: NumberPlace = NumberPlace.OUTSIDE


NATIONAL = Profile()

_TEXTS, _TABLES = ("name", "note", "latin"), ("fonts", "page", "number")
_MARGINS = {"top": (20, 60), "right": (15, 40), "bottom": (20, 60), "left": (15, 40)}
_COUNTS = {"lines": (15, 40), "characters": (20, 40)}
_LONGEST = 60


def load_profile(path: Path) -> Profile:
    """The profile in a TOML file; raises BadRecipe naming the file, the key that is wrong and what is allowed."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadRecipe(f"版式文件 {path} 读不出来。", "请检查路径，并另存为 UTF-8 编码。") from error
    except tomllib.TOMLDecodeError as error:
        raise BadRecipe(
            f"版式文件 {path.name} 写法有误：{error}。", "请按提示的行（line）列（column）改正。"
        ) from error
    return _Checked(path.name).profile(data)


@dataclass(frozen=True, slots=True)
class _Checked:
    """The checks of one file, which is named in every fault."""

    file: str

    def profile(self, data: Mapping[str, Any]) -> Profile:
        self._known(data, ("format", *_TEXTS, "bold", *_TABLES), "")
        if data.get("format") != FORMAT:
            raise self._wrong("format", f"应为 {FORMAT}")
        if not data.get("name"):
            raise self._wrong("name", "必须填写，这是在导出时选用的名称")
        texts = {key: self._text(data, key, key) for key in _TEXTS if key in data}
        number = self._table(data, "number", ("form", "place"))
        places = tuple(NumberPlace)
        if (place := number.get("place", NumberPlace.OUTSIDE)) not in places:
            raise self._wrong("number.place", f"应为 {'、'.join(places)} 之一")
        form = self._text(number, "form", "number.form") if "form" in number else NATIONAL.number
        if form.count("1") != 1:
            raise self._wrong("number.form", "应写成第 1 页的页码，恰有一个“1”，例如 — 1 —")
        return Profile(
            **texts,
            sheet=self._sheet(self._table(data, "page", (*_MARGINS, *_COUNTS))),
            fonts=self._fonts(self._table(data, "fonts", (*ELEMENTS, *KINDS))),
            bold=self._bold(data.get("bold", [])),
            number=form,
            number_place=NumberPlace(place),
        )

    def _sheet(self, page: Mapping[str, Any]) -> Sheet:
        numbers: dict[str, int] = {}
        for key, (least, most) in (_MARGINS | _COUNTS).items():
            value = page.get(key)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
                raise self._wrong(
                    f"page.{key}", f"应是 {least} 到 {most} 之间的数{'（毫米）' if key in _MARGINS else ''}"
                )
            numbers[key] = mm(value) if key in _MARGINS else int(value)
        sheet = Sheet(**numbers)
        if sheet.line < layout.SIZE_3 * 10:
            raise self._wrong("page.lines", f"太多：每行只有 {sheet.line / 20:.1f} 磅，放不下 3 号字")
        if not -16 <= sheet.tracking <= 80:
            raise self._wrong("page.characters", f"不合适：每字 {sheet.em / 20:.1f} 磅，而 3 号字宽 16 磅")
        return sheet

    def _fonts(self, table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        return tuple((key, self._text(table, key, f"fonts.{key}")) for key in table)

    def _bold(self, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or any(one not in BOLD for one in value):
            raise self._wrong("bold", f"应是列表，可写：{'、'.join(BOLD)}")
        return tuple(value)

    def _text(self, data: Mapping[str, Any], key: str, where: str) -> str:
        value = data[key]
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST or not value.isprintable():
            raise self._wrong(where, f"应是一段文字，不超过 {_LONGEST} 字")
        return value.strip()

    def _table(self, data: Mapping[str, Any], key: str, known: tuple[str, ...]) -> Mapping[str, Any]:
        table = data.get(key, {})
        if not isinstance(table, dict):
            raise self._wrong(key, f"应是一张表，写成 [{key}]")
        self._known(table, known, f"{key}.")
        return table

    def _known(self, data: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
        for key in data:
            if key not in known:
                raise self._wrong(f"{where}{key}", f"不认识，可用的键：{'、'.join(known)}")

    def _wrong(self, key: str, what: str) -> BadRecipe:
        return BadRecipe(f"版式文件 {self.file} 的“{key}”{what}。", "请对照 templates/profiles 中的样例改正。")
