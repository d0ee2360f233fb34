"""The panel 资料库: the plans by place, and the sections found by a search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import icons
from drafter.desktop.delegates.library import EntryDelegate, HitDelegate
from drafter.desktop.delegates.row_tree import RowTree
from drafter.desktop.models.entries import EntriesModel, EntryRole
from drafter.desktop.models.hits import HitRole, HitsModel
from drafter.desktop.panels.labels import ElidedLabel, EmptyState, on_panel_ground

if TYPE_CHECKING:
    from drafter.workflow import Entry, Hit

SEARCH_DELAY = 120
"""Milliseconds of quiet before what was typed is searched for."""


class LibraryPanel(QWidget):
    """The library. Signals: a plan, or a section in it, is to be opened; files to be imported; a plan to be removed."""

    open_requested = Signal(str)
    open_at_requested = Signal(str, str)
    import_requested = Signal()
    remove_requested = Signal(str)
    correct_requested = Signal(str)
    search_requested = Signal(str)
    clear_requested = Signal()
    tag_requested = Signal(str)
    note_requested = Signal(str)
    reread_requested = Signal(str)
    original_requested = Signal(str)
    resume_requested = Signal()
    forget_requested = Signal()
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self.setAcceptDrops(True)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.setFocusProxy(self.field)
        self.field.setAccessibleName(self.tr("在资料库中查找"))
        self._glass = QAction(self)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.import_button = QToolButton()
        self.import_button.setToolTip(self.tr("导入资料…（也可把文件或文件夹拖进来）"))
        self.import_button.setAccessibleName(self.tr("导入资料"))
        self.import_button.clicked.connect(self.import_requested)
        self.more_button = QToolButton()
        self.more_button.setToolTip(self.tr("分组和清空"))
        self.more_button.setAccessibleName(self.tr("更多"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.model, self.hits_model = EntriesModel(self), HitsModel(self)
        self.tree, self.results = self._tree(), self._results()
        self.found = ElidedLabel("text3", 12)
        self.empty = EmptyState(
            "library",
            self.tr("资料库还是空的"),
            self.tr("把文件或文件夹拖进来"),
            self.tr("导入资料…"),
        )
        self.empty.requested.connect(self.import_requested)
        self.nothing = EmptyState(
            "find", self.tr("没有找到"), self.tr("换一个词，或少写几个字再试"), self.tr("清除查找")
        )
        self.nothing.requested.connect(self._clear)
        self._meant: tuple[str, ...] = ()
        self.pending = self._pending_bar()
        self.more_button.setMenu(self._more())
        self._assemble()
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY)
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._searched_at_once)
        self._paint_icons()
        self.show(())

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 8, 8)
        head.setSpacing(4)
        head.addWidget(self.field)
        head.addWidget(self.import_button)
        head.addWidget(self.more_button)
        found = QWidget()
        listed = QVBoxLayout(found)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(4)
        inset = QHBoxLayout()
        inset.setContentsMargins(14, 0, 14, 0)
        inset.addWidget(self.found)
        listed.addLayout(inset)
        listed.addWidget(self.results)
        self._found_page = found
        self.stack = QStackedWidget()
        for page in (self.tree, found, self.empty, self.nothing):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pending)
        layout.addWidget(self.stack)

    def _pending_bar(self) -> QWidget:
        """What says that an import was cut short, and offers to go on."""
        bar = QWidget()
        self._pending_text = QLabel()
        self._pending_text.setWordWrap(True)
        self.resume_button, self.forget_button = QPushButton(self.tr("继续导入")), QPushButton(self.tr("不再导入"))
        self.resume_button.clicked.connect(self.resume_requested)
        self.forget_button.clicked.connect(self.forget_requested)
        column = QVBoxLayout(bar)
        column.setContentsMargins(12, 0, 12, 8)
        column.addWidget(self._pending_text)
        row = QHBoxLayout()
        row.addWidget(self.resume_button)
        row.addWidget(self.forget_button)
        row.addStretch(1)
        column.addLayout(row)
        bar.hide()
        return bar

    def _more(self) -> QMenu:
        menu = QMenu(self)
        self.groupings = QActionGroup(menu)
        names = {
            "region": self.tr("按地区"),
            "kind": self.tr("按文种"),
            "year": self.tr("按年份"),
            "tag": self.tr("按标签"),
        }
        for grouping, name in names.items():
            action = menu.addAction(name, lambda by=grouping: self._group(by))
            action.setCheckable(True)
            action.setChecked(grouping == self.model.grouping)
            self.groupings.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("清空资料库…"), self.clear_requested.emit)
        return menu

    def _group(self, by: str) -> None:
        self.model.group(by)
        self.tree.expandAll()

    def show_pending(self, left: int) -> None:
        """Say how many files an interrupted import has left; 0 says nothing."""
        self._pending_text.setText(self.tr("上次导入还有 {0} 个文件没有读入。").format(left))
        self.pending.setVisible(left > 0)

    def show_suggested(self, words: tuple[str, ...]) -> None:
        """Offer words that may be meant, where nothing is found."""
        self._meant = words
        self.nothing.say(
            self.tr("没有找到"),
            self.tr("是否要找：{0}").format("、".join(words)) if words else self.tr("换一个词，或少写几个字再试"),
            self.tr("查找“{0}”").format(words[0]) if words else self.tr("清除查找"),
        )

    def show_refused(self, reason: str) -> None:
        """Say why what was typed cannot be searched for."""
        self._meant = ()
        self.nothing.say(self.tr("不能这样查找"), reason, self.tr("清除查找"))
        self.stack.setCurrentWidget(self.nothing)

    def _tree(self) -> RowTree:
        tree = RowTree()
        tree.setModel(self.model)
        tree.setItemDelegate(EntryDelegate(tree))
        tree.setAccessibleName(self.tr("资料库"))
        tree.setExpandsOnDoubleClick(True)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._menu)
        tree.doubleClicked.connect(self._open)
        self._on_enter(tree)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), tree, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        return tree

    def _results(self) -> QListView:
        results = QListView()
        results.setModel(self.hits_model)
        results.setItemDelegate(HitDelegate(results))
        results.setUniformItemSizes(True)
        results.setMouseTracking(True)
        results.setFrameShape(QFrame.Shape.NoFrame)
        results.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        results.setAccessibleName(self.tr("查找结果"))
        results.doubleClicked.connect(self._open)
        self._on_enter(results)
        return results

    def _on_enter(self, view: QAbstractItemView) -> None:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self._enter(view.currentIndex()))

    def show(self, entries: tuple[Entry, ...] | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show these plans, folded places and the current one as they were; without an argument Qt's own `show`."""
        if entries is None:
            super().show()
            return
        folded = {str(index.data()) for index in self._places() if not self.tree.isExpanded(index)}
        current = self.tree.currentIndex().data(EntryRole.KEY)
        if self.model.show(entries):
            for index in self._places():
                self.tree.setExpanded(index, str(index.data()) not in folded)
            node = self.model.keys().get(current, -1) if current else -1
            self.tree.setCurrentIndex(self.model.index_of(node))
        self.field.setPlaceholderText(self.tr("在 {0} 份资料中查找").format(len(entries)))
        if self.stack.currentWidget() in (self.tree, self.empty):
            self.stack.setCurrentWidget(self.tree if entries else self.empty)

    def show_hits(self, hits: tuple[Hit, ...] | None) -> None:
        """Show what a search found; None brings back the tree."""
        if hits is None:
            self.stack.setCurrentWidget(self.tree if self.model.rowCount() else self.empty)
            return
        delegate = self.results.itemDelegate()
        assert isinstance(delegate, HitDelegate)
        delegate.words = tuple({hit.snippet[start:end] for hit in hits for start, end in hit.marks})
        self.hits_model.show(hits)
        plans = len({hit.entry.key for hit in hits})
        self.found.setText(self.tr("{0} 节，来自 {1} 份资料").format(len(hits), plans))
        if hits:
            self.results.setCurrentIndex(self.hits_model.index(0))
            self.results.scrollToTop()
        self.stack.setCurrentWidget(self._found_page if hits else self.nothing)

    def _places(self) -> list[QModelIndex]:
        return [self.model.index(row, 0) for row in range(self.model.rowCount())]

    def _typed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.search_requested.emit("")
            self.show_hits(None)

    def _ask(self) -> None:
        self.search_requested.emit(self.field.text().strip())

    def _searched_at_once(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._ask()
        elif self.stack.currentWidget() is self._found_page:
            self.results.setFocus()

    def _clear(self) -> None:
        self.field.setText(self._meant[0] if self._meant else "")
        self.field.setFocus()

    def _open(self, index: QModelIndex) -> None:
        if index.model() is self.hits_model:
            hit: Hit = index.data(HitRole.HIT)
            self.open_at_requested.emit(hit.entry.key, hit.path)
        elif key := index.data(EntryRole.KEY):
            self.open_requested.emit(key)

    def _enter(self, index: QModelIndex) -> None:
        if self.model.hasChildren(index) and index.model() is self.model:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self._open(index)

    def _remove(self) -> None:
        if key := self.tree.currentIndex().data(EntryRole.KEY):
            self.remove_requested.emit(key)

    def _menu(self, at: QPoint) -> None:
        if menu := self.menu_for(self.tree.indexAt(at)):
            menu.popup(self.tree.viewport().mapToGlobal(at))

    def menu_for(self, index: QModelIndex) -> QMenu | None:
        """The context menu of a plan, None elsewhere."""
        if not (key := index.data(EntryRole.KEY)):
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("forward"), self.tr("打开为参考"), lambda: self.open_requested.emit(key))
        menu.addAction(icons.icon("revise"), self.tr("校正结构…"), lambda: self.correct_requested.emit(key))
        menu.addAction(self.tr("标签…"), lambda: self.tag_requested.emit(key))
        menu.addAction(self.tr("备注…"), lambda: self.note_requested.emit(key))
        menu.addAction(self.tr("打开原文件"), lambda: self.original_requested.emit(key))
        menu.addAction(self.tr("从原文件重读"), lambda: self.reread_requested.emit(key))
        menu.addSeparator()
        menu.addAction(icons.icon("remove"), self.tr("移出资料库"), lambda: self.remove_requested.emit(key))
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped."""
        if _local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files were dropped."""
        event.acceptProposedAction()
        self.files_dropped.emit(_local_paths(event))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "stack"):
            self._paint_icons()

    def _paint_icons(self) -> None:
        self._glass.setIcon(icons.icon("find", "text3"))
        self.import_button.setIcon(icons.icon("import"))
        self.more_button.setIcon(icons.icon("more"))


def _local_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
