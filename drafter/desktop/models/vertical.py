"""What of the superior plan the draft carries, as a table: its tasks and targets, and where the draft has them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from drafter.desktop.comparer import Compared
from drafter.desktop.models.matrix import ComparedModel
from drafter.desktop.models.tree import Index
from drafter.workflow.comparing import Carried


class Carrying(StrEnum):
    """How a task or target stands: carried, only the heading above it is, missing, or not needed."""

    CARRIED = "carried"
    WITHIN = "within"
    MISSING = "missing"
    UNNEEDED = "unneeded"


def carrying(one: Carried) -> Carrying:
    """How a task or target of the superior plan stands in the draft."""
    if one.carried:
        return Carrying.CARRIED
    if one.unneeded:
        return Carrying.UNNEEDED
    return Carrying.WITHIN if one.within else Carrying.MISSING


def carrying_word(state: Carrying) -> str:
    """The word for it."""
    translate = QCoreApplication.translate
    return {
        Carrying.CARRIED: translate("vertical", "已承接"),
        Carrying.WITHIN: translate("vertical", "只在上一级"),
        Carrying.MISSING: translate("vertical", "缺"),
        Carrying.UNNEEDED: translate("vertical", "不需要"),
    }[state]


class VerticalModel(ComparedModel):
    """One row per task and target of the superior plan; `only` leaves the rows of one state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Carried, ...] = ()
        self._rows: tuple[Carried, ...] = ()

    def show(self, compared: Compared | None, only: Carrying | None) -> None:
        """Show a comparison, all its rows or those of one state."""
        self.beginResetModel()
        self.compared = compared
        found = compared.found if compared else None
        self.all = found.vertical[found.ours] if found and found.ours is not None else ()
        self._rows = tuple(one for one in self.all if only in (None, carrying(one)))
        self.count = len(self._rows)
        self.endResetModel()

    def row(self, number: int) -> Carried:
        """The task or target of a row."""
        return self._rows[number]

    def columnCount(self, parent: Index | None = None) -> int:
        """上级的节, 任务或指标, 承接, 本稿的节."""
        return 0 if parent is not None and parent.isValid() else 4

    def plan_of(self, column: int) -> int | None:  # noqa: ARG002
        """No column is a plan's."""
        return None

    def own_widths(self, width: int) -> dict[int, int]:
        """The task takes half the room."""
        first, third = min(150, width // 6), 120
        second = (width - first - third) * 6 // 10
        return {0: first, 1: second, 2: third, 3: width - first - second - third}

    def own_head(self, column: int) -> str:
        """The head of a column."""
        translate = QCoreApplication.translate
        return (
            translate("vertical", "上级的节"),
            translate("vertical", "任务或指标"),
            translate("vertical", "承接"),
            translate("vertical", "本稿的节"),
        )[column]

    def place(self, one: Carried) -> str:
        """Where the draft carries it, or why not."""
        found = self.compared.found if self.compared else None
        headings = {topic.path: topic.heading for topic in found.topics if topic.plan == found.ours} if found else {}
        if paths := one.carried or (() if one.unneeded else one.within):
            front = QCoreApplication.translate("vertical", "前言")
            return "、".join(f"{path} {headings.get(path, '')}".strip() or front for path in paths)
        return one.unneeded

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words of a cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            one = self._rows[index.row()]
            return (one.section, one.text, carrying_word(carrying(one)), self.place(one))[index.column()]
        return None
