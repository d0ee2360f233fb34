"""The line at the foot of the window: always the same fields in the same places, each a button to its list."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from drafter.desktop import icons
from drafter.desktop.delegates.marks import thousands


class StatusBar(QStatusBar):
    """Shows counts; `slots_requested`, `findings_requested`, `save_requested`, `stop_requested` when clicked."""

    slots_requested = Signal()
    findings_requested = Signal()
    save_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._offline = QPushButton(self.tr("离线"))
        self._offline.setToolTip(self.tr("程序不联网，所有文字只在本机处理"))
        self._length = QLabel()
        self._slots, self._findings, self._saved = QPushButton(), QPushButton(), QPushButton()
        self._work = self._make_work()
        self.addWidget(self._offline)
        self.addWidget(self._work)
        for widget in (self._length, self._slots, self._findings, self._saved):
            self.addPermanentWidget(widget)
        self._slots.clicked.connect(self.slots_requested)
        self._findings.clicked.connect(self.findings_requested)
        self._saved.clicked.connect(self.save_requested)
        self._counts = (0, 0)
        self._clean = True
        self.restyle()

    def _make_work(self) -> QWidget:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(8, 0, 0, 0)
        self._step, self._bar = QLabel(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        stop = QPushButton(self.tr("停止"))
        stop.clicked.connect(self.stop_requested)
        for widget in (self._step, self._bar, stop):
            row.addWidget(widget)
        work.hide()
        return work

    def show_length(self, characters: int) -> None:
        """Show how long the draft is."""
        self._length.setText(self.tr("{0} 字").format(thousands(characters)))

    def show_open_slots(self, count: int) -> None:
        """Show how many slots wait."""
        self._counts = (count, self._counts[1])
        self._slots.setText(self.tr("未填 {0}").format(count))
        self.restyle()

    def show_leftovers(self, count: int) -> None:
        """Show how many words of other places are left."""
        self._counts = (self._counts[0], count)
        self._findings.setText(self.tr("残留 {0}").format(count))
        self.restyle()

    def show_saved(self, at: datetime | None) -> None:
        """Show when the draft was saved; None while something is not."""
        self._clean = at is not None
        self._saved.setText(self.tr("已保存 {0}").format(at.strftime("%H:%M")) if at else self.tr("未保存"))
        self.restyle()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far an import is; 0 of 0 when it is over."""
        self._work.setVisible(total > 0)
        self._step.setText(self.tr("第 {0} 份，共 {1} 份").format(done + 1, total))
        self._bar.setMaximum(total)
        self._bar.setValue(done)

    def restyle(self) -> None:
        """Draw the icons in the colours of the theme in use."""
        waiting, left = self._counts
        self._offline.setIcon(icons.icon("offline", size=16))
        self._slots.setIcon(icons.icon("slots", "doubt", 16) if waiting else icons.icon("passed", "ok", 16))
        self._findings.setIcon(icons.icon("error", "error", 16) if left else icons.icon("passed", "ok", 16))
        self._saved.setIcon(icons.icon("save", "text2" if self._clean else "doubt", 16))
