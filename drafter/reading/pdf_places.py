"""Where the bookmarks of a document are in the PDF that was made of it."""

from __future__ import annotations

import ctypes
import re

_CODED = re.compile("[0-9A-F]{2}")


def bookmark_pages(pdf: bytes) -> dict[str, int]:
    """The page (from 0) of every named destination of a PDF."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    from drafter.reading.pdf_pages import ONE_AT_A_TIME

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        pages: dict[str, int] = {}
        for index in range(pdfium.FPDF_CountNamedDests(document)):
            size = ctypes.c_long()
            pdfium.FPDF_GetNamedDest(document, index, None, size)
            name = ctypes.create_string_buffer(size.value)
            place = pdfium.FPDF_GetNamedDest(document, index, name, size)
            pages[_plain(name.raw.decode("utf-16-le").rstrip("\0"))] = pdfium.FPDFDest_GetDestPageIndex(document, place)
        document.close()
        return pages


def _plain(name: str) -> str:
    """The name as it was; LibreOffice writes a first character that is no letter as its code (5FToc1 for _Toc1)."""
    coded = _CODED.match(name)
    return chr(int(coded[0], 16)) + name[2:] if coded else name
