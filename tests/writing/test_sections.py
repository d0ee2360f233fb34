"""Wide tables turn the sheet, and only they."""

import io
import zipfile

import pytest
from lxml import etree

from drafter.model.document import Block, Document, Section
from drafter.model.numbering import Form
from drafter.writing.docx import docx_bytes
from tests.writing.made_up_plan import goals, number, tasks, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT, NARROW, WIDE = words("正文。"), goals(), tasks()


def body(document: Document) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def sheets(document: Document) -> list[str]:
    return [size.get(f"{W}orient", "portrait")[0] for size in body(document).iter(f"{W}pgSz")]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((), "p"),
        ((TEXT, NARROW, TEXT), "p"),
        ((WIDE,), "l"),
        ((TEXT, WIDE), "pl"),
        ((TEXT, WIDE, WIDE, TEXT), "plp"),
        ((WIDE, TEXT, WIDE), "lpl"),
        ((NARROW, WIDE, NARROW), "plp"),
    ],
)
def test_the_sheet_turns_for_wide_tables_only(blocks: tuple[Block, ...], expected: str):
    assert "".join(sheets(Document(preamble=blocks))) == expected


def test_an_annex_of_tables_is_turned_whole_with_its_mark_and_title():
    section = Section(("概念",), 1, number(Form.COMMA, 1), blocks=(TEXT,))
    turned, upright = (
        Document(title=("分工表",), preamble=(NARROW, WIDE)),
        Document(title=("释义",), sections=(section,)),
    )
    plan = Document(preamble=(TEXT,), attachments=(turned, upright, turned))
    assert "".join(sheets(plan)) == "plpl"
    marks = [one for one in body(plan).iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "AnnexMark"]
    assert ["".join(mark.itertext()) for mark in marks] == ["附件1", "附件2", "附件3"]
    # A new section begins a page already; a second break would leave an empty one.
    assert all(mark.find(f"{W}pPr/{W}pageBreakBefore").get(f"{W}val") == "0" for mark in marks)


def test_two_tables_are_never_next_to_each_other_and_none_is_last():
    kinds = [etree.QName(node).localname for node in body(Document(preamble=(NARROW, NARROW, WIDE, WIDE)))]
    assert "tbl tbl" not in " ".join(kinds)
    assert kinds[-2:] == ["p", "sectPr"]
