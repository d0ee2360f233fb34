"""The pages a file will have: small ones at the left, the chosen one large; made off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QListView, QScrollArea, QVBoxLayout, QWidget

from drafter import workflow
from drafter.desktop.models.pages import SIZE, PagesModel
from drafter.desktop.tasks import Tasks
from drafter.errors import DrafterError
from drafter.workflow import PagePicture

SMALL, LARGE = 24, 96
"""Dots per inch of a small and of a large page."""
MARGIN = 12
"""Pixels left free beside a page."""
_ONE_AT_A_TIME = Lock()  # pdfium may be in one thread only


class PagesPreview(QWidget):
    """`make` shows the pages of a PDF that is made first; a newer one takes the place of what is not done yet."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks, self._pdf = tasks, b""
        self.model = PagesModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setFlow(QListView.Flow.TopToBottom)
        self.list.setWrapping(False)
        self.list.setIconSize(SIZE)
        self.list.setSpacing(4)
        self.list.setFixedWidth(124)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("各页"))
        self.list.selectionModel().currentChanged.connect(self._turn_to)
        self.head = QLabel()
        self.head.setProperty("look", "caption")
        self.page = QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setWordWrap(True)
        self._desk = QScrollArea()
        self._desk.setObjectName("pagesDesk")
        self._desk.setFrameShape(QFrame.Shape.NoFrame)
        self._desk.setWidgetResizable(True)
        self._desk.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._desk.setWidget(self.page)
        self.note = QLabel()
        self.note.setProperty("look", "caption")
        self.note.setWordWrap(True)
        self.note.hide()
        self.zoom = QComboBox()
        self.zoom.setAccessibleName(self.tr("预览大小"))
        for name, size in ((self.tr("适合宽度"), 0.0), ("100%", 1.0), ("150%", 1.5), ("200%", 2.0)):
            self.zoom.addItem(name, size)
        self.zoom.currentIndexChanged.connect(lambda _: self._turn_to(self.list.currentIndex()))
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.zoom)
        right = QVBoxLayout()
        right.addLayout(head)
        right.addWidget(self.note)
        right.addWidget(self._desk, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list)
        row.addLayout(right, 1)

    def sizeHint(self) -> QSize:
        """Room for a page beside the small ones."""
        return QSize(620, 560)

    def make(self, pdf: Callable[[], bytes], told: str = "") -> None:
        """Show the pages of the PDF that `pdf` makes; `told` is what has to be known about them."""
        self.note.setText(told)
        self.note.setVisible(bool(told))
        self.page.setText(self.tr("正在排出页面…"))
        self._tasks.run(lambda: self._counted(pdf()), self._begin, self.show_trouble, topic="preview")

    def show_trouble(self, error: DrafterError) -> None:
        """Say why there are no pages."""
        self.model.begin(0)
        self.head.setText("")
        self.page.setText(f"{error.message}\n{error.hint}")

    def _counted(self, pdf: bytes) -> tuple[bytes, int]:
        with _ONE_AT_A_TIME:
            return pdf, workflow.page_count(pdf)

    def _begin(self, made: tuple[bytes, int]) -> None:
        self._pdf, pages = made
        here = max(0, min(self.list.currentIndex().row(), pages - 1))
        self.model.begin(pages)
        self.list.setCurrentIndex(self.model.index(here))
        self._draw_small(0)

    def _draw_small(self, page: int) -> None:
        """Draw the small pages one after the other."""
        if page < self.model.rowCount():

            def drawn(picture: PagePicture) -> None:
                self.model.show_page(page, _pixmap(picture))
                self._draw_small(page + 1)

            self._tasks.run(self._picture(page, SMALL), drawn, self.show_trouble, topic="small pages")

    def _turn_to(self, current: QModelIndex) -> None:
        if current.isValid():
            self.head.setText(self.tr("预览　第 {0} 页，共 {1} 页").format(current.row() + 1, self.model.rowCount()))
            large = self._picture(current.row(), LARGE * (self.zoom.currentData() or 1))
            self._tasks.run(large, self._show_large, self.show_trouble, topic="large page")

    def _show_large(self, picture: PagePicture) -> None:
        """Show a page in the size that is chosen, or as wide as there is room for."""
        whole, room = _pixmap(picture), self._desk.viewport().width() - 2 * MARGIN
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = not self.zoom.currentData() and room < whole.width()
        self.page.setPixmap(whole.scaledToWidth(room, smooth) if fitted else whole)

    def _picture(self, page: int, dots: float) -> Callable[[], PagePicture]:
        pdf = self._pdf

        def draw() -> PagePicture:
            with _ONE_AT_A_TIME:
                return workflow.page_picture(pdf, page, dots)

        return draw


def _pixmap(picture: PagePicture) -> QPixmap:
    image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return QPixmap.fromImage(image.copy())
