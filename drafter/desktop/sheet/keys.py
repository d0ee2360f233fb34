"""The keys of the sheet in one table: standard keys of the system, the customary ones of Word, and typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from drafter.desktop.sheet import clips, gestures, moves, parties
from drafter.desktop.sheet.carets import Caret, Carets, length, span, spot
from drafter.desktop.sheet.desk import Desk
from drafter.model.grids import add_row, table_path

_Standard = QKeySequence.StandardKey
_Modifier = Qt.KeyboardModifier
MOVES: dict[_Standard, tuple[str, bool]] = {
    _Standard.MoveToNextChar: ("right", False), _Standard.SelectNextChar: ("right", True),
    _Standard.MoveToPreviousChar: ("left", False), _Standard.SelectPreviousChar: ("left", True),
    _Standard.MoveToNextWord: ("word", False), _Standard.SelectNextWord: ("word", True),
    _Standard.MoveToPreviousWord: ("word back", False), _Standard.SelectPreviousWord: ("word back", True),
    _Standard.MoveToNextLine: ("down", False), _Standard.SelectNextLine: ("down", True),
    _Standard.MoveToPreviousLine: ("up", False), _Standard.SelectPreviousLine: ("up", True),
    _Standard.MoveToNextPage: ("page down", False), _Standard.SelectNextPage: ("page down", True),
    _Standard.MoveToPreviousPage: ("page up", False), _Standard.SelectPreviousPage: ("page up", True),
    _Standard.MoveToStartOfLine: ("home", False), _Standard.SelectStartOfLine: ("home", True),
    _Standard.MoveToEndOfLine: ("end", False), _Standard.SelectEndOfLine: ("end", True),
    _Standard.MoveToStartOfDocument: ("first", False), _Standard.SelectStartOfDocument: ("first", True),
    _Standard.MoveToEndOfDocument: ("last", False), _Standard.SelectEndOfDocument: ("last", True),
}  # fmt: skip
_LINES_A_PAGE = 20


class Keys:
    """Does what keys mean on a sheet."""

    def __init__(self, paper: Desk) -> None:
        self._paper = paper
        self._acts: dict[_Standard, Callable[[], object]] = {
            _Standard.Copy: self.copy,
            _Standard.Cut: self.cut,
            _Standard.Paste: self.paste,
            _Standard.SelectAll: self.select_all,
            _Standard.DeleteStartOfWord: lambda: self.erase(back=True, by_word=True),
        }

    def owns(self, event: QKeyEvent) -> bool:
        """Whether a key is for writing, not for a command of the window."""
        own = (*MOVES, *self._acts)
        return any(event.matches(one) for one in own) or (
            bool(_typed(event)) and not event.modifiers() & _Modifier.AltModifier
        )

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        paper = self._paper
        if paper.carets is None or paper.view.draft is None:
            return False
        for key, (way, extend) in MOVES.items():
            if event.matches(key):
                self.go(way, extend=extend)
                return True
        for key, act in self._acts.items():
            if event.matches(key):
                act()
                return True
        if self._named(event):
            return True
        text = _typed(event)
        if text:
            self.insert(text)
        return bool(text)

    def _named(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & _Modifier.ControlModifier)
        alt, shift = bool(event.modifiers() & _Modifier.AltModifier), bool(event.modifiers() & _Modifier.ShiftModifier)
        if control and alt and Qt.Key.Key_0 <= key <= Qt.Key.Key_4:
            return self.level(key - Qt.Key.Key_0)
        if control and not alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.go("paragraph back" if key == Qt.Key.Key_Up else "paragraph", extend=shift)
            return True
        if alt and not control and not shift and key in parties.KEYS:
            self._paper.take(parties.KEYS[key](self._paper))
            return True
        if control or alt:
            return False
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self.enter,
            Qt.Key.Key_Enter: self.enter,
            Qt.Key.Key_Backspace: lambda: self.erase(back=True),
            Qt.Key.Key_Delete: lambda: self.erase(back=False),
            Qt.Key.Key_Tab: lambda: self.tab(back=shift),
            Qt.Key.Key_Backtab: lambda: self.tab(back=True),
            Qt.Key.Key_Escape: self.escape,
        }
        act = acts.get(key)
        if act is None:
            return False
        act()
        return True

    # moving

    def go(self, way: str, *, extend: bool) -> None:
        """Move the caret."""
        paper, carets = self._paper, self._paper.carets
        assert carets is not None
        if not extend and not carets.empty and way in ("left", "right"):
            start, end = span(paper.view, carets)
            paper.move_caret(start if way == "left" else end)
            return
        caret = self._target(way, carets.caret)
        vertical = way in ("up", "down", "page up", "page down")
        paper.move_caret(caret, extend=extend, keep_x=vertical)

    def _target(self, way: str, caret: Caret) -> Caret:  # noqa: PLR0911 - one way after another
        view, paper = self._paper.view, self._paper
        back = way.endswith((" back", "up", "left", "home"))
        match way.split(maxsplit=1)[0]:
            case "left" | "right":
                return moves.sideways(view, caret, back=back)
            case "word":
                return moves.word(view, caret, back=back)
            case "up" | "down":
                return moves.vertical(view, caret, paper.goal_x(), lines=-1 if back else 1)
            case "page":
                return moves.vertical(view, caret, paper.goal_x(), lines=-_LINES_A_PAGE if back else _LINES_A_PAGE)
            case "home" | "end":
                return moves.line_end(view, caret, back=back)
            case "first":
                return moves.first(view) or caret
            case "last":
                return moves.last(view) or caret
            case _:
                return self._paragraph(caret, back=back)

    def _paragraph(self, caret: Caret, *, back: bool) -> Caret:
        view = self._paper.view
        found = view.find(caret.key)
        if found is None:
            return caret
        if back and caret.offset:
            return Caret(caret.key, 0)
        beside = moves.neighbour(view, found, back=back)
        if beside is None:
            return moves.line_end(view, caret, back=back)
        return Caret(beside[0].key(beside[1]), 0)

    def select_all(self) -> None:
        """Select everything."""
        start, end = moves.first(self._paper.view), moves.last(self._paper.view)
        if start and end:
            self._paper.select(start, end)

    # writing

    def insert(self, text: str) -> None:
        """Type a text; a full stop ends a step of undo."""
        paper = self._paper
        assert paper.carets is not None
        paper.take(gestures.insert(paper.view, paper.carets, text, paper.run))
        if text[-1] in "。！？；\n":
            paper.run += 1

    def erase(self, *, back: bool, by_word: bool = False) -> None:
        """Backspace or Delete."""
        paper = self._paper
        assert paper.carets is not None
        paper.take(gestures.erase(paper.view, paper.carets, back=back, by_word=by_word, run=paper.run))

    def enter(self) -> None:
        """Enter."""
        paper = self._paper
        assert paper.carets is not None
        paper.run += 1
        paper.take(gestures.enter(paper.view, paper.carets))

    def tab(self, *, back: bool) -> None:
        """The next cell, another level at the start of a heading, else the next open slot."""
        paper = self._paper
        assert paper.carets is not None
        view, caret = paper.view, paper.carets.caret
        found = view.find(caret.key)
        if found and found[0].row:
            self._next_cell(back=back)
        elif caret.offset == 0 and paper.carets.empty and (level := gestures.level_of(view, caret)):
            self.level(max(1, min(4, level + (-1 if back else 1))))
        elif chosen := moves.next_open_slot(view, caret, back=back):
            paper.select(*chosen)
            chip = gestures.whole_chip(view, Carets(chosen[1], chosen[0]))
            if chip:
                paper.slot_clicked.emit(chip.slot)

    def _next_cell(self, *, back: bool) -> None:
        paper = self._paper
        assert paper.carets is not None
        view = paper.view
        found = view.find(paper.carets.caret.key)
        assert found is not None
        beside = moves.neighbour(view, found, back=back)
        row = found[0].row
        assert row is not None
        if not back and (beside is None or beside[0].row is None or beside[0].row.table != row.table):
            self._add_row()
            beside = moves.neighbour(view, view.find(paper.carets.caret.key) or found)
        if beside is not None:
            paper.select(Caret(beside[0].key(beside[1]), 0), Caret(beside[0].key(beside[1]), length(*beside)))

    def _add_row(self) -> None:
        paper = self._paper
        assert paper.carets is not None
        assert paper.view.draft is not None
        found = spot(paper.view, paper.carets.caret)
        place = table_path(found[0].path(found[1])) if found else None
        if place:
            draft = add_row(paper.view.draft, place[0], place[1] + 1)
            paper.take(
                gestures.Wanted(QCoreApplication.translate("sheet", "加一行"), draft, paper.carets, paper.carets)
            )

    def level(self, to: int) -> bool:
        """Make a heading of a level, 0 for text."""
        paper = self._paper
        assert paper.carets is not None
        return paper.take(gestures.level(paper.view, paper.carets, to)) or True

    def escape(self) -> None:
        """Give up a new empty line, else the selection."""
        paper = self._paper
        if paper.fresh is not None:
            paper.abandon()
        elif paper.carets and not paper.carets.empty:
            paper.move_caret(paper.carets.caret)
        paper.escaped.emit()

    # clipboard

    def copy(self) -> None:
        """Copy the selection."""
        paper = self._paper
        data = clips.copied(paper.view, paper.carets) if paper.carets else None
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the selection and take it out."""
        self.copy()
        paper = self._paper
        if paper.carets and not paper.carets.empty:
            paper.take(gestures.erase_selection(paper.view, paper.carets))

    def paste(self) -> None:
        """Put in what is on the clipboard."""
        paper = self._paper
        data = QGuiApplication.clipboard().mimeData()
        if paper.carets is not None and data is not None:  # pyright: ignore[reportUnnecessaryComparison] - it can be
            paper.run += 1
            paper.take(clips.paste(paper.view, paper.carets, data))


def _typed(event: QKeyEvent) -> str:
    """What a key types."""
    text = event.text()
    held = event.modifiers() & (_Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier)
    both = _Modifier.ControlModifier | _Modifier.AltModifier
    if not text or (held and held != both) or not all(one.isprintable() for one in text):
        return ""
    return text
