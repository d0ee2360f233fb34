"""What a check has to say, as rows; and which of it is put aside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from drafter.desktop.models.tree import Index
from drafter.model.finding import Finding, Severity
from drafter.workflow.rule_names import rule_name


class FindingRole(IntEnum):
    """What a row says beside its text."""

    FINDING = Qt.ItemDataRole.UserRole
    SEVERITY = Qt.ItemDataRole.UserRole + 1
    ASIDE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, and in words why it is put aside; "" where it is told."""

    finding: Finding
    aside: str = ""


class FindingsModel(QAbstractListModel):
    """One row per finding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The finding in words, or itself under its role."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        finding = row.finding
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name = rule_name(finding.rule).name
            return f"{self.severity(finding)}，{name}，{finding.text}，{finding.message}"
        match role:
            case FindingRole.FINDING:
                return finding
            case FindingRole.SEVERITY:
                return self.severity(finding)
            case FindingRole.ASIDE:
                return row.aside
            case _:
                return None

    def severity(self, finding: Finding) -> str:
        """What a severity is called."""
        return self.severity_name(finding.severity)

    def severity_name(self, severity: Severity) -> str:
        """What a severity is called."""
        names = {Severity.ERROR: self.tr("必错"), Severity.DOUBT: self.tr("疑似"), Severity.HINT: self.tr("提示")}
        return names[severity]


def others_there(finding: Finding, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What other rules say of words that overlap with those of a finding."""
    place = finding.place

    def overlaps(one: Finding) -> bool:
        there = (one.place.section, one.place.block) == (place.section, place.block)
        return there and one.place.start < place.end and place.start < one.place.end

    return tuple(one for one in findings if one != finding and overlaps(one))
