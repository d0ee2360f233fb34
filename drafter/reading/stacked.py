"""Tables that a text prints one cell on a line, as programs do that save a document as plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.model.numbering import parse_number
from drafter.reading.doubts import Doubt, Told
from drafter.reading.lines import Grid, Item, Line, box_title

COLUMNS_MOST = 10
"""Columns at most."""
CELL_MOST = 20
"""Characters at most of a cell of the header, and of every cell where no 序号 counts the rows."""
ROWS_LEAST = 3
"""Rows at least, the header among them."""
BEFORE_MOST = 2
"""Short lines at most (a caption, a unit) that may stand before the header."""
_FIGURE = re.compile(r"[\[［]?[+-]?\d[\d.,]*[%％]?[\]］]?|[—–-]+")
_SENTENCE = re.compile("[。；，：:;,]")


def with_stacked(items: Sequence[Item], told: Told) -> tuple[Item, ...]:
    """The items with such tables made Grids again; `told` hears of each."""
    texts = [item.text if isinstance(item, Line) else "" for item in items]
    if not any(map(_FIGURE.fullmatch, texts)):
        return tuple(items)
    result: list[Item] = []
    index = 0
    while index < len(items):
        before, width, rows = _counted(texts, index) or _figured(texts, index) or (0, 0, 0)
        start = index + before
        result += items[index : start or index + 1] if width else items[index : index + 1]
        if width:
            cells = [texts[start + row * width : start + (row + 1) * width] for row in range(rows)]
            told.doubt(Doubt.STACKED, f"“{'、'.join(cells[0])}”")
            result.append(Grid(tuple(map(tuple, cells)), ()))
        index = start + rows * width if width else index + 1
    return tuple(result)


_Found = tuple[int, int, int]
"""Lines before the header, columns, rows."""


def _counted(texts: Sequence[str], index: int) -> _Found | None:
    """The table whose rows 序号 counts: 序号, and 1, 2, 3 … at one distance."""
    if texts[index] != "序号":
        return None
    for width in range(2, COLUMNS_MOST + 1):
        rows = 1
        while index + (rows + 1) * width <= len(texts) and texts[index + rows * width] == str(rows):
            rows += 1
        if rows >= ROWS_LEAST and max(map(len, texts[index : index + width])) <= CELL_MOST:
            return 0, width, rows
    return None


def _figured(texts: Sequence[str], index: int) -> _Found | None:
    """The table of short cells in which figures fill some of the columns and stand in none of the others."""
    if (index and _is_cell(texts[index - 1])) or not _is_cell(texts[index]):
        return None
    end = index
    while end < len(texts) and _is_cell(texts[end]):
        end += 1
    figures = [bool(_FIGURE.fullmatch(text)) for text in texts[index:end]]
    for before in range(BEFORE_MOST + 1):
        for width in range(2, COLUMNS_MOST + 1):
            rows, rest = divmod(len(figures) - before, width)
            if rest == 0 and rows >= ROWS_LEAST and _is_even(figures[before:], width):
                return before, width, rows
    return None


def _is_even(figures: Sequence[bool], width: int) -> bool:
    """Whether the header and the first column hold no figures, and each row below has them in the same columns."""
    header, first, *others = (figures[start : start + width] for start in range(0, len(figures), width))
    return not any(header) and any(first) and not first[0] and all(row == first for row in others)


def _is_cell(text: str) -> bool:
    """Whether a line may be a short cell."""
    if not text or len(text) > CELL_MOST or _SENTENCE.search(text):
        return False
    return bool(_FIGURE.fullmatch(text)) or not (parse_number(text) or box_title(text))
