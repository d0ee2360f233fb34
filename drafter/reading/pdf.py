"""PDF files with text in them: their pages through PDFium, as lines (ISO 32000-1)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.errors import UnreadableFile
from drafter.reading.doubts import Told
from drafter.reading.lines import Item
from drafter.reading.pdf_pages import ONE_AT_A_TIME, PageRead, page_read
from drafter.reading.pdf_words import Styles
from drafter.reading.sheet_items import items_of

PAGES_MOST = 5_000
"""Pages that are read at most."""
LEAST_CHARACTERS = 5
"""Characters of a page below which it counts as one without text."""
UNKNOWN_MOST, UNKNOWN_TOLD = 0.3, 0.02
"""Shares of characters without a code from which on a text is refused, and from which on the reader is told."""
_OCR = "请先做文字识别（OCR，WPS、扫描软件和手机都能做），存为 .docx 后再导入。"


def lines_of_pdf(data: bytes, name: str, told: Told | None = None) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """(items, warnings) of a PDF; `told` hears what is left out.

    Raises UnreadableFile where it is damaged, locked or scanned.
    """
    with ONE_AT_A_TIME:
        pages, count = _pages(data, name)
    warnings = [*_left_out(pages, count), *_doubts(pages, name)]
    return items_of([page.sheet for page in pages], told), tuple(warnings)


def _pages(data: bytes, name: str) -> tuple[list[PageRead], int]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableFile(f"“{name}”有密码，读不出文字。", "请先取消密码，再导入。") from error
        raise UnreadableFile(f"“{name}”已损坏或不是真正的 PDF 文件，打不开。", "请重新取得原件后再导入。") from error
    try:
        count = len(document)
        styles: Styles = {}
        return [_page(document, index, name, styles) for index in range(min(count, PAGES_MOST))], count
    finally:
        document.close()


def _page(document: object, index: int, name: str, styles: Styles) -> PageRead:
    import pypdfium2

    try:
        page = document[index]  # type: ignore[index]
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"“{name}”的第 {index + 1} 页已损坏，打不开。", "请重新取得原件后再导入。") from error
    try:
        return page_read(page, styles)
    finally:
        page.close()


def _left_out(pages: Sequence[PageRead], count: int) -> list[str]:
    if count > len(pages):
        return [f"共 {count} 页，只读入了前 {len(pages)} 页。"]
    return []


def _doubts(pages: Sequence[PageRead], name: str) -> list[str]:
    """What the reader is told of pages without text and characters without a code."""
    bare = [number for number, page in enumerate(pages, 1) if page.characters < LEAST_CHARACTERS]
    if len(bare) == len(pages):
        raise UnreadableFile(f"“{name}”共 {len(pages)} 页，是扫描图片，里面没有文字。", _OCR)
    unknown = sum(page.unknown for page in pages) / max(sum(page.characters for page in pages), 1)
    if unknown > UNKNOWN_MOST:
        raise UnreadableFile(f"“{name}”里的文字没有编码，读出来是乱码。", _OCR)
    told: list[str] = []
    if bare:
        told.append(f"第 {'、'.join(map(str, bare[:20]))} 页没有文字（空白或图片），没有读入。")
    if unknown > UNKNOWN_TOLD:
        told.append("有些字在 PDF 里没有编码，读入后可能缺字，请对照原件。")
    return told
