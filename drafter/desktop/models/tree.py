"""A tree for views: nodes numbered from 0 in reading order, the number is the id of their index."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class TreeModel(QAbstractItemModel):
    """A read-only tree of one column; subclasses call `reshape` inside a reset and give `data`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parents: tuple[int, ...] = ()
        self._rows: list[int] = []
        self._children: dict[int, list[int]] = {-1: []}

    def reshape(self, parents: tuple[int, ...]) -> None:
        """Take the shape of a tree: for every node the number of its parent (-1 at the top), parents first."""
        self._parents = parents
        self._rows = []
        self._children = {node: [] for node in range(-1, len(parents))}
        for node, parent in enumerate(parents):
            self._rows.append(len(self._children[parent]))
            self._children[parent].append(node)

    def node(self, index: Index) -> int:
        """The number of a node, -1 for the root and whatever is no index of this model."""
        if not index.isValid() or index.model() is not self or index.internalId() >= len(self._parents):
            return -1
        return index.internalId()

    def index_of(self, node: int) -> QModelIndex:
        """The index of a node, the invalid one for -1."""
        return QModelIndex() if node < 0 else self.createIndex(self._rows[node], 0, node)

    def parent_of(self, node: int) -> int:
        """The number of a node's parent, -1 at the top."""
        return self._parents[node]

    def children_of(self, node: int) -> list[int]:
        """The numbers of the nodes under one, or of the top ones for -1."""
        return self._children[node]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, 0, self._children[self.node(parent)][row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # pyright: ignore[reportIncompatibleMethodOverride]
        """The index of the parent."""
        node = self.node(index)
        return QModelIndex() if node < 0 else self.index_of(self._parents[node])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many children a node has."""
        return 0 if parent.isValid() and parent.column() > 0 else len(self._children[self.node(parent)])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """One column."""
        return 1
