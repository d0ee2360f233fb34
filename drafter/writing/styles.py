"""styles.xml of the base document: every element of GB/T 9704-2012, clause 7, as a style a typist can pick.

Word goes by w:name: `heading 1`, `Title` and the like are its built-in styles, the Chinese names are our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.writing import layout
from drafter.writing.layout import A4, FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG, Face, Sheet
from drafter.writing.ooxml import (
    DECLARATION,
    NAMESPACES,
    borders,
    cell_margins,
    empty,
    fonts,
    properties,
    size,
    wrapped,
)

HEADING_LEVELS = 9
_HEADING_FACES = (HEITI, KAITI, FANGSONG)
_CENTRED = empty("jc", val="center")
_LEFT = empty("jc", val="left")


def heading_face(level: int) -> Face:
    """The face of a heading: 黑体, 楷体, then 仿宋 (7.3.3)."""
    return _HEADING_FACES[min(level, len(_HEADING_FACES)) - 1]


def heading_style(level: int) -> str:
    """The id of a heading's style."""
    return f"Heading{min(level, HEADING_LEVELS)}"


def styles_xml(sheet: Sheet = A4, *, centred_numbers: bool = False) -> str:
    """The part word/styles.xml for a page, the page number on the outer side or in the middle."""
    everything = (
        _defaults(),
        *_text_styles(sheet),
        *_head_styles(sheet),
        *_closing_styles(sheet),
        *_contents_styles(sheet),
        *_box_and_table_styles(),
        *_other_styles(centred_numbers),
    )
    return f"{DECLARATION}<w:styles {NAMESPACES}>{''.join(everything)}</w:styles>"


def _style(kind: str, identifier: str, name: str, *properties_: str, based: str = "", after: str = "") -> str:
    default = ' w:default="1"' if not based and identifier in ("Normal", "TableNormal", "DefaultRun") else ""
    custom = "" if name.isascii() else ' w:customStyle="1"'
    head = empty("name", val=name)
    head += empty("basedOn", val=based) if based else ""
    head += empty("next", val=after) if after else ""
    head += "" if default and kind != "paragraph" else empty("qFormat")
    return f'<w:style w:type="{kind}"{default}{custom} w:styleId="{identifier}">{head}{"".join(properties_)}</w:style>'


def _face(face: Face) -> str:
    return fonts(face.latin, face.chinese)


def _pitch(twips: int, before: int = 0, after: int = 0) -> tuple[str, str]:
    """Lines exactly this high, off the grid."""
    return empty("snapToGrid", val=0), empty("spacing", before=before, after=after, line=twips, lineRule="exact")


def _two_in(sheet: Sheet) -> str:
    return empty("ind", firstLineChars=200, firstLine=2 * sheet.em)


def _paragraph(
    identifier: str,
    name: str,
    *direct: str,
    face: Face | None = None,
    type_size: int = 0,
    based: str = "Normal",
    after: str = "",
) -> str:
    run = [_face(face)] if face else []
    if type_size:
        run += [empty("spacing", val=0), size(type_size)]
    return _style(
        "paragraph", identifier, name, properties("pPr", *direct), properties("rPr", *run), based=based, after=after
    )


def _defaults() -> str:
    run = properties(
        "rPr",
        _face(FANGSONG),
        size(layout.SIZE_3),
        empty("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    return wrapped("docDefaults", wrapped("rPrDefault", run), wrapped("pPrDefault"))


def _text_styles(sheet: Sheet) -> Iterator[str]:
    line = empty("spacing", before=0, after=0, line=sheet.line, lineRule="exact")
    yield _style(
        "paragraph",
        "Normal",
        "Normal",
        properties(
            "pPr",
            *(empty(switch, val=0) for switch in ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN")),
            line,
            empty("jc", val="both"),
        ),
        properties("rPr", _face(FANGSONG), empty("spacing", val=sheet.tracking), size(layout.SIZE_3)),
    )
    yield _paragraph("DocBody", "公文正文", _two_in(sheet))
    for level in range(1, HEADING_LEVELS + 1):
        outline = empty("outlineLvl", val=level - 1)
        yield _paragraph(
            heading_style(level), f"heading {level}", empty("keepNext"), empty("keepLines"), _two_in(sheet), outline,
            face=heading_face(level), after="DocBody",
        )  # fmt: skip
    title = (empty("keepNext"), *_pitch(layout.TITLE_LINE), _CENTRED)
    yield _paragraph("Title", "Title", *title, face=XIAOBIAOSONG, type_size=layout.SIZE_2, after="DocBody")
    yield _paragraph("Subtitle", "Subtitle", _CENTRED, face=KAITI, after="DocBody")
    yield _paragraph("DocStatus", "题注", _CENTRED, face=KAITI, after="DocBody")
    yield _paragraph("Addressee", "主送机关", after="DocBody")
    yield _paragraph("DocNumber", "发文字号", _CENTRED, after="DocBody")
    yield _paragraph("Classification", "密级", _LEFT, face=HEITI, after="DocBody")
    remark = _pitch(layout.REMARK_LINE, after=layout.REMARK_GAP)
    yield _paragraph("Remark", "样例说明", *remark, face=KAITI, type_size=layout.SIZE_5, after="Title")


def _head_styles(sheet: Sheet) -> Iterator[str]:
    """The red name, the number above the red rule, and the imprint."""
    yield _style(
        "paragraph", "RedHead", "发文机关标志",
        properties("pPr", empty("keepNext"), empty("snapToGrid", val=0), _CENTRED),
        properties("rPr", _face(XIAOBIAOSONG), empty("color", val=layout.RED), empty("spacing", val=0)),
        based="Normal", after="HeadNumber",
    )  # fmt: skip
    above = empty("spacing", before=layout.LINES_ABOVE_NUMBER * sheet.line)
    yield _paragraph("HeadNumber", "版头发文字号", empty("keepNext"), above, _CENTRED, after="Title")
    yield _paragraph("Imprint", "版记", *_pitch(layout.IMPRINT_LINE), _LEFT, face=FANGSONG, type_size=layout.SIZE_4)


def _closing_styles(sheet: Sheet) -> Iterator[str]:
    yield _paragraph("AnnexList", "附件说明")
    yield _paragraph("Signature", "Signature", empty("keepNext"), _LEFT)
    yield _paragraph("Date", "Date", _LEFT)
    yield _paragraph("DocNote", "附注", _two_in(sheet))
    yield _paragraph("AnnexMark", "附件标识", empty("pageBreakBefore"), empty("keepNext"), _LEFT, face=HEITI)
    yield _paragraph("AnnexTitle", "附件标题", *_pitch(layout.TITLE_LINE, before=sheet.line), based="Title")


def _contents_styles(sheet: Sheet) -> Iterator[str]:
    """目录: the entries of three levels, each a character further in, dots up to the page number (practice)."""
    title = (empty("keepNext"), *_pitch(layout.TITLE_LINE, after=sheet.line), _CENTRED)
    yield _paragraph("TOCHeading", "TOC Heading", *title, face=XIAOBIAOSONG, type_size=layout.SIZE_2, after="TOC1")
    tab = wrapped("tabs", empty("tab", val="right", leader="dot", pos=sheet.text_width))
    for level in range(1, layout.CONTENTS_LEVELS + 1):
        place = empty("ind", left=(level - 1) * sheet.em)
        yield _paragraph(f"TOC{level}", f"toc {level}", tab, place, _LEFT, face=HEITI if level == 1 else FANGSONG)


def _box_and_table_styles() -> Iterator[str]:
    small = _pitch(layout.SMALL_LINE)
    two_small = empty("ind", firstLineChars=200, firstLine=2 * layout.SIZE_4 * 10)
    airy = _pitch(layout.SMALL_LINE, before=layout.BOX_AIR, after=layout.BOX_AIR)
    head = (empty("keepNext"), *airy, _CENTRED)
    yield _paragraph("BoxTitle", "专栏标题", *head, face=HEITI, type_size=layout.SIZE_4, after="BoxText")
    yield _paragraph("BoxText", "专栏正文", *small, two_small, face=FANGSONG, type_size=layout.SIZE_4)
    cell = _pitch(layout.TABLE_LINE)
    twelve = layout.SIZE_SMALL_4
    yield _paragraph("TableCaption", "表题", empty("keepNext"), *small, _CENTRED, face=HEITI, type_size=layout.SIZE_4)
    yield _paragraph("TableHead", "表头", empty("keepNext"), *cell, _CENTRED, face=HEITI, type_size=twelve)
    yield _paragraph("TableText", "表格文字", *cell, _LEFT, face=FANGSONG, type_size=twelve)
    yield _paragraph("TableCentred", "表格居中", _CENTRED, based="TableText")
    padding = cell_margins(layout.CELL_PADDING)
    sides = ("top", "left", "bottom", "right")
    none = properties("tblPr", empty("tblInd", w=0, type="dxa"), padding)
    yield _style("table", "TableNormal", "Normal Table", none)
    lines = properties("tblPr", borders("tblBorders", layout.TABLE_BORDER, *sides, "insideH", "insideV"), padding)
    yield _style("table", "DocTable", "公文表格", lines, based="TableNormal")
    airy_foot = cell_margins(layout.CELL_PADDING, layout.BOX_AIR)
    frame = properties("tblPr", borders("tblBorders", layout.BOX_BORDER, *sides), airy_foot)
    yield _style("table", "DocBox", "专栏框", frame, based="TableNormal")


def _other_styles(centred_numbers: bool) -> Iterator[str]:
    outer = layout.FOOTER_INDENT
    line = _pitch(layout.FOOTER_LINE, before=layout.FOOTER_GAP)
    turned = _pitch(layout.FOOTER_LINE)
    odd = (empty("ind", rightChars=100, right=outer), empty("jc", val="right"))
    even = (empty("ind", leftChars=100, left=outer), _LEFT)
    if centred_numbers:
        odd = even = (_CENTRED,)
    for identifier, name, place in (
        ("Footer", "footer", (*line, *odd)),
        ("FooterEven", "双页页码", (*line, *even)),
        ("FooterTurned", "横页页码", turned),
    ):
        yield _paragraph(identifier, name, *place, face=SONGTI, type_size=layout.SIZE_4)
    yield _paragraph("SectionEnd", "分节", *_pitch(layout.SECTION_END_LINE), face=FANGSONG, type_size=2)
    yield _style("character", "DefaultRun", "Default Paragraph Font")
    yield _style("character", "Responsible", "责任单位", properties("rPr", _face(KAITI)), based="DefaultRun")
    yield _style("character", "RunInBody", "标题后正文", properties("rPr", _face(FANGSONG)), based="DefaultRun")
