"""What a search of the library found, as a list."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from drafter.desktop.models.tree import Index

if TYPE_CHECKING:
    from drafter.workflow import Hit


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
