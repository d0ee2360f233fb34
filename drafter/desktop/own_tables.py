"""The unit's own tables (agency directory, places, names, outdated words): out to Excel, and in again with a report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter.desktop import ask
from drafter.desktop.settings import Settings
from drafter.desktop.tasks import Tasks

MOST = 12
"""Changed rows that a report names; of more only the number is told."""


class OwnTables(QObject):
    """`changed` when other rows count from now on."""

    changed = Signal()

    def __init__(self, settings: Settings, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._tasks = settings, tasks

    def export_asked(self) -> None:
        """Ask for a file and write the agency directory there, to be edited in Excel."""
        proposed = self._settings.folder() / self.tr("单位目录.csv")
        if path := ask.save_as(self.tr("导出单位目录"), proposed, self.tr("表格 (*.csv)")):
            self._settings.set_folder(path.parent)
            self._tasks.run(lambda: _exported(path), self._tell_written)

    def _tell_written(self, path: Path) -> None:
        detail = self.tr("可在 Excel、WPS 中改；列名不要动，一格里的多个名称用 | 分隔。改好后用“导入单位目录”导入。")
        ask.tell(self.tr("已导出 {0}").format(path.name), detail)

    def import_asked(self) -> None:
        """Ask for edited tables and take them in; which table a file is, its columns say."""
        filters = self.tr("单位目录等表格 (*.xlsx *.csv)")
        if paths := ask.open_files(self.tr("导入单位目录"), filters, self._settings.folder()):
            self._settings.set_folder(paths[0].parent)
            self._tasks.run(lambda: _imported(paths), self._tell_imported)

    def _tell_imported(self, reports: list[list[str]]) -> None:
        self.changed.emit()
        head = [report[0] for report in reports]
        rows = [row for report in reports for row in report[1:]]
        if len(rows) > MOST:
            rows = [*rows[:MOST], self.tr("……共 {0} 行有改动").format(len(rows))]
        note = self.tr("以后的本地化和检查按它办；已填好的填报项不变。") if rows else ""
        ask.tell("\n".join(head), "\n".join([*rows, *([note] if note else [])]))


def _exported(path: Path) -> Path:
    from drafter.workflow.tables import export_table, table_named

    export_table(table_named("agencies"), path)
    return path


def _imported(paths: list[Path]) -> list[list[str]]:
    """What is to be told of each file; the tables are loaded anew here, not when the window next needs them."""
    from drafter.workflow import knowledge
    from drafter.workflow.tables import import_lines, import_table

    reports = [import_lines(import_table(path)) for path in paths]
    knowledge()
    return reports
