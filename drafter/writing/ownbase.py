"""A unit's own Word file as the base: its styles where it has them, ours where it has not, and its page."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from drafter.errors import UnreadableFile
from drafter.writing import layout
from drafter.writing.base import base_parts, zipped
from drafter.writing.dress import Dress
from drafter.writing.layout import A4, Sheet
from drafter.writing.ooxml import empty
from drafter.writing.profile import Profile
from drafter.writing.styles import styles_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST = 30_000_000  # bytes of a part
_OTHER_NAMES = {
    "Title": ("公文标题", "文件标题", "大标题", "标题"),
    "Subtitle": ("副标题",),
    **{f"Heading{n}": (f"标题 {n}", f"标题{n}", f"{c}级标题", f"公文{c}级标题") for n, c in enumerate("一二三四", 1)},
    "DocBody": ("body text first indent", "正文首行缩进", "normal indent", "正文缩进", "body text", "正文文本"),
    "AnnexMark": ("附件",),
    "Signature": ("署名", "发文机关署名"),
    "Date": ("成文日期",),
    "Addressee": ("主送",),
    "TableHead": ("表格标题行",),
    "TableText": ("表格正文", "表格内容"),
    "TableCaption": ("caption",),
    "RedHead": ("红头", "文件头"),
}
"""What else a style is called by its maker; its name and the names in w:aliases count first."""
_ALWAYS_OURS = ("Normal", "Footer", "FooterEven", "FooterTurned", "SectionEnd", "Imprint", "HeadNumber")
_ROOT = "DocNormal"
_PAGE_TOLERANCE = layout.mm(2)


@dataclass(frozen=True, slots=True)
class Base:
    """A base made of a unit's file: `ids` are our style ids and what they are called in it, `own` those it has itself.

    `said` tells in sentences what was found, added and changed.
    """

    name: str
    package: bytes
    sheet: Sheet
    ids: tuple[tuple[str, str], ...]
    own: frozenset[str]
    body_size: int
    said: tuple[str, ...]

    def dress(self, profile: Profile) -> Dress:
        """What has to be changed in what is written for the standard's base."""
        return Dress(profile, dict(self.ids), self.own, self.body_size)


def load_base(path: Path) -> Base:
    """The base that a `.docx` or `.dotx` file gives; of its text, headers and footers nothing is taken.

    Raises UnreadableFile.
    """
    styles, body, theme = _parts(path)
    sheet, about_page = _sheet(body)
    merged = _Merged(styles, sheet)
    sheet = replace(sheet, title_size=merged.size("Title", layout.SIZE_2))
    parts = base_parts(Profile(sheet=sheet))
    dress = Dress(Profile(sheet=sheet), merged.ids, frozenset(merged.own))
    for name, xml in parts.items():
        if name.startswith("word/footer"):
            parts[name] = "".join(dress.dressed((xml,)))
    import lxml.etree

    parts["word/styles.xml"] = lxml.etree.tostring(styles, encoding="unicode", standalone=None)
    parts["word/fontTable.xml"] = _with_fonts(parts["word/fontTable.xml"], styles)
    if theme:
        parts["word/theme/theme1.xml"] = theme
    said = (about_page, *merged.said, "该文件里的文字、页眉和页脚没有取用。")
    return Base(
        path.name, zipped(parts), sheet, tuple(merged.ids.items()), frozenset(merged.own), merged.body_size, said
    )


def _with_fonts(table: str, styles: Any) -> str:  # noqa: ANN401
    """The font table with the fonts that styles name."""
    named = {fonts.get(f"{_W}{slot}", "") for fonts in styles.iter(f"{_W}rFonts") for slot in ("ascii", "eastAsia")}
    missing = sorted(name for name in named if name and f"w:name={quoteattr(name)}" not in table)
    lines = (f"<w:font w:name={quoteattr(name)}>{empty('family', val='auto')}</w:font>" for name in missing)
    return table.replace("</w:fonts>", "".join(lines) + "</w:fonts>")


def _parts(path: Path) -> tuple[Any, Any, str]:
    """The styles and the text of a file as trees, its theme as text."""
    import lxml.etree

    wrong = UnreadableFile(
        f"“{path.name}”不能用作样式底稿：不是完整的 .docx 文件。", "请用 Word 或 WPS 另存为 .docx 再选。"
    )
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            if any(entry.file_size > _MOST for entry in package.infolist()):
                raise wrong
            styles, text = (
                lxml.etree.fromstring(package.read(f"word/{name}.xml"), parser) for name in ("styles", "document")
            )
            theme = package.read("word/theme/theme1.xml") if "word/theme/theme1.xml" in package.namelist() else b""
    except OSError as error:
        raise UnreadableFile(
            f"打不开样式底稿 {path}：{error.strerror}。", "请检查文件名，或先关闭正在打开它的程序。"
        ) from error
    except (zipfile.BadZipFile, KeyError, lxml.etree.XMLSyntaxError, RuntimeError) as error:
        raise wrong from error
    if styles.tag != f"{_W}styles" or text.find(f"{_W}body") is None:
        raise wrong
    return styles, text.find(f"{_W}body"), theme.decode("utf-8", "replace")


def _sheet(body: Any) -> tuple[Sheet, str]:  # noqa: ANN401
    """The page of the last section, and a sentence about it; the standard's where it is no upright A4 page."""
    section = body.find(f"{_W}sectPr")

    def number(tag: str, key: str) -> int:
        found = None if section is None else section.find(f"{_W}{tag}")
        value = "" if found is None else found.get(f"{_W}{key}", "")
        return int(value) if value.lstrip("-").isdecimal() else 0

    wide, high = number("pgSz", "w"), number("pgSz", "h")
    if abs(wide - layout.PAGE_WIDTH) > _PAGE_TOLERANCE or abs(high - layout.PAGE_HEIGHT) > _PAGE_TOLERANCE:
        return A4, "页面：该文件不是 A4 竖页，页面按国家标准。"
    top, right, bottom, left = (abs(number("pgMar", side)) for side in ("top", "right", "bottom", "left"))
    height, width = layout.PAGE_HEIGHT - top - bottom, layout.PAGE_WIDTH - left - right
    grid = None if section is None else section.find(f"{_W}docGrid")
    pitch = number("docGrid", "linePitch") if grid is not None and "ines" in grid.get(f"{_W}type", "") else 0
    lines = height // pitch if pitch >= layout.SIZE_3 * 10 else height // layout.LINE
    sheet = Sheet(top, right, bottom, left, lines, round(width / layout.EM))
    if lines < 1 or width < layout.TEXT_WIDTH // 2:
        return A4, "页面：该文件的页边距过大，页面按国家标准。"
    millimetres = "、".join(f"{side * 25.4 / 1440:.0f}" for side in (top, right, bottom, left))
    return sheet, f"页面按该文件：上、右、下、左边距 {millimetres} 毫米，每页 {lines} 行。"


class _Merged:
    """Our styles put into the unit's: `ids` from ours to those in the file, `own` what the unit has itself."""

    def __init__(self, styles: Any, sheet: Sheet) -> None:  # noqa: ANN401
        import lxml.etree

        self.ids: dict[str, str] = {}
        self.own: set[str] = set()
        self._styles = styles
        self._taken = {one.get(f"{_W}styleId", "") for one in styles.iter(f"{_W}style")}
        self._names = _names(styles)
        ours = list(lxml.etree.fromstring(styles_xml(sheet).encode()).iter(f"{_W}style"))
        missing = [one for one in ours if not self._found(one)]
        for one in missing:
            self.ids[_id(one)] = self._free_id(_id(one))
        for one in missing:
            styles.append(self._adapted(one))
        self.body_size = self.size("DocBody", layout.SIZE_3)
        numbered = list(styles.iter(f"{_W}numPr"))
        for one in numbered:
            one.getparent().remove(one)
        self.said = _sentences(ours, self.own, bool(numbered))

    def _found(self, ours: Any) -> bool:  # noqa: ANN401
        """Whether the file has a style for ours; ids and own are noted."""
        identifier = _id(ours)
        kind = ours.get(f"{_W}type", "")
        if identifier in _ALWAYS_OURS:
            return False
        for name in (_name(ours).lower(), *_OTHER_NAMES.get(identifier, ())):
            if theirs := self._names.get((kind, name)):
                self.ids[identifier] = theirs
                if kind == "paragraph" or not identifier.startswith(("TableNormal", "DefaultRun")):
                    self.own.add(identifier)
                return True
        return False

    def size(self, ours: str, default: int) -> int:
        """The size of type of a style, half-points, as it or those under it say."""
        styles = {_id(one): one for one in self._styles.iter(f"{_W}style")}
        seen: set[str] = set()
        identifier = self.ids[ours]
        while identifier in styles and identifier not in seen:
            seen.add(identifier)
            size = styles[identifier].find(f"{_W}rPr/{_W}sz")
            if size is not None and size.get(f"{_W}val", "").isdecimal():
                return int(size.get(f"{_W}val"))
            under = styles[identifier].find(f"{_W}basedOn")
            identifier = "" if under is None else under.get(f"{_W}val", "")
        return default

    def _free_id(self, identifier: str) -> str:
        free = _ROOT if identifier == "Normal" else identifier
        while free in self._taken:
            free += "Doc"
        self._taken.add(free)
        return free

    def _adapted(self, ours: Any) -> Any:  # noqa: ANN401
        """A style of ours with the ids and a name that are free in the file."""
        one = deepcopy(ours)
        one.set(f"{_W}styleId", self.ids[_id(ours)])
        one.attrib.pop(f"{_W}default", None)
        for tag in ("basedOn", "next"):
            if (found := one.find(f"{_W}{tag}")) is not None:
                found.set(f"{_W}val", self.ids[found.get(f"{_W}val")])
        if (one.get(f"{_W}type", ""), _name(ours).lower()) in self._names:
            one.find(f"{_W}name").set(f"{_W}val", f"公文-{_name(ours)}")
            one.set(f"{_W}customStyle", "1")
        return one


def _names(styles: Any) -> dict[tuple[str, str], str]:  # noqa: ANN401
    """From (type, name or alias in lower case) to the id of a style."""
    found: dict[tuple[str, str], str] = {}
    for one in styles.iter(f"{_W}style"):
        aliases = one.find(f"{_W}aliases")
        others = [] if aliases is None else aliases.get(f"{_W}val", "").split(",")
        for name in (_name(one), *others):
            found.setdefault((one.get(f"{_W}type", ""), name.strip().lower()), _id(one))
    return found


def _sentences(ours: list[Any], own: set[str], numbered: bool) -> tuple[str, ...]:
    shown = [one for one in ours if not one.get(f"{_W}default")]
    taken = "、".join(_name(one) for one in shown if _id(one) in own)
    added = "、".join(_name(one) for one in shown if _id(one) not in own)
    said = [f"用该文件的样式：{taken}。" if taken else "该文件没有可用的同名样式。"]
    if added:
        said.append(f"该文件没有、按国家标准补上的样式：{added}。")
    if numbered:
        said.append("该文件样式里的自动编号没有取用，序号按正文打印。")
    return tuple(said)


def _id(style: Any) -> str:  # noqa: ANN401
    return style.get(f"{_W}styleId", "")


def _name(style: Any) -> str:  # noqa: ANN401
    found = style.find(f"{_W}name")
    return "" if found is None else found.get(f"{_W}val", "")
