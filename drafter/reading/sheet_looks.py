"""How headings look on a page: short lines in larger or other letters than the text, or in its middle; only a hint."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.reading.joining import FINAL
from drafter.reading.naming import is_body, is_date
from drafter.reading.sheet_paragraphs import Measure, Placed
from drafter.reading.sheets import Row

SHORT = 30
"""Characters of a heading on its own line at most."""
LARGER = 1.08
"""Letters so much larger than those of the text mark a heading."""
SMALLER = 0.95
"""Letters smaller than this share of those of the text mark none, in whatever font."""
LEVELS = 6
"""Levels that are told apart."""
_SENTENCE = re.compile(r"[\t。；]|[，、]$")
_MONTH = re.compile(r"\d{4}年(?:\d{1,2}月)?")
Look = tuple[float, str, bool]


@dataclass(frozen=True, slots=True)
class Looks:
    """The letters of the text, and level by look (size, font, centred) of lines that look like headings."""

    size: float
    font: str
    levels: dict[Look, int]

    def level(self, row: Row, measure: Measure) -> int:
        """The level that a line's look claims, 0 for text."""
        return self.levels.get(_look(row, measure), 0) if _may_be_heading(row, measure) else 0


def looks_of(rows: Iterable[Placed]) -> Looks:
    """How the text and the headings of a document look: larger ones and those that come first stand above."""
    letters, fonts = Counter[float](), Counter[str]()
    short: dict[Look, None] = {}
    for placed in rows:
        row = placed.row
        letters[_rounded(row.size)] += len(row.text)
        if len(row.text) > SHORT // 2 and row.font:
            fonts[row.font] += 1
        if _may_be_heading(row, placed.measure):
            short.setdefault(_look(row, placed.measure))
    size = letters.most_common(1)[0][0] if letters else 0.0
    font = fonts.most_common(1)[0][0] if fonts else ""
    found = sorted((look for look in short if _stands_out(look, size, font)), key=lambda look: -look[0])
    return Looks(size, font, {look: min(level, LEVELS) for level, look in enumerate(found, 1)})


def _stands_out(look: Look, size: float, font: str) -> bool:
    larger = look[0] > LARGER * size
    other = bool(font and look[1]) and look[1] != font
    return larger or (look[0] >= SMALLER * size and (other or look[2]))


def _look(row: Row, measure: Measure) -> Look:
    return _rounded(row.size), row.font, measure.centred(row)


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _may_be_heading(row: Row, measure: Measure) -> bool:
    """Whether a line is short, ends before the right edge and is no sentence, body or date."""
    if measure.right - row.right < 2 * row.size:
        return False
    text = row.text.strip()
    if not 1 < len(text) <= SHORT or _SENTENCE.search(text) or text[-1] in FINAL:
        return False
    return not (is_body(text) or is_date(text) or _MONTH.fullmatch(text))
