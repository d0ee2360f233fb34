"""The panel 提纲: the draft's sections, to go to, to move, to rename and to take out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from drafter.desktop.delegates.outline import HeadingDelegate
from drafter.desktop.delegates.row_tree import RowTree
from drafter.desktop.models.outline import OutlineModel
from drafter.desktop.panels.labels import EmptyState, on_panel_ground
from drafter.model.document import SectionId
from drafter.model.draft import Draft


class OutlinePanel(QWidget):
    """The outline of the draft. A move's index is counted in the draft without the section that moves."""

    section_selected = Signal(object)
    move_requested = Signal(object, object, int)
    remove_requested = Signal(object)
    rename_requested = Signal(object, str)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.model = OutlineModel(self)
        self.model.move_requested.connect(self.move_requested)
        self.model.rename_requested.connect(self.rename_requested)
        self.tree = RowTree()
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(HeadingDelegate(self.tree))
        self.tree.setAccessibleName(self.tr("提纲"))
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.selectionModel().currentChanged.connect(self._current_changed)
        self._following = False
        self._keys()
        self.empty = EmptyState(
            "outline", self.tr("草稿还没有提纲"), self.tr("选文种和城市，从提纲模板开始"), self.tr("新建草稿…")
        )
        self.empty.requested.connect(self.new_requested)
        self.stack = QStackedWidget()
        self.setFocusProxy(self.tree)
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.stack)
        self.show(Draft())

    def show(self, draft: Draft | None = None) -> None:
        """Show a draft, folded and selected as before; without an argument Qt's own `show`."""
        if draft is None:
            super().show()
            return
        current = self.model.node(self.tree.currentIndex())
        selected = self.selected()
        known = {heading.section for heading in self.model.headings()}
        folded = {one for one in known if not self.tree.isExpanded(self.model.index_for(one))}
        if self.model.show(draft):
            self._restore(folded, selected, current)
        self.stack.setCurrentWidget(self.tree if self.model.rowCount() else self.empty)

    def show_shares(self, shares: dict[SectionId, float]) -> None:
        """Show how much of each section stands to the letter elsewhere."""
        self.model.show_shares(shares)

    def _restore(self, folded: set[SectionId], selected: SectionId | None, node: int) -> None:
        self.tree.expandAll()
        for section in folded:
            self.tree.collapse(self.model.index_for(section))
        again = self.model.index_for(selected)
        if not again.isValid():
            again = self.model.index_of(min(node, len(self.model.headings()) - 1))
        self._make_current(again)

    def selected(self) -> SectionId | None:
        """The section that is selected, None where none is."""
        heading = self.model.heading(self.tree.currentIndex())
        return heading.section if heading else None

    def select(self, section: SectionId | None) -> None:
        """Select a section without saying so; None or one that is not there selects nothing."""
        self._make_current(self.model.index_for(section))

    def _make_current(self, index: QModelIndex) -> None:
        self._following = True
        self.tree.setCurrentIndex(index)
        self._following = False

    def _current_changed(self, current: QModelIndex) -> None:
        heading = self.model.heading(current)
        if heading and not self._following:
            self.section_selected.emit(heading.section)

    def _keys(self) -> None:
        for key, act in (
            (Qt.Key.Key_Delete, self._remove),
            (Qt.Key.Key_Return, self._go),
            (Qt.Key.Key_Enter, self._go),
            ("Alt+Shift+Up", lambda: self._shift(-1)),
            ("Alt+Shift+Down", lambda: self._shift(1)),
            ("Alt+Shift+Left", self._raise),
            ("Alt+Shift+Right", self._lower),
        ):
            shortcut = QShortcut(QKeySequence(key), self.tree, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _go(self) -> None:
        if (section := self.selected()) is not None:
            self.section_selected.emit(section)

    def _remove(self) -> None:
        if (section := self.selected()) is not None:
            self.remove_requested.emit(section)

    def _shift(self, by: int) -> None:
        index = self.tree.currentIndex()
        node = self.model.node(index)
        if node >= 0 and 0 <= index.row() + by < self.model.rowCount(index.parent()):
            self.model.ask_move(node, self.model.parent_of(node), index.row() + by)

    def _raise(self) -> None:
        """Ask to put the section right after its parent."""
        index = self.tree.currentIndex()
        if index.parent().isValid():
            above = self.model.node(index.parent())
            self.model.ask_move(self.model.node(index), self.model.parent_of(above), index.parent().row() + 1)

    def _lower(self) -> None:
        """Ask to put the section last under the one before it."""
        index = self.tree.currentIndex()
        if index.row() > 0 and self.model.may_go(
            self.model.node(index), self.model.node(index.siblingAtRow(index.row() - 1))
        ):
            before = self.model.node(index.siblingAtRow(index.row() - 1))
            self.model.ask_move(self.model.node(index), before, len(self.model.children_of(before)))

    def _menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.menu().popup(self.tree.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """The context menu of the selected section, every act with its key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, act in (
            (self.tr("上移"), "Alt+Shift+Up", lambda: self._shift(-1)),
            (self.tr("下移"), "Alt+Shift+Down", lambda: self._shift(1)),
            (self.tr("升一级"), "Alt+Shift+Left", self._raise),
            (self.tr("降一级"), "Alt+Shift+Right", self._lower),
            (self.tr("改标题"), "F2", lambda: self.tree.edit(self.tree.currentIndex())),
            (self.tr("删去"), "Delete", self._remove),
        ):
            menu.addAction(text, act).setShortcut(QKeySequence(key))
        return menu
