"""What is written is read again: by python-docx in the styles, by our own reader as the same plan."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from drafter.model.document import Box, Document, Table
from drafter.model.notice import Carries, Notice, NoticeForm
from drafter.model.walk import heading_text, sections, text_of
from drafter.reading.files import read_bytes, read_file
from drafter.writing.docx import docx_bytes
from drafter.writing.options import Options
from tests.writing.made_up_plan import CLAUSE, plan, shown, tasks


def test_python_docx_sees_headings_tables_and_the_order_of_things():
    file = docx.Document(io.BytesIO(docx_bytes(plan(), shown)))
    headings = [(one.style.name, one.text) for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert len(headings) == len(list(sections(plan())))
    for (style, text), (_, section) in zip(headings, sections(plan()), strict=True):
        assert style == f"Heading {section.level}"
        assert text.startswith(heading_text(section, shown))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    around = ["Title", "题注", "主送机关", "Signature", "Date", "附注", "附件标识", "附件标识"]
    assert [name for name in styles if name in around] == around
    assert [len(table.columns) for table in file.tables] == [4, 1, 7, 7]


def test_a_run_in_heading_has_only_its_sentence_in_the_heading_font():
    file = docx.Document(io.BytesIO(docx_bytes(plan(), shown)))
    (aim,) = (one for one in file.paragraphs if one.text.startswith("（一）工作目标。"))
    assert aim.style.name == "Heading 2"
    heading = "".join(run.text for run in aim.runs if "楷体" in run._element.rPr.rFonts.xml)
    assert heading == "（一）工作目标。"


def test_a_responsibility_clause_is_in_kaiti_with_its_own_style():
    file = docx.Document(io.BytesIO(docx_bytes(plan(), shown)))
    clause = "".join(run.text for one in file.paragraphs for run in one.runs if run.style.name == "责任单位")
    assert clause == text_of((CLAUSE,), shown)


def test_our_reader_gives_the_plan_again(tmp_path: Path):
    path = tmp_path / "plan.docx"
    path.write_bytes(docx_bytes(plan(), shown))
    read = read_file(path)
    written = plan()
    assert text_of(read.title) == text_of(written.title, shown)
    for name in ("remark", "status", "issuer", "date", "addressee", "notes"):
        assert getattr(read, name) == getattr(written, name), name
    assert outline(read) == outline(written)
    assert [text_of(one.title) for one in read.attachments] == ["重点任务分工表", "名词解释"]
    (box,) = (block for block in read.sections[1].blocks if isinstance(block, Box))
    assert (box.number, box.title) == ("专栏1", "攻关行动")
    (table,) = (block for block in read.attachments[0].preamble if isinstance(block, Table))
    assert (table.columns, table.merged) == (tasks().columns, (1,))
    assert [[text_of(cell.spans) for cell in row] for row in table.rows] == [
        [text_of(cell.spans) for cell in row] for row in tasks().rows
    ]


def outline(document: Document) -> list[tuple[str, int, str, bool]]:
    return [(path, one.level, heading_text(one, shown), one.run_in) for path, one in sections(document)]


JOINT = ("蓝海市工业和信息化局", "蓝海市发展和改革委员会", "蓝海市财政局")
HEAD = Notice(
    JOINT[:1], number="蓝工信发〔2026〕12号", addressee="各区县", date="2026-06-05", copies_to=("市委办公室",),
    printed_by=JOINT[0], printed_on="2026-06-05",
)  # fmt: skip


@pytest.mark.parametrize("carries", list(Carries))
@pytest.mark.parametrize("form", list(NoticeForm))
@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        replace(HEAD, issuers=JOINT, classification="机密★1年", urgency="特急", copy_number="000001"),
        replace(HEAD, issuers=JOINT, sealed=True),
        replace(HEAD, signers=("张三",)),
        replace(HEAD, signers=("张三", "李四", "王五")),
        replace(HEAD, classification="秘密", copies_to=()),
    ],
    ids=["one", "joint", "sealed", "signed", "signed by three", "secret"],
)
def test_whatever_a_plan_is_issued_with_the_same_plan_and_head_are_read(
    head: Notice, form: NoticeForm, carries: Carries
):
    notice = replace(head, carries=carries, form=form)
    read = read_bytes(docx_bytes(plan(), shown, options=Options(notice=notice)), "a.docx")
    assert text_of(read.title) == text_of(plan().title, shown)
    assert outline(read) == outline(plan())
    assert [text_of(one.title) for one in read.attachments] == ["重点任务分工表", "名词解释"]
    assert read.issuer.split("、") == list(notice.issuers)
    assert (read.document_number, read.date, read.classification) == (head.number, head.date, head.classification)
    assert read.addressee == "各区县"
    if form is NoticeForm.DOCUMENT:
        assert read.signer.split("、") == list(notice.signers or ("",))
