"""The line where words to find in the draft are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from drafter.desktop import icons


class FindBar(QWidget):
    """`find_requested(words, back)` for the next place, `closed` on Esc."""

    find_requested = Signal(str, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("在草稿中查找"))
        self.words.setClearButtonEnabled(True)
        self.words.returnPressed.connect(lambda: self._ask(back=False))
        self.count = QLabel()
        self.count.setProperty("look", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        for text, icon, action in (
            (self.tr("上一处"), "up", lambda: self._ask(back=True)),
            (self.tr("下一处"), "down", lambda: self._ask(back=False)),
            (self.tr("关闭"), "close", self.close_bar),
        ):
            button = QPushButton(icons.icon(icon, size=16), text)
            button.setProperty("small", "true")
            button.setProperty("look", "bare")
            button.clicked.connect(action)
            row.addWidget(button)

    def open(self, words: str) -> None:
        """Show the line with these words in it."""
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def close_bar(self) -> None:
        """Hide the line."""
        self.hide()
        self.closed.emit()

    def show_count(self, current: int, total: int) -> None:
        """Say which of how many places is shown."""
        found = self.tr("第 {0} 处，共 {1} 处").format(current, total)
        self.count.setText(found if total else self.tr("没有这几个字") if self.words.text() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, search back on Shift and Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._ask(back=True)
        else:
            super().keyPressEvent(event)

    def _ask(self, *, back: bool) -> None:
        self.find_requested.emit(self.words.text(), back)
