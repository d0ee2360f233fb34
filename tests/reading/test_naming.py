"""What titles and signatures say."""

import pytest

from drafter.reading.naming import body_in_title, date_in, is_body, kind_of, period_of, region_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云溪市促进低空经济发展行动计划（2025—2027年）", "行动计划"),
        ("关于加快制造业发展的指导意见", "指导意见"),
        ("云溪市民政局关于第56号提案的答复意见", "答复"),
        ("云溪市人民政府关于印发云溪市海洋经济发展规划的通知", "规划"),
        ("关于支持企业创新若干措施的通知", "若干措施"),
        ("关于进一步加大支持力度的通知", "通知"),
        ("云溪市2025年政府工作报告", "政府工作报告"),
        ("云溪市公园条例（试行）", "条例"),
        ("问答实录", ""),
    ],
)
def test_kind_is_the_end_of_the_title(title: str, kind: str):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("行动计划（2022—2025年）", (2022, 2025)),
        ("行动计划（2025-2027年）", (2025, 2027)),
        ("云溪市“十四五”海洋规划", (2021, 2025)),
        ("云溪市“十五五”海洋规划", (2026, 2030)),
        ("云溪市国民经济和社会发展第十五个五年规划纲要", (2026, 2030)),
        ("关于落实《“十四五”农业规划》的实施意见", None),
        ("关于云溪总体规划（2018—2035年）的批复", None),
        ("2025年工作要点", None),
    ],
)
def test_period_is_the_plans_own(title: str, period: tuple[int, int] | None):
    assert period_of(title) == period


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("云溪市促进低空经济发展行动计划", "云溪市"),
        ("山南省云溪市行动计划", "云溪市"),
        ("云溪市河东区实施方案", "云溪市河东区"),
        ("中共云溪市委云溪市人民政府关于加快发展的意见", "云溪市"),
        ("2026年云溪市政府工作报告", "云溪市"),
        ("关于市十八届人大会议建议的答复", ""),
        ("“无废城市”建设试点工作方案", ""),
        ("国家组织药品集中采购试点方案", ""),
        ("全市招商工作方案", ""),
    ],
)
def test_region_is_found_by_form(text: str, region: str):
    assert region_of(text) == region


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025年5月8日", "2025-05-08"),
        ("二〇〇四年八月十二日", "2004-08-12"),
        ("2025年3月1日印发", "2025-03-01"),
        ("2025年", ""),
    ],
)
def test_dates_are_iso(text: str, date: str):
    assert date_in(text) == date


def test_names_of_bodies_are_known_by_form():
    assert all(map(is_body, ["云溪市人民政府办公室", "国务院", "云溪市工业和信息化局", "教育部"]))
    assert not any(map(is_body, ["各区人民政府", "关于印发", "2025年5月8日", "云溪市行动计划"]))
    assert body_in_title("云溪市人民政府关于加快发展的意见") == "云溪市人民政府"
