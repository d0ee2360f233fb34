"""The carrying notice: its words, its place in the file, and its measures on LibreOffice's pages."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from drafter.model.document import Document, Paragraph
from drafter.model.notice import Carries, Notice, NoticeForm, carrier, notice_paragraphs, notice_title
from drafter.model.walk import text_of
from drafter.workflow.printing import page_checks, pdf_of, with_imprint_placed, with_signature_placed
from drafter.writing.closing import signature
from drafter.writing.docx import docx_bytes
from drafter.writing.layout import CHARACTERS, EM
from drafter.writing.options import Closing, Imprint, Options
from drafter.writing.title import title_breaks
from tests.writing.made_up_plan import plan, shown
from tests.writing.rendering import MM, from_top, lines, rendered, rules

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "蓝海市人民政府办公室"
NOTICE = Notice(
    issuers=(OFFICE,),
    number="蓝政办发〔2026〕12号",
    addressee="各区县人民政府，市政府各部门",
    date="2026-06-05",
    copies_to=("市委各部门", "市人大常委会办公室"),
    printed_by=OFFICE,
    printed_on="2026-06-05",
)
SHORT = Document(
    title=("蓝海市人工智能行动计划",), preamble=(Paragraph(("正文。",)),), issuer="某局", date="2026-01-01"
)


def written(notice: Notice, document: Document = SHORT, **options: object) -> bytes:
    return docx_bytes(document, shown, options=Options(notice=notice, **options))


def texts(data: bytes, style: str = "") -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return [
        "".join(one.itertext())
        for one in body.iter(f"{W}p")
        if not style or one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style
    ]


def test_the_names_in_title_and_sentence_are_those_of_the_plan_and_its_issuer():
    title = text_of(notice_title(NOTICE, SHORT.title))
    assert title == f"{OFFICE}关于印发蓝海市人工智能行动计划的通知"
    (sentence,) = notice_paragraphs(replace(NOTICE, approved_by="市政府"), SHORT.title)
    assert text_of(sentence) == "《蓝海市人工智能行动计划》已经市政府同意，现印发给你们，请结合实际认真贯彻落实。"


def test_own_words_take_the_title_of_the_plan_where_they_ask_for_it():
    own = replace(NOTICE, title="关于做好【文件】实施工作的通知", paragraphs=("现将《【文件】》转发你们。", "请执行。"))
    assert text_of(notice_title(own, SHORT.title)) == "关于做好蓝海市人工智能行动计划实施工作的通知"
    assert [text_of(one) for one in notice_paragraphs(own, SHORT.title)] == [
        "现将《蓝海市人工智能行动计划》转发你们。",
        "请执行。",
    ]


def test_a_slot_in_the_title_of_the_plan_is_one_in_the_notice_too():
    assert "蓝海市加快" in "".join(texts(written(NOTICE, plan()), "Title")[0])


def test_as_what_is_issued_the_plan_has_no_mark_and_no_signature_of_its_own():
    data = written(NOTICE)
    assert len(texts(data, "Title")) == 2
    assert texts(data, "AnnexMark") == texts(data, "AnnexList") == []
    assert texts(data, "Signature") == [OFFICE]
    assert texts(data, "Date") == ["2026年6月5日"]


def test_as_an_annex_the_plan_is_named_above_the_signature_and_marked():
    data = written(replace(NOTICE, carries=Carries.ANNEX))
    assert texts(data, "AnnexList") == ["附件：蓝海市人工智能行动计划"]
    assert (texts(data, "AnnexMark"), texts(data, "AnnexTitle")) == (["附件"], ["蓝海市人工智能行动计划"])
    everything = texts(data)
    assert everything.index("附件：蓝海市人工智能行动计划") < everything.index(OFFICE, 3) < everything.index("附件")


def test_annexes_of_a_plan_that_is_an_annex_keep_the_numbers_the_plan_calls_them_by():
    annexes = (Document(title=("分工",), preamble=SHORT.preamble), Document(title=("释义",), preamble=SHORT.preamble))
    data = written(replace(NOTICE, carries=Carries.ANNEX), replace(SHORT, attachments=annexes))
    assert texts(data, "AnnexMark") == ["附件", "附件1", "附件2"]


def test_what_the_plan_says_stands_in_where_the_notice_is_silent():
    whole = replace(SHORT, document_number="蓝工信发〔2026〕3号", classification="秘密", notes=("（此件公开发布）",))
    data = written(Notice(), whole)
    assert "蓝工信发〔2026〕3号" in texts(data, "HeadNumber")
    assert texts(data, "Classification") == ["秘密"]
    assert texts(data, "Signature") == ["某局"]
    assert texts(data, "DocNote") == ["（此件公开发布）"]


def test_the_plan_itself_under_the_red_head_keeps_its_title_and_text():
    itself = carrier(replace(NOTICE, carries=Carries.ITSELF), SHORT)
    assert (itself.title, itself.preamble, itself.issuer) == (SHORT.title, SHORT.preamble, OFFICE)
    assert texts(written(replace(NOTICE, carries=Carries.ITSELF)), "Title") == ["蓝海市人工智能行动计划"]


def test_sent_upwards_two_signers_share_a_line_and_the_number_stands_on_the_last():
    data = written(replace(NOTICE, signers=("张三", "李四", "王五")))
    assert texts(data, "HeadNumber") == ["签发人：张三\u3000李四", "蓝政办发〔2026〕12号王五"]


@pytest.mark.parametrize(
    "issuers", [("甲局",), ("市科技局", "市财政局"), ("市工业和信息化局", "市发展和改革委员会", "市财政局", "市科技局")]
)
def test_for_a_seal_the_last_office_is_centred_over_the_date_four_characters_from_the_right(issuers: tuple[str, ...]):
    document = Document(issuer="、".join(issuers), date="2026-06-05")
    _, *rows, date = signature(document, sealed=True)

    def centres(piece: str) -> list[float]:
        return [
            round(int(tab.get("pos")) / EM, 1)
            for tab in etree.fromstring(piece.replace("w:", "")).iter("tab")
            if tab.get("pos")
        ]

    assert centres(date) == [CHARACTERS - 4 - 3]  # 2026年6月5日 is six characters wide
    assert all(centres(row)[-1] == centres(date)[0] for row in rows)
    assert sum(map(len, map(centres, rows))) == len(issuers)


def test_the_title_of_joint_issuers_breaks_between_their_names():
    title = "蓝海市工业和信息化局 蓝海市发展和改革委员会 蓝海市财政局关于印发行动计划的通知"
    cuts = title_breaks(title, 20)
    assert all(title[cut - 1] == " " or cut > title.rindex(" ") for cut in cuts)


def test_the_red_rule_is_156_mm_wide_and_4_mm_below_the_number_and_the_name_begins_at_72_mm():
    first = rendered(written(NOTICE))[0]
    ((width, place),) = rules(first)
    assert width == 156
    number = next(one for one in first.pieces if "〔2026〕" in one.text)
    below_ink = place - 0.4 - from_top(first, number.base - 0.15 * number.size)
    assert below_ink == pytest.approx(4, abs=0.6)
    name = next(one for one in first.pieces if one.text == f"{OFFICE}文件")
    assert from_top(first, name.base + 0.85 * name.size) == pytest.approx(72, abs=1)


def test_the_red_rule_of_a_document_sent_upwards_is_as_wide():
    first = rendered(written(replace(NOTICE, signers=("张三", "李四", "王五"), copy_number="000001", urgency="特急")))[
        0
    ]
    ((width, _),) = rules(first)
    assert width == 156


def test_joint_issuers_stand_one_under_the_other_beside_the_word_for_document():
    issuers = ("蓝海市工业和信息化局", "蓝海市财政局")
    first = rendered(written(replace(NOTICE, issuers=issuers)))[0]
    red = [one for one in first.pieces if one.size > 24]
    word = next(one for one in red if one.text.endswith("文件"))
    others = [one for one in red if one is not word]
    assert len(others) >= 2
    assert max(one.base for one in others) > word.base > min(one.base for one in others)
    assert max(one.right for one in red) <= (28 + 156) * MM + 1


@pytest.mark.parametrize("paragraphs", [1, 20])
def test_the_imprint_closes_the_last_even_page_at_the_foot_of_the_type_area(paragraphs: int):
    text = replace(SHORT, preamble=tuple(Paragraph(("山川湖海" * 40,)) for _ in range(paragraphs)))
    options = Options(notice=NOTICE)
    first = docx_bytes(text, options=options)
    pages = rendered(first)
    placed = with_imprint_placed(options, text, shown, pdf_of(first))
    text_ends_even = (len(pages) - 1) % 2 == 0
    assert (placed.imprint is Imprint.EVEN_PAGE) == (not text_ends_even)
    pages = rendered(docx_bytes(text, options=placed))
    assert (len(pages) % 2 == 0) == (placed.imprint is not Imprint.AFTER_EMPTY_PAGE)
    found = rules(pages[-1])
    assert [width for width, _ in found] == [156, 156, 156]
    assert found[-1][1] == pytest.approx(262, abs=0.5)


def test_a_letter_has_double_rules_of_170_mm_the_number_on_the_right_and_no_number_on_page_1():
    pages = rendered(
        written(
            replace(NOTICE, form=NoticeForm.LETTER, carries=Carries.ITSELF),
            replace(SHORT, preamble=SHORT.preamble * 60),
        )
    )
    first = pages[0]
    found = rules(first)
    assert {width for width, _ in found} == {170}
    upper, lower = [y for _, y in found if y < 100], [y for _, y in found if y > 200]
    assert len(upper) == len(lower) == 2
    assert lower[-1] == pytest.approx(277, abs=1.5)
    name = next(one for one in first.pieces if one.text == OFFICE and one.size > 24)
    assert from_top(first, name.base + 0.85 * name.size) == pytest.approx(30, abs=1.5)
    number = next(one for one in first.pieces if "〔2026〕" in one.text)
    assert number.right == pytest.approx((28 + 156) * MM, abs=2)
    assert "—1—" not in [line.replace(" ", "") for line in lines(first)]
    assert "—2—" in [line.replace(" ", "") for line in lines(pages[1])]


@pytest.mark.parametrize("words", [30, 90, 150])
@pytest.mark.parametrize("carries", [Carries.MAIN, Carries.ANNEX])
def test_no_page_begins_with_the_signature(words: int, carries: Carries):
    notice = replace(NOTICE, carries=carries, paragraphs=("山川湖海" * words,), remark="此件公开发布")
    options = Options(notice=notice)
    tried = replace(options, closing=Closing())
    placed = with_signature_placed(options, SHORT, shown, pdf_of(docx_bytes(SHORT, shown, options=tried)))
    checks = page_checks(pdf_of(docx_bytes(SHORT, shown, options=placed)), placed, SHORT, shown)
    assert all(one.ok for one in checks), checks


def test_where_pages_are_not_looked_at_text_and_signature_are_kept_together():
    with zipfile.ZipFile(io.BytesIO(written(NOTICE))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    signed = next(one for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Signature")
    between, text = signed.getprevious(), signed.getprevious().getprevious()
    assert "印发给你们" in "".join(text.itertext())
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in (text, between, signed))
