"""Tables printed one cell on a line."""

import pytest

from drafter.model.document import Box, Document, Table
from drafter.model.walk import text_of
from drafter.reading.structure import read_text

HEAD = "云溪市工作方案\n一、任务\n建设平台。\n"
FOOT = "二、要求\n抓好落实。\n"


def read(*lines: str) -> Document:
    return read_text(HEAD + "\n".join(lines) + "\n" + FOOT)


def cells(table: Table) -> list[list[str]]:
    return [[text_of(cell.spans) for cell in row] for row in table.rows]


def test_rows_that_are_counted_are_put_together():
    document = read(
        "重点项目表", *("序号", "项目", "单位"), *("1", "建设平台，完善功能。", "市科技局"), *("2", "乙", "市财政局")
    )
    found = document.sections[0].blocks[-1]
    assert isinstance(found, Table)
    assert (found.caption, found.columns) == ("重点项目表", ("序号", "项目", "单位"))
    assert cells(found) == [["1", "建设平台，完善功能。", "市科技局"], ["2", "乙", "市财政局"]]
    assert "还原成表格" in document.warnings[0]


def test_columns_of_figures_in_a_box_are_put_together():
    rows = [*("指标", "单位", "2025年", "2030年"), *("水库", "座", "3", "5"), *("堤防", "公里", "76", "85.5")]
    (box,) = [one for one in read("专栏1 主要指标", *rows).sections[0].blocks if isinstance(one, Box)]
    (found,) = box.blocks
    assert isinstance(found, Table)
    assert cells(found) == [["水库", "座", "3", "5"], ["堤防", "公里", "76", "85.5"]]


@pytest.mark.parametrize(
    "lines",
    [
        ("王某某", "13800000000", "市科技局"),
        ("市科技局", "市财政局", "市教育局", "市商务局", "市水利局", "市农业农村局"),
        ("序号", "名称", "1", "甲"),
        ("名称", "3", "甲", "乙", "4", "5"),
    ],
)
def test_other_short_lines_stay_lines(lines: tuple[str, ...]):
    assert not any(isinstance(one, Table) for one in read(*lines).sections[0].blocks)
