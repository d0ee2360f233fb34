"""Drawn lines: the tables that ruling lines make on a page, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading.sheets import Rule

SNAP = 3.0
"""Points by which lines that meet or run on may miss each other."""
LEAST_SIDE = 12.0
"""Points that a table is wide and high at least."""
RULES_MOST = 3_000
"""Drawn lines of one page that are looked at; a page with more holds a drawing, not tables."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its place in the grid, how far it spans, and its edges."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table drawn with lines: edges, where its columns and rows begin and end, its cells."""

    left: float
    bottom: float
    right: float
    top: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[Cell, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in the table."""
        return self.left - SNAP <= x <= self.right + SNAP and self.bottom - SNAP <= y <= self.top + SNAP

    @property
    def one_column(self) -> bool:
        """Whether no row has two cells: it is a box."""
        return all(cell.column == 0 and cell.columns == len(self.columns) - 1 for cell in self.cells)


def ruled_tables(rules: Sequence[Rule]) -> list[Ruled]:
    """The tables of a page from the top down; lines that close no cell are none."""
    if not rules or len(rules) > RULES_MOST:
        return []
    across = merged_across([rule for rule in rules if rule.across])
    upright = [_turned(rule) for rule in merged_across([_turned(rule) for rule in rules if not rule.across])]
    found = [table for group in _connected(across, upright) if (table := _table(*group))]
    return sorted(found, key=lambda table: (-table.top, table.left))


def _turned(rule: Rule) -> Rule:
    return Rule(rule.bottom, rule.left, rule.top, rule.right)


def merged_across(across: list[Rule]) -> list[Rule]:
    """Lines across, with those that run on at one height made one."""
    result: list[Rule] = []
    heights = _places([(rule.bottom + rule.top) / 2 for rule in across])
    by_height: dict[float, list[Rule]] = {}
    for rule in across:
        height = min(heights, key=lambda place: abs(place - (rule.bottom + rule.top) / 2))
        by_height.setdefault(height, []).append(rule)
    for height, level in by_height.items():
        start = len(result)
        for rule in sorted(level, key=lambda rule: rule.left):
            if len(result) > start and rule.left <= result[-1].right + SNAP:
                result[-1] = Rule(result[-1].left, height, max(result[-1].right, rule.right), height)
            else:
                result.append(Rule(rule.left, height, rule.right, height))
    return result


def _places(values: Sequence[float]) -> list[float]:
    """The values with those nearer than SNAP made one, in order."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= SNAP:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _connected(across: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that touch each other."""
    left = set(range(len(upright)))
    open_ = set(range(len(across)))
    groups: list[tuple[list[Rule], list[Rule]]] = []
    while open_:
        rows, columns, fresh = [open_.pop()], list[int](), True
        while fresh:
            new_columns = [u for u in left if any(_meet(across[a], upright[u]) for a in rows)]
            left.difference_update(new_columns)
            columns += new_columns
            new_rows = [a for a in open_ if any(_meet(across[a], upright[u]) for u in new_columns)]
            open_.difference_update(new_rows)
            rows += new_rows
            fresh = bool(new_rows)
        groups.append(([across[a] for a in rows], [upright[u] for u in columns]))
    return groups


def _meet(across: Rule, upright: Rule) -> bool:
    return (
        across.left - SNAP <= upright.left <= across.right + SNAP
        and upright.bottom - SNAP <= across.bottom <= upright.top + SNAP
    )


def _table(across: list[Rule], upright: list[Rule]) -> Ruled | None:
    """The table of a group of lines; sides left open (tables with no outer lines left and right) are closed."""
    if len(across) < 2 or not upright:
        return None
    xs = _places([*(rule.left for rule in upright), min(r.left for r in across), max(r.right for r in across)])
    ys = _places([rule.bottom for rule in across])[::-1]
    if len(xs) < 2 or len(ys) < 2 or xs[-1] - xs[0] < LEAST_SIDE or ys[0] - ys[-1] < LEAST_SIDE:
        return None
    cells = _cells(xs, ys, across, upright)
    return Ruled(xs[0], ys[-1], xs[-1], ys[0], tuple(xs), tuple(ys), tuple(cells))


def _cells(xs: list[float], ys: list[float], across: list[Rule], upright: list[Rule]) -> list[Cell]:
    """The cells: squares between neighbouring lines, those with no line between them made one."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            wide = high = 1
            middle = (ys[row] + ys[row + 1]) / 2
            while column + wide < len(xs) - 1 and not _drawn(upright, xs[column + wide], middle):
                wide += 1
            centre = (xs[column] + xs[column + 1]) / 2
            while row + high < len(ys) - 1 and not _drawn_across(across, centre, ys[row + high]):
                high += 1
            taken |= {(r, c) for r in range(row, row + high) for c in range(column, column + wide)}
            cells.append(Cell(row, column, high, wide, xs[column], ys[row + high], xs[column + wide], ys[row]))
    return cells


def _drawn(upright: list[Rule], x: float, y: float) -> bool:
    return any(abs(rule.left - x) <= SNAP and rule.bottom <= y <= rule.top for rule in upright)


def _drawn_across(across: list[Rule], x: float, y: float) -> bool:
    return any(abs(rule.bottom - y) <= SNAP and rule.left <= x <= rule.right for rule in across)
