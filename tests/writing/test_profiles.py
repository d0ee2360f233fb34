"""Unit profiles and a unit's own Word file: what they change, what they leave, and what is said of mistakes."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from drafter import resources
from drafter.errors import BadRecipe, UnreadableFile
from drafter.model.document import Document, Paragraph
from drafter.writing.docx import docx_bytes
from drafter.writing.options import Options
from drafter.writing.ownbase import load_base
from drafter.writing.profile import NATIONAL, Profile, load_profile
from drafter.writing.selfcheck import self_check
from tests.writing.made_up_plan import plan, shown
from tests.writing.rendering import MM, lines, rendered
from tests.writing.test_package_form import ORDER

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHIPPED = sorted((resources.templates() / "profiles").glob("*.toml"))


def profile(tmp_path: Path, text: str) -> Profile:
    path = tmp_path / "版式.toml"
    path.write_text(f'format = 1\nname = "某局"\n{text}', "utf-8")
    return load_profile(path)


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.startswith("word/")}


def fonts_of(root: etree._Element, style: str) -> set[tuple[str, str]]:
    """(Latin, Chinese) fonts of the runs in a paragraph style that have no style of their own."""
    return {
        (fonts.get(f"{W}ascii"), fonts.get(f"{W}eastAsia"))
        for one in root.iter(f"{W}p")
        if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style
        for run in one.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is None
        for fonts in run.iter(f"{W}rFonts")
    }


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_profile_fills_its_page_with_the_lines_and_characters_it_says(path: Path):
    chosen = load_profile(path)
    sheet = chosen.sheet
    text = Document(preamble=tuple(Paragraph(("山川湖海" * 245,)) for _ in range(3)))
    pages = rendered(docx_bytes(text, options=Options(profile=chosen)))
    full = [lines(page, lowest=sheet.bottom / 20 - 5) for page in pages[:-1]]
    assert len(full) >= 2
    assert {len(one) for one in full} == {sheet.lines}
    inside = [line for page in full for line in page]
    assert sum(len(line) == sheet.characters for line in inside) > 0.9 * len(inside)
    for page in pages:
        number = next(one for one in page.pieces if one.base < sheet.bottom / 20 - 5)
        middle = sheet.bottom / 20 / MM - 7
        assert (number.base / MM) < middle < (number.base + number.size) / MM


def test_fonts_change_by_element_and_by_kind(tmp_path: Path):
    chosen = profile(tmp_path, '[fonts]\nfangsong = "仿宋"\nheading2 = "楷体"\ntitle = "华文中宋"\n')
    written = parts(docx_bytes(plan(), shown, options=Options(profile=chosen)))
    body = written["word/document.xml"]
    assert {chinese for _, chinese in fonts_of(body, "DocBody")} == {"仿宋"}
    assert {chinese for _, chinese in fonts_of(body, "Title")} == {"华文中宋"}
    assert "楷体" in {chinese for _, chinese in fonts_of(body, "Heading2")}
    assert {chinese for _, chinese in fonts_of(body, "Heading1")} == {"黑体"}
    named = {fonts.get(f"{W}eastAsia") for root in written.values() for fonts in root.iter(f"{W}rFonts")}
    declared = {font.get(f"{W}name") for font in written["word/fontTable.xml"]}
    assert named <= declared


def test_digits_take_the_font_around_them_where_a_profile_says_so(tmp_path: Path):
    chosen = profile(tmp_path, 'latin = "same"\n')
    body = parts(docx_bytes(plan(), shown, options=Options(profile=chosen)))["word/document.xml"]
    assert {latin == chinese for latin, chinese in fonts_of(body, "DocBody")} == {True}


def test_bold_is_the_headings_alone_and_not_the_text_that_runs_on(tmp_path: Path):
    chosen = profile(tmp_path, 'bold = ["heading3"]\n')
    written = parts(docx_bytes(plan(), shown, options=Options(profile=chosen)))
    (style,) = (one for one in written["word/styles.xml"].iter(f"{W}style") if one.get(f"{W}styleId") == "Heading3")
    assert style.find(f"{W}rPr/{W}b").get(f"{W}val") is None
    heading = next(
        one for one in written["word/document.xml"].iter(f"{W}p")
        if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading3"
    )  # fmt: skip
    for run in heading.iter(f"{W}r"):
        bold = run.find(f"{W}rPr/{W}b")
        runs_on = run.find(f"{W}rPr/{W}rStyle") is not None
        assert (bold is not None and bold.get(f"{W}val") == "0") == runs_on


def test_the_page_number_is_printed_and_placed_as_the_profile_says(tmp_path: Path):
    chosen = profile(tmp_path, '[number]\nform = "第1页"\nplace = "centre"\n')
    written = parts(docx_bytes(plan(), shown, options=Options(profile=chosen)))
    text = "".join(written["word/footer1.xml"].itertext()).replace(" ", "")
    assert text == "第PAGE1页"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour = 1", "“colour”不认识"),
        ("[page]\ntop = 300", "“page.top”应是 20 到 60 之间的数（毫米）"),
        ("[page]\nlines = 40", "“page.lines”太多"),
        ("[page]\ncharacters = 40", "“page.characters”不合适"),
        ("[page]\ntop = true", "“page.top”应是"),
        ('[fonts]\nbody = ""', "“fonts.body”应是一段文字"),
        ('[fonts]\nnose = "黑体"', "“fonts.nose”不认识"),
        ('[number]\nform = "页"', "恰有一个“1”"),
        ('[number]\nplace = "left"', "“number.place”应为 outside、centre 之一"),
        ('bold = ["body"]', "“bold”应是列表"),
        ("fonts = 3", "“fonts”应是一张表"),
        ("[page", "写法有误"),
    ],
)
def test_a_mistake_in_a_profile_is_named(tmp_path: Path, text: str, told: str):
    with pytest.raises(BadRecipe) as caught:
        profile(tmp_path, text)
    assert told in caught.value.message
    assert caught.value.hint


def test_what_a_profile_leaves_out_is_as_in_the_standard(tmp_path: Path):
    found = profile(tmp_path, "")
    assert (found.sheet, found.fonts, found.latin, found.number) == (
        NATIONAL.sheet, NATIONAL.fonts, NATIONAL.latin, NATIONAL.number
    )  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A unit's file made with Word's usual styles, one of them changed, and one of the unit's own."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    file = docx.Document()
    heading = file.styles["Heading 1"]
    heading.element.rPr.rFonts.set(qn("w:eastAsia"), "隶书")
    text = file.styles.add_style("正文首行缩进", 1)
    text.font.size = Pt(15)
    text.paragraph_format.first_line_indent = Pt(30)
    section = file.sections[0]
    section.page_width, section.page_height, section.top_margin = Cm(21), Cm(29.7), Cm(3.5)
    file.add_paragraph("不该带出来的文字")
    path = tmp_path / "某局.docx"
    file.save(str(path))
    return path


def test_a_units_styles_are_used_and_what_it_lacks_is_added_and_said(own: Path):
    base = load_base(own)
    data = docx_bytes(plan(), shown, options=Options(base=base))
    import docx

    file = docx.Document(io.BytesIO(data))
    names = {one.style.name for one in file.paragraphs}
    assert {"正文首行缩进", "Heading 1", "Title", "附件标识"} <= names
    assert "不该带出来的文字" not in file.element.xml
    assert round(file.sections[0].top_margin.cm, 1) == 3.5
    told = "".join(base.said)
    assert "用该文件的样式" in told
    assert "附件标识" in told.partition("补上的样式")[2]
    assert "正文首行缩进" not in told.partition("补上的样式")[2]
    heading = next(one for one in file.paragraphs if one.style.name == "Heading 1")
    assert all(run._r.rPr.rFonts.get(f"{W}eastAsia") is None for run in heading.runs)


def test_a_file_on_a_units_base_is_whole(own: Path):
    written = parts(docx_bytes(plan(), shown, options=Options(base=load_base(own))))
    styles = {one.get(f"{W}styleId") for one in written["word/styles.xml"].iter(f"{W}style")}
    names = [one.find(f"{W}name").get(f"{W}val").lower() for one in written["word/styles.xml"].iter(f"{W}style")]
    assert len(names) == len(set(names))
    for name, root in written.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            for node in root.iter(f"{W}{tag}"):
                assert node.get(f"{W}val") in styles, (name, node.get(f"{W}val"))
    order = ORDER["rPr"].split()
    for properties in written["word/document.xml"].iter(f"{W}rPr"):
        ranks = [order.index(etree.QName(child).localname) for child in properties]
        assert ranks == sorted(ranks)
    assert not list(written["word/styles.xml"].iter(f"{W}numPr"))
    assert not [
        one
        for one in self_check(docx_bytes(plan(), shown, options=Options(base=load_base(own))))
        if "没有在文件中登记" in one.sentence
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a file"])
def test_what_is_no_word_file_is_no_base(tmp_path: Path, data: bytes):
    path = tmp_path / "坏.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match="样式底稿"):
        load_base(path)
    with pytest.raises(UnreadableFile, match="打不开样式底稿"):
        load_base(tmp_path / "无.docx")
