"""The panel 参考: up to three plans side by side, or behind one another where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from drafter.desktop.models.sources import hue, places_by_first_pick, short_place, sources
from drafter.desktop.panels.labels import ElidedLabel, EmptyState, on_panel_ground
from drafter.desktop.panels.reference_pane import ReferencePane
from drafter.model.document import Document, Source
from drafter.model.draft import Draft
from drafter.model.walk import text_of

MOST = 3
NARROWEST = 200
"""Pixels of a pane below which the plans stand behind one another."""


class ReferencesPanel(QWidget):
    """The reference plans that are open. Signals: a section is to be picked; a pane was closed."""

    pick_requested = Signal(str, str)
    correct_requested = Signal(str)
    closed = Signal(str)
    library_requested = Signal()
    lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.panes: dict[str, ReferencePane] = {}
        self._draft = Draft()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        self.empty = EmptyState(
            "compare",
            self.tr("还没有打开参考"),
            self.tr("在资料库中双击一份资料，它会与草稿并排"),
            self.tr("打开资料库"),
        )
        self.empty.requested.connect(self.library_requested)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.splitter)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("参考"))
        self.tabs.currentChanged.connect(self._arrange)
        self.lock = QPushButton(self.tr("同题锁定"))
        self.lock.setProperty("look", "chip")
        self.lock.setCheckable(True)
        self.lock.setToolTip(self.tr("参考跟着光标所在的节，翻到说同一题的那一节"))
        self.lock.toggled.connect(self._lock_toggled)
        self.lock_told = ElidedLabel("text3", 12)
        self.lock_bar = QWidget()
        bar = QHBoxLayout(self.lock_bar)
        bar.setContentsMargins(10, 4, 10, 4)
        bar.addWidget(self.lock)
        bar.addWidget(self.lock_told, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.lock_bar)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack)
        self._arrange()

    def open_document(self, key: str, document: Document) -> None:
        """Open a plan beside the others, in the place of the one opened first where there are three already."""
        if key not in self.panes:
            if len(self.panes) == MOST:
                self.close_document(next(iter(self.panes)))
            pane = self.panes[key] = self._pane(key, document)
            self.splitter.addWidget(pane)
            self._name_tab(self.tabs.addTab(""), document)
            self._share_out()
            self.stack.setCurrentWidget(self.splitter)
            self.show(self._draft)
        self.bring_forward(key)

    def _pane(self, key: str, document: Document) -> ReferencePane:
        pane = ReferencePane(document)
        pane.pick_requested.connect(lambda path: self.pick_requested.emit(key, path))
        pane.correct_requested.connect(lambda: self.correct_requested.emit(key))
        pane.close_requested.connect(lambda: self.close_document(key))
        return pane

    def show_corrected(self, key: str, document: Document) -> None:
        """Show an open plan as it is corrected, at the section that was read."""
        if key not in self.panes:
            return
        place = list(self.panes).index(key)
        old, new = self.panes[key], self._pane(key, document)
        self.panes[key] = new
        self.splitter.replaceWidget(place, new)
        self._name_tab(place, document)
        old.deleteLater()
        self.show(self._draft)
        self._arrange()
        new.view.go_to(old.view.here())
        new.view.setFocus()

    def _name_tab(self, place: int, document: Document) -> None:
        """Name a tab by place and kind of its plan: 济南 计划."""
        title = text_of(document.title)
        name = " ".join(part for part in (short_place(document.region), document.kind[-2:]) if part)
        self.tabs.setTabText(place, name or title[:6])
        self.tabs.setTabToolTip(place, title)

    def current(self) -> str | None:
        """The plan that has the focus, else the one opened last."""
        with_focus = (key for key, pane in self.panes.items() if pane.isAncestorOf(self.focusWidget() or self))
        return next(with_focus, next(reversed(self.panes), None))

    def bring_forward(self, key: str) -> None:
        """Give an open plan the focus; where there is no room it is the one in sight."""
        self.tabs.setCurrentIndex(list(self.panes).index(key))
        self._arrange()
        self.setFocusProxy(self.panes[key].view)
        self.panes[key].view.setFocus()

    def close_document(self, key: str) -> None:
        """Close a plan."""
        self.tabs.removeTab(list(self.panes).index(key))
        pane = self.panes.pop(key)
        pane.hide()
        pane.deleteLater()
        self.stack.setCurrentWidget(self.splitter if self.panes else self.empty)
        self._arrange()
        self.closed.emit(key)

    def go_to(self, key: str, path: str) -> None:
        """Bring a section of an open plan to the top of its pane."""
        if key in self.panes:
            self.bring_forward(key)
            self.panes[key].view.go_to(path)

    def locked(self) -> bool:
        """Whether the plans follow the caret."""
        return self.lock.isChecked()

    def _lock_toggled(self, on: bool) -> None:
        self.lock_told.setText("")
        self.lock_changed.emit(on)

    def follow(self, places: dict[str, str]) -> None:
        """Bring the section of each plan on one topic to the top of its pane; the focus stays where it is."""
        open_ones = {key: path for key, path in places.items() if key in self.panes}
        for key, path in open_ones.items():
            self.panes[key].view.go_to(path)
        names = "　".join(f"{short_place(self.panes[key].document.region)} {path}" for key, path in open_ones.items())
        self.lock_told.setText(names or self.tr("这一题只有本稿有"))

    def show(self, draft: Draft | None = None) -> None:
        """Mark what of each plan is in a draft; without an argument Qt's own `show`."""
        if draft is None:
            super().show()
            return
        self._draft = draft
        used: dict[str, set[Source]] = {key: set() for key in self.panes}
        for _, source in sources(draft.document):
            if source.key in used:
                used[source.key].add(source)
        places = list(places_by_first_pick(draft))
        for key, pane in self.panes.items():
            if pane.document.region not in places:
                places.append(pane.document.region)
            pane.show_used(used[key], hue(places.index(pane.document.region)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the plans side by side or behind one another, by the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        behind = self.width() < NARROWEST * len(self.panes)
        self.tabs.setVisible(behind)
        self.lock_bar.setVisible(bool(self.panes))
        for index, pane in enumerate(self.panes.values()):
            pane.setVisible(not behind or index == self.tabs.currentIndex())

    def _share_out(self) -> None:
        self.splitter.setSizes([1000] * self.splitter.count())
