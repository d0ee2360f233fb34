"""What became of an export: the file as it is really called, and what is still to be looked at."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from drafter.desktop import ask, icons
from drafter.workflow import Exported


class ExportReport(QDialog):
    """Names the file and lists open slots and leftovers; opens the file or its folder."""

    def __init__(self, exported: Exported, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出 Word"))
        self.setMinimumWidth(560)
        heading = QLabel(self.tr("已导出 {0}").format(exported.path.name))
        heading.setProperty("look", "big")
        heading.setWordWrap(True)
        folder = QLabel(str(exported.path.parent))
        folder.setProperty("look", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(folder)
        self.summary = QLabel(
            self.tr("未填 {0}，残留 {1}。").format(len(exported.open_slots), len(exported.leftovers))
            + (self.tr("未填的在文件中印成【…】。") if exported.open_slots else "")
        )
        column.addWidget(self.summary)
        if exported.pdf:
            column.addWidget(QLabel(self.tr("PDF：{0}").format(exported.pdf.name)))
        if exported.checks:
            column.addWidget(self._checks(exported))
        if exported.open_slots or exported.leftovers:
            column.addWidget(self._rows(exported))
        column.addLayout(self._buttons(exported))

    def _checks(self, exported: Exported) -> QListView:
        """What was found when the written file was opened again: what to look at first, then what is in order."""
        model = QStandardItemModel()
        for check in sorted(exported.checks, key=lambda one: one.ok):
            picture = icons.icon("passed", "ok", 16) if check.ok else icons.icon("doubt", "doubt", 16)
            model.appendRow(QStandardItem(picture, check.sentence))
        rows = QListView()
        rows.setAccessibleName(self.tr("出件自检"))
        rows.setModel(model)
        model.setParent(rows)
        rows.setWordWrap(True)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        rows.setObjectName("report")
        rows.setMinimumHeight(200)
        return rows

    def _rows(self, exported: Exported) -> QListView:
        waiting = [self.tr("待填　{0}").format(slot.name) for slot in exported.open_slots]
        left = [self.tr("残留　{0}　{1}").format(one.text, one.message) for one in exported.leftovers]
        rows = QListView()
        rows.setAccessibleName(self.tr("还要看的"))
        rows.setModel(QStringListModel([*left, *waiting], rows))
        rows.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        rows.setObjectName("report")
        rows.setMaximumHeight(220)
        return rows

    def _buttons(self, exported: Exported) -> QHBoxLayout:
        row = QHBoxLayout()
        open_file = QPushButton(self.tr("打开文件"))
        open_folder = QPushButton(self.tr("打开所在文件夹"))
        close = QPushButton(self.tr("知道了"))
        close.setDefault(True)
        open_file.clicked.connect(lambda: ask.open_with_system(exported.path))
        open_folder.clicked.connect(lambda: ask.open_with_system(exported.path.parent))
        close.clicked.connect(self.accept)
        row.addWidget(open_file)
        row.addWidget(open_folder)
        row.addStretch(1)
        row.addWidget(close)
        close.setFocus()
        return row
