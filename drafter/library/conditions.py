"""What a plan must be, as SQL that SQLite and PostgreSQL understand."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.library.grams import folded
from drafter.library.query import Condition, Forms

Values = list[str | int]


def where_of(conditions: Iterable[Condition], forms: Forms, mark: str = "?") -> tuple[str, Values]:
    """The condition on the columns of `plan`, and its values; `mark` stands for a value."""
    wheres = [_where(one, forms) for one in conditions]
    where = " AND ".join(f"({sql})" for sql, _ in wheres) or "TRUE"
    return where.replace("?", mark), [value for _, some in wheres for value in some]


_NUMERIC = {"year"}
_COMPARED = {">", "<", ">=", "<="}


def _where(one: Condition, forms: Forms) -> tuple[str, Values]:
    """SQL that says what a plan must be, and its values."""
    if one.field in _NUMERIC:
        return f"{one.field} {one.operator} ?", [int(one.value)]
    if one.operator in _COMPARED:
        return f"{one.field} <> '' AND {one.field} {one.operator} ?", [one.value]
    if one.operator == "=":
        return f"{one.field} = ?", [one.value]
    if one.field == "tag":
        return "tags LIKE ? ESCAPE '\\'", [f"%{_plain(one.value)}%"]
    names = forms.get(folded(one.value), (one.value,))
    return " OR ".join(f"{one.field} LIKE ? ESCAPE '\\'" for _ in names), [f"%{_plain(name)}%" for name in names]


def _plain(value: str) -> str:
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
