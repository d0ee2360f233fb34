"""导出 Word: where to, how it is put on paper, what is still to be looked at, and the pages as they will be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter import workflow
from drafter.desktop import ask, icons
from drafter.desktop.dialogs.export_notice import NoticeDialog
from drafter.desktop.panels.pages import PagesPreview
from drafter.desktop.sheet.printing import pdf_of_sheet
from drafter.desktop.tasks import Tasks
from drafter.model.draft import Draft, open_slots
from drafter.model.finding import Finding, Severity
from drafter.workflow import Base, Exported, Options, Profile
from drafter.workflow.exporting import free_name

QUIET = 500
"""Milliseconds without a change before the pages are made anew."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be written: where, how, and with what beside it."""

    path: Path
    options: Options
    task_annex: bool = False
    target_annex: bool = False
    pdf: bool = False
    ledger: bool = False

    def whole(self, draft: Draft) -> Draft:
        """The draft with the annexes that are made from it."""
        return workflow.with_annexes(draft, task_annex=self.task_annex, target_annex=self.target_annex)

    def run(self, draft: Draft) -> Exported:
        """Write the file and what goes beside it; slow. Raises DrafterError."""
        exported = workflow.export(self.whole(draft), self.path, self.options, pdf=self.pdf)
        if self.ledger:
            workflow.write_ledger(draft, exported.path.with_suffix(".xlsx"))
        return exported


class ExportDialog(QDialog):
    """`job` is its answer; the signals come after it closed to let the person go there or write something else."""

    slots_requested = Signal()
    findings_requested = Signal()
    redline_requested = Signal()
    live_requested = Signal()
    notice_given = Signal(object)

    def __init__(
        self,
        draft: Draft,
        proposed: Path,
        profiles: tuple[Profile, ...],
        findings: tuple[Finding, ...],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出 Word"))
        self.resize(1080, 700)
        self._draft, self._profiles, self._tasks = draft, profiles, tasks
        self._folder = proposed.parent
        self._base: Base | None = None
        self.name = QLineEdit(proposed.name)
        self.name.textChanged.connect(self._tell_name)
        self.real_name = QLabel()
        self.real_name.setProperty("look", "caption")
        self.folder = QPushButton(icons.icon("open", "text2", 16), "")
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._choose_file)
        self.profile = QComboBox()
        self.profile.addItems([one.name for one in profiles])
        self.base = QPushButton(self.tr("用本单位的 Word 文件…"))
        self.base.setAutoDefault(False)
        self.base.clicked.connect(self._choose_base)
        self.base_said = QLabel()
        self.base_said.setProperty("look", "caption")
        self.base_said.setWordWrap(True)
        self.ticks = self._make_ticks()
        self.fill_notice = QPushButton(self.tr("填写…"))
        self.fill_notice.setProperty("small", True)
        self.fill_notice.setAutoDefault(False)
        self.fill_notice.clicked.connect(self._ask_notice)
        self.preview = PagesPreview(tasks)
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._preview)
        self.profile.currentIndexChanged.connect(lambda _: self._timer.start())
        self.export_button = QPushButton(self.tr("导出 Word"))
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.accept)
        self._lay_out(findings)
        self._tell_name()
        self._fit_contents()
        self.name.setFocus()
        self.name.setSelection(0, len(proposed.stem))

    def _make_ticks(self) -> dict[str, QCheckBox]:
        ticks = {
            "notice": QCheckBox(self.tr("连同印发通知")),
            "contents": QCheckBox(self.tr("目录")),
            "automatic_numbers": QCheckBox(self.tr("标题用自动编号")),
            "mark_open": QCheckBox(self.tr("未填项加底色")),
            "task_annex": QCheckBox(self.tr("附任务分工表")),
            "target_annex": QCheckBox(self.tr("附主要目标表")),
            "pdf": QCheckBox(self.tr("同时出 PDF")),
            "ledger": QCheckBox(self.tr("同时出台账（.xlsx）")),
        }
        ticks["notice"].setChecked(self._draft.notice is not None)
        ticks["notice"].toggled.connect(self._notice_ticked)
        ticks["mark_open"].setChecked(True)
        ticks["pdf"].setEnabled(workflow.office_installed())
        for name, tick in ticks.items():
            if name not in ("pdf", "ledger"):
                tick.toggled.connect(lambda _: self._timer.start())
        return ticks

    def _lay_out(self, findings: tuple[Finding, ...]) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("版式(&S)"), self.profile)
        form.addRow("", self.base)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(_head(self.tr("怎么出")))
        side.addLayout(form)
        side.addWidget(self.base_said)
        with_notice = QHBoxLayout()
        with_notice.addWidget(self.ticks["notice"], 1)
        with_notice.addWidget(self.fill_notice)
        side.addLayout(with_notice)
        for tick in [*self.ticks.values()][1:]:
            side.addWidget(tick)
        others = QHBoxLayout()
        for text, wish in (
            (self.tr("改出花脸稿…"), self.redline_requested),
            (self.tr("改出征求意见稿…"), self.live_requested),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wish=wish: self._leave_for(wish))
            others.addWidget(button)
        side.addLayout(others)
        side.addSpacing(12)
        side.addWidget(_head(self.tr("出件前请看")))
        self._add_checks(side, findings)
        side.addStretch(1)
        right = QWidget()
        right.setFixedWidth(340)
        right.setLayout(side)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.preview, 1)
        middle.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(middle, 1)
        column.addLayout(self._foot())
        column.addWidget(self.real_name)

    def _foot(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("取消"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        label = QLabel(self.tr("文件名(&N)"))
        label.setBuddy(self.name)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(label)
        foot.addWidget(self.name, 1)
        for widget in (self.folder, cancel, self.export_button):
            foot.addWidget(widget)
        return foot

    def _add_checks(self, side: QVBoxLayout, findings: tuple[Finding, ...]) -> None:
        """What is not settled yet: it hinders nothing, and a button leads there."""
        waiting, left = len(open_slots(self._draft)), sum(one.is_leftover for one in findings)
        wrong = sum(one.severity is Severity.ERROR for one in findings)
        slots = self.tr("{0} 个填报项未填，会印成【名称】").format(waiting)
        found = self.tr("{0} 条检查意见没有处理，其中必错 {1}、外地残留 {2}").format(len(findings), wrong, left)
        for count, words, act, wish in (
            (waiting, slots, self.tr("去填"), self.slots_requested),
            (len(findings), found, self.tr("去看"), self.findings_requested),
        ):
            line = QHBoxLayout()
            picture, text = QLabel(), QLabel(words)
            picture.setPixmap(icons.pixmap("doubt" if count else "passed", 16, "doubt" if count else "ok"))
            text.setWordWrap(True)
            line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            if count:
                button = QPushButton(act)
                button.setProperty("look", "bare")
                button.setAutoDefault(False)
                button.clicked.connect(lambda _=False, wish=wish: self._leave_for(wish))
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            side.addLayout(line)

    def _leave_for(self, wish: object) -> None:
        self.reject()
        wish.emit()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

    # its answer

    @property
    def job(self) -> Job:
        """What is to be written."""
        ticked = {name: tick.isChecked() for name, tick in self.ticks.items()}
        options = Options(
            contents=ticked["contents"] and self.ticks["contents"].isEnabled(),
            automatic_numbers=ticked["automatic_numbers"],
            mark_open=ticked["mark_open"],
            base=self._base,
            notice=self._draft.notice if ticked["notice"] else None,
        )
        if self._profiles:
            options = replace(options, profile=self._profiles[self.profile.currentIndex()])
        beside = {name: ticked[name] for name in ("task_annex", "target_annex", "pdf", "ledger")}
        return Job(self._path(), options, **beside)

    def set_path(self, path: Path) -> None:
        """Write to this file."""
        self._folder = path.parent
        self.name.setText(path.name)
        self._tell_name()

    def _path(self) -> Path:
        name = self.name.text().strip()
        return self._folder / (name if name.lower().endswith(".docx") else f"{name}.docx")

    def _tell_name(self) -> None:
        """Say what the file will really be called: no file is written over."""
        named = bool(self.name.text().strip().removesuffix(".docx"))
        self.export_button.setEnabled(named)
        self.folder.setText(self._folder.name or str(self._folder))
        self.folder.setToolTip(str(self._folder))
        path = self._path()
        real = free_name(path) if named else path
        taken = self.tr("同名文件已有一份，将存为“{0}”，不覆盖旧稿。").format(real.name)
        self.real_name.setText(taken if real != path else self.tr("存到 {0}").format(str(self._folder)))

    # what is chosen

    def _choose_file(self) -> None:
        if path := ask.save_as(self.tr("导出 Word"), self._path(), self.tr("Word 文件 (*.docx)")):
            self.set_path(path)

    def _choose_base(self) -> None:
        paths = ask.open_files(self.tr("本单位的 Word 文件"), self.tr("Word 文件 (*.docx *.dotx)"), self._folder)
        if paths:
            self._tasks.run(lambda: workflow.style_base(paths[0]), self._take_base)

    def _take_base(self, base: Base) -> None:
        self._base = base
        self.base.setText(base.name)
        self.base_said.setText("\n".join(base.said))
        self._timer.start()

    # the notice

    def _notice_ticked(self, on: bool) -> None:
        """A notice has to be filled in before it can be printed."""
        if on and self._draft.notice is None:
            self._ask_notice()
            self.ticks["notice"].setChecked(self._draft.notice is not None)
        self._fit_contents()

    def _ask_notice(self) -> None:
        asked = NoticeDialog(self._draft, self._draft.notice, self)
        if ask.form(asked) and asked.notice != self._draft.notice:
            self._draft = replace(self._draft, notice=asked.notice)
            self.notice_given.emit(asked.notice)
            self.ticks["notice"].setChecked(True)
            self._fit_contents()
            self._timer.start()

    def _fit_contents(self) -> None:
        """Contents only where there is a place for them."""
        fit = workflow.contents_fit(self._draft.notice if self.ticks["notice"].isChecked() else None)
        self.ticks["contents"].setEnabled(fit)
        self.ticks["contents"].setToolTip("" if fit else self.tr("规划直接套用文件头时没有放目录的地方。"))

    # the pages

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages as soon as they can be seen."""
        super().showEvent(event)
        self._timer.start()

    def _preview(self) -> None:
        if self.isVisible():
            job, draft = self.job, self._draft
            if workflow.office_installed():
                self.preview.make(lambda: workflow.preview_pdf(job.whole(draft), job.options))
            else:
                told = self.tr("近似预览：本机没有 LibreOffice，按编辑窗口的版面排出，不含印发通知、目录和所选版式")
                self.preview.make(lambda: pdf_of_sheet(job.whole(draft)), told)


def _head(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "head")
    return label
