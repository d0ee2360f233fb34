"""Every rule with a text that is wrong and one that is right; the facts come from the same reader as in the program."""

from datetime import date
from pathlib import Path

import pytest

from drafter import resources, workflow
from drafter.checking.outdated_words import load_outdated
from drafter.checking.rules import SECTION_RULES, WHOLE_RULES
from drafter.errors import BadRecipe
from drafter.model.document import Clause, Document, Paragraph, Party, Role, Section, Table
from drafter.model.draft import Draft
from drafter.model.finding import Finding, Severity
from drafter.model.walk import length
from tests.adapting.outline import locality, outline

TODAY = date(2026, 3, 1)


def found(document: Document, rule: str, **options: object) -> list[Finding]:
    everything = workflow.check(Draft(document, locality=locality()), today=TODAY, **options)  # type: ignore[arg-type]
    return [one for one in everything if one.rule == rule]


WRONG = [
    ("two-names", "一、任务 / 由市大数据局牵头。 / 由市政务大数据局配合。", "市政务大数据局"),
    (
        "two-names",
        "一、任务 / 建设。（责任单位：市市场监管局） / 推进。（责任单位：市市场监督管理局）",
        "市市场监督管理局",
    ),
    ("former-agency", "一、任务 / 由市环境保护局负责。", "市环境保护局"),
    ("former-agency", "一、任务 / 推进。（责任单位：市地方金融监管局）", "市地方金融监管局"),
    ("unknown-agency", "一、任务 / 推进。（责任单位：市元宇宙局、市科技局）", "市元宇宙局"),
    ("agency-order", "一、任务 / 推进。（责任单位：市科技局、市科协、市教育局）", "市科技局、市科协、市教育局"),
    ("agency-order", "一、任务 / 推进。（责任单位：市科技局、市教育局、市委宣传部）", "市科技局、市教育局、市委宣传部"),
    (
        "contradicting-targets",
        "一、主要目标 / 到2028年，培育元宇宙企业100家。 / 二、任务 / 到2028年，培育元宇宙企业80家。",
        "80家",
    ),
    ("sums", "一、主要目标 / 建设示范项目30个，其中文旅类10个、工业类15个。", "30个"),
    (
        "sums",
        "一、主要目标 / 打造应用示范项目30个以上。 / 二、任务 / （一）文旅 / 文旅应用示范项目10个以上。 / （二）工业 / 工业应用示范项目15个以上。",
        "30个以上",
    ),
    ("past-horizon", "一、任务 / 到2024年，建成基地。", "到2024年"),
    ("outdated-wording", "一、任务 / 加强防疫物资储备。", "防疫物资"),
    ("outdated-wording", "一、任务 / 深入贯彻党的十九大精神。", "党的十九大"),
    ("parent-place", "一、任务 / 学习四川省重庆市的做法。", "四川省重庆市"),
    ("parent-place", "一、任务 / 学习湖北省张家界市的做法。", "湖北省张家界市"),
]
RIGHT = [
    ("two-names", "一、任务 / 由市大数据局牵头。 / 省大数据局指导，市大数据局落实。"),
    ("former-agency", "一、任务 / 由市生态环境局负责。"),
    (
        "unknown-agency",
        "一、任务 / 推进。（责任单位：市科技局、各区市人民政府、威海火炬高技术产业开发区、工业和信息化部）",
    ),
    ("agency-order", "一、任务 / 推进。（责任单位：市科技局、市委宣传部、市教育局、市工业和信息化局、市科协）"),
    ("agency-order", "一、任务 / 推进。（责任单位：市科技局、市委宣传部）"),
    (
        "contradicting-targets",
        "一、主要目标 / 到2028年，培育企业100家，产业规模达到10亿元。 / 到2027年，培育企业80家。",
    ),
    ("contradicting-targets", "一、目标 / 到2028年，达到5G基站9000座。 / 二、任务 / 2028年新增5G基站900座。"),
    ("contradicting-targets", "一、目标 / 到2028年，花生种植、收获机械化率分别达到65%和55%。"),
    ("sums", "一、主要目标 / 建设示范项目30个，其中文旅类15个、工业类15个。"),
    (
        "sums",
        "一、主要目标 / 打造应用示范项目30个以上。 / 二、任务 / （一）文旅 / 文旅应用示范项目15个以上。 / （二）工业 / 工业应用示范项目15个以上。",
    ),
    ("past-horizon", "一、任务 / 到2028年，建成基地。2024年已建成平台。"),
    ("outdated-wording", "一、任务 / 落实《关于防疫物资的办法》，学习党的二十大精神。“十三五”以来，取得了成绩。"),
    ("parent-place", "一、任务 / 学习四川省成都市和重庆市、山东省威海市荣成市的做法。"),
]


@pytest.mark.parametrize(("rule", "text", "words"), WRONG)
def test_what_is_wrong_is_found_with_its_place_and_reason(rule: str, text: str, words: str):
    document = outline(text)
    (finding,) = found(document, rule)
    assert finding.text == words
    assert len(finding.message) > 8
    assert finding.place.section.startswith(("一", "二"))


@pytest.mark.parametrize(("rule", "text"), RIGHT)
def test_what_is_right_is_left_in_peace(rule: str, text: str):
    assert found(outline(text), rule) == []


def clause(*parties: tuple[str, Role]) -> Paragraph:
    spans: list[str | Party] = ["（"]
    for name, role in parties:
        spans += [Party(name, role), "、"]
    return Paragraph(("推进。", Clause((*spans[:-1], "）"))))


def test_a_body_that_leads_and_supports_in_one_clause_is_an_error_even_under_two_names():
    wrong = clause(("市科技局", Role.LEAD), ("市教育局", Role.SUPPORT), ("市科学技术局", Role.SUPPORT))
    right = clause(("市科技局", Role.LEAD), ("市教育局", Role.SUPPORT))
    (finding,) = found(Document(sections=(Section(("任务",), 1, blocks=(wrong, right)),)), "lead-supports")
    assert (finding.severity, finding.text) == (Severity.ERROR, "市科学技术局")


def with_table(cell: str) -> Document:
    text = outline("一、任务 / （一）培育骨干企业 / 推进。（责任单位：市科技局、市教育局）")
    row = tuple(Paragraph((one,)) for one in ("1", "培育骨干企业", cell))
    annex = Document(title=("任务分工表",), preamble=(Table(("序号", "重点任务", "责任单位"), (row,)),))
    return Document(sections=text.sections, attachments=(annex,))


def test_the_task_table_is_held_against_the_clauses_of_the_text():
    assert found(with_table("市教育局、市科技局"), "task-table") == []
    assert found(with_table("市科学技术局、市教育局"), "task-table") == []
    (finding,) = found(with_table("市科技局、市商务局"), "task-table")
    assert "只见于表：市商务局；只见于正文：市教育局" in finding.message
    assert finding.place.section == "附件1"


@pytest.mark.parametrize(
    ("kind", "characters", "over"), [("行动计划", 4100, True), ("指导意见", 4100, False), ("规划", 9000, False)]
)
def test_the_length_budget_goes_by_kind(kind: str, characters: int, *, over: bool):
    document = Document(kind=kind, sections=(Section(("任务",), 1, blocks=(Paragraph(("字" * characters,)),)),))
    assert bool(found(document, "length-budget")) is over


def test_more_than_the_superior_plan_asks_for_is_a_doubt():
    superior = outline("一、目标 / 到2028年，培育元宇宙企业100家以上。")
    ours = outline("一、目标 / 到2028年，培育元宇宙企业150家以上。")
    assert len(found(ours, "above-superior", superior=superior)) == 1
    assert found(superior, "above-superior", superior=superior) == []


def test_the_superiors_number_at_a_later_time_is_a_doubt():
    superior = outline("一、目标 / 到2027年，行政村5G网络覆盖率达到95%。")
    ours = outline("一、目标 / 到2028年，全市行政村5G网络覆盖率达到95%。")
    (one,) = found(ours, "later-than-superior", superior=superior)
    assert "2027年" in one.message
    assert found(superior, "later-than-superior", superior=superior) == []


def test_what_the_superior_counts_otherwise_is_no_contradiction():
    superior = outline("一、目标 / 到2028年，培育元宇宙企业100家以上，产业规模达到800亿元。")
    ours = outline("一、目标 / 到2028年，培育元宇宙重点项目150个以上，产业规模达到9万亩。")
    assert found(ours, "above-superior", superior=superior) == []


def test_findings_come_by_severity_then_by_place():
    document = outline(
        "一、任务 / 到2024年，由市环境保护局负责。 / 二、保障 / 四川省重庆市、防疫物资。（责任单位：市元宇宙局）"
    )
    everything = workflow.check(Draft(document, locality=locality()), today=TODAY)
    grave = [list(Severity).index(one.severity) for one in everything]
    assert grave == sorted(grave)
    doubts = [one.place.section for one in everything if one.severity is Severity.DOUBT]
    assert doubts == sorted(doubts)
    assert len({(one.rule, one.place) for one in everything}) == len(everything)


def test_slots_are_read_as_printed():
    reference = workflow.read(resources.reference_docs() / "wuhan-implementation-plan.docx")
    draft = workflow.localise_plan(reference, locality())
    for one in workflow.check(draft, today=TODAY):
        assert "【" not in one.text or one.rule in ("agency-order", "task-table")


def test_every_rule_is_in_the_table_and_each_says_what_it_returns():
    rules = (*SECTION_RULES, *WHOLE_RULES)
    assert len(rules) == len(set(rules)) == 13
    assert all(rule.__doc__ for rule in rules)


@pytest.mark.parametrize(
    ("row", "says"), [("甲,今年,因为", "今年"), ("甲,2020", "格数不对"), ("甲,,因为", "“过时年份”没有填")]
)
def test_a_mistake_in_the_table_of_outdated_wording_is_named(tmp_path: Path, row: str, says: str):
    path = tmp_path / "outdated.csv"
    path.write_text(f"词语,过时年份,理由\n{row}\n", "utf-8")
    with pytest.raises(BadRecipe, match=says):
        load_outdated(path)


def test_published_plans_checked_by_all_rules_have_few_alarms(shared: Path):
    """Against their own place. Lengths, second names and times that are past are facts of these texts, no alarms."""
    facts = ("length-budget", "two-names", "past-horizon")
    alarms, characters = [], 0
    for path in [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "plans").iterdir())]:
        if path.name != "README.md":
            document = workflow.read(path)
            if document.region:
                alarms += [one for one in workflow.check(document) if one.rule not in facts]
                characters += length(document)
    assert len(alarms) <= 3 * characters / 10_000, [(one.rule, one.text) for one in alarms]
