"""The headings of a plan as a list, indented by level."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt

from drafter.desktop.models.reading_order import Heading
from drafter.desktop.models.tree import Index

ROW = 28


class HeadingsModel(QAbstractListModel):
    """One row per heading."""

    def __init__(self, headings: tuple[Heading, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many headings there are."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading, indented by two spaces of a Chinese character's width a level; the bare one to read aloud."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        heading = self._headings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "　" * (heading.level - 1) + heading.text
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return heading.text
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(60, ROW)
            case _:
                return None
