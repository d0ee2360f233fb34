"""Decimal numbers (1, 1.1, 1.1.1): which lines they head, told from quantities by their sequence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.model.numbering import Number, parse_decimal, parse_number
from drafter.reading.lines import Item, Line

LEAST = 2
"""Numbers of two and more parts that a text has at least if it counts so."""
SKIP_MOST = 2
"""By how many a number may run ahead of the one before it."""
_SENTENCE = re.compile("[，。；：:]")
_Way = tuple[int, ...]


def decimals_of(items: Sequence[Item]) -> dict[int, tuple[Number, int]]:
    """The lines that decimal numbers head: index → (number, characters it takes); empty where a text has none."""
    found: dict[int, tuple[Number, int]] = {}
    way: _Way = ()
    for index, item in enumerate(items):
        decimal = parse_decimal(item.text) if isinstance(item, Line) else None
        if not decimal or not isinstance(item, Line):
            continue
        here = (*decimal[0].above, decimal[0].ordinal)
        skip = 0 if decimal[0].above and not parse_number(item.text) else SKIP_MOST
        if _follows(here, way, skip) and (len(here) > 1 or _is_title(item.text[decimal[1] :], item.text)):
            found[index] = decimal
            way = here
    return found if sum(bool(number.above) for number, _ in found.values()) >= LEAST else {}


def _is_title(title: str, text: str) -> bool:
    """Whether a line may be the heading that a number of one part begins (1. is another form)."""
    return not re.match(r"\d{1,2}[.．]", text) and not _SENTENCE.search(title)


def _follows(here: _Way, way: _Way, skip: int) -> bool:
    """Whether a number comes after another: its first child, a later sibling, or one of those above.

    `skip` is by how many it may run ahead; 1.5亿元 must be the very next to be a number.
    """
    if not way:
        return here[-1] == 1 and len(here) <= 2
    if here == (*way, 1):
        return True
    depth = len(here) - 1
    if here[:depth] == way[:depth] and depth < len(way):
        return way[depth] < here[depth] <= way[depth] + 1 + skip
    return way[0] < here[0] <= way[0] + 1 + skip and set(here[1:]) == {1}
