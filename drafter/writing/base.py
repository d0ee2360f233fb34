"""The base document: a package with the styles, footers and settings of GB/T 9704-2012 and no text.

`templates/gbt9704.docx` is what this module builds and what every export is copied from.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from xml.sax.saxutils import escape

from drafter import resources
from drafter.writing import layout
from drafter.writing.dress import Dress
from drafter.writing.layout import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG, Sheet
from drafter.writing.letter import letter_footer
from drafter.writing.ooxml import (
    DECLARATION,
    FOOTERS,
    LANDSCAPE_FOOTERS,
    LETTER_FOOTER,
    NAMESPACES,
    NO_FOOTERS,
    cell,
    cell_margins,
    empty,
    legal,
    page_number,
    paragraph,
    row,
    section,
    table,
    wrapped,
)
from drafter.writing.profile import ELEMENTS, KINDS, NATIONAL, SAME, NumberPlace, Profile
from drafter.writing.styles import styles_xml
from drafter.writing.theme import theme_xml

CORE_PART = "docProps/core.xml"
DOCUMENT_PART = "word/document.xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DATE = (2012, 7, 1, 0, 0, 0)  # the day the standard came into force; a fixed one, so that a rebuild gives equal bytes


def base_parts(profile: Profile = NATIONAL) -> dict[str, str]:
    """The parts of the base document by name, for a unit's profile."""
    sheet, centred = profile.sheet, profile.number_place is NumberPlace.CENTRE
    number = page_number(SONGTI, profile.number)
    parts = {
        "word/styles.xml": styles_xml(sheet, centred_numbers=centred),
        "word/footer1.xml": _footer(paragraph("Footer", number)),
        "word/footer2.xml": _footer(paragraph("FooterEven", number)),
        "word/footer3.xml": _footer(_turned_number(profile, odd=True)),
        "word/footer4.xml": _footer(_turned_number(profile, odd=False)),
        "word/footer5.xml": _footer(paragraph("Footer")),
        "word/footer6.xml": letter_footer(),
    }
    if profile != NATIONAL:
        parts = {name: "".join(Dress(profile).dressed((xml,))) for name, xml in parts.items()}
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rIdDocument", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rIdCore", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rIdApp", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        CORE_PART: core_xml({}),
        "docProps/app.xml": f'{DECLARATION}<Properties xmlns="{_OFFICE.rpartition("/")[0]}/extended-properties"/>',
        DOCUMENT_PART: document_xml(section(sheet=sheet)),
        "word/_rels/document.xml.rels": _relationships(*_document_relationships()),
        **parts,
        "word/settings.xml": _settings(sheet),
        "word/fontTable.xml": _font_table(profile),
        "word/theme/theme1.xml": theme_xml(),
    }


@lru_cache(maxsize=8)
def base_package(profile: Profile = NATIONAL) -> bytes:
    """The base document of a profile as a file: that of the standard from the templates, any other as it is built."""
    if profile == NATIONAL:
        return (resources.templates() / "gbt9704.docx").read_bytes()
    return built_package(profile)


def built_package(profile: Profile = NATIONAL) -> bytes:
    """The base document as a file; the same bytes every time."""
    return zipped(base_parts(profile))


def zipped(parts: Mapping[str, str]) -> bytes:
    """Parts as a file; the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, xml.encode())
    return out.getvalue()


def _document_relationships() -> list[tuple[str, str, str]]:
    numbered = (FOOTERS["odd"], FOOTERS["even"], LANDSCAPE_FOOTERS["odd"], LANDSCAPE_FOOTERS["even"])
    footers = (*numbered, NO_FOOTERS["odd"], LETTER_FOOTER)
    return [
        ("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
        ("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
        ("rIdFonts", f"{_OFFICE}/fontTable", "fontTable.xml"),
        ("rIdTheme", f"{_OFFICE}/theme", "theme/theme1.xml"),
        *((name, f"{_OFFICE}/footer", f"footer{number}.xml") for number, name in enumerate(footers, 1)),
    ]


def _relationships(*links: tuple[str, str, str]) -> str:
    inside = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in links)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types() -> str:
    kinds = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        **{f"/word/footer{number}.xml": f"{_WORD}.footer+xml" for number in range(1, 7)},
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    inside = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def document_xml(body: str) -> str:
    """The part word/document.xml around a body: paragraphs and tables, then the properties of the last section."""
    return f"{DECLARATION}<w:document {NAMESPACES}>{wrapped('body', body)}</w:document>"


def core_xml(described: dict[str, str]) -> str:
    """The part docProps/core.xml from title, subject, creator, keywords and description; 255 characters of each."""

    def element(name: str, value: str) -> str:
        tag = f"cp:{name}" if name == "keywords" else f"dc:{name}"
        return f"<{tag}>{escape(legal(value)[:255])}</{tag}>" if value else ""

    inside = "".join(element(name, value) for name, value in described.items())
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</cp:coreProperties>'
    )


def _settings(sheet: Sheet) -> str:
    compatible = (
        *(
            empty(switch)
            for switch in (
                "spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
                "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout",
            )
        ),
        empty("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15),
    )  # fmt: skip
    return f"{DECLARATION}<w:settings {NAMESPACES}>" + "".join(
        (
            empty("zoom", percent=100),
            empty("defaultTabStop", val=2 * sheet.em),
            empty("evenAndOddHeaders"),
            empty("characterSpacingControl", val="compressPunctuation"),
            wrapped("compat", *compatible),
            empty("themeFontLang", val="en-US", eastAsia="zh-CN"),
            empty("decimalSymbol", val="."),
            empty("listSeparator", val=","),
            "</w:settings>",
        )
    )


def _font_table(profile: Profile) -> str:
    """Each font with the name under which other systems have it; a program without the one takes the other."""
    kinds = {FANGSONG: "仿宋", KAITI: "楷体", HEITI: "SimHei", XIAOBIAOSONG: "SimSun", SONGTI: "SimSun"}
    others = {face.chinese: other for face, other in kinds.items()}
    for key, name in profile.fonts:
        face = ELEMENTS.get(key) or KINDS[key]
        others.setdefault(name, face.chinese if name != face.chinese else kinds[face])
    chinese = (_font(name, other, "86", _FAMILIES.get(other, "auto")) for name, other in others.items())
    latin = {FANGSONG.latin, profile.latin} - {SAME, *others}
    western = (_font(name, "", "00", "roman" if name == FANGSONG.latin else "auto") for name in sorted(latin))
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{''.join((*chinese, *western))}</w:fonts>"


_FAMILIES = {"仿宋": "modern", "楷体": "modern", "SimHei": "modern", "SimSun": "roman"}


def _font(name: str, other: str, charset: str, family: str) -> str:
    return f"<w:font w:name={chr(34)}{name}{chr(34)}>" + "".join(
        (
            empty("altName", val=other) if other else "",
            empty("charset", val=charset),
            empty("family", val=family),
            empty("pitch", val="variable"),
            "</w:font>",
        )
    )


def _footer(content: str) -> str:
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _turned_number(profile: Profile, odd: bool) -> str:
    """The number of a landscape page: in the left margin, turned clockwise, where the portrait sheet has it (8)."""
    sheet, centred = profile.sheet, profile.number_place is NumberPlace.CENTRE
    height = layout.TURNED_LENGTH
    offset = layout.FOOTER_INDENT
    top = layout.PAGE_WIDTH - sheet.right - offset - height if odd else sheet.left + offset
    if centred:
        top = (layout.PAGE_WIDTH - height) // 2
    place = empty(
        "tblpPr", vertAnchor="page", horzAnchor="page",
        tblpX=sheet.bottom - layout.NUMBER_GAP - layout.FOOTER_LINE // 2, tblpY=top,
    )  # fmt: skip
    aligned = empty("jc", val="center" if centred else "right" if odd else "left")
    number = cell(
        layout.FOOTER_LINE,
        paragraph("FooterTurned", page_number(SONGTI, profile.number), aligned),
        empty("textDirection", val="tbRl"),
        empty("vAlign", val="center"),
    )
    high = empty("trHeight", val=height, hRule="exact")
    turned = table("TableNormal", (layout.FOOTER_LINE,), row(number, high), place, cell_margins(0))
    return turned + paragraph("FooterTurned")
