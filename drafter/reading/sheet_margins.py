"""What is printed on every page around the text: running heads and page numbers, taken off and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.reading.doubts import Dropped, Told
from drafter.reading.lines import close_gaps
from drafter.reading.sheets import Row, Sheet

LOOKED_AT = 3
"""Rows at the top and at the bottom of a page among which running heads stand."""
SAME_HEIGHT = 4.0
"""Points by which the height of a running head may differ from page to page."""
LEAST_PAGES = 3
"""On so many pages a text must stand at one height to be a running head (with a changing number: on two)."""
LEAST_SHARE = 0.2
"""And on this share of the pages."""
EDGE = 0.13
"""Share of a page at its top and bottom where a lone page number may stand."""
_PAGE_NUMBER = re.compile(
    r"[—–\-－·•~～\s]*(?:第?\s*[0-9０-９]{1,4}\s*页?|[ivxIVX]{1,5})[—–\-－·•~～\s]*"
    r"|第\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*页[\s,，/]*共\s*[0-9０-９一二三四五六七八九十百]{1,5}\s*页"
    r"|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)
_Key = tuple[bool, str, int]


def without_running(sheets: Sequence[Sheet], pages: Sequence[list[Row]], told: Told) -> list[list[Row]]:
    """The rows of every page without running heads, running feet and page numbers."""
    seen: Counter[_Key] = Counter()
    for sheet, rows in zip(sheets, pages, strict=True):
        for key in {near for _, keys in _outer(sheet, rows) for near in keys}:
            seen[key] += 1
    return [_kept(sheet, rows, seen, len(pages), told) for sheet, rows in zip(sheets, pages, strict=True)]


def is_page_number(text: str) -> bool:
    """Whether a row is a page number and nothing else."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def _outer(sheet: Sheet, rows: list[Row]) -> Iterator[tuple[int, tuple[_Key, _Key]]]:
    """(index of the row, keys) of the first and the last rows.

    Each row counts under the two steps of height next to it, so that a height between two steps is not parted.
    """
    for place in range(min(LOOKED_AT, len(rows))):
        for top, index in ((True, place), (False, len(rows) - 1 - place)):
            height = (sheet.height - rows[index].base if top else rows[index].base) / SAME_HEIGHT
            text = re.sub(r"[\d０-９]+", "#", re.sub(r"\s+", "", rows[index].text))
            yield index, ((top, text, int(height)), (top, text, int(height + 0.5) + 10_000))


def _kept(sheet: Sheet, rows: list[Row], seen: Counter[_Key], pages: int, told: Told) -> list[Row]:
    keys = list(_outer(sheet, rows))
    first, last = 0, len(rows)
    for index, near in keys[::2]:
        if index != first or not _is_running(sheet, rows[index], near, seen, pages):
            break
        first += 1
    for index, near in keys[1::2]:
        if index != last - 1 or index < first or not _is_running(sheet, rows[index], near, seen, pages):
            break
        last -= 1
    for row in (*rows[:first], *rows[last:]):
        text = row.text.strip()
        told.drop(Dropped.PAGES if is_page_number(text) else Dropped.HEADS, [close_gaps(text.replace("\t", " "))])
    return rows[first:last]


def _is_running(sheet: Sheet, row: Row, near: tuple[_Key, _Key], seen: Counter[_Key], pages: int) -> bool:
    at_edge = min(row.base, sheet.height - row.base) <= EDGE * sheet.height
    if at_edge and is_page_number(row.text):
        return True
    count = max(seen[key] for key in near)
    return at_edge and count >= max(LEAST_PAGES - ("#" in near[0][1]), LEAST_SHARE * pages)
