"""Leftovers: what is still foreign is reported with a reason, and what is ours never."""

from dataclasses import replace

import pytest

from drafter.adapting.leftovers import leftovers
from drafter.model.document import Box, Document, Paragraph, Section, SlotId, SlotRef, Source
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, keep
from drafter.model.finding import Finding, Severity

from .outline import knowledge, locality, paragraph

SOURCE = Source("武汉市实施方案", "武汉市", "三", "鼓励我市“光芯屏端网”企业和岚图等企业发展")


def draft_of(text: str, source: Source | None = None, slots: tuple[Slot, ...] = ()) -> Draft:
    made = replace(paragraph(text), source=source)
    return Draft(Document(sections=(Section(("任务",), 1, blocks=(made,)),)), slots, locality())


def found(text: str, source: Source | None = None) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in leftovers(draft_of(text, source), knowledge())]


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("推动武汉产业发展。", "foreign-place", "武汉"),
        ("成果在汉落地转化。", "foreign-place", "汉"),
        ("在历下区试点。", "foreign-place", "历下区"),
        ("武汉市经信局牵头。", "foreign-agency", "武汉市经信局"),
        ("依托济南大学、武汉旅体集团。", "foreign-organisation", "济南大学"),
        ("落实《武汉市数字规划》。", "foreign-document", "《武汉市数字规划》"),
        ("落实《规划》（沪府办发〔2025〕11号）。", "foreign-document", "《规划》（沪府办发〔2025〕11号）"),
        ("推进（责任单位：市地方金融监管局）", "former-agency", "市地方金融监管局"),
        ("由市规划局负责。", "former-agency", "市规划局"),
        ("由市环保局负责。", "former-agency", "市环保局"),
    ],
)
def test_what_is_foreign_or_former_is_reported_with_a_reason(text: str, rule: str, words: str):
    finding: Finding = leftovers(draft_of(text), knowledge())[0]
    assert (finding.rule, finding.text) == (rule, words)
    assert len(finding.message) > 6
    assert text[finding.place.start : finding.place.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "威海市、荣成市和环翠区，驻威高校，支持威海职业学院。",
        "山东省、山东大学、省科技厅，国家数据局，全国先进。",
        "威海火炬高技术产业开发区、威海综合保税区。",
        "落实《山东省数字规划》（鲁政发〔2025〕1号）、《国家规划》、《威海市方案》。",
        "市工业和信息化局、市大数据局、市委金融办、各区市人民政府。",
        "建设创新中心，在新时代打造平台，汉语教学。",
    ],
)
def test_what_is_ours_our_provinces_or_the_nations_is_not_reported(text: str):
    assert found(text) == []


def test_a_name_of_the_source_is_an_error_with_our_name_and_another_place_a_doubt():
    (ours,) = leftovers(draft_of("在武汉打造高地。", SOURCE), knowledge())
    (other,) = leftovers(draft_of("对标杭州经验。", SOURCE), knowledge())
    assert (ours.severity, ours.suggestion) == (Severity.ERROR, "威海")
    assert other.severity is Severity.DOUBT


def test_a_foreign_agency_is_answered_with_ours():
    (finding,) = leftovers(draft_of("武汉市经信局牵头。"), knowledge())
    assert finding.suggestion == "市工业和信息化局"


def test_firms_and_slogans_of_the_source_are_reported_where_they_stand_again():
    assert found("培育“光芯屏端网”集群，支持岚图发展，依托汉阳园区。", SOURCE) == [
        ("foreign-organisation", "“光芯屏端网”"),
        ("foreign-organisation", "岚图"),
        ("foreign-organisation", "汉阳园区"),
    ]


def with_slot(slot: Slot, after: str = "") -> Draft:
    spans = ("依托", SlotRef(slot.id), "发展。", after) if after else ("依托", SlotRef(slot.id), "发展。")
    return Draft(Document(sections=(Section(("任务",), 1, blocks=(Paragraph(spans),)),)), (slot,), locality())


SLOT = Slot(SlotId(1), SlotKind.ORGANISATION, "本地高校", "歌尔创客", SOURCE)


def test_open_slots_and_slots_kept_with_a_reason_are_not_reported():
    assert leftovers(with_slot(SLOT), knowledge()) == ()
    kept = with_slot(replace(SLOT, original="武汉大学"))
    assert leftovers(keep(kept, SLOT.id, "合作高校"), knowledge()) == ()


def test_a_foreign_value_put_into_a_slot_is_reported():
    filled = replace(SLOT, value="武汉大学", state=SlotState.REPLACED)
    (finding,) = leftovers(with_slot(filled), knowledge())
    assert (finding.text, finding.place.start) == ("武汉大学", 2)


def test_a_name_that_a_slot_replaced_is_reported_when_typed_back():
    (finding,) = leftovers(with_slot(SLOT, "支持歌尔创客壮大。"), knowledge())
    assert finding.text == "歌尔创客"


def test_without_a_locality_only_the_sources_own_names_are_reported():
    draft = replace(draft_of("武汉和杭州。", SOURCE), locality=None)
    assert [finding.text for finding in leftovers(draft, knowledge())] == ["武汉"]


def test_the_title_is_checked_too():
    draft = replace(draft_of("正文"), document=Document(title=("武汉市行动计划",)))
    assert [finding.text for finding in leftovers(draft, knowledge())] == ["武汉市"]


def test_the_title_of_a_box_is_checked_too():
    box = Box("武汉行动", (Paragraph(("正文",)),), ordinal=1)
    draft = Draft(Document(sections=(Section(("任务",), 1, blocks=(box,)),)), (), locality())
    (finding,) = leftovers(draft, knowledge())
    assert (finding.text, finding.place.block) == ("武汉", (0,))
