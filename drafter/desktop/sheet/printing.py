"""The pages on paper: the same painting as on the screen, without marks, into a printer or a PDF file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from drafter.desktop.sheet.pages import Page
from drafter.desktop.sheet.painting import PagePainter
from drafter.desktop.sheet.view import View
from drafter.model.draft import Draft

TWIPS = 1440
"""Twips in an inch: what the pages are measured in."""


def printed_view(draft: Draft) -> View:
    """The draft as it prints: black, without words that only stand where something may be written."""
    view = View(plain=True)
    view.show(draft)
    view.settle_all()
    return view


def print_on(printer: QPrinter, draft: Draft) -> None:
    """Print the draft: the pages a person chose in the dialog, or all."""
    view = printed_view(draft)
    first = max(1, printer.fromPage())
    last = printer.toPage() or len(view.pager.pages)
    printer.setFullPage(True)
    painter = QPainter()
    for number in range(first - 1, min(last, len(view.pager.pages))):
        printer.setPageLayout(_layout(view.pager.pages[number]))
        if painter.isActive():
            printer.newPage()
        else:
            painter.begin(printer)
        painter.save()
        painter.scale(printer.resolution() / TWIPS, printer.resolution() / TWIPS)
        PagePainter(painter, view).page(number)
        painter.restore()
    painter.end()


def write_pdf(draft: Draft, path: Path, title: str = "") -> int:
    """Write the draft as a PDF file; how many pages it has. Raises OSError where the file cannot be written."""
    view = printed_view(draft)
    with path.open("ab"):  # the writer itself is silent about a file it cannot write
        pass
    writer = QPdfWriter(str(path))
    writer.setResolution(TWIPS)
    writer.setTitle(title)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setPageLayout(_layout(view.pager.pages[0]))
    painter = QPainter(writer)
    for number, page in enumerate(view.pager.pages):
        if number:
            writer.setPageLayout(_layout(page))
            writer.newPage()
        PagePainter(painter, view).page(number)
    painter.end()
    return len(view.pager.pages)


def pdf_of_sheet(draft: Draft) -> bytes:
    """The draft as the bytes of a PDF."""
    with TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "pages.pdf"
        write_pdf(draft, path)
        return path.read_bytes()


def _layout(page: Page) -> QPageLayout:
    way = QPageLayout.Orientation.Landscape if page.turned else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0))
