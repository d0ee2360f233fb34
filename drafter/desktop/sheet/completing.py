"""Names of bodies offered while one is typed into a responsibility clause; the keys stay with the sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from drafter.desktop.sheet import parties
from drafter.desktop.sheet.gestures import Wanted
from drafter.desktop.sheet.paper import Paper

MOST = 8
"""Rows in sight."""
WIDTH = 260


class Completer(QListWidget):
    """Stands under the body with the caret: arrows choose, Enter, Tab or a click takes, Esc puts it away."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper.viewport())
        self.setObjectName("slotPopup")
        self.setAccessibleName(self.tr("单位名称"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setUniformItemSizes(True)
        self.names: tuple[str, ...] = ()
        self._paper = paper
        paper.first_at_keys = self._press
        paper.wanted.connect(self._edited)
        paper.moved.connect(self.hide)
        paper.verticalScrollBar().valueChanged.connect(self.hide)
        self.itemClicked.connect(lambda item: self._take(item.text()))
        self.hide()

    def offer_all(self) -> None:
        """Offer every name for the body with the caret."""
        place = parties.party_with_caret(self._paper)
        if place is not None:
            self._offer(self.names, place.start)

    def _edited(self, wanted: Wanted) -> None:
        """Offer what fits what has just been typed, unless it is a name already."""
        place, carets = parties.party_with_caret(self._paper) if wanted.merge else None, self._paper.carets
        name = place.party.name if place else None
        if place is None or carets is None or not isinstance(name, str) or name in self.names:
            self.hide()
            return
        typed = name[: carets.caret.offset - place.start]
        self._offer(fitting(self.names, typed)[:MOST] if typed else (), place.start)

    def _offer(self, names: tuple[str, ...], start: int) -> None:
        carets = self._paper.carets
        box = self._paper.rectangle_of(type(carets.caret)(carets.caret.key, start)) if carets and names else None
        if box is None:
            self.hide()
            return
        self.clear()
        self.addItems(names)
        self.setCurrentRow(0)
        self.ensurePolished()
        high = self.sizeHintForRow(0) * min(MOST, len(names)) + 2 * self.frameWidth()
        port = self._paper.viewport()
        below = round(box.bottom()) + 4
        top = below if below + high < port.height() else max(0, round(box.top()) - high - 4)
        left = max(8, min(round(box.left()), port.width() - WIDTH - 8))
        self.setGeometry(left, top, WIDTH, high)
        self.show()
        self.raise_()

    def _press(self, event: QKeyEvent) -> bool:
        """Whether a key was for the names."""
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.setCurrentRow((self.currentRow() + step) % self.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._take(self.currentItem().text())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _take(self, name: str) -> None:
        self.hide()
        self._paper.take(parties.rename(self._paper, name))


def fitting(names: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """The names with what is typed in its order: first those that begin with it, then those that hold it whole."""

    def fits(name: str) -> bool:
        rest = iter(name)
        return all(character in rest for character in typed)

    return tuple(sorted(filter(fits, names), key=lambda name: (not name.startswith(typed), typed not in name)))
