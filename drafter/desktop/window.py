"""The main window: start page or draft in the middle, the docks, the menus; what happens is done by its parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QPushButton, QStackedWidget, QWidget

from drafter import __version__, workflow
from drafter.desktop import actions, theme
from drafter.desktop.settings import Settings
from drafter.desktop.start_page import StartPage

if TYPE_CHECKING:
    from drafter.desktop.parts import Parts
    from drafter.model.document import Document, SectionId, SlotId
    from drafter.model.draft import Draft

NARROW = 1500
"""Below this width, in pixels, one reference is in sight, and the lower dock is thinner."""


class MainWindow(QMainWindow):
    """Puts the parts in their places, and decides which of them are seen."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._parts: Parts | None = None
        self._preset, self._layout = "write", ""
        self.start_page = StartPage()
        self.start_page.show_recent(settings.recent())
        self._put_frame()

    @property
    def parts(self) -> Parts:
        """Everything behind the start page; made after that is painted, or when it is first needed."""
        if self._parts is None:
            self._make_parts()
        assert self._parts is not None
        return self._parts

    def _put_frame(self) -> None:
        """What is painted first: the menus and the start page."""
        self.setMinimumSize(1024, 640)
        self.resize(1600, 1000)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("拟稿台") + "[*]")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.setCentralWidget(self.stack)
        commands = (*actions.COMMANDS, *actions.PRESETS)
        self.acts = actions.make_actions(self, {one.id: lambda name=one.id: self._do(name) for one in commands})
        for command in commands:
            self.acts[command.id].setEnabled(not command.draft)
        self._put_menus()
        self.acts["dark"].setChecked(theme.current() == "dark")
        self.acts["english"].setChecked(self.settings.language() == "en")
        if geometry := self.settings.window("geometry"):
            self.restoreGeometry(geometry)

    def _make_parts(self) -> None:
        from drafter.desktop import docks
        from drafter.desktop.parts import Parts
        from drafter.desktop.toolbar import ToolBar

        self._parts = parts = Parts(self.settings, self.start_page, self)
        self.handlers = self._handlers()
        self.stack.addWidget(parts.sheet)
        self.docks = docks.add_docks(self, parts.outline, parts.library, parts.references, parts.lower)
        self._view_menu.addSeparator()
        for dock in self.docks.all():
            self._view_menu.addAction(dock.toggleViewAction())
        for command in actions.COMMANDS:
            if command.on_sheet:
                parts.sheet.addAction(self.acts[command.id])
        actions.dress(self.acts)
        self.toolbar = ToolBar(self.acts, self)
        self.addToolBar(self.toolbar)
        self.setStatusBar(parts.status)
        parts.sheet.set_zoom(self.settings.zoom())
        self._connect()
        self._show_start()
        parts.begin()

    def _do(self, name: str) -> None:
        """What a command stands for."""
        _ = self.parts
        self.handlers[name]()

    def _put_menus(self) -> None:
        menus = actions.fill_menus(self, self.acts)
        self.draft_menu = menus[actions.Place.DRAFT]
        self._recent = QMenu(self.tr("最近打开"), self)
        self._recent.aboutToShow.connect(self._fill_recent)
        menus[actions.Place.FILE].insertMenu(self.acts["save"], self._recent)
        self.quick_button = QPushButton(self.tr("快速查找：节、填报项、单位、命令、资料"))
        self.quick_button.setObjectName("quick")
        self.quick_button.setToolTip(self.acts["quick"].toolTip())
        self.quick_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.quick_button.clicked.connect(self.acts["quick"].trigger)
        self.menuBar().setCornerWidget(self.quick_button)
        self._view_menu = menus[actions.Place.VIEW]

    def _handlers(self) -> actions.Handlers:
        parts, files, wishes, sheet = self.parts, self.parts.files, self.parts.wishes, self.parts.sheet
        return {
            "new": files.new,
            "open": files.open_asked,
            "example": files.example,
            "save": files.save,
            "save_as": files.save_as,
            "name_version": files.name_version,
            "versions": files.versions,
            "export": files.export,
            "compare_versions": parts.circulation.compare_versions,
            "export_live": parts.circulation.export_live,
            "export_set": parts.circulation.export_set,
            "read_back": parts.circulation.read_back,
            "pdf": sheet.save_pdf,
            "print": sheet.print_pages,
            "close": files.close,
            "quit": self.close,
            "undo": parts.session.stack.undo,
            "redo": parts.session.stack.redo,
            "edit": sheet.edit_here,
            "find": sheet.open_find,
            "go_to_page": sheet.ask_page,
            "quick": self._quick_find,
            "import": parts.material.import_asked,
            "import_tables": parts.tables.import_asked,
            "export_tables": parts.tables.export_asked,
            "correct": self._correct,
            "search": self._go_search,
            "add_section": lambda: wishes.add_section(parts.section()),
            "add_paragraph": lambda: wishes.add_paragraph(parts.section(), sheet.paragraph()),
            "rename": lambda: self._with_section(sheet.edit_section),
            "move_up": lambda: self._with_section(lambda section: wishes.move_by(section, -1)),
            "move_down": lambda: self._with_section(lambda section: wishes.move_by(section, 1)),
            "promote": lambda: self._with_section(wishes.promote),
            "demote": lambda: self._with_section(wishes.demote),
            "remove_paragraph": self._remove_paragraph,
            "remove_section": lambda: self._with_section(wishes.remove_section),
            "roll_years": lambda: wishes.roll_years(self),
            "next_slot": self._next_slot,
            "check": lambda: self._show_lower(parts.findings),
            "next_finding": lambda: self._step_finding(1),
            "previous_finding": lambda: self._step_finding(-1),
            "zoom_in": lambda: sheet.zoom_by(1),
            "zoom_out": lambda: sheet.zoom_by(-1),
            "zoom_reset": lambda: sheet.set_zoom(1.0),
            "dark": self._change_theme,
            "english": self._change_language,
            "manual": self._manual,
            "keys": self._keys,
            "about": self._about,
            **{one.id: lambda preset=one.id: self.arrange(preset) for one in actions.PRESETS},
        }

    def _connect(self) -> None:
        parts, session = self.parts, self.parts.session
        session.draft_changed.connect(self._show_title)
        session.draft_changed.connect(self._enable)
        session.stack.indexChanged.connect(self._enable)
        session.modified_changed.connect(self.setWindowModified)
        session.opened.connect(self._show_sheet)
        session.closed.connect(self._show_start)
        parts.material.document_opened.connect(self._open_reference)
        parts.references.library_requested.connect(self._go_search)
        parts.slots.references_requested.connect(self._go_search)
        parts.findings.empty.requested.connect(lambda: self._show_lower(parts.slots))
        parts.sheet.slot_activated.connect(self._select_slot)
        parts.sheet.context_menu_requested.connect(lambda point: self.draft_menu.popup(point))  # noqa: PLW0108
        parts.status.slots_requested.connect(lambda: self._show_lower(parts.slots))
        parts.status.findings_requested.connect(lambda: self._show_lower(parts.findings))

    # what is seen

    def _show_title(self, draft: Draft) -> None:
        from drafter.desktop.files import title_of

        title = title_of(draft) or self.tr("未定标题")
        if self.parts.session.read_only:
            title = self.tr("{0}（只读）").format(title)
        self.setWindowTitle(self.tr("{0}[*] - 拟稿台").format(title))

    def _show_sheet(self, _: Draft) -> None:
        if self.stack.currentWidget() is not self.parts.sheet:
            self.stack.setCurrentWidget(self.parts.sheet)
            self.toolbar.show()
            self.parts.status.show()
            self._lay_out(self._preset)
        self.parts.sheet.setFocus()

    def _show_start(self) -> None:
        self._remember_layout()
        for part in (*self.docks.all(), self.toolbar, self.parts.status):
            part.hide()
        self.stack.setCurrentWidget(self.start_page)
        self.setWindowTitle(self.tr("拟稿台") + "[*]")
        self.setWindowModified(False)
        self._enable()

    def _enable(self) -> None:
        session = self.parts.session
        for command in (*actions.COMMANDS, *actions.PRESETS):
            self.acts[command.id].setEnabled(session.draft is not None or not command.draft)
        self.acts["undo"].setEnabled(session.stack.canUndo())
        self.acts["redo"].setEnabled(session.stack.canRedo())
        self.acts["undo"].setToolTip(self.tr("撤销 {0}（Ctrl+Z）").format(session.stack.undoText()))
        self.acts["redo"].setToolTip(self.tr("重做 {0}（Ctrl+Y）").format(session.stack.redoText()))

    def arrange(self, preset: str) -> None:
        """Put the docks into a layout as it was left; the one in use goes back to how it is at first."""
        again = self._layout == self._layout_of(preset)
        self._remember_layout()
        self._lay_out(preset, anew=again)

    def _layout_of(self, preset: str) -> str:
        return f"{preset}-{'narrow' if self.width() < NARROW else 'wide'}"

    def _remember_layout(self) -> None:
        if self._layout:
            self.settings.set_window(self._layout, self.saveState())
        self._layout = ""

    def _lay_out(self, preset: str, *, anew: bool = False) -> None:
        from drafter.desktop import docks

        self._preset, self._layout = preset, self._layout_of(preset)
        self.acts[preset].setChecked(True)
        if anew or not self.restoreState(self.settings.window(self._layout)):
            docks.arrange(self, self.docks, preset, narrow=self.width() < NARROW)
        if preset == "compare":
            self.parts.lower.setCurrentWidget(self.parts.comparison.matrix)
        if preset == "review":
            self.parts.lower.setCurrentWidget(self.parts.findings)

    def _open_reference(self, key: str, document: Document, path: str) -> None:
        self.docks.references.show()
        self.parts.references.open_document(key, document)
        if path:
            self.parts.references.go_to(key, path)

    # ways

    def _with_section(self, act: Callable[[SectionId], None]) -> None:
        if (section := self.parts.section()) is not None:
            act(section)

    def _go_search(self) -> None:
        self.docks.library.show()
        self.parts.library.field.setFocus()

    def _correct(self) -> None:
        if key := self.parts.references.current():
            self.parts.material.correct(key)
        else:
            self._go_search()

    def _show_lower(self, panel: QWidget) -> None:
        self.docks.lower.show()
        self.parts.lower.setCurrentWidget(panel)
        panel.setFocus()

    def _select_slot(self, slot: SlotId) -> None:
        self.docks.lower.show()
        self.parts.lower.setCurrentWidget(self.parts.slots)
        self.parts.slots.select(slot)

    def _next_slot(self) -> None:
        self._show_lower(self.parts.slots)
        self.parts.slots.edit_next_open()

    def _quick_find(self) -> None:
        from drafter.desktop import ask, quick
        from drafter.desktop.dialogs.quick_find import QuickFind

        form = QuickFind(quick.targets(self.parts, self.acts, self._select_slot), self.parts.tasks, self)
        if ask.form(form) and form.chosen:
            form.chosen.act()

    def _step_finding(self, steps: int) -> None:
        self._show_lower(self.parts.findings)
        self.parts.findings.step(steps)

    def _remove_paragraph(self) -> None:
        if (paragraph := self.parts.sheet.paragraph()) is not None:
            self.parts.wishes.remove_paragraph(paragraph)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.settings.recent():
            action = self._recent.addAction(path.name)
            action.setEnabled(path.is_file())
            action.triggered.connect(lambda _=False, path=path: self.parts.files.open(path))

    # the program itself

    def _change_theme(self) -> None:
        name = "dark" if self.acts["dark"].isChecked() else "light"
        self.settings.set_theme(name)
        application = QCoreApplication.instance()
        assert isinstance(application, QApplication)
        theme.use(name, application)
        actions.dress(self.acts)
        for part in (self.parts, self.toolbar, self.docks):
            part.restyle()

    def _change_language(self) -> None:
        self.settings.set_language("en" if self.acts["english"].isChecked() else "zh")
        from drafter.desktop import ask

        ask.tell(self.tr("下次打开时换成所选的语言。"))

    def _manual(self) -> None:
        from drafter.desktop.dialogs.manual import Manual

        Manual(self.settings.language(), self).show()

    def _keys(self) -> None:
        from drafter.desktop import ask
        from drafter.desktop.dialogs.keys import Keys

        ask.form(Keys(self))

    def _about(self) -> None:
        from drafter.desktop import ask

        words = self.tr("参考各地规划，拟出本地规划，导出符合 GB/T 9704 版式的 Word 文件。程序不联网。")
        ask.tell(self.tr("拟稿台 {0}").format(__version__), words)

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the start page is seen, make what stands behind it."""
        super().paintEvent(event)
        if self._parts is None:
            QTimer.singleShot(0, lambda: self.parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the docks anew where the window becomes narrow or wide."""
        super().resizeEvent(event)
        if self._parts is None:
            return
        crossed = (event.oldSize().width() < NARROW) != (event.size().width() < NARROW)
        if crossed and self.stack.currentWidget() is self.parts.sheet:
            self._lay_out(self._preset)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a draft, take other files into the library."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        drafts = [path for path in paths if path.name.endswith(workflow.SUFFIX)]
        if drafts:
            self.parts.files.open(drafts[0])
        elif paths:
            self.parts.material.import_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, once the draft is saved or given up."""
        if self._parts is None:
            event.accept()
            return
        if self.parts.session.modified:
            event.ignore()
            self.parts.files.leave(self._close_now)
            return
        self._remember_layout()
        self.settings.set_window("geometry", self.saveGeometry())
        self.parts.end()
        event.accept()

    def rescue(self) -> bool:
        """Whether what is not saved was written down now, for when the program fails."""
        return self._parts is not None and self._parts.keeper.rescue()

    def _close_now(self) -> None:
        self.parts.session.close()
        self.close()
