"""WordprocessingML as strings: small verbs that escape their text and put child elements in the order of the schema.

Order and meaning of elements: ISO/IEC 29500-1, 17.3.1 (paragraphs), 17.3.2 (runs), 17.4 (tables), 17.6 (sections).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from drafter.writing import layout
from drafter.writing.layout import A4, Face, Sheet

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LATIN = "!-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_PLAIN = f"\\s{_LATIN}{_CHINESE}"
_ONE_KIND = re.compile(f"(?!\\Z)([\\s{_CHINESE}]*+(?:([^{_PLAIN}])[^{_LATIN}]*+|[{_PLAIN}]*+))")
"""The longest piece without letters and digits, its first mark in the second group, or without marks."""
_BREAKS = re.compile("(\r\n?|\n|\t)")
_AFTER_PITCH = re.compile("(?=<w:ind |<w:jc |</w:pPr>)")
_NAME = re.compile(r"<w:(\w+)")

_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs overflowPunct autoSpaceDE "
    "autoSpaceDN snapToGrid spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i color spacing sz szCs highlight lang",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders textDirection vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType titlePg docGrid",
}
_RANK = {tag: {name: rank for rank, name in enumerate(names.split())} for tag, names in _ORDER.items()}


def legal(text: str) -> str:
    """The text without the characters XML 1.0 cannot hold (control characters, lone surrogates)."""
    return _ILLEGAL.sub("", text)


def empty(name: str, /, **attributes: str | int) -> str:
    """An element w:name without content; attributes are in the w: namespace."""
    return f"<w:{name}{''.join(f' w:{key}={quoteattr(str(value))}' for key, value in attributes.items())}/>"


def wrapped(name: str, *content: str) -> str:
    """An element w:name around what is given as XML."""
    return f"<w:{name}>{''.join(content)}</w:{name}>"


def properties(tag: str, *elements: str) -> str:
    """A properties element (pPr, rPr, tblPr, trPr, tcPr, sectPr) with its children in schema order, "" without any."""
    rank = _RANK[tag]

    def place(element: str) -> int:
        name = _NAME.match(element)
        return rank[name[1]] if name else 0

    return wrapped(tag, *sorted(filter(None, elements), key=place)) if any(elements) else ""


def fonts(ascii_: str, chinese: str) -> str:
    """An element w:rFonts with all four fonts named, so that no theme font and no default shows through."""
    return empty("rFonts", hint="eastAsia", ascii=ascii_, hAnsi=ascii_, eastAsia=chinese, cs=ascii_)


def size(half_points: int) -> str:
    """The size of type."""
    return empty("sz", val=half_points) + empty("szCs", val=half_points)


_TEXT = '<w:t xml:space="preserve">'
_RUN_END = "</w:t></w:r>"


@cache
def _run_start(ascii_: str, chinese: str, style: str, marked: bool) -> str:
    named = empty("rStyle", val=style) if style else ""
    highlight = empty("highlight", val="yellow") if marked else ""
    return "<w:r>" + properties("rPr", named, fonts(ascii_, chinese), highlight)


@cache
def _text_starts(face: Face, style: str, marked: bool) -> tuple[str, str]:
    """How runs begin: of Chinese with letters and digits, of Chinese with marks."""
    latin, chinese = (_run_start(font, face.chinese, style, marked) for font in (face.latin, face.chinese))
    return latin + _TEXT, chinese + _TEXT


def _with_breaks(content: str) -> str:
    """The content of a run, its line ends and tabs as elements."""
    return _BREAKS.sub(lambda found: f"</w:t>{empty('tab' if found[0] == chr(9) else 'br')}{_TEXT}", content)


def runs(text: str, face: Face, style: str = "", marked: bool = False) -> str:
    """The text as runs: letters and digits in the Latin font, all else in the Chinese one.

    Marks that belong to both scripts (“ ” ‘ ’ — … · ① ×) would come out in the Latin font here and there: they are in
    runs that know only the Chinese one. Text of both kinds is cut into as few runs as that takes. `style` is the id
    of a character style; `marked` puts a highlight under the text.
    """
    latin, chinese = _text_starts(face, style, marked)
    if "&" in text or "<" in text or ">" in text:
        text = escape(text)
    if text.isprintable():
        return "".join([f"{chinese if mark else latin}{piece}{_RUN_END}" for piece, mark in _ONE_KIND.findall(text)])
    pieces = _ONE_KIND.findall(legal(text))
    whole = "".join([f"{chinese if mark else latin}{_with_breaks(piece)}{_RUN_END}" for piece, mark in pieces])
    return whole.replace(f"{_TEXT}</w:t>", "")


@cache
def _paragraph_start(style: str, *direct: str) -> str:
    return "<w:p>" + properties("pPr", empty("pStyle", val=style), *direct)


def paragraph(style: str, content: str = "", *direct: str) -> str:
    """A paragraph in a style (its id), with direct paragraph properties where given."""
    return f"{_paragraph_start(style, *direct)}{content}</w:p>"


_NOT_KEPT = empty("keepNext", val=0)


def kept(paragraph_xml: str) -> str:
    """The paragraph, at least its last line, on the page of the next one."""
    return paragraph_xml.replace(_NOT_KEPT, "").replace("/>", "/>" + empty("keepNext"), 1)


def pitched(paragraph_xml: str, twips: int) -> str:
    """The paragraph with lines exactly this high, off the grid."""
    pitch = empty("snapToGrid", val=0) + empty("spacing", line=twips, lineRule="exact")
    return _AFTER_PITCH.sub(pitch, paragraph_xml, count=1)


def ending_section(paragraph_xml: str, section_xml: str) -> str:
    """The paragraph as the last of a section."""
    return paragraph_xml.replace("</w:pPr>", section_xml + "</w:pPr>", 1)


def field_opening(instruction: str, face: Face) -> str:
    """The runs that begin a field; what it shows follows, then field_end."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    begin, separate = (empty("fldChar", fldCharType=kind) for kind in ("begin", "separate"))
    return "".join(_start_in(face) + content + "</w:r>" for content in (begin, code, separate))


def field_end(face: Face) -> str:
    """The run that ends a field."""
    return f"{_start_in(face)}{empty('fldChar', fldCharType='end')}</w:r>"


def _start_in(face: Face) -> str:
    return _run_start(face.latin, face.chinese, "", False)


def page_number(face: Face, form: str = "— 1 —") -> str:
    """The runs — 1 —, the number a field that counts pages (GB/T 9704-2012, 7.5); `form` is another way to print it."""
    before, _, after = form.partition("1")
    number = f"{field_opening('PAGE', face)}{_start_in(face)}<w:t>1</w:t></w:r>{field_end(face)}"
    return f"{runs(before, face)}{number}{runs(after, face)}"


def bookmarked(paragraph_xml: str, identifier: int, name: str) -> str:
    """The paragraph with a bookmark around what it says."""
    start = f'</w:pPr><w:bookmarkStart w:id="{identifier}" w:name="{name}"/>'
    end = f'<w:bookmarkEnd w:id="{identifier}"/></w:p>'
    return paragraph_xml.replace("</w:pPr>", start, 1).removesuffix("</w:p>") + end


def link(name: str, content: str) -> str:
    """Runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def table(style: str, widths: tuple[int, ...], rows: str, *direct: str) -> str:
    """A table with fixed columns; widths in twips."""
    grid = wrapped("tblGrid", *(empty("gridCol", w=width) for width in widths))
    head = properties(
        "tblPr",
        empty("tblStyle", val=style),
        empty("tblW", w=sum(widths), type="dxa"),
        empty("tblLayout", type="fixed"),
        *direct,
    )
    return f"<w:tbl>{head}{grid}{rows}</w:tbl>"


HEADER_ROW = empty("tblHeader")
WHOLE_ROW = empty("cantSplit")


def row(cells: str, *direct: str) -> str:
    """A table row; HEADER_ROW repeats it on every page, WHOLE_ROW keeps it on one page."""
    return f"<w:tr>{_row_properties(*direct)}{cells}</w:tr>"


@cache
def _row_properties(*direct: str) -> str:
    return properties("trPr", *direct)


def cell(width: int, content: str, *direct: str) -> str:
    """A table cell; the content ends with a paragraph."""
    return f"<w:tc>{_cell_properties(width, *direct)}{content}</w:tc>"


@cache
def _cell_properties(width: int, *direct: str) -> str:
    return properties("tcPr", empty("tcW", w=width, type="dxa"), *direct)


def borders(tag: str, eighths: int, *sides: str) -> str:
    """Single black borders (tblBorders, tcBorders) on the sides named, in the order of the schema."""
    return wrapped(tag, *(edge(side, eighths) for side in sides))


def edge(side: str, eighths: int, kind: str = "single", color: str = "000000", gap: int = 0) -> str:
    """One border, `gap` points from the text."""
    return empty(side, val=kind, sz=eighths, space=gap, color=color)


def sized(content: str, half_points: int) -> str:
    """The runs in type of a size."""
    return content.replace("</w:rPr>", size(half_points) + "</w:rPr>")


def cell_margins(sides: int, bottom: int = 0) -> str:
    """The room between the text of a cell and its borders left and right and below, twips."""
    margins = (("top", 0), ("left", sides), ("bottom", bottom), ("right", sides))
    return wrapped("tblCellMar", *(empty(side, w=width, type="dxa") for side, width in margins))


FOOTERS = {"odd": "rIdFooterOdd", "even": "rIdFooterEven"}
LANDSCAPE_FOOTERS = {"odd": "rIdFooterLandscapeOdd", "even": "rIdFooterLandscapeEven"}
NO_FOOTERS = {"odd": "rIdFooterNone", "even": "rIdFooterNone"}
LETTER_HEADER, LETTER_FOOTER = "rIdHeaderLetter", "rIdFooterLetter"


class Count(StrEnum):
    """How pages are numbered: on from the section before, anew in Roman numbers, or anew from a right-hand page."""

    ON = "on"
    ROMAN = "roman"
    ANEW = "anew"


_PAGE_COUNTS = {
    Count.ON: "",
    Count.ROMAN: empty("pgNumType", fmt="upperRoman", start=1),
    Count.ANEW: empty("pgNumType", start=1),
}


@dataclass(frozen=True, slots=True)
class Opens:
    """How a section begins: on the next page, or on the next even one; `numbered` says whether its pages bear numbers.

    `letter`: it is the first of a letter, whose first page has a head of its own and no number; `numbers` says how its
    pages are counted.
    """

    even: bool = False
    letter: bool = False
    numbered: bool = True
    numbers: Count = Count.ON


NEXT_PAGE = Opens()


@cache
def section(landscape: bool = False, sheet: Sheet = A4, opens: Opens = NEXT_PAGE) -> str:
    """The properties of a section that begins on a new page: sheet, margins, grid and footers (5.1, 5.2, 7.5, 8).

    A landscape page is the portrait sheet turned clockwise (8).
    """
    footers = NO_FOOTERS if not opens.numbered else LANDSCAPE_FOOTERS if landscape else FOOTERS
    pages = (("even", footers["even"]), ("default", footers["odd"]))
    references = [f'<w:footerReference w:type="{kind}" r:id="{name}"/>' for kind, name in pages]
    if opens.letter:
        references.insert(0, f'<w:headerReference w:type="first" r:id="{LETTER_HEADER}"/>')
        references.append(f'<w:footerReference w:type="first" r:id="{LETTER_FOOTER}"/>')
    size_ = {"w": layout.PAGE_WIDTH, "h": layout.PAGE_HEIGHT}
    margins = {"top": sheet.top, "right": sheet.right, "bottom": sheet.bottom, "left": sheet.left}
    if landscape:
        size_ = {"w": layout.PAGE_HEIGHT, "h": layout.PAGE_WIDTH, "orient": "landscape"}
        margins = {"top": sheet.left, "right": sheet.top, "bottom": sheet.right, "left": sheet.bottom}
    header = layout.LETTER_MARK_FROM_EDGE if opens.letter else layout.HEADER_FROM_EDGE
    return properties(
        "sectPr",
        *references,
        empty("type", val="evenPage" if opens.even else "oddPage" if opens.numbers is Count.ANEW else "nextPage"),
        empty("pgSz", **size_),
        empty("pgMar", **margins, header=header, footer=sheet.footer_from_edge, gutter=0),
        _PAGE_COUNTS[opens.numbers],
        empty("titlePg") if opens.letter else "",
        empty("docGrid", type="lines", linePitch=sheet.line),
    )
