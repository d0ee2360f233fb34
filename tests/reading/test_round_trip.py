"""What the program writes as a Word file, it reads again as the same plan."""

from pathlib import Path

import pytest

from drafter.model.document import Document, Paragraph, Section, Table
from drafter.model.numbering import Form, Number
from drafter.reading.files import read_bytes, read_file
from drafter.reports import plain_document
from drafter.writing.docx import docx_bytes

LEFT_OUT = {"warnings": [], "notice": None}
"""What is about the reading, and what is not written."""
FOLDER = Path(__file__).resolve().parent.parent / "golden" / "reading"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_written_plan_is_read_as_the_same(path: Path):
    document = read_file(path)
    again = read_bytes(docx_bytes(document), "a.docx")
    assert plain_document(again) | LEFT_OUT == plain_document(document) | LEFT_OUT


def test_any_caption_of_a_written_table_comes_back():
    table = Table(("县区", "资金"), ((Paragraph(("东区",)), Paragraph(("20",))),), caption="2025年各县区资金安排")
    section = Section(("资金安排",), 1, Number(Form.COMMA, 1), blocks=(Paragraph(("安排如下。",)), table))
    again = read_bytes(docx_bytes(Document(title=("云溪市方案",), sections=(section,))), "a.docx")
    assert again.sections[0].blocks == section.blocks
