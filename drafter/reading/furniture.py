"""Tables that only put the head and the imprint of a document in their places (GB/T 9704-2012, 7.2.4, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.reading.front import is_printing_line
from drafter.reading.lines import Frame, Grid, Item, Line, key_of

_COPIES = re.compile(r"(?:抄送|抄报|主送)\s*[:：]")


def without_furniture(items: Iterable[Item]) -> Iterator[Item]:
    """The items, an imprint in a table as lines, and without the table of a red head: its issuers sign the document."""
    for item in items:
        lines = list(_lines(item))
        if lines and all(_COPIES.match(one.text) or is_printing_line(one.text) for one in lines):
            yield from lines
        elif not (isinstance(item, Grid) and len(item.rows) == 1 and key_of(item.rows[0][-1]) == "文件"):
            yield item


def _lines(item: Item) -> Iterator[Line]:
    """The lines of a frame or grid, a row each, where it holds nothing else."""
    if isinstance(item, Grid):
        yield from (Line("\u3000".join(filter(None, row)), whole=True) for row in item.rows)
    elif isinstance(item, Frame) and all(isinstance(one, Line) for one in item.items):
        yield from (one for one in item.items if isinstance(one, Line) and one.text)
