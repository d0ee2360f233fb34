"""The same plan in every format is read as the same: headings, bodies responsible, text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.model.document import Document
from drafter.reading.files import read_bytes, read_file
from tests.reading.conversions import converted, need_office, page, ragged, texts, word
from tests.reading.outlines import all_responsible, outline
from tests.reading.outlines import texts as all_texts

PLANS = texts()
BY_OFFICE = ["made-up", "wuhan-implementation-plan"]
"""The plans that are also put through .doc, .odt and .rtf, which take LibreOffice a second each to read."""


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """(name, suffix) → the plan in that format; all of one format are converted at once."""
    folder = tmp_path_factory.mktemp("plans")

    def get(name: str, suffix: str) -> Path:
        program = need_office()
        made = folder / f"{name}.{suffix}"
        if not made.exists():
            for one, text in PLANS.items():
                (folder / f"{one}.docx").write_bytes(ragged(word(text, one)))
            converted(program, [folder / f"{one}.docx" for one in PLANS], suffix, folder)
        return made

    return get


def due(name: str) -> Document:
    return read_bytes(PLANS[name].encode(), f"{name}.txt")


def same(read: Document, expected: Document) -> None:
    """Headings and bodies responsible are the same."""
    assert outline(read) == outline(expected)
    assert all_responsible(read) == all_responsible(expected)


def same_words(read: Document, expected: Document) -> None:
    """Every word is the same too, spaces beside Latin letters and numbers left open."""
    same(read, expected)
    words = [text.replace(" ", "") for text in all_texts(read)]
    assert words == [text.replace(" ", "") for text in all_texts(expected)]


def test_the_made_up_plan_is_what_it_should_be():
    document = due("made-up")
    assert outline(document)[:3] == ["1 一、总体要求", "2 （一）指导思想", "2 （二）发展目标"]
    assert len(outline(document)) == 12
    assert all_responsible(document)["2.建设检测平台"] == [
        "市农业农村局(牵头)",
        "市市场监督管理局(配合)",
        "市财政局(配合)",
        "各县（区）人民政府(配合)",
    ]


@pytest.mark.parametrize("name", PLANS)
def test_word(name: str):
    same_words(read_bytes(word(PLANS[name], name), f"{name}.docx"), due(name))


@pytest.mark.parametrize("name", PLANS)
def test_web_page(name: str):
    same(read_bytes(page(PLANS[name]).encode(), f"{name}.html"), due(name))


@pytest.mark.parametrize("name", PLANS)
def test_pdf(name: str, files: Callable[[str, str], Path]):
    same_words(read_file(files(name, "pdf")), due(name))


@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf"])
@pytest.mark.parametrize("name", BY_OFFICE)
def test_formats_that_libreoffice_opens(name: str, suffix: str, files: Callable[[str, str], Path]):
    same_words(read_file(files(name, suffix)), due(name))


def test_a_wrong_suffix_does_not_matter(files: Callable[[str, str], Path]):
    data = files("made-up", "pdf").read_bytes()
    same_words(read_bytes(data, "made-up.docx"), due("made-up"))
