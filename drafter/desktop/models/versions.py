"""The versions of a draft as rows: when each was saved and what it is called."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.keeping.versions import Version

Index = QModelIndex | QPersistentModelIndex


class VersionModel(QAbstractListModel):
    """One row a version, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.versions: tuple[Version, ...] = ()

    def show(self, versions: tuple[Version, ...]) -> None:
        """Show these versions."""
        self.beginResetModel()
        self.versions = versions
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent and parent.isValid() else len(self.versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Time and name."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        version = self.versions[index.row()]
        return f"{version.time.astimezone():%Y-%m-%d %H:%M}　{version.name}".rstrip("　")
