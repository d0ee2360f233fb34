"""Automatic numbers and a table of contents change nothing of what is read in the file."""

import io
import zipfile
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.model.document import Document, Paragraph, Section
from drafter.model.edits import renumbered
from drafter.model.numbering import Form, Number, Numbering
from drafter.model.walk import sections as ways
from drafter.reading.docx import lines_of_docx
from drafter.reading.files import read_bytes
from drafter.writing.docx import docx_bytes
from drafter.writing.options import STANDARD, Options
from tests.writing.made_up_plan import plan
from tests.writing.made_up_plan import shown as shown_in_plan
from tests.writing.test_writing_laws import documents, shown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOTH = Options(contents=True, automatic_numbers=True)
OPTIONS = [Options(automatic_numbers=True), Options(contents=True), BOTH]
SCHEMES = [
    Numbering(),
    Numbering(running=frozenset({3})),
    Numbering(running=frozenset({2, 3})),
    Numbering((Form.DECIMAL,) * 5),
    Numbering((Form.CHAPTER, Form.DIVISION, Form.COMMA, Form.BRACKET, Form.DOT)),
]
TITLES = ["总体要求", "壮大产业", "推动“智改数转”", "保障措施"]


def trees(level: int, forms: tuple[Form, ...]) -> st.SearchStrategy[Section]:
    """Sections of four levels, some of them 一是, some without a number."""
    number = st.sampled_from([Number(forms[level - 1], 1)] * 6 + [Number(Form.ORDINAL, 1), None])
    children = st.lists(trees(level + 1, forms), max_size=3).map(tuple) if level < 4 else st.just(())
    text = st.just((Paragraph(("围绕重点行业需求，组织专家开展诊断。",)),))
    return st.builds(
        Section, st.sampled_from(TITLES).map(lambda t: (t,)), st.just(level), number, st.booleans(), text, children
    )


@st.composite
def counted(draw: st.DrawFn) -> Document:
    """Plans counted by one of the schemes."""
    scheme = draw(st.sampled_from(SCHEMES))
    whole = tuple(draw(st.lists(trees(1, scheme.forms), min_size=1, max_size=3)))
    return renumbered(Document(title=("云溪市行动方案",), sections=whole, numbering=scheme))


def document_xml(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def lines(data: bytes) -> list[object]:
    """The lines that are read: their words and what they are, not how far in or down they stand."""
    read = (unplaced(asdict(item)) for item in lines_of_docx(data, "a")[0])
    return [item for item in read if not (isinstance(item, dict) and item.get("text") == "")]


def unplaced(plain: object) -> object:
    if isinstance(plain, dict):
        return {key: unplaced(value) for key, value in plain.items() if key not in ("indented", "gap")}
    return [unplaced(one) for one in plain] if isinstance(plain, list | tuple) else plain


@settings(max_examples=60, deadline=None)
@given(counted(), st.sampled_from(OPTIONS))
def test_every_line_of_a_counted_plan_is_read_as_without_options(document: Document, options: Options):
    assert lines(docx_bytes(document, options=options)) == lines(docx_bytes(document))


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from(OPTIONS))
def test_every_line_of_any_document_is_read_as_without_options(document: Document, options: Options):
    assert lines(docx_bytes(document, shown, options=options)) == lines(docx_bytes(document, shown))


@settings(max_examples=40, deadline=None)
@given(counted())
def test_numbers_of_a_counted_plan_are_lists_but_for_what_word_cannot_print(document: Document):
    root = document_xml(docx_bytes(document, options=BOTH))
    listed = list(root.iter(f"{W}numPr"))
    numbered = [one.number for _, one in ways(document) if one.number]
    irregular = sum(number.form is Form.DECIMAL for number in numbered)
    assert len(numbered) - irregular <= len(listed) <= len(numbered)


@pytest.mark.parametrize("options", OPTIONS)
def test_the_made_up_plan_is_read_as_the_same_document(options: Options):
    assert read_bytes(docx_bytes(plan(), shown_in_plan, options=options), "a.docx") == read_bytes(
        docx_bytes(plan(), shown_in_plan, options=STANDARD), "a.docx"
    )


def test_a_regular_plan_needs_no_order_to_start_anew():
    numbering = Numbering(running=frozenset({3}))
    under = tuple(Section((name,), 3, Number(Form.DOT, 1)) for name in TITLES[:2])
    middle = tuple(Section((name,), 2, Number(Form.BRACKET, 1), children=under) for name in TITLES[:2])
    whole = tuple(Section((name,), 1, Number(Form.COMMA, 1), children=middle) for name in TITLES)
    data = docx_bytes(
        renumbered(Document(sections=whole, numbering=numbering)), options=Options(automatic_numbers=True)
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        lists = etree.fromstring(package.read("word/numbering.xml"))
    assert list(lists.iter(f"{W}lvlOverride")) == []
    assert len(list(document_xml(data).iter(f"{W}numPr"))) == 4 + 8 + 16
