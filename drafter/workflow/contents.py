"""The page numbers of a table of contents, from the pages LibreOffice makes."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, takewhile

from drafter.errors import DrafterError
from drafter.model.document import Document
from drafter.model.notice import Carries, Notice
from drafter.model.walk import Shown
from drafter.reading.pdf_places import bookmark_pages
from drafter.writing.contents import BOOKMARK, WHOLE
from drafter.writing.options import Options


def contents_fit(notice: Notice | None) -> bool:
    """Whether there is a place for contents: before the plan, but not between a red head and the text under it."""
    return notice is None or notice.carries is not Carries.ITSELF


def check_contents(options: Options) -> None:
    """Raise DrafterError where contents are wanted that have no place."""
    if options.contents and not contents_fit(options.notice):
        raise DrafterError("规划直接套用文件头时没有放目录的地方。", "请不加目录，或改为作正件、附件印发。")


def with_pages(options: Options, _document: Document, _shown: Shown, pdf: bytes) -> Options:
    """The options with the page numbers of the entries, after looking at the pages.

    Without those the entries show no numbers until Word updates them.
    """
    if not options.contents:
        return options
    pages = bookmark_pages(pdf)
    names = takewhile(pages.__contains__, (f"{BOOKMARK}{number}" for number in count(1)))
    before = 0 if options.notice else pages.get(WHOLE, 0)  # behind a notice the pages count on
    return replace(options, pages=tuple(pages[name] - before + 1 for name in names))
