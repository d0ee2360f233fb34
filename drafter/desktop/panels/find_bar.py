"""The line where words to find in the draft are typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from drafter.desktop import icons


class FindBar(QWidget):
    """`find_requested(words, back)` for the next place, `replace_requested(words, new, all)`, `closed` on Esc."""

    find_requested = Signal(str, bool)
    replace_requested = Signal(str, str, bool)
    words_changed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("在草稿中查找"))
        self.words.setClearButtonEnabled(True)
        self.words.returnPressed.connect(lambda: self._ask(back=False))
        self.words.textChanged.connect(self.words_changed)
        self.new = QLineEdit()
        self.new.setPlaceholderText(self.tr("替换为"))
        self.new.returnPressed.connect(lambda: self._replace(everywhere=False))
        self.count = QLabel()
        self.count.setProperty("look", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        for text, icon, action in (
            (self.tr("上一处"), "up", lambda: self._ask(back=True)),
            (self.tr("下一处"), "down", lambda: self._ask(back=False)),
        ):
            row.addWidget(self._button(text, icon, action))
        row.addWidget(self.new, 1)
        row.addWidget(self._button(self.tr("替换"), "replace", lambda: self._replace(everywhere=False)))
        row.addWidget(self._button(self.tr("全部替换"), "replace", lambda: self._replace(everywhere=True)))
        row.addWidget(self._button(self.tr("关闭"), "close", self.close_bar))

    def _button(self, text: str, icon: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(icons.icon(icon, size=16), text)
        button.setProperty("small", "true")
        button.setProperty("look", "bare")
        button.clicked.connect(action)
        return button

    def _replace(self, *, everywhere: bool) -> None:
        self.replace_requested.emit(self.words.text(), self.new.text(), everywhere)

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
        found = (
            self.tr("第 {0} 处，共 {1} 处").format(current, total) if current else self.tr("共 {0} 处").format(total)
        )
        self.count.setText(found if total else self.tr("没有这几个字") if self.words.text() else "")

    def show_replaced(self, count: int) -> None:
        """Say how many places were replaced."""
        self.count.setText(self.tr("已替换 {0} 处").format(count))

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
