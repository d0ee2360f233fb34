"""What 快速查找 finds: sections, slots, commands and plans whose words hold everything typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from drafter.desktop.models.tree import Index

MOST = 60
"""Rows shown; who sees more has typed too little."""

NO_SOUNDS: Mapping[str, str] = MappingProxyType({})


class QuickRole(IntEnum):
    """What a row says beside its text."""

    TARGET = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be gone to or done: its kind in a word, its name, a detail (key, place), and how."""

    kind: str
    text: str
    detail: str
    act: Callable[[], object]


def found(targets: tuple[Target, ...], words: str, sounds: Mapping[str, str] = NO_SOUNDS) -> tuple[Target, ...]:
    """The targets that hold all the words, those that begin with the first before the others, each as they came.

    `sounds` says how a name may be typed in Latin letters: what has a word only there comes after what has it itself.
    """
    wanted = words.lower().split()
    ranked = [(rank, one) for one in targets if (rank := _rank(one, wanted, sounds.get(one.text, ""))) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return tuple(one for _, one in ranked[:MOST])


def _rank(one: Target, wanted: list[str], sound: str) -> int | None:
    """0 begins with the first word, 1 holds all, 2 sounds like them; None does neither."""
    text = f"{one.text} {one.detail}".lower()
    if all(word in text for word in wanted):
        return 0 if not wanted or one.text.lower().startswith(wanted[0]) else 1
    return 2 if all(word in text or word in sound for word in wanted) else None


class QuickModel(QAbstractListModel):
    """One row per target."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.targets: tuple[Target, ...] = ()

    def show(self, targets: tuple[Target, ...]) -> None:
        """Show these targets."""
        self.beginResetModel()
        self.targets = targets
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many targets there are."""
        return 0 if parent and parent.isValid() else len(self.targets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; to read aloud with its kind; the `Target` under its role."""
        if not 0 <= index.row() < len(self.targets):
            return None
        target = self.targets[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return target.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{target.kind}，{target.text}"
            case QuickRole.TARGET:
                return target
            case _:
                return None
