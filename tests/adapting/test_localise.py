"""A section made local: what is replaced, what stays open, what stays, and that doing it twice changes nothing."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.adapting.leftovers import leftovers
from drafter.adapting.localise import Origin, localise
from drafter.model.document import Clause, Document, Role, Section
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, open_slots, slot_texts
from drafter.model.edits import Spot, insert_section
from drafter.model.finding import Severity
from drafter.model.walk import paragraphs, text_of

from .outline import knowledge, locality, paragraph, section

JINAN = Origin("济南市行动计划", "济南市", (2022, 2025))
WUHAN = Origin("武汉市实施方案", "武汉市", (2022, 2024))
SHANDONG = Origin("山东省指导意见", "山东省")
OURS = Draft(document=Document(period=(2026, 2028)), locality=locality())


def texts(part: Section, shown: Draft) -> list[str]:
    """The paragraphs of a section as printed."""
    printed = [text_of(one.spans, slot_texts(shown)) for one in paragraphs(part.blocks)]
    return printed + [line for child in part.children for line in texts(child, shown)]


def with_originals(part: Section, draft: Draft) -> list[str]:
    """The paragraphs of a section with the original words in its slots."""
    kept = tuple(replace(slot, state=SlotState.KEPT) for slot in draft.slots)
    return texts(part, replace(draft, slots=kept))


def made_local(text: str, origin: Origin = JINAN, draft: Draft = OURS) -> tuple[str, tuple[Slot, ...]]:
    new, slots = localise(Section(("任务",), 1, blocks=(paragraph(text),)), origin, draft, knowledge())
    (line,) = texts(new, replace(draft, slots=draft.slots + slots))
    return line, slots


@pytest.mark.parametrize(
    ("text", "origin", "local"),
    [
        ("将济南打造成高地，济南市统筹。", JINAN, "将威海打造成高地，威海市统筹。"),
        ("山东省出台政策，支持我市发展。", JINAN, "山东省出台政策，支持我市发展。"),
        ("发挥山东大学作用。", JINAN, "发挥山东大学作用。"),
        ("对标北京经验，落实《国家数据规划》。", JINAN, "对标北京经验，落实《国家数据规划》。"),
        ("支持湖北省企业来汉发展。", WUHAN, "支持山东省企业来威发展。"),
        ("济南市各部门和济南市直有关单位执行。", JINAN, "威海市各部门和威海市直有关单位执行。"),
        ("我省实施，全省推广，机构落户山东。", SHANDONG, "我市实施，全市推广，机构落户威海。"),
        ("来鲁投资，我厅负责，省直有关部门配合。", SHANDONG, "来威投资，我局负责，市直有关部门配合。"),
        ("全市场推广，威海市先行。", SHANDONG, "全市场推广，威海市先行。"),
        ("到2025年建成，2022—2025年实施。", JINAN, "到2028年建成，2026—2028年实施。"),
        ("“十四五”时期，2019年以来。", JINAN, "“十四五”时期，2019年以来。"),
        ("市经信局牵头，武汉市经信局配合。", WUHAN, "市工业和信息化局牵头，威海市工业和信息化局配合。"),
        ("做好布局（责任单位：市科技局、市政数局）", WUHAN, "做好布局（责任单位：市科技局、市大数据局）"),
        ("推进（责任单位：省科技厅，有关省直单位）", SHANDONG, "推进（责任单位：市科技局，有关市直单位）"),
        (
            "推进（责任单位：市科技局，各区人民政府/开发区管委会）",
            WUHAN,
            "推进（责任单位：市科技局，各区市人民政府、国家级开发区管委、综保区管委）",
        ),
    ],
)
def test_what_the_tables_know_is_replaced_and_what_is_ours_stays(text: str, origin: Origin, local: str):
    line, slots = made_local(text, origin)
    assert line == local
    assert all(slot.state is SlotState.REPLACED and slot.reason for slot in slots)


@pytest.mark.parametrize(
    ("text", "origin", "local", "kind"),
    [
        ("在历下区试点。", JINAN, "在【所辖区县】试点。", SlotKind.REGION),
        ("做强潍坊产业。", SHANDONG, "做强【所辖城市】产业。", SlotKind.REGION),
        ("依托济南大学。", JINAN, "依托【本地高校】。", SlotKind.ORGANISATION),
        ("建设青岛虚拟现实产业园。", SHANDONG, "建设【本地园区】。", SlotKind.ORGANISATION),
        ("落实《济南市人才规划》。", JINAN, "落实【本地规划】。", SlotKind.DOCUMENT),
        ("落实《科技方案》（鲁政办字〔2024〕43号）。", SHANDONG, "落实【本地方案】。", SlotKind.DOCUMENT),
        ("培育100家以上数字企业。", JINAN, "培育【数字企业数量】数字企业。", SlotKind.TARGET),
        ("产业规模达到千亿级。", JINAN, "产业规模达到【产业规模】。", SlotKind.TARGET),
        ("2023年启动。", JINAN, "【年份】启动。", SlotKind.PERIOD),
        ("到2025年，建成体系。", SHANDONG, "到【年份】，建成体系。", SlotKind.PERIOD),
        ("支持各市协调联动。", SHANDONG, "支持【各区县】协调联动。", SlotKind.REGION),
        ("推进（责任单位：武汉旅体集团）", WUHAN, "推进（责任单位：【责任单位】）", SlotKind.AGENCY),
        ("推进（责任单位：省通信管理局）", SHANDONG, "推进（责任单位：【通信管理部门】）", SlotKind.AGENCY),
        ("推进（责任单位：市量子发展局）", WUHAN, "推进（责任单位：【责任单位】）", SlotKind.AGENCY),
    ],
)
def test_what_only_a_planner_knows_stays_open_with_a_hint(text: str, origin: Origin, local: str, kind: SlotKind):
    line, (slot,) = made_local(text, origin)
    assert line == local
    assert (slot.kind, slot.state) == (kind, SlotState.OPEN)
    assert slot.hint or slot.proposal
    assert slot.source is not None
    assert slot.source.region == origin.region


def test_a_year_inside_the_period_is_proposed_and_an_unknown_agency_too():
    assert made_local("2023年启动。")[1][0].proposal == "2027年"
    assert made_local("到2025年。", SHANDONG)[1][0].proposal == "2028年"
    assert made_local("推进（责任单位：市文化旅游体育发展局）", WUHAN)[1][0].proposal == "市文化和旅游局"


def test_the_hint_of_a_target_tells_value_and_origin():
    (slot,) = made_local("到2027年，培育100家以上数字企业。", Origin("甲", "济南市"), replace(OURS, locality=None))[1][
        1:
    ]
    assert "济南市" in slot.hint
    assert "100家以上" in slot.hint


def test_the_same_thing_is_one_slot_also_across_picks():
    first, slots = localise(
        section("一、甲", "培育100家以上企业。", "培育100家以上企业，依托济南大学。"), JINAN, OURS, knowledge()
    )
    assert len(slots) == 2
    draft = replace(OURS, slots=slots, next_id=OURS.next_id + len(slots))
    _, more = localise(
        section("二、乙", "济南大学牵头，培育100家以上企业，培育100家以上高校。"), JINAN, draft, knowledge()
    )
    assert [slot.name for slot in more] == ["高校数量"]
    assert first.blocks


def test_two_open_slots_never_print_the_same():
    _, slots = made_local("在历下区、章丘区、莱芜区试点。")
    assert [slot.shown for slot in slots] == ["【所辖区县】", "【所辖区县2】", "【所辖区县3】"]


def test_lead_and_support_survive():
    new, _ = localise(section("一、甲", "推进。（牵头单位：市经信局）（责任单位：市教育局）"), WUHAN, OURS, knowledge())
    clauses = [span for one in paragraphs(new.blocks) for span in one.spans if isinstance(span, Clause)]
    assert [[party.role for party in clause.parties] for clause in clauses] == [[Role.LEAD], [None]]


def test_localising_to_the_plans_own_place_changes_nothing():
    part = section("一、济南", "济南市培育100家以上企业，到2025年。")
    assert localise(part, Origin("甲", "威海市", (2022, 2025)), OURS, knowledge()) == (part, ())


def test_without_a_locality_everything_is_open():
    draft = Draft(document=Document(period=(2026, 2028)))
    _, slots = made_local(
        "济南市经信局和市科技局到2026年培育100家以上企业（责任单位：市教育局、各区人民政府）", JINAN, draft
    )
    assert {slot.kind for slot in slots} == {SlotKind.AGENCY, SlotKind.TARGET}
    assert all(slot.state is SlotState.OPEN for slot in slots)


def test_a_plan_of_the_nation_keeps_its_names():
    line, slots = made_local("工业和信息化部会同国家数据局，支持北京、上海先行。", Origin("甲", ""))
    assert (line, slots) == ("工业和信息化部会同国家数据局，支持北京、上海先行。", ())


PIECES = (
    *("济南", "济南市", "历下区", "山东省", "我市", "市经信局", "市科技局", "济南大学", "青岛虚拟现实产业园"),
    *("《济南市规划》", "到2025年", "2023年", "培育100家以上企业", "达到千亿级", "来济", "，", "。", "、", "“黄河”"),
    *("歌尔等企业", "建设", "的", "各区人民政府"),
    *("按投入的10%给予补助", "最高补助100万元", "年收入1亿元以上的企业", "各类企业数量达到100家以上"),
    "（责任单位：市经信局、各区人民政府/开发区管委会）",
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([JINAN, SHANDONG, WUHAN]))
def test_localising_twice_is_localising_once(pieces: list[str], origin: Origin):
    part = Section(("济南",), 1, blocks=(paragraph("".join(pieces)),))
    once, slots = localise(part, origin, OURS, knowledge())
    draft = replace(OURS, slots=slots, next_id=OURS.next_id + len(slots))
    assert localise(once, origin, draft, knowledge()) == (once, ())
    assert with_originals(once, draft) == with_originals(part, draft)


def test_a_localised_plan_has_nothing_foreign_left_and_loses_nothing(shared: Path):
    from drafter.reading.files import read_file

    foreign = re.compile("武汉|济南|汉阳|武昌|黄陂|光谷|黄鹤楼|古琴台|青岛|潍坊|烟台")
    for path in sorted((shared / "seeds").glob("00[1-4]*.txt")):
        document = read_file(path)
        origin = Origin(text_of(document.title), document.region, document.period)
        draft = OURS
        for part in document.sections:
            new, slots = localise(part, origin, draft, knowledge())
            draft = replace(draft, slots=draft.slots + slots, next_id=draft.next_id + len(slots))
            assert localise(new, origin, draft, knowledge()) == (new, ())
            assert with_originals(new, draft) == with_originals(part, draft)
            after = "".join(texts(new, draft))
            assert not foreign.search(after), foreign.search(after)
            draft = insert_section(draft, new, Spot(None, len(draft.document.sections)))
        assert [found for found in leftovers(draft, knowledge()) if found.severity is Severity.ERROR] == []
        assert open_slots(draft)


def test_one_target_spelled_in_two_ways_is_one_slot():
    part = section(
        "一、目标", "产业规模达到1,500亿元。", "产业规模达到1500亿元。", "培育特色企业百家。", "培育特色企业100家。"
    )
    _, slots = localise(part, JINAN, OURS, knowledge())
    assert [slot.original for slot in slots if slot.kind is SlotKind.TARGET] == ["1,500亿元", "百家"]


def targets_of(*slots: Slot) -> list[Slot]:
    return [slot for slot in slots if slot.kind is SlotKind.TARGET]


def test_one_indicator_in_two_wordings_is_one_slot_and_says_so():
    part = section("一、目标", "培育数字企业100家以上。", "各类数字企业数量达到100家以上。")
    new, slots = localise(part, JINAN, OURS, knowledge())
    (slot,) = targets_of(*slots)
    assert "数字企业" in slot.hint
    assert "文中另作" in slot.hint
    assert [text.count("【") for text in texts(new, replace(OURS, slots=slots))] == [1, 1]


def test_a_second_wording_in_a_later_pick_joins_the_slot_and_its_hint_grows():
    _, first = localise(section("一、甲", "数字企业数量达到100家以上。"), JINAN, OURS, knowledge())
    draft = replace(OURS, slots=first, next_id=OURS.next_id + len(first))
    _, again = localise(section("二、乙", "各类数字企业达到100家以上。"), JINAN, draft, knowledge())
    (slot,) = again
    assert slot.id == first[0].id
    assert slot.hint.startswith(first[0].hint)
    assert len(slot.hint) > len(first[0].hint)


def test_two_parts_of_one_sum_stay_two_slots_and_the_second_asks():
    part = section("一、任务", "打造试点示范项目15个以上。", "打造试点项目15个以上。")
    first, second = targets_of(*localise(part, JINAN, OURS, knowledge())[1])
    assert first.name in second.hint
    assert "可能是同一指标" in second.hint


def test_another_plans_value_stays_its_own_slot_and_the_hint_names_both():
    _, first = localise(section("一、甲", "数字企业达到100家以上。"), JINAN, OURS, knowledge())
    draft = replace(OURS, slots=first, next_id=OURS.next_id + len(first))
    _, (slot,) = localise(section("二、乙", "数字企业达到50家。"), WUHAN, draft, knowledge())
    assert "武汉市：50家" in slot.hint
    assert "济南市：100家以上" in slot.hint
    _, (other,) = localise(section("二、乙", "数字企业产值达到50亿元。"), WUHAN, draft, knowledge())
    assert "可能是同一指标" not in other.hint


WHY = [
    ("市经信局牵头。", WUHAN, "同一职能（工业和信息化）：市经信局（别处的叫法）在本地是市工业和信息化局"),
    ("推进（责任单位：市政数局）", WUHAN, "机构名录的通称是市数据局，本地信息写作市大数据局，从后者"),
    ("推进（责任单位：市地方金融监管局）", WUHAN, "年以前的名称"),
    ("省直有关单位配合。", SHANDONG, "“省直有关单位”是统称，本地写作“市直有关单位”"),
    ("将济南打造成高地。", JINAN, "来源地的名称，换为本地的“威海”"),
    ("支持湖北省企业。", WUHAN, "来源地的上级湖北省"),
    ("在历下区试点。", JINAN, "历下区在来源地境内"),
    ("我省实施。", SHANDONG, "山东省自称“我省”，本地自称“我市”"),
    ("到2025年建成。", JINAN, "规划期由2022—2025年改为2026—2028年"),
    ("到2025年建成。", SHANDONG, "未写规划期，建议用本地规划期的末年"),
    ("依托济南大学。", JINAN, "名称里有来源地的“济南”"),
    ("依托山东大学。", SHANDONG, "也有一说：山东省的高校"),
    ("落实《山东省人才规划》。", SHANDONG, "作为上级部署来落实的可以保留"),
    ("落实《济南市人才规划》。", JINAN, "来源地的规划"),
    ("推进（责任单位：市量子发展局）", WUHAN, "机构名录中没有“市量子发展局”，名称相近的是"),
]


@pytest.mark.parametrize(("text", "origin", "says"), WHY)
def test_every_proposal_is_explained_in_a_sentence_and_two_readings_are_both_said(text: str, origin: Origin, says: str):
    _, (slot, *_) = made_local(text, origin)
    assert says in (slot.reason or slot.hint)
