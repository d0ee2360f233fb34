"""How cells of the coverage matrix and the ledger look: characters, place, a bar; the draft on a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.desktop import theme
from drafter.desktop.delegates.marks import (
    area_of,
    draw_ground,
    draw_icon,
    draw_pill,
    draw_text,
    pill_width,
    state_of,
    thousands,
)
from drafter.desktop.models.matrix import ICONS, ComparedModel, LedgerModel, MatrixModel, standing_word
from drafter.desktop.models.tree import Index
from drafter.workflow.comparing import Row, Standing, TopicRow, Verdict

MATRIX_ROW, LEDGER_ROW = 46, 36
STEP = 14
BAR_HEIGHT = 8
NUMBER = 44
PILLS: dict[Standing, tuple[tuple[str, str], str]] = {
    Standing.ALL: (("hint", "hintW"), "done"),
    Standing.SOME: (("hint", "hintW"), "hint"),
    Standing.THIN: (("doubt", "doubtW"), "hint"),
    Standing.MISSING: (("doubt", "doubtW"), "doubt"),
    Standing.ALONE: (("ok", "okW"), "star"),
    Standing.UNNEEDED: (("hint", "hintW"), "keep"),
}


class ComparedDelegate(QStyledItemDelegate):
    """Ground and line of a row; `inside` paints the cell."""

    height = LEDGER_ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every row is as high as the next."""
        return QSize(80, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the line under the row, and the cell."""
        area = area_of(option)
        model = index.model()
        assert isinstance(model, ComparedModel)
        plan = model.plan_of(index.column())
        ours = model.compared.found.ours if model.compared else None
        selected = state_of(option, QStyle.StateFlag.State_Selected)
        if plan is not None and plan == ours and not selected:
            painter.fillRect(area, theme.colour("window"))
        draw_ground(painter, area, selected=selected, hovered=False, bar=index.column() == 0)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        self.inside(painter, area.adjusted(10, 0, -10, -1), index, plan, mine=plan == ours)

    def inside(self, painter: QPainter, area: QRect, index: Index, plan: int | None, *, mine: bool) -> None:
        """Paint what is in the cell."""
        raise NotImplementedError


class MatrixDelegate(ComparedDelegate):
    """Characters, path and bar of a plan's cell; the standing as a pill."""

    height = MATRIX_ROW

    def inside(self, painter: QPainter, area: QRect, index: Index, plan: int | None, *, mine: bool) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, MatrixModel)
        row = model.row(index.row())
        if plan is not None:
            self._cell(painter, area, model, row, plan, mine=mine)
        elif index.column() == 0:
            font = theme.ui_font(13, 500 if row.level == 1 else 400)
            draw_text(painter, area.adjusted(STEP * (min(row.level, 3) - 1), 0, 0, 0), row.name, "text", font)
        else:
            roles, icon = PILLS[row.standing]
            word = standing_word(row.standing)
            width = draw_pill(painter, area, word, roles, icon)
            if row.remark != word:
                draw_text(painter, area.adjusted(width + 8, 0, 0, 0), row.remark, "text2", theme.ui_font(12))

    def _cell(
        self, painter: QPainter, area: QRect, model: MatrixModel, row: TopicRow, plan: int, *, mine: bool
    ) -> None:
        cell = row.cells[plan]
        compared = model.compared
        if compared is None or not cell.topics:
            draw_text(painter, area.adjusted(8, 0, 0, 0), "—", "text3", theme.ui_font(13))
            return
        number = QRect(area.left(), area.top(), NUMBER, area.height())
        draw_text(painter, number, thousands(cell.characters), "text", theme.ui_font(13, 500), right=True)
        rest = area.adjusted(NUMBER + 8, 0, 0, 0)
        place = compared.found.topics[cell.topics[0]].path + ("…" if len(cell.topics) > 1 else "")
        bar = max(0, min(76, rest.width() - 88))
        draw_text(painter, rest.adjusted(0, 0, -bar - 4, 0), place, "text3", theme.ui_font(12))
        most = max(one.characters for one in row.cells)
        long = round(bar * cell.characters / most) if most else 0
        top = area.top() + (area.height() - BAR_HEIGHT) // 2
        colour = theme.colour("accent") if mine else theme.colour("ctl")
        painter.fillRect(QRect(rest.right() - bar + 1, top, long, BAR_HEIGHT), colour)


class LedgerDelegate(ComparedDelegate):
    """Values at the right of their cells, the share as a bar, the judgement with its sign."""

    def inside(self, painter: QPainter, area: QRect, index: Index, plan: int | None, *, mine: bool) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, LedgerModel)
        row, column = model.row(index.row()), index.column()
        words = str(index.data() or "")
        flagged = mine and row.verdict in (Verdict.DOUBT, Verdict.MISSING)
        if plan is not None:
            role = "doubt" if flagged else "text" if words != "—" else "text3"
            draw_text(painter, area, words, role, theme.ui_font(13, 500 if mine else 400), right=True)
        elif column == model.columnCount() - 2:
            _share(painter, area, model, row)
        elif column == model.columnCount() - 1:
            icon, role = ICONS[row.verdict]
            draw_icon(painter, QRect(area.left(), area.top(), 16, area.height()), icon, role)
            draw_text(painter, area.adjusted(24, 0, 0, 0), words, "text", theme.ui_font(13))
        elif column == 0 and len(row.names) > 1:
            word = self.tr("{0} 个说法").format(len(row.names))
            wide = pill_width(word)
            draw_text(painter, area.adjusted(0, 0, -wide - 6, 0), words, "text", theme.ui_font(13))
            draw_pill(painter, area.adjusted(area.width() - wide, 0, 0, 0), word, ("hint", "hintW"))
        else:
            draw_text(painter, area, words, "text" if column == 0 else "text2", theme.ui_font(13))


def _share(painter: QPainter, area: QRect, model: LedgerModel, row: Row) -> None:
    """The draft's share of the superior's figure: a bar, amber where it is to be looked at, and the number."""
    part = model.part(row)
    if part is None:
        draw_text(painter, area, "—", "text3", theme.ui_font(13))
        return
    long = max(20, area.width() - 56)
    bar = QRect(area.left(), area.top() + (area.height() - BAR_HEIGHT) // 2, long, BAR_HEIGHT)
    painter.fillRect(bar, theme.colour("bar"))
    bar.setWidth(round(long * min(1.0, part)))
    doubt = row.verdict is Verdict.DOUBT
    painter.fillRect(bar, theme.colour("doubtL" if doubt else "accent"))
    role = "doubt" if doubt else "text"
    draw_text(painter, area.adjusted(long + 6, 0, 0, 0), model.share(row), role, theme.ui_font(12), right=True)
