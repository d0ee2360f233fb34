"""A plan that was read as a tree of headings, paragraphs, boxes and tables, to be corrected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, Qt, Signal

from drafter.desktop.models.tree import Index, TreeModel
from drafter.model.corrections import Row, rows
from drafter.model.document import Block, Box, Document, Paragraph, Section, Table
from drafter.model.walk import heading_text, text_of

MOST = 200
"""Characters of a paragraph that a row can show."""


class StructureRole(IntEnum):
    """What a row says beside its text."""

    NODE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the tree: `number` of a heading or item, `mark` names what is neither heading nor paragraph."""

    row: Row
    number: str
    text: str
    heading: bool = False
    mark: str = ""


class StructureModel(TreeModel):
    """`retitle_requested(row, text)` when another heading was typed."""

    retitle_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._nodes: tuple[Node, ...] = ()
        self._places: dict[Row, int] = {}

    def show(self, document: Document, *, text: bool) -> None:
        """Show the headings of a plan, with all that stands under them or without."""
        nodes: list[Node] = []
        parents: list[int] = []
        open_: list[int] = []

        def add(node: Node, level: int) -> None:
            del open_[level:]
            parents.append(open_[-1] if open_ else -1)
            open_.append(len(nodes))
            nodes.append(node)

        annex, base = 0, 0
        for row, content in rows(document):
            if row.annex > annex:
                annex, base = row.annex, 1
                title = text_of(document.attachments[annex - 1].title)
                add(Node(Row(annex), self.tr("附件{0}").format(annex), f"　{title}", heading=True), 0)
            if isinstance(content, Section):
                number = str(content.number or "")
                add(
                    Node(row, number, heading_text(content).removeprefix(number), heading=True),
                    base + content.level - 1,
                )
            elif text:
                parents.append(open_[-1] if open_ and (annex or row.section >= 0) else -1)
                nodes.append(self._node(row, content))
        self.beginResetModel()
        self._nodes = tuple(nodes)
        self._places = {node.row: place for place, node in enumerate(nodes)}
        self.reshape(tuple(parents))
        self.endResetModel()

    def _node(self, row: Row, block: Block) -> Node:
        match block:
            case Paragraph():
                return Node(row, block.marker, text_of(block.spans)[:MOST])
            case Box():
                return Node(row, "", block.title, mark=block.number or self.tr("方框"))
            case Table():
                size = self.tr("{0} 行 {1} 列").format(len(block.rows), len(block.columns))
                return Node(row, "", f"{block.caption}　{size}".strip(), mark=self.tr("表格"))

    def at(self, index: Index) -> Node | None:
        """The row at an index."""
        node = self.node(index)
        return None if node < 0 else self._nodes[node]

    def index_for(self, row: Row) -> QModelIndex:
        """The index of a place, the invalid one where it is not shown."""
        return self.index_of(self._places.get(row, -1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Number and text; the `Node` under its role."""
        node = self.at(index)
        if node is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return node.number + node.text
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = self.tr("标题") if node.heading else node.mark or self.tr("正文")
                return f"{kind}　{node.number}{node.text}"
            case StructureRole.NODE:
                return node
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another heading; the row changes when the changed plan is shown."""
        node = self.at(index)
        if node is None or role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.retitle_requested.emit(node.row, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings of sections can be typed."""
        node, flag = self.at(index), Qt.ItemFlag
        if node is None:
            return flag.NoItemFlags
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable
        return flags | flag.ItemIsEditable if node.heading and node.row.section >= 0 else flags
