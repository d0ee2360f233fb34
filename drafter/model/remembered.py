"""What was worked out for a section, kept as long as the section is the same value.

Edits share every section they do not touch, so after a keystroke only the sections above it are worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from drafter.model.document import Document, Section

T = TypeVar("T")
_MOST = 20_000


class Remembered(Generic[T]):
    """Results by the identity of a section or document and whatever else they depend on; safe to lose at any time."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, object, T]] = {}

    def of(self, whole: Section | Document, rest: object, make: Callable[[], T]) -> T:
        """The result for a section, made only where the section or `rest` is another than last time."""
        known = self._known.get(id(whole))
        if known and known[0] is whole and known[1] == rest:
            return known[2]
        if len(self._known) >= _MOST:
            self._known.clear()
        made = make()
        self._known[id(whole)] = (whole, rest, made)
        return made


class Same:
    """Equal only where it holds the very same value: for a `rest` that is dear to compare."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)
