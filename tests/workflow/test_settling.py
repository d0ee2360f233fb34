"""What others say for a target, and slots settled together."""

from dataclasses import replace

import pytest

from drafter import workflow
from drafter.model.document import Document, Paragraph, Section, SlotId, SlotRef
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.model.edits import Spot
from drafter.model.walk import passages
from drafter.workflow import Settling, Standing


def plan(region: str, *lines: str, period: tuple[int, int] = (2023, 2025)) -> Document:
    blocks = tuple(Paragraph((line,)) for line in lines)
    title = (f"{region or '全国'}低空产业行动计划",)
    return Document(title=title, sections=(Section(("发展目标",), 1, blocks=blocks),), region=region, period=period)


def drafted() -> Draft:
    draft = replace(
        Draft(Document(period=(2026, 2028)), locality=workflow.locality("威海市")),
    )
    return workflow.pick(draft, plan("济南市", "到2025年，低空制造企业达到120家以上。"), "发展目标", Spot(None, 0))


def target(draft: Draft) -> SlotId:
    return next(slot.id for slot in draft.slots if slot.kind is SlotKind.TARGET)


def test_superiors_come_before_peers_with_value_year_place_and_reason():
    draft = drafted()
    plans = [
        plan("合肥市", "建成起降点30个。", "力争全市低空制造企业突破200家。"),
        plan("山东省", "到2027年，全省低空制造企业达到500家。", period=(2025, 2027)),
        plan("济南市", "到2025年，低空制造企业达到120家以上。"),
    ]
    said = workflow.said_elsewhere(draft, target(draft), plans)
    assert [(one.level, one.region, one.value, one.unit, one.year) for one in said] == [
        (Standing.SUPERIOR, "山东省", 500, "家", 2027),
        (Standing.PEER, "合肥市", 200, "家", 2025),
    ]
    assert said[1].section == "发展目标"
    assert said[1].sentence == "力争全市低空制造企业突破200家。"
    assert said[1].why


@pytest.mark.parametrize(
    "line", ["低空制造企业产值达到120亿元。", "低空制造企业数量年均增长12%。", "低空物流航线达到120条。"]
)
def test_another_measure_is_not_offered(line: str):
    draft = drafted()
    assert workflow.said_elsewhere(draft, target(draft), [plan("合肥市", line)]) == ()


def test_a_plan_of_a_place_below_ours_says_nothing():
    draft = drafted()
    assert workflow.said_elsewhere(draft, target(draft), [plan("荣成市", "低空制造企业达到20家。")]) == ()


def slots(*rows: tuple[SlotKind, str, str, str]) -> Draft:
    made = tuple(
        Slot(SlotId(n), kind, name, original, proposal=offer) for n, (kind, name, original, offer) in enumerate(rows, 1)
    )
    spans = tuple(part for slot in made for part in (SlotRef(slot.id), "，"))
    return Draft(Document(preamble=(Paragraph(spans),)), made, next_id=len(made) + 1)


AGENCY, FIRM = SlotKind.AGENCY, SlotKind.ORGANISATION
FOUR = slots(
    (FIRM, "本地企业", "甲电子", ""),
    (FIRM, "本地企业2", "乙电子", "丙电子"),
    (AGENCY, "本地企业", "甲局", ""),
    (FIRM, "本地园区", "甲电子", ""),
)


def test_alike_are_slots_of_one_kind_with_the_same_name_or_original():
    assert workflow.alike(FOUR, SlotId(1)) == (1, 2, 4)
    assert workflow.alike(FOUR, SlotId(3)) == (3,)


def test_all_are_settled_in_one_edit():
    ids = workflow.alike(FOUR, SlotId(1))
    replaced = workflow.settle_all(FOUR, ids, Settling.REPLACE, "丁电子")
    assert [slot.shown for slot in replaced.slots] == ["丁电子", "丁电子", "【本地企业】", "丁电子"]
    offered = workflow.settle_all(FOUR, ids, Settling.REPLACE)
    assert [slot.state for slot in offered.slots] == [
        SlotState.OPEN,
        SlotState.REPLACED,
        SlotState.OPEN,
        SlotState.OPEN,
    ]
    kept = workflow.settle_all(FOUR, ids, Settling.KEEP, "总部在本地")
    assert {(slot.state, slot.reason) for slot in kept.slots if slot.id in ids} == {(SlotState.KEPT, "总部在本地")}
    gone = workflow.settle_all(FOUR, ids, Settling.DELETE)
    assert [slot.id for slot in gone.slots] == [3]
    assert SlotRef(SlotId(1)) not in [span for one in passages(gone.document) for span in one.spans]
