"""Values of the model as plain data (dict, list, str, number) and back: what drafts and the library store."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Plain = Any
"""What json can write."""


def to_plain(value: object) -> Plain:
    """A model value as plain data: a dataclass is a dict with "type" and the fields that differ from their default."""
    if is_dataclass(value) and not isinstance(value, type):
        data: dict[str, Plain] = {"type": type(value).__name__}
        for field in fields(value):
            part = getattr(value, field.name)
            if field.default is MISSING or part != field.default:
                data[field.name] = to_plain(part)
        return data
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def from_plain(kind: Any, data: Plain) -> Any:  # noqa: ANN401, PLR0911 - one kind after another
    """The value of a kind (a class of the model, or a type such as tuple[str, ...]) that plain data says.

    Raises ValueError where the data is not of that kind.
    """
    if is_dataclass(kind):
        return _dataclass(kind, data)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(get_args(kind), data)
    if origin is tuple:
        return _tuple(get_args(kind), data)
    if origin is frozenset:
        return frozenset(from_plain(get_args(kind)[0], one) for one in _list(data))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    base = getattr(kind, "__supertype__", kind)
    if base is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, base) or (base is int and isinstance(data, bool)):
        raise ValueError(f"{data!r} is no {base.__name__}")
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _dataclass(kind: Any, data: Plain) -> Any:  # noqa: ANN401
    if not isinstance(data, dict) or data.get("type") != kind.__name__:
        raise ValueError(f"not a {kind.__name__}: {str(data)[:60]}")
    hints = _hints(kind)
    values: dict[str, Any] = {}
    for name, part in data.items():
        if name == "type":
            continue
        if name not in hints:
            raise ValueError(f"{kind.__name__} has no {name}")
        values[name] = from_plain(hints[name], part)
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(str(error)) from error


def _one_of(kinds: tuple[Any, ...], data: Plain) -> Any:  # noqa: ANN401
    if data is None and type(None) in kinds:
        return None
    for kind in kinds:
        if is_dataclass(kind) != isinstance(data, dict):
            continue
        if isinstance(data, dict) and data.get("type") != kind.__name__:
            continue
        return from_plain(kind, data)
    raise ValueError(f"unexpected {str(data)[:60]}")


def _tuple(arguments: tuple[Any, ...], data: Plain) -> tuple[Any, ...]:
    items = _list(data)
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(from_plain(arguments[0], one) for one in items)
    if len(items) != len(arguments):
        raise ValueError(f"{len(arguments)} items expected, not {len(items)}")
    return tuple(from_plain(kind, one) for kind, one in zip(arguments, items, strict=True))


def _list(data: Plain) -> list[Plain]:
    if not isinstance(data, list):
        raise ValueError(f"a list expected, not {str(data)[:60]}")
    return data
