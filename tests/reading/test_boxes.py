"""Boxes (专栏) in every shape: lines, a table of one cell, a table whose first row is their title."""

import pytest

from drafter.model.document import Box, Paragraph, Table
from drafter.model.walk import text_of
from drafter.reading.files import read_bytes
from drafter.reading.lines import Grid, Line
from drafter.reading.structure import read_lines, read_text
from tests.reading.outlines import outline
from tests.reading.word import cell, para, table, word_file

TITLE = "云溪市促进低空经济发展行动计划"


def test_a_table_below_a_row_that_is_a_box_title_stands_in_the_box():
    rows = table(
        cell("专栏2　重点项目", '<w:gridSpan w:val="2"/>'), cell("名称") + cell("规模"), cell("起降点") + cell("30个")
    )
    body = para(TITLE) + para("一、任务") + rows + para("二、保障") + para("加强领导。")
    document = read_bytes(word_file(body), "a.docx")
    (box,) = document.sections[0].blocks
    assert isinstance(box, Box)
    assert (box.number, box.title) == ("专栏2", "重点项目")
    (inner,) = box.blocks
    assert isinstance(inner, Table)
    assert inner.columns == ("名称", "规模")
    assert [[text_of(one.spans) for one in row] for row in inner.rows] == [["起降点", "30个"]]
    assert outline(document) == ["1 一、任务", "1 二、保障"]


@pytest.mark.parametrize("first", [("专栏1 工程", ""), ("专栏1 工程", "专栏1 工程")])
def test_so_it_is_in_every_format(first: tuple[str, str]):
    grid = Grid((first, ("名称", "规模"), ("起降点", "30个")))
    (box,) = read_lines([Line(TITLE), Line("一、任务"), grid]).sections[0].blocks
    assert isinstance(box, Box)


def test_a_table_with_a_box_word_in_one_cell_is_a_table():
    grid = Grid((("专栏1 工程", "规模"), ("起降点", "30个")))
    assert isinstance(read_lines([Line(TITLE), Line("一、任务"), grid]).sections[0].blocks[0], Table)


def test_numbers_of_an_upper_level_in_a_box_are_no_headings():
    document = read_text(
        f"{TITLE}\n\n一、任务\n（一）平台。\n建设平台。\n专栏1　重点工程\n一、起降点\n建设30个。\n二、通信网\n覆盖全市。\n"
        "（二）企业。\n培育企业。\n二、保障\n加强领导。\n"
    )
    assert outline(document) == ["1 一、任务", "2 （一）平台", "2 （二）企业", "1 二、保障"]
    box = document.sections[0].children[0].blocks[1]
    assert isinstance(box, Box)
    assert [one.marker for one in box.blocks if isinstance(one, Paragraph)] == ["一、", "", "二、", ""]
