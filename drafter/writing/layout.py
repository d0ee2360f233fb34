"""The measures of GB/T 9704-2012, each with its unit and clause, and what follows from them for a Word file.

Twips are 1/20 pt, half-points 1/2 pt, eighths 1/8 pt: Word's own units. Where the standard leaves a thing open, the
constant says “practice”.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


def mm(millimetres: float) -> int:
    """The length in twips, rounded."""
    return round(millimetres * 1440 / 25.4)


def pt(points: float) -> int:
    """The length in twips, rounded."""
    return round(points * 20)


def width(text: str) -> float:
    """How wide a text is, in Chinese characters: letters and digits are half as wide, full stop and comma a quarter."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2 - (text.count(".") + text.count(",")) / 4


class Face(NamedTuple):
    """The fonts of an element: `chinese` for characters and marks, `latin` for letters and digits."""

    chinese: str
    latin: str = "Times New Roman"


# Fonts (7.2 to 7.5). The standard names 仿宋, 黑体, 楷体, 小标宋 and, for the page number, 宋体; Times for
# letters and digits is practice.
FANGSONG = Face("仿宋_GB2312")
KAITI = Face("楷体_GB2312")
HEITI = Face("黑体")
XIAOBIAOSONG = Face("方正小标宋简体")
SONGTI = Face("宋体", "宋体")

# Sizes, half-points.
SIZE_2 = 44  # 2号, 22 pt: the title (7.3.1)
SIZE_3 = 32  # 3号, 16 pt: the text (5.2.2)
SIZE_4 = 28  # 4号, 14 pt: page number (7.5); practice: boxes, table captions
SIZE_SMALL_4 = 24  # 小4号, 12 pt: practice: tables
SIZE_5 = 21  # 5号, 10.5 pt: practice: a remark on the file

# The sheet, twips (5.1, 5.2.1): A4; 天头 37 mm, 订口 28 mm, type area 156 × 225 mm.
PAGE_WIDTH = 11906
PAGE_HEIGHT = 16838
TOP = mm(37)
LEFT = mm(28)
RIGHT = mm(26)
BOTTOM = PAGE_HEIGHT - TOP - mm(225)
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

# 22 lines of 28 characters (5.2.3): 22 × 28.95 pt fills 225 mm, 28 × 15.75 pt fills 156 mm.
LINES = 22
CHARACTERS = 28
LINE = 579
TRACKING = -5  # twips added to every character of 3号 type
EM = SIZE_3 * 10 + TRACKING  # one character of the text, twips

CONTENTS_LEVELS = 3  # practice: the levels of headings in the table of contents
TITLE_LINE = pt(35)  # practice: the pitch of 2号 lines
TITLE_CHARACTERS = TEXT_WIDTH // (SIZE_2 * 10)
SMALL_LINE = pt(24)  # practice: the pitch of 4号 lines in boxes
TABLE_LINE = pt(20)  # practice: the pitch of 小4号 lines in tables
REMARK_LINE = pt(16)
REMARK_GAP = pt(10)
SECTION_END_LINE = 10  # what the paragraph that ends a section after a table takes

# Page number (7.5): 4号 宋体, its line 7 mm below the type area, one character in from the outer edge.
FOOTER_LINE = pt(18)
FOOTER_FROM_EDGE = 1439
FOOTER_GAP = BOTTOM - FOOTER_FROM_EDGE - FOOTER_LINE  # above the line; without it LibreOffice moves imprints down
HEADER_FROM_EDGE = 851
FOOTER_INDENT = SIZE_4 * 10
NUMBER_GAP = mm(7)
TURNED_LENGTH = mm(40)  # room for the turned number of a landscape page

# Tables: practice.
CELL_PADDING = 80
TABLE_BORDER = 4  # eighths of a point
BOX_BORDER = 6
BOX_AIR = pt(4)  # above and below the title of a box, and under its text

# Closing matter, characters of the text (7.3.4 to 7.3.6).
INDENT = 2
SIGNATURE_FROM_RIGHT = 2
DATE_AFTER_SIGNATURE = 2
DATE_ALONE_FROM_RIGHT = 4
SEAL_FROM_RIGHT = 4
SEALS_BESIDE = 3  # 7.3.5.1: at most so many seals in a row

# Red head (7.2), twips unless said otherwise.
RED = "FF0000"
MARK_BELOW_TEXT_TOP = mm(35)  # 7.2.4: the upper edge of the name below that of the type area
MARK_MOST = 124  # half-points; practice: the largest type of the red name
MARK_PITCH = 70 / 62  # practice: height of its line in sizes of type
MARK_BASELINE, MARK_ASCENT = 0.8, 0.85  # where programs put the baseline in a line, and how high a character rises
MARK_JOINT_HEIGHT = mm(75)  # practice: the most that the names of joint issuers take, so that text stays on page 1
RULE = 18  # eighths; practice: 2.25 pt
RULE_GAP = 7  # points between the number and the red rule, which with the room under the line are 4 mm (7.2.7)
LINES_ABOVE_NUMBER = 2  # 7.2.5
LINES_ABOVE_TITLE = 2  # 7.3.1

# 信函 (10.1).
LETTER_MARK_FROM_EDGE = mm(30)
LETTER_MARK_MOST = 80  # half-points; practice
LETTER_RULE_WIDTH = mm(170)
LETTER_RULE = 24  # eighths, both lines of the double rule
LETTER_RULE_GAP = 9  # points between the name and the rule, which with the room under the line are 4 mm
LETTER_FOOT_FROM_EDGE = mm(20)

# 版记 (7.4).
IMPRINT_OUTER, IMPRINT_INNER = 8, 6  # eighths: 0.35 mm and 0.25 mm
IMPRINT_LINE = pt(24)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of a unit: margins in twips, and how many lines of how many characters of 3号 fill the type area.

    `title_size` is the type of the title, half-points.
    """

    top: int = TOP
    right: int = RIGHT
    bottom: int = BOTTOM
    left: int = LEFT
    lines: int = LINES
    characters: int = CHARACTERS
    title_size: int = SIZE_2

    @property
    def text_width(self) -> int:
        """The width of the type area."""
        return PAGE_WIDTH - self.left - self.right

    @property
    def text_height(self) -> int:
        """The height of the type area, which is the width of a landscape page's."""
        return PAGE_HEIGHT - self.top - self.bottom

    @property
    def line(self) -> int:
        """The pitch of the lines."""
        return self.text_height // self.lines

    @property
    def em(self) -> int:
        """One character of the text with the room after it."""
        return self.text_width // self.characters

    @property
    def tracking(self) -> int:
        """What is added to every character of 3号 type."""
        return self.em - SIZE_3 * 10

    @property
    def title_characters(self) -> int:
        """How many characters of the title stand on a line."""
        return self.text_width // (self.title_size * 10)

    @property
    def footer_from_edge(self) -> int:
        """Where the footer ends, so that its line is 7 mm below the type area."""
        return self.bottom - BOTTOM + FOOTER_FROM_EDGE


A4 = Sheet()
