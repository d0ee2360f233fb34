"""What stands under the text: list of annexes, signature, date, notes (GB/T 9704-2012, 7.3.4 to 7.3.6)."""

from __future__ import annotations

import re

from drafter.model.document import Document
from drafter.writing import layout
from drafter.writing.inline import Ink
from drafter.writing.layout import A4, FANGSONG, Sheet, width
from drafter.writing.ooxml import empty, paragraph, runs, wrapped
from drafter.writing.opening import EMPTY_LINE

_PRINTED = re.compile(r"(\S+)\s+(\d{4}年\d{1,2}月\d{1,2}日印发)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


def annex_list(document: Document, ink: Ink) -> list[str]:
    """附件：1.… 2.…, one line under the text and two characters in; lines that turn over begin under the name."""
    names = [ink.text(attachment.title) for attachment in document.attachments]
    if not any(names):
        return []
    single = len(names) == 1
    out = [EMPTY_LINE]
    for ordinal, name in enumerate(names, 1):
        number = "" if single else f"{ordinal}."
        label = "附件：" if ordinal == 1 else ""
        left = _indent(layout.INDENT + width("附件：" + number), ink.sheet)
        place = empty("ind", left=left, hanging=_indent(width(label + number), ink.sheet))
        out.append(paragraph("AnnexList", runs(label + number + name, FANGSONG), place))
    return out


def signature(document: Document, sheet: Sheet = A4, *, sealed: bool = False) -> list[str]:
    """Issuer and date, an empty line above; placed for seals or without (7.3.5.1, 7.3.5.2).

    Without a seal the issuer ends two characters from the right; the date begins two characters after the issuer
    does. A date longer than the issuer ends two characters from the right instead, and the issuer moves left with
    it. Several issuers stand one under the other.
    """
    date = chinese_date(document.date)
    offices = [office for office in document.issuer.split("、") if office]
    if sealed and date and offices:
        return [EMPTY_LINE, *_sealed(offices, date, sheet)]
    office, day = max(map(width, offices), default=0), width(date)
    from_right = layout.SIGNATURE_FROM_RIGHT
    start = sheet.characters - from_right - max(office, day + layout.DATE_AFTER_SIGNATURE if day > office else 0)
    if not offices:
        start = sheet.characters - layout.DATE_ALONE_FROM_RIGHT - day - layout.DATE_AFTER_SIGNATURE
    out = [EMPTY_LINE] if offices or date else []
    out += (paragraph("Signature", runs(name, FANGSONG), _from_left(start, sheet)) for name in offices)
    if date:
        out.append(paragraph("Date", runs(date, FANGSONG), _from_left(start + layout.DATE_AFTER_SIGNATURE, sheet)))
    return out


def _sealed(offices: list[str], date: str, sheet: Sheet) -> list[str]:
    """The date four characters from the right; the last office centred over it, rows of three at most in order.

    A name too long to be centred over the date ends at the edge, and the date is centred under it.
    """
    longest, day = max(map(width, offices)), width(date)
    middle = min(sheet.characters - layout.SEAL_FROM_RIGHT - day / 2, sheet.characters - longest / 2)
    beside = max(1, min(layout.SEALS_BESIDE, int((middle + longest / 2) // (longest + 1))))
    rows = [offices[at : at + beside] for at in range(0, len(offices), beside)]
    step = longest + 1
    out: list[str] = []
    for row in [*rows, [date]]:
        centres = [middle - step * place for place in range(len(row))][::-1]
        stops = wrapped("tabs", *(empty("tab", val="center", pos=_indent(centre, sheet)) for centre in centres))
        style = "Date" if row == [date] else "Signature"
        out.append(paragraph(style, runs("\t" + "\t".join(row), FANGSONG), stops))
    return out


def notes(document: Document, sheet: Sheet = A4) -> list[str]:
    """The lines under the date, as they are: （此件公开发布）.

    Of a line that tells who printed the document and when (7.4.3) the date ends one character from the right.
    """
    return [_note(note, sheet) for note in document.notes if note]


def _note(note: str, sheet: Sheet) -> str:
    printed = _PRINTED.fullmatch(note)
    if not printed:
        return paragraph("DocNote", runs(note, FANGSONG))
    right = empty("tab", val="right", pos=sheet.text_width - sheet.em)
    one_in = empty("ind", left=sheet.em, firstLineChars=0, firstLine=0)
    return paragraph("DocNote", runs("\t".join(printed.groups()), FANGSONG), wrapped("tabs", right), one_in)


def chinese_date(date: str) -> str:
    """An ISO date as 成文日期 (7.3.5.4): full year, no leading zeros; anything else as it is."""
    match = _ISO.fullmatch(date)
    if not match:
        return date
    year, month, day = match.groups()
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def _indent(characters: float, sheet: Sheet) -> int:
    return round(characters * sheet.em)


def _from_left(characters: float, sheet: Sheet) -> str:
    return empty("ind", left=_indent(max(characters, 0), sheet))
