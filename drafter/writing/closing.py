"""What stands under the text: list of annexes, signature, date, notes (GB/T 9704-2012, 7.3.4 to 7.3.6)."""

from __future__ import annotations

import re

from drafter.model.document import Document
from drafter.writing import layout
from drafter.writing.inline import Ink
from drafter.writing.layout import FANGSONG
from drafter.writing.ooxml import empty, paragraph, runs
from drafter.writing.opening import EMPTY_LINE

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
        left = _indent(layout.INDENT + _width("附件：" + number))
        place = empty("ind", left=left, hanging=_indent(_width(label + number)))
        out.append(paragraph("AnnexList", runs(label + number + name, FANGSONG), place))
    return out


def signature(document: Document) -> list[str]:
    """Issuer and date as for a document without a seal (7.3.5.2), an empty line above.

    The issuer ends two characters from the right; the date begins two characters after the issuer does. A date
    longer than the issuer ends two characters from the right instead, and the issuer moves left with it.
    """
    date = chinese_date(document.date)
    office, day = _width(document.issuer), _width(date)
    from_right = layout.SIGNATURE_FROM_RIGHT
    start = layout.CHARACTERS - from_right - max(office, day + layout.DATE_AFTER_SIGNATURE if day > office else 0)
    if not document.issuer:
        start = layout.CHARACTERS - layout.DATE_ALONE_FROM_RIGHT - day - layout.DATE_AFTER_SIGNATURE
    out = [EMPTY_LINE] if document.issuer or date else []
    if document.issuer:
        out.append(paragraph("Signature", runs(document.issuer, FANGSONG), _from_left(start)))
    if date:
        out.append(paragraph("Date", runs(date, FANGSONG), _from_left(start + layout.DATE_AFTER_SIGNATURE)))
    return out


def notes(document: Document) -> list[str]:
    """The lines under the date, as they are: （此件公开发布）."""
    return [paragraph("DocNote", runs(note, FANGSONG)) for note in document.notes if note]


def chinese_date(date: str) -> str:
    """An ISO date as 成文日期 (7.3.5.4): full year, no leading zeros; anything else as it is."""
    match = _ISO.fullmatch(date)
    if not match:
        return date
    year, month, day = match.groups()
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def _width(text: str) -> float:
    """Characters; letters and digits are half as wide, a full stop a quarter."""
    return sum(0.25 if one in ".," else 0.5 if "!" <= one <= "~" else 1 for one in text)


def _indent(characters: float) -> int:
    return round(characters * layout.EM)


def _from_left(characters: float) -> str:
    return empty("ind", left=_indent(max(characters, 0)))
