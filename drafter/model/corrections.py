"""Corrections of a plan that was read: headings raised, lowered, retitled, made text, and text made a heading.

Every one is a function Document → Document that keeps the order of the text and loses none of it; what it cannot do
leaves the very document. Numbers stay as printed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from drafter.errors import DrafterError
from drafter.model.document import Block, Document, Paragraph, Section, Span
from drafter.model.numbering import Number, parse_number
from drafter.model.tree import joined
from drafter.model.walk import heading_text, text_of

_SENTENCE_END = re.compile("[。！？；][”’）》」』】]*")
_STOPS = tuple("。！？：；…，、")
_DATE = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})日?")
_PERIOD = re.compile(r"(\d{4})\s*年?(?:\s*[-—–~至到]+\s*(\d{4})\s*年?)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A place in a plan.

    `annex` from 1 on (0: the plan itself), the number of the section in reading order from 0 on (-1: before the first
    heading), and which of its blocks (None: the heading).
    """

    annex: int = 0
    section: int = -1
    block: int | None = None


def rows(document: Document) -> Iterator[tuple[Row, Section | Block]]:
    """Every heading and block of a plan and its annexes, in reading order."""
    for annex, part in enumerate((document, *document.attachments)):
        for block, content in enumerate(part.preamble):
            yield Row(annex, -1, block), content
        for number, section in enumerate(_flat(part.sections)):
            yield Row(annex, number), section
            for block, content in enumerate(section.blocks):
                yield Row(annex, number, block), content


def promote(document: Document, row: Row) -> Document:
    """The document with a heading one level higher: what follows it on its old level comes under it."""

    def change(flat: list[Section], at: int) -> None:
        if flat[at].level > 1:
            _shift(flat, at, _end(flat, at), -1)

    return _in_sections(document, row, change)


def demote(document: Document, row: Row) -> Document:
    """The document with a heading and all under it one level lower, in the heading of the same level before it."""

    def change(flat: list[Section], at: int) -> None:
        if at and flat[at - 1].level >= flat[at].level:
            _shift(flat, at, _end(flat, at), 1)

    return _in_sections(document, row, change)


def retitle(document: Document, row: Row, text: str) -> Document:
    """The document with another heading, typed with its number."""

    def change(flat: list[Section], at: int) -> None:
        number, title = _heading_of((text.strip(),))
        if title and text.strip() != heading_text(flat[at]):
            flat[at] = replace(flat[at], number=number, title=title)

    return _in_sections(document, row, change)


def to_paragraph(document: Document, row: Row) -> Document:
    """The document with a heading as a paragraph at the end of the section above, or of the preamble."""
    part = _part(document, row.annex)
    flat = _flat(part.sections)
    if row.block is not None or not 0 <= row.section < len(flat):
        return document
    gone, above = flat[row.section], flat[row.section - 1] if row.section else None
    end = _end(flat, row.section)
    deepest = above.level if above else 0
    _shift(flat, row.section + 1, end, min(0, deepest - gone.level))
    blocks = _as_text(gone)
    if above:
        run_in = above.run_in and bool(above.blocks)
        flat[row.section - 1] = replace(above, blocks=(*above.blocks, *blocks), run_in=run_in)
        preamble = part.preamble
    else:
        preamble = (*part.preamble, *blocks)
    del flat[row.section]
    return _with_part(document, row.annex, replace(part, preamble=preamble, sections=_nested(flat)))


def to_heading(document: Document, row: Row) -> Document:
    """The document with a paragraph as a heading: its first sentence the title, what follows the text under it."""
    part = _part(document, row.annex)
    flat = _flat(part.sections)
    if not -1 <= row.section < len(flat):
        return document
    above = flat[row.section] if row.section >= 0 else None
    blocks = above.blocks if above else part.preamble
    if row.block is None or row.block >= len(blocks):
        return document
    made = _as_heading(blocks[row.block], blocks[row.block + 1 :])
    if made is None:
        return document
    left = blocks[: row.block]
    level = _level(part, made.number, above.level if above else 0)
    end = len(flat) if above is None else _end(flat, row.section)
    _shift(flat, row.section + 1, end, min(0, level - above.level) if above else 0)
    if above:
        flat[row.section] = replace(above, blocks=left, run_in=above.run_in and bool(left))
    else:
        part = replace(part, preamble=left)
    flat.insert(row.section + 1, replace(made, level=level))
    return _with_part(document, row.annex, replace(part, sections=_nested(flat)))


def described(
    document: Document, *, title: str, region: str, kind: str, issuer: str, date: str, period: str
) -> Document:
    """The document with other metadata, as typed; raises DrafterError where date or period are not what they should be.

    A date is 2022-12-10 or 2022年12月10日, a period 2026—2028年 or one year.
    """
    spans = document.title if title == text_of(document.title) else (title,) if title else ()
    return replace(
        document,
        title=spans,
        region=region,
        kind=kind,
        issuer=issuer,
        date=_date(date.strip()),
        period=_period(period.strip()),
    )


def _date(text: str) -> str:
    if not text:
        return ""
    if match := _DATE.fullmatch(text):
        year, month, day = map(int, match.groups())
        with suppress(ValueError):  # a 13th month
            return dt.date(year, month, day).isoformat()
    raise DrafterError(f"“{text}”不是日期。", "请写成 2022-12-10，或留空。")


def _period(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    match = _PERIOD.fullmatch(text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if first > last:
        raise DrafterError(f"“{text}”不是期限。", "请写成 2026—2028，或留空。")
    return first, last


# a plan as a flat row of headings, each with its own blocks only


def _flat(sections: tuple[Section, ...]) -> list[Section]:
    return [one for section in sections for one in (replace(section, children=()), *_flat(section.children))]


def _nested(flat: Sequence[Section]) -> tuple[Section, ...]:
    """The tree that a row of headings makes: each stands in the last one before it of a higher level."""
    roots: list[Section] = []
    at = 0
    while at < len(flat):
        end = _end(flat, at)
        roots.append(replace(flat[at], children=_nested(flat[at + 1 : end])))
        at = end
    return tuple(roots)


def _end(flat: Sequence[Section], at: int) -> int:
    """Where what stands under a heading ends."""
    return next((n for n in range(at + 1, len(flat)) if flat[n].level <= flat[at].level), len(flat))


def _shift(flat: list[Section], start: int, end: int, by: int) -> None:
    flat[start:end] = [replace(one, level=one.level + by) for one in flat[start:end]]


def _in_sections(document: Document, row: Row, change: Callable[[list[Section], int], None]) -> Document:
    part = _part(document, row.annex)
    before = _flat(part.sections)
    if row.block is not None or not 0 <= row.section < len(before):
        return document
    after = list(before)
    change(after, row.section)
    return document if after == before else _with_part(document, row.annex, replace(part, sections=_nested(after)))


def _part(document: Document, annex: int) -> Document:
    return document.attachments[annex - 1] if annex else document


def _with_part(document: Document, annex: int, part: Document) -> Document:
    if not annex:
        return part
    others = document.attachments
    return replace(document, attachments=(*others[: annex - 1], part, *others[annex:]))


# headings as text and text as headings


def _as_text(section: Section) -> tuple[Block, ...]:
    number, first = str(section.number or ""), section.blocks[:1]
    if section.run_in and first and isinstance(first[0], Paragraph):
        stop = "" if text_of(section.title).endswith(_STOPS) else "。"
        spans = joined((*section.title, stop, first[0].marker, *first[0].spans))
        return replace(first[0], spans=spans, marker=number), *section.blocks[1:]
    return Paragraph(section.title, number, section.source), *section.blocks


def _as_heading(block: Block, below: tuple[Block, ...]) -> Section | None:
    """The section that a paragraph and what follows it are; None for a table, a box or a paragraph without words."""
    if not isinstance(block, Paragraph):
        return None
    first, rest = _parted(joined((block.marker, *block.spans)))
    number, title = _heading_of(first)
    if not title:
        return None
    own = (replace(block, spans=rest, marker=""),) if rest else ()
    return Section(title, 1, number, bool(rest), (*own, *below), source=block.source)


def _parted(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The first sentence, and the rest."""
    for index, span in enumerate(spans):
        if isinstance(span, str) and (end := _SENTENCE_END.search(span)):
            cut = end.end()
            return joined((*spans[:index], span[:cut])), joined((span[cut:], *spans[index + 1 :]))
    return spans, ()


def _heading_of(spans: tuple[Span, ...]) -> tuple[Number | None, tuple[Span, ...]]:
    """Number and title of a heading, without the 。 at its end."""
    first, *rest = spans or ("",)
    found = parse_number(first) if isinstance(first, str) else None
    if isinstance(first, str) and found:
        first = first[found[1] :].strip()
    title = [first, *rest]
    if isinstance(title[-1], str):
        title[-1] = title[-1].removesuffix("。")
    return found and found[0], joined(title)


def _level(part: Document, number: Number | None, above: int) -> int:
    """The level on which a number counts in this plan, else the one below the heading above."""
    forms = part.numbering.forms
    own = forms.index(number.form) + 1 if number and number.form in forms else above + 1
    return min(own, above + 1)
