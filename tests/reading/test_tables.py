"""Tables out of text: headers, page breaks, merged cells."""

from drafter.model.document import Paragraph, Table
from drafter.model.walk import text_of
from drafter.reading.lines import Grid, lines_of_text
from drafter.reading.tables import table_of, with_grids


def read(text: str) -> Table:
    grids = [item for item in with_grids(lines_of_text(text)) if isinstance(item, Grid)]
    assert len(grids) == 1
    return table_of(grids[0], "", lambda cell: (cell,))


def cells(table: Table) -> list[list[str]]:
    return [[text_of(cell.spans) for cell in row] for row in table.rows]


def test_rows_go_on_after_a_page_break_and_reprinted_headers_are_left_out():
    table = read("序号\t任务\t单位\n1\t建设平台\t甲局\n\n序号\t任务\t单位\n2\t引进人才\t乙局\n")
    assert table.columns == ("序号", "任务", "单位")
    assert cells(table) == [["1", "建设平台", "甲局"], ["2", "引进人才", "乙局"]]


def test_a_column_that_groups_rows_is_filled_downwards_and_others_stay_blank():
    table = read(
        "序号\t类别\t具体内容\t单位\n1\t平台\t建设一批创新平台并投入使用。\t甲局\n2\t\t建设中试基地。\t\n"
        "\n3\t平台\t建设实验室。\t甲局\n4\t人才\t引进高层次人才。\t甲局\n----\t---\t---\t---\n"
    )
    assert table.merged == (1,)
    assert [row[1] for row in cells(table)] == ["平台", "平台", "平台", "人才"]
    assert [row[3] for row in cells(table)] == ["甲局", "", "甲局", "甲局"]


def test_markdown_tables_are_tables():
    table = read("| 指标 | 2025年 |\n|---|---|\n| 产值（亿元） | 100 |\n")
    assert (table.columns, cells(table)) == (("指标", "2025年"), [["产值（亿元）", "100"]])


def test_a_stray_tab_makes_no_table():
    items = with_grids(lines_of_text("一、\t总体要求\n坚持创新。\n"))
    assert [item.text for item in items if not isinstance(item, Grid)] == ["一、总体要求", "坚持创新。"]


def test_every_row_has_a_cell_for_every_column():
    table = read("甲\t乙\t丙\n1\t2\n3\t4\t5\n")
    assert all(len(row) == 3 and all(isinstance(cell, Paragraph) for cell in row) for row in table.rows)
