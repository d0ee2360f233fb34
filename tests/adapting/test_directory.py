"""The agency directory: names to functions and back, and mistakes in the table."""

from pathlib import Path

import pytest

from drafter.adapting.directory import load_directory
from drafter.errors import BadRecipe
from drafter.model.locality import Level, Locality

from .outline import knowledge, locality

DIRECTORY = knowledge().directory
HEAD = (
    "职能,系统,省级全称,省级规范简称,省级其他简称,市级全称,市级规范简称,市级其他简称,县级全称,县级规范简称,"
    "各地异名,曾用名"
)


@pytest.mark.parametrize(
    ("name", "function", "level"),
    [
        ("省工业和信息化厅", "工业和信息化", Level.PROVINCE),
        ("市经信局", "工业和信息化", Level.CITY),
        ("武汉市经济和信息化局", "工业和信息化", Level.CITY),
        ("市市场监督管理局", "市场监管", Level.CITY),
        ("市政数局", "数据管理", Level.CITY),
        ("市政务大数据局", "数据管理", Level.CITY),
        ("历下区教育局", "教育", Level.DISTRICT),
        ("中共威海市委组织部", "组织", Level.CITY),
        ("团市委", "共青团", Level.CITY),
        ("科技厅", "科学技术", Level.PROVINCE),
        ("威海海事局", "海事", None),
    ],
)
def test_a_name_with_any_prefix_tells_its_function_and_level(name: str, function: str, level: Level | None):
    match = DIRECTORY.function_of(name)
    assert match is not None
    assert (match.function, match.level) == (function, level)


@pytest.mark.parametrize(
    "name", ["武汉旅体集团", "全市", "工业和信息化", "", "市", "人工智能局", "人工智能教育局", "国家统计局"]
)
def test_what_the_table_lacks_is_no_agency(name: str):
    assert DIRECTORY.function_of(name) is None


def test_a_former_name_tells_the_year_it_was_given_up_and_a_variant_that_it_is_one():
    former = DIRECTORY.function_of("市地方金融监管局")
    variant = DIRECTORY.function_of("市招商办")
    assert former is not None
    assert former.former == 2024
    assert variant is not None
    assert variant.variant
    assert variant.former is None


@pytest.mark.parametrize(
    ("function", "printed"),
    [
        ("工业和信息化", "市工业和信息化局"),
        ("数据管理", "市大数据局"),
        ("市场监管", "市市场监管局"),
        ("共青团", "团市委"),
        ("地方金融", "市委金融办"),
        ("没有的职能", ""),
    ],
)
def test_a_function_is_printed_by_the_name_the_locality_uses(function: str, printed: str):
    assert DIRECTORY.name_for(function, locality()) == printed


def test_the_level_character_is_the_localitys():
    district = Locality("历下区", "历下", Level.DISTRICT)
    province = Locality("山东省", "山东", Level.PROVINCE)
    assert DIRECTORY.name_for("科学技术", district) == "区科技局"
    assert DIRECTORY.name_for("科学技术", province) == "省科技厅"


def test_every_name_of_the_table_leads_back_to_its_function():
    for function in DIRECTORY.functions:
        for name in DIRECTORY.names_of(function):
            match = DIRECTORY.function_of(f"市{name}")
            assert match is not None
            assert match.function == function, name


def table(tmp_path: Path, *rows: str, head: str = HEAD) -> Path:
    path = tmp_path / "agencies.csv"
    path.write_text("\ufeff" + "\n".join((head, *rows)), "utf-8")
    return path


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            ["教育,政府,教育厅,教育厅,,教育局,教育局,,教育局,教育局,,", "体育,政府,,,,教育局,教育局,,,,,"],
            "第 3 行的“教育局”已是“教育”",
        ),
        (["教育,政府,教育厅"], "第 2 行的格数不对"),
        (["教育,政府,教育厅,教育厅,,教育局,教育局,,教育局,教育局,,教委@去年"], "没有年份"),
        ([",政府,教育厅,教育厅,,教育局,教育局,,教育局,教育局,,"], "没有写职能"),
    ],
)
def test_a_mistake_in_the_table_is_one_error_with_its_line(tmp_path: Path, rows: list[str], says: str):
    with pytest.raises(BadRecipe, match=says):
        load_directory(table(tmp_path, *rows))


def test_a_missing_column_is_named(tmp_path: Path):
    with pytest.raises(BadRecipe, match="缺少列：曾用名"):
        load_directory(table(tmp_path, head=HEAD.removesuffix(",曾用名")))


def test_a_file_that_is_no_text_is_one_error(tmp_path: Path):
    path = tmp_path / "agencies.csv"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(BadRecipe, match="读不出来"):
        load_directory(path)
