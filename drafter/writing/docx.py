"""A Document as a Word file in the form of GB/T 9704-2012."""

from __future__ import annotations

import io
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from drafter import resources
from drafter.model.document import Document, Table
from drafter.model.walk import Shown, blank
from drafter.writing.body import Body
from drafter.writing.closing import annex_list, notes, signature
from drafter.writing.inline import Ink
from drafter.writing.ooxml import NAMESPACES, legal
from drafter.writing.opening import annex_mark, letterhead, opening
from drafter.writing.tables import is_wide

if TYPE_CHECKING:
    from docx.document import Document as Package


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself (docProps/core.xml)."""

    title: str = ""
    subject: str = ""
    author: str = ""
    comments: str = ""
    keywords: str = ""


def docx_bytes(
    document: Document, shown: Shown = blank, properties: Properties = Properties(), *, mark_open: bool = True
) -> bytes:
    """The document as a `.docx` file: every element of the plan in its style, on the page of the standard.

    `shown` says what a slot shows; `mark_open` highlights the slots that are still open (【name】). What XML cannot
    hold (control characters, lone surrogates) is dropped.
    """
    import docx
    from docx.oxml import parse_xml

    body = Body(Ink(shown, mark_open))
    _write(body, document)
    package = docx.Document(str(resources.templates() / "gbt9704.docx"))
    root = package.element
    root.replace(root.body, parse_xml(f"<w:body {NAMESPACES}>{body.xml()}</w:body>"))
    _describe(package, properties, body.ink.text(document.title))
    out = io.BytesIO()
    package.save(out)
    return out.getvalue()


def _write(body: Body, document: Document) -> None:
    body.add(*letterhead(document), *opening(document, body.ink, "Title"))
    _write_text(body, document)


def _write_text(body: Body, document: Document, name: str = "附件") -> None:
    """Everything under the title: text, list of annexes, signature, date and notes, then the annexes themselves."""
    body.blocks(document.preamble)
    for section in document.sections:
        body.section(section)
    body.add(*annex_list(document, body.ink), *signature(document), *notes(document))
    for ordinal, attachment in enumerate(document.attachments, 1):
        mark = name if len(document.attachments) == 1 else f"{name}{ordinal}"
        _write_annex(body, attachment, mark)


def _write_annex(body: Body, annex: Document, mark: str) -> None:
    """An annex on a new page; one that is nothing but tables, one of them wide, stands on landscape pages whole."""
    tables = [block for block in annex.preamble if isinstance(block, Table)]
    only_tables = not annex.sections and len(tables) == len(annex.preamble)
    body.landscape = only_tables and any(is_wide(table, body.ink) for table in tables)
    body.add(annex_mark(mark, new_page=not body.opens_section))
    body.add(*letterhead(annex), *opening(annex, body.ink, "AnnexTitle"))
    _write_text(body, annex, f"{mark}-")
    body.landscape = False


def _describe(package: Package, properties: Properties, title: str) -> None:
    core = package.core_properties
    for field in fields(properties):
        value = legal(getattr(properties, field.name) or (title if field.name == "title" else ""))
        setattr(core, field.name, value[:255])
