"""The panel 同类表述: what other plans say on the subject of the section that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import icons
from drafter.desktop.delegates.library import SimilarDelegate
from drafter.desktop.models.hits import HitRole, SimilarModel
from drafter.desktop.panels.labels import ElidedLabel, EmptyState, on_panel_ground, put_in

if TYPE_CHECKING:
    from drafter.workflow import Similar


class SimilarPanel(QWidget):
    """Wishes: a section is to be read where it stands, or to be picked; plans are to be imported."""

    open_requested = Signal(str, str)
    pick_requested = Signal(str, str)
    library_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.model = SimilarModel(self)
        self.list = self._list()
        self.setFocusProxy(self.list)
        self.about = ElidedLabel("text2", 12)
        self.pick_button = QPushButton(self.tr("摘入草稿"))
        self.pick_button.clicked.connect(lambda: self._pick(self.list.currentIndex()))
        self.empty = EmptyState(
            "like",
            self.tr("还没有同类表述"),
            self.tr("光标所在的一节写了字，资料库里相近的各节就列在这里"),
            self.tr("打开资料库"),
        )
        self.empty.requested.connect(self.library_requested)
        whole = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 12, 6)
        head.addWidget(self.about, 1)
        head.addWidget(self.pick_button)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.stack = put_in(self, self.empty, whole)

    def name(self) -> str:
        """How the panel is called."""
        return self.tr("同类表述")

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(SimilarDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(self.name())
        view.doubleClicked.connect(self._open)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self._open(view.currentIndex()))
        return view

    def show_found(self, section: str, found: tuple[Similar, ...]) -> None:
        """Show what says nearly the same as a section of the draft, called by its heading."""
        self.model.show(found)
        self.about.setText(self.tr("与“{0}”相近的 {1} 节").format(section, len(found)))
        if found:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.scrollToTop()
        self.stack.setCurrentIndex(1 if found else 0)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            one: Similar = index.data(HitRole.HIT)
            self.open_requested.emit(one.entry.key, one.path)

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            one: Similar = index.data(HitRole.HIT)
            self.pick_requested.emit(one.entry.key, one.path)

    def _menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(icons.icon("forward"), self.tr("打开为参考"), lambda: self._open(index))
            menu.addAction(icons.icon("pick"), self.tr("摘入草稿"), lambda: self._pick(index))
            menu.popup(self.list.viewport().mapToGlobal(at))
