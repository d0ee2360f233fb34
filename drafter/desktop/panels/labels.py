"""Small parts that panels share: a label that elides, a pill, and what an empty panel says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from drafter.desktop import icons, theme
from drafter.desktop.delegates.marks import draw_pill, draw_text, pill_width


def on_panel_ground(widget: QWidget) -> None:
    """Fill a widget with the ground of docks, whatever it stands in."""
    widget.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    widget.setAutoFillBackground(True)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class ElidedLabel(QLabel):
    """A label of one line that ends in … where there is no room; the whole text is its tooltip."""

    def __init__(self, role: str = "text", size: int = 13, weight: int = 400) -> None:
        super().__init__()
        self._role, self._font = role, theme.ui_font(size, weight)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """As high as a line of its font."""
        return QSize(40, round(self._font.pixelSize() * 1.6))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the text, elided."""
        draw_text(QPainter(self), self.rect(), self.text(), self._role, self._font)


class PillLabel(QLabel):
    """A pill as a widget."""

    def __init__(self, text: str, roles: tuple[str, str], icon: str = "") -> None:
        super().__init__(text)
        self._roles, self._icon = roles, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_as(self, text: str, roles: tuple[str, str]) -> None:
        """Show another text in other palette roles."""
        self._roles = roles
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        return QSize(pill_width(self.text(), self._icon), 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the pill."""
        draw_pill(QPainter(self), self.rect(), self.text(), self._roles, self._icon)


class EmptyState(QWidget):
    """What a panel shows that has nothing to show: how it stands, what to do next, and a button that does it."""

    requested = Signal()

    def __init__(self, icon: str, fact: str, advice: str, button: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(6)
        layout.addStretch(1)
        self._icon, self._name = QLabel(), icon
        self._icon.setPixmap(icons.pixmap(icon, 32, "text3"))
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._icon)
        self._fact, self._advice = QLabel(fact), QLabel(advice)
        for label, look in ((self._fact, "head"), (self._advice, "quiet")):
            label.setProperty("look", look)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        self.button = QPushButton(button)
        self.button.clicked.connect(self.requested)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def say(self, fact: str, advice: str, button: str) -> None:
        """Say something else."""
        self._fact.setText(fact)
        self._advice.setText(advice)
        self.button.setText(button)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the colours of now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._icon.setPixmap(icons.pixmap(self._name, 32, "text3"))


def put_in(panel: QWidget, empty: QWidget, whole: QWidget) -> QStackedWidget:
    """A panel's two faces, the first shown: what it says while there is nothing, and what it shows."""
    stack = QStackedWidget()
    stack.addWidget(empty)
    stack.addWidget(whole)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(stack)
    return stack
