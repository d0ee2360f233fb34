"""Names told by form, names known to be one place's own, and names that only one place's plans have."""

from pathlib import Path

import pytest

from drafter.adapting.ownnames import load_common, load_own_names
from drafter.adapting.rarity import plan_text, rare_names
from drafter.adapting.strange import strange_names
from drafter.errors import BadRecipe
from drafter.resources import templates

from .outline import knowledge

COMMON = knowledge().common


def named(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind) for one in strange_names(text, COMMON)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("在平口镇建设示范点。", "平口镇", "乡镇"),
        ("推动花楼街道先行。", "花楼街道", "乡镇"),
        ("打响“灵秀江滩”品牌。", "“灵秀江滩”", "提法"),
        ("支持蓝思科技扩大产能。", "蓝思科技", "企业"),
        ("由胜狮股份牵头建设。", "胜狮股份", "企业"),
        ("以天下秀、用友网络等企业为龙头。", "天下秀", "企业"),
        ("鼓励完美世界建设创新中心。", "完美世界", "企业"),
        ("依托墨水湖公园开展试点。", "墨水湖公园", "景区"),
        ("提升甲秀楼的服务水平。", "甲秀楼", "景区"),
        ("在江干区开展试点。", "江干区", "地名"),
    ],
)
def test_a_name_is_told_by_its_form(text: str, name: str, kind: str):
    assert named(text)[0] == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "建设特色小镇、重点镇和乡镇，推动城乡融合，各街道落实。",
        "培育“专精特新”企业，落实“十五五”规划，推进“互联网+”行动。",
        "支持龙头企业、骨干企业、上市公司牵头，以数字经济等企业为龙头。",
        "由行业协会牵头，鼓励高校院所建设创新中心，发挥市场引领作用。",
        "依托重点实验室、综合医院、普通高等学校，办公大楼和写字楼改造。",
        "提升算力水平，赋能产业，强链补链，做大做强。",
    ],
)
def test_ordinary_words_of_plans_are_no_names(text: str):
    assert named(text) == []


def test_every_row_of_the_tables_names_a_place_of_the_gazetteer():
    with (templates() / "names.csv").open(encoding="utf-8-sig") as file:
        regions = {line.strip().split(",")[2] for line in file.readlines()[1:]}
    assert [name for name in regions if knowledge().gazetteer.region(name) is None] == []
    assert not {name.name for _, _, name in knowledge().names.find("".join(COMMON))} & COMMON


@pytest.mark.parametrize(("row", "says"), [("甲,企业", "第 2 行的格数不对"), ("", "")])
def test_a_mistake_in_a_table_is_named_with_its_line(tmp_path: Path, row: str, says: str):
    path = tmp_path / "names.csv"
    path.write_text(f"名称,类别,地区\n{row}\n" if row else "名称,地区\n", "utf-8")
    with pytest.raises(BadRecipe, match=says or "列名"):
        load_own_names(path)
    with pytest.raises(BadRecipe, match="列名"):
        load_common(path)


def test_a_term_frequent_in_one_places_plans_and_absent_from_others_is_its_own():
    plans = [
        plan_text("威海市", "打响“海潮计划”品牌，推进海潮计划。培育“星火链群”企业。", COMMON),
        plan_text("武汉市", "实施“江潮工程”，围绕江潮工程布局。培育“星火链群”企业。", COMMON),
        plan_text("湖北省", "支持江潮工程建设。", COMMON),
        plan_text("济南市", "培育“星火链群”企业。", COMMON),
    ]
    found = {one.name: (one.region, one.why) for one in rare_names(plans, knowledge().gazetteer)}
    assert found == {
        "海潮计划": ("威海市", "只见于威海市的规划（2处），其他3地的没有"),
        "江潮工程": ("湖北省", "只见于湖北省的规划（3处），其他3地的没有"),
    }
    assert rare_names(plans[:2], knowledge().gazetteer) == ()
