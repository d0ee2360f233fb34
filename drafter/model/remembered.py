"""What was worked out for a section, kept as long as the section is the same value.

Edits share every section they do not touch, so after a keystroke only the sections above it are worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from drafter.model.document import Section

T = TypeVar("T")
_MOST = 20_000


class Remembered(Generic[T]):
    """Results by the identity of a section and by whatever else they depend on; safe to lose at any time."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Section, object, T]] = {}

    def of(self, section: Section, rest: object, make: Callable[[], T]) -> T:
        """The result for a section, made only where the section or `rest` is another than last time."""
        known = self._known.get(id(section))
        if known and known[0] is section and known[1] == rest:
            return known[2]
        if len(self._known) >= _MOST:
            self._known.clear()
        made = make()
        self._known[id(section)] = (section, rest, made)
        return made
