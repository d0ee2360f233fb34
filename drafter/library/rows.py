"""An entry as a row of a database, and back."""

from __future__ import annotations

import json
from typing import Any

from drafter.library.entry import Entry

_PLAIN = (
    "key", "title", "kind", "region", "year", "issuer", "status", "date", "name", "characters", "added", "number",
    "level", "theme", "reader",
)  # fmt: skip
COLUMNS = ", ".join(f"plan.{column}" for column in (*_PLAIN, "period_from", "period_to", "note", "tags", "corrected"))


def entry_from(row: tuple[Any, ...]) -> Entry:
    """The entry that a row of COLUMNS holds."""
    *plain, start, end, note, tags, corrected = row
    period = (start, end) if start is not None else None
    values: dict[str, Any] = dict(zip(_PLAIN, plain, strict=True))
    return Entry(**values, period=period, note=note, tags=tuple(json.loads(tags)), corrected=bool(corrected))


def row_of(entry: Entry) -> dict[str, Any]:
    """What an entry says of its document and file; not its tags and note."""
    start, end = entry.period or (None, None)
    return {column: getattr(entry, column) for column in _PLAIN} | {"period_from": start, "period_to": end}
