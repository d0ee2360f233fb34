"""Tables that only put the head and the imprint of a document in their places (GB/T 9704-2012, 7.2.4, 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.reading.front import is_printing_line
from drafter.reading.lines import Frame, Grid, Item, Line, key_of
from drafter.reading.naming import DOCUMENT_NUMBER, is_body

_SIGNER = re.compile(r"签\s*发\s*人\s*[:：]")
_COPIES = re.compile(r"(?:抄送|抄报|主送)\s*[:：]")


def without_furniture(items: Iterable[Item]) -> Iterator[Item]:
    """The items, a head or an imprint in a table as lines, without the table of a red head of several issuers."""
    for item in items:
        if isinstance(item, Grid) and len(item.rows) == 1 and key_of(item.rows[0][-1]) == "文件":
            continue  # joint issuers, one above the other in a cell
        lines = list(_lines(item))
        if lines and (all(map(_is_imprint, lines)) or _is_head(lines)):
            yield from lines
        else:
            yield item


def _is_imprint(line: Line) -> bool:
    return bool(_COPIES.match(line.text)) or is_printing_line(line.text)


def _is_head(lines: list[Line]) -> bool:
    """Whether rows are a document number, a signer, or whose paper it is (…文件), beside names of bodies at most."""
    cells = [cell for line in lines for cell in line.text.split("\u3000")]
    facts = [DOCUMENT_NUMBER.fullmatch(key_of(cell)) or _SIGNER.match(cell) or cell.endswith("文件") for cell in cells]
    return any(facts) and all(
        fact or is_body(cell.removesuffix("文件")) for fact, cell in zip(facts, cells, strict=True)
    )


def _lines(item: Item) -> Iterator[Line]:
    """The lines of a frame or grid, a row each, where it holds nothing else."""
    if isinstance(item, Grid):
        yield from (Line("\u3000".join(filter(None, row)), whole=True) for row in item.rows)
    elif isinstance(item, Frame) and all(isinstance(one, Line) for one in item.items):
        yield from (one for one in item.items if isinstance(one, Line) and one.text)
