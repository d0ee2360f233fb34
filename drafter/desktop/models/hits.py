"""What a search of the library found, as a list."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from drafter.desktop.models.tree import Index

if TYPE_CHECKING:
    from drafter.workflow import Hit, Similar


class HitRole(IntEnum):
    """What a row says beside its text."""

    HIT = Qt.ItemDataRole.UserRole


class HitsModel(QAbstractListModel):
    """One row per section found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading found, and under HIT the whole hit."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{hit.entry.title}\n{hit.path}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{hit.entry.region} {hit.path} {hit.title}：{hit.snippet}"
            case HitRole.HIT:
                return hit
            case _:
                return None


class SimilarModel(QAbstractListModel):
    """One row per section that says nearly the same, most alike first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[Similar, ...] = ()

    def show(self, found: tuple[Similar, ...]) -> None:
        """Show these sections."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading, and under HIT the whole of what was found."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        one = self.found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.title
            case Qt.ItemDataRole.ToolTipRole:
                same = [f"{hit.entry.title} {hit.path}" for hit in one.same]
                return "\n".join([f"{one.entry.title} {one.path}", *same, one.text])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{one.entry.region} {one.entry.year or ''} {one.path} {one.title}：{one.text}"
            case HitRole.HIT:
                return one
            case _:
                return None
