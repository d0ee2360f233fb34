"""What compares the draft with open references, the panels that show it, and 同题锁定."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafter.desktop import ask
from drafter.desktop.comparer import Compared, Comparer
from drafter.desktop.material import Material
from drafter.desktop.panels.ledger import LedgerPanel
from drafter.desktop.panels.matrix import MatrixPanel
from drafter.desktop.panels.origins import OriginsPanel
from drafter.desktop.panels.references import ReferencesPanel
from drafter.desktop.panels.vertical import VerticalPanel
from drafter.desktop.session import Session
from drafter.desktop.settings import Settings
from drafter.desktop.tasks import Tasks
from drafter.desktop.tracer import Traced, Tracer
from drafter.model.document import Document, SectionId
from drafter.model.draft import Draft, leave_out, want_again
from drafter.model.walk import sections
from drafter.workflow import Entry
from drafter.workflow.comparison_tables import write_tables


class ComparisonParts(QObject):
    """Wishes that lead out of it: a section of the draft, a section of a plan to be picked; `counted` for the tabs."""

    section_requested = Signal(object)
    pick_requested = Signal(str, str)
    counted = Signal()

    def __init__(
        self, session: Session, settings: Settings, tasks: Tasks, material: Material, references: ReferencesPanel
    ) -> None:
        super().__init__(references)
        self._session, self._settings, self._tasks, self._references = session, settings, tasks, references
        self.comparer, self.tracer = Comparer(tasks, self), Tracer(tasks, self)
        self.matrix, self.ledger, self.vertical, self.origins = (
            MatrixPanel(),
            LedgerPanel(),
            VerticalPanel(),
            OriginsPanel(),
        )
        self.latest: Compared | None = None
        self._here: SectionId | None = None
        self.comparer.compared.connect(self._show)
        self.comparer.working.connect(self.matrix.show_working)
        self.matrix.stop_requested.connect(self.comparer.stop)
        self.matrix.glance_requested.connect(references.follow)
        self.tracer.traced.connect(self._show_traced)
        material.document_opened.connect(lambda key, document, _: self.comparer.open_plan(key, document))
        material.document_corrected.connect(self._corrected)
        references.closed.connect(self.comparer.close_plan)
        material.entries_changed.connect(self._entries_changed)
        references.lock_changed.connect(lambda _: self._follow())
        for panel in (self.matrix, self.ledger, self.vertical, self.origins):
            panel.read_requested.connect(material.open_document)
            panel.draft_requested.connect(self._to_draft)
            panel.library_requested.connect(references.library_requested)
        for panel in (self.matrix, self.ledger, self.vertical):
            panel.export_requested.connect(self._export)
            panel.pick_requested.connect(self.pick_requested)
            panel.unneeded_requested.connect(self._leave_out)
            panel.needed_requested.connect(self._want_again)
        self.matrix.superior_chosen.connect(self.comparer.set_superior)

    def _entries_changed(self, entries: tuple[Entry, ...]) -> None:
        self.origins.show_entries(entries)
        self.tracer.read_library()

    def show(self, draft: Draft) -> None:
        """Compare this draft soon."""
        self.comparer.show(draft)
        self.tracer.show(draft)

    def enter(self, section: SectionId) -> None:
        """The caret is in a section: its topic becomes current, and locked references follow."""
        self._here = section
        if path := self._path(section):
            self.matrix.select_topic(path)
        self._follow()

    def _follow(self) -> None:
        path = self._path(self._here)
        if self.latest and path and self._references.locked():
            self._references.follow(self.latest.same_topic(path))

    def _show(self, compared: Compared | None) -> None:
        self.latest = compared
        for panel in (self.matrix, self.ledger, self.vertical, self.origins):
            panel.show_compared(compared)
        self.counted.emit()

    def _show_traced(self, traced: Traced) -> None:
        self.origins.show_traced(traced)
        self.counted.emit()

    def tabs(self) -> tuple[tuple[QWidget, str], ...]:
        """The panels with their names."""
        return (
            (self.matrix, self.tr("对照矩阵")),
            (self.ledger, self.tr("目标台账")),
            (self.vertical, self.tr("上下衔接")),
            (self.origins, self.tr("来源")),
        )

    def _leave_out(self, headings: tuple[str, ...]) -> None:
        """Mark a topic as one the draft is not to have, for a reason that is asked for."""
        if reason := ask.text(self.tr("标为不需要"), self.tr("本稿不写“{0}”，理由：").format(headings[0])):
            label = self.tr("标“{0}”为不需要").format(headings[0])
            self._session.apply(label, lambda draft: leave_out(draft, headings, reason))

    def _want_again(self, headings: tuple[str, ...]) -> None:
        label = self.tr("恢复“{0}”为需要").format(headings[0])
        self._session.apply(label, lambda draft: want_again(draft, headings))

    def _corrected(self, key: str, document: Document) -> None:
        if key in self._references.panes:
            self.comparer.open_plan(key, document)

    def _path(self, section: SectionId | None) -> str:
        draft = self._session.draft
        found = sections(draft.document) if draft else ()
        return next((path for path, one in found if one.id == section), "")

    def _to_draft(self, path: str) -> None:
        draft = self._session.draft
        for place, section in sections(draft.document) if draft else ():
            if place == path:
                self.section_requested.emit(section.id)

    def _export(self) -> None:
        """Write all tables of the comparison as a spreadsheet."""
        if (latest := self.latest) is None:
            return
        proposed = self._settings.folder() / self.tr("对照表.xlsx")
        if path := ask.save_as(self.tr("导出对照表"), proposed, self.tr("表格 (*.xlsx)")):
            self._tasks.run(
                lambda: write_tables(latest.found, path), lambda done: ask.tell(self.tr("已导出 {0}").format(done))
            )
