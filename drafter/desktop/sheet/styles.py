"""How each kind of line on the sheet is set, in twips, as the Word file sets it (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.workflow.printed import FANGSONG, HEITI, KAITI, Face, layout

FACES = {FANGSONG: "fang", KAITI: "kai", HEITI: "hei"}
SHEET = layout.Sheet()


class Align(StrEnum):
    """Where a line stands between its margins."""

    BOTH = "both"
    LEFT = "left"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Style:
    """One kind of line. Lengths in twips; `indent` is that of the first line, `left` that of all of them."""

    name: str
    face: str = "fang"
    size: int = layout.SIZE_3 * 10
    tracking: int = layout.TRACKING
    pitch: int = layout.LINE
    indent: int = 0
    left: int = 0
    align: Align = Align.BOTH
    before: int = 0
    after: int = 0
    keep: bool = False
    opens_page: bool = False


_TWO = 2 * layout.EM
_FOUR = layout.SIZE_4 * 10
BODY = Style("body", indent=_TWO)
PLAIN = Style("plain")
GAP = Style("gap", indent=_TWO)
TITLE = Style("title", "title", layout.SIZE_2 * 10, 0, layout.TITLE_LINE, align=Align.CENTRE, keep=True)
ANNEX_TITLE = replace(TITLE, name="annex title", before=layout.LINE)
ANNEX_MARK = Style("annex mark", "hei", align=Align.LEFT, keep=True, opens_page=True)
CENTRED = Style("centred", "kai", align=Align.CENTRE)
NUMBER = Style("number", align=Align.CENTRE)
CLASSIFIED = Style("classified", "hei", align=Align.LEFT)
REMARK = Style("remark", "kai", layout.SIZE_5 * 10, 0, layout.REMARK_LINE, after=layout.REMARK_GAP)
GUIDANCE = Style("guidance", "kai", layout.SIZE_SMALL_4 * 10, 0, layout.TABLE_LINE, _TWO)
BOX_LINE = layout.BOX_BORDER * 5 // 2
"""What a line of a box's frame takes."""
BOX_TITLE = Style(
    "box title", "hei", _FOUR, 0, layout.SMALL_LINE, 0, layout.CELL_PADDING, Align.CENTRE,
    layout.BOX_AIR + BOX_LINE, 2 * layout.BOX_AIR + BOX_LINE, keep=True,
)  # fmt: skip
BOX_FOOT = layout.BOX_AIR + BOX_LINE
"""Under the last line of a box."""
BOX_AGAIN = 2 * BOX_LINE
"""Above the first line of a box that goes on from the page before."""
BOX_TEXT = Style("box text", "fang", _FOUR, 0, layout.SMALL_LINE, 2 * _FOUR, layout.CELL_PADDING)
CAPTION = Style("caption", "hei", _FOUR, 0, layout.SMALL_LINE, align=Align.CENTRE, keep=True)
_CELL = layout.SIZE_SMALL_4 * 10
HEAD_CELL = Style("head cell", "hei", _CELL, 0, layout.TABLE_LINE, align=Align.CENTRE)
CELL = Style("cell", "fang", _CELL, 0, layout.TABLE_LINE, align=Align.LEFT)
SHORT_CELL = replace(CELL, name="short cell", align=Align.CENTRE)
ROW_AIR = 10
"""What the borders of a row take."""


def heading(face: Face, *, run_in: bool) -> Style:
    """The style of a heading; one with text on its line need not keep with the next."""
    return Style("heading", FACES[face], indent=_TWO, keep=not run_in)
