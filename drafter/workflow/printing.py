"""The pages of a written file, through LibreOffice where it is installed: PDF, and where the 版记 has to stand."""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import DrafterError
from drafter.office import converted, office
from drafter.reading.pictures import sheets_of_pdf
from drafter.reading.sheets import Sheet
from drafter.writing.layout import Sheet as Measures
from drafter.writing.options import Imprint, Options
from drafter.writing.selfcheck import Checked

_POINTS = 20  # twips
_LINE = 30.0  # points: what is left free between the text and the imprint
_NUMBER_ROOM = 5.0  # points: from the foot of the type area up to which a base line may be that of the page number


def office_installed() -> bool:
    """Whether this machine has LibreOffice."""
    return office() is not None


def pdf_of(docx: bytes) -> bytes:
    """A `.docx` file as PDF. Raises DrafterError where LibreOffice is missing or fails."""
    program = office()
    if program is None:
        raise DrafterError(
            "生成 PDF 和页面预览要用 LibreOffice，本机没有安装。",
            "可以安装 LibreOffice（免费），或用 Word、WPS 打开导出的 .docx 另存为 PDF。",
        )
    try:
        made = converted(docx, ".docx", "pdf", program)
    except TimeoutError as error:
        raise DrafterError(
            "用 LibreOffice 生成 PDF 时间过长，已停止。", "请用 Word 或 WPS 打开导出的 .docx 另存为 PDF。"
        ) from error
    if made is None:
        raise DrafterError("LibreOffice 没有生成 PDF。", "请用 Word 或 WPS 打开导出的 .docx 另存为 PDF。")
    return made


def with_imprint_placed(options: Options, pdf: bytes) -> Options:
    """The options with the 版记 where it belongs, after looking at the pages with it on an even page of its own.

    The text ends on an odd page: it stands right. On an even one: it goes under the text where there is room, else
    behind an empty page, and then bears no number (7.5). LibreOffice leaves out the empty page in the PDF.
    """
    *text, last = sheets_of_pdf(pdf)
    if not text or len(text) % 2:
        return options
    measures = options.sheet
    foot = measures.bottom / _POINTS
    height = max((one.base + one.size for one in last.pieces if one.base > foot - _NUMBER_ROOM), default=0.0) - foot
    upright = text[-1].height > text[-1].width
    room = _lowest(text[-1], measures) - foot
    fits = upright and room > height + _LINE
    return replace(options, imprint=Imprint.UNDER_TEXT if fits else Imprint.AFTER_EMPTY_PAGE)


def _lowest(sheet: Sheet, measures: Measures) -> float:
    """Where the lowest thing of the type area is, in points from the foot of the sheet."""
    foot = measures.bottom / _POINTS - _NUMBER_ROOM
    bases = [one.base for one in sheet.pieces if one.base > foot]
    rules = [one.bottom for one in sheet.rules if one.bottom > foot]
    return min((*bases, *rules), default=measures.top / _POINTS + foot)


def page_checks(pdf: bytes, signed_by: tuple[str, ...]) -> tuple[Checked, ...]:
    """What only the pages show: how many there are, and a signature that opens one, with no text above it (7.3.5.5)."""
    sheets = sheets_of_pdf(pdf)
    out = [Checked(True, f"按本机 LibreOffice 排版，共 {len(sheets)} 页。")]
    for number, sheet in enumerate(sheets[1:], 2):
        highest = max(sheet.pieces, key=lambda one: one.base, default=None)
        if highest and highest.text in signed_by:
            told = f"署名落在第 {number} 页开头，这一页没有正文：可增删几个字，或调整行距、字距。"
            out.append(Checked(False, told))
    return tuple(out)
