"""PDF files: words in their places become paragraphs, tables and boxes again."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import UnreadableFile
from drafter.reading.files import read_bytes
from drafter.reading.lines import Frame, Grid, Line
from drafter.reading.pdf import lines_of_pdf
from drafter.reading.sheet_items import items_of
from drafter.reading.sheets import Piece, Sheet
from drafter.reading.structure import read_lines
from tests.reading.outlines import outline
from tests.reading.printed import (
    HEIGHT,
    LEFT,
    PITCH,
    RIGHT,
    SIZE,
    TOP,
    WIDTH,
    across,
    box,
    draw,
    pages_of,
    pdf,
    say,
    set_lines,
    sheets_of,
    upright,
)

SENTENCE = "围绕丘陵山区农机装备需求，建设检测平台和试验基地，完善从研发到推广的服务链条，"


def items(*pages: str, **more: str):
    return lines_of_pdf(pdf(*pages, **more), "云溪.pdf")[0]


def words(found: object) -> list[str]:
    return [item.text for item in found if isinstance(item, Line)]


def test_paragraphs_run_on_across_lines_and_pages():
    paragraphs = [SENTENCE * 4 + "形成闭环。", "一、总体要求", SENTENCE * 9 + "取得实效。", "二、重点任务"] * 3
    pages = pages_of(set_lines(paragraphs))
    assert len(pages) > 2
    found = items(*pages)
    assert words(found) == paragraphs
    assert all(item.whole and item.indented for item in found)


def test_running_heads_and_page_numbers_are_left_out():
    lines = set_lines([SENTENCE * 20 + "完。"] * 3)
    pages = pages_of(lines, head="云溪市人民政府公报 2026年第3期")
    assert len(pages) >= 4
    assert words(items(*pages)) == [SENTENCE * 20 + "完。"] * 3


@pytest.mark.parametrize("number", ["— 3 —", "－3－", "3", "第 3 页 共 9 页", "第3页", "3/9", "iv"])
def test_a_page_number_in_every_form_is_left_out(number: str):
    assert words(items(say(LEFT + 2 * SIZE, TOP, "一、总体要求") + say(290, 50, number, 12))) == ["一、总体要求"]


def test_a_short_last_line_ends_a_paragraph_without_indents():
    full = SENTENCE * 2
    lines = [full[:28], "到此为止。", full[3:31], full[5:33], "也到此为止。"]
    page = "".join(say(LEFT, TOP - PITCH * i, text) for i, text in enumerate(lines))
    assert words(items(page)) == [lines[0] + lines[1], lines[2] + lines[3] + lines[4]]


def test_lines_of_a_centred_title_stay_apart_from_the_text():
    title = say(210, TOP, "云溪市智能农机", 22) + say(232, TOP - 35, "行动计划", 22)
    body = "".join(say(x, TOP - 80 - PITCH * i, text) for i, (x, text) in enumerate(set_lines([SENTENCE * 3] * 2)))
    assert words(items(title + body))[:2] == ["云溪市智能农机", "行动计划"]


def test_two_columns_are_read_one_after_the_other():
    column = [SENTENCE[i : i + 13] for i in range(0, 26, 13)] * 6
    left = "".join(say(60, 700 - 20 * i, text) for i, text in enumerate(["左" + one for one in column]))
    right = "".join(say(320, 700 - 20 * i, text) for i, text in enumerate(["右" + one for one in column]))
    found = "".join(
        words(items(say(60, 740, "云溪市人民政府公报公布的规范性文件和政策解读汇编目录全文") + right + left))
    )
    assert found.index("左" + column[-1]) < found.index("右")
    assert found.startswith("云溪市人民政府公报")


def ruled(columns: list[float], rows: list[float]) -> str:
    return "".join(draw((columns[0], y), (columns[-1], y)) for y in rows) + "".join(
        draw((x, rows[0]), (x, rows[-1])) for x in columns
    )


def test_a_ruled_table_is_cells_with_wrapped_text_whole():
    page = ruled([80, 140, 360, 520], [700, 670, 610, 570])
    for x, y, text in [
        (90, 680, "序号"), (150, 680, "任务"), (370, 680, "单位"),
        (90, 640, "1"), (145, 650, "建设检测平台和开放共享"), (145, 628, "的试验基地"), (370, 640, "市科技局"),
        (90, 585, "2"), (145, 585, "推广应用"), (370, 585, "市农业农村局"),
    ]:  # fmt: skip
        page += say(x, y, text)
    (grid,) = items(page)
    assert isinstance(grid, Grid)
    assert grid.rows == (
        ("序号", "任务", "单位"),
        ("1", "建设检测平台和开放共享的试验基地", "市科技局"),
        ("2", "推广应用", "市农业农村局"),
    )


def test_a_cell_over_several_rows_is_told():
    rules = [across(700), across(670), across(640, 200), across(610)] + [upright(x, 610, 700) for x in (80, 200, 528)]
    pieces = [(90, 680, "类别"), (210, 680, "项目"), (90, 640, "平台"), (210, 650, "检测"), (210, 620, "试验")]
    (grid,) = items_of([Sheet(WIDTH, HEIGHT, tuple(Piece(t, x, x + 30, y, 12) for x, y, t in pieces), tuple(rules))])
    assert grid == Grid((("类别", "项目"), ("平台", "检测"), ("平台", "试验")), (0,))


def test_a_table_goes_on_over_the_page_without_its_header_again():
    def page(*rows: tuple[str, str]) -> str:
        heights = [TOP - 30 * i for i in range(len(rows) + 1)]
        cells = (
            say(x, y - 20, text)
            for y, row in zip(heights, rows, strict=False)
            for x, text in zip((90, 150), row, strict=True)
        )
        return ruled([80, 140, 520], heights) + "".join(cells) + say(280, 50, "1", 12)

    (grid,) = items(
        page(("序号", "任务"), ("1", "建设平台，")), page(("序号", "任务"), ("", "推广应用。"), ("2", "培训"))
    )
    assert isinstance(grid, Grid)
    assert grid.rows == (("序号", "任务"), ("1", "建设平台，推广应用。"), ("2", "培训"))


def test_a_box_keeps_its_paragraphs_over_the_page():
    first = say(100, 660, "专栏1 攻关工程") + say(132, 630, "1.拖拉机。" + SENTENCE[:17]) + box(80, 600, 520, 700)
    second = say(100, 680, "可靠作业。") + say(132, 650, "2.运输车。") + box(80, 630, 520, 700)
    (frame,) = items(first, second)
    assert isinstance(frame, Frame)
    assert words(frame.items) == ["专栏1攻关工程", "1.拖拉机。" + SENTENCE[:17] + "可靠作业。", "2.运输车。"]


def test_a_frame_around_every_page_is_no_box():
    pages = [page + box(50, 30, 550, 810) for page in pages_of(set_lines([SENTENCE * 20 + "完。"] * 2))]
    assert words(items(*pages)) == [SENTENCE * 20 + "完。"] * 2


def test_words_across_the_page_are_left_out_and_turned_pages_are_read():
    mark = say(0, 0, "内部资料", 60, "0.7 0.7 -0.7 0.7 150 300")
    assert words(items(say(LEFT + 2 * SIZE, TOP, "一、总体要求") + mark)) == ["一、总体要求"]
    turned = say(0, 0, "一、总体要求", SIZE, ".001 1 -1 .001 100 100") + say(
        0, 0, "建设平台。", SIZE, ".001 1 -1 .001 130 100"
    )
    assert words(items(turned, extra="/Rotate 90")) == ["一、总体要求", "建设平台。"]


def test_letters_that_stand_for_others_are_made_the_usual_ones():
    assert words(items(say(LEFT, TOP, "⼀、总体要求和⻓远⽬标"))) == ["一、总体要求和长远目标"]


def test_spaces_between_latin_words_stay():
    assert words(items(say(LEFT, TOP, "发展 AI for Science 平台"))) == ["发展 AI for Science 平台"]


def test_a_scanned_file_says_how_many_pages_it_has_and_what_to_do():
    with pytest.raises(UnreadableFile, match="共 3 页，是扫描图片") as caught:
        read_bytes(pdf("", "", ""), "扫描.pdf")
    assert "文字识别" in caught.value.hint


def test_a_locked_file_says_so():
    lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00><00>]".format("a7" * 32)
    with pytest.raises(UnreadableFile, match="有密码"):
        read_bytes(pdf("", trailer=lock), "锁.pdf")


def test_letters_without_a_code_are_told_or_refused():
    with pytest.raises(UnreadableFile, match="没有编码"):
        read_bytes(pdf(say(LEFT, TOP, "\ue123" * 20)), "乱.pdf")
    assert "没有编码" in "".join(read_bytes(pdf(say(LEFT, TOP, SENTENCE[:20] + "\ue123")), "缺.pdf").warnings)


def test_a_page_without_words_among_others_is_told():
    document = read_bytes(pdf(say(LEFT, TOP, "一、总体要求和目标"), ""), "半.pdf")
    assert outline(document) == ["1 一、总体要求和目标"]
    assert "第 2 页没有文字" in document.warnings[0]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("云溪市农机平台建设推广服务需求试验", min_size=2, max_size=140), min_size=4, max_size=30))
def test_what_was_set_in_lines_comes_back_as_paragraphs(paragraphs: list[str]):
    """Whatever the lengths, each paragraph comes back; in some the last line is as full as the others."""
    long = "".join(paragraphs) + SENTENCE
    due = [long, *(f"{one}。" for one in paragraphs), long]
    assert words(items_of(sheets_of(set_lines(due)))) == due


def body_rows(text: str, count: int = 12) -> str:
    return "".join(say(LEFT, TOP - PITCH * i, text) for i in range(count))


@pytest.mark.parametrize("mark", ["①", "1"])
def test_footnotes_are_kept_out_of_the_text_and_told(mark: str):
    long = SENTENCE * 2
    first = say(LEFT + 2 * SIZE, TOP, "一、总体要求") + say(LEFT + 2 * SIZE, TOP - PITCH, long[:26])
    raised = say(LEFT, TOP - 2 * PITCH, "常住人口") + say(LEFT + 64, TOP - 2 * PITCH + 6, mark, 8)
    rest = say(LEFT + 72, TOP - 2 * PITCH, long[30:53])
    note = say(LEFT, 110, mark, 6 if mark == "1" else 10.5) + say(LEFT + 12, 107, "指居住半年以上的人口数。", 10.5)
    foot = draw((LEFT, 125), (LEFT + 144, 125)) + note + say(280, 50, "— 1 —", 14)
    second = say(LEFT, TOP, "形成闭环。") + say(LEFT + 2 * SIZE, TOP - PITCH, "二、重点任务")
    document = read_bytes(pdf(first + raised + rest + foot, second), "注.pdf")
    assert outline(document) == ["1 一、总体要求", "1 二、重点任务"]
    text = "".join(map(str, document.sections[0].blocks[0].spans))
    assert text == long[:26] + "常住人口" + long[30:53] + "形成闭环。"
    told = "".join(document.warnings)
    assert "去掉了脚注 1 行" in told
    assert "居住半年以上的人口数" in told
    assert "去掉了页码 1 行" in told


def test_small_print_at_the_foot_without_line_or_mark_stays():
    page = body_rows(SENTENCE[:28]) + say(LEFT, 110, "注：表中数据为预计数。", 10.5)
    assert words(items(page))[-1] == "注：表中数据为预计数。"


def test_heads_that_are_left_out_are_told():
    pages = pages_of(set_lines([SENTENCE * 20 + "完。"] * 3), head="云溪市人民政府公报 2026年第3期")
    told = "".join(read_bytes(pdf(*pages), "云溪.pdf").warnings)
    assert f"去掉了页码 {len(pages)} 行" in told
    assert f"去掉了页眉页脚 {len(pages)} 行：“云溪市人民政府公报2026年第3期”" in told


def set_cells(rows: list[tuple[str, ...]], columns: tuple[float, ...], top: float, pitch: float = 24) -> str:
    return "".join(
        say(x, top - pitch * i, text, 12)
        for i, row in enumerate(rows)
        for x, text in zip(columns, row, strict=True)
        if text
    )


def test_a_table_ruled_by_three_lines_is_cells():
    rows = [("指标", "2024年", "2027年"), ("企业数（家）", "210", "300"), ("产值（亿元）", "46", "85")]
    table = set_cells([*rows, ("其中：新增企业", "", "90")], (100, 280, 420), 676)
    lines = "".join(draw((80, y), (520, y)) for y in (692, 668, 590))
    page = say(LEFT + 2 * SIZE, TOP + 20, "表1 主要指标") + table + lines + say(LEFT + 2 * SIZE, 560, "二、重点任务")
    caption, grid, heading = items(page)
    assert isinstance(grid, Grid)
    assert grid.rows == (*rows, ("其中：新增企业", "", "90"))
    assert (caption.text, heading.text) == ("表1主要指标", "二、重点任务")


def test_two_such_tables_keep_the_text_between_them():
    def table(top: float) -> str:
        cells = set_cells([("序号", "任务"), ("1", "建设平台"), ("2", "推广应用")], (100, 280), top - 16)
        return cells + "".join(draw((80, y), (520, y)) for y in (top, top - 24, top - 78))

    between = say(LEFT + 2 * SIZE, 590, "以上为第一批任务。") + say(LEFT + 2 * SIZE, 560, "第二批任务如下：")
    found = items(table(700) + between + table(540))
    assert [type(one) for one in found] == [Grid, Line, Line, Grid]


def test_lines_that_only_part_text_make_no_table():
    text = "".join(say(LEFT, TOP - PITCH * i, SENTENCE[:28]) for i in range(6))
    lines = "".join(draw((LEFT, y), (RIGHT, y)) for y in (735, 670, 555))
    assert [type(one) for one in items(text + lines)] == [Line]


def look_of(rows: list[tuple[str, float, str]]) -> list[str]:
    """The outline of a page of (text, size, font); lines of other letters are headings, || puts one in the middle."""
    pieces: list[Piece] = []
    for index, (text, size, font) in enumerate(rows):
        plain = text.removeprefix("||")
        left = (LEFT + RIGHT - size * len(plain)) / 2 if text != plain else LEFT + 2 * SIZE
        left = left if len(plain) < 26 else LEFT
        pieces.append(Piece(plain, left, left + size * len(plain), TOP - PITCH * index, size, font))
    return outline(read_lines(items_of([Sheet(WIDTH, HEIGHT, tuple(pieces))])))


TITLE = ("||云溪市低空经济工作要点", 22.0, "Song")
TEXT = [(SENTENCE[:28], SIZE, "Fang"), ("形成闭环。", SIZE, "Fang")]


@pytest.mark.parametrize(
    "look",
    [lambda text: (text, 18.0, "Fang"), lambda text: (text, SIZE, "Hei"), lambda text: (f"||{text}", SIZE, "Fang")],
)
def test_unnumbered_headings_are_known_by_their_look(look: Callable[[str], tuple[str, float, str]]):
    rows = [TITLE, *TEXT, look("强化产业培育"), *TEXT, look("优化空域服务"), *TEXT, ("||云溪市商务局", SIZE, "Fang")]
    assert look_of(rows) == ["1 强化产业培育", "1 优化空域服务"]


def test_unnumbered_headings_stand_beside_numbered_ones_of_the_same_look():
    rows = [TITLE, *TEXT, ("一、总体要求", SIZE, "Hei"), *TEXT, ("（一）基本原则", SIZE, "Kai"), *TEXT]
    rows += [("二、重点任务", SIZE, "Hei"), *TEXT, ("结语部分", SIZE, "Hei"), *TEXT, ("衷心致谢", SIZE, "Kai"), *TEXT]
    assert look_of(rows) == ["1 一、总体要求", "2 （一）基本原则", "1 二、重点任务", "1 结语部分", "2 衷心致谢"]


def test_unnumbered_headings_of_a_later_look_stand_below_numbered_ones():
    rows = [TITLE, *TEXT]
    for number, names in (("一、总体要求", ("指导思想", "基本原则")), ("二、重点任务", ("培育企业", "开放场景"))):
        rows += [(number, SIZE, "Hei"), (names[0], SIZE, "Kai"), *TEXT, (names[1], SIZE, "Kai"), *TEXT]
    assert look_of(rows) == [
        "1 一、总体要求", "2 指导思想", "2 基本原则", "1 二、重点任务", "2 培育企业", "2 开放场景"
    ]  # fmt: skip


def test_a_short_line_of_the_same_letters_is_text():
    assert look_of([TITLE, *TEXT, ("一、总体要求", SIZE, "Hei"), *TEXT, ("支持下列项目", SIZE, "Fang"), *TEXT]) == [
        "1 一、总体要求"
    ]


def test_a_footnote_without_a_line_is_known_by_its_mark_in_the_text():
    text = say(LEFT, TOP, "常住人口") + say(LEFT + 64, TOP + 6, "3", 9) + say(LEFT + 70, TOP, SENTENCE[:24])
    page = text + "".join(say(LEFT, TOP - PITCH * i, SENTENCE[:28]) for i in range(1, 5))
    note = say(LEFT, 110, "3", 12) + say(
        LEFT + 8, 110, "指居住半年以上的人口数，来自各县的统计公报和有关部门的年度报表。", 9
    )
    (line,) = items(page + note)
    assert isinstance(line, Line)
    assert line.text.startswith("常住人口" + SENTENCE[:24])
    assert "居住" not in line.text


def test_a_shorter_right_column_is_a_column():
    column = [SENTENCE[i : i + 13] for i in range(0, 26, 13)] * 15
    left = "".join(say(60, 700 - 20 * i, text) for i, text in enumerate(["左" + one for one in column]))
    right = "".join(say(320, 700 - 20 * i, text) for i, text in enumerate(["右" + one for one in column[:9]]))
    found = "".join(words(items(left + right)))
    assert found.rindex("左") < found.index("右")
