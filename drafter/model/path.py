"""The way to a part of a value: names of fields and places in tuples, to look a part up and to put another there.

("sections", 0, "children", 2, "title")                      a heading of a document
("attachments", 0, "preamble", 3, "rows", 1, 2, "spans")     the words of a cell in an annex
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

Path = tuple[str | int, ...]


def part_at(value: Any, path: Path) -> Any:  # noqa: ANN401 - a part may be anything
    """The part of a value at the end of a path."""
    for step in path:
        value = getattr(value, step) if isinstance(step, str) else value[step]
    return value


def with_part(value: Any, path: Path, part: Any) -> Any:  # noqa: ANN401
    """The value with another part at the end of a path; it shares all that does not lie on the path."""
    if not path:
        return part
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        return replace(value, **{step: with_part(getattr(value, step), rest, part)})
    return (*value[:step], with_part(value[step], rest, part), *value[step + 1 :])
