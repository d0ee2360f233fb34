"""The toolbar: commands at the left, the layouts and the one solid button, 导出, at the right."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from drafter.desktop import icons
from drafter.desktop.actions import PRESETS, fill_toolbar


class ToolBar(QToolBar):
    """Made from the actions of the window."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("工具栏"))
        self.setFixedHeight(62)
        self.setContentsMargins(12, 0, 12, 4)
        fill_toolbar(self, actions)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.addWidget(self._presets(actions))
        self._export = QPushButton(self.tr("导出 Word…"))
        self._export.setProperty("look", "solid")
        self._export.setToolTip(actions["export"].toolTip())
        self._export.clicked.connect(actions["export"].trigger)
        actions["export"].enabledChanged.connect(self._export.setEnabled)
        gap = QWidget()
        gap.setFixedWidth(12)
        self.addWidget(gap)
        self.addWidget(self._export)
        self.restyle()

    def _presets(self, actions: dict[str, QAction]) -> QFrame:
        frame = QFrame()
        frame.setObjectName("presets")
        frame.setFixedHeight(44)
        row = QHBoxLayout(frame)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        group = QActionGroup(self)
        for command in PRESETS:
            group.addAction(actions[command.id])
            button = QToolButton()
            button.setDefaultAction(actions[command.id])
            row.addWidget(button)
        return frame

    def restyle(self) -> None:
        """Draw the icon in the colours of the theme in use."""
        self._export.setIcon(icons.icon("export", "onAccent", 16))
