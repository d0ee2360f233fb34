"""A Document as a Word file in the form of GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.document import Document, Table
from drafter.model.notice import Carries, Notice, NoticeForm, carried, carrier, completed
from drafter.model.walk import Shown, blank
from drafter.writing import layout
from drafter.writing.base import CORE_PART, DOCUMENT_PART, base_package, core_xml, document_xml
from drafter.writing.body import Body
from drafter.writing.closing import annex_list, notes, signature
from drafter.writing.contents import Contents
from drafter.writing.dress import Dress
from drafter.writing.inline import Ink
from drafter.writing.letter import letter_head, letter_part
from drafter.writing.notice import head, imprint
from drafter.writing.numbering import Lists
from drafter.writing.ooxml import Opens, empty
from drafter.writing.opening import EMPTY_LINE, annex_mark, letterhead, opening
from drafter.writing.options import STANDARD, Imprint, Options
from drafter.writing.package import package_bytes
from drafter.writing.profile import NATIONAL
from drafter.writing.tables import Grid


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself (docProps/core.xml)."""

    title: str = ""
    subject: str = ""
    author: str = ""
    comments: str = ""
    keywords: str = ""


def docx_bytes(
    document: Document,
    shown: Shown = blank,
    properties: Properties = Properties(),
    options: Options = STANDARD,
) -> bytes:
    """The document as a `.docx` file: every element of the plan in its style, on the page of the standard.

    `shown` says what a slot shows. What XML cannot hold (control characters, lone surrogates) is dropped. The same
    document gives the same bytes.
    """
    notice = completed(options.notice, document) if options.notice else None
    letter = notice is not None and notice.form is NoticeForm.LETTER
    body = Body(
        Ink(shown, options.mark_open, options.sheet, options.live),
        opens=Opens(letter=letter),
        closing=options.closing,
        lists=Lists(options.sheet) if options.automatic_numbers else None,
        contents=Contents(options.pages) if options.contents else None,
    )
    if notice:
        _write_notice(body, document, notice, options.imprint)
    else:
        body.open_contents()
        body.add(*letterhead(document, body.ink.sheet))
        _write_plan(body, document)
    described = {
        "title": properties.title or body.ink.text(document.title),
        "subject": properties.subject,
        "creator": properties.author,
        "keywords": properties.keywords,
        "description": properties.comments,
    }
    opening_xml, end, closing_xml = document_xml("").partition("</w:body>")
    whole = (opening_xml, *body.xml(), end + closing_xml)
    added = (letter_part(notice, body.ink.sheet),) if notice and letter else ()
    added += (body.lists.part(),) if body.lists else ()
    if options.base or options.profile != NATIONAL:
        dress = options.base.dress(options.profile) if options.base else Dress(options.profile)
        whole = dress.dressed(whole)
        added = tuple(part._replace(xml="".join(dress.dressed((part.xml,)))) for part in added)
    changed = {DOCUMENT_PART: whole, CORE_PART: (core_xml(described),)}
    return package_bytes(options.base.package if options.base else base_package(options.profile), changed, added)


def _write_notice(body: Body, document: Document, notice: Notice, place: Imprint) -> None:
    """The head, what carries the plan, the plan where it is no annex of that, and the imprint."""
    sheet = body.ink.sheet
    letter = notice.form is NoticeForm.LETTER
    body.add(*(letter_head(notice, sheet) if letter else head(notice, sheet)))
    body.add(*letterhead(Document(remark=document.remark)))
    above = empty("spacing", before=layout.LINES_ABOVE_TITLE * sheet.line)
    as_annex = notice.carries is Carries.ANNEX
    _write_plan(body, carrier(notice, document), above, sealed=notice.sealed, carries=as_annex)
    if notice.carries is Carries.MAIN:
        body.open_contents()
        _write_plan(body, carried(document), empty("pageBreakBefore"))
    foot = imprint(notice, sheet, ruled=not letter)
    if foot and place is not Imprint.UNDER_TEXT:
        body.new_section(Opens(even=place is not Imprint.NEXT_PAGE, numbered=place is not Imprint.AFTER_EMPTY_PAGE))
    body.add(*foot)


def _write_plan(body: Body, document: Document, *direct: str, sealed: bool = False, carries: bool = False) -> None:
    """The title, with direct properties of its paragraph, and everything under it."""
    body.add(*opening(document, body.ink, "Title", *direct))
    _write_text(body, document, sealed=sealed, carries=carries)


def _write_text(
    body: Body, document: Document, name: str = "附件", *, sealed: bool = False, carries: bool = False
) -> None:
    """Everything under the title: text, list of annexes, signature, date and notes, then the annexes themselves.

    `carries`: it is a notice, and the plan its annex.
    """
    if body.lists:
        body.lists.begin(document.numbering)
    body.blocks(document.preamble)
    for section in document.sections:
        body.section(section)
    sheet = body.ink.sheet
    signed = signature(document, sheet, sealed=sealed)
    body.close_text([*annex_list(document, body.ink), *signed], notes(document, sheet), signed=bool(signed))
    body.close_contents()
    for ordinal, attachment in enumerate(document.attachments, 1):
        alone = len(document.attachments) == 1 and not name.endswith("-")
        mark = name if alone else f"{name}{ordinal}"
        _write_annex(body, attachment, mark, contents=carries)


def _write_annex(body: Body, annex: Document, mark: str, *, contents: bool) -> None:
    """An annex on a new page; one that is nothing but tables, one of them wide, stands on landscape pages whole.

    `contents`: it has the table of contents of the file, under its mark.
    """
    tables = [block for block in annex.preamble if isinstance(block, Table)]
    only_tables = not annex.sections and len(tables) == len(annex.preamble)
    body.landscape = only_tables and any(Grid(table, body.ink).is_wide for table in tables)
    if contents and body.contents:
        body.open_contents(annex_mark(mark, new_page=False) + EMPTY_LINE)
    else:
        marked = annex_mark(mark, new_page=not body.opens_section)
        body.add_annex(marked, f"{mark}\u3000{body.ink.text(annex.title)}")
    body.add(*letterhead(annex, body.ink.sheet), *opening(annex, body.ink, "AnnexTitle"))
    _write_text(body, annex, f"{mark}-" if mark[-1].isdecimal() else mark)
    body.landscape = False
