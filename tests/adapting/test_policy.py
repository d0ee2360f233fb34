"""Figures of a policy: found, named after what is given or asked for, and left open for our own."""

import pytest

from drafter.adapting.localise import Origin, localise
from drafter.adapting.policy import figures, names_a_figure
from drafter.model.document import Document
from drafter.model.draft import Draft, SlotKind, SlotState

from .outline import knowledge, locality, section

JINAN = Origin("济南市行动计划", "济南市", (2022, 2025))
OURS = Draft(document=Document(period=(2026, 2028)), locality=locality())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按设备投入的10%给予补助，最高补助100万元。", {"10%": "补助比例", "100万元": "补助上限"}),
        ("给予不超过合同金额50%、最高300万元的经费支持。", {"50%": "支持资金比例上限", "300万元": "支持资金上限"}),
        ("对首次入选的团队给予20万元的一次性奖励。", {"20万元": "奖励金额"}),
        ("分别给予30万元、20万元奖励。", {"30万元": "奖励金额", "20万元": "奖励金额"}),
        ("对年营业收入1亿元以上的企业给予奖励。", {"1亿元以上": "年营业收入条件"}),
        ("对参与的企业，研发投入占比不低于8%。", {"8%": "研发投入占比条件"}),
        ("贷款贴息比例最高2%。", {"2%": "贴息比例上限"}),
        ("到2027年，企业达到50家，产值增长10%。", {}),
        ("每年遴选10家企业给予奖励。", {}),
    ],
)
def test_a_figure_is_named_after_what_is_given(text: str, expected: dict[str, str]):
    found = {text[one.start : one.end]: one.name for one in figures(text)}
    assert found == expected
    assert all(names_a_figure(name) for name in found.values())


def test_a_figure_becomes_an_open_slot_of_its_own_and_says_why():
    part = section(
        "一、政策",
        "按设备投入的10%给予补助，最高补助100万元。",
        "对新设机构，按规定最高补助100万元；最高补助100万元的，不再重复享受。",
    )
    new, slots = localise(part, JINAN, OURS, knowledge())
    assert [(slot.name, slot.original) for slot in slots] == [
        ("补助比例", "10%"),
        ("补助上限", "100万元"),
        ("补助上限2", "100万元"),
    ]
    assert all(slot.kind is SlotKind.TARGET and slot.state is SlotState.OPEN for slot in slots)
    assert all("政策标准" in slot.hint for slot in slots)
    draft = Draft(OURS.document, slots, OURS.locality, next_id=9)
    assert localise(new, JINAN, draft, knowledge()) == (new, ())


def test_a_rate_the_nation_sets_stays():
    part = section("一、政策", "企业所得税减按15%的税率征收，最高补助100万元。")
    assert localise(part, Origin("全国意见", ""), OURS, knowledge()) == (part, ())
