"""The manual that comes with the program: chapters on the left, the text on the right, a field that finds words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from drafter.desktop import theme

_FOLDER = theme.ASSETS / "manual"


def manual_text(language: str) -> str:
    """The manual as Markdown, in Chinese where there is none in that language."""
    path = _FOLDER / f"{language}.md"
    return (path if path.is_file() else _FOLDER / "zh.md").read_text("utf-8")


class Manual(QDialog):
    """Shows the manual; Enter in the field goes from one place to the next, round and round."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("使用手册"))
        self.resize(960, 680)
        self.field, self.text = QLineEdit(), QTextBrowser()
        self.field.setPlaceholderText(self.tr("在手册中查找"))
        self.field.setAccessibleName(self.tr("在手册中查找"))
        self.field.setClearButtonEnabled(True)
        self.field.returnPressed.connect(self.find_next)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("使用手册"))
        self.text.setMarkdown(manual_text(language))
        self.chapters = QListView()
        self.chapters.setAccessibleName(self.tr("章节"))
        self.chapters.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._space_out()
        self._starts = self._headings()
        names = QStringListModel([name for name, _ in self._starts], self)
        self.chapters.setModel(names)
        self.chapters.selectionModel().currentChanged.connect(self._go_to)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.chapters)
        split.addWidget(self.text)
        split.setSizes([240, 720])
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(split, 1)
        self.field.setFocus()

    def find_next(self) -> None:
        """Go to the next place where the words of the field stand; from the last one to the first."""
        words = self.field.text().strip()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words, QTextDocument.FindFlag(0))

    def _space_out(self) -> None:
        """Set the text as a page that is read, not as a form."""
        document = self.text.document()
        document.setDocumentMargin(20)
        cursor = QTextCursor(document)
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            shape = cursor.blockFormat()
            shape.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(18 if shape.headingLevel() else 2)
            cursor.setBlockFormat(shape)
            block = block.next()

    def _headings(self) -> list[tuple[str, int]]:
        """(title, position) of every chapter."""
        found: list[tuple[str, int]] = []
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == 2:
                found.append((block.text(), block.position()))
            block = block.next()
        return found

    def _go_to(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        cursor = self.text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.text.setTextCursor(cursor)  # so that the chapter comes to stand at the top
        cursor.setPosition(self._starts[now.row()][1])
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
