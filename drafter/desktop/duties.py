"""The tasks of the draft for the panel 任务分工: made off the window's thread, and only while they are seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from drafter import workflow
from drafter.desktop import ask
from drafter.desktop.panels.duties import DutiesPanel
from drafter.desktop.session import Session
from drafter.desktop.settings import Settings
from drafter.desktop.tasks import Tasks
from drafter.model.draft import Draft
from drafter.model.walk import sections
from drafter.workflow import Task

QUIET = 400
"""Milliseconds without a change before the tasks are made anew."""


class Duties(QObject):
    """`counted` says how many there are, `section_requested` that one is to be read where it stands."""

    counted = Signal(int)
    section_requested = Signal(object)

    def __init__(
        self, session: Session, settings: Settings, tasks: Tasks, panel: DutiesPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._tasks, self.panel = session, settings, tasks, panel
        self._made_of: Draft | None = None
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._make)
        panel.shown.connect(self._make)
        panel.section_requested.connect(self._read)
        panel.ledger_requested.connect(self._write_ledger)
        panel.model.bodies_wished.connect(self._set_bodies)

    def show(self, draft: Draft) -> None:  # noqa: ARG002 - the session has it
        """Follow a draft."""
        self._timer.start()

    def _make(self) -> None:
        draft = self._session.draft
        if draft is None or draft is self._made_of or not self.panel.isVisible():
            return

        def made(found: tuple[Task, ...]) -> None:
            self._made_of = draft
            self.panel.show_duties(draft, found)
            self.counted.emit(len(found))

        self._tasks.run(lambda: workflow.tasks_of(draft), made, topic="duties")

    def _set_bodies(self, task: Task, lead: str, support: str) -> None:
        label = self.tr("修改责任单位")
        self._session.apply(label, lambda draft: workflow.set_bodies(draft, task, lead, support))

    def _read(self, path: str) -> None:
        draft = self._session.draft
        for here, section in sections(draft.document) if draft else ():
            if here == path:
                self.section_requested.emit(section.id)

    def _write_ledger(self) -> None:
        draft = self._session.draft
        if draft is None:
            return
        proposed = self._settings.folder() / self.tr("任务台账.xlsx")
        if path := ask.save_as(self.tr("导出台账"), proposed, self.tr("表格 (*.xlsx)")):
            self._tasks.run(lambda: workflow.write_ledger(draft, path), self._written)

    def _written(self, path: Path) -> None:
        ask.tell(self.tr("已导出 {0}").format(path.name), str(path.parent))
