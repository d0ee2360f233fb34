"""One made-up plan, part by part: any change of what is written shows here."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from drafter.writing.docx import docx_bytes
from tests.writing.made_up_plan import plan, shown

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "writing"
PARTS = (
    "word/document.xml", "word/styles.xml", "word/settings.xml", "word/fontTable.xml",
    "word/footer1.xml", "word/footer2.xml", "word/footer3.xml", "word/footer4.xml",
)  # fmt: skip


@pytest.fixture(scope="module")
def package() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(docx_bytes(plan(), shown)))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_as_it_was(part: str, package: zipfile.ZipFile, update_golden: bool):
    root = etree.fromstring(package.read(part))
    pretty = etree.tostring(root, pretty_print=True, encoding="unicode")
    golden = GOLDEN / Path(part).name
    if update_golden:
        golden.write_text(pretty, "utf-8", newline="\n")
    assert pretty == golden.read_text("utf-8"), f"run with --update-golden if the change of {part} is meant"
