"""What stands above the text: remark, numbers, title, status, addressee (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2, 7.3.7)."""

from __future__ import annotations

import re

from drafter.model.document import Document
from drafter.writing.inline import Ink
from drafter.writing.layout import A4, FANGSONG, HEITI, KAITI, XIAOBIAOSONG, Sheet
from drafter.writing.ooxml import empty, paragraph, runs, wrapped
from drafter.writing.title import title_breaks

_REPLY_CLASS = re.compile(r"[A-D]类?")
EMPTY_LINE = paragraph("DocBody")


def letterhead(document: Document, sheet: Sheet = A4) -> list[str]:
    """The paragraphs above the title: remark on the file, classification, document number and signer."""
    out = [paragraph("Remark", runs(line, KAITI)) for line in document.remark.splitlines() if line.strip()]
    if document.classification:
        shown = document.classification
        shown = f"（{shown}）" if _REPLY_CLASS.fullmatch(shown) else shown
        out.append(paragraph("Classification", runs(shown, HEITI)))
    if document.document_number and document.signer:
        # Documents sent upwards (7.2.5, 7.2.6): the number left, the signer right on the same line, each one in.
        ends = empty("tab", val="right", pos=sheet.text_width - sheet.em)
        line = runs(f"{document.document_number}\t签发人：", FANGSONG) + runs(document.signer, KAITI)
        indent = empty("ind", left=sheet.em)
        out.append(paragraph("DocNumber", line, wrapped("tabs", ends), indent, empty("jc", val="left")))
    elif document.document_number:
        out.append(paragraph("DocNumber", runs(document.document_number, FANGSONG)))
    elif document.signer:
        line = runs("签发人：", FANGSONG) + runs(document.signer, KAITI)
        out.append(paragraph("DocNumber", line, empty("jc", val="right")))
    return out + ([EMPTY_LINE] if document.classification or document.document_number or document.signer else [])


def opening(document: Document, ink: Ink, style: str, *direct: str) -> list[str]:
    """The paragraphs of title, subtitle and status, an empty line, and whom the document is sent to.

    `direct` are properties of the title's paragraph beside those of its style.
    """
    out = [paragraph(style, _title(document, ink), *direct)] if ink.text(document.title) else []
    if document.subtitle:
        out.append(paragraph("Subtitle", runs(document.subtitle, KAITI)))
    if document.status:
        status = document.status if document.status.startswith("（") else f"（{document.status}）"
        out.append(paragraph("DocStatus", runs(status, KAITI)))
    if out:
        out.append(EMPTY_LINE)
    if document.addressee:
        name = document.addressee if document.addressee.endswith("：") else f"{document.addressee}："
        out.append(paragraph("Addressee", runs(name, FANGSONG)))
    return out


def annex_mark(mark: str, new_page: bool) -> str:
    """The paragraph 附件1 on the first line of a page; `new_page` is False where a new section opens the page."""
    direct = () if new_page else (empty("pageBreakBefore", val=0),)
    return paragraph("AnnexMark", runs(mark, HEITI), *direct)


def _title(document: Document, ink: Ink) -> str:
    pieces = ink.parts(document.title)
    cuts = list(title_breaks("".join(text for text, _, _ in pieces), ink.sheet.title_characters))
    out: list[str] = []
    offset = 0
    for text, marked, slot in pieces:
        start = 0
        while cuts and cuts[0] <= offset + len(text):
            cut = cuts.pop(0) - offset
            out += runs(text[start:cut].rstrip(" "), XIAOBIAOSONG, marked=marked), runs("\n", XIAOBIAOSONG)
            start = cut
        rest = runs(text[start:], XIAOBIAOSONG, marked=marked)
        out.append(ink.control(slot, rest) if slot and not start else rest)  # a control has no line breaks
        offset += len(text)
    return "".join(out)
