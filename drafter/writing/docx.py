"""A Document as a Word file in the form of GB/T 9704-2012."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter import resources
from drafter.model.document import Document, Table
from drafter.model.walk import Shown, blank
from drafter.writing.base import CORE_PART, DOCUMENT_PART, core_xml, document_xml
from drafter.writing.body import Body
from drafter.writing.closing import annex_list, notes, signature
from drafter.writing.inline import Ink
from drafter.writing.opening import annex_mark, letterhead, opening
from drafter.writing.options import STANDARD, Options
from drafter.writing.tables import Grid

_LEVEL = 3  # of zlib: twice as fast as its usual 6, the file a tenth larger


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
    body = Body(Ink(shown, options.mark_open))
    body.add(*letterhead(document), *opening(document, body.ink, "Title"))
    _write_text(body, document)
    described = {
        "title": properties.title or body.ink.text(document.title),
        "subject": properties.subject,
        "creator": properties.author,
        "keywords": properties.keywords,
        "description": properties.comments,
    }
    opening_xml, end, closing_xml = document_xml("").partition("</w:body>")
    whole = (opening_xml, *body.xml(), end + closing_xml)
    return _with_parts({DOCUMENT_PART: whole, CORE_PART: (core_xml(described),)})


def _with_parts(parts: Mapping[str, Iterable[str]]) -> bytes:
    """The base document with some of its parts put in place of its own.

    The parts are copied, not parsed, and pressed piece by piece: a body of a thousand pages passes from text to file
    without becoming a tree or one long string.
    """
    out = io.BytesIO()
    with (
        zipfile.ZipFile(resources.templates() / "gbt9704.docx") as base,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package,
    ):
        for entry in base.infolist():
            pieces = parts.get(entry.filename)
            with package.open(entry.filename, "w") as part:
                for content in (base.read(entry),) if pieces is None else map(str.encode, pieces):
                    part.write(content)
    return out.getvalue()


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
    body.landscape = only_tables and any(Grid(table, body.ink).is_wide for table in tables)
    body.add(annex_mark(mark, new_page=not body.opens_section))
    body.add(*letterhead(annex), *opening(annex, body.ink, "AnnexTitle"))
    _write_text(body, annex, f"{mark}-")
    body.landscape = False
