"""The page numbers of a table of contents, from the pages LibreOffice makes."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, takewhile

from drafter.errors import DrafterError
from drafter.model.document import Document
from drafter.model.notice import Carries
from drafter.model.walk import Shown
from drafter.office import converted, office
from drafter.reading.pdf_places import bookmark_pages
from drafter.writing.contents import BOOKMARK, WHOLE
from drafter.writing.docx import Properties, docx_bytes
from drafter.writing.options import Options

_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def with_pages(document: Document, shown: Shown, options: Options) -> Options:
    """The options with the page numbers of the entries, where contents are wanted and LibreOffice is installed.

    Without it, or where it fails, they stay as they are: the entries then show no numbers until Word updates them.
    Raises DrafterError where a notice leaves no place for contents.
    """
    if options.contents and options.notice and options.notice.carries is not Carries.MAIN:
        raise DrafterError("只有单独成文或作正件印发的规划才能加目录。", "请不加目录，或改为作正件印发。")
    program = office()
    if not options.contents or program is None:
        return options
    try:
        pdf = converted(docx_bytes(document, shown, Properties(), options), ".docx", _PDF, program)
    except TimeoutError:
        return options
    pages = bookmark_pages(pdf) if pdf else {}
    names = takewhile(pages.__contains__, (f"{BOOKMARK}{number}" for number in count(1)))
    before = 0 if options.notice else pages.get(WHOLE, 0)  # behind a notice the pages count on
    return replace(options, pages=tuple(pages[name] - before + 1 for name in names))
