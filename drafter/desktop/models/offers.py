"""The values that the field of a slot offers: its own, the proposed one, what others say, the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from drafter.desktop.models.slots import said_place
from drafter.desktop.models.sources import short_place
from drafter.desktop.models.tree import Index
from drafter.model.draft import Slot
from drafter.workflow import Said, Standing


@dataclass(frozen=True, slots=True)
class Offer:
    """One value, whose it is ("" for nobody's), and what it is."""

    value: str
    place: str
    note: str


class OffersModel(QAbstractListModel):
    """One row per value; the offer itself under UserRole."""

    def __init__(self, rows: tuple[Offer, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many values there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The value, or the offer."""
        if not 0 <= index.row() < len(self._rows):
            return None
        offer = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return offer.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.value}，{offer.place}，{offer.note}"
        return offer if role == Qt.ItemDataRole.UserRole else None


def offers(slot: Slot, said: tuple[Said, ...] = ()) -> tuple[Offer, ...]:
    """The values offered for a slot, each once."""
    once: dict[str, Offer] = {}
    for one in _offers(slot, said):
        if one.value:
            once.setdefault(one.value, one)
    return tuple(once.values())


def _offers(slot: Slot, said: tuple[Said, ...]) -> Iterator[Offer]:
    translate = QCoreApplication.translate
    yield Offer(slot.value, "", translate("offers", "现在的值"))
    yield Offer(slot.proposal, "", translate("offers", "建议"))
    for one in said:
        kind = translate("offers", "上级目标") if one.level is Standing.SUPERIOR else translate("offers", "同类目标")
        year = translate("offers", "{0}，{1}年").format(kind, one.year) if one.year else kind
        yield Offer(one.text, said_place(one), f"{year} · {one.why}")
    place = short_place(slot.source.region) if slot.source else ""
    yield Offer(slot.original, place, translate("offers", "原文值"))
