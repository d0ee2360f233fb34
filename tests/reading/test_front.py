"""First and last lines: signers, several bodies on a line, printing lines, and the notice that carries a plan."""

import pytest

from drafter.model.walk import text_of
from drafter.reading.structure import read_text

BODY = "一、总体要求\n坚持创新引领。\n二、主要任务\n建设起降点。\n"
TITLE = "云溪市低空经济发展行动计划"
NOTICE = (
    f"云溪市商务局文件\n云商〔2025〕3号\n\n云溪市商务局关于印发《{TITLE}》的通知\n\n各县（市、区）商务局：\n\n"
    f"现将《{TITLE}》印发给你们，请结合实际抓好落实。工作中的重要情况，请及时报告。\n\n"
    f"附件：1.{TITLE}\n　　　2.进度表\n\n云溪市商务局\n2025年3月1日\n（此件公开发布）\n\n"
)


@pytest.mark.parametrize(
    ("line", "signer"),
    [
        ("云政〔2025〕3号　　　　签发人：张　三　李思远", "张三、李思远"),
        ("云政〔2025〕3号　　　　签发人：欧阳修", "欧阳修"),
        ("签 发 人： 张 三", "张三"),
    ],
)
def test_signers_are_parted_by_spaces(line: str, signer: str):
    document = read_text(f"云溪市人民政府文件\n{line}\n\n{TITLE}\n\n{BODY}")
    assert document.signer == signer
    assert text_of(document.title) == TITLE


def test_bodies_parted_by_a_gap_are_several():
    document = read_text(f"{TITLE}\n\n{BODY}\n云溪市商务局　　云溪市财政局\n云溪市交通局\n2025年3月1日\n")
    assert document.issuer == "云溪市商务局、云溪市财政局、云溪市交通局"


@pytest.mark.parametrize(
    "closing",
    [
        "云溪市商务局办公室\n2025年3月2日印发",
        "云溪市商务局办公室　　　　2025年3月2日印发",
        "云溪市商务局办公室 2025年3月2日印发",
    ],
)
@pytest.mark.parametrize("copies", ["抄送：市政协提案委员会。\n", "抄送：市委办，市人大办，\n市政协办。\n", ""])
def test_a_printing_line_is_a_note(closing: str, copies: str):
    text = f"{TITLE}\n\n{BODY}\n云溪市商务局\n2025年3月1日\n（此件公开发布）\n{copies}{closing}\n"
    document = read_text(text)
    assert document.attachments == ()
    assert document.date == "2025-03-01"
    assert document.notes[-1] == "云溪市商务局办公室　2025年3月2日印发"


@pytest.mark.parametrize(
    "text", [f"{NOTICE}{TITLE}\n\n{BODY}", f"{NOTICE}附件1\n\n{TITLE}\n\n{BODY}\n附件2\n\n进度表\n\n见网站。\n"]
)
def test_the_notice_stands_by_itself(text: str):
    document = read_text(text)
    assert text_of(document.title) == TITLE
    assert [text_of(section.title) for section in document.sections] == ["总体要求", "主要任务"]
    assert document.issuer == "云溪市商务局"
    notice = document.notice
    assert notice is not None
    assert text_of(notice.title) == f"云溪市商务局关于印发《{TITLE}》的通知"
    assert (notice.kind, notice.addressee, notice.date) == ("通知", "各县（市、区）商务局", "2025-03-01")
    assert len(notice.preamble) == 1
    assert notice.notes[0] == f"附件：1.{TITLE}"


def test_a_notice_with_demands_of_its_own_keeps_their_headings():
    text = NOTICE.replace("工作中", "\n一、提高认识\n各地要高度重视。\n二、及时报告\n工作中")
    document = read_text(f"{text}{TITLE}\n\n{BODY}")
    assert document.notice is not None
    assert [text_of(section.title) for section in document.notice.sections] == ["提高认识", "及时报告"]
    assert [text_of(section.title) for section in document.sections] == ["总体要求", "主要任务"]


@pytest.mark.parametrize(
    ("lines", "classification", "notes"),
    [
        ("机密★1年\n特急", "机密★1年", ("特急",)),
        ("秘密", "秘密", ()),
        ("000012\n密级：秘密★长期\n紧急程度：加急", "秘密★长期", ("000012", "紧急程度：加急")),
    ],
)
def test_secrecy_and_urgency_stand_above_the_letterhead(lines: str, classification: str, notes: tuple[str, ...]):
    document = read_text(f"{lines}\n\n云溪市人民政府文件\n\n云政〔2025〕3号\n\n{TITLE}\n\n{BODY}")
    assert (text_of(document.title), document.issuer) == (TITLE, "云溪市人民政府")
    assert (document.classification, document.notes) == (classification, notes)


@pytest.mark.parametrize(
    ("bracket", "issuer", "date"),
    [
        ("（云溪市商务局　2025年5月）", "云溪市商务局", ""),
        ("（云溪市商务局 2025年5月8日）", "云溪市商务局", "2025-05-08"),
        ("（2025年5月8日）", "", "2025-05-08"),
    ],
)
def test_a_bracket_below_the_title_names_the_issuer_and_the_date(bracket: str, issuer: str, date: str):
    document = read_text(f"{TITLE}\n{bracket}\n\n{BODY}")
    assert (text_of(document.title), document.issuer, document.date) == (TITLE, issuer, date)


def test_the_signature_of_the_notice_goes_before_the_printing_line_of_the_plan():
    text = f"{NOTICE}{TITLE}\n\n{BODY}\n云溪市商务局办公室　　　2025年3月2日印发\n"
    assert read_text(text).date == "2025-03-01"


def test_minutes_are_called_by_what_they_are_about():
    text = "专题会议纪要\n〔2025〕12号\n\n云溪市人民政府办公室　　　2025年4月17日\n\n关于研究航线开通的会议纪要\n\n"
    document = read_text(f"{text}4月15日，市政府召开会议。\n{BODY}")
    assert text_of(document.title) == "关于研究航线开通的会议纪要"
    assert (document.issuer, document.date) == ("云溪市人民政府办公室", "2025-04-17")
    assert (document.document_number, document.notes) == ("〔2025〕12号", ("专题会议纪要",))


def test_body_and_month_on_the_front_page_are_issuer_and_note():
    document = read_text(f"{TITLE}\n（征求意见稿）\n\n云溪市商务局\n2025年9月\n\n为发展低空经济，制定本计划。\n{BODY}")
    assert (text_of(document.title), document.issuer, document.date) == (TITLE, "云溪市商务局", "")
    assert document.notes == ("2025年9月",)


def test_labels_below_numbers_are_no_speakers():
    labels = "政策内容：对引进首店的企业给予一次性补助，最高不超过一百万元。\n适用对象：商业综合体运营企业、首店品牌企业和有关机构等。\n"
    document = read_text(f"{TITLE}\n\n一、引进首店\n{labels}二、培育首发\n{labels}三、打造首秀\n{labels}")
    assert [text_of(section.title) for section in document.sections] == ["引进首店", "培育首发", "打造首秀"]


@pytest.mark.parametrize(
    ("bracket", "number", "issuer", "date"),
    [
        ("（云府通〔2024〕3号）", "云府通〔2024〕3号", "", ""),
        ("（云政办〔2025〕88号　2025年12月2日印发）", "云政办〔2025〕88号", "", "2025-12-02"),
        ("（云溪市商务局2024年5月15日印发）", "", "云溪市商务局", "2024-05-15"),
    ],
)
def test_a_bracket_below_the_title_gives_the_number(bracket: str, number: str, issuer: str, date: str):
    document = read_text(f"{TITLE}\n{bracket}\n\n{BODY}")
    assert text_of(document.title) == TITLE
    assert (document.document_number, document.issuer, document.date) == (number, issuer, date)
