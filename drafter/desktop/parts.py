"""The parts of the window and how they speak to each other: wishes go to what fulfils them, facts to who shows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from drafter import workflow
from drafter.desktop import ask
from drafter.desktop.checker import Checker
from drafter.desktop.circulation import Circulation
from drafter.desktop.comparison import ComparisonParts
from drafter.desktop.dialogs.importing import ImportReport
from drafter.desktop.docks import Lower
from drafter.desktop.duties import Duties
from drafter.desktop.files import Files
from drafter.desktop.importing import Import
from drafter.desktop.keeper import Keeper
from drafter.desktop.material import Material
from drafter.desktop.own_tables import OwnTables
from drafter.desktop.panels.duties import DutiesPanel
from drafter.desktop.panels.findings import FindingsPanel
from drafter.desktop.panels.library import LibraryPanel
from drafter.desktop.panels.outline import OutlinePanel
from drafter.desktop.panels.references import ReferencesPanel
from drafter.desktop.panels.sheet import SheetPanel
from drafter.desktop.panels.similar import SimilarPanel
from drafter.desktop.panels.slots import SlotsPanel
from drafter.desktop.session import Merging, Session
from drafter.desktop.settings import Settings
from drafter.desktop.sheet.gestures import Wanted
from drafter.desktop.sheet.popup import suggestions_of
from drafter.desktop.similars import Similars
from drafter.desktop.start_page import StartPage
from drafter.desktop.status import StatusBar
from drafter.desktop.suggester import Suggester
from drafter.desktop.tasks import Tasks
from drafter.desktop.wishes import Wishes
from drafter.model.document import SectionId, Span
from drafter.model.draft import Draft, open_slots, slot_texts
from drafter.model.finding import Finding
from drafter.model.walk import length

QUIET = 150
"""Milliseconds without typing after which the panels round the sheet follow."""
Connection = tuple[SignalInstance, Callable[..., object]]


class Parts:
    """What changes, what fulfils wishes, and the panels, connected with each other."""

    def __init__(self, settings: Settings, start_page: StartPage, window: QWidget) -> None:
        self.settings, self.start_page, self._window = settings, start_page, window
        self._came_from: SectionId | None = None
        self._typing = False
        self._quiet = QTimer(window, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._show_others)
        self.tasks = Tasks(ask.show_error, parent=window)
        self.session = Session(window)
        self.material = Material(settings, self.tasks, window)
        self.keeper = Keeper(self.session, parent=window)
        self.files = Files(self.session, settings, self.tasks, self.material, self.keeper, window)
        self.circulation = Circulation(self.session, settings, self.tasks, self.material, self.keeper, window)
        self.wishes = Wishes(self.session, self.tasks, window)
        self.checker = Checker(self.tasks, window)
        self.tables = OwnTables(settings, self.tasks, window)
        self.suggester = Suggester(self.tasks, window)
        self.sheet = SheetPanel()
        self.outline, self.library, self.references = OutlinePanel(), LibraryPanel(), ReferencesPanel()
        self.slots, self.findings = SlotsPanel(), FindingsPanel()
        self.sheet.slots.suggest = lambda slot: suggestions_of(self.slots.model.said(slot))
        self.lower = Lower(self.slots, self.findings)
        self.comparison = ComparisonParts(self.session, settings, self.tasks, self.material, self.references)
        self._add_comparison(self.comparison)
        self.similars, self.similar = Similars(self.tasks, window), SimilarPanel()
        self.lower.add_panel(self.similar, self.similar.name())
        self.duties = Duties(self.session, settings, self.tasks, DutiesPanel(), window)
        self._add_duties(self.duties.panel)
        self.status = StatusBar()
        for signal, act in (*self._facts(), *self._panel_wishes(), *self._sheet_wishes(), *self._other_wishes()):
            signal.connect(act)

    def _facts(self) -> tuple[Connection, ...]:
        files, material, session = self.files, self.material, self.session
        return (
            (session.draft_changed, self._show_draft),
            (session.opened, self.findings.begin),
            (session.opened, self._ask_names),
            (session.refused, ask.show_error),
            (session.modified_changed, lambda _: self._show_saved()),
            (files.saved, self._show_saved),
            (self.keeper.trouble, ask.show_error),
            (self.keeper.left_behind, files.recover),
            (files.recent_changed, self._show_recent),
            (files.slots_requested, self.status.slots_requested.emit),
            (files.redline_requested, self.circulation.compare_versions),
            (files.live_requested, self.circulation.export_live),
            (files.findings_requested, self.status.findings_requested.emit),
            (files.given_loaded, lambda given: self.start_page.show_given(given, self.settings.locality())),
            (self.checker.findings_changed, self.findings.show),
            (self.findings.told_changed, self._count_findings),
            (material.entries_changed, lambda _: self.checker.check_again()),
            (material.entries_changed, self.library.show),
            (material.entries_changed, self.start_page.show_entries),
            (material.entries_changed, self.suggester.show_entries),
            (material.document_corrected, self.suggester.show_corrected),
            (self.suggester.said_changed, self.slots.show_said),
            (self.suggester.said_changed, lambda _: self.sheet.slots.show()),
            (material.document_corrected, self.references.show_corrected),
            (material.entries_changed, lambda _: self.similars.ask_again()),
            (material.suggested, self.library.show_suggested),
            (material.search_refused, self.library.show_refused),
            (material.pending_changed, self.library.show_pending),
            (material.hits_changed, self.library.show_hits),
            (self.similars.found, self.similar.show_found),
            (material.import_began, self._show_import),
            (material.progress, self.status.show_progress),
            (self.wishes.section_added, self._section_added),
            (self.wishes.paragraph_added, self.sheet.edit_paragraph),
        )

    def _panel_wishes(self) -> tuple[Connection, ...]:
        material, wishes, library, outline = self.material, self.wishes, self.library, self.outline
        slots, findings = self.slots, self.findings
        return (
            (library.open_requested, material.open_document),
            (library.open_at_requested, material.open_document),
            (library.import_requested, material.import_asked),
            (library.remove_requested, material.remove),
            (library.correct_requested, material.correct),
            (library.search_requested, material.search),
            (library.clear_requested, material.clear),
            (library.tag_requested, material.tag),
            (library.note_requested, material.note),
            (library.reread_requested, material.reread),
            (library.original_requested, material.show_original),
            (library.resume_requested, material.resume_import),
            (library.forget_requested, material.forget_import),
            (self.similar.open_requested, material.open_document),
            (self.similar.pick_requested, self._pick),
            (self.similar.library_requested, self.references.library_requested.emit),
            (library.files_dropped, material.import_files),
            (self.references.pick_requested, self._pick),
            (self.references.correct_requested, material.correct),
            (self.references.closed, material.forget),
            (outline.section_selected, self.sheet.go_to_section),
            (outline.move_requested, wishes.move),
            (outline.remove_requested, wishes.remove_section),
            (outline.rename_requested, wishes.rename),
            (outline.new_requested, self.files.new),
            (slots.fill_requested, wishes.fill),
            (slots.keep_requested, wishes.keep),
            (slots.delete_requested, wishes.delete),
            (slots.settle_all_requested, wishes.settle_all),
            (slots.source_requested, lambda source: material.open_document(source.key, source.section)),
            (slots.slot_selected, self.sheet.select_slot),
            (findings.finding_selected, self.sheet.go_to),
            (findings.fix_requested, wishes.fix),
            (findings.ignore_requested, wishes.ignore),
            (findings.heed_requested, wishes.heed),
            (findings.source_requested, lambda source: material.open_document(source.key, source.section)),
            (findings.closed_changed, self._close_rules),
        )

    def _sheet_wishes(self) -> tuple[Connection, ...]:
        sheet, wishes = self.sheet, self.wishes
        return (
            (sheet.wanted, self._edit),
            (sheet.heading_edited, self._heading_edited),
            (sheet.paragraph_edited, wishes.set_paragraph),
            (sheet.slot_fill_requested, wishes.fill),
            (sheet.slot_keep_requested, wishes.keep),
            (sheet.slot_delete_requested, wishes.delete),
            (sheet.files_dropped, self.material.import_files),
            (sheet.offers.fix_requested, wishes.fix),
            (sheet.offers.once_requested, self.findings.ignore_once),
            (sheet.offers.ever_requested, wishes.ignore),
            (sheet.note.closed, self.settings.set_fonts_told),
            (self.session.view_wanted, sheet.restore),
            (self.findings.told_changed, sheet.show_findings),
            (sheet.section_entered, self.outline.select),
            (sheet.section_entered, self.similars.enter),
            (sheet.zoom_changed, self.settings.set_zoom),
        )

    def _other_wishes(self) -> tuple[Connection, ...]:
        files, start = self.files, self.start_page
        return (
            (start.new_requested, files.new),
            (start.open_requested, files.open_asked),
            (start.example_requested, files.example),
            (start.import_requested, self.material.import_asked),
            (start.locality_chosen, self.settings.set_locality),
            (start.tables_requested, self.tables.import_asked),
            (self.tables.changed, self.checker.check_again),
            (start.recent_requested, files.open),
            (start.recent_removed, files.forget),
            (self.status.save_requested, files.save),
            (self.status.stop_requested, self.material.stop_import),
        )

    def begin(self) -> None:
        """Open the library, read what drafts can be made from, and look for what a crash left behind."""
        self.keeper.begin()
        self.material.open()
        self.material.when_open(self.suggester.use)
        self.material.when_open(self.checker.use)
        self.material.when_open(self.similars.use)
        self.material.when_open(self.comparison.tracer.use)
        self.findings.show_closed(self.settings.closed_rules())
        if not self.settings.fonts_told():
            self.sheet.note.tell()
        self.files.load_given()
        self._show_recent()

    def end(self) -> None:
        """Stop what is running and close the library."""
        self.material.stop_import()
        self.keeper.end()
        self.tasks.stop()
        self.material.close()

    def section(self) -> SectionId | None:
        """The section that is selected in the outline, which follows the caret."""
        return self.outline.selected()

    def restyle(self) -> None:
        """Take the colours of the theme in use."""
        for part in (self.sheet, self.status, self.lower):
            part.restyle()

    def _ask_names(self, draft: Draft) -> None:
        """Have the names of bodies ready for who types one."""

        def known(names: tuple[str, ...]) -> None:
            self.sheet.completer.names = names

        self.tasks.run(lambda: workflow.body_names(draft), known, topic="names")

    def _edit(self, wanted: Wanted) -> None:
        """Do an edit of the sheet; what is typed shows there at once, in the other panels a moment later."""
        self._typing = bool(wanted.merge)
        merging = Merging(wanted.merge, (wanted.before, wanted.after))
        self.session.apply(wanted.label, lambda _: wanted.draft, merging)
        self._typing = False

    def _show_draft(self, draft: Draft) -> None:
        self.sheet.show(draft)
        if self._typing:
            self._quiet.start()
        else:
            self._show_others()

    def _show_others(self) -> None:
        self._quiet.stop()
        if (draft := self.session.draft) is None:
            return
        for panel in (self.outline, self.slots, self.references, self.checker, self.suggester, self.comparison):
            panel.show(draft)
        self.similars.show(draft)
        self.duties.show(draft)
        self.findings.show_draft(draft)
        self.status.show_length(length(draft.document, slot_texts(draft)))
        self.status.show_open_slots(len(open_slots(draft)))
        self.lower.show_count(self.slots, len(draft.slots))

    def _add_duties(self, panel: DutiesPanel) -> None:
        self.lower.add_panel(panel, panel.table.accessibleName())
        self.duties.counted.connect(lambda count: self.lower.show_count(panel, count))
        self.duties.section_requested.connect(self._go_to)

    def _add_comparison(self, parts: ComparisonParts) -> None:
        panels = (parts.matrix, parts.ledger, parts.vertical, parts.origins)
        for panel, name in parts.tabs():
            self.lower.add_panel(panel, name)
        parts.section_requested.connect(self._go_to)
        parts.pick_requested.connect(self._pick)
        parts.counted.connect(lambda: [self.lower.show_count(one, one.model.rowCount()) for one in panels])
        self.sheet.section_entered.connect(parts.enter)
        for panel in (self.outline, self.sheet):
            parts.tracer.traced.connect(lambda traced, panel=panel: panel.show_shares(traced.shares or {}))

    def _show_saved(self) -> None:
        self.status.show_saved(self.files.saved_at)

    def _show_recent(self) -> None:
        self.start_page.show_recent(self.settings.recent())

    def _count_findings(self, told: tuple[Finding, ...]) -> None:
        self.files.findings = told
        self.status.show_leftovers(sum(finding.is_leftover for finding in told))
        self.lower.show_count(self.findings, len(told))

    def _close_rules(self, rules: frozenset[str]) -> None:
        self.settings.set_closed_rules(rules)
        self.findings.show_closed(rules)

    def _pick(self, key: str, path: str) -> None:
        if self.session.draft is not None:
            self.material.with_document(key, lambda plan: self.wishes.pick(plan, path, key, self.section()))

    def _show_import(self, job: Import) -> None:
        """Open the report of an import, which grows while the import goes on and holds nobody up."""
        report = ImportReport(job.files, self._window)
        job.file_done.connect(report.show_outcome)
        job.ended.connect(report.show_end)
        report.stop_requested.connect(job.stop)
        report.correct_requested.connect(self.material.correct)
        report.show()

    def _heading_edited(self, section: SectionId, spans: tuple[Span, ...]) -> None:
        """Change a heading; where a new one stays empty and goes away, return to where the person came from."""
        self.wishes.set_heading(section, spans)
        if not spans and self._came_from is not None and self.section() != section:
            self._go_to(self._came_from)

    def _go_to(self, section: SectionId) -> None:
        self.outline.select(section)
        self.sheet.go_to_section(section)

    def _section_added(self, section: SectionId, write: bool) -> None:
        self._came_from = self.section()
        self._go_to(section)
        if write:
            self.sheet.edit_section(section)
