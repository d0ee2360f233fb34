"""Boxes (专栏): where one begins and where it ends among the lines of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading.clauses import is_clause_line
from drafter.reading.lines import Frame, Item, Line, box_title
from drafter.reading.marks import Mark

_Opened = tuple[int | None, str]
UNENDED_MOST = 12
"""Lines of a box that nothing ends before the end of the text from which on the reader is told."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A box found: its lines are items[start + head : end]; its title took `head` lines."""

    start: int
    end: int
    head: int
    ordinal: int | None
    title: str
    unended: bool = False


def extents(items: Sequence[Item], marks: list[Mark]) -> list[Extent]:
    """Every box in reading order."""
    numbered = {mark.index: mark for mark in marks}
    found: list[Extent] = []
    index = 0
    last: dict[str, Mark] = {}
    while index < len(items):
        item = items[index]
        opened = box_title(item.text) if isinstance(item, Line) else None
        if opened is None:
            if mark := numbered.get(index):
                last[mark.kind] = mark
            index += 1
            continue
        extent = _extent(items, index, opened, numbered, last)
        found.append(extent)
        index = extent.end
    return found


def _extent(
    items: Sequence[Item], start: int, opened: _Opened, marks: dict[int, Mark], last: dict[str, Mark]
) -> Extent:
    ordinal, title = opened
    head = 1
    below = items[start + 1] if start + 1 < len(items) else None
    if not title and isinstance(below, Line) and start + 1 not in marks and not below.text.endswith("。"):
        title, head = below.text, 2
    if isinstance(below, Frame):
        return Extent(start, start + 2, 1, ordinal, title)
    end = _end(items, start + head, marks, last)
    unended = end == len(items) and end - start > UNENDED_MOST
    return Extent(start, end, head, ordinal, title, unended)


def _end(items: Sequence[Item], first: int, marks: dict[int, Mark], last: dict[str, Mark]) -> int:
    """Where a box ends: at the next box, a number that goes on outside, a clause, or a blank line after close ones."""
    inner: dict[str, Mark] = {}
    close = False
    for index in range(first, len(items)):
        item = items[index]
        if isinstance(item, Line) and (box_title(item.text) is not None or is_clause_line(item.text)):
            return index
        mark = marks.get(index)
        if mark is not None:
            later = [marks[place] for place in sorted(marks) if place > index]
            if _continues(mark, last) and not _is_inner(mark, inner, last, later):
                return index
            inner[mark.kind] = mark
        elif index > first and close and item.gap:
            return index
        close = close or (index > first and not item.gap)
    return len(items)


def _continues(mark: Mark, last: dict[str, Mark]) -> bool:
    return mark.kind in last and last[mark.kind].ordinal + 1 == mark.ordinal


def _is_inner(mark: Mark, inner: dict[str, Mark], last: dict[str, Mark], later: list[Mark]) -> bool:
    """Whether a number that continues both a sequence outside and one in the box belongs to the box.

    It does where it looks like those in the box and not like those outside, or where the same number comes once more
    below: before any number of another kind that goes on outside, or as the next of its kind.
    """
    if not _continues(mark, inner):
        return False
    if inner[mark.kind].shape is not last[mark.kind].shape:
        return mark.shape is inner[mark.kind].shape
    for other in later:
        if other.kind == mark.kind and other.ordinal == mark.ordinal:
            return True
        if other.kind != mark.kind and _continues(other, last):
            break
    return next((other.ordinal == mark.ordinal for other in later if other.kind == mark.kind), False)
