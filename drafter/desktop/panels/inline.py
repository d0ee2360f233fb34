"""Editors that open on the sheet itself: one for words with slots in them, one for the value of a slot."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from drafter.desktop import theme
from drafter.model.document import Role, SlotId
from drafter.model.pieces import Piece

OBJECT = "\ufffc"
_CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
_SLOT, _CLAUSE, _PARTY, _ROLE, _WORDS = (QTextFormat.Property.UserProperty.value + n for n in range(1, 6))


class SlotChip(QPyTextObject):
    """Draws a slot inside a text that is being edited: one character that cannot be typed into."""

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803, ARG002
        """As wide as the slot's words."""
        metrics = QFontMetricsF(format.toCharFormat().font())
        return QSizeF(metrics.horizontalAdvance(str(format.property(_WORDS))) + 8, metrics.height())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,  # noqa: ARG002
        posInDocument: int,  # noqa: ARG002, N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        """Paint the slot as a framed word."""
        painter.save()
        painter.setPen(theme.colour("doubtL"))
        painter.setBrush(theme.colour("doubtW"))
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -1), 4, 4)
        painter.setFont(format.toCharFormat().font())
        painter.setPen(theme.colour("doubt"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(format.property(_WORDS)))
        painter.restore()


class InlineEditor(QTextEdit):
    """Edits pieces; `committed(pieces)` when Enter is pressed or the focus leaves, `given_up` on Esc."""

    committed = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget, font: QFont, slot_words: dict[SlotId, str]) -> None:
        super().__init__(parent)
        self.setObjectName("inlineEditor")
        self.setAccessibleName(self.tr("改这里的文字"))
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(4)
        self._words = slot_words
        self._chip = SlotChip(self)
        self.document().documentLayout().registerHandler(_CHIP, self._chip)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._ended = False
        self.least_height = 0
        self._copied: tuple[str, tuple[Piece, ...]] = ("", ())

    def edit(self, pieces: tuple[Piece, ...], caret: int) -> None:
        """Begin to edit these pieces, the caret so many characters in."""
        self.document().clear()
        self._insert(self.textCursor(), pieces)
        self.document().clearUndoRedoStacks()
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def pieces(self) -> tuple[Piece, ...]:
        """The pieces as they are edited now."""
        return tuple(_pieces(self.document()))

    def _insert(self, cursor: QTextCursor, pieces: tuple[Piece, ...]) -> None:
        for piece in pieces:
            cursor.insertText(OBJECT if piece.slot is not None else piece.text, self._format(piece))

    def _format(self, piece: Piece) -> QTextCharFormat:
        characters = QTextCharFormat()
        characters.setFont(self.font())
        characters.setForeground(theme.colour("ink"))
        if piece.slot is not None:
            characters.setObjectType(_CHIP)
            characters.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            characters.setProperty(_SLOT, int(piece.slot))
            characters.setProperty(_WORDS, self._words.get(piece.slot, ""))
        if piece.clause:
            characters.setProperty(_CLAUSE, piece.clause)
            characters.setProperty(_PARTY, piece.party)
            characters.setProperty(_ROLE, str(piece.role or ""))
        return characters

    def _grow(self, size: QSizeF) -> None:
        self.setFixedHeight(max(self.least_height, int(size.height()) + 6))

    def _end(self, *, commit: bool) -> None:
        if self._ended:
            return
        self._ended = True
        if commit:
            self.committed.emit(self.pieces())
        else:
            self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Enter or Esc; type what is typed beside a slot as text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(commit=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(commit=False)
        else:
            self._leave_chip()
            super().keyPressEvent(event)

    def _leave_chip(self) -> None:
        """What is typed behind a slot is text beside it, not a slot."""
        now = self.currentCharFormat()
        if now.objectType() == _CHIP and not self.textCursor().hasSelection():
            plain = self._format(Piece(clause=_number(now, _CLAUSE), party=_number(now, _PARTY), role=_role(now)))
            self.setCurrentCharFormat(plain)

    def inputMethodEvent(self, event: object) -> None:
        """Take words from an input method, beside a slot as text."""
        self._leave_chip()
        super().inputMethodEvent(event)  # pyright: ignore[reportArgumentType]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End where somebody clicks elsewhere; a menu is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(commit=True)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected words; the slots in them are remembered for pasting here."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        chosen = tuple(_pieces(self.document(), start, end))
        text = "".join(p.text if p.slot is None else self._words.get(p.slot, "") for p in chosen)
        self._copied = (text, chosen)
        # Qt's own object: one made here would be freed twice when the program ends with it on the clipboard
        data = super().createMimeDataFromSelection()
        data.text()  # it writes its own text once, at the first reading
        data.clear()
        data.setText(text)
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste on one line; what was copied here comes back with its slots."""
        text = " ".join(source.text().split())
        if source.text() == self._copied[0]:
            self._insert(self.textCursor(), self._copied[1])
        else:
            self._leave_chip()
            self.textCursor().insertText(text.replace(OBJECT, ""))


def _pieces(document: QTextDocument, start: int = 0, end: int = 2**31 - 1) -> Iterator[Piece]:
    block = document.begin()
    while block.isValid():
        for fragment in _fragments(block):
            first, last = max(start, fragment.position()), min(end, fragment.position() + fragment.length())
            if first < last:
                units = fragment.text().encode("utf-16-le")
                text = units[(first - fragment.position()) * 2 : (last - fragment.position()) * 2].decode("utf-16-le")
                yield from _from_fragment(text, fragment.charFormat())
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]


def _from_fragment(text: str, characters: QTextCharFormat) -> Iterator[Piece]:
    clause, party, role = _number(characters, _CLAUSE), _number(characters, _PARTY), _role(characters)
    if characters.objectType() == _CHIP:
        for _ in range(text.count(OBJECT)):
            yield Piece(slot=SlotId(_number(characters, _SLOT)), clause=clause, party=party, role=role)
        text = text.replace(OBJECT, "")
    if text:
        yield Piece(text, clause=clause, party=party, role=role)


def _number(characters: QTextCharFormat, name: int) -> int:
    return int(characters.property(name) or 0)


def _role(characters: QTextCharFormat) -> Role | None:
    name = characters.property(_ROLE)
    return Role(str(name)) if name else None


class SlotEditor(QLineEdit):
    """Edits the value of a slot; `committed(value)` on Enter, `given_up` on Esc or when the focus leaves."""

    committed = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget, name: str, original: str, value: str) -> None:
        super().__init__(value, parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setToolTip(self.tr("原文：{0}　Enter 填入，Esc 放弃").format(original or self.tr("无")))
        self.selectAll()
        self._ended = False
        self.returnPressed.connect(lambda: self._end(commit=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(commit=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End where somebody clicks elsewhere."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._end(commit=self.isModified())

    def _end(self, *, commit: bool) -> None:
        if self._ended:
            return
        self._ended = True
        if commit:
            self.committed.emit(self.text().strip())
        else:
            self.given_up.emit()
