"""The library as a tree: places, and the plans of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from drafter.desktop.models.sources import without_place
from drafter.desktop.models.tree import Index, TreeModel

if TYPE_CHECKING:
    from drafter.workflow import Entry

_PERIOD = re.compile(r"（[^（）]*）$")


class EntryRole(IntEnum):
    """What a row says beside its text."""

    KEY = Qt.ItemDataRole.UserRole
    COUNT = Qt.ItemDataRole.UserRole + 1
    ENTRY = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    count: int


class EntriesModel(TreeModel):
    """Places with their plans under them, newest first; what is of no known place stands last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[_Place | Entry, ...] = ()
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> bool:
        """Show these plans; whether anything changed."""
        if entries == self._entries:
            return False
        nodes: list[_Place | Entry] = []
        parents: list[int] = []
        for region, group in groupby(sorted(entries, key=_order), key=lambda entry: entry.region):
            plans = list(group)
            place = len(nodes)
            nodes += [_Place(region or self.tr("地区不明"), len(plans)), *plans]
            parents += [-1, *[place] * len(plans)]
        self.beginResetModel()
        self._entries = entries
        self._nodes = tuple(nodes)
        self.reshape(tuple(parents))
        self.endResetModel()
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: PLR0911 - a table of roles
        """The title of a plan or the name of a place; see `EntryRole` for the rest."""
        node = self.node(index)
        if node < 0:
            return None
        value = self._nodes[node]
        if isinstance(value, _Place):
            return self._place_data(value, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return short_title(value)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._described(value)
            case EntryRole.KEY:
                return value.key
            case EntryRole.ENTRY:
                return value
            case _:
                return None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All plans."""
        return self._entries

    def keys(self) -> dict[str, int]:
        """The node of every plan by its key."""
        return {value.key: node for node, value in enumerate(self._nodes) if not isinstance(value, _Place)}

    def _place_data(self, place: _Place, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return place.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("{0}，{1} 份").format(place.name, place.count)
            case EntryRole.COUNT:
                return place.count
            case _:
                return None

    def _described(self, entry: Entry) -> str:
        length = self.tr("{0} 字").format(entry.characters)
        parts = (entry.title, entry.kind, entry.status, entry.date, entry.issuer, length, entry.name)
        return "\n".join(part for part in parts if part)


def _order(entry: Entry) -> tuple[bool, str, int, str]:
    return (not entry.region, entry.region, -(entry.year or 0), entry.title)


def short_title(entry: Entry) -> str:
    """The title without the place it stands under and the bracketed period, as far as anything is left."""
    return _PERIOD.sub("", without_place(entry.title, entry.region)) or entry.title
