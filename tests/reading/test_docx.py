"""Word files: numbers typed and automatic, styles, tables, boxes, tracked changes, text boxes, fields."""

import pytest

from drafter.model.document import Box, Document, Table
from drafter.model.walk import text_of
from drafter.reading.docx_numbers import formatted
from drafter.reading.files import read_bytes
from tests.reading.outlines import all_responsible, outline, texts
from tests.reading.word import OUTLINE_LIST, cell, listed, para, styled, table, word_file

TITLE = para("云溪市促进低空经济发展行动计划") + para("（2025—2027年）") + para("为加快发展，制定本行动计划。")


def read(body: str, numbering: str = "", styles: str = "") -> Document:
    return read_bytes(word_file(body, numbering, styles), "a.docx")


def test_automatic_numbers_are_the_printed_ones_and_restart_below_a_higher_level():
    document = read(
        TITLE
        + para("总体要求", listed(0))
        + para("指导思想。坚持创新引领。", listed(1))
        + para("主要任务", listed(0))
        + para("夯实基础", listed(1))
        + para("建设起降点。建设30个。（责任单位：市交通局）", listed(2))
        + para("建设通信网。（市通信局牵头，各区政府配合）覆盖全市。", listed(2)),
        OUTLINE_LIST,
    )
    assert text_of(document.title) == "云溪市促进低空经济发展行动计划（2025—2027年）"
    assert outline(document) == [
        "1 一、总体要求",
        "2 （一）指导思想",
        "1 二、主要任务",
        "2 （一）夯实基础",
        "3 1.建设起降点",
        "3 2.建设通信网",
    ]
    assert all_responsible(document)["1.建设起降点"] == ["市交通局"]
    assert all_responsible(document)["2.建设通信网"] == ["市通信局(牵头)", "各区政府(配合)"]


def test_a_style_carries_its_number_and_zero_takes_it_away():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="own"/><w:basedOn w:val="A"/></w:style>'
    )
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    document = read(
        TITLE + para("前言", styled("A") + none) + para("说明情况。") + para("总体要求", styled("A")) + para("坚持创新。")
        + para("主要任务", styled("B")) + para("建设平台。"), OUTLINE_LIST, styles,
    )  # fmt: skip
    assert outline(document) == ["1 前言", "1 一、总体要求", "1 二、主要任务"]


def test_a_list_with_its_own_start_begins_there():
    numbering = OUTLINE_LIST + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = TITLE + para("任务", listed(0)) + para("甲事。做好甲。", listed(2)) + para("乙事。做好乙。", listed(2))
    document = read(body + para("保障", listed(0)) + para("丙事。做好丙。", listed(2, 2)), numbering)
    assert outline(document)[-1] == "2 1.丙事"


@pytest.mark.parametrize(
    ("form", "count", "text"),
    [("chineseCountingThousand", 21, "二十一"), ("decimalEnclosedCircle", 3, "③"), ("upperRoman", 14, "XIV"), ("decimal", 7, "7"), ("lowerLetter", 2, "b")],
)  # fmt: skip
def test_number_formats(form: str, count: int, text: str):
    assert formatted(form, count) == text


def test_tracked_changes_are_read_as_accepted_and_told():
    body = "<w:p><w:r><w:t>建设</w:t></w:r><w:ins><w:r><w:t>八</w:t></w:r></w:ins><w:del><w:r><w:delText>七</w:delText></w:r></w:del><w:r><w:t>处。</w:t></w:r></w:p>"
    document = read(TITLE + body)
    assert "建设八处。" in list(texts(document))
    assert any("修订" in warning for warning in document.warnings)


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{para('只出现一次的话。')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert list(texts(read(TITLE + body))).count("只出现一次的话。") == 1


def test_a_table_of_one_cell_is_a_box_and_its_numbers_are_no_headings():
    frame = f"<w:tbl><w:tr><w:tc>{para('专栏1 起降点工程')}{para('1.中心起降场。建设3处。')}</w:tc></w:tr></w:tbl>"
    document = read(
        TITLE + para("一、任务") + para("1.建设起降点。建设30个。") + frame + para("2.建设通信网。覆盖全市。")
    )
    box = document.sections[0].children[0].blocks[-1]
    assert isinstance(box, Box)
    assert (box.number, box.title) == ("专栏1", "起降点工程")
    assert outline(document) == ["1 一、任务", "2 1.建设起降点", "2 2.建设通信网"]


def test_merged_cells_are_filled_and_the_columns_named():
    rows = table(
        cell("序号") + cell("类别") + cell("任务"),
        cell("1") + cell("甲类", '<w:vMerge w:val="restart"/>') + cell("建设平台"),
        cell("2") + cell("", "<w:vMerge/>") + cell("引进人才"),
        cell("合计", '<w:gridSpan w:val="2"/>') + cell("2项"),
    )
    document = read(TITLE + para("附件") + para("任务表") + rows)
    found = document.attachments[0].preamble[0]
    assert isinstance(found, Table)
    assert found.merged == (1,)
    assert [[text_of(one.spans) for one in row] for row in found.rows] == [
        ["1", "甲类", "建设平台"],
        ["2", "甲类", "引进人才"],
        ["合计", "", "2项"],
    ]


def test_a_table_in_a_cell_is_read_row_by_row():
    inner = table(cell("甲") + cell("1"), cell("乙") + cell("2"))
    rows = table(cell("事项") + cell("说明"), f"<w:tc>{inner}{para('')}</w:tc>{cell('见表')}")
    found = read(para("一、任务") + para("建设平台。") + rows).sections[0].blocks[-1]
    assert isinstance(found, Table)
    assert [text_of(one.spans) for one in found.rows[0]] == ["甲，1；乙，2", "见表"]


def test_number_and_signer_in_a_table_are_those_of_the_head():
    head = para("云溪市人民政府文件") + table(cell("云政发〔2025〕3号") + cell("签发人：张某某"))
    document = read(head + para("云溪市储能工作方案") + para("一、任务") + para("建设平台。"))
    assert (document.issuer, document.document_number, document.signer) == (
        *("云溪市人民政府", "云政发〔2025〕3号", "张某某"),
    )
    bodies = table(cell("市科技局") + cell("市财政局"), cell("市教育局") + cell("市商务局"))
    assert isinstance(read(para("一、任务") + bodies).sections[0].blocks[-1], Table)


def test_bodies_in_paragraphs_of_a_cell_are_parted():
    held = f"<w:tc>{para('市科技局')}{para('市财政局')}</w:tc><w:tc>{para('市发展和改革')}{para('委员会')}</w:tc>"
    found = read(para("一、任务") + table(cell("甲") + cell("乙"), held)).sections[0].blocks[-1]
    assert isinstance(found, Table)
    assert [text_of(one.spans) for one in found.rows[0]] == ["市科技局、市财政局", "市发展和改革委员会"]


def test_a_header_of_several_rows_is_one():
    first = cell("县区", '<w:vMerge w:val="restart"/>') + cell("数量", '<w:gridSpan w:val="2"/>')
    second = cell("", "<w:vMerge/>") + cell("2025年") + cell("2026年")
    rows = table(first, second, cell("东区") + cell("3") + cell("4"))
    found = read(para("一、任务") + para("建设平台。") + rows).sections[0].blocks[-1]
    assert isinstance(found, Table)
    assert found.columns == ("县区", "数量/2025年", "数量/2026年")
    assert len(found.rows) == 1


def test_runs_breaks_fields_and_hidden_text():
    body = (
        "<w:p><w:r><w:t>云</w:t></w:r><w:r><w:t>溪市</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r><w:fldSimple><w:r><w:t>三</w:t></w:r></w:fldSimple><w:r><w:t>年</w:t><w:softHyphen/>"
        "<w:t>见效。</w:t></w:r></w:p>"
    )
    assert list(texts(read(TITLE + body)))[-1] == "云溪市三年见效。"


def test_a_typed_contents_is_left_out():
    contents = f"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>{para('一、总体要求1')}</w:sdtContent></w:sdt>"
    document = read(
        TITLE + contents + para("一、总体要求") + para("坚持创新。") + para("二、任务") + para("建设平台。")
    )
    assert outline(document) == ["1 一、总体要求", "1 二、任务"]


def test_comments_and_notes_are_no_part_of_the_text():
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>建设平台</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
        '<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:t>三个。</w:t></w:r></w:p>'
    )
    assert list(texts(read(TITLE + body)))[-1] == "建设平台三个。"


def test_content_controls_are_read_as_what_they_hold():
    def held(text: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{text}</w:sdtContent></w:sdt>"

    inner = f"<w:p>{held('<w:r><w:t>二、任务</w:t></w:r>')}</w:p>"
    document = read(TITLE + held(para("一、总体要求") + para("坚持创新。")) + inner + held(para("建设平台。")))
    assert outline(document) == ["1 一、总体要求", "1 二、任务"]
    assert list(texts(document))[-1] == "建设平台。"
