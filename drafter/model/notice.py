"""What carries a plan: its notice, red head and imprint (GB/T 9704-2012, 7.2 to 7.4, 10.1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.model.document import Document, Paragraph, Span
from drafter.model.tree import joined

PLAN_MARK = "【文件】"
"""Stands in the words of a notice for the title of the plan."""


class Carries(StrEnum):
    """How the plan stands behind its notice: as what is issued (正件), as its annex, or without a notice of its own."""

    MAIN = "main"
    ANNEX = "annex"
    ITSELF = "itself"


class NoticeForm(StrEnum):
    """The head of the paper: 文件式 with red rule, or 信函 with double rules."""

    DOCUMENT = "document"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of a plan; what is empty is taken from the plan or from the standard words.

    `head` is the red line where it is not the issuers and 文件; `number` the 发文字号; `signers` make it a document
    sent upwards; `title` and `paragraphs` replace the standard words, 【文件】 in them stands for the plan's title;
    `approved_by` who agreed to the plan (市政府); `remark` the 附注 without brackets; dates are ISO; `sealed`: the
    signature is placed for a seal.
    """

    issuers: tuple[str, ...] = ()
    head: str = ""
    number: str = ""
    signers: tuple[str, ...] = ()
    classification: str = ""
    urgency: str = ""
    copy_number: str = ""
    title: str = ""
    addressee: str = ""
    approved_by: str = ""
    paragraphs: tuple[str, ...] = ()
    date: str = ""
    remark: str = ""
    sealed: bool = False
    copies_to: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: str = ""
    carries: Carries = Carries.MAIN
    form: NoticeForm = NoticeForm.DOCUMENT


def notice_title(notice: Notice, plan: tuple[Span, ...]) -> tuple[Span, ...]:
    """The title of the notice: its own, or issuers, 关于印发, the plan's title, 的通知."""
    if notice.title:
        return _with_plan(notice.title, plan)
    if notice.signers:
        act, kind = "关于报送", "的报告"
    elif notice.form is NoticeForm.LETTER:
        act, kind = "关于印送", "的函"
    else:
        act, kind = "关于印发", "的通知"
    return joined((" ".join(notice.issuers) + act, *plan, kind))


def notice_paragraphs(notice: Notice, plan: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    """The text of the notice: its own paragraphs, or the standard sentence; the plan's title stands in 《》."""
    if notice.paragraphs:
        return tuple(_with_plan(text, plan) for text in notice.paragraphs)
    agreed = f"》已经{notice.approved_by}同意，现" if notice.approved_by else ""
    if notice.signers:
        act = "随文报送，请审阅。"
    else:
        verb = "印送" if notice.form is NoticeForm.LETTER else "印发给"
        act = f"{verb}你们，请结合实际认真贯彻落实。"
    return (joined(("《" if agreed else "现将《", *plan, (agreed or "》") + act)),)


def _with_plan(text: str, plan: tuple[Span, ...]) -> tuple[Span, ...]:
    first, *others = text.split(PLAN_MARK)
    return joined((first, *(span for other in others for span in (*plan, other))))


def completed(notice: Notice, plan: Document) -> Notice:
    """The notice with what only the plan says: issuers, number, signers, classification, date and remark."""
    remark = next((note.strip("（）()") for note in plan.notes if note), "")
    return replace(
        notice,
        issuers=notice.issuers or _names(plan.issuer),
        number=notice.number or plan.document_number,
        signers=notice.signers or _names(plan.signer),
        classification=notice.classification or plan.classification,
        date=notice.date or plan.date,
        remark=notice.remark or remark,
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.replace("　", "、").split("、") if name.strip())


def carrier(notice: Notice, plan: Document) -> Document:
    """The notice as a document: title, addressee, text, signature, remark; the plan is its annex where it is one.

    Where the plan itself is what is sent, it is the plan with what the notice says of addressee and signature.
    """
    if notice.carries is Carries.ITSELF:
        bare = _bare(plan)
        return _signed(replace(bare, addressee=notice.addressee or plan.addressee), notice)
    words = Document(
        title=notice_title(notice, plan.title),
        addressee=notice.addressee,
        preamble=tuple(Paragraph(spans) for spans in notice_paragraphs(notice, plan.title)),
        attachments=(carried(plan),) if notice.carries is Carries.ANNEX else (),
    )
    return _signed(words, notice)


def carried(plan: Document) -> Document:
    """The plan as it stands behind its notice: what the notice says is not said twice."""
    return replace(_bare(plan), addressee="", issuer="", date="", notes=())


def _bare(plan: Document) -> Document:
    return replace(plan, remark="", document_number="", signer="", classification="")


def _signed(document: Document, notice: Notice) -> Document:
    notes = (f"（{notice.remark}）",) if notice.remark else ()
    return replace(document, issuer="、".join(notice.issuers), date=notice.date, notes=notes)
