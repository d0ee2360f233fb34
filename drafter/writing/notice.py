"""The head of a document and its imprint: from the copy number down to the red rule, and the 版记 (7.2, 7.4)."""

from __future__ import annotations

from drafter.model.notice import Notice, NoticeForm
from drafter.writing import layout
from drafter.writing.closing import chinese_date
from drafter.writing.layout import A4, FANGSONG, HEITI, KAITI, XIAOBIAOSONG, Sheet, width
from drafter.writing.ooxml import (
    WHOLE_ROW,
    cell,
    cell_margins,
    edge,
    empty,
    paragraph,
    row,
    runs,
    sized,
    table,
    wrapped,
)

_DOCUMENT = "文件"
_JOINT_GAP = 0.5  # characters of the red name between the issuers and 文件
_BESIDE = 2  # signers on a line (7.2.6)
_TWIPS = 10  # a half-point


def head(notice: Notice, sheet: Sheet) -> list[str]:
    """The paragraphs and tables of the 版头: copy number, classification, urgency, red name, number, red rule."""
    above = top_lines(notice)
    return [*above, *_mark(notice, sheet, len(above)), *_numbers(notice, sheet)]


def top_lines(notice: Notice) -> list[str]:
    """The paragraphs of 份号, 密级 and 紧急程度."""
    return [paragraph("Classification", content) for content in top_words(notice)]


def top_words(notice: Notice) -> list[str]:
    """份号, 密级 and 紧急程度 as runs, in this order (7.2.1 to 7.2.3)."""
    lines = ((notice.copy_number, FANGSONG), (notice.classification, HEITI), (notice.urgency, HEITI))
    return [runs(text, face) for text, face in lines if text]


def _mark(notice: Notice, sheet: Sheet, lines: int) -> list[str]:
    """The red name, its upper edge 35 mm below that of the type area; joint issuers stand beside 文件 (7.2.4)."""
    joint = len(notice.issuers) > 1 and not notice.head
    names = list(notice.issuers) if joint else [notice.head or "".join(f"{one}{_DOCUMENT}" for one in notice.issuers)]
    if not any(names):
        return []
    beside = len(_DOCUMENT) + _JOINT_GAP if joint else 0
    widest = max(map(width, names)) + beside
    half_points = min(
        layout.MARK_MOST,
        int(sheet.text_width / widest / _TWIPS),
        int(layout.MARK_JOINT_HEIGHT / len(names) / layout.MARK_PITCH / _TWIPS),
    )
    pitch = round(half_points * layout.MARK_PITCH * _TWIPS)
    risen = round(layout.MARK_BASELINE * pitch - layout.MARK_ASCENT * half_points * _TWIPS)
    room = paragraph("SectionEnd", "", _exactly(layout.MARK_BELOW_TEXT_TOP - lines * sheet.line - risen))
    if not joint:
        return [room, _red(names[0], half_points, pitch, "center")]
    em = half_points * _TWIPS
    left = min(round((widest - beside + 0.2) * em), sheet.text_width - round(beside * em))
    right = round(beside * em)
    stacked = "".join(_red(name, half_points, pitch, "distribute") for name in names)
    cells = cell(left, stacked) + cell(
        right, _red(_DOCUMENT, half_points, pitch, "right"), empty("vAlign", val="center")
    )
    return [
        room,
        table("TableNormal", (left, right), row(cells, WHOLE_ROW), empty("jc", val="center"), cell_margins(0)),
    ]


def _red(text: str, half_points: int, pitch: int, aligned: str) -> str:
    content = sized(runs(text, XIAOBIAOSONG), half_points)
    return paragraph("RedHead", content, _exactly(pitch), empty("jc", val=aligned))


def _exactly(twips: int) -> str:
    return empty("spacing", before=0, after=0, line=max(twips, 2), lineRule="exact")


def _numbers(notice: Notice, sheet: Sheet) -> list[str]:
    """The document number, and the signers where it goes upwards, above the red rule (7.2.5 to 7.2.7).

    Sent upwards: the number on the left, one character in, on the line of the last signers, two of whom share a line.
    """
    red = wrapped("pBdr", edge("bottom", layout.RULE, color=layout.RED, gap=layout.RULE_GAP))
    if not notice.signers:
        return [paragraph("HeadNumber", runs(notice.number, FANGSONG), red)]
    pairs = [notice.signers[start : start + _BESIDE] for start in range(0, len(notice.signers), _BESIDE)]
    lines = ["\u3000".join(pair) for pair in pairs]
    names = sheet.text_width - sheet.em - round(max(map(width, lines)) * sheet.em)
    label = "签发人："
    stops = wrapped(
        "tabs",
        empty("tab", val="left", pos=sheet.em),
        empty("tab", val="left", pos=names - round(width(label) * sheet.em)),
        empty("tab", val="left", pos=names),
    )
    placed = (stops, empty("jc", val="left"))
    out: list[str] = []
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        first = runs(f"\t{notice.number if last else ''}\t{chr(9) if index else label}", FANGSONG)
        space = empty("spacing", before=0) if index else ""
        out.append(paragraph("HeadNumber", first + runs(line, KAITI), *placed, space, red if last else ""))
    return out


def has_imprint(notice: Notice | None) -> bool:
    """Whether a notice says anything that stands in the 版记."""
    return notice is not None and bool(imprint(notice, A4, ruled=notice.form is NoticeForm.DOCUMENT))


def imprint(notice: Notice, sheet: Sheet, ruled: bool = True) -> list[str]:
    """The 版记 at the foot of the type area: copies to, printed by and on (7.4); [] where it says nothing.

    A floating table: it stands at the foot however full the page is. `ruled` is False for a letter, whose imprint has
    neither rules nor printer (10.1). A section that opens with a floating table loses its break in LibreOffice, so a
    thin paragraph goes before it.
    """
    rows: list[str] = []
    if notice.copies_to:
        rows.append(_copies(notice))
    if ruled and (notice.printed_by or notice.printed_on):
        rows.append(_printed(notice, sheet))
    if not rows:
        return []
    place = empty(
        "tblpPr", horzAnchor="page", vertAnchor="margin", tblpX=sheet.left, tblpYSpec="bottom",
    )  # fmt: skip
    last = len(rows) - 1
    cells = (
        cell(sheet.text_width, content, _rules(index == 0, index == last) if ruled else "")
        for index, content in enumerate(rows)
    )
    framed = table(
        "TableNormal", (sheet.text_width,), "".join(row(one, WHOLE_ROW) for one in cells), place, cell_margins(0)
    )
    return [paragraph("SectionEnd"), framed, paragraph("SectionEnd")]


def _rules(first: bool, last: bool) -> str:
    outer, inner = layout.IMPRINT_OUTER, layout.IMPRINT_INNER
    return wrapped("tcBorders", edge("top", outer if first else inner), edge("bottom", outer if last else inner))


def _copies(notice: Notice) -> str:
    """抄送：…。 one character in on both sides, lines that turn over beginning under the first name."""
    label = "抄送："
    em = layout.SIZE_4 * _TWIPS
    names = "，".join(notice.copies_to).rstrip("。")
    inside = empty("ind", left=round(em * (1 + width(label))), right=em, hanging=round(em * width(label)))
    return paragraph("Imprint", runs(f"{label}{names}。", FANGSONG), inside)


def _printed(notice: Notice, sheet: Sheet) -> str:
    """Who printed it, one character from the left, and when, one from the right."""
    em = layout.SIZE_4 * _TWIPS
    right = wrapped("tabs", empty("tab", val="right", pos=sheet.text_width - em))
    day = f"{chinese_date(notice.printed_on)}印发" if notice.printed_on else ""
    return paragraph("Imprint", runs(f"{notice.printed_by}\t{day}", FANGSONG), right, empty("ind", left=em, right=0))
