"""What the library says of a plan: its entry, a section found, a section like another."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drafter.model.document import Document
from drafter.model.walk import heading_text, length, paragraphs, passages, sections, text_of
from drafter.text.normal import squeezed


@dataclass(frozen=True, slots=True)
class Entry:
    """A plan of the library.

    `key` names it for ever, `name` is the file it came from, `added` an ISO time in UTC. `level` is the level of
    government (nation, province, city, district or ""), `reader` the version of the reader that read it.
    """

    key: str
    title: str
    kind: str
    region: str
    year: int | None
    issuer: str
    status: str
    date: str
    name: str
    characters: int
    added: str
    number: str = ""
    level: str = ""
    theme: str = ""
    period: tuple[int, int] | None = None
    reader: int = 0
    note: str = ""
    tags: tuple[str, ...] = ()
    corrected: bool = False


Marks = tuple[tuple[int, int], ...]
"""Stretches of a text (start, end) that are to be lit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that holds what was searched for; `snippet` is the text around the first of it, `marks` its places."""

    entry: Entry
    path: str
    title: str
    snippet: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Similar:
    """A section that says nearly the same: how alike (0 to 1), the terms both have, and `same` that repeat it.

    `text` is the whole section without its heading; `marks` are the stretches of it that the other text has too.
    """

    entry: Entry
    path: str
    title: str
    text: str
    score: float
    shared: tuple[str, ...]
    marks: Marks = ()
    same: tuple[Hit, ...] = ()


def key_of(document: Document) -> str:
    """The key of a plan: a hash of its title and passages."""
    text = "\n".join(squeezed(text_of(passage.spans)) for passage in passages(document))
    return hashlib.sha256((squeezed(text_of(document.title)) + "\n" + text).encode(errors="replace")).hexdigest()[:16]


_NO_WORD = re.compile(r"[\W_]+")


def text_print(document: Document) -> str:
    """A hash of what a plan says, the same however its file parts paragraphs, numbers headings and sets marks."""
    text = text_of(document.title) + "".join(text_of(passage.spans) for passage in passages(document))
    return hashlib.sha256(_NO_WORD.sub("", squeezed(text)).encode(errors="replace")).hexdigest()[:16]


def entry_of(key: str, document: Document, name: str, level: str, reader: int) -> Entry:
    """The entry of a plan added now."""
    title = text_of(document.title) or Path(name).stem
    year = document.period[0] if document.period else int(document.date[:4]) if document.date else None
    return Entry(
        key=key,
        title=title,
        kind=document.kind,
        region=document.region,
        year=year,
        issuer=document.issuer,
        status=document.status,
        date=document.date,
        name=name,
        characters=length(document),
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        number=document.document_number,
        level=level,
        theme=theme_of(title, document.region, document.kind),
        period=document.period,
        reader=reader,
    )


_BRACKETED = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]")
_COMMON_WORDS = re.compile(
    r"关于|印发|进一步|加快|促进|推进|推动|支持|深化|加强|实施|培育|打造|建设|若干|高质量|创新|发展|[一二三四五]年"
    r"|20\d\d年?|[的和《》“”—-]|行动|计划|方案|意见|要点|措施|规划|通知|政策"
)


LONGEST_THEME = 12
"""Characters of the longest theme; what is longer is a sentence."""


def theme_of(title: str, region: str, kind: str) -> str:
    """What a plan is about: the longest stretch of its title without place, kind, years and what all titles say."""
    bare = _BRACKETED.sub("", squeezed(title)).replace(region, "", 1).replace(kind, "")
    longest = max(_COMMON_WORDS.split(bare), key=len, default="")
    return longest if len(longest) <= LONGEST_THEME and not re.search(r"\d", longest) else ""


def searchable(document: Document) -> Iterator[tuple[str, str, str]]:
    """(path, heading, text) of the preamble and every section of a plan."""
    yield "", text_of(document.title), "\n".join(text_of(p.spans) for p in paragraphs(document.preamble))
    for attachment in document.attachments:
        yield "", text_of(attachment.title), "\n".join(text_of(p.spans) for p in paragraphs(attachment.preamble))
    for path, section in sections(document):
        yield path, heading_text(section), "\n".join(text_of(p.spans) for p in paragraphs(section.blocks))
