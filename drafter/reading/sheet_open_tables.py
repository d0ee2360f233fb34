"""Tables ruled by lines across alone (三线表): where the words stand between the lines shows columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafter.reading.sheet_rules import RULES_MOST, SNAP, Cell, Ruled, merged_across
from drafter.reading.sheets import Piece, Row, Rule, rows_of

LEAST_LINES = 3
"""Lines across that such a table has at least: above it, below its header, below it."""
LEAST_WIDTH = 100.0
"""Points that they are long at least."""
LEAST_GAP = 0.4
"""Letter heights that part two columns at least."""
Lines = tuple[float, float, list[float]]


def open_tables(rules: Sequence[Rule], pieces: Sequence[Piece], closed: Sequence[Ruled]) -> list[Ruled]:
    """The tables among lines across that belong to no closed table, each with the words between its lines."""
    if len(rules) > RULES_MOST:
        return []
    free = [
        rule
        for rule in rules
        if rule.across
        and rule.right - rule.left >= LEAST_WIDTH
        and not any(table.holds(rule.left, rule.bottom) or table.holds(rule.right, rule.bottom) for table in closed)
    ]
    if len(free) < LEAST_LINES:
        return []
    found = [table for lines in _alike(free) for table in _tables(lines, pieces)]
    return sorted(found, key=lambda table: -table.top)


def _alike(free: list[Rule]) -> list[Lines]:
    """(left, right, heights from the top down) of lines that begin and end below each other."""
    groups: list[Lines] = []
    for rule in sorted(merged_across(free), key=lambda rule: -rule.bottom):
        for left, right, heights in groups:
            if abs(left - rule.left) <= SNAP and abs(right - rule.right) <= SNAP:
                heights.append(rule.bottom)
                break
        else:
            groups.append((rule.left, rule.right, [rule.bottom]))
    return [group for group in groups if len(group[2]) >= LEAST_LINES]


def _tables(lines: Lines, pieces: Sequence[Piece]) -> list[Ruled]:
    """The tables among lines alike: where between each line and the next stand columns and not text."""
    left, right, heights = lines
    found: list[Ruled] = []
    bands: list[list[Row]] = []
    top = 0
    for place, (above, below) in enumerate([*pairwise(heights), (0.0, 0.0)]):
        band = rows_of([one for one in pieces if below < one.base < above and left - SNAP < one.left < right])
        if place < len(heights) - 1 and _is_tabular(band):
            bands.append(band)
            continue
        if len(bands) >= LEAST_LINES - 1 and (table := _table(left, right, heights[top : place + 1], bands)):
            found.append(table)
        bands, top = [], place + 1
    return found


def _is_tabular(band: list[Row]) -> bool:
    """Whether most printed lines have several pieces."""
    return sum(len(row.pieces) > 1 for row in band) * 2 > len(band)


def _table(left: float, right: float, heights: list[float], bands: list[list[Row]]) -> Ruled | None:
    edges = (left, *_gutters([row for band in bands for row in band]), right)
    if len(edges) < 3:
        return None
    header, *body = bands
    rows = [heights[0]]
    for band, below in zip((header, *body), heights[1:], strict=True):
        rows += ([] if band is header else _parted(band, edges[1])) + [below]
    cells = tuple(
        Cell(r, c, 1, 1, edges[c], rows[r + 1], edges[c + 1], rows[r])
        for r in range(len(rows) - 1)
        for c in range(len(edges) - 1)
    )
    return Ruled(left, heights[-1], right, heights[0], edges, tuple(rows), cells)


def _gutters(rows: list[Row]) -> list[float]:
    """The middles of the white strips between the columns of the lines with most pieces."""
    most = max(len(row.pieces) for row in rows)
    spans = sorted((piece.left, piece.right) for row in rows if len(row.pieces) == most for piece in row.pieces)
    gutters: list[float] = []
    end = spans[0][1]
    for left, right in spans:
        if left - end > LEAST_GAP * rows[0].size:
            gutters.append((left + end) / 2)
        end = max(end, right)
    return gutters


def _parted(band: list[Row], first: float) -> list[float]:
    """The heights between table rows where no line stands: above each line that has words in the first column."""
    return [
        (above.base + row.base + row.size) / 2
        for above, row in pairwise(band)
        if row.left < first and band[0].left < first
    ]
