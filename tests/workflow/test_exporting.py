"""Export as the planner meets it: what is found in the file, its PDF, and what happens where it cannot be written."""

import errno
import io
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from drafter import workflow
from drafter.errors import CannotWrite, DrafterError
from drafter.model.document import Document, Paragraph, Section
from drafter.model.draft import Draft
from drafter.model.notice import Notice
from drafter.model.numbering import Form, Number
from drafter.office import office
from drafter.workflow import exporting, printing
from drafter.writing.docx import docx_bytes
from drafter.writing.selfcheck import Checked, self_check
from tests.writing.made_up_plan import plan, shown

HEADING = Section(("总体要求",), 1, Number(Form.COMMA, 1), blocks=(Paragraph(("正文。",)),))
DRAFT = Draft(Document(title=("行动计划",), sections=(HEADING,)))
IMPRINT = Notice(
    issuers=("甲局",), number="甲发〔2026〕1号", copies_to=("乙局",), printed_by="甲局", printed_on="2026-06-05"
)


def sentences(data: bytes, installed: frozenset[str] | None = None) -> dict[str, bool]:
    return {one.sentence: one.ok for one in self_check(data, installed)}


def told(data: bytes, word: str, installed: frozenset[str] | None = None) -> tuple[bool, str]:
    (found,) = ((ok, sentence) for sentence, ok in sentences(data, installed).items() if word in sentence)
    return found


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "office", lambda: None)
    monkeypatch.setattr(exporting, "office_installed", lambda: False)


def test_the_file_is_opened_again_and_told():
    data = docx_bytes(plan(), shown)
    assert told(data, "竖页") == (True, "页面：竖页 3 节，A4，版心 156×225 毫米，每页 22 行。")
    assert told(data, "标题：") == (True, "标题：1 级 4 个、2 级 3 个、3 级 1 个，用的是 Word 自带的标题样式。")
    assert told(data, "【】") == (False, "还有 1 处【】没有填：【智能工厂数】。")
    assert told(data, "页码")[0]
    assert told(data, "表格")[0]


def test_fonts_this_machine_lacks_are_told_and_those_it_has_are_not():
    data = docx_bytes(plan(), shown)
    every = {"仿宋_gb2312", "楷体_gb2312", "黑体", "宋体", "times new roman", "方正小标宋简体"}
    assert told(data, "本机", frozenset(every))[0]
    ok, sentence = told(data, "本机", frozenset(every - {"楷体_gb2312"} | {"楷体"}))
    assert not ok
    assert "楷体_GB2312（用楷体代替）" in sentence
    assert "黑体" not in sentence


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            after.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new", "word"),
    [
        ("word/document.xml", 'w:h="16838"', 'w:h="15840"', "不是 A4"),
        ("word/document.xml", "Heading1", "Heading3", "处越级"),
        ("word/document.xml", "<w:tblHeader/>", "", "没有表头行"),
        ("word/settings.xml", "<w:evenAndOddHeaders/>", "", "没有分设"),
        ("word/fontTable.xml", "黑体", "別的", "没有在文件中登记"),
        ("word/document.xml", "</w:body>", "", "不完整"),
    ],
)
def test_what_is_wrong_in_a_file_is_found(part: str, old: str, new: str, word: str):
    data = changed(docx_bytes(plan(), shown), part, old, new)
    assert [sentence for sentence, ok in sentences(data).items() if not ok and word in sentence]


def test_the_notice_of_a_draft_is_printed_unless_the_options_say_otherwise(tmp_path: Path, without_office: None):
    draft = replace(DRAFT, notice=IMPRINT)
    with_notice = workflow.export(draft, tmp_path / "a.docx")
    assert any("版记" in one.sentence for one in with_notice.checks)
    without = workflow.export(draft, tmp_path / "b.docx", workflow.Options())
    assert not any("版记" in one.sentence for one in without.checks)


def test_a_pdf_stands_beside_the_file_and_its_pages_can_be_looked_at(tmp_path: Path):
    if office() is None:
        pytest.skip("LibreOffice is needed for PDF")
    exported = workflow.export(DRAFT, tmp_path / "计划.docx", pdf=True)
    assert exported.pdf == tmp_path / "计划.pdf"
    pdf = exported.pdf.read_bytes()
    assert workflow.page_count(pdf) == 1
    picture = workflow.page_picture(pdf, 0, 72)
    assert abs(picture.width - 595) <= 1
    assert len(picture.pixels) == picture.stride * picture.height
    assert min(picture.pixels) < 100 < max(picture.pixels)


def test_without_libreoffice_the_way_to_a_pdf_is_told(tmp_path: Path, without_office: None):
    with pytest.raises(DrafterError, match="LibreOffice"):
        workflow.export(DRAFT, tmp_path / "a.docx", pdf=True)
    assert (tmp_path / "a.docx").is_file()


def test_where_pages_cannot_be_measured_the_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(_: bytes) -> bytes:
        raise DrafterError("不行。")

    monkeypatch.setattr(exporting, "office_installed", lambda: True)
    monkeypatch.setattr(exporting, "pdf_of", fails)
    exported = workflow.export(replace(DRAFT, notice=IMPRINT), tmp_path / "a.docx")
    assert any("另起一面" in one.sentence for one in exported.checks)


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"theirs")
    assert [workflow.export(DRAFT, path).path.name for _ in range(2)] == ["a-2.docx", "a-3.docx"]
    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.EACCES, "正被别的程序打开"),
        (errno.ENOSPC, "磁盘空间不够"),
        (errno.EROFS, "只读"),
        (errno.EIO, "不能写入"),
    ],
)
def test_a_write_that_fails_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, word: str
):
    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(CannotWrite, match=word) as caught:
        workflow.export(DRAFT, tmp_path / "a.docx")
    assert caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_and_a_name_too_long_are_told(tmp_path: Path):
    with pytest.raises(CannotWrite, match="文件夹不存在"):
        workflow.export(DRAFT, tmp_path / "无" / "a.docx")
    with pytest.raises(CannotWrite, match="文件名太长"):
        workflow.export(DRAFT, tmp_path / ("长" * 300 + ".docx"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["\x00\x07控制", "\ud800孤立", "标" * 500, "甲\r\n乙\t丙", "<&>\"'"])
def test_strange_text_makes_a_right_file(tmp_path: Path, text: str):
    import docx

    section = replace(HEADING, title=(text,), blocks=(Paragraph((text,)),))
    strange = Draft(
        Document(title=(text,), sections=(section,), issuer=text, status=text),
        notice=Notice(issuers=(text,), number=text, addressee=text, copies_to=(text,), signers=(text,), head=text),
    )
    exported = workflow.export(strange, tmp_path / "a.docx", workflow.Options(notice=strange.notice))
    assert docx.Document(str(exported.path)).paragraphs
    assert not any("不完整" in one.sentence for one in exported.checks)


def test_no_page_begins_with_the_signature_and_what_was_done_for_it_is_told(tmp_path: Path):
    if office() is None:
        pytest.skip("LibreOffice is needed to see pages")

    def told(lines: int) -> list[Checked]:
        notice = replace(IMPRINT, addressee="各区县人民政府", date="2026-06-05", paragraphs=("山" * 28 * lines,))
        checks = workflow.export(replace(DRAFT, notice=notice), tmp_path / "a.docx").checks
        assert any("LibreOffice 排版，共" in one.sentence for one in checks)
        return [one for one in checks if "署名" in one.sentence]

    assert told(1) == []
    found = [one for lines in (5, 6, 7) for one in told(lines)]
    assert found
    assert all(one.ok for one in found)
