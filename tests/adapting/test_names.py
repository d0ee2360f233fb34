"""Organisations, agencies in prose, collectives, periods and citations: what is found and what is not."""

import pytest

from drafter.adapting.agencies import Body, agencies, bodies, body_of, local_body
from drafter.adapting.citations import citations
from drafter.adapting.organisations import organisations
from drafter.adapting.periods import periods, with_years

from .outline import knowledge, locality

GAZETTEER = knowledge().gazetteer


def named(text: str) -> list[str]:
    return [text[one.start : one.end] for one in organisations(text, GAZETTEER.find(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("充分发挥济南大学、山东大学的优势", ["济南大学", "山东大学"]),
        ("高水平建设济南齐鲁软件园、青岛虚拟现实产业园", ["济南齐鲁软件园", "青岛虚拟现实产业园"]),
        ("建强国家虚拟现实创新中心（青岛）", ["国家虚拟现实创新中心（青岛）"]),
        ("由武汉旅体集团承办", ["武汉旅体集团"]),
        ("鼓励我市“光芯屏端网”企业发展", ["“光芯屏端网”"]),
        ("引导“光芯屏端网”相关企业，培育“专精特新”企业", ["“光芯屏端网”"]),
        ("推动歌尔、海信等企业参与", ["歌尔", "海信"]),
        ("支持睿视智能、腾威科技等具备研发能力的本土企业", ["睿视智能", "腾威科技"]),
        ("培育脑机、氢能等领域企业", []),
        ("依托我市黄鹤楼、古琴台等资源", ["黄鹤楼", "古琴台"]),
        ("利用齐鲁卫星星座的数据", ["齐鲁卫星星座"]),
        ("建设创新中心和技术实验室，搭建公共服务平台", []),
        ("培育瞪羚、独角兽、单项冠军等企业", []),
        ("支持龙头企业、骨干企业等单位牵头", []),
        ("以济南为中心城市，推动平台经济发展", []),
        ("统筹山水林田湖草系统治理", []),
        ("形成“一核引领”的格局", []),
    ],
)
def test_a_name_is_found_where_it_is_one(text: str, names: list[str]):
    assert named(text) == names


def agencies_in(text: str) -> list[str]:
    found = agencies(text, knowledge().directory, GAZETTEER.find(text))
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市经信局牵头统筹推进", ["市经信局"]),
        ("由省委组织部会同省科技厅实施", ["省委组织部", "省科技厅"]),
        ("武汉市经济和信息化局、团市委", ["武汉市经济和信息化局", "团市委"]),
        ("市市场监管局", ["市市场监管局"]),
        ("全市科技局长会议，完善城市规划布局，各市教育局", []),
        ("市场监管总局发布", []),
        ("打造全省新格局", []),
    ],
)
def test_an_agency_in_prose_has_its_level_before_it(text: str, names: list[str]):
    assert agencies_in(text) == names


@pytest.mark.parametrize(
    ("name", "body", "local"),
    [
        ("各区人民政府/开发区管委会", Body.DISTRICTS, "各区市人民政府、国家级开发区管委、综保区管委"),
        ("各区县人民政府", Body.DISTRICTS, "各区市人民政府、国家级开发区管委、综保区管委"),
        ("有关（开发）区", Body.DISTRICTS, "有关区市人民政府、国家级开发区管委、综保区管委"),
        ("省直有关单位", Body.DEPARTMENTS, "市直有关单位"),
        ("有关省直单位", Body.DEPARTMENTS, "有关市直单位"),
        ("有关市直部门", Body.DEPARTMENTS, "有关市直部门"),
        ("市科技局", None, None),
        ("各有关部门", None, None),
    ],
)
def test_a_collective_has_a_local_name(name: str, body: Body | None, local: str | None):
    assert body_of(name) is body
    if body:
        assert local_body(name, body, locality()) == local


def test_collectives_are_found_in_prose():
    text = "各区人民政府、市直有关部门要加强协同，各区要压实责任。"
    assert [text[one.start : one.end] for one in bodies(text, ())] == ["各区人民政府", "市直有关部门"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（2022—2025年）", [("2022—2025年", (2022, 2025))]),
        ("2022-2026年", [("2022-2026年", (2022, 2026))]),
        ("到2025年，", [("到2025年", (2025, 2025))]),
        ("2024年底前", [("2024年底前", (2024, 2024))]),
        ("“十四五”时期", [("“十四五”时期", (2021, 2025))]),
        ("“十五五”末", [("“十五五”末", (2026, 2030))]),
        ("近三年，3年内，2022年12月10日", []),
    ],
)
def test_years_are_periods_and_dates_are_not(text: str, found: list[tuple[str, tuple[int, int]]]):
    assert [(text[one.start : one.end], one.years) for one in periods(text)] == found


def test_the_words_of_a_period_keep_their_form():
    assert with_years("2022—2025年", {2022: 2026, 2025: 2028}) == "2026—2028年"


def test_a_cited_document_takes_its_number_along():
    text = "落实《甲市“十四五”科技规划》(甲科字〔2022〕81号)《乙方案（2024—2027年）》，依据甲政发〔2023〕1号。"
    assert [text[one.start : one.end] for one in citations(text)] == [
        "《甲市“十四五”科技规划》(甲科字〔2022〕81号)",
        "《乙方案（2024—2027年）》",
        "甲政发〔2023〕1号",
    ]
