"""OFD files: words in their places, in millimetres from the upper left corner."""

import io
import zipfile
from collections.abc import Callable

import pytest

from drafter.errors import UnreadableFile
from drafter.reading.files import read_bytes
from drafter.reading.lines import Grid, Line
from drafter.reading.ofd import lines_of_ofd
from tests.reading.outlines import outline

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
LEFT, SIZE, PITCH, TOP, WIDTH = 28.0, 5.64, 10.2, 45.0, 28


def ofd(*pages: str, **parts: str) -> bytes:
    """An OFD with these pages of objects."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {NAMES}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            f"</ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        for i, page in enumerate(pages):
            archive.writestr(
                f"Doc_0/Pages/Page_{i}/Content.xml",
                f"<ofd:Page {NAMES}><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>",
            )
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def say(x: float, y: float, text: str, size: float = SIZE, more: str = "") -> str:
    """A text object at a place from the upper left corner."""
    return (
        f'<ofd:TextObject Boundary="{x} {y} 160 8" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g {len(text) - 1} {size}">{text}</ofd:TextCode></ofd:TextObject>'
    )


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """A drawn line."""
    return (
        f'<ofd:PathObject Boundary="{x1} {y1} {x2 - x1} {y2 - y1}"><ofd:AbbreviatedData>'
        f"M 0 0 L {x2 - x1} {y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def set_page(lines: list[tuple[float, str]], number: int) -> str:
    body = "".join(say(x, TOP + PITCH * i, text) for i, (x, text) in enumerate(lines))
    return body + say(100, 280, f"— {number} —", 4)


SENTENCE = "围绕丘陵山区农机装备需求，建设检测平台和试验基地，完善从研发到推广的服务链条，"


def words(data: bytes) -> list[str]:
    return [item.text for item in lines_of_ofd(data, "云溪.ofd")[0] if isinstance(item, Line)]


def test_paragraphs_run_on_across_lines_and_pages():
    text = SENTENCE * 4 + "形成闭环。"
    rows = [(LEFT + 2 * SIZE, "一、总体要求"), (LEFT + 2 * SIZE, text[:26])]
    rows += [(LEFT, text[i : i + WIDTH]) for i in range(26, len(text), WIDTH)]
    rows += [(LEFT + 2 * SIZE, "二、重点任务"), (LEFT + 2 * SIZE, "建设平台。")]
    data = ofd(set_page(rows[:4], 1), set_page(rows[4:], 2))
    assert words(data) == ["一、总体要求", text, "二、重点任务", "建设平台。"]
    assert outline(read_bytes(data, "云溪.ofd")) == ["1 一、总体要求", "1 二、重点任务"]


def test_page_numbers_and_footnotes_are_left_out_and_told():
    rows = [(LEFT, SENTENCE[:WIDTH])] * 8
    note = say(LEFT, 260, "①指居住半年以上的人口数。", 3)
    document = read_bytes(ofd(set_page(rows, 1) + note), "注.ofd")
    told = "".join(document.warnings)
    assert "去掉了页码 1 行" in told
    assert "去掉了脚注 1 行：“①指居住半年以上的人口数。”" in told
    assert "居住" not in "".join(map(str, document.preamble))


def test_steps_between_letters_part_columns_of_a_row():
    code = f'<ofd:TextCode X="0" Y="5" DeltaX="{SIZE} 60 {SIZE}">单位任务</ofd:TextCode>'
    step = f'<ofd:TextObject Boundary="30 40 150 8" Size="{SIZE}">{code}</ofd:TextObject>'
    assert words(ofd(step)) == ["单位\t任务"]


def test_a_drawn_table_is_cells():
    page = "".join(line(30, y, 180, y) for y in (50, 62, 74)) + "".join(line(x, 50, x, 74) for x in (30, 60, 180))
    for x, y, text in [(35, 53, "序号"), (65, 53, "任务"), (35, 65, "1"), (65, 65, "建设平台")]:
        page += say(x, y, text)
    (grid,) = lines_of_ofd(ofd(page), "表.ofd")[0]
    assert isinstance(grid, Grid)
    assert grid.rows == (("序号", "任务"), ("1", "建设平台"))


def test_words_that_stand_aslant_are_left_out():
    mark = say(50, 100, "内部资料", 20, 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    assert words(ofd(say(LEFT, TOP, "一、总体要求") + mark)) == ["一、总体要求"]


def test_a_file_without_words_says_how_many_pages_it_has():
    with pytest.raises(UnreadableFile, match="共 2 页，里面没有文字"):
        read_bytes(ofd("", ""), "扫描.ofd")


def test_a_locked_file_says_so():
    with pytest.raises(UnreadableFile, match="有密码"):
        read_bytes(ofd("", **{"Doc_0/Encryptions.xml": "<a/>"}), "锁.ofd")


def changed(data: bytes, change: Callable[[str], str]) -> bytes:
    """An OFD with every part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part).decode()))
    return out.getvalue()


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE a [<!ENTITY x "词词词词"><!ENTITY y "&x;&x;&x;">]>'
    data = changed(ofd(say(LEFT, TOP, "一、总体要求")), lambda text: bomb + text.replace("要求<", "要求&y;<"))
    assert words(data) == ["一、总体要求"]


def test_a_path_out_of_the_file_leads_nowhere():
    data = changed(ofd(say(LEFT, TOP, "一、总体要求")), lambda text: text.replace("Pages/", "../../../Doc_0/Pages/"))
    with pytest.raises(UnreadableFile, match="没有页面"):
        read_bytes(data, "外.ofd")
