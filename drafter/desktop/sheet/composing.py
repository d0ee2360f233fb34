"""Words from an input method: shown inside the text while they are composed, one edit when they are committed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent

from drafter.desktop.sheet import gestures
from drafter.desktop.sheet.carets import Caret, span
from drafter.desktop.sheet.desk import Desk
from drafter.desktop.sheet.keys import Keys
from drafter.desktop.sheet.strips import words_of

_Query = Qt.InputMethodQuery


class Composing:
    """What an input method has not committed yet."""

    def __init__(self, paper: Desk, keys: Keys) -> None:
        self._paper, self._keys = paper, keys

    def take(self, event: QInputMethodEvent) -> None:
        """Show what is composed, or type what is committed."""
        paper = self._paper
        if paper.carets is None:
            event.ignore()
            return
        paper.end_composing()
        if event.replacementLength():
            self._select_replaced(event)
        if event.commitString():
            self._keys.insert(event.commitString())
        if event.preeditString():
            self._show(event)
        paper.viewport().update()
        paper.updateMicroFocus()
        event.accept()

    def _select_replaced(self, event: QInputMethodEvent) -> None:
        paper = self._paper
        assert paper.carets is not None
        caret = paper.carets.caret
        start = max(0, caret.offset + event.replacementStart())
        paper.select(
            Caret(caret.key, start, caret.inside), Caret(caret.key, start + event.replacementLength(), caret.inside)
        )

    def _show(self, event: QInputMethodEvent) -> None:
        paper, text = self._paper, event.preeditString()
        assert paper.carets is not None
        start, end = span(paper.view, paper.carets)
        last = end.offset if end.key == start.key else start.offset
        chip = gestures.whole_chip(paper.view, paper.carets)
        first = chip.start if chip else start.offset
        paper.view.stand_in(start.key, (first, last), text, paper.carets.caret.inside)
        place = next(
            (one.start for one in event.attributes() if one.type == QInputMethodEvent.AttributeType.Cursor),
            len(text),  # pyright: ignore[reportAttributeAccessIssue]
        )
        paper.composed = Caret(start.key, first + place)
        paper.show_composed()

    def answer(self, query: Qt.InputMethodQuery) -> object:
        """What an input method asks about the text round the caret."""
        paper = self._paper
        if query == _Query.ImEnabled:
            return True
        if query == _Query.ImCursorRectangle:
            return paper.caret_rectangle()
        if query == _Query.ImHints:
            return Qt.InputMethodHint.ImhMultiLine
        found = paper.view.find(paper.carets.caret.key) if paper.carets else None
        if found is None or paper.carets is None:
            return None
        text, caret, anchor = words_of(*found), paper.carets.caret, paper.carets.anchor
        same = anchor.key == caret.key
        low, high = sorted((caret.offset, anchor.offset)) if same else (caret.offset, caret.offset)
        answers = {
            _Query.ImSurroundingText: text,
            _Query.ImCursorPosition: caret.offset,
            _Query.ImAnchorPosition: anchor.offset if same else caret.offset,
            _Query.ImCurrentSelection: text[low:high],
            _Query.ImTextBeforeCursor: text[: caret.offset],
            _Query.ImTextAfterCursor: text[caret.offset :],
        }
        return answers.get(query)
