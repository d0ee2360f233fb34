"""Other programs see the same headings and tables, and a file that one of them has saved still has both."""

import io
import json
import shutil
import subprocess
from dataclasses import replace
from typing import Any

import docx
import pytest

from drafter.errors import DrafterError
from drafter.model.document import Document, Paragraph, Section, Table
from drafter.model.notice import Carries, Notice
from drafter.model.numbering import Form, Number
from drafter.model.walk import heading_text, sections, text_of
from drafter.office import converted, office
from drafter.reading.files import read_bytes
from drafter.reports import plain_document
from drafter.workflow.contents import check_contents, with_pages
from drafter.workflow.printing import pdf_of
from drafter.writing.contents import Contents
from drafter.writing.docx import docx_bytes
from drafter.writing.options import STANDARD, Options
from tests.writing.made_up_plan import plan, shown
from tests.writing.page_words import lines, render

LISTS = Options(contents=True, automatic_numbers=True)


@pytest.fixture(scope="module")
def saved_again() -> dict[Options, bytes]:
    """The made-up plan after LibreOffice has opened and saved it."""
    program = office()
    if program is None:
        pytest.skip("LibreOffice is needed to save a file again")
    made = {
        options: converted(docx_bytes(plan(), shown, options=options), ".docx", "docx:MS Word 2007 XML", program)
        for options in (STANDARD, LISTS)
    }
    return {options: data for options, data in made.items() if data}


@pytest.mark.parametrize("options", [STANDARD, LISTS], ids=["plain", "lists"])
def test_a_file_saved_by_libreoffice_keeps_headings_and_tables(options: Options, saved_again: dict[Options, bytes]):
    ours = docx.Document(io.BytesIO(docx_bytes(plan(), shown, options=options)))
    theirs = docx.Document(io.BytesIO(saved_again[options]))

    def headings(file: Any) -> list[tuple[str, str]]:
        found = [(one.style.name.lower(), one.text) for one in file.paragraphs]
        return [(name, text) for name, text in found if name.startswith("heading")]

    assert headings(theirs) == headings(ours)
    assert len(headings(ours)) == len(list(sections(plan())))
    assert [shape(table) for table in theirs.tables] == [shape(table) for table in ours.tables]


def shape(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("options", [STANDARD, LISTS], ids=["plain", "lists"])
def test_what_libreoffice_saved_is_read_as_the_same_outline(options: Options, saved_again: dict[Options, bytes]):
    read = read_bytes(saved_again[options], "a.docx")
    assert [(path, one.level, heading_text(one, shown)) for path, one in sections(read)] == [
        (path, one.level, heading_text(one, shown)) for path, one in sections(plan())
    ]
    assert (
        plain_document(read)["attachments"] == plain_document(read_bytes(docx_bytes(plan(), shown), "a"))["attachments"]
    )


def test_pandoc_sees_headings_and_tables(tmp_path):
    program = shutil.which("pandoc")
    if program is None:
        pytest.skip("pandoc is not installed")
    file = tmp_path / "plan.docx"
    file.write_bytes(docx_bytes(plan(), shown))
    said = json.loads(subprocess.run([program, str(file), "-t", "json"], check=True, capture_output=True).stdout)
    kinds = [block["t"] for block in said["blocks"]]
    assert [block["c"][0] for block in said["blocks"] if block["t"] == "Header"] == [
        one.level for _, one in sections(plan())
    ]
    assert kinds.count("Table") >= 3


def test_automatic_numbers_show_as_those_that_are_text(tmp_path):
    ordinal = Section(("做优服务",), 3, Number(Form.ORDINAL, 1), run_in=True, blocks=(Paragraph(("持续改进。",)),))
    whole = plan()
    more = replace(whole.sections[1], children=(*whole.sections[1].children, replace(ordinal, level=2)))
    document = replace(whole, sections=(whole.sections[0], more, *whole.sections[2:]))
    pages = render(
        tmp_path,
        {
            "text": docx_bytes(document, shown),
            "lists": docx_bytes(document, shown, options=replace(LISTS, contents=False)),
        },
    )
    assert [lines(page) for page in pages["lists"]] == [lines(page) for page in pages["text"]]


def test_entries_of_the_contents_have_the_pages_their_headings_stand_on(tmp_path):
    if office() is None:
        pytest.skip("LibreOffice is needed for the page numbers")
    document = plan(rows=12, repeat=8)
    options = with_pages(LISTS, document, shown, pdf_of(docx_bytes(document, shown, options=LISTS)))
    pages = render(tmp_path, {"plan": docx_bytes(document, shown, options=options)})["plan"]
    entries = {line.partition("..")[0]: line.rpartition(".")[2] for line in lines(pages[0]) if ".." in line}
    assert len(entries) == len(options.pages) == 7
    for entry, number in entries.items():
        text = lines(pages[int(number)])  # page 0 holds the contents
        key = entry[:3] if entry.startswith("附件") else entry
        assert any(key in line for line in text), f"{entry} is not on page {number}"


def test_under_a_red_head_of_its_own_a_plan_has_no_place_for_contents():
    with pytest.raises(DrafterError, match="没有放目录的地方"):
        check_contents(replace(LISTS, notice=Notice(carries=Carries.ITSELF)))


def test_contents_of_a_plan_that_is_an_annex_stand_under_its_mark_and_list_its_own_annexes():
    notice = Notice(issuers=("蓝海市人民政府",), carries=Carries.ANNEX)
    file = docx.Document(io.BytesIO(docx_bytes(plan(), shown, options=replace(LISTS, notice=notice))))
    names = [(one.style.name, one.text.partition("\t")[0]) for one in file.paragraphs]
    at = names.index(("附件标识", "附件"))
    assert names[at + 2] == ("TOC Heading", "目\u3000录")
    listed = [text for name, text in names[at:] if name.startswith("toc ")]
    assert listed[0].endswith("总体要求")
    assert listed[-2:] == ["附件1\u3000重点任务分工表", "附件2\u3000名词解释"]
    assert sum(name == "附件标识" for name, _ in names) == 3


def test_without_run_in_headings_the_contents_are_a_field_that_word_updates():
    free = Section(("总体要求",), 1, Number(Form.COMMA, 1), blocks=(Paragraph(("正文。",)),))
    run_in = Section(("工作目标",), 2, Number(Form.BRACKET, 1), run_in=True, blocks=(Paragraph(("正文。",)),))

    def has_field(*whole: Section) -> bool:
        file = docx.Document(io.BytesIO(docx_bytes(Document(sections=whole), options=Options(contents=True))))
        return " TOC " in file.element.xml

    assert has_field(free)
    assert not has_field(replace(free, children=(run_in,)))


def test_contents_without_headings_are_no_page():
    assert Contents().printed() == []
    file = docx.Document(io.BytesIO(docx_bytes(Document(preamble=(Paragraph(("正文。",)),)), options=LISTS)))
    assert [one.text for one in file.paragraphs] == ["正文。"]


def test_a_table_of_10000_rows_is_written_whole():
    rows = tuple((Paragraph((str(number),)), Paragraph((f"任务{number}",))) for number in range(10_000))
    data = docx_bytes(Document(preamble=(Table(("序号", "任务"), rows),)))
    (table,) = docx.Document(io.BytesIO(data)).tables
    assert len(table.rows) == 10_001
    assert [cell.text for cell in table.rows[10_000].cells] == ["9999", "任务9999"]


def test_decimal_numbers_stand_apart_from_the_heading_and_are_read_again():
    def section(title: str, level: int, *way: int, children: tuple[Section, ...] = ()) -> Section:
        number = Number(Form.DECIMAL, way[-1], way[:-1])
        return Section((title,), level, number, blocks=(Paragraph(("正文。",)),), children=children)

    under = (section("编制目的", 2, 1, 1), section("编制依据", 2, 1, 2))
    document = Document(
        title=("云溪市突发事件应急预案",), sections=(section("总则", 1, 1, children=under), section("组织体系", 1, 2))
    )
    data = docx_bytes(document)
    headings = [one.text for one in docx.Document(io.BytesIO(data)).paragraphs if one.style.name.startswith("Heading")]
    assert headings == ["1 总则", "1.1 编制目的", "1.2 编制依据", "2 组织体系"]
    read = read_bytes(data, "a.docx")
    assert [(one.number, text_of(one.title)) for _, one in sections(read)] == [
        (one.number, text_of(one.title)) for _, one in sections(document)
    ]
