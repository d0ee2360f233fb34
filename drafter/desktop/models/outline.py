"""The draft's sections as a tree; renaming and dragging only say the wish, the draft changes elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, Signal

from drafter.desktop.models.sources import places_by_first_pick
from drafter.desktop.models.tree import Index, TreeModel
from drafter.model.document import Section, SectionId, SlotId
from drafter.model.draft import Draft, open_slots, references, slot_texts
from drafter.model.walk import blank, heading_text, paragraphs, text_of
from drafter.text.normal import count_characters

MIME = "application/x-drafter-section"
DEEPEST = 5
LEAST_SHARE = 0.05
"""Below this part of a section that stands elsewhere nothing is shown: phrases everybody uses."""


class HeadingRole(IntEnum):
    """What a row says beside its title."""

    HEADING = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A row of the outline.

    `share` is the part of it, 0 to 1, that stands to the letter elsewhere.
    `number` as printed, `characters` with all under it, `waiting` its own open slots and `waiting_below` with those
    under it, `region` whose text it is ("": ours), `hue` the order of that source (-1: none).
    """

    section: SectionId
    number: str
    title: str
    characters: int
    waiting: int
    waiting_below: int
    region: str
    hue: int
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class _Own:
    """What one section says by itself, without its children: characters that are no slot's, and the slots used."""

    section: Section
    characters: int
    slots: tuple[SlotId, ...]


class OutlineModel(TreeModel):
    """The sections of a draft. `rename_requested(id, title)`, `move_requested(id, parent id or None, index)`.

    The index of a move is counted in the draft without the section that moves.
    """

    rename_requested = Signal(object, str)
    move_requested = Signal(object, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[Heading, ...] = ()
        self._own: dict[SectionId, _Own] = {}
        self._nodes: dict[SectionId, int] = {}
        self._shares: dict[SectionId, float] = {}

    def show_shares(self, shares: dict[SectionId, float]) -> None:
        """Show how much of each section stands elsewhere; only rows that differ are repainted."""
        self._shares = shares
        for node, heading in enumerate(self._headings):
            if heading.share != (share := shares.get(heading.section, 0.0)):
                self._headings = (*self._headings[:node], replace(heading, share=share), *self._headings[node + 1 :])
                self.dataChanged.emit(self.index_of(node), self.index_of(node))

    def show(self, draft: Draft) -> bool:
        """Show a draft; whether the tree changed its shape and was shown anew, else what differs is repainted."""
        headings, parents = self._outlined(draft)
        same = parents == self._parents and all(
            old.section == new.section for old, new in zip(self._headings, headings, strict=True)
        )
        old, self._headings = self._headings, headings
        if same:
            for node, heading in enumerate(headings):
                if heading != old[node]:
                    self.dataChanged.emit(self.index_of(node), self.index_of(node))
            return False
        self.beginResetModel()
        self._nodes = {heading.section: node for node, heading in enumerate(headings)}
        self.reshape(parents)
        self.endResetModel()
        return True

    def heading(self, index: Index) -> Heading | None:
        """The row at an index."""
        node = self.node(index)
        return None if node < 0 else self._headings[node]

    def headings(self) -> tuple[Heading, ...]:
        """All rows in reading order."""
        return self._headings

    def index_for(self, section: SectionId | None) -> QModelIndex:
        """The index of a section, the invalid one where it is not in the draft."""
        return QModelIndex() if section is None else self.index_of(self._nodes.get(section, -1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Number and title; the title alone to edit; the `Heading` under its role."""
        heading = self.heading(index)
        if heading is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.number + heading.title
            case Qt.ItemDataRole.EditRole:
                return heading.title
            case Qt.ItemDataRole.AccessibleTextRole:
                waiting = self.tr("，待填 {0} 项").format(heading.waiting) if heading.waiting else ""
                same = (
                    self.tr("，{0} 与资料相同").format(f"{heading.share:.0%}") if heading.share >= LEAST_SHARE else ""
                )
                source = self.tr("，摘自{0}").format(heading.region) if heading.region else ""
                return (
                    self.tr("{0}{1}，{2} 字").format(heading.number, heading.title, heading.characters)
                    + waiting
                    + source
                    + same
                )
            case HeadingRole.HEADING:
                return heading
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another title; the row changes when the changed draft is shown."""
        heading = self.heading(index)
        title = str(value).strip()
        if heading is None or role != Qt.ItemDataRole.EditRole or title in ("", heading.title):
            return False
        self.rename_requested.emit(heading.section, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be selected, renamed, dragged and dropped on; the top level can be dropped on."""
        flag = Qt.ItemFlag
        if self.node(index) < 0:
            return flag.ItemIsDropEnabled
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsEditable
            | flag.ItemIsDragEnabled
            | flag.ItemIsDropEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """The one kind of data that rows are dragged as."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The id of the dragged section."""
        data = QMimeData()
        heading = self.heading(indexes[0]) if indexes else None
        if heading:
            data.setData(MIME, str(int(heading.section)).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002
        """Whether a section may go there: not into itself, and not deeper than headings go."""
        moved = self._dragged(data)
        target = self.node(parent)
        return moved >= 0 and self.may_go(moved, target)

    def may_go(self, moved: int, target: int) -> bool:
        """Whether a node may become a child of another: not of itself, and not deeper than headings go."""
        above = self._way_up(target)
        return moved not in above and len(above) + self._height(moved) <= DEEPEST

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move; False, so that the view takes no row away by itself."""
        if self.canDropMimeData(data, action, row, column, parent):
            target = self.node(parent)
            moved = self._dragged(data)
            place = len(self.children_of(target)) if row < 0 else row
            if self.parent_of(moved) == target and self._rows_before(moved) < place:
                place -= 1
            self.ask_move(moved, target, place)
        return False

    def ask_move(self, moved: int, target: int, place: int) -> None:
        """Ask to move a node to a place (counted without it) under a target, unless it stands there already."""
        if (self.parent_of(moved), self._rows_before(moved)) != (target, place):
            parent = None if target < 0 else self._headings[target].section
            self.move_requested.emit(self._headings[moved].section, parent, place)

    def _rows_before(self, node: int) -> int:
        return self.index_of(node).row()

    def _dragged(self, data: QMimeData) -> int:
        text = data.data(MIME).toStdString()
        return self._nodes.get(SectionId(int(text)), -1) if text else -1

    def _way_up(self, node: int) -> list[int]:
        way = [node]
        while way[-1] >= 0:
            way.append(self.parent_of(way[-1]))
        return way[:-1]

    def _height(self, node: int) -> int:
        return 1 + max((self._height(child) for child in self.children_of(node)), default=0)

    def _outlined(self, draft: Draft) -> tuple[tuple[Heading, ...], tuple[int, ...]]:
        shown = slot_texts(draft)
        lengths = {slot.id: count_characters(slot.shown) for slot in draft.slots}
        waiting = {slot.id for slot in open_slots(draft)}
        hues = {region: order for order, region in enumerate(places_by_first_pick(draft))}
        headings: list[Heading] = []
        parents: list[int] = []
        own: dict[SectionId, _Own] = {}

        def add(section: Section, parent: int) -> Heading:
            facts = own[section.id] = self._facts(section)
            node = len(headings)
            title = text_of(section.title, shown)
            region = section.source.region if section.source else ""
            number = str(section.number or "")
            count = sum(slot in waiting for slot in facts.slots)
            heading = Heading(section.id, number, title, facts.characters, count, count, region, hues.get(region, -1))
            heading = replace(heading, share=self._shares.get(section.id, 0.0))
            headings.append(heading)
            parents.append(parent)
            below = [add(child, node) for child in section.children]
            headings[node] = replace(
                heading,
                characters=facts.characters
                + sum(lengths[slot] for slot in facts.slots)
                + sum(child.characters for child in below),
                waiting_below=count + sum(child.waiting_below for child in below),
            )
            return headings[node]

        for section in draft.document.sections:
            add(section, -1)
        self._own = own
        return tuple(headings), tuple(parents)

    def _facts(self, section: Section) -> _Own:
        known = self._own.get(section.id)
        if known and known.section is section:
            return known
        texts = [section.title, *(paragraph.spans for paragraph in paragraphs(section.blocks))]
        characters = count_characters(heading_text(section)) + sum(
            count_characters(text_of(t, blank)) for t in texts[1:]
        )
        return _Own(section, characters, tuple(one.slot for spans in texts for one in references(spans)))
