"""Corrections of a plan that was read: the headings change, no text is lost, and what is done can be taken back."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.model.corrections import (
    Row,
    demote,
    described,
    promote,
    retitle,
    rows,
    to_heading,
    to_paragraph,
)
from drafter.model.document import Clause, Document, Paragraph, Party, Section
from drafter.model.numbering import Form, Number, Numbering
from drafter.model.walk import heading_text, paragraphs, sections, text_of
from tests.model.trees import documents

FORMS = (Form.COMMA, Form.BRACKET, Form.DOT)


def one(
    title: str, level: int = 1, ordinal: int = 1, *children: Section, run_in: bool = False, text: str = ""
) -> Section:
    blocks = (Paragraph((text,)),) if text else ()
    return Section((title,), level, Number(FORMS[level - 1], ordinal), run_in, blocks, children)


PLAN = Document(
    title=("某市行动计划",),
    preamble=(Paragraph(("为加快发展，制定本计划。",)),),
    sections=(
        one(
            "总体要求",
            1,
            1,
            one("指导思想", 2, 1, run_in=True, text="坚持发展。"),
            one("目标", 2, 2, text="到2028年。"),
        ),
        one("任务", 1, 2, one("甲", 2, 1), one("乙", 2, 2, one("丙", 3, 1)), one("丁", 2, 3)),
    ),
    attachments=(Document(title=("清单",), sections=(one("附表", text="一项。"),)),),
)


def outline(document: Document) -> list[str]:
    return [f"{path} {heading_text(section)}" for path, section in sections(document)]


def printed(document: Document) -> str:
    """The characters of a document in reading order; marks that stand only between a heading and its text aside."""
    return re.sub("[。、]", "", "".join(_printed(document)))


def _printed(document: Document) -> Iterator[str]:
    for _, node in rows(document):
        if isinstance(node, Section):
            yield heading_text(node, lambda _: "空")
        else:
            yield from (one.marker + text_of(one.spans, lambda _: "空") for one in paragraphs((node,)))


def row_of(document: Document, title: str) -> Row:
    return next(row for row, node in rows(document) if isinstance(node, Section) and text_of(node.title) == title)


def test_promoting_keeps_the_order_of_the_text_and_takes_what_follows_under_it():
    promoted = promote(PLAN, row_of(PLAN, "乙"))
    assert outline(promoted)[3:] == [
        "二 二、任务",
        "二/（一） （一）甲",
        "（二） （二）乙",
        "（二）/1. 1.丙",
        "（二）/（三） （三）丁",
        "附件1/一 一、附表",
    ]
    assert [section.level for _, section in sections(promoted)][3:] == [1, 2, 1, 2, 2, 1]
    assert promote(PLAN, row_of(PLAN, "任务")) is PLAN


def test_demoting_puts_a_section_with_all_under_it_into_the_one_before():
    demoted = demote(PLAN, row_of(PLAN, "任务"))
    assert [section.level for _, section in sections(demoted)] == [1, 2, 2, 2, 3, 3, 4, 3, 1]
    assert len(demoted.sections) == 1
    assert demote(PLAN, row_of(PLAN, "甲")) is PLAN
    assert demote(PLAN, row_of(PLAN, "附表")) is PLAN


def test_a_run_in_heading_becomes_one_paragraph_of_the_section_above():
    joined = to_paragraph(PLAN, row_of(PLAN, "指导思想"))
    assert joined.sections[0].blocks == (Paragraph(("指导思想。坚持发展。",), "（一）"),)
    assert printed(joined) == printed(PLAN)


def test_the_first_heading_of_all_joins_the_preamble():
    joined = to_paragraph(PLAN, row_of(PLAN, "总体要求"))
    assert joined.preamble[-1] == Paragraph(("总体要求",), "一、")
    assert [section.level for _, section in sections(joined)][:2] == [1, 1]
    assert printed(joined) == printed(PLAN)


def test_a_paragraph_becomes_a_heading_by_its_first_sentence_and_its_number():
    document = replace(PLAN, sections=(one("任务", text="正文。"),), numbering=Numbering(FORMS))
    long = Paragraph(("做强产业。", "培育企业。", Clause(("（责任单位：", Party("市工信局"), "）"))), "（一）")
    document = replace(
        document, sections=(replace(document.sections[0], blocks=(Paragraph(("正文。",)), long, Paragraph(("后文",)))),)
    )
    split = to_heading(document, Row(0, 0, 1))
    made = split.sections[0].children[0]
    assert (heading_text(made), made.run_in, made.level) == ("（一）做强产业", True, 2)
    assert [text_of(block.spans) for block in made.blocks] == ["培育企业。（责任单位：市工信局）", "后文"]
    assert to_paragraph(split, Row(0, 1)) == replace(
        document,
        sections=(
            replace(
                document.sections[0],
                blocks=(
                    Paragraph(("正文。",)),
                    replace(long, spans=("做强产业。培育企业。", long.spans[2])),
                    Paragraph(("后文",)),
                ),
            ),
        ),
    )


def test_a_paragraph_without_a_number_stands_one_level_below_and_one_before_all_headings_on_the_first():
    assert to_heading(PLAN, Row(0, 2, 0)).sections[0].children[1].children[0].level == 3
    assert heading_text(to_heading(PLAN, Row(0, -1, 0)).sections[0]) == "为加快发展，制定本计划"
    assert to_heading(PLAN, Row(1, 0, 0)).attachments[0].sections[0].children[0].title == ("一项",)


def test_a_table_is_no_heading_and_a_row_that_is_not_there_changes_nothing():
    assert to_heading(PLAN, Row(0, 0)) is PLAN
    for act in (promote, demote, to_paragraph):
        assert act(PLAN, Row(0, 99)) is PLAN
        assert act(PLAN, Row(0, 1, 0)) is PLAN


def test_a_title_is_typed_with_its_number():
    named = retitle(PLAN, row_of(PLAN, "目标"), "（三）主要目标")
    assert outline(named)[2] == "一/（三） （三）主要目标"
    assert heading_text(retitle(PLAN, row_of(PLAN, "目标"), "目标").sections[0].children[1]) == "目标"
    assert retitle(PLAN, row_of(PLAN, "目标"), "（二）目标") is PLAN
    assert retitle(PLAN, row_of(PLAN, "目标"), " ") is PLAN


def test_metadata_is_typed_and_what_is_no_date_is_refused():
    new = described(
        PLAN, title="甲市计划", region="甲市", kind="行动计划", issuer="", date="2026-1-5", period="2026—2028年"
    )
    assert (new.title, new.region, new.date, new.period) == (("甲市计划",), "甲市", "2026-01-05", (2026, 2028))
    same = {"title": "甲", "region": "", "kind": "", "issuer": ""}
    assert described(PLAN, **same, date="2026年3月10日", period="").date == "2026-03-10"
    assert described(PLAN, **same, date="", period="2026").period == (2026, 2026)
    for wrong in (
        {"date": "2026-13-01", "period": ""},
        {"date": "", "period": "十年"},
        {"date": "", "period": "2028-2026"},
    ):
        with pytest.raises(DrafterError):
            described(PLAN, **same, **wrong)


@settings(max_examples=50)
@given(documents, st.data())
def test_no_act_loses_text(document: Document, data: st.DataObject):
    found = [row for row, _ in rows(document)]
    if not found:
        return
    row = data.draw(st.sampled_from(found))
    act = data.draw(st.sampled_from([promote, demote, to_paragraph, to_heading]))
    assert printed(act(document, row)) == printed(document)


@settings(max_examples=50)
@given(documents, st.data())
def test_promoting_what_was_demoted_gives_the_document_back(document: Document, data: st.DataObject):
    found = [row for row, node in rows(document) if isinstance(node, Section)]
    if found:
        row = data.draw(st.sampled_from(found))
        lower = demote(document, row)
        assert lower is document or promote(lower, row) == document


@settings(max_examples=50)
@given(documents, st.data())
def test_headings_never_skip_a_level(document: Document, data: st.DataObject):
    for _ in range(4):
        found = [row for row, _ in rows(document)]
        if not found:
            return
        row = data.draw(st.sampled_from(found))
        document = data.draw(st.sampled_from([promote, demote, to_paragraph, to_heading]))(document, row)

    def check(children: tuple[Section, ...], level: int) -> None:
        for child in children:
            assert child.level == level
            check(child.children, level + 1)

    for part in (document, *document.attachments):
        check(part.sections, 1)
