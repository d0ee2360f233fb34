"""The docks round the sheet, their title bars, and the layouts they can be put into."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolButton,
    QWidget,
)

from drafter.desktop import icons

Area = Qt.DockWidgetArea
LEFT_WIDTH, REFERENCE_WIDTH, LOWER_HEIGHT = 264, 608, 232
HEIGHT = 36
"""Pixels of a dock's title bar."""


class DockTitle(QWidget):
    """The head of a dock: icon, name, float, close. A double click floats the dock."""

    def __init__(self, dock: QDockWidget, icon: str, name: str) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dock, self._icon = dock, icon
        self._picture = QLabel()
        label = QLabel(name)
        label.setObjectName("dockName")
        self._float = _button(self.tr("浮动"), lambda: dock.setFloating(not dock.isFloating()))
        self._close = _button(self.tr("关闭"), dock.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(8)
        for widget in (self._picture, label):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._float, self._close):
            row.addWidget(widget)
        self.restyle()

    def sizeHint(self) -> QSize:
        """As wide as its parts; the height is what a dock asks a title bar for."""
        return QSize(super().sizeHint().width(), HEIGHT)

    minimumSizeHint = sizeHint

    def restyle(self) -> None:
        """Draw the icons in the colours of the theme in use."""
        self._picture.setPixmap(icons.pixmap(self._icon, 16))
        self._float.setIcon(icons.icon("float", size=16))
        self._close.setIcon(icons.icon("close", size=16))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Float the dock, or put it back."""
        self._dock.setFloating(not self._dock.isFloating())


def _button(text: str, act: object) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(16, 16))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.clicked.connect(act)
    return button


class Lower(QTabWidget):
    """The tabs under the sheet, each with its count; `close_requested` from the cross at the right."""

    close_requested = Signal()

    def __init__(self, slots: QWidget, findings: QWidget) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setMinimumHeight(120)  # the empty states inside would ask for more than a small screen has
        self._close = _button(self.tr("关闭"), self.close_requested)
        self.setCornerWidget(self._close)
        self._names = {slots: self.tr("填报项"), findings: self.tr("检查")}
        for panel, name in self._names.items():
            self.addTab(panel, name)
        self.restyle()

    def add_panel(self, panel: QWidget, name: str) -> None:
        """Put one more panel behind the others."""
        self._names[panel] = name
        self.addTab(panel, name)

    def show_count(self, panel: QWidget, count: int) -> None:
        """Show a count beside the name of a panel."""
        self.setTabText(self.indexOf(panel), f"{self._names[panel]}  {count}")

    def restyle(self) -> None:
        """Draw the icons in the colours of the theme in use."""
        self._close.setIcon(icons.icon("close", size=16))


@dataclass(frozen=True, slots=True)
class Docks:
    """The four docks of a window."""

    outline: QDockWidget
    library: QDockWidget
    references: QDockWidget
    lower: QDockWidget

    def all(self) -> tuple[QDockWidget, ...]:
        """All of them."""
        return (self.outline, self.library, self.references, self.lower)

    def restyle(self) -> None:
        """Draw the icons in the colours of the theme in use."""
        for dock in self.all():
            title = dock.titleBarWidget()
            if isinstance(title, DockTitle):
                title.restyle()


def add_docks(window: QMainWindow, outline: QWidget, library: QWidget, references: QWidget, lower: Lower) -> Docks:
    """The docks, put round the centre of a window; the lower one spans its width."""
    translate = QCoreApplication.translate
    docks = Docks(
        _dock("outline", "outline", translate("docks", "提纲"), outline),
        _dock("library", "library", translate("docks", "资料库"), library),
        _dock("references", "compare", translate("docks", "参考"), references),
        _dock("lower", "", translate("docks", "填报项与检查"), lower),
    )
    lower.close_requested.connect(docks.lower.hide)
    window.setDockNestingEnabled(True)
    window.setCorner(Qt.Corner.BottomLeftCorner, Area.BottomDockWidgetArea)
    window.setCorner(Qt.Corner.BottomRightCorner, Area.BottomDockWidgetArea)
    window.addDockWidget(Area.LeftDockWidgetArea, docks.outline)
    window.splitDockWidget(docks.outline, docks.library, Qt.Orientation.Vertical)
    window.addDockWidget(Area.RightDockWidgetArea, docks.references)
    window.addDockWidget(Area.BottomDockWidgetArea, docks.lower)
    return docks


def _dock(name: str, icon: str, title: str, panel: QWidget) -> QDockWidget:
    dock = QDockWidget(title)
    dock.setObjectName(name)
    dock.setWidget(panel)
    dock.setTitleBarWidget(DockTitle(dock, icon, title) if icon else QWidget(dock))
    return dock


def arrange(window: QMainWindow, docks: Docks, preset: str, *, narrow: bool) -> None:
    """Put the docks into a layout as it is at first: collect, write, compare or review."""
    shown = {
        "collect": (False, True, True, False),
        "write": (True, True, True, True),
        "compare": (False, False, True, True),
        "review": (True, False, False, True),
    }[preset]
    for dock, visible in zip(docks.all(), shown, strict=True):
        dock.setFloating(False)
        dock.setVisible(visible)
    left = 300 if preset == "collect" else 225 if narrow else LEFT_WIDTH
    right = (window.width() - left) // 2 if preset == "collect" else 296 if narrow else REFERENCE_WIDTH
    lower = (
        window.height() * 6 // 10
        if preset == "compare"
        else 320
        if preset == "review"
        else 168
        if narrow
        else LOWER_HEIGHT
    )
    sides = Qt.Orientation.Horizontal
    window.resizeDocks(
        [docks.library if preset == "collect" else docks.outline, docks.references], [left, right], sides
    )
    window.resizeDocks([docks.lower], [lower], Qt.Orientation.Vertical)
    if preset == "write":
        window.resizeDocks([docks.outline, docks.library], [300, 260], Qt.Orientation.Vertical)
