"""What every exported file holds to: schema order, fonts on every run, no theme fonts, the page of the standard."""

import io
import zipfile

import pytest
from lxml import etree

from drafter.writing import layout
from drafter.writing.docx import Properties, docx_bytes
from drafter.writing.options import Options
from tests.writing.made_up_plan import plan, shown

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"

# The order of children in ISO/IEC 29500-1: CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr, CT_Style, CT_Settings.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "numbering": "abstractNum num",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p tbl",
}


@pytest.fixture(scope="module")
def parts() -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(docx_bytes(plan(), shown))) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.startswith("word/")}


@pytest.fixture(scope="module")
def with_lists() -> dict[str, etree._Element]:
    data = docx_bytes(plan(), shown, options=Options(contents=True, automatic_numbers=True))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in ("word/document.xml", "word/numbering.xml")}


def local(node: etree._Element) -> str:
    return etree.QName(node).localname


@pytest.mark.parametrize("tag", ORDER)
def test_children_stand_in_the_order_of_the_schema(
    tag: str, parts: dict[str, etree._Element], with_lists: dict[str, etree._Element]
):
    order = ORDER[tag].split()
    seen = 0
    for name, root in (*parts.items(), *with_lists.items()):
        for node in root.iter(f"{W}{tag}"):
            ranks = [order.index(local(child)) for child in node]
            if tag == "tc":
                assert local(node[-1]) == "p", "a cell ends with a paragraph"
                ranks = [min(rank, 1) for rank in ranks]
            assert ranks == sorted(ranks), f"{name}: {etree.tostring(node)[:300]}"
            seen += 1
    assert seen


def test_lists_and_links_lead_to_what_is_there(with_lists: dict[str, etree._Element]):
    body, lists = with_lists["word/document.xml"], with_lists["word/numbering.xml"]
    used = {one.get(f"{W}val") for one in body.iter(f"{W}numId")}
    assert used
    assert used <= {one.get(f"{W}numId") for one in lists.iter(f"{W}num")}
    names = [one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    anchors = {one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")}
    assert anchors
    assert anchors <= set(names)
    starts, ends = ([one.get(f"{W}id") for one in body.iter(f"{W}bookmark{end}")] for end in ("Start", "End"))
    assert sorted(starts) == sorted(ends)
    kinds = [one.get(f"{W}fldCharType") for one in body.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_every_run_names_all_its_fonts_and_no_theme_font(parts: dict[str, etree._Element]):
    for name in ("word/document.xml", "word/footer1.xml", "word/footer4.xml"):
        for run in parts[name].iter(f"{W}r"):
            fonts = run.find(f"{W}rPr/{W}rFonts")
            assert fonts is not None
            assert {local_name.removeprefix(W) for local_name in fonts.attrib} == {
                "ascii", "hAnsi", "eastAsia", "cs", "hint"
            }  # fmt: skip
    for root in parts.values():
        assert not [key for node in root.iter(f"{W}rFonts") for key in node.attrib if "Theme" in key]


def test_marks_common_to_both_scripts_are_never_in_the_latin_font(parts: dict[str, etree._Element]):
    found = set()
    for run in parts["word/document.xml"].iter(f"{W}r"):
        marks = set("“”‘’—…·") & set("".join(run.itertext()))
        if marks:
            fonts = run.find(f"{W}rPr/{W}rFonts")
            assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi") == fonts.get(f"{W}eastAsia")
            found |= marks
    assert {"“", "”", "—"} <= found


def test_the_sheet_is_that_of_the_standard(parts: dict[str, etree._Element]):
    sections = parts["word/document.xml"].findall(f".//{W}sectPr")
    shapes = [section.find(f"{W}pgSz").get(f"{W}orient", "portrait") for section in sections]
    assert shapes == ["portrait", "landscape", "portrait", "landscape", "portrait"]
    for section in sections:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        width = int(size.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
        height = int(size.get(f"{W}h")) - int(margins.get(f"{W}top")) - int(margins.get(f"{W}bottom"))
        assert {round(width * 25.4 / 1440), round(height * 25.4 / 1440)} == {156, 225}
        assert section.find(f"{W}docGrid").attrib == {f"{W}type": "lines", f"{W}linePitch": "579"}
        assert {one.get(f"{W}type") for one in section.iter(f"{W}footerReference")} == {"default", "even"}


def test_the_lines_and_characters_of_the_standard_fit_the_type_area():
    assert layout.LINES * layout.LINE <= layout.TEXT_HEIGHT < (layout.LINES + 1) * layout.LINE
    assert layout.CHARACTERS * layout.EM <= layout.TEXT_WIDTH < (layout.CHARACTERS + 1) * layout.EM


def test_tables_are_fixed_and_as_wide_as_their_columns(parts: dict[str, etree._Element]):
    for table in parts["word/document.xml"].iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        grid = [int(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        assert sum(grid) == int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
        for row in table.iterfind(f"{W}tr"):
            assert [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iterfind(f"{W}tc")] == grid


def test_heads_repeat_rows_stay_whole_and_equal_neighbours_are_merged(parts: dict[str, etree._Element]):
    tables = [one for one in parts["word/document.xml"].iter(f"{W}tbl") if "重点任务" in "".join(one.itertext())]
    annex = tables[-1]
    rows = annex.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    states = [row.findall(f"{W}tc")[1].find(f"{W}tcPr/{W}vMerge") for row in rows[1:]]
    assert [state.get(f"{W}val") for state in states] == ["restart", "continue", "restart", "continue"]


def test_a_box_may_cross_pages(parts: dict[str, etree._Element]):
    boxes = parts["word/document.xml"].xpath('//w:tbl[w:tblPr/w:tblStyle/@w:val="DocBox"]', namespaces=NS)
    assert [box.findall(f"{W}tr")[1].find(f"{W}trPr") for box in boxes] == [None]
    assert "专栏1\u3000攻关行动" in "".join(boxes[0].itertext())


def test_open_slots_are_highlighted_unless_told_not_to():
    def marked(data: bytes) -> str:
        root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
        return "".join(root.xpath("//w:r[w:rPr/w:highlight]//text()", namespaces=NS))

    assert marked(docx_bytes(plan(), shown)) == "【智能工厂数】"
    assert marked(docx_bytes(plan(), shown, options=Options(mark_open=False))) == ""


def test_page_numbers_are_right_on_odd_pages_and_left_on_even_ones(parts: dict[str, etree._Element]):
    assert parts["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None
    styles = {style.get(f"{W}styleId"): style for style in parts["word/styles.xml"].iter(f"{W}style")}
    for part, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        text = "".join(parts[part].itertext())
        assert text == "—  PAGE 1 —"
        style = styles[parts[part].find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val")]
        assert style.find(f"{W}pPr/{W}jc").get(f"{W}val") == side
        assert style.find(f"{W}pPr/{W}ind").get(f"{W}{side}") == "280"


def test_the_file_says_what_it_is():
    import docx

    properties = Properties(subject="样例", author="某局", comments="改写样例\x00", keywords="x")
    data = docx_bytes(plan(), shown, properties)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.subject, core.author, core.comments, core.keywords) == ("样例", "某局", "改写样例", "x")
    assert core.title == "蓝海市加快推动新一代人工智能赋能新型工业化高质量发展的实施方案（2026—2028年）"
