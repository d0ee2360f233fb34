"""A 花脸稿 accepted is the new version, rejected the old one: by the reader, and paragraph by paragraph in the file."""

import io
from dataclasses import replace

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.model.document import Box, Document, Paragraph, Section, Table
from drafter.model.draft import Draft
from drafter.model.edits import with_ids
from drafter.model.numbering import Form, Number
from drafter.reading.files import read_bytes
from drafter.writing.docx import docx_bytes
from drafter.writing.redline import redlined
from drafter.writing.revisions import Author
from tests.writing.revisions import resolved

AUTHOR = Author("某市发展和改革委员会", "2026-03-01T09:00:00Z")
WORDS = (
    "推进园区改造。",
    "建成示范工厂100家以上。",
    "按季度调度，年底通报。",
    "（责任单位：市财政局、市教育局）",
    "落实资金保障。",
)


def said(data: bytes) -> list[tuple[str, str]]:
    """(style, text) of every paragraph with words, those of tables too, as python-docx sees them."""
    found = docx.Document(io.BytesIO(data))
    inside = [p for t in found.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    return [(one.style.name, one.text) for one in (*found.paragraphs, *inside) if one.text]


def check(old: Document, new: Document) -> bytes:
    before, after = docx_bytes(old), docx_bytes(new)
    red = redlined(before, after, AUTHOR)
    for whole, accept in ((after, True), (before, False)):
        result = resolved(red, accept=accept)
        assert said(result) == said(whole)
        assert read_bytes(result, "a.docx") == read_bytes(whole, "a.docx")
    return red


def plan(*titles: str, text: str = "推进园区改造，建成示范工厂100家以上。", blocks: tuple = ()) -> Document:
    sections = tuple(
        Section((title,), 1, Number(Form.COMMA, 1), blocks=(Paragraph((f"{title}方面，{text}",)), *blocks))
        for title in titles
    )
    return with_ids(Draft(), Document(title=("某市行动计划",), sections=sections)).document


def test_nothing_changed_is_nothing_marked():
    red = check(plan("总体要求", "主要任务"), plan("总体要求", "主要任务"))
    assert b"w:author" not in resolved(red, accept=True)


def marks(red: bytes) -> str:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(red)) as package:
        return package.read("word/document.xml").decode()


def test_a_number_is_all_that_is_marked():
    xml = marks(check(plan("任务"), plan("任务", text="推进园区改造，建成示范工厂130家以上。")))
    assert xml.count("<w:del ") == xml.count("<w:ins ") == 1
    assert ">100</w:delText>" in xml
    assert ">130</w:t>" in xml
    assert 'w:author="某市发展和改革委员会"' in xml


def test_a_paragraph_that_stands_elsewhere_is_marked_as_moved():
    one, two = (
        Paragraph(("每年召开一次全市推进大会，通报各区进展。",)),
        Paragraph(("设立专门资金，对达标的单位给予补助。",)),
    )
    xml = marks(check(plan("甲", blocks=(one, two)), plan("甲", blocks=(two, one))))
    assert "<w:moveFrom " in xml
    assert "<w:moveTo " in xml
    assert xml.count('w:name="move1"') == 2


def cells(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((word,)) for word in words)


def test_rows_and_cells_of_tables():
    old = Table(("序号", "事项", "单位"), (cells("1", "改造园区", "市财政局"), cells("2", "服务企业", "市教育局")))
    new = Table(
        ("序号", "事项", "单位"),
        (
            cells("1", "改造老旧园区", "市财政局"),
            cells("2", "新建平台", "市科技局"),
            cells("3", "服务企业", "市教育局"),
        ),
    )
    check(plan("任务", blocks=(old,)), plan("任务", blocks=(new,)))
    check(plan("任务", blocks=(old,)), plan("任务", blocks=(Table(("甲", "乙"), (cells("丙", "丁"),)),)))
    check(plan("任务", blocks=(old,)), plan("任务"))
    check(plan("任务"), plan("任务", blocks=(old, new)))


texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join)
paragraphs = texts.map(lambda text: Paragraph((text,)))
tables = st.lists(st.tuples(paragraphs, paragraphs), min_size=1, max_size=3).map(
    lambda rows: Table(("事项", "单位"), tuple(rows))
)
boxes = st.lists(paragraphs, min_size=1, max_size=2).map(lambda inner: Box("重点工程", tuple(inner), ordinal=1))
blocks = st.lists(st.one_of(paragraphs, paragraphs, tables, boxes), min_size=1, max_size=4).map(tuple)
sections = st.builds(
    lambda title, inner, level: Section((title,), level, Number(Form.COMMA, 1), blocks=inner),
    st.sampled_from(["总体要求", "主要任务", "保障措施", "工作目标"]),
    blocks,
    st.just(1),
)
documents = st.lists(sections, min_size=1, max_size=4).map(
    lambda found: with_ids(Draft(), Document(title=("某市行动计划",), sections=tuple(found))).document
)


@given(documents, documents)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_accepted_is_the_new_and_rejected_the_old(old: Document, new: Document):
    check(old, new)


@given(documents, st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_so_it_is_after_a_few_edits(old: Document, data: st.DataObject):
    moved = data.draw(st.permutations(old.sections))
    kept = tuple(moved[: data.draw(st.integers(1, len(moved)))])
    changed = tuple(replace(one, blocks=data.draw(blocks)) if data.draw(st.booleans()) else one for one in kept)
    check(old, with_ids(Draft(), replace(old, sections=changed)).document)


@pytest.mark.parametrize(
    "changed", [Document(title=("另一份方案",)), Document(title=("某市行动计划",), status="征求意见稿")]
)
def test_titles_and_everything_gone(changed: Document):
    check(plan("总体要求"), replace(plan("保障措施"), title=changed.title, status=changed.status))
