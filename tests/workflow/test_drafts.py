"""The use cases: starting a draft, picking sections, making a whole plan local."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter import resources, workflow
from drafter.errors import DrafterError, NotFound
from drafter.model.document import Box, Document, Paragraph, Section, SlotRef, Table
from drafter.model.draft import Draft, SlotState, open_slots, slot_texts
from drafter.model.edits import Spot
from drafter.model.numbering import Form, Number
from drafter.model.walk import find_section, heading_text, passages, sections, text_of


@pytest.fixture(scope="module")
def jinan() -> Document:
    return workflow.read(resources.reference_docs() / "jinan-action-plan.docx")


@pytest.fixture(scope="module")
def wuhan() -> Document:
    return workflow.read(resources.reference_docs() / "wuhan-implementation-plan.docx")


@pytest.fixture
def empty() -> Draft:
    return Draft(Document(period=(2026, 2028), region="威海市"), locality=workflow.locality("威海"))


def printed(draft: Draft) -> str:
    shown = slot_texts(draft)
    return "\n".join(text_of(passage.spans, shown) for passage in passages(draft.document))


def test_what_is_picked_knows_its_source_word_for_word(empty: Draft, jinan: Document):
    path, original = find_section(jinan, "元宇宙+文化旅游")
    draft = workflow.pick(empty, jinan, path, Spot(None, 0), "key")
    (section,) = draft.document.sections
    assert section.source
    assert (section.source.region, section.source.section, section.source.key) == ("济南市", path, "key")
    here = [passage.source.text for passage in passages(draft.document) if passage.source]
    there = [text_of(original.title), *(text_of(block.spans) for block in original.blocks)]
    assert here == there


def test_what_is_picked_is_counted_where_it_stands(empty: Draft, jinan: Document, wuhan: Document):
    draft = workflow.pick(empty, jinan, "二/（二）", Spot(None, 0))
    draft = workflow.pick(draft, wuhan, "三/（一）", Spot(draft.document.sections[0].id, 0))
    headings = [heading_text(section) for _, section in sections(draft.document)]
    assert headings[0].startswith("一、")
    assert headings[1].startswith("（一）")
    assert headings[2].startswith("1.")
    assert [section.level for _, section in sections(draft.document)][:3] == [1, 2, 3]


def test_one_agency_is_one_slot_in_all_picks_of_a_plan(empty: Draft, wuhan: Document):
    draft = workflow.pick(empty, wuhan, "三/（一）", Spot(None, 0))
    draft = workflow.pick(draft, wuhan, "三/（四）", Spot(None, 1))
    agencies = [slot for slot in draft.slots if slot.original == "市经信局"]
    assert [slot.value for slot in agencies] == ["市工业和信息化局"]
    assert "市经信局" not in printed(draft)


def test_without_a_place_of_its_own_nothing_is_settled_silently(jinan: Document):
    draft = workflow.pick(Draft(), jinan, "一", Spot(None, 0))
    assert draft.slots
    assert all(slot.state is SlotState.OPEN for slot in draft.slots)


def test_picking_what_is_not_there_changes_nothing(empty: Draft, jinan: Document):
    with pytest.raises(NotFound):
        workflow.pick(empty, jinan, "九/（九）", Spot(None, 0))


def test_a_new_draft_knows_place_theme_and_years():
    outline = workflow.outlines()[0]
    draft = workflow.start_draft(outline, workflow.locality("威海市"), "低空经济高质量发展", (2026, 2028))
    title = text_of(draft.document.title, slot_texts(draft))
    assert title == "威海市促进低空经济高质量发展行动计划（2026—2028年）"
    assert open_slots(draft)
    assert {slot.name for slot in open_slots(draft)}.isdisjoint({"地区", "主题", "期限", "期末年"})


@pytest.mark.parametrize("outline", workflow.outlines(), ids=lambda outline: outline.kind)
def test_every_outline_makes_a_draft_that_is_saved_and_exported(outline: workflow.Recipe, tmp_path: Path):
    draft = workflow.start_draft(outline, workflow.locality("绍兴"), "主题", (2026, 2028))
    workflow.save_draft(draft, tmp_path / "稿.draft.json")
    assert workflow.open_draft(tmp_path / "稿.draft.json") == draft
    done = workflow.export(draft, tmp_path / "稿.docx")
    again = workflow.read(done.path)
    assert [heading_text(one) for _, one in sections(again)] == [
        heading_text(one, slot_texts(draft)) for _, one in sections(draft.document)
    ]


def test_an_empty_draft_is_not_exported(empty: Draft, tmp_path: Path):
    with pytest.raises(DrafterError, match="空的"):
        workflow.export(empty, tmp_path / "稿.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_plan_made_local_keeps_its_outline(wuhan: Document):
    draft = workflow.localise_plan(wuhan, workflow.locality("威海"))
    assert len(list(sections(draft.document))) == len(list(sections(Document(sections=wuhan.sections))))
    assert "武汉" not in printed(draft)


ANNEX = Document(
    title=("济南市重点任务表",),
    preamble=(Paragraph(("济南市各部门执行。",)),),
    sections=(Section(("市科技局的任务",), 1, Number(Form.COMMA, 1), blocks=(Paragraph(("到2025年，济南见效。",)),)),),
)
INNER = Document(preamble=(Box("项目", (Paragraph(("历下区数字园区。",)),)),))
ROWS = Document(preamble=(Table(("任务", "单位"), ((Paragraph(("济南大学试点",)), Paragraph(("市政数局",))),)),))


def with_annexes() -> Document:
    return Document(
        title=("济南市行动计划（2022—2025年）",), region="济南市", period=(2022, 2025), issuer="济南市人民政府",
        document_number="济政发〔2022〕1号", attachments=(replace(ANNEX, attachments=(INNER,)), ROWS),
    )  # fmt: skip


def test_annexes_are_made_local_with_all_that_stands_in_them():
    draft = workflow.localise_plan(with_annexes(), workflow.locality("威海"))
    assert draft.document.attachments[0].sections[0].number == Number(Form.COMMA, 1)
    assert not [word for word in ("济南", "历下", "市政数局") if word in printed(draft)]
    assert [one.section for one in passages(draft.document)] == [
        one.section for one in passages(with_annexes())
    ]  # nothing lost, nothing moved
    cell = list(passages(draft.document))[-1]
    assert cell.spans == (SlotRef(next(one.id for one in draft.slots if one.original == "市政数局")),)
    assert cell.source
    assert (cell.source.section, cell.source.text) == ("附件2", "市政数局")
    assert workflow.leftovers(draft) == ()


def test_what_the_other_office_issued_it_with_stays_behind():
    local = workflow.localise_plan(with_annexes(), workflow.locality("威海")).document
    assert (local.issuer, local.document_number, local.region) == ("", "", "威海市")


def test_a_plan_of_our_own_stays_as_it_is():
    draft = workflow.localise_plan(with_annexes(), workflow.locality("济南"))
    assert draft.slots == ()
    assert (draft.document.issuer, draft.document.period) == ("济南市人民政府", (2022, 2025))
    assert printed(draft) == "\n".join(text_of(one.spans) for one in passages(with_annexes()))
