"""A written file is opened again and told in plain words: sheet, fonts, headings, tables, numbers, what is open."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drafter.writing.layout import PAGE_HEIGHT, PAGE_WIDTH

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MM = 25.4 / 1440
_HEADING = "heading "
_SHOWN_MOST = 5


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at: whether it is as it should be, and a sentence for the planner."""

    ok: bool
    sentence: str


def self_check(data: bytes, installed: frozenset[str] | None = None) -> tuple[Checked, ...]:
    """What a `.docx` file holds, one sentence for each thing that is looked at.

    `installed` are the fonts of this machine in lower case, None where they are not known.
    """
    import lxml.etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {
                name: lxml.etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith("xml")
            }
    except (zipfile.BadZipFile, lxml.etree.XMLSyntaxError):
        return (Checked(False, "文件打不开：写出的文件不完整，请重新导出。"),)
    body = parts["word/document.xml"][0]
    styles = {one.get(f"{_W}styleId", ""): one for one in parts["word/styles.xml"].iter(f"{_W}style")}
    return (
        *_sheets(body),
        *_fonts(parts, installed),
        _headings(body, styles),
        *_tables(body),
        _numbers(body, parts),
        *_imprint(body),
        _open(body),
    )


def _value(node: Any, *way: str) -> str | None:  # noqa: ANN401
    """The attribute (the last of `way`) of an element under a node."""
    *tags, attribute = way
    found = node.find("/".join(f"{_W}{tag}" for tag in tags)) if tags else node
    return None if found is None else found.get(f"{_W}{attribute}")


def _sheets(body: Any) -> Iterator[Checked]:  # noqa: ANN401
    """The sheet of the sections: one sentence for every kind of page."""
    kinds: Counter[tuple[int, ...]] = Counter()
    for section in body.iter(f"{_W}sectPr"):
        sides = [int(_value(section, "pgMar", side) or 0) for side in ("top", "right", "bottom", "left")]
        size = [int(_value(section, "pgSz", side) or 0) for side in ("w", "h")]
        kinds[(*size, *sides, int(_value(section, "docGrid", "linePitch") or 0))] += 1
    for (wide, high, top, right, bottom, left, pitch), count in kinds.items():
        turned = wide > high
        area = f"版心 {(wide - left - right) * _MM:.0f}×{(high - top - bottom) * _MM:.0f} 毫米"
        a4 = sorted((wide, high)) == [PAGE_WIDTH, PAGE_HEIGHT]
        name = "横页" if turned else "竖页"
        lines = f"，每页 {(high - top - bottom) // pitch} 行" if pitch and not turned else ""
        paper = "A4" if a4 else f"不是 A4（{wide * _MM:.0f}×{high * _MM:.0f} 毫米）"
        yield Checked(a4, f"页面：{name} {count} 节，{paper}，{area}{lines}。")


def _fonts(parts: dict[str, Any], installed: frozenset[str] | None) -> Iterator[Checked]:
    used: dict[str, None] = {}
    for name, root in parts.items():
        if name.startswith("word/") and name != "word/fontTable.xml":
            for fonts in root.iter(f"{_W}rFonts"):
                for slot in ("eastAsia", "ascii"):
                    used.setdefault(fonts.get(f"{_W}{slot}") or "")
    used.pop("", None)
    others = {
        font.get(f"{_W}name"): _value(font, "altName", "val") for font in parts["word/fontTable.xml"].iter(f"{_W}font")
    }
    undeclared = [name for name in used if name not in others]
    yield Checked(
        not undeclared,
        f"字体：用到 {'、'.join(used)}"
        + (f"，其中 {'、'.join(undeclared)} 没有在文件中登记。" if undeclared else "，都已登记。"),
    )
    if installed is None:
        return
    missing = [name for name in used if name.lower() not in installed]
    if missing:
        told = "、".join(
            f"{name}（用{others[name]}代替）" if (others.get(name) or "").lower() in installed else name
            for name in missing
        )
        yield Checked(False, f"本机没有安装：{told}。显示会用别的字体代替，文件里写的字体不受影响。")
    else:
        yield Checked(True, "用到的字体本机都已安装。")


def _headings(body: Any, styles: dict[str, Any]) -> Checked:  # noqa: ANN401
    """The headings by level, and those at which a level is left out."""
    levels: list[int] = []
    for paragraph in body.iter(f"{_W}p"):
        style = styles.get(_value(paragraph, "pPr", "pStyle", "val") or "")
        name = (_value(style, "name", "val") or "").lower() if style is not None else ""
        if name.startswith(_HEADING) and name.removeprefix(_HEADING).isdecimal():
            levels.append(int(name.removeprefix(_HEADING)))
    if not levels:
        return Checked(True, "标题：没有分级标题。")
    told = "、".join(f"{level} 级 {count} 个" for level, count in sorted(Counter(levels).items()))
    jumps = sum(after > before + 1 for before, after in zip([0, *levels], levels, strict=False))
    return Checked(
        not jumps, f"标题：{told}" + (f"，有 {jumps} 处越级。" if jumps else "，用的是 Word 自带的标题样式。")
    )


def _tables(body: Any) -> Iterator[Checked]:  # noqa: ANN401
    """The tables that are neither boxes nor furniture of the page."""
    tables = [table for table in body.iter(f"{_W}tbl") if _value(table, "tblPr", "tblStyle", "val") == "DocTable"]
    if not tables:
        return
    without = sum(
        _value(table, "tr", "trPr", "tblHeader") is None and not table.findall(f".//{_W}tblHeader") for table in tables
    )
    yield Checked(
        not without,
        f"表格：{len(tables)} 张，"
        + (f"其中 {without} 张没有表头行。" if without else "表头都会在每页重复，行不跨页断开。"),
    )


def _numbers(body: Any, parts: dict[str, Any]) -> Checked:  # noqa: ANN401
    """Page numbers on odd and even pages."""
    apart = parts["word/settings.xml"].find(f"{_W}evenAndOddHeaders") is not None
    kinds = {reference.get(f"{_W}type") for reference in body.iter(f"{_W}footerReference")}
    fields = sum("PAGE" in "".join(root.itertext()) for name, root in parts.items() if name.startswith("word/footer"))
    if not fields:
        return Checked(False, "页码：页脚中没有页码。")
    if apart and {"default", "even"} <= kinds:
        return Checked(True, "页码：单页、双页分设，每一节都有。")
    return Checked(False, "页码：没有分设单页和双页，双面印刷时会在装订一侧。")


def _imprint(body: Any) -> Iterator[Checked]:  # noqa: ANN401
    """The 版记, where the file has one."""
    styled = [one for one in body.iter(f"{_W}pStyle") if one.get(f"{_W}val") == "Imprint"]
    if not styled:
        return
    last = body.find(f"{_W}sectPr")
    even = last is not None and _value(last, "type", "val") == "evenPage"
    yield Checked(True, "版记：" + ("另起一面，在双页的版心底部。" if even else "在最后一页的版心底部。"))


def _open(body: Any) -> Checked:  # noqa: ANN401
    """The slots that are still open, by the highlight under them or the brackets around them."""
    lines = (one for one in body.iter(f"{_W}p") if _value(one, "pPr", "pStyle", "val") != "Remark")
    marks = [mark for one in lines for mark in re.findall("【[^【】]{1,40}】", "".join(one.itertext()))]
    if not marks:
        return Checked(True, "没有未填的【】。")
    names = list(dict.fromkeys(marks))
    more = "等" if len(names) > _SHOWN_MOST else ""
    return Checked(False, f"还有 {len(marks)} 处【】没有填：{''.join(names[:_SHOWN_MOST])}{more}。")
