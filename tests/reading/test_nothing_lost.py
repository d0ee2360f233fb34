"""Every line of a text is somewhere in the document, or the warnings name it; doubts are told, clean texts have none."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import Document
from drafter.reading.doubts import Told
from drafter.reading.lines import Line, lines_of_text, without_page_numbers
from drafter.reading.structure import read_text
from drafter.reports import plain_document
from drafter.text.normal import half_width, is_chinese

TITLE = "云溪市促进低空经济发展行动计划（2025—2027年）"
CLEAN = f"{TITLE}\n\n为加快发展，制定本计划。\n一、总体要求\n坚持创新引领。\n二、主要任务\n（一）建设起降点。建成。（责任单位：市交通局）\n（二）培育企业。\n育成。\n"
STRUCTURAL = re.compile(r"附件\d*[:：]?|文件|签发人[:：]|\d+年\d+月\d+日(?:印发)?")
"""What the document says in another form or by where it puts things."""


def kept(document: Document) -> str:
    """All that the document and its warnings say, Chinese characters alone."""
    return "".join(filter(is_chinese, half_width(json.dumps(plain_document(document), ensure_ascii=False))))


def lost(text: str) -> list[str]:
    """The lines of a text that neither the document nor its warnings say; a line may be parted into title and text."""
    said = kept(read_text(text))
    pieces = (piece for line in text.splitlines() for piece in re.split(r"[^\u4e00-\u9fff]+", STRUCTURAL.sub("", line)))
    return [piece for piece in pieces if piece and piece not in said]


words = st.sampled_from(
    ["推进设施建设", "培育壮大企业", "加强人才培养", "完善服务体系", "优化发展环境", "扩大开放合作"]
)
number = st.sampled_from(
    [
        "一、",
        "二、",
        "三、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "1.1 ",
        "1.2 ",
        "一是",
        "二是",
        "（1）",
        "①",
        "第一章 ",
        "专栏1 ",
        "—— ",
        "",
    ]
)
ending = st.sampled_from(
    [
        "",
        "。",
        "；",
        "，",
        "：",
        "。建成一批重点项目。",
        "（责任单位：市科技局、市财政局）",
        "。到2027年建成20个。（市交通局牵头，各区政府配合）",
    ]
)
heading_or_text = st.builds("{}{}{}".format, number, words, ending)
other = st.sampled_from(
    ["", "", "— 3 —", TITLE, "目录", "附件", "附件1：任务清单", "附件：1.任务清单", "云溪市人民政府", "2025年3月1日", "（此件公开发布）",
     "抄送：市委办公室。", "云溪市政府办公室　2025年3月2日印发", "序号\t任务\t单位\n1\t建设平台\t市科技局", "各县区人民政府：", "来源：云溪日报",
     "云溪市人民政府文件", "云政〔2025〕3号　签发人：张三　李四", "公开属性：主动公开", "【打印】", "表1 目标", "征求意见稿",
     "云溪市人民政府关于印发行动计划的通知", "现将行动计划印发给你们，请认真贯彻执行。", "任务清单", "【公开类别：A类】", "（2025年3月1日市政府常务会议通过）"]
)  # fmt: skip


@given(st.lists(heading_or_text | other, max_size=25))
def test_no_line_is_lost_without_a_word(lines: list[str]):
    text = "\n".join([TITLE, "", *lines])
    assert lost(text) == []


def test_a_clean_text_gives_no_warnings():
    assert read_text(CLEAN).warnings == ()


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        ("（二）培", "（四）培", "序号跳号，中间可能缺一条（1 处）：二“（一）”到“（四）”。"),
        ("（二）培", "（一）培", "同一层里序号又从头数起（1 处）：二“（一）培育企业”。"),
        (
            "坚持创新引领。",
            "坚持创新引领，推动市场和政府更好\n— 2 —\n结合。",
            "断开的段落已接上（1 处）：一“坚持创新引领，推……”。",
        ),
        ("坚持创新引领。", "坚持创新引领。\n— 2 —", "去掉了页码 1 行。"),
        ("二、主", "七、主", "序号接不上，没有按标题读入（1 处）：一“七、主要任务”。"),
        (
            "（一）建设起降点。建成。（责任单位：市交通局）\n（二）",
            "1.建设起降点。建成。\n（一）",
            "同一层里的序号样式不一，请核对层级（1 处）：二“1.”“（一）”。",
        ),
    ],
)
def test_doubts_are_told_with_their_place(old: str, new: str, warning: str):
    warnings = read_text(CLEAN.replace(old, new)).warnings
    assert warning in warnings


def test_many_places_are_told_in_one_sentence():
    text = CLEAN + "".join(f"{one}、任务\n推进{one}项任务。建设\n重点{one}项目。\n" for one in "三四五六七八九十")
    (warning,) = read_text(text).warnings
    assert warning.startswith("断开的段落已接上（8 处）：三“推进三项")
    assert warning.endswith("等。")


def test_page_numbers_are_counted():
    told = Told()
    kept = list(without_page_numbers(lines_of_text("甲\n— 1 —\n乙\n第 2 页 共 3 页\n"), told))
    assert [(line.text, line.page) for line in kept if isinstance(line, Line)] == [("甲", False), ("乙", True)]
    assert list(told.sentences()) == ["去掉了页码 2 行。"]
