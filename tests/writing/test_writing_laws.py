"""Any document with any text is a file that opens and holds that text."""

import io
import zipfile
from collections.abc import Iterator

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.model.document import Block, Box, Clause, Document, Paragraph, Party, Section, SlotId, SlotRef, Table
from drafter.model.numbering import Form, Number
from drafter.model.walk import text_of
from drafter.writing.docx import docx_bytes
from drafter.writing.ooxml import legal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

texts = st.text(st.characters(exclude_categories=()), max_size=12) | st.text("国“产”—a1 <&>\n\t", max_size=30)
clauses = st.builds(lambda name: Clause(("（责任单位：", Party(name), "）")), texts)
spans = st.lists(texts | clauses | st.just(SlotRef(SlotId(1))), max_size=3).map(tuple)
paragraphs = st.builds(Paragraph, spans, st.sampled_from(["", "——"]))
rows = st.lists(st.lists(paragraphs, max_size=6).map(tuple), max_size=3).map(tuple)
tables = st.builds(Table, st.lists(texts, max_size=6).map(tuple), rows, texts)
boxes = st.deferred(lambda: st.builds(Box, texts, blocks, ordinal=st.none() | st.integers(1, 99)))
blocks = st.lists(paragraphs | tables | boxes, max_size=3).map(tuple)
numbers = st.none() | st.builds(Number, st.sampled_from(Form), st.integers(1, 40))
sections = st.deferred(
    lambda: st.builds(
        Section, spans, st.integers(1, 12), numbers, st.booleans(), blocks, st.lists(sections, max_size=2).map(tuple)
    )
)
facts = dict.fromkeys(
    ("remark", "subtitle", "status", "issuer", "document_number", "signer", "classification", "date", "addressee"),
    texts,
)
plain = st.builds(Document, title=spans, preamble=blocks, sections=st.lists(sections, max_size=2).map(tuple), **facts)
documents = st.builds(
    lambda document, annexes, notes: Document(
        **{name: getattr(document, name) for name in ("title", "preamble", "sections", *facts)},
        attachments=annexes,
        notes=notes,
    ),
    plain,
    st.lists(plain, max_size=2).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
)


def shown(_: SlotRef) -> str:
    return "【目标】"


def squeezed(text: str) -> str:
    return "".join(legal(text).split())


def said(document: Document) -> Iterator[str]:
    """What the document says, in the order in which it is printed."""
    yield from (document.remark, document.classification, document.document_number, document.signer)
    yield from (text_of(document.title, shown), document.subtitle, document.status, document.addressee)
    yield from said_in(document.preamble)
    for section in document.sections:
        yield from said_under(section)
    yield from document.issuer.split("、")
    yield from document.notes
    for attachment in document.attachments:
        yield from said(attachment)


def said_under(section: Section) -> Iterator[str]:
    yield f"{section.number or ''}{text_of(section.title, shown)}"
    yield from said_in(section.blocks)
    for child in section.children:
        yield from said_under(child)


def said_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.marker + text_of(block.spans, shown)
            case Box():
                yield block.number
                yield block.title
                yield from said_in(block.blocks)
            case Table():
                yield block.caption
                yield from block.columns
                for cells in block.rows:
                    yield from said_in(cells)


@settings(max_examples=150, deadline=None)
@given(documents)
def test_nothing_that_is_said_is_lost(document: Document):
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document, shown))) as package:
        assert package.testzip() is None
        root = etree.fromstring(package.read("word/document.xml"))
    printed = squeezed("".join(node.text or "" for node in root.iter(f"{W}t")))
    position = 0
    for words in map(squeezed, said(document)):
        found = printed.find(words, position)
        assert found >= 0, f"{words!r} is not in {printed[position:]!r}"
        position = found + len(words)


@settings(max_examples=100, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=4).map(tuple))
def test_paragraphs_are_written_character_for_character(preamble: tuple[Paragraph, ...]):
    file = docx.Document(io.BytesIO(docx_bytes(Document(preamble=preamble), shown)))
    read = [paragraph.text for paragraph in file.paragraphs]
    said = [legal(one.marker + text_of(one.spans, shown)) for one in preamble]
    assert read == [text.replace("\r\n", "\n").replace("\r", "\n") for text in said]


@settings(max_examples=60, deadline=None)
@given(st.lists(sections, max_size=3).map(tuple))
def test_the_outline_is_in_the_heading_styles(outline: tuple[Section, ...]):
    def levels(sections: tuple[Section, ...]) -> Iterator[int]:
        for section in sections:
            yield min(section.level, 9)
            yield from levels(section.children)

    file = docx.Document(io.BytesIO(docx_bytes(Document(sections=outline), shown)))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert [name for name in styles if name.startswith("Heading")] == [f"Heading {n}" for n in levels(outline)]
