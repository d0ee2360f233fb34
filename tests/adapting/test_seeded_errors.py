"""No foreign thing stays silent in a localised draft, and a plan checked against its own city is left in peace."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from drafter import resources, workflow
from drafter.adapting.leftovers import leftovers
from drafter.model.document import Document
from drafter.model.draft import Draft, SlotKind
from drafter.model.walk import passages, text_of

from .outline import knowledge, locality, outline
from .seeding import Seeded, seeded
from .silence import LISTS, alarms, silent_everywhere
from .silence import silent as silent_in

CITIES = ("weihai", "jinan", "yichang", "shaoxing")
OURS = {
    "yichang": ("湖北省科技厅", "荆楚"),
    "jinan": ("历城区教育局", "泉城"),
    "weihai": (),
    "shaoxing": ("浙", "市经信局"),
}
"""What of the seeded things is not foreign there."""
OWN = outline(
    "一、总体要求 / 抢抓机遇，建设滨海强市。 / 到2027年，海洋产业规模达到900亿元。 / 二、重点任务 / "
    "（一）壮大产业。支持泉州企业做强，在泉高校参与。（责任单位：市海洋局、市科技局） / "
    "（二）拓展场景。打造泉州古城沉浸式街区。",
    title=("泉州市海洋产业行动计划（2025—2027年）",),
    region="泉州市",
    period=(2025, 2027),
)


def silent(document: Document, city: str, count: int, seed: int) -> list[tuple[str, str]]:
    draft = workflow.localise_plan(document, locality(city))
    return told(silent_in(draft, seeded(draft, OURS.get(city, ()), count, seed)))


def told(missed: Iterable[Seeded]) -> list[tuple[str, str]]:
    return [(one.kind, one.sentence) for one in missed]


@pytest.mark.parametrize("city", CITIES)
def test_nothing_foreign_stays_silent_in_our_reference_plans(city: str):
    missed = []
    for index, path in enumerate(sorted(resources.reference_docs().glob("*.docx"))):
        document = workflow.read(path)
        if document.region != locality(city).name:
            missed += silent(document, city, 30, 1000 + index)
    assert missed == []


@pytest.mark.parametrize("city", CITIES)
def test_nothing_foreign_stays_silent_in_a_plan_of_another_theme(city: str):
    assert silent(OWN, city, 50, 7) == []


def test_nothing_foreign_stays_silent_in_published_plans(shared: Path):
    missed = []
    paths = [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "plans").glob("hc0*.md"))]
    for index, path in enumerate(paths):
        document = workflow.read(path)
        city = CITIES[index % len(CITIES)]
        if document.region not in ("", locality(city).name):
            missed += silent(document, city, 20, index)
    assert missed == []


@pytest.mark.parametrize("name", LISTS)
def test_nothing_of_the_lists_of_unseen_things_stays_silent_wherever_it_stands(name: str):
    assert told(silent_everywhere(name, None, 60)[0]) == []


def test_a_published_plan_checked_against_its_own_city_has_few_alarms(shared: Path):
    found, characters = alarms(shared)
    assert len(found) <= 3 * characters / 10_000, [(one.rule, one.text) for one in found]


def test_our_own_text_is_left_in_peace_in_a_borrowed_draft():
    """What a planner of Weihai writes by hand beside picked sections."""
    document = outline(
        "一、任务 / 推动威海企业发展，在威高校参与，依托刘公岛、威海南海新区打造场景。 / 落实“十五五”规划，"
        "培育“专精特新”企业，由市工业和信息化局、市大数据局牵头。 / "
        "2027年完成建设，支持龙头企业、骨干企业牵头组建创新联合体。"
    )
    draft = Draft(document, locality=locality())
    period = Document(document.remark, sections=document.sections, period=(2026, 2028))
    assert leftovers(Draft(period, locality=draft.locality), knowledge(), "济南市") == ()


def test_localising_to_the_plans_own_city_and_twice_changes_nothing():
    ours = locality("jinan")
    document = workflow.read(resources.reference_docs() / "jinan-action-plan.docx")
    assert workflow.localise_plan(document, ours).slots == ()
    once = workflow.localise_plan(document, locality())
    text = [text_of(one.spans) for one in passages(once.document)]
    again = workflow.localise_plan(once.document, locality())
    assert again.slots == ()
    assert [text_of(one.spans) for one in passages(again.document)] == text
    assert {slot.kind for slot in once.slots} >= {SlotKind.AGENCY, SlotKind.TARGET, SlotKind.PERIOD}
