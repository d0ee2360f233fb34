"""Who is responsible: by label, by verb, by the form of the names; and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import Clause, Party, Role
from drafter.model.walk import text_of
from drafter.reading.clauses import is_clause_line, spans_of
from drafter.reading.structure import read_text
from tests.reading.outlines import all_responsible

CASES = {
    "推动落实。（责任单位：市科技局、市财政局，各区人民政府/开发区管委会）": "市科技局 市财政局 各区人民政府 开发区管委会",
    "推动落实。（牵头单位：市科技局；配合单位：市财政局、市教育局）": "市科技局+ 市财政局- 市教育局-",
    "推动落实。（省科技厅、省文化和旅游厅）": "省科技厅 省文化和旅游厅",
    "推动落实。（省科技厅牵头，有关省直单位配合）": "省科技厅+ 有关省直单位-",
    "推动落实。（市科技局、市财政局按职责分工负责）": "市科技局 市财政局",
    "推动落实。（市科技局会同有关部门负责）": "市科技局+ 有关部门-",
    "推动落实。（教育部、工业和信息化部等负责）": "教育部 工业和信息化部",
    "推动落实。（商务部、扶贫办等和各有关省级人民政府负责）": "商务部 扶贫办 各有关省级人民政府",
    "推动落实。（市科技局牵头，市财政局等有关部门按职责分工负责）": "市科技局+ 市财政局 有关部门",
    "推动落实。（负责部门：民航局、税务总局，适用范围：河南自贸试验区）": "民航局 税务总局",
    "推动落实。责任部门：市科技局、市财政局": "市科技局 市财政局",
    "推动落实。责任单位：市科技局；完成时限：2026年底。": "市科技局",
    "推动落实。（责任单位：市科技局，市财政局配合）": "市科技局 市财政局-",
    "推动落实。（责任单位：市科技局（牵头）、市财政局）": "市科技局+ 市财政局",
    "推动落实。（责任单位：各县（市、区）人民政府）": "各县（市、区）人民政府",
    "推动落实。（责任单位：市科技局、市财政局；列首位的为牵头单位，下同）": "市科技局 市财政局",
    "推动落实。〔责任单位：市科技局、各区政府。列第一位的为牵头单位，下同〕": "市科技局 各区政府",
    "推动甲事。（市科技局）推动乙事。（市财政局负责）": "市科技局 市财政局",
    "牵头单位：市科技局配合单位：市财政局": "市科技局+ 市财政局-",
    "推动落实。（有关省直单位）": "有关省直单位",
    "推动落实。(市委宣传部、团市委)": "市委宣传部 团市委",
}


@pytest.mark.parametrize(("text", "bodies"), CASES.items())
def test_bodies_and_roles_are_found(text: str, bodies: str):
    signs = {"lead": "+", "support": "-", None: ""}
    parties = [party for span in spans_of(text) if isinstance(span, Clause) for party in span.parties]
    assert " ".join(f"{party.name}{signs[party.role]}" for party in parties) == bodies
    assert text_of(spans_of(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "支持云溪创新中心（筹）建设。",
        "发展图形处理器（GPU）、专用集成电路（ASIC）。",
        "营造良好氛围（详见附件）。",
        "建立联席会议制度（由市政府分管领导牵头），统筹推进。",
        "校外证书由教育部门管理（校内由人力资源行政部门负责），标准统一制定。",
        "新建园区5家（含在建）。",
        "云溪大学（东校区）设立研究院。",
        "自由贸易试验区（以下简称自贸试验区）是重大举措。",
        "市科技局牵头推进这项工作，市财政局配合。",
    ],
)
def test_brackets_that_explain_are_no_clauses(text: str):
    assert spans_of(text) == (text,)


def test_a_clause_on_its_own_line_is_known():
    assert is_clause_line("（责任单位：市科技局）")
    assert not is_clause_line("推进。（责任单位：市科技局）")


@given(st.text("甲市省局委办厅（）()、，；：:。责任单位牵头配合负责等和会同/ ", max_size=60))
def test_no_character_is_lost(text: str):
    assert text_of(spans_of(text)) == text


@pytest.mark.parametrize(
    "statement",
    [
        "列第一位者为牵头单位",
        "责任单位中排名第一的为牵头单位",
        "排在首位的部门为牵头部门",
        "（注：各项任务列第一位的单位为牵头单位，其他为配合单位）",
        "首个单位为牵头单位",
    ],
)
def test_the_order_of_names_gives_roles_where_the_plan_says_so(statement: str):
    text = (
        "云溪市行动方案\n一、主要任务\n（一）建设平台。建成平台。（责任单位：市科技局、市财政局、各县区政府）\n"
        "（二）培育企业。育成企业。（市商务局牵头，市财政局配合）\n二、工作要求\n" + statement.strip("。") + "。\n"
    )
    document = read_text(text)
    assert all_responsible(document) == {
        "（一）建设平台": ["市科技局(牵头)", "市财政局(配合)", "各县区政府(配合)"],
        "（二）培育企业": ["市商务局(牵头)", "市财政局(配合)"],
    }
    assert len(document.warnings) == 1
    assert "1 处" in document.warnings[0]


def test_order_alone_gives_no_role():
    text = (
        "云溪市方案\n一、任务\n把提高质量放在首位，做好工作。（责任单位：市科技局、市财政局）\n二、要求\n抓好落实。\n"
    )
    document = read_text(text)
    assert all_responsible(document) == {"一、任务": ["市科技局", "市财政局"]}
    assert document.warnings == ()


@pytest.mark.parametrize(
    "text", ["由市甲局牵头，市乙局、市丙局配合。", "市甲局牵头，市乙局按职责分工负责。", "【市甲局牵头，市乙局配合】"]
)
def test_a_sentence_or_lenticular_bracket_of_bodies_and_verbs_is_a_clause(text: str):
    clause = next(span for span in spans_of(f"建设十个站点。{text}") if isinstance(span, Clause))
    assert clause.parties[0] == Party("市甲局", Role.LEAD)
    assert len(clause.parties) == text.count("市")


@pytest.mark.parametrize("text", ["由市甲局牵头制定办法，报市政府批准后实施。", "由此推动产业集聚发展。"])
def test_other_sentences_with_by_are_no_clauses(text: str):
    assert spans_of(text) == (text,)


def test_a_clause_may_be_what_a_sentence_begins_with():
    text = "由市甲局牵头，市应急局、各运营商配合，8月底前完成迁改。"
    assert [text_of((span,)) for span in spans_of(text)] == [
        "由市甲局牵头，市应急局、各运营商配合",
        "，8月底前完成迁改。",
    ]


@pytest.mark.parametrize("names", ["市甲局、各高校", "市甲局〔市乙局〕", "即墨区人民政府、如皋市人民政府"])
def test_bodies_of_these_forms_make_a_clause(names: str):
    clause = spans_of(f"建设十个站点。（{names}）")[-1]
    assert isinstance(clause, Clause)
    assert [party.name for party in clause.parties] == names.split("、")


def test_a_clause_below_items_is_that_of_their_heading():
    document = read_text(
        "一、任务\n1.强化服务。\n①建设市场2个。\n②开展培训，每年不少于1500人次。\n责任单位：市甲局。\n2.完善设施。\n新建学校3所。\n"
    )
    assert all_responsible(document) == {"1.强化服务": ["市甲局"]}
