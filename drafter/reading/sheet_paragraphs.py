"""Paragraphs: printed lines put together again by indents, full lines and spacing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.model.numbering import parse_number
from drafter.reading.joining import FINAL
from drafter.reading.lines import Line, close_gaps
from drafter.reading.sheets import Row

SLACK = 2.2
"""Letter heights by which a full line may end before the right edge of the text."""
INDENT = 1.2
"""Letter heights from the left edge from which on a line is indented."""
CENTRED = 0.8
"""Letter heights by which a centred line may stand beside the middle."""
SPACED = 1.35
"""A distance between lines of so many usual ones parts paragraphs."""
OTHER_SIZE = 0.1
"""Share by which the height of letters differs in another kind of paragraph."""
_LATIN = re.compile(r"[A-Za-z0-9]")
_FIRST_WORD = re.compile(r"[A-Za-z0-9.%]+|.")


@dataclass(frozen=True, slots=True)
class Measure:
    """The column that text fills: its edges, the usual height of letters and distance of lines, in points."""

    left: float
    right: float
    size: float
    pitch: float
    indents: bool

    def indented(self, row: Row) -> bool:
        """Whether a row begins right of the left edge."""
        return row.left - self.left > INDENT * self.size

    def centred(self, row: Row) -> bool:
        """Whether a row stands in the middle with room on both sides."""
        before, behind = row.left - self.left, self.right - row.right
        return min(before, behind) > 2.4 * self.size and abs(before - behind) <= 2 * CENTRED * self.size

    def full(self, row: Row, below: Row) -> bool:
        """Whether a row ends only because no room was left for the first word of the row below."""
        room = (self.right - row.right) / row.size
        if room < SLACK or below.text[0] > "\u00ff":
            return room < SLACK
        word = _FIRST_WORD.match(below.text)
        return room < sum(0.55 if character < "\u0100" else 1 for character in word[0]) + 0.5 if word else False


def measure_of(rows: Sequence[Row]) -> Measure | None:
    """The column that these rows fill, None where there are none."""
    if not rows:
        return None
    letters = Counter[float]()
    for row in rows:
        letters[round(row.size * 2) / 2] += len(row.text)
    size = letters.most_common(1)[0][0]
    body = [row for row in rows if abs(row.size - size) <= OTHER_SIZE * size] or list(rows)
    left, right = _edges(body)
    steps = Counter(round((a.base - b.base) * 2) / 2 for a, b in pairwise(body) if 0 < a.base - b.base < 4 * size)
    pitch = steps.most_common(1)[0][0] if steps else 1.75 * size
    first_lines = sum(1.5 * size <= row.left - left <= 2.6 * size for row in body)
    return Measure(left, right, size, pitch, first_lines * 10 >= len(body))


def _edges(body: Sequence[Row]) -> tuple[float, float]:
    """Where lines of text begin and end."""
    rights = sorted(row.right for row in body)
    return _edge([row.left for row in body]), rights[-1 - len(rights) // 20]


def _edge(lefts: list[float]) -> float:
    """The smallest place where several lines begin."""
    least = max(2, len(lefts) // 20)
    ordered = sorted(lefts)
    for index, value in enumerate(ordered):
        if index + least <= len(ordered) and ordered[index + least - 1] - value <= 3:
            return value
    return ordered[0]


def shifted(measure: Measure, rows: Sequence[Row]) -> Measure:
    """The measure on one page, which stands aside where the margins of odd and even pages change places."""
    body = [row for row in rows if abs(row.size - measure.size) <= OTHER_SIZE * measure.size]
    if not body:
        return measure
    left, right = _edges(body)
    aside = left - measure.left
    if abs(aside) <= 3 or abs(right - measure.right - aside) > 3:
        return measure
    return replace(measure, left=left, right=right)


Level = Callable[[Row, Measure], int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A row, the measure of its column, and whether it is the first of a page or column."""

    row: Row
    measure: Measure
    first: bool = False


def paragraphs(rows: Sequence[Placed], level: Level = lambda _row, _measure: 0) -> Iterator[Line]:
    """The paragraphs that rows in reading order are; `level` says what level a line alone claims by its look."""
    open_: list[Placed] = []
    for placed in rows:
        if open_ and not _continues(open_, placed):
            yield _line(open_, level)
            open_ = [placed]
        else:
            open_.append(placed)
    if open_:
        yield _line(open_, level)


def _continues(above: Sequence[Placed], placed: Placed) -> bool:
    """Whether a row goes on with the paragraph of the rows above."""
    last, row, measure = above[-1].row, placed.row, placed.measure
    if abs(last.size - row.size) > OTHER_SIZE * max(last.size, row.size) or "\t" in row.text or "\t" in last.text:
        return False
    if above[-1].measure.centred(last) or measure.centred(row):
        return False
    spaced = not placed.first and last.base - row.base > SPACED * max(measure.pitch, 1.2 * row.size)
    if spaced or not above[-1].measure.full(last, row):
        return False
    if measure.indented(row):
        return _goes_on_indented(above, placed)
    if measure.indents or last.text[-1] not in FINAL:
        return True
    return parse_number(row.text) is None and not row.text.startswith(("——", "专栏"))


def _goes_on_indented(above: Sequence[Placed], placed: Placed) -> bool:
    """Whether an indented row goes on: the block it is in is indented as a whole, or hangs behind its number."""
    last, row, size = above[-1].row, placed.row, placed.measure.size
    if parse_number(row.text) or last.text[-1] in FINAL:
        return False
    if abs(row.left - last.left) <= size / 2:
        return (
            len(above) > 1
            or not placed.measure.indents
            or not 1.5 * size <= row.left - placed.measure.left <= 2.6 * size
        )
    return not placed.measure.indents and parse_number(above[0].row.text) is not None


def _line(rows: Sequence[Placed], level: Level) -> Line:
    text = rows[0].row.text
    for placed in rows[1:]:
        text = glued(text, placed.row.text)
    if "\t" in text:
        return Line("\t".join(map(close_gaps, text.split("\t"))), whole=True)
    first = rows[0]
    heading = level(first.row, first.measure) if len(rows) == 1 else 0
    return Line(close_gaps(text) if " " in text else text, heading, first.measure.indented(first.row), whole=True)


def glued(above: str, below: str) -> str:
    """Two lines in one, a space between Latin words."""
    return above + (" " if above[-1].isascii() and above[-1].isalpha() and _LATIN.match(below) else "") + below
