"""The coverage matrix as a picture beside it: a column per plan, a line per topic, the darker the more is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from drafter.desktop import theme
from drafter.desktop.models.matrix import MatrixModel
from drafter.desktop.panels.comparison_table import ComparisonTable
from drafter.workflow.comparing import Cell, Standing, TopicRow

COLUMN, MARGIN, TALLEST = 16, 6, 12


class CoverageMap(QWidget):
    """Every topic in one look; a click goes to its row. What the draft lacks is amber."""

    def __init__(self, table: ComparisonTable, model: MatrixModel) -> None:
        super().__init__()
        self._table, self._model = table, model
        self.setAccessibleName(self.tr("覆盖图"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        model.modelReset.connect(self._fit)
        table.row_changed.connect(lambda _: self.update())
        self._fit()

    def _fit(self) -> None:
        compared = self._model.compared
        self.setFixedWidth(2 * MARGIN + COLUMN * len(compared.found.plans) if compared else 0)
        self.update()

    def _line(self) -> float:
        """How high a topic is."""
        return min(TALLEST, (self.height() - 2 * MARGIN) / max(1, self._model.rowCount()))

    def row_at(self, y: float) -> int:
        """The row drawn at a height, -1 for none."""
        row = int((y - MARGIN) / self._line()) if y >= MARGIN else -1
        return row if row < self._model.rowCount() else -1

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a cell for every topic and plan, and a frame round the current topic."""
        painter, line = QPainter(self), self._line()
        painter.fillRect(self.rect(), theme.colour("card"))
        for number in range(self._model.rowCount()):
            row = self._model.row(number)
            for plan, cell in enumerate(row.cells):
                box = QRectF(MARGIN + COLUMN * plan, MARGIN + line * number, COLUMN - 2, max(1.0, line - 1))
                self._paint_cell(painter, box, row, plan, cell)
        if (current := self._table.currentIndex()).isValid():
            painter.setOpacity(1)
            painter.setPen(theme.colour("accent"))
            painter.drawRect(QRectF(2, MARGIN + line * current.row() - 1, self.width() - 5, line + 1))
        painter.end()

    def _paint_cell(self, painter: QPainter, box: QRectF, row: TopicRow, plan: int, cell: Cell) -> None:
        compared = self._model.compared
        ours = compared is not None and plan == compared.found.ours
        most = max(one.characters for one in row.cells) or 1
        if cell.topics:
            painter.setOpacity(0.25 + 0.75 * cell.characters / most)
            painter.fillRect(box, theme.colour("accent" if ours else "ctl"))
        elif ours and row.standing is Standing.MISSING:
            painter.setOpacity(1)
            painter.fillRect(box, theme.colour("doubtL"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the topic."""
        if (row := self.row_at(event.position().y())) >= 0:
            self._table.setCurrentIndex(self._model.index(row, 0))
            self._table.scrollTo(self._model.index(row, 0))

    def event(self, event: QEvent) -> bool:
        """Name the topic under the mouse."""
        if isinstance(event, QHelpEvent) and (row := self.row_at(event.pos().y())) >= 0:
            QToolTip.showText(event.globalPos(), self._model.row(row).name, self)
            return True
        return super().event(event)
