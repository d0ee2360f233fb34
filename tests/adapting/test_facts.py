"""Facts: exact places in reading order, years that govern, parties with their roles."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.adapting.facts import facts
from drafter.model.document import Document, Paragraph, Section
from drafter.model.fact import Fact, FactKind
from drafter.model.walk import passages, text_of

from .outline import knowledge, outline, paragraph

GOALS = "一、总体要求 / （一）主要目标 / 到2027年，培育50家以上企业。 / 打造30个场景。 / 二、任务 / 新建基地2个以上。"


def of_kind(document: Document, kind: FactKind) -> list[Fact]:
    return [fact for fact in facts(document, knowledge()) if fact.kind is kind]


def in_place(document: Document) -> None:
    """Every fact's text stands where its place says, and facts follow the text (a path may occur twice: 一是…)."""
    texts = [((passage.section, passage.block), text_of(passage.spans)) for passage in passages(document)]
    index, last = 0, 0
    for fact in facts(document, knowledge()):
        start, end = fact.place.start, fact.place.end
        here = index
        while (
            texts[here][0] != (fact.place.section, fact.place.block)
            or texts[here][1][start:end] != fact.text
            or (here == index and start < last)
        ):
            here += 1
            assert here < len(texts), fact
        index, last = here, start


def test_facts_stand_where_they_say():
    in_place(
        outline(GOALS + "（责任单位：市科技局、市教育局） / 依托济南大学，落实《甲方案》，来鲁发展，2022—2025年。")
    )


PIECES = [
    "市科技局",
    "济南",
    "到2027年",
    "100家以上企业",
    "《方案》",
    "济南大学",
    "，",
    "。",
    "打造",
    "的",
    "（责任单位：市教育局）",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8), min_size=1, max_size=4))
def test_facts_of_any_text_stand_where_they_say(lines: list[list[str]]):
    blocks = tuple(paragraph("".join(line)) for line in lines)
    in_place(Document(region="济南市", sections=(Section(("主要目标",), 1, blocks=blocks),)))


def test_the_year_governs_on_inside_a_goals_section_and_the_period_elsewhere():
    years = [fact.target.year for fact in of_kind(outline(GOALS), FactKind.TARGET) if fact.target]
    assert years == [2027, 2027, None]
    dated = [fact.target.year for fact in of_kind(outline(GOALS, period=(2025, 2027)), FactKind.TARGET) if fact.target]
    assert dated == [2027, 2027, 2027]


def test_what_was_reached_is_no_target():
    document = outline(
        "一、2024年工作回顾 / 新增企业50家。 / 二、主要目标 / 2019年建成基地3个。 / 建成基地5个。", date="2025-01-01"
    )
    assert [fact.text for fact in of_kind(document, FactKind.TARGET)] == ["5个"]


def test_parties_are_agencies_with_their_role():
    document = outline("一、任务 / 推进建设。（牵头单位：市科技局）（责任单位：市教育局、武汉旅体集团）")
    found = [(fact.text, fact.role) for fact in of_kind(document, FactKind.AGENCY)]
    assert found == [("市科技局", "lead"), ("市教育局", None), ("武汉旅体集团", None)]


def test_the_facts_of_an_annex_stand_under_it():
    annex = outline("一、重点 / 培育20家以上企业。", title=("2026年度工作要点",))
    (target,) = of_kind(replace(outline("一、任务 / 正文"), attachments=(annex,), period=(2026, 2028)), FactKind.TARGET)
    assert target.place.section == "附件1/一"
    assert target.target is not None
    assert target.target.year == 2026


def test_a_table_cell_is_a_place_too():
    in_place(Document(preamble=(Paragraph(("市科技局来汉发展",)),), region="武汉市"))


@pytest.mark.parametrize("stem", ["001", "003", "004"])
def test_the_goal_targets_of_the_published_plans_are_found(shared: Path, stem: str):
    from drafter.reading.files import read_file

    (truth_file,) = (shared / "seeds" / "truth").glob(f"{stem}_*.json")
    document = read_file(shared / "seeds" / f"{truth_file.stem}.txt")
    found = [fact.target for fact in facts(document, knowledge()) if fact.target]
    said = {(one.value, one.unit, one.comparison.value, one.year): one.indicator for one in found}
    for goal in json.loads(truth_file.read_text("utf-8"))["goal_targets"]:
        key = (goal["value"], goal["unit"], goal["comparison"], goal["year"])
        assert key in said, goal
        assert any(goal["indicator"] in one.indicator for one in found if one.value == goal["value"]), goal


def test_the_facts_of_the_published_plans_stand_where_they_say(shared: Path):
    from drafter.reading.files import read_file

    for path in sorted((shared / "seeds").glob("00*.txt")):
        in_place(read_file(path))
