"""The form 信函: red name, double rules, number on the right, first page without number (GB/T 9704-2012, 10.1)."""

from __future__ import annotations

from drafter.model.notice import Notice
from drafter.writing import layout
from drafter.writing.layout import FANGSONG, XIAOBIAOSONG, Sheet, width
from drafter.writing.notice import top_words
from drafter.writing.ooxml import (
    DECLARATION,
    LETTER_HEADER,
    NAMESPACES,
    cell,
    cell_margins,
    edge,
    empty,
    paragraph,
    row,
    runs,
    sized,
    table,
    wrapped,
)
from drafter.writing.package import Part

_GAP = round(7 / 8 * layout.SIZE_3 * 10)  # 7/8 of the height of a character of 3号
_TWIPS = 10  # a half-point


def letter_part(notice: Notice, sheet: Sheet) -> Part:
    """The header of the first page: the name 30 mm below the edge of the sheet, thick and thin rule.

    Of joint issuers it is the first one's name.
    """
    words = notice.head or "".join(notice.issuers[:1])
    half_points = min(layout.LETTER_MARK_MOST, int(layout.LETTER_RULE_WIDTH / max(width(words), 1) / _TWIPS))
    pitch = round(half_points * layout.MARK_PITCH * _TWIPS)
    name = sized(runs(words, XIAOBIAOSONG), half_points)
    outside = (layout.PAGE_WIDTH - layout.LETTER_RULE_WIDTH) // 2
    wide = empty("ind", left=outside - sheet.left, right=outside - sheet.right)
    below = wrapped("pBdr", edge("bottom", layout.LETTER_RULE, "thickThinSmallGap", layout.RED, layout.LETTER_RULE_GAP))
    line = empty("spacing", before=0, after=0, line=pitch, lineRule="exact")
    xml = f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('RedHead', name, line, wide, below)}</w:hdr>"
    return Part("word/header1.xml", "header", LETTER_HEADER, xml)


def letter_footer() -> str:
    """The part with the foot of the first page: thin and thick rule 20 mm above the edge of the sheet."""
    edge_of_sheet = layout.PAGE_HEIGHT - layout.LETTER_FOOT_FROM_EDGE - layout.SECTION_END_LINE
    place = empty(
        "tblpPr", vertAnchor="page", horzAnchor="page", tblpX=(layout.PAGE_WIDTH - layout.LETTER_RULE_WIDTH) // 2,
        tblpY=edge_of_sheet,
    )  # fmt: skip
    lines = wrapped("pBdr", edge("bottom", layout.LETTER_RULE, "thinThickSmallGap", layout.RED))
    rules = row(cell(layout.LETTER_RULE_WIDTH, paragraph("SectionEnd", "", lines)))
    framed = table("TableNormal", (layout.LETTER_RULE_WIDTH,), rules, place, cell_margins(0))
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{framed}{paragraph('FooterTurned')}</w:ftr>"


def letter_head(notice: Notice, sheet: Sheet) -> list[str]:
    """What stands under the first rule: the number on the right; from its line on 份号, 密级, 紧急程度 on the left."""
    first, *others = top_words(notice) or [""]
    stop = wrapped("tabs", empty("tab", val="right", pos=sheet.text_width))
    gap = empty("spacing", before=_GAP, line=sheet.line, lineRule="exact")
    with_number = paragraph("Classification", first + runs(f"\t{notice.number}", FANGSONG), stop, gap)
    return [with_number, *(paragraph("Classification", content) for content in others)]
