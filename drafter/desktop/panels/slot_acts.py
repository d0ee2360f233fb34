"""The buttons of the selected slot: in its row, and in the line over the table."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from drafter.desktop import icons, theme
from drafter.desktop.models.slots import said_place, said_tip, said_words
from drafter.desktop.models.sources import hue
from drafter.desktop.panels.labels import PillLabel
from drafter.model.draft import Slot, SlotState
from drafter.workflow import Said


class RowActs(QWidget):
    """The buttons of the selected row, made for one value of its slot."""

    def __init__(self, slot: Slot) -> None:
        super().__init__()
        self.slot, self.theme = slot, theme.current()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 1)
        self._row.setSpacing(6)
        replace = self.tr("替换") if slot.state is SlotState.OPEN else self.tr("改填")
        self.replace = self._button(replace, "replace", "Enter", solid=True)
        self.keep = self._button(self.tr("保留…"), "keep", "Alt+K")
        self.delete = self._button(self.tr("删去"), "close", "Alt+D")
        self._row.addStretch(1)

    def _button(self, text: str, icon: str, key: str, *, solid: bool = False) -> QPushButton:
        button = QPushButton(icons.icon(icon, "onAccent" if solid else "text2", 16), text)
        button.setProperty("small", "true")
        button.setProperty("look", "solid" if solid else "")
        button.setToolTip(key)
        button.setAccessibleName(f"{text} {self.slot.name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button


class SaidActs(QWidget):
    """What other plans say for the selected slot, each a button that takes it; `taken` with its number."""

    taken = Signal(int)

    def __init__(self, said: tuple[Said, ...], hues: tuple[int, ...], width: int) -> None:
        super().__init__()
        self.said, self.theme, self.width_given = said, theme.current(), width
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 1)
        row.setSpacing(4)
        self.buttons: list[QPushButton] = []
        left = width - 16
        for number, (one, order) in enumerate(zip(said, hues, strict=True)):
            pill, button = PillLabel(said_place(one), hue(order)), self._button(one, number)
            left -= pill.sizeHint().width() + button.sizeHint().width() + 8
            last = number + 1 == len(said)
            if number and left < (0 if last else 40):
                row.addWidget(self._rest(number))
                break
            row.addWidget(pill)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)

    def _button(self, one: Said, number: int) -> QPushButton:
        button = QPushButton(said_words(one))
        button.setProperty("look", "bare")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("填入这个值（Alt+{0}）").format(number + 1) + "\n" + said_tip(one))
        button.setAccessibleName(self.tr("填入{0}的值 {1}").format(said_place(one), said_words(one)))
        button.clicked.connect(lambda: self.taken.emit(number))
        return button

    def _rest(self, first: int) -> QPushButton:
        button = QPushButton(f"+{len(self.said) - first}")
        button.setProperty("look", "bare")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("其余的"))
        menu = QMenu(button)
        for number, one in enumerate(self.said[first:], first):
            action = menu.addAction(f"{said_place(one)}　{said_words(one)}")
            action.setToolTip(said_tip(one))
            action.triggered.connect(lambda _=False, number=number: self.taken.emit(number))
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height()))))
        return button
