"""What the draft was taken from, and what else in it stands to the letter in open references, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt

from drafter.desktop.comparer import Compared
from drafter.desktop.models.sources import short_place
from drafter.desktop.models.tree import Index
from drafter.desktop.tracer import Traced
from drafter.workflow.copying import Copied


@dataclass(frozen=True, slots=True)
class OriginRow:
    """A section of the draft, whose words it has, from which section, how many, the part kept, and a remark."""

    section: str
    place: str
    there: str
    key: str
    characters: int
    part: float
    remark: str


TOLD = 3
"""So many plans at most are listed for one section that stands in several of the library."""


def origin_rows(traced: Traced, compared: Compared | None, places: dict[str, str]) -> tuple[OriginRow, ...]:
    """What was picked, then passages that are the same in open references and in the library though nobody picked them.

    `places` names the plans of the library by key.
    """
    picked = [
        OriginRow(
            one.section,
            short_place(one.source.region) or one.source.document[:6],
            one.source.section,
            one.source.key,
            one.taken,
            one.part,
            QCoreApplication.translate("origins", "摘入，原样保留 {0} 字").format(one.kept),
        )
        for one in traced.origins
    ]
    known = {(row.section, row.key) for row in picked}
    same = [row for row in _same_in_open(compared) if (row.section, row.key) not in known] if compared else []
    known |= {(row.section, row.key) for row in same}
    return (*picked, *same, *_in_library(traced.copied, known, places))


def _same_in_open(compared: Compared) -> list[OriginRow]:
    """The longest passage of every section that is the same in an open reference."""
    found: dict[tuple[str, str], OriginRow] = {}
    for one in compared.found.overlaps:
        shares = {share.section: share.part for share in one.shares}
        for run in one.runs if one.one == compared.found.ours else ():
            key = compared.keys[one.other]
            remark = QCoreApplication.translate("origins", "相同：{0}").format(run.text)
            name, part = compared.found.plans[one.other].name, shares.get(run.section, 0.0)
            row = OriginRow(run.section, name, run.other_section, key, len(run.text), part, remark)
            found.setdefault((run.section, key), row)
    return list(found.values())


def _in_library(copied: tuple[Copied, ...], known: set[tuple[str, str]], places: dict[str, str]) -> Iterator[OriginRow]:
    """The plans with most of a section, and in how many more places its longest passage stands."""
    translate = QCoreApplication.translate
    for section, found in groupby(copied, key=lambda one: one.section):
        rows = list(found)
        others = [one for one in rows if (section, one.key) not in known]
        for number, one in enumerate(others[:TOLD], 1):
            remark = translate("origins", "资料库中相同：{0}").format(one.longest)
            more = max(len(rows), one.places) - (len(rows) - len(others)) - TOLD
            if number == TOLD and more > 0:
                remark = translate("origins", "还有 {0} 处　{1}").format(more, remark)
            part = one.copied / one.characters if one.characters else 0.0
            yield OriginRow(section, places.get(one.key, one.key), "", one.key, one.copied, part, remark)


class OriginsModel(QAbstractTableModel):
    """One row for every section and source."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OriginRow, ...] = ()

    def show(self, rows: tuple[OriginRow, ...]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> OriginRow:
        """A row."""
        return self._rows[number]

    def rowCount(self, parent: Index | None = None) -> int:
        """The rows shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """本稿, 来源, 原节, 字数, 比例, 说明."""
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        translate = QCoreApplication.translate
        return (
            translate("origins", "本稿的节"),
            translate("origins", "来源"),
            translate("origins", "原来的节"),
            translate("origins", "字数"),
            translate("origins", "原样比例"),
            translate("origins", "说明"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words of a cell."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            front = QCoreApplication.translate("origins", "前言")
            return (
                row.section or front,
                row.place,
                row.there or front,
                str(row.characters),
                f"{row.part:.0%}",
                row.remark,
            )[index.column()]
        return None
