"""A plan as a value: read from a file or being written, the same tree.

    Document ─ preamble: Block…                 text before the first heading
             ─ sections: Section…               each with its number, blocks and children
             ─ attachments: Document…           annexes (附件)
             ─ notice: Document                 what carried the plan (关于印发…的通知)
    Block    = Paragraph | Box | Table
    Paragraph.spans = (str | SlotRef | Clause)…

Every node is frozen; an edit builds a new document that shares all it does not touch.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from drafter.model.numbering import Number, Numbering

SectionId = NewType("SectionId", int)
ParagraphId = NewType("ParagraphId", int)
SlotId = NewType("SlotId", int)


class Role(StrEnum):
    """What an agency does in a clause: 牵头 or 配合."""

    LEAD = "lead"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class SlotRef:
    """A place in the text that a slot of the draft fills."""

    slot: SlotId


@dataclass(frozen=True, slots=True)
class Party:
    """One body named in a responsibility clause, and its role where the text gives it."""

    name: str | SlotRef
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A responsibility clause with its brackets: （责任单位：甲） is the spans "（责任单位：", Party 甲, "）"."""

    spans: tuple[str | Party, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """The bodies named, in order."""
        return tuple(span for span in self.spans if isinstance(span, Party))


Span = str | SlotRef | Clause


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picked passage came from, and its exact words there.

    `document` is the title of the plan, `region` whose plan it is (济南市), `section` the path of numbers, `key` the
    library's key of the plan or "" where it was not in the library.
    """

    document: str
    region: str
    section: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, an item (with its marker, such as ——) or a table cell."""

    spans: tuple[Span, ...] = ()
    marker: str = ""
    source: Source | None = None
    id: ParagraphId = ParagraphId(0)


@dataclass(frozen=True, slots=True)
class Box:
    """A 专栏: a framed list of projects with a number of its own (None where it has none) and a title."""

    title: str
    blocks: tuple[Block, ...]
    label: str = "专栏"
    ordinal: int | None = None

    @property
    def number(self) -> str:
        """The number as printed: 专栏1."""
        return self.label + ("" if self.ordinal is None else str(self.ordinal))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: every row has one cell per column; cells that were merged downwards repeat their text.

    `merged` names the columns (from 0) whose equal neighbours are one cell in print.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    caption: str = ""
    merged: tuple[int, ...] = ()


Block = Paragraph | Box | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    `run_in`: the heading is the first sentence of its first paragraph (（一）指导思想。正文…). `number` is None for a
    heading without one. `guidance` tells the planner what belongs here and is never exported.
    """

    title: tuple[Span, ...]
    level: int
    number: Number | None = None
    run_in: bool = False
    blocks: tuple[Block, ...] = ()
    children: tuple[Section, ...] = ()
    guidance: str = ""
    source: Source | None = None
    id: SectionId = SectionId(0)


@dataclass(frozen=True, slots=True)
class Document:
    """A plan.

    `title` as printed, with a bracketed period that belongs to it, without status; dates are ISO (2022-12-10);
    `region` is whose plan it is (济南市); `remark` a line about the file itself above the title (【改写样例】…);
    `notes` the bracketed lines after the date (此件公开发布). `notice` is the notice that carried the plan, as it was
    read: it is kept to be looked at and is no part of the plan (ways through a document leave it out, nothing prints
    it). What the document does not say is empty.
    """

    remark: str = ""
    title: tuple[Span, ...] = ()
    subtitle: str = ""
    status: str = ""
    kind: str = ""
    issuer: str = ""
    document_number: str = ""
    signer: str = ""
    classification: str = ""
    region: str = ""
    period: tuple[int, int] | None = None
    date: str = ""
    addressee: str = ""
    preamble: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    attachments: tuple[Document, ...] = ()
    notice: Document | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    numbering: Numbering = Numbering()
