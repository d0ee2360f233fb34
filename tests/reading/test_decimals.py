"""Decimal numbers (1, 1.1, 1.1.1): headings by their sequence, typed and automatic; quantities are none."""

from drafter.reading.files import read_bytes
from drafter.reading.structure import read_text
from drafter.writing.docx import docx_bytes
from tests.reading.outlines import outline
from tests.reading.word import listed, para, word_file

PLAN = """云溪市防汛抗旱应急预案

目录
1 总则\t1
1.1 编制目的\t1
1.2 工作原则\t2
2 组织指挥\t3

1. 总则
1.1 编制目的
做好水旱灾害防范工作。
1.2 工作原则
1.2.1 以人为本
1.5亿元以上损失的，按重大灾害处置。
2. 组织指挥
2.1 指挥机构
（1）市防指。统一指挥。
（2）办公室。负责日常。
2.2 成员单位
各单位分工如下。
"""
HEADINGS = [
    *("1 1.总则", "2 1.1编制目的", "2 1.2工作原则", "3 1.2.1以人为本"),
    *("1 2.组织指挥", "2 2.1指挥机构", "3 （1）市防指", "3 （2）办公室", "2 2.2成员单位"),
]


def test_contents_and_quantities_are_no_headings():
    assert outline(read_text(PLAN)) == HEADINGS


def test_the_first_level_may_do_without_its_dot_and_comes_back_from_word():
    plain = read_text(PLAN.replace("1. 总则", "1 总则").replace("2. 组织", "2　组织"))
    assert outline(plain) == [one.replace("1.总", "1总").replace("2.组", "2组") for one in HEADINGS]
    assert outline(read_bytes(docx_bytes(plain), "a.docx")) == outline(plain)


def test_chapters_may_stand_above_and_chinese_numbers_below():
    text = "云溪市行动方案\n第一章 总则\n1.1 目的\n为了发展。\n一、甲方面\n做好甲。\n二、乙方面\n做好乙。\n第二章 任务\n2.1 建设\n建成。\n2.2 管理\n管好。\n"
    assert outline(read_text(text)) == [
        *("1 第一章总则", "2 1.1目的", "3 一、甲方面", "3 二、乙方面"),
        *("1 第二章任务", "2 2.1建设", "2 2.2管理"),
    ]


def test_one_quantity_at_a_line_start_is_text():
    assert outline(read_text("云溪市方案\n一、目标\n1.1版标准发布。\n二、任务\n1.2版标准修订。\n")) == [
        "1 一、目标",
        "1 二、任务",
    ]


def test_a_multilevel_list_of_word_prints_the_levels_above():
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(("%1", "%1.%2", "%1.%2.%3"))
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = para("云溪市防汛应急预案") + "".join(
        para(title, listed(level)) + para("做好有关工作。")
        for title, level in (("总则", 0), ("目的", 1), ("原则", 1), ("响应", 0), ("预警", 1), ("监测", 2), ("发布", 2))
    )
    assert outline(read_bytes(word_file(body, numbering), "a.docx")) == [
        *("1 1总则", "2 1.1目的", "2 1.2原则", "1 2响应", "2 2.1预警", "3 2.1.1监测", "3 2.1.2发布"),
    ]
