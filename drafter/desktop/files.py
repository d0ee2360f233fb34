"""The draft on disk: new, open, save, export, close. Reading and writing happen off the window's thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from drafter import resources, workflow
from drafter.desktop import ask
from drafter.desktop.dialogs.exported import ExportReport
from drafter.desktop.dialogs.exporting import ExportDialog
from drafter.desktop.dialogs.new_draft import NewDraft
from drafter.desktop.dialogs.recovered import Recovered
from drafter.desktop.dialogs.versions import VersionsDialog
from drafter.desktop.keeper import Keeper
from drafter.desktop.material import Material
from drafter.desktop.session import Session
from drafter.desktop.settings import Settings
from drafter.desktop.tasks import Tasks
from drafter.errors import ChangedOnDisk, DrafterError
from drafter.keeping.desk import Opened, Saved, keyed
from drafter.keeping.recovery import Recoverable
from drafter.keeping.saved import Stamp
from drafter.keeping.versions import brought_back
from drafter.model.draft import Draft, slot_texts
from drafter.model.finding import Finding
from drafter.model.locality import Locality
from drafter.model.notice import Notice
from drafter.model.walk import text_of
from drafter.recipe import Recipe
from drafter.workflow import Composed, Exported, Profile

_UNFIT = re.compile(r'[\\/:*?"<>|\s\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+')
"""Marks a file system refuses, and those that make a name look like another."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a new draft can be made from."""

    outlines: tuple[Recipe, ...]
    localities: tuple[Locality, ...]
    example: Path | None = None
    profiles: tuple[Profile, ...] = ()


def given() -> Given:
    """What comes with the program, read from its files; the example's recipe where it came with it."""
    example = resources.templates().parent / "examples" / "weihai.toml"
    return Given(
        workflow.outlines(), workflow.localities(), example if example.is_file() else None, workflow.profiles()
    )


def title_of(draft: Draft) -> str:
    """The title as it prints."""
    return text_of(draft.document.title, slot_texts(draft))


def file_name(draft: Draft, suffix: str) -> str:
    """A name for a file of this draft: its title and the day, without marks a file system refuses."""
    title = _UNFIT.sub("", title_of(draft))[:60] or "草稿"
    return f"{title}-{date.today():%Y%m%d}{suffix}"  # noqa: DTZ011


class Files(QObject):
    """`given_loaded` once templates and cities are read, `saved` after every saving, `recent_changed` with the list.

    `version_kept` carries the name under which the draft was kept.
    """

    given_loaded = Signal(object)
    saved = Signal()
    recent_changed = Signal()
    slots_requested = Signal()
    findings_requested = Signal()
    redline_requested = Signal()
    live_requested = Signal()
    version_kept = Signal(str)

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
        self._keeper = keeper
        self._session, self._settings, self._tasks, self._material = session, settings, tasks, material
        self.given = Given((), ())
        self.findings: tuple[Finding, ...] = ()

    def load_given(self) -> None:
        """Read outline templates and cities."""

        def loaded(found: Given) -> None:
            self.given = found
            self.given_loaded.emit(found)

        self._tasks.run(given, loaded)

    # new and open

    def new(self, kind: str = "") -> None:
        """Ask what the new draft is to be, and begin it."""
        if not self.given.outlines:
            return
        form = NewDraft(self.given.outlines, self.given.localities, kind, self._settings.locality(), self._window())
        if not ask.form(form):
            return
        outline, city, theme, period = form.outline, form.locality, form.theme, form.period
        if city is not None:
            self._settings.set_locality(city.name)
        self._replace(lambda: workflow.start_draft(outline, city, theme, period), self._begin)

    def example(self) -> None:
        """Begin with the example, put together from the plans that come with the program."""
        if not self.given.outlines:
            self.given_loaded.connect(self.example, Qt.ConnectionType.SingleShotConnection)
            return
        if (recipe := self.given.example) is None:
            return

        def begin(composed: Composed) -> None:
            self._begin(composed.draft)

        self._material.when_open(lambda library: self._replace(lambda: workflow.compose(recipe, library), begin))

    def open_asked(self) -> None:
        """Ask for a draft file and open it."""
        if path := ask.open_draft_file(self._settings.folder()):
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a draft file, and claim it; where somebody else has it open, ask what to do."""
        self.leave(lambda: self._keeper.open(path, self._begin_opened))

    def _begin_opened(self, opened: Opened) -> None:
        holder = opened.claim.holder
        choice = ask.taken(opened.path.name, str(holder)) if holder else ask.Taken.OVER
        match choice:
            case ask.Taken.READ:
                self._session.begin(opened.draft, opened.path, known=opened.known, read_only=True)
            case ask.Taken.COPY:
                self._session.begin(opened.draft, saved=False)
            case ask.Taken.OVER:
                opened.claim.take_over()
                self._session.begin(opened.draft, opened.path, known=opened.known)
                self._keeper.hold(opened.claim)
            case ask.Taken.CANCEL:
                return
        self._remember(opened.path)

    def recover(self, left: tuple[Recoverable, ...]) -> None:
        """Offer what a program that ended unasked left behind."""
        form = Recovered(left, self._tasks, self._window())
        ask.form(form)
        for one in form.discarded:
            self._keeper.discard(one)
        if (one := form.chosen) is not None:
            draft = keyed(one.draft)
            self._session.begin(draft, one.path, saved=False, known=one.known)
            self._keeper.recovered(one)

    def _begin(self, draft: Draft) -> None:
        self._session.begin(keyed(draft), saved=False)

    def _replace(self, function: Callable[[], object], begin: Callable[..., None]) -> None:
        """Work out another draft and put it in place of the open one, once that is saved or given up."""
        self.leave(lambda: self._tasks.run(function, begin, topic="open"))

    # save

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save, asking for a name where there is none yet; `then` what to do once it is saved."""
        if self._session.path is None or self._session.read_only:
            self.save_as(then)
        else:
            self._write(self._session.path, self._session.known, then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a name and save; what another file of that name holds is asked about, and kept as a version."""
        draft = self._session.draft
        if draft is None:
            return
        proposed = self._session.path or self._settings.folder() / file_name(draft, workflow.SUFFIX)
        filters = self.tr("草稿 (*{0})").format(workflow.SUFFIX)
        path = ask.save_as(self.tr("保存草稿"), proposed, filters)
        if path is None:
            return
        if path == self._session.path and not self._session.read_only:
            self._write(path, self._session.known, then)
        elif not path.exists() or ask.confirm(
            self.tr("已有“{0}”，要替换吗？").format(path.name),
            self.tr("原有的一份会先留作历史版本。"),
            self.tr("替换"),
        ):
            self._write(path, None, then, aside=path.exists())

    def _write(
        self, path: Path, known: Stamp | None, then: Callable[[], object] | None, *, aside: bool = False
    ) -> None:
        draft = self._session.draft
        if draft is None:
            return

        def written(saved: Saved) -> None:
            self._session.saved_to(path, draft, saved.known)
            self._keeper.saved(path)
            self._remember(path)
            self.saved.emit()
            if saved.trouble:
                ask.show_error(saved.trouble)
            if then is not None:
                then()

        def failed(error: DrafterError) -> None:
            if not isinstance(error, ChangedOnDisk):
                ask.show_error(error)
                return
            match ask.changed_on_disk(error):
                case ask.Changed.SAVE_AS:
                    self.save_as(then)
                case ask.Changed.OVERWRITE:
                    self._write(path, None, then, aside=True)
                case ask.Changed.CANCEL:
                    pass

        self._keeper.save(draft, path, known, written, failed, aside=aside)

    # versions

    def name_version(self) -> None:
        """Keep the draft as it stands under a name: 送审稿, 征求意见稿, 定稿."""
        draft = self._session.draft
        if draft is None:
            return
        names = (self.tr("征求意见稿"), self.tr("送审稿"), self.tr("定稿"))
        if name := ask.choice(self.tr("留作版本"), self.tr("版本名称"), names):
            self._keeper.keep_version(draft, name, lambda: self.version_kept.emit(name))

    def versions(self) -> None:
        """Show the versions of the open draft; one can be brought back as one step, or saved elsewhere."""
        draft = self._session.draft
        if draft is None:
            return
        form = VersionsDialog(draft, self._keeper.versions(draft), self._tasks, self._window())
        if ask.form(form) and (old := form.chosen) is not None:
            self._session.apply(self.tr("恢复历史版本"), lambda now: brought_back(old, now))

    @property
    def saved_at(self) -> datetime | None:
        """When the draft was saved as it stands now, None where something in it is not saved."""
        path = self._session.path
        if self._session.modified or path is None or not path.is_file():
            return None
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()

    def forget(self, path: Path) -> None:
        """Take a draft off the list of the last ones."""
        self._settings.remove_recent(path)
        self.recent_changed.emit()

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path)
        self._settings.set_folder(path.parent)
        self.recent_changed.emit()

    # close

    def leave(self, then: Callable[[], object]) -> None:
        """Do `then` once the open draft is saved, given up, or needs no saving; not at all if the person cancels."""
        draft = self._session.draft
        if draft is None or not self._session.modified:
            then()
            return
        match ask.unsaved(title_of(draft)):
            case ask.Unsaved.SAVE:
                self.save(then)
            case ask.Unsaved.DISCARD:
                then()
            case ask.Unsaved.CANCEL:
                pass

    def close(self) -> None:
        """Close the draft."""
        self.leave(self._session.close)

    # export

    def export(self) -> None:
        """Ask where to and how, write the Word file, and report."""
        draft = self._session.draft
        if draft is None:
            return
        proposed = self._settings.folder() / file_name(draft, ".docx")
        form = ExportDialog(draft, proposed, self.given.profiles, self.findings, self._tasks, self._window())
        form.slots_requested.connect(self.slots_requested)
        form.findings_requested.connect(self.findings_requested)
        form.redline_requested.connect(self.redline_requested)
        form.live_requested.connect(self.live_requested)
        form.notice_given.connect(self._keep_notice)
        if not ask.form(form):
            return
        job = form.job

        def done(exported: Exported) -> None:
            self._settings.set_folder(exported.path.parent)
            ask.form(ExportReport(exported, self._window()))

        self._tasks.run(lambda: job.run(draft), done)

    def _keep_notice(self, notice: Notice) -> None:
        self._session.apply(self.tr("填写印发通知"), lambda draft: replace(draft, notice=notice))

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None
