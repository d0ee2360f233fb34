import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument

from drafter import resources
from drafter.model.walk import parties, sections, text_of
from drafter.reading.files import read_file

SOURCES = sorted((resources.reference_docs() / "sources").glob("*.txt"))


def outline(path: Path) -> list[tuple[int, str, str, tuple[str, ...]]]:
    return [
        (
            section.level,
            str(section.number),
            text_of(section.title),
            tuple(str(party.name) for party in parties(section)),
        )
        for _, section in sections(read_file(path))
    ]


def test_there_are_five():
    assert len(SOURCES) == 5


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_word_file_reads_back_to_the_outline_of_its_source(source: Path):
    word = resources.reference_docs() / f"{source.stem}.docx"
    assert outline(word) == outline(source)
    assert len(outline(word)) >= 7


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_sample_says_that_it_is_one(source: Path):
    data = (resources.reference_docs() / f"{source.stem}.docx").read_bytes()
    word = WordDocument(BytesIO(data))
    first = " ".join(paragraph.text for paragraph in word.paragraphs[:3])
    assert "改写样例" in first
    assert "不是正式文件" in first
    assert "改写样例" in word.core_properties.title
    assert "不是正式文件" in (word.core_properties.subject or "")
    assert zipfile.ZipFile(BytesIO(data)).testzip() is None
    document = read_file(source)
    assert "《" in document.remark
    assert text_of(document.title) in document.remark
