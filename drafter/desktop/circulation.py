"""What goes round and comes back: versions compared, 花脸稿, files with live slots, and what units filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from drafter import workflow
from drafter.desktop import ask
from drafter.desktop.dialogs.compare_versions import Choice, CompareVersions
from drafter.desktop.dialogs.exported import ExportReport
from drafter.desktop.dialogs.readback import ReadbackDialog
from drafter.desktop.files import file_name
from drafter.desktop.keeper import Keeper
from drafter.desktop.material import Material
from drafter.desktop.session import Session
from drafter.desktop.settings import Settings
from drafter.desktop.tasks import Tasks
from drafter.keeping.versions import Version
from drafter.model.draft import Draft
from drafter.model.walk import passages
from drafter.workflow import Earlier, PaperSet, Readback, Redlined


class Circulation(QObject):
    """The commands round circulation."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        tasks: Tasks,
        material: Material,
        keeper: Keeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._tasks = session, settings, tasks
        self._material, self._keeper = material, keeper

    def compare_versions(self) -> None:
        """Compare two versions, or the draft with a file or what it was taken from."""
        draft = self._session.draft
        if draft is None:
            return
        choices = tuple(self._choices(draft))
        form = CompareVersions(choices, self._tasks, self._settings.folder(), self._window())
        form.redline_requested.connect(self._export_redline)
        ask.form(form)

    def _choices(self, draft: Draft) -> Iterator[Choice]:
        yield Choice(self.tr("现在的草稿"), lambda: draft)
        versions = self._keeper.versions(draft)
        for one in versions.all():
            name = self.tr("{0:%Y-%m-%d %H:%M} 保存　{1}").format(one.time.astimezone(), one.name).rstrip("　")
            yield Choice(name, lambda one=one: self._version(draft, one))
        sources = {p.source.key: p.source.document for p in passages(draft.document) if p.source and p.source.key}
        if (library := self._material.library) is not None:
            for key, title in sources.items():
                yield Choice(self.tr("来源：{0}").format(title), lambda key=key: library.document(key))

    def _version(self, draft: Draft, one: Version) -> Draft:
        return self._keeper.versions(draft).open(one)

    def _export_redline(self, draft: Draft, old: Earlier) -> None:
        proposed = self._settings.folder() / file_name(draft, self.tr("-花脸稿.docx"))
        path = ask.save_as(self.tr("导出花脸稿"), proposed, self.tr("Word 文件 (*.docx)"))
        if path is None:
            return

        def done(written: Redlined) -> None:
            self._settings.set_folder(path.parent)
            ask.form(ExportReport(replace(written.clean, path=written.path), self._window()))

        self._tasks.run(lambda: workflow.export_redline(draft, path, old), done)

    def export_live(self) -> None:
        """Write a file whose slots can be filled in in Word."""
        draft = self._session.draft
        if draft is None:
            return
        proposed = self._settings.folder() / file_name(draft, self.tr("-征求意见稿.docx"))
        path = ask.save_as(self.tr("导出征求意见稿"), proposed, self.tr("Word 文件 (*.docx)"))
        if path is None:
            return

        def done(written: Path) -> None:
            self._settings.set_folder(path.parent)
            told = self.tr("{0} 个填报项可以在文件里直接填，同一项填一处，处处都变。收回后用“读回填报值”。")
            ask.tell(self.tr("已导出 {0}").format(written.name), told.format(len(draft.slots)))

        self._tasks.run(lambda: workflow.export_live(draft, path), done)

    def export_set(self) -> None:
        """Write all papers that go with the draft into a folder."""
        draft = self._session.draft
        if draft is None:
            return
        folder = ask.folder(self.tr("成套文件放在哪个文件夹"), self._settings.folder())
        if folder is None:
            return

        def done(written: PaperSet) -> None:
            self._settings.set_folder(folder)
            names = "\n".join(path.name for _, path in written.papers)
            ask.tell(self.tr("已导出 {0} 份文件").format(len(written.papers)), names)

        self._tasks.run(lambda: workflow.export_set(draft, folder), done)

    def read_back(self) -> None:
        """Read what came back, and take over the values that are chosen, in one step."""
        draft = self._session.draft
        if draft is None:
            return
        paths = ask.open_files(self.tr("读回填报值"), self.tr("交回的文件 (*.docx *.doc)"), self._settings.folder())
        if paths:
            self._tasks.run(lambda: workflow.read_back(draft, paths), lambda back: self._show(draft, back))

    def _show(self, draft: Draft, back: Readback) -> None:
        form = ReadbackDialog(draft, back, self._window())
        if ask.form(form) and (chosen := form.chosen):
            label = self.tr("采用 {0} 个填报值").format(len(chosen))
            self._session.apply(label, lambda now: workflow.accepted(now, chosen))

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None
