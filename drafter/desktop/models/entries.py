"""The library as a tree: places (or kinds, years, tags), and the plans of each."""

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
    """Places with their plans under them, newest first; what is of no known place stands last.

    `grouping` says what the groups are: region, kind, year or tag.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[_Place | Entry, ...] = ()
        self._entries: tuple[Entry, ...] = ()
        self.grouping = "region"

    def show(self, entries: tuple[Entry, ...]) -> bool:
        """Show these plans; whether anything changed."""
        if entries == self._entries:
            return False
        nodes: list[_Place | Entry] = []
        parents: list[int] = []
        rows = sorted(((self._group_of(entry), _order(entry), entry) for entry in entries), key=lambda row: row[:2])
        for (unknown, _, name), group in groupby(rows, key=lambda row: row[0]):
            plans = [row[2] for row in group]
            place = len(nodes)
            nodes += [_Place(self._nameless() if unknown else name, len(plans)), *plans]
            parents += [-1, *[place] * len(plans)]
        self.beginResetModel()
        self._entries = entries
        self._nodes = tuple(nodes)
        self.reshape(tuple(parents))
        self.endResetModel()
        return True

    def group(self, grouping: str) -> None:
        """Show the plans in groups of another kind."""
        entries, self._entries, self.grouping = self._entries, (), grouping
        self.show(entries)

    def _group_of(self, entry: Entry) -> tuple[bool, int, str]:
        """What sorts the groups: unknown ones last, years from the newest; and the name of the group of a plan."""
        match self.grouping:
            case "year":
                return entry.year is None, -(entry.year or 0), str(entry.year or "")
            case "kind":
                return not entry.kind, 0, entry.kind
            case "tag":
                return not entry.tags, 0, "、".join(entry.tags)
            case _:
                return not entry.region, 0, entry.region

    def _nameless(self) -> str:
        names = {"kind": self.tr("文种不明"), "year": self.tr("年份不明"), "tag": self.tr("没有标签")}
        return names.get(self.grouping, self.tr("地区不明"))

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
        tags = self.tr("标签：{0}").format("、".join(entry.tags)) if entry.tags else ""
        note = self.tr("备注：{0}").format(entry.note) if entry.note else ""
        about = (entry.kind, entry.status, entry.number, entry.date, entry.issuer)
        parts = (entry.title, *about, length, tags, note, entry.name)
        return "\n".join(part for part in parts if part)


def _order(entry: Entry) -> tuple[bool, str, int, str]:
    return (not entry.region, entry.region, -(entry.year or 0), entry.title)


def short_title(entry: Entry) -> str:
    """The title without the place it stands under and the bracketed period, as far as anything is left."""
    return _PERIOD.sub("", without_place(entry.title, entry.region)) or entry.title
