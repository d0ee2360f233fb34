"""The line that tells once which fonts stand for others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from drafter.desktop.sheet import fonts


class FontNote(QWidget):
    """One quiet line about fonts that stand for others; `closed` when it has been read."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        self._words = QLabel()
        self._words.setProperty("look", "caption")
        self._words.setWordWrap(True)
        row.addWidget(self._words, 1)
        button = QPushButton(self.tr("知道了"))
        button.setProperty("small", "true")
        button.setProperty("look", "bare")
        button.clicked.connect(self.closed)
        button.clicked.connect(self.hide)
        row.addWidget(button)
        self.hide()

    def tell(self) -> None:
        """Show the line where there is something to say."""
        if text := fonts.told():
            self._words.setText(text)
            self.show()
