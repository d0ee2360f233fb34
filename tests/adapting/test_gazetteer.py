"""Places in a text: what counts as one and what does not."""

from pathlib import Path

import pytest

from drafter.adapting.gazetteer import load_gazetteer
from drafter.errors import BadRecipe

from .outline import knowledge

GAZETTEER = knowledge().gazetteer


def places(text: str, near: str = "") -> list[tuple[str, str]]:
    region = GAZETTEER.region(near)
    found = GAZETTEER.find(text, (region,) if region else ())
    return [(text[one.start : one.end], one.regions[0].name) for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("济南市和山东省", ["济南市", "山东省"]),
        ("将济南打造成为产业高地", ["济南"]),
        ("江苏苏州的经验", ["江苏", "苏州"]),
        ("长春、大连和海南", ["长春", "大连", "海南"]),
        ("青海南部地区", ["青海"]),
        ("吸引企业来鲁发展", ["鲁"]),
        ("鼓励在汉高校参与", ["汉"]),
        ("成果在汉落地转化", ["汉"]),
        ("驻威高等院校", ["威"]),
        ("京津冀协同发展、粤港澳大湾区建设", []),
        ("实现长治久安，共建大同社会", []),
        ("白银价格上涨，来宾很多，日照充足", []),
        ("在新时代来会", []),
        ("出海口岸", []),
        ("示范县建设，优化资源县域布局", []),
        ("汉语教学，鲁班工坊", []),
    ],
)
def test_a_place_is_found_where_it_is_one(text: str, names: list[str]):
    assert [name for name, _ in places(text)] == names


def test_a_countys_short_name_counts_only_near_home():
    assert places("依托汉阳的资源") == []
    assert places("依托汉阳的资源", near="武汉市") == [("汉阳", "汉阳区")]


def test_a_customary_name_means_its_city():
    assert places("泉城文旅") == [("泉城", "济南市")]


def test_a_region_knows_what_it_lies_in():
    district, city = GAZETTEER.region("历下区"), GAZETTEER.region("济南")
    province = GAZETTEER.region("山东省")
    assert district is not None
    assert city is not None
    assert province is not None
    assert GAZETTEER.parent(district) == city
    assert GAZETTEER.inside(district, province)
    assert not GAZETTEER.inside(province, district)


def test_the_table_is_whole():
    for name in ("北京市", "威海市", "荣成市", "武汉市", "西藏自治区"):
        region = GAZETTEER.region(name)
        assert region is not None, name


@pytest.mark.parametrize(
    ("text", "home", "names"),
    [
        ("欢迎机构来汉安家", "武汉市", ["汉"]),
        ("欢迎机构来汉安家", "济南市", []),
        ("支持专家来济讲学、赴济考察", "济南市", ["济", "济"]),
        ("引导鲁企、鲁商回归", "山东省", ["鲁", "鲁"]),
        ("企业前来申请、在申报系统登记", "上海市", []),
        ("在汉语国际推广、来威胁安全", "武汉市", []),
        ("存在威胁和在威望", "威海市", []),
    ],
)
def test_near_home_its_one_character_name_needs_no_known_word_behind_it(text: str, home: str, names: list[str]):
    assert [name for name, _ in places(text, home)] == names


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("代码,名称\n1,甲市", "第 1 行的列名不对"),
        ("代码,名称,简称,一字简称,级别,上级代码\n1,甲市,甲,,town,", "级别“town”不认识"),
        ("代码,名称,简称,一字简称,级别,上级代码\n1,甲市,甲", "有 3 格"),
        ("代码,名称,简称,一字简称,级别,上级代码\n,甲市,甲,,county,", "缺少代码或名称"),
    ],
)
def test_a_mistake_in_the_table_is_one_error_with_its_line(tmp_path: Path, rows: str, says: str):
    path = tmp_path / "gazetteer.csv"
    path.write_text(rows, "utf-8")
    with pytest.raises(BadRecipe, match=says):
        load_gazetteer(path)
