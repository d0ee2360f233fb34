"""The coverage matrix and the targets ledger as tables."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt

from drafter.desktop.comparer import Compared
from drafter.desktop.models.tree import Index
from drafter.workflow.comparing import Entry, Row, Standing, TopicRow, Verdict

RowRole = Qt.ItemDataRole.UserRole + 1
CellRole = Qt.ItemDataRole.UserRole + 2
OursRole = Qt.ItemDataRole.UserRole + 3


def standing_word(standing: Standing) -> str:
    """The word for how the draft stands on a topic."""
    translate = QCoreApplication.translate
    return {
        Standing.ALL: translate("matrix", "都有"),
        Standing.SOME: translate("matrix", "部分有"),
        Standing.THIN: translate("matrix", "偏薄"),
        Standing.MISSING: translate("matrix", "人有我无"),
        Standing.ALONE: translate("matrix", "我有人无"),
        Standing.UNNEEDED: translate("matrix", "不需要"),
    }[standing]


class ComparedModel(QAbstractTableModel):
    """A table whose columns are plans between some of its own."""

    before = 1
    after = 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared: Compared | None = None
        self.count = 0

    def columnCount(self, parent: Index | None = None) -> int:
        """The columns of the plans and those round them."""
        inside = parent is not None and parent.isValid()
        return 0 if inside or not self.compared else self.before + len(self.compared.found.plans) + self.after

    def rowCount(self, parent: Index | None = None) -> int:
        """The rows shown."""
        return 0 if parent is not None and parent.isValid() else self.count

    def plan_of(self, column: int) -> int | None:
        """Which plan a column is of."""
        plan = column - self.before
        return plan if self.compared and 0 <= plan < len(self.compared.found.plans) else None

    def head(self, column: int) -> str:
        """The head of a column."""
        if not self.compared:
            return ""
        plan = self.plan_of(column)
        if plan is None:
            return self.own_head(column)
        found = self.compared.found
        name = found.plans[plan].name
        return QCoreApplication.translate("matrix", "{0}（上级）").format(name) if plan == found.superior else name

    def own_head(self, column: int) -> str:
        """The head of a column that is no plan's."""
        raise NotImplementedError

    def own_widths(self, width: int) -> dict[int, int]:
        """How wide the columns that are no plan's want to be in a table of a width."""
        raise NotImplementedError

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heads of the columns."""
        wanted = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.head(section) if wanted else None


class MatrixModel(ComparedModel):
    """One row per topic; `only` leaves the rows of one standing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._only: Standing | None = None
        self._rows: tuple[TopicRow, ...] = ()

    def show(self, compared: Compared | None, only: Standing | None) -> None:
        """Show a comparison, all its rows or those of one standing."""
        self.beginResetModel()
        self.compared, self._only = compared, only
        rows = compared.found.matrix if compared else ()
        self._rows = tuple(row for row in rows if only in (None, row.standing))
        self.count = len(self._rows)
        self.endResetModel()

    def row(self, number: int) -> TopicRow:
        """The topic of a row."""
        return self._rows[number]

    def own_widths(self, width: int) -> dict[int, int]:
        """A quarter each."""
        return {0: min(260, width // 4), self.columnCount() - 1: min(300, width // 4)}

    def own_head(self, column: int) -> str:
        """专题 and 对照."""
        translate = QCoreApplication.translate
        return translate("matrix", "专题") if column == 0 else translate("matrix", "对照")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words of a cell, for eyes and screen readers; the delegate paints the row."""
        row, plan = self._rows[index.row()], self.plan_of(index.column())
        if role == RowRole:
            return row
        if role == CellRole:
            return plan
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if plan is not None:
                return self._cell(row, plan)
            return row.name if index.column() == 0 else f"{standing_word(row.standing)}　{row.remark}"
        return None

    def _cell(self, row: TopicRow, plan: int) -> str:
        cell = row.cells[plan]
        if not cell.topics or not self.compared:
            return "—"
        topics = self.compared.found.topics
        headings = "、".join(f"{topics[n].path} {topics[n].heading}" for n in cell.topics)
        return QCoreApplication.translate("matrix", "{0} 字　{1}").format(cell.characters, headings)


class LedgerModel(ComparedModel):
    """One row per indicator."""

    before = 2
    after = 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, compared: Compared | None) -> None:
        """Show the ledger of a comparison."""
        self.beginResetModel()
        self.compared = compared
        self._rows = compared.found.ledger if compared else ()
        self.count = len(self._rows)
        self.endResetModel()

    def row(self, number: int) -> Row:
        """The indicator of a row."""
        return self._rows[number]

    def own_widths(self, width: int) -> dict[int, int]:
        """A quarter for the name, three tenths or more for the judgement."""
        last = self.columnCount() - 1
        return {0: min(260, width // 4), 1: 64, last - 1: 140, last: max(240, width * 3 // 10)}

    def own_head(self, column: int) -> str:
        """指标, 单位, 本稿 ÷ 上级 and 判断与理由."""
        translate = QCoreApplication.translate
        first = (translate("matrix", "指标（口径）"), translate("matrix", "单位"))
        last = (translate("matrix", "本稿 ÷ 上级"), translate("matrix", "判断与理由"))
        return first[column] if column < 2 else last[column - self.columnCount() + 2]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words of a cell."""
        row, plan = self._rows[index.row()], self.plan_of(index.column())
        if role == RowRole:
            return row
        if role == CellRole:
            return plan
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._why(row) if plan is None else "\n".join(_entry(one) for one in row.cells[plan])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if plan is not None:
                return row.cells[plan][0].text if row.cells[plan] else "—"
            return (row.name, row.unit, self.share(row), row.judgement)[
                index.column() if index.column() < 2 else index.column() - self.columnCount()
            ]
        return None

    def share(self, row: Row) -> str:
        """The draft's share of the superior's figure in words, or ""."""
        part = self.part(row)
        return f"{part:.0%}" if part is not None else ""

    def part(self, row: Row) -> float | None:
        """The draft's share of the superior's figure."""
        ours = self.compared.found.ours if self.compared else None
        return row.shares[ours] if ours is not None else None

    def _why(self, row: Row) -> str:
        names = "”“".join(row.names)
        return f"“{names}”：{row.reason}" if len(row.names) > 1 else row.judgement


def _entry(entry: Entry) -> str:
    year = QCoreApplication.translate("matrix", "{0} 年").format(entry.year) if entry.year else ""
    return "　".join(part for part in (entry.indicator, entry.text, year, entry.section) if part)


ICONS: dict[Verdict, tuple[str, str]] = {
    Verdict.OK: ("passed", "ok"),
    Verdict.DOUBT: ("doubt", "doubt"),
    Verdict.MISSING: ("doubt", "doubt"),
    Verdict.NOTE: ("hint", "text2"),
}
