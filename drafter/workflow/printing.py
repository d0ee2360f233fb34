"""The pages of a written file, through LibreOffice where it is installed: PDF, and where the 版记 has to stand."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from drafter.errors import DrafterError
from drafter.model.document import Document, Paragraph
from drafter.model.notice import Notice, NoticeForm, carrier, completed
from drafter.model.walk import Shown, text_of
from drafter.office import converted, office
from drafter.reading.pictures import sheets_of_pdf
from drafter.reading.sheets import Row, Sheet, rows_of
from drafter.writing.closing import chinese_date
from drafter.writing.layout import Sheet as Measures
from drafter.writing.notice import has_imprint
from drafter.writing.options import KEPT, Closing, Imprint, Options
from drafter.writing.selfcheck import Checked

_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_POINTS = 20  # twips
_LINE = 30.0  # points: what is left free between the text and the imprint
_BASE = 0.2  # lines: from the base line of the last line down to the foot of the type area
_CLOSEST, _WIDEST = 0.7, 2.0  # practice: how many times the pitch of the page other lines may have: from 20 pt on
_SLACK = 0.1  # lines: lines off the grid stand a little higher or lower than those on it
_OFF_GRID = 0.05  # lines
_GAP = 2.5  # lines: more is not one empty line
_SEEN = 12  # characters by which a text is known again
_SPACE = re.compile(r"\s")
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
        made = converted(docx, ".docx", _PDF, program)
    except TimeoutError as error:
        raise DrafterError(
            "用 LibreOffice 生成 PDF 时间过长，已停止。", "请用 Word 或 WPS 打开导出的 .docx 另存为 PDF。"
        ) from error
    if made is None:
        raise DrafterError("LibreOffice 没有生成 PDF。", "请用 Word 或 WPS 打开导出的 .docx 另存为 PDF。")
    return made


def with_imprint_placed(options: Options, document: Document, _shown: Shown, pdf: bytes) -> Options:
    """The options with the 版记 where it belongs, after looking at the pages with it on an even page of its own.

    The text ends on an odd page: it stands right. On an even one: it goes under the text where there is room, else
    behind an empty page, and then bears no number (7.5). That of a letter closes the last page, whatever its number
    (10.1). LibreOffice leaves out the empty page in the PDF.
    """
    if not options.notice or not has_imprint(completed(options.notice, document)):
        return options
    *text, last = sheets_of_pdf(pdf)
    letter = options.notice.form is NoticeForm.LETTER
    if not text or (len(text) % 2 and not letter):
        return options
    measures = options.sheet
    foot = measures.bottom / _POINTS
    height = max((one.base + one.size for one in last.pieces if one.base > foot - _NUMBER_ROOM), default=0.0) - foot
    upright = text[-1].height > text[-1].width
    room = _lowest(text[-1], measures) - foot
    fits = upright and room > height + _LINE
    other = Imprint.NEXT_PAGE if letter else Imprint.AFTER_EMPTY_PAGE
    return replace(options, imprint=Imprint.UNDER_TEXT if fits else other)


def with_signature_placed(options: Options, document: Document, shown: Shown, pdf: bytes) -> Options:
    """The options with which no page begins with the signature (7.3.5.5), after looking at pages made without any care.

    The last lines get another pitch: either there is room for all under the text, or the last line goes over. Where
    neither is to be had, the last paragraph is kept with the signature.
    """
    options = replace(options, closing=Closing())
    found = _lone_signature(sheets_of_pdf(pdf), options, document, shown)
    if found is None:
        return options
    line = options.sheet.line
    above, below = found
    text, lines = _grid_lines(above.text, line), _grid_lines(above.rows, line)
    room = lines + (above.rows[-1].base * _POINTS - options.sheet.bottom) / line - _BASE
    closer = (room - _SLACK) / (lines + _grid_lines(below.rows, line) + (not below.listed))
    wider = (room + _SLACK) / text if text else _WIDEST
    ratio = closer if closer > _CLOSEST and 1 / closer < wider else wider
    return replace(options, closing=Closing(pitch=round(line * ratio), lines=text) if ratio < _WIDEST else KEPT)


def _grid_lines(rows: list[Row], line: int) -> int:
    """How many lines the last rows of a page take that are of one size and on one grid, empty lines counted in."""
    taken = 1
    for low, high in pairwise(reversed(rows)):
        step = (high.base - low.base) * _POINTS / line
        if abs(step - round(step)) > _OFF_GRID or step > _GAP or abs(high.size - low.size) > 1:
            break
        taken += round(step)
    return taken if rows else 0


class _Page(NamedTuple):
    """The rows of the type area; how many of them the list of annexes is that ends the page or opens it."""

    rows: list[Row]
    listed: int = 0

    @property
    def text(self) -> list[Row]:
        """The rows above the list of annexes."""
        return self.rows[: len(self.rows) - self.listed]


def _lone_signature(
    sheets: tuple[Sheet, ...], options: Options, document: Document, shown: Shown
) -> tuple[_Page, _Page] | None:
    """The page before one with nothing but the list of annexes above the signature, and that one."""
    signed = carrier(completed(options.notice, document), document) if options.notice else document
    names = {*signed.issuer.split("、"), chinese_date(signed.date)} - {""}
    numbered = enumerate((text_of(one.title, shown) for one in signed.attachments), 1)
    annexes = "".join(f"{number}.{title}" for number, title in numbered)

    def listed(row: Row) -> bool:
        return _SPACE.sub("", row.text).removeprefix("附件：") in annexes

    before: list[Row] = []
    for sheet in sheets:
        foot = options.sheet.bottom / _POINTS - _NUMBER_ROOM
        rows = [row for row in rows_of(sheet.pieces) if row.base > foot]
        parts = ({_SPACE.sub("", part) for part in row.text.split("\t")} for row in rows)
        place = next((index for index, part in enumerate(parts) if names & part), None)
        if place is not None:
            if not before or not all(map(listed, rows[:place])):
                return None
            return _Page(before, sum(1 for _ in takewhile(listed, reversed(before)))), _Page(rows, place)
        before = rows
    return None


def _lowest(sheet: Sheet, measures: Measures) -> float:
    """Where the lowest thing of the type area is, in points from the foot of the sheet."""
    foot = measures.bottom / _POINTS - _NUMBER_ROOM
    bases = [one.base for one in sheet.pieces if one.base > foot]
    rules = [one.bottom for one in sheet.rules if one.bottom > foot]
    return min((*bases, *rules), default=measures.top / _POINTS + foot)


def page_checks(pdf: bytes, options: Options, document: Document, shown: Shown) -> tuple[Checked, ...]:
    """What only the pages show: how many there are, and a signature with no text above it on its page (7.3.5.5)."""
    sheets = sheets_of_pdf(pdf)
    out = [Checked(True, f"按本机 LibreOffice 排版，共 {len(sheets)} 页。")]
    if _lone_signature(sheets, options, document, shown) is not None:
        out.append(Checked(False, "署名所在的一页上面没有正文：可增删几个字，或调整行距、字距。"))
    elif options.closing.lines:
        out.append(Checked(True, "署名前后几行调整了行距，免得署名所在的一页上面没有正文。"))
    if options.notice and not _text_on_first(sheets[0], options.notice, document, shown):
        out.append(Checked(False, "首页没有显示正文：请精简标题，或把主送机关移到版记。"))
    return tuple(out)


def _text_on_first(sheet: Sheet, notice: Notice, document: Document, shown: Shown) -> bool:
    """Whether the first page shows the beginning of the text (7.3.3)."""
    first = carrier(completed(notice, document), document).preamble[:1]
    start = "".join(text_of(one.spans, shown) for one in first if isinstance(one, Paragraph))
    page = "".join(row.text for row in rows_of(sheet.pieces))
    return _SPACE.sub("", start)[:_SEEN] in _SPACE.sub("", page)
