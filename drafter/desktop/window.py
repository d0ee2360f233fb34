"""The main window: it puts the parts together and connects their signals; what happens is done by the parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from drafter import __version__, workflow
from drafter.desktop import actions, ask, docks, theme
from drafter.desktop.checker import Checker
from drafter.desktop.dialogs.keys import Keys
from drafter.desktop.files import Files, Given, example_recipe, title_of
from drafter.desktop.material import Material, import_report
from drafter.desktop.panels.findings import FindingsPanel
from drafter.desktop.panels.library import LibraryPanel
from drafter.desktop.panels.outline import OutlinePanel
from drafter.desktop.panels.references import ReferencesPanel
from drafter.desktop.panels.sheet import SheetPanel
from drafter.desktop.panels.slots import SlotsPanel
from drafter.desktop.session import Session
from drafter.desktop.settings import Settings
from drafter.desktop.start_page import StartPage
from drafter.desktop.status import StatusBar
from drafter.desktop.tasks import Tasks
from drafter.desktop.toolbar import ToolBar
from drafter.desktop.wishes import Wishes
from drafter.model.document import Document, SectionId, SlotId
from drafter.model.draft import Draft, open_slots, slot_texts
from drafter.model.finding import Finding
from drafter.model.walk import length
from drafter.workflow import Imported


class MainWindow(QMainWindow):
    """Start page or draft in the middle, docks around it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.tasks = Tasks(ask.show_error, parent=self)
        self.session = Session(self)
        self.material = Material(settings, self.tasks, self)
        self.files = Files(self.session, settings, self.tasks, self.material, self)
        self.wishes = Wishes(self.session, self.tasks, self)
        self.checker = Checker(self.tasks, self)
        self.start_page, self.sheet = StartPage(), SheetPanel()
        self.outline, self.library, self.references = OutlinePanel(), LibraryPanel(), ReferencesPanel()
        self.slots, self.findings, self.lower = SlotsPanel(), FindingsPanel(), docks.Lower()
        self._preset = "write"
        self._put_together()
        self._connect()
        self._show_start()
        self.material.open()
        self.files.load_given()

    def _put_together(self) -> None:
        self.setMinimumSize(1024, 640)
        self.resize(1600, 1000)
        self.setAcceptDrops(True)
        self.lower.add(self.slots, self.tr("填报项"))
        self.lower.add(self.findings, self.tr("检查"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start_page)
        self.stack.addWidget(self.sheet)
        self.setCentralWidget(self.stack)
        self.docks = docks.add_docks(self, self.outline, self.library, self.references, self.lower)
        self.actions_by_id = actions.make_actions(self, self._handlers())
        for command in actions.COMMANDS:
            if command.on_sheet:
                self.sheet.addAction(self.actions_by_id[command.id])
        menus = actions.fill_menus(self, self.actions_by_id)
        self._recent = QMenu(self.tr("最近打开"), self)
        menus[actions.Place.FILE].insertMenu(self.actions_by_id["save"], self._recent)
        menus[actions.Place.VIEW].addSeparator()
        for dock in self.docks.all():
            menus[actions.Place.VIEW].addAction(dock.toggleViewAction())
        self.sheet_menu = menus[actions.Place.DRAFT]
        self.toolbar = ToolBar(self.actions_by_id, self)
        self.addToolBar(self.toolbar)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self.sheet.set_zoom(self.settings.zoom())
        self.actions_by_id["dark"].setChecked(theme.current() == "dark")
        self.actions_by_id["english"].setChecked(self.settings.language() == "en")
        actions.dress(self.actions_by_id)
        if geometry := self.settings.window("geometry"):
            self.restoreGeometry(geometry)

    def _handlers(self) -> actions.Handlers:
        files, wishes, sheet, stack = self.files, self.wishes, self.sheet, self.session.stack
        return {
            "new": files.new,
            "open": files.open_asked,
            "example": files.example,
            "save": files.save,
            "save_as": files.save_as,
            "export": files.export,
            "close": files.close,
            "quit": self.close,
            "undo": stack.undo,
            "redo": stack.redo,
            "edit": sheet.edit_here,
            "find": sheet.open_find,
            "import": self.material.import_asked,
            "search": self._go_search,
            "add_section": lambda: wishes.add_section(self._section()),
            "add_paragraph": lambda: wishes.add_paragraph(self._section(), sheet.paragraph()),
            "rename": lambda: self._with_section(sheet.edit_section),
            "move_up": lambda: self._with_section(lambda section: wishes.move_by(section, -1)),
            "move_down": lambda: self._with_section(lambda section: wishes.move_by(section, 1)),
            "promote": lambda: self._with_section(wishes.promote),
            "demote": lambda: self._with_section(wishes.demote),
            "remove_paragraph": self._remove_paragraph,
            "remove_section": lambda: self._with_section(wishes.remove_section),
            "next_slot": self._next_slot,
            "check": lambda: self._show_lower(self.findings),
            "next_finding": lambda: self._step_finding(1),
            "previous_finding": lambda: self._step_finding(-1),
            "zoom_in": lambda: sheet.zoom_by(1),
            "zoom_out": lambda: sheet.zoom_by(-1),
            "zoom_reset": lambda: sheet.set_zoom(1.0),
            "dark": self._change_theme,
            "english": self._change_language,
            "keys": lambda: ask.form(Keys(self)),
            "about": self._about,
            **{one.id: lambda preset=one.id: self.arrange(preset) for one in actions.PRESETS},
        }

    def _connect(self) -> None:
        files, wishes, material, session, sheet = self.files, self.wishes, self.material, self.session, self.sheet
        for signal, act in (
            (session.draft_changed, self._show_draft),
            (session.opened, self._opened),
            (session.closed, self._show_start),
            (session.refused, ask.show_error),
            (session.modified_changed, self._show_saved),
            (session.stack.canUndoChanged, lambda _: self._enable()),
            (session.stack.canRedoChanged, lambda _: self._enable()),
            (files.given_loaded, self._show_given),
            (files.recent_changed, self._show_recent),
            (files.saved, lambda: self._show_saved(session.modified)),
            (self.checker.findings_changed, self._show_findings),
            (material.entries_changed, self.library.show),
            (material.entries_changed, self.start_page.show_entries),
            (material.hits_changed, self.library.show_hits),
            (material.document_opened, self._open_reference),
            (material.imported, self._tell_import),
            (material.progress, self.status.show_progress),
            (self.library.open_requested, material.open_document),
            (self.library.open_at_requested, material.open_document),
            (self.library.import_requested, material.import_asked),
            (self.library.remove_requested, material.remove),
            (self.library.search_requested, material.search),
            (self.library.files_dropped, material.import_files),
            (self.references.pick_requested, self._pick),
            (self.references.closed, material.forget),
            (self.references.library_requested, self._go_search),
            (self.outline.section_selected, sheet.go_to_section),
            (self.outline.move_requested, wishes.move),
            (self.outline.remove_requested, wishes.remove_section),
            (self.outline.rename_requested, wishes.rename),
            (self.outline.new_requested, files.new),
            (self.slots.fill_requested, wishes.fill),
            (self.slots.keep_requested, wishes.keep),
            (self.slots.delete_requested, wishes.delete),
            (self.slots.slot_selected, sheet.select_slot),
            (self.slots.references_requested, self._go_search),
            (self.findings.finding_selected, sheet.go_to),
            (self.findings.empty.requested, lambda: self._show_lower(self.slots)),
            (sheet.title_edited, wishes.set_title),
            (sheet.heading_edited, wishes.set_heading),
            (sheet.paragraph_edited, wishes.set_paragraph),
            (sheet.slot_fill_requested, wishes.fill),
            (sheet.slot_activated, self._select_slot),
            (sheet.section_entered, self.outline.select),
            (sheet.zoom_changed, self.settings.set_zoom),
            (sheet.context_menu_requested, lambda point: self.sheet_menu.popup(point)),
            (wishes.section_added, self._section_added),
            (wishes.paragraph_added, sheet.edit_paragraph),
            (self.start_page.new_requested, files.new),
            (self.start_page.open_requested, files.open_asked),
            (self.start_page.example_requested, files.example),
            (self.start_page.import_requested, material.import_asked),
            (self.start_page.locality_chosen, self.settings.set_locality),
            (self.start_page.recent_requested, files.open),
            (self.start_page.recent_removed, files.forget),
            (self.status.slots_requested, lambda: self._show_lower(self.slots)),
            (self.status.findings_requested, lambda: self._show_lower(self.findings)),
            (self.status.save_requested, files.save),
            (self.status.stop_requested, material.stop_import),
            (self._recent.aboutToShow, self._fill_recent),
        ):
            signal.connect(act)

    # facts shown

    def _show_draft(self, draft: Draft) -> None:
        for panel in (self.sheet, self.outline, self.slots, self.references):
            panel.show(draft)
        self.checker.show(draft)
        waiting = len(open_slots(draft))
        self.status.show_length(length(draft.document, slot_texts(draft)))
        self.status.show_open_slots(waiting)
        self.lower.show_count(self.slots, len(draft.slots))
        self.setWindowTitle(f"{title_of(draft) or self.tr('未定标题')}[*] - {self.tr('拟稿台')}")
        self._enable()

    def _show_saved(self, modified: bool) -> None:
        self.setWindowModified(modified)
        self.status.show_saved(self.files.saved_at)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.findings.show(findings)
        self.status.show_leftovers(len(findings))
        self.lower.show_count(self.findings, len(findings))

    def _show_given(self, given: Given) -> None:
        self.start_page.show_given(given, self.settings.locality(), example=example_recipe() is not None)
        self._show_recent()

    def _show_recent(self) -> None:
        self.start_page.show_recent(self.settings.recent())

    def _opened(self, _: Draft) -> None:
        if self.stack.currentWidget() is not self.sheet:
            self.stack.setCurrentWidget(self.sheet)
            for bar in (self.toolbar, self.status):
                bar.show()
            self.arrange(self._preset)
        self._show_findings(())
        self.sheet.setFocus()

    def _show_start(self) -> None:
        for part in (*self.docks.all(), self.toolbar, self.status):
            part.hide()
        self.stack.setCurrentWidget(self.start_page)
        self.setWindowTitle(self.tr("拟稿台") + "[*]")
        self.setWindowModified(False)
        self._show_recent()
        self._enable()

    def _enable(self) -> None:
        has_draft = self.session.draft is not None
        for command in (*actions.COMMANDS, *actions.PRESETS):
            self.actions_by_id[command.id].setEnabled(has_draft or not command.draft)
        self.actions_by_id["undo"].setEnabled(self.session.stack.canUndo())
        self.actions_by_id["redo"].setEnabled(self.session.stack.canRedo())
        self.actions_by_id["undo"].setToolTip(self.tr("撤销 {0}（Ctrl+Z）").format(self.session.stack.undoText()))
        self.actions_by_id["redo"].setToolTip(self.tr("重做 {0}（Ctrl+Y）").format(self.session.stack.redoText()))

    def arrange(self, preset: str) -> None:
        """Put the docks into a layout."""
        self._preset = preset
        self.actions_by_id[preset].setChecked(True)
        docks.arrange(self, self.docks, preset)
        if preset == "review":
            self.lower.setCurrentWidget(self.findings)

    # ways

    def _section(self) -> SectionId | None:
        return self.outline.selected()

    def _with_section(self, act: Callable[[SectionId], None]) -> None:
        if (section := self._section()) is not None:
            act(section)

    def _go_search(self) -> None:
        self.docks.library.show()
        self.library.field.setFocus()

    def _show_lower(self, panel: QWidget) -> None:
        self.docks.lower.show()
        self.lower.setCurrentWidget(panel)
        panel.setFocus()

    def _select_slot(self, slot: SlotId) -> None:
        self.docks.lower.show()
        self.lower.setCurrentWidget(self.slots)
        self.slots.select(slot)

    def _next_slot(self) -> None:
        self._show_lower(self.slots)
        self.slots.table.next_wanted.emit()

    def _step_finding(self, steps: int) -> None:
        self._show_lower(self.findings)
        self.findings.step(steps)

    def _remove_paragraph(self) -> None:
        if (paragraph := self.sheet.paragraph()) is not None:
            self.wishes.remove_paragraph(paragraph)

    def _section_added(self, section: SectionId, write: bool) -> None:
        self.outline.select(section)
        self.sheet.go_to_section(section)
        if write:
            self.sheet.edit_section(section)

    def _open_reference(self, key: str, document: Document, path: str) -> None:
        if self.session.draft is not None:
            self.docks.references.show()
        self.references.open_document(key, document)
        if path:
            self.references.go_to(key, path)

    def _pick(self, key: str, path: str) -> None:
        if self.session.draft is not None:
            self.wishes.pick(self.material.documents[key], path, key, self._section())

    def _tell_import(self, report: tuple[Imported, ...]) -> None:
        ask.tell(*import_report(report))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.settings.recent():
            action = self._recent.addAction(path.name)
            action.setEnabled(path.is_file())
            action.triggered.connect(lambda _=False, path=path: self.files.open(path))

    def _change_theme(self) -> None:
        name = "dark" if self.actions_by_id["dark"].isChecked() else "light"
        self.settings.set_theme(name)
        application = QCoreApplication.instance()
        assert isinstance(application, QApplication)
        theme.use(name, application)
        actions.dress(self.actions_by_id)
        for part in (self.sheet, self.status, self.toolbar, self.lower):
            part.restyle()
        for dock in (self.docks.outline, self.docks.library, self.docks.references):
            dock.titleBarWidget().restyle()

    def _change_language(self) -> None:
        self.settings.set_language("en" if self.actions_by_id["english"].isChecked() else "zh")
        ask.tell(self.tr("下次打开时换成所选的语言。"))

    def _about(self) -> None:
        words = self.tr("参考各地规划，拟出本地规划，导出符合 GB/T 9704 版式的 Word 文件。程序不联网。")
        ask.tell(self.tr("拟稿台 {0}").format(__version__), words)

    # events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        drafts = [path for path in paths if path.name.endswith(workflow.SUFFIX)]
        if drafts:
            self.files.open(drafts[0])
        elif paths:
            self.material.import_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.draft is not None and self.session.modified:
            event.ignore()
            self.files.leave(self._close_now)
            return
        self.settings.set_window("geometry", self.saveGeometry())
        self.material.stop_import()
        self.tasks.stop()
        self.material.close()
        event.accept()

    def _close_now(self) -> None:
        self.session.close()
        self.close()
