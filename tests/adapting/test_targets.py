"""Targets: what is one, what it says, and what only looks like one."""

import pytest

from drafter.adapting.targets import targets
from drafter.model.fact import Comparison

AT_LEAST, AT_MOST, ABOUT = Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.ABOUT
EXACTLY, ORDER = Comparison.EXACTLY, Comparison.ORDER


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "comparison", "indicator"),
    [
        ("到2027年，培育120家以上低空经济企业。", "120家以上", 120, "家", AT_LEAST, "低空经济企业"),
        ("集群企业达到120家，形成优势。", "120家", 120, "家", EXACTLY, "集群企业"),
        ("产业规模达到1,500亿元。", "1,500亿元", 1500, "亿元", EXACTLY, "产业规模"),
        ("森林覆盖率不低于35%。", "35%", 35, "%", AT_LEAST, "森林覆盖率"),
        ("核心产业营业收入超过700亿元。", "700亿元", 700, "亿元", AT_LEAST, "核心产业营业收入"),
        ("力争海洋生产总值达到1800亿元左右。", "1800亿元左右", 1800, "亿元", ABOUT, "海洋生产总值"),
        ("数字经济增加值年均增长9%左右。", "9%左右", 9, "%", ABOUT, "数字经济增加值年均增长"),
        ("累计申请国内专利2000项以上。", "2000项以上", 2000, "项", AT_LEAST, "国内专利"),
        ("集群规模达到千亿级。", "千亿级", 1000, "亿元", ORDER, "集群规模"),
        ("产业规模突破万亿元。", "万亿元", 10000, "亿元", AT_LEAST, "产业规模"),
        ("突破百项关键技术。", "百项", 100, "项", EXACTLY, "关键技术"),
        ("打造百家领军企业。", "百家", 100, "家", EXACTLY, "领军企业"),
        ("新增就业1.5万人。", "1.5万人", 1.5, "万人", EXACTLY, "就业"),
        ("冷库库容达到800万吨以上。", "800万吨以上", 800, "万吨", AT_LEAST, "冷库库容"),
        ("产业规模迈上2000亿级。", "2000亿级", 2000, "亿元", ORDER, "产业规模"),
        ("城镇调查失业率控制在5.5%以内。", "5.5%以内", 5.5, "%", AT_MOST, "城镇调查失业率"),
        ("单位能耗降至0.4吨标准煤。", "0.4吨标准煤", 0.4, "吨标准煤", AT_MOST, "单位能耗"),
        ("建设创新基地2个以上，形成示范。", "2个以上", 2, "个", AT_LEAST, "创新基地"),
        ("全市要建成孵化基地，数量达到2个以上。", "2个以上", 2, "个", AT_LEAST, "孵化基地数量"),
        ("引进和培育特色企业100家以上。", "100家以上", 100, "家", AT_LEAST, "特色企业"),
        ("产业规模跨入千亿级。", "千亿级", 1000, "亿元", ORDER, "产业规模"),
        ("新建公园8-10个。", "8-10个", 8, "个", AT_LEAST, "公园"),
        ("聚焦10个行业领域打造场景。", "10个", 10, "个", EXACTLY, "行业领域"),
        ("全员劳动生产率达到30万元/人。", "30万元/人", 30, "万元/人", EXACTLY, "全员劳动生产率"),
        ("新建约50公里绿道。", "50公里", 50, "公里", ABOUT, "绿道"),
        ("平均候诊时间缩短到20分钟以内。", "20分钟以内", 20, "分钟", AT_MOST, "平均候诊时间"),
        ("深海养殖占比达到四成左右。", "四成左右", 40, "%", ABOUT, "深海养殖占比"),
        ("工业机器人密度达到每万人600台。", "600台", 600, "台", EXACTLY, "工业机器人密度"),
        ("每千人拥有护士不少于4名。", "4名", 4, "名", AT_LEAST, "护士"),
        ("日处理20吨以上设施正常运行率不低于90%。", "90%", 90, "%", AT_LEAST, "日处理20吨以上设施正常运行率"),
        ("培育产值超5亿元企业10家。", "10家", 10, "家", EXACTLY, "产值超5亿元企业"),
        ("百亿级特色产业达到12个。", "12个", 12, "个", EXACTLY, "百亿级特色产业"),
        ("提供不少于10万个就业岗位。", "10万个", 10, "万个", AT_LEAST, "就业岗位"),
    ],
)
def test_a_target_says_indicator_value_unit_and_comparison(
    text: str, words: str, value: float, unit: str, comparison: Comparison, indicator: str
):
    (found,) = targets(text)
    assert text[found.start : found.end] == words
    target = found.target
    assert (target.value, target.unit, target.comparison, target.indicator) == (value, unit, comparison, indicator)


@pytest.mark.parametrize(
    "text",
    [
        "按照项目实际投资额的10%给予补助，最高补助100万元。",
        "按规定给予不超过总投入30%、最高3000万元的经费支持。",
        "对入选的企业给予15万元的一次性奖励。",
        "单个项目支持金额不超过300万元/年。",
        "对承担建设任务的企业，研发支出占比不低于10%。",
        "攻关8K分辨率、120Hz帧率及以上的渲染技术，发展5G、4K和3D产品。",
        "近三年培育国家级人才9人，已建成实验室5家。",
        "培育了高新技术企业5000多家。",
        "拥有专利27项。",
        "编制出台《人才政策（30条）》，落实“三大”工程，打造一批企业。",
        "印发鲁科字〔2022〕81号文件，回复第87号建议。",
        "在10个工作日内办结，3个月内完成。",
        "打造面积200亩以上的示范园。",
        "5级以上堤防建设。",
        "万千瓦",
        "政府、企业按照1∶1比例出资。",
        "到2025年底前完成。",
    ],
)
def test_money_given_parameters_names_and_results_are_no_targets(text: str):
    assert [text[found.start : found.end] for found in targets(text)] == []


def test_the_year_named_before_governs_until_another_is_named():
    text = "到2027年，企业达到50家，专利达到200项。到2030年，企业达到90家。"
    assert [found.target.year for found in targets(text)] == [2027, 2027, 2030]
    assert [found.target.year for found in targets("企业达到50家。", 2026)] == [2026]


def test_a_second_value_without_a_subject_is_about_the_first_ones():
    text = "海洋产业规模年均增长8%左右、达到900亿元左右；入园率和普惠率分别达到96%和94%。"
    assert [found.target.indicator for found in targets(text)] == [
        "海洋产业规模年均增长",
        "海洋产业规模",
        "入园率和普惠率",
        "入园率和普惠率",
    ]


def test_a_bare_number_needs_a_verb_except_among_goals():
    text = "平台5个。"
    assert list(targets(text)) == []
    assert len(list(targets(text, goals=True))) == 1
