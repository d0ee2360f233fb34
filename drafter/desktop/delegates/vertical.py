"""How the rows of 上下衔接 look: the state as a pill, a target with its sign."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from drafter.desktop import theme
from drafter.desktop.delegates.marks import draw_icon, draw_pill, draw_text
from drafter.desktop.delegates.matrix import ComparedDelegate
from drafter.desktop.models.tree import Index
from drafter.desktop.models.vertical import Carrying, VerticalModel, carrying, carrying_word

PILLS: dict[Carrying, tuple[tuple[str, str], str]] = {
    Carrying.CARRIED: (("ok", "okW"), "done"),
    Carrying.WITHIN: (("hint", "hintW"), "hint"),
    Carrying.MISSING: (("doubt", "doubtW"), "doubt"),
    Carrying.UNNEEDED: (("hint", "hintW"), "keep"),
}
STEP = 14


class VerticalDelegate(ComparedDelegate):
    """Section, task or target as deep as it stands, state, and the draft's section."""

    def inside(self, painter: QPainter, area: QRect, index: Index, plan: int | None, *, mine: bool) -> None:  # noqa: ARG002
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, VerticalModel)
        one, words = model.row(index.row()), str(index.data() or "")
        if index.column() == 2:
            roles, icon = PILLS[carrying(one)]
            draw_pill(painter, area, carrying_word(carrying(one)), roles, icon)
            return
        if index.column() == 1 and one.target:
            draw_icon(painter, QRect(area.left(), area.top(), 16, area.height()), "target", "text2")
            area.setLeft(area.left() + 22)
        elif index.column() == 1:
            area.setLeft(area.left() + STEP * one.section.count("/"))
        top = index.column() == 1 and not one.target and "/" not in one.section
        draw_text(painter, area, words, "text" if index.column() else "text2", theme.ui_font(13, 500 if top else 400))
