"""导出 Word: the name, the options and what is still open before, the self-check after."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from drafter import workflow
from drafter.desktop.dialogs.export_notice import NoticeDialog
from drafter.desktop.dialogs.exported import ExportReport
from drafter.desktop.dialogs.exporting import ExportDialog
from drafter.desktop.panels.pages import PagesPreview
from drafter.desktop.tasks import Tasks
from drafter.errors import DrafterError
from drafter.model.document import Document, Paragraph, Section, SlotId, SlotRef
from drafter.model.draft import Draft, Slot, SlotKind
from drafter.model.edits import with_ids
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.notice import Carries, Notice, NoticeForm
from drafter.model.numbering import Form, Number
from drafter.workflow import Checked, Exported

LEFT = Qt.MouseButton.LeftButton
FINDING = Finding("foreign-place", Severity.ERROR, "别处", Place("一", (), 0, 1), "汉")


@pytest.fixture
def draft() -> Draft:
    section = Section(("目标",), 1, Number(Form.COMMA, 1), blocks=(Paragraph(("培育企业", SlotRef(SlotId(1)), "。")),))
    slot = Slot(SlotId(1), SlotKind.TARGET, "企业数量")
    return with_ids(Draft(slots=(slot,), next_id=2), Document(title=("计划",), sections=(section,)))


@pytest.fixture
def tasks() -> Any:
    made = Tasks(lambda error: pytest.fail(str(error)))
    yield made
    made.stop()


@pytest.fixture
def form(draft: Draft, tasks: Tasks, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportDialog:
    def nothing(*_: object) -> bytes:
        raise DrafterError("没有 LibreOffice。", "可以安装。")

    monkeypatch.setattr(workflow, "preview_pdf", nothing)
    monkeypatch.setattr(workflow, "office_installed", lambda: True)
    form = ExportDialog(draft, tmp_path / "计划.docx", workflow.profiles(), (FINDING,), tasks)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: "没有 LibreOffice" in form.preview.page.text())
    return form


def test_the_real_name_is_told_before(form: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "我的.docx").write_bytes(b"mine")
    form.set_path(tmp_path / "我的.docx")
    assert "我的-2.docx" in form.real_name.text()
    form.name.selectAll()
    qtbot.keyClicks(form.name, "plan")
    assert form.job.path == tmp_path / "plan.docx"
    form.name.selectAll()
    qtbot.keyClick(form.name, Qt.Key.Key_Delete)
    assert not form.export_button.isEnabled()


def test_the_ticks_are_the_options(form: ExportDialog, qtbot: QtBot) -> None:
    assert not form.ticks["notice"].isChecked()
    for name in ("contents", "automatic_numbers", "mark_open", "task_annex", "target_annex", "ledger"):
        form.ticks[name].setFocus()
        qtbot.keyClick(form.ticks[name], Qt.Key.Key_Space)
    form.profile.setFocus()
    qtbot.keyClick(form.profile, Qt.Key.Key_Down)
    job = form.job
    assert (job.options.contents, job.options.automatic_numbers, job.options.mark_open) == (True, True, False)
    assert (job.task_annex, job.target_annex, job.ledger, job.pdf) == (True, True, True, False)
    assert job.options.profile == workflow.profiles()[1]


def test_what_is_open_is_told_and_a_button_goes_there(form: ExportDialog, qtbot: QtBot) -> None:
    words = "\n".join(label.text() for label in form.findChildren(QLabel))
    assert "1 个填报项未填" in words
    assert "必错 1" in words
    go = next(one for one in form.findChildren(QPushButton) if one.text() == "去看")
    with qtbot.waitSignal(form.findings_requested):
        qtbot.mouseClick(go, LEFT)
    assert not form.isVisible()


def test_the_file_and_the_ledger_are_written(form: ExportDialog, draft: Draft, tmp_path: Path) -> None:
    form.ticks["ledger"].setChecked(True)
    exported = form.job.run(draft)
    assert exported.path == tmp_path / "计划.docx"
    assert (tmp_path / "计划.xlsx").is_file()
    assert exported.checks


def test_the_units_own_file_is_the_base(
    form: ExportDialog, qtbot: QtBot, draft: Draft, answers: Any, tmp_path: Path
) -> None:
    own = workflow.export(draft, tmp_path / "本单位.docx").path
    answers.give("open_files", [own])
    qtbot.mouseClick(form.base, LEFT)
    qtbot.waitUntil(lambda: form.job.options.base is not None, timeout=10_000)
    assert form.base_said.text()


def test_a_notice_is_filled_in_before_it_is_printed_and_goes_out_as_one_wish(
    form: ExportDialog, qtbot: QtBot, answers: Any
) -> None:
    def fill(asked: NoticeDialog) -> bool:
        qtbot.addWidget(asked)
        for name, words in (
            ("issuers", "甲局、乙局"), ("date", "2026年6月5日"), ("copies_to", "丙局，丁局。"), ("remark", "（此件公开发布）"),
        ):  # fmt: skip
            asked.fields[name].setFocus()
            asked.fields[name].insert(words)
        assert "甲局 乙局关于印发计划的通知" in asked.preview.text()
        return True

    answers.give("form", fill)
    with qtbot.waitSignal(form.notice_given) as told:
        qtbot.mouseClick(form.fill_notice, LEFT)
    notice = form.job.options.notice
    assert told.args == [notice]
    assert (notice.issuers, notice.date, notice.copies_to) == (("甲局", "乙局"), "2026-06-05", ("丙局", "丁局"))
    assert notice.remark == "此件公开发布"
    assert form.ticks["contents"].isEnabled()


def test_a_tick_without_a_filled_in_notice_falls_off_again(form: ExportDialog, qtbot: QtBot, answers: Any) -> None:
    form.ticks["notice"].setFocus()
    qtbot.keyClick(form.ticks["notice"], Qt.Key.Key_Space)
    assert not form.ticks["notice"].isChecked()
    assert form.job.options.notice is None


def test_contents_are_offered_only_where_they_have_a_place(draft: Draft, tasks: Tasks, qtbot: QtBot, tmp_path: Path):
    itself = replace(draft, notice=Notice(issuers=("甲局",), carries=Carries.ITSELF))
    form = ExportDialog(itself, tmp_path / "计划.docx", workflow.profiles(), (), tasks)
    qtbot.addWidget(form)
    assert not form.ticks["contents"].isEnabled()
    form.ticks["notice"].setChecked(False)
    assert form.ticks["contents"].isEnabled()


@pytest.mark.parametrize(("field", "words"), [("date", "明天"), ("date", "2026年2月30日"), ("copy_number", "12")])
def test_what_cannot_be_printed_is_told_and_not_taken(draft: Draft, qtbot: QtBot, field: str, words: str) -> None:
    asked = NoticeDialog(draft, None)
    qtbot.addWidget(asked)
    assert asked.done_button.isEnabled()
    asked.fields[field].insert(words)
    assert asked.trouble.text()
    assert not asked.done_button.isEnabled()


def test_a_notice_comes_out_of_its_form_as_it_went_in(draft: Draft, qtbot: QtBot) -> None:
    notice = Notice(
        ("甲局", "乙局"), "甲局文件", "甲发〔2026〕1号", ("张三",), "机密★1年", "特急", "000001", "关于【文件】的通知", "各县",
        "市政府", ("一段。", "又一段。"), "2026-06-05", "此件公开发布", True, ("丙局", "丁局"), "甲局", "2026-06-06",
        Carries.ANNEX, NoticeForm.LETTER,
    )  # fmt: skip
    asked = NoticeDialog(draft, notice)
    qtbot.addWidget(asked)
    assert asked.notice == notice


def test_without_libreoffice_the_pages_are_the_sheets_and_are_called_approximate(
    draft: Draft, tasks: Tasks, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workflow, "office_installed", lambda: False)
    form = ExportDialog(draft, tmp_path / "计划.docx", workflow.profiles(), (), tasks)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: form.preview.model.rowCount() == 1, timeout=10_000)
    assert form.preview.note.text().startswith("近似预览")
    assert not form.ticks["pdf"].isEnabled()


def test_pages_are_drawn_small_and_large(tasks: Tasks, qtbot: QtBot) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(595, 842)
    import io

    buffer = io.BytesIO()
    document.save(buffer)
    preview = PagesPreview(tasks)
    qtbot.addWidget(preview)
    preview.show()
    preview.resize(700, 500)
    preview.make(buffer.getvalue)
    last = lambda: preview.model.index(2).data(Qt.ItemDataRole.DecorationRole)  # noqa: E731
    qtbot.waitUntil(lambda: last() is not None)
    preview.list.setFocus()
    qtbot.keyClick(preview.list, Qt.Key.Key_Down)
    assert "第 2 页，共 3 页" in preview.head.text()
    qtbot.waitUntil(lambda: preview.page.pixmap().width() > 400)
    preview.zoom.setFocus()
    qtbot.keyClick(preview.zoom, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: preview.page.pixmap().width() > 1500)


def test_the_report_tells_the_self_check_what_is_wrong_first(qtbot: QtBot, tmp_path: Path) -> None:
    checks = (Checked(True, "行距对。"), Checked(False, "缺小标宋。"))
    report = ExportReport(Exported(tmp_path / "a.docx", (), (), checks, tmp_path / "a.pdf"))
    qtbot.addWidget(report)
    model = report.findChild(QListView).model()
    assert [model.index(row, 0).data() for row in range(2)] == ["缺小标宋。", "行距对。"]
    assert any("a.pdf" in label.text() for label in report.findChildren(QLabel))
