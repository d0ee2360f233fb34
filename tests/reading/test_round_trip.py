"""What the program writes as a Word file, it reads again as the same plan."""

from pathlib import Path

import pytest

from drafter.reading.files import read_bytes, read_file
from drafter.reports import plain_document
from drafter.writing.docx import docx_bytes

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "reading"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_written_plan_is_read_as_the_same(path: Path):
    document = read_file(path)
    again = read_bytes(docx_bytes(document), "a.docx")
    assert plain_document(again) | {"warnings": []} == plain_document(document) | {"warnings": []}
