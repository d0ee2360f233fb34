"""The pages of a preview as small pictures, drawn as they come."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QPixmap

from drafter.desktop.models.tree import Index

SIZE = QSize(88, 124)
"""Pixels of a small page (A4)."""


class PagesModel(QAbstractListModel):
    """One row per page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[QPixmap | None] = []

    def begin(self, pages: int) -> None:
        """Begin with so many pages, none drawn yet."""
        self.beginResetModel()
        self._pictures = [None] * pages
        self.endResetModel()

    def show_page(self, page: int, picture: QPixmap) -> None:
        """Show the picture of a page."""
        ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._pictures[page] = picture.scaled(SIZE, *ways)
        self.dataChanged.emit(self.index(page), self.index(page))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many pages there are."""
        return 0 if parent.isValid() else len(self._pictures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The page's number or its picture."""
        if not 0 <= index.row() < len(self._pictures):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(index.row() + 1)
            case Qt.ItemDataRole.DecorationRole:
                return self._pictures[index.row()]
            case Qt.ItemDataRole.SizeHintRole:
                return SIZE + QSize(12, 28)
            case _:
                return None
