"""The line above the sheet: what draft it is, where the caret stands, how large the sheet is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from drafter.desktop import icons
from drafter.desktop.panels.labels import ElidedLabel
from drafter.model.document import Section, SectionId
from drafter.model.draft import Draft, slot_texts
from drafter.model.walk import heading_text, text_of


class SheetBar(QWidget):
    """Shows title, path and zoom; `zoom_requested(steps)`."""

    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(36)
        self._title = ElidedLabel(weight=500)
        self._path = ElidedLabel("text2")
        self._page = QLabel()
        self._page.setProperty("look", "caption")
        self._zoom = QLabel()
        self._smaller = self._button(self.tr("缩小"), -1)
        self._larger = self._button(self.tr("放大"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        self._picture = QLabel()
        row.addWidget(self._picture)
        row.addWidget(self._title, 3)
        row.addWidget(self._path, 2)
        for widget in (self._page, self._smaller, self._zoom, self._larger):
            row.addWidget(widget)
        self.restyle()

    def restyle(self) -> None:
        """Draw the icons in the colours of the theme in use."""
        self._picture.setPixmap(icons.pixmap("document", 16))
        self._smaller.setIcon(icons.icon("remove", size=16))
        self._larger.setIcon(icons.icon("add", size=16))

    def _button(self, text: str, steps: int) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.zoom_requested.emit(steps))
        return button

    def show_place(self, draft: Draft, section: SectionId | None) -> None:
        """Show the draft's title and the headings above the caret."""
        shown = slot_texts(draft)
        self._title.setText(text_of(draft.document.title, shown) or self.tr("未定标题"))
        way = _way(draft.document.sections, section) if section else ()
        self._path.setText(" › ".join(heading_text(one, shown) for one in way))

    def show_page(self, page: int, pages: int) -> None:
        """Show on which page the caret stands."""
        self._page.setText(self.tr("第 {0} 页，共 {1} 页").format(page, pages))

    def show_zoom(self, zoom: float) -> None:
        """Show how large the sheet is."""
        self._zoom.setText(f"{zoom * 100:.0f} %")


def _way(sections: tuple[Section, ...], wanted: SectionId) -> tuple[Section, ...]:
    for section in sections:
        if section.id == wanted:
            return (section,)
        if under := _way(section.children, wanted):
            return (section, *under)
    return ()
