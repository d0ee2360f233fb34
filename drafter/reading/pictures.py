"""A PDF to look at: its pages as pictures, and where what stands on them."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from drafter.errors import UnreadableFile
from drafter.reading.pdf_pages import ONE_AT_A_TIME, page_read
from drafter.reading.sheets import Sheet


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels of four bytes (blue, green, red, nothing), row after row of `stride` bytes from the top."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has. Raises UnreadableFile."""
    with _opened(pdf) as document:
        return len(document)


def page_picture(pdf: bytes, index: int, dots_per_inch: float = 96) -> PagePicture:
    """A page of a PDF, counted from 0. Raises UnreadableFile."""
    with _opened(pdf) as document:
        page = document[index]
        bitmap = page.render(scale=dots_per_inch / 72, prefer_bgrx=True)
        try:
            return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            page.close()


def sheets_of_pdf(pdf: bytes) -> tuple[Sheet, ...]:
    """The words and rules of every page with their places. Raises UnreadableFile."""
    with _opened(pdf) as document:
        out: list[Sheet] = []
        for page in document:
            out.append(page_read(page).sheet)
            page.close()
        return tuple(out)


@contextmanager
def _opened(pdf: bytes) -> Generator[Any, None, None]:
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile("这份 PDF 已损坏，不能显示。", "请重新导出。") from error
        try:
            yield document
        finally:
            document.close()
