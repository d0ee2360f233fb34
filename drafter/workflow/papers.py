"""The papers round a plan, made of the draft itself: 起草说明, 出处表, and the notice that is the 征求意见函.

Titles keep the slots of the plan's title, issuers and dates are those of its notice: what is the same in all papers is
said once, in the draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.comparing.origins import Origin, origins
from drafter.model.document import Block, Document, Paragraph, Section, Span, Table
from drafter.model.draft import Draft, Slot, SlotState, slot_texts
from drafter.model.edits import renumbered
from drafter.model.notice import Carries, Notice, NoticeForm, completed
from drafter.model.numbering import Form, Number
from drafter.model.tree import joined
from drafter.model.walk import Shown, heading_text, length, section_length, sections

_COMMENT = "征求意见稿"


def paper_notice(draft: Draft) -> Notice:
    """What every paper has from the notice: issuers (the city's government where nobody is named) and date."""
    notice = completed(draft.notice or Notice(), draft.document)
    city = (f"{draft.locality.name}人民政府",) if draft.locality and not notice.issuers else ()
    return replace(notice, issuers=notice.issuers or city)


def comment_letter(draft: Draft) -> tuple[Draft, Notice]:
    """The draft as a 征求意见稿 and the letter that carries it; what is still to be settled stands in 【】."""
    document = draft.document if draft.document.status else replace(draft.document, status=_COMMENT)
    notice = paper_notice(draft)
    issuers = "、".join(notice.issuers)
    letter = Notice(
        issuers=notice.issuers,
        addressee=notice.addressee or draft.document.addressee or "各有关单位",
        title=f"{issuers}关于征求《【文件】》意见的函",
        paragraphs=(
            "现将《【文件】》（征求意见稿）印送你们，请结合职责研究提出修改意见，并填写文中标明的填报项。",
            "请于【反馈期限】前书面反馈，没有意见的也请回复。联系人：【联系人】，电话：【联系电话】。",
        ),
        date=notice.date,
        carries=Carries.ANNEX,
        form=NoticeForm.LETTER,
    )
    return replace(draft, document=document), letter


def explanation(draft: Draft) -> Document:
    """起草说明: what the plan holds, what was taken from where, what was decided, and what is open."""
    shown = slot_texts(draft)
    taken = origins(draft.document, shown)
    parts = (
        ("基本情况", _contents(draft, shown)),
        ("参考借鉴情况", _sources(taken)),
        ("确定的主要事项", _decisions(draft.slots)),
        ("需要继续研究的事项", _open(draft.slots)),
    )
    made = tuple(Section((title,), 1, Number(Form.COMMA, 1), blocks=tuple(blocks)) for title, blocks in parts if blocks)
    return _signed(draft, ("关于《", *draft.document.title, "》的起草说明"), sections=made)


def _contents(draft: Draft, shown: Shown) -> list[Block]:
    parts = draft.document.sections
    count = length(draft.document, shown)
    named = "；".join(heading_text(part, shown) for part in parts)
    attached = len(draft.document.attachments)
    return [
        Paragraph(joined(("《", *draft.document.title, f"》全文约{count}字，分{len(parts)}个部分：{named}。"))),
        *([Paragraph((f"另有附件{attached}个。",))] if attached else []),
    ]


def _sources(taken: Sequence[Origin]) -> list[Block]:
    """A paragraph for each plan something was taken from."""
    if not taken:
        return [Paragraph(("本稿没有从其他文件中摘用文字。",))]
    by_plan: dict[tuple[str, str], list[Origin]] = {}
    for one in taken:
        by_plan.setdefault((one.source.document, one.source.region), []).append(one)
    total, kept = sum(one.taken for one in taken), sum(one.kept for one in taken)
    said: list[Block] = [Paragraph((f"本稿参考了{len(by_plan)}份文件，共摘用{total}字，现保留{kept}字。",))]
    for (document, region), found in by_plan.items():
        part = sum(one.kept for one in found) / (sum(one.taken for one in found) or 1)
        places = len({one.section for one in found})
        whose = f"（{region}）" if region else ""
        text = f"《{document}》{whose}：摘用{sum(one.taken for one in found)}字，保留{part:.0%}，用在本稿{places}节。"
        said.append(Paragraph((text,)))
    return said


def _decisions(slots: Iterable[Slot]) -> list[Block]:
    """What was put in place of what, and why, as a table."""
    settled = [slot for slot in slots if slot.state is not SlotState.OPEN]
    rows = tuple(_row(slot.name, slot.original or "—", slot.shown, slot.reason or "按本地情况确定") for slot in settled)
    return [Table(("事项", "参考文件的表述", "本稿的表述", "依据和理由"), rows)] if rows else []


def _open(slots: Iterable[Slot]) -> list[Block]:
    waiting = [slot.name for slot in slots if slot.state is SlotState.OPEN]
    said = f"以下{len(waiting)}项尚未确定，请有关单位提出意见：{'、'.join(waiting)}。"
    return [Paragraph((said,))] if waiting else []


def provenance(draft: Draft) -> Document:
    """出处表: section by section what it was taken from, how much, and how much of it stands as it was."""
    shown = slot_texts(draft)
    found: dict[str, list[Origin]] = {}
    for one in origins(draft.document, shown):
        found.setdefault(one.section, []).append(one)
    rows: list[tuple[Paragraph, ...]] = []
    for path, section in (("", None), *sections(draft.document)):
        own = section_length(replace(section, children=()), shown) if section else 0
        above = path.rpartition("/")[0]
        name = f"{above}{'/' if above else ''}{heading_text(section, shown)}" if section else "前言"
        for one in found.get(path, ()):
            source = one.source
            rows.append(_row(name, f"《{source.document}》{source.section}", str(one.taken), f"{one.part:.0%}"))
        if section and path not in found:
            rows.append(_row(name, "自拟", str(own), "—"))
    table = Table(("本稿章节", "来源", "字数", "保留比例"), tuple(rows))
    note = Paragraph(("“字数”是摘用时的字数，自拟的是现有字数；“保留比例”是其中现在仍一字不动的部分。",))
    return _signed(draft, ("《", *draft.document.title, "》出处表"), preamble=(note, table))


def _row(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((text,)) if text else Paragraph() for text in texts)


def _signed(
    draft: Draft, title: tuple[Span, ...], preamble: tuple[Block, ...] = (), sections: tuple[Section, ...] = ()
) -> Document:
    notice = paper_notice(draft)
    whole = Document(
        title=joined(title),
        issuer="、".join(notice.issuers),
        date=notice.date,
        region=draft.document.region,
        preamble=preamble,
        sections=sections,
    )
    return renumbered(whole)
