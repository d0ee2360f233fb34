"""Structure edited as it is read: headings, paragraphs, boxes and tables as one row of values, and the tree from it.

Splitting, joining and removing across paragraphs and headings are simple on the row; a heading's level alone says
where it hangs in the tree. Only the sections of the first level that an edit touches are taken apart and put together
again, and what comes out as it went in stays the same object.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from drafter.model.document import (
    Block,
    Document,
    Paragraph,
    Section,
    SectionId,
    SlotRef,
    Span,
)
from drafter.model.draft import Draft, references
from drafter.model.edits import renumbered
from drafter.model.numbering import Number
from drafter.model.path import Path, part_at, with_part
from drafter.model.walk import paragraphs
from drafter.model.wording import without_unused

Row = Section | Block
"""A heading (a section without blocks and children) or a block."""
Rows = tuple[Row, ...]
Key = tuple[str | int, ...]
"""What a place of text is called while it exists: ("title", section id), ("spans", paragraph id), else its path."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A draft after an edit, and where the caret goes."""

    draft: Draft
    key: Key
    offset: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring rows.

    Of a document: what stands before its sections (-1) and its sections `first` to `last`; of a box (`path` ends in
    "blocks"): all of it.
    """

    path: Path
    first: int = -1
    last: int = -1

    @property
    def in_box(self) -> bool:
        """Whether these are the rows of a box."""
        return self.path[-1:] == ("blocks",)


def key_of(draft: Draft, path: Path) -> Key:
    """The key of the text at a path."""
    owner = part_at(draft.document, path[:-1])
    if isinstance(owner, Section) and path[-1] == "title":
        return ("title", owner.id)
    return ("spans", owner.id) if isinstance(owner, Paragraph) else path


def stretch_of(path: Path) -> Stretch | None:
    """The rows among which the text at a path is one, with the ones before; None for a title, a caption or a cell."""
    way = path[:-1]
    box_title = path[-1] == "title" and way[-2:-1] in (("blocks",), ("preamble",))
    if path[-1] not in ("title", "spans") or not way or "rows" in way or box_title:
        return None
    start = 0
    while way[start : start + 1] == ("attachments",):
        start += 2
    inside = way[start:]
    if not inside:
        return None
    if inside.count("blocks") + inside.count("preamble") > 1 or (inside[0] == "preamble" and "blocks" in inside):
        return Stretch(way[:-1])
    top = inside[1] if inside[0] == "sections" else -1
    assert isinstance(top, int)
    return Stretch(way[:start], top, top)


def together(one: Stretch | None, other: Stretch | None) -> Stretch | None:
    """The rows from one stretch to another; None where they do not follow each other."""
    if one is None or other is None or one.path != other.path:
        return None
    return Stretch(one.path, min(one.first, other.first), max(one.last, other.last))


# rows and trees


def rows_of(blocks: tuple[Block, ...], sections: tuple[Section, ...]) -> Rows:
    """Blocks and sections as one row."""
    out: list[Row] = list(blocks)

    def add(section: Section) -> None:
        out.append(replace(section, blocks=(), children=()))
        out.extend(section.blocks)
        for child in section.children:
            add(child)

    for section in sections:
        add(section)
    return tuple(out)


def grown(rows: Rows, known: dict[SectionId, Section]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks before the first heading and the sections of rows; `known` are sections to be used again."""
    first = next((i for i, row in enumerate(rows) if isinstance(row, Section)), len(rows))
    before = tuple(row for row in rows[:first] if not isinstance(row, Section))
    return before, _sections(rows[first:], known)


def _sections(rows: Rows, known: dict[SectionId, Section]) -> tuple[Section, ...]:
    """Sections of rows that begin with a heading: a heading holds all up to the next one of its level or higher."""
    out: list[Section] = []
    start = 0
    while start < len(rows):
        head = rows[start]
        assert isinstance(head, Section)
        end = start + 1
        while end < len(rows) and not closes(rows[end], head.level):
            end += 1
        own = start + 1
        while own < end and not isinstance(rows[own], Section):
            own += 1
        blocks = tuple(row for row in rows[start + 1 : own] if not isinstance(row, Section))
        out.append(_kept(replace(head, blocks=blocks, children=_sections(rows[own:end], known)), known))
        start = end
    return tuple(out)


def closes(row: Row, level: int) -> bool:
    """Whether a row ends what a heading of a level holds."""
    return isinstance(row, Section) and row.level <= level


def _kept(section: Section, known: dict[SectionId, Section]) -> Section:
    old = known.get(section.id)
    return old if old == section and old is not None else section


def _known(sections: tuple[Section, ...]) -> dict[SectionId, Section]:
    out: dict[SectionId, Section] = {}
    for section in sections:
        out[section.id] = section
        out.update(_known(section.children))
    return out


def reflow(draft: Draft, stretch: Stretch, change: Callable[[Rows], Rows]) -> Draft:
    """The draft with the rows of a stretch changed, renumbered where headings changed, without slots no longer used."""
    if stretch.in_box:
        old = part_at(draft.document, stretch.path)
        new = change(old)
        after = replace(draft, document=with_part(draft.document, stretch.path, new))
    else:
        document: Document = part_at(draft.document, stretch.path)
        first, last = max(0, stretch.first), max(0, stretch.last + 1)
        blocks = document.preamble if stretch.first < 0 else ()
        inside = document.sections[first:last]
        old = rows_of(blocks, inside)
        new = change(old)
        preamble, sections = grown(new, _known(inside))
        assert stretch.first < 0 or not preamble, "rows before the first heading have no section"
        preamble = preamble if stretch.first < 0 else document.preamble
        whole = replace(
            document, preamble=preamble, sections=(*document.sections[:first], *sections, *document.sections[last:])
        )
        if _heads(old) != _heads(new):
            whole = renumbered(whole)
        after = replace(draft, document=with_part(draft.document, stretch.path, whole))
    ids = [int(one.id) for one in (*_paragraphs(new), *(row for row in new if isinstance(row, Section)))]
    after = replace(after, next_id=max(draft.next_id, max(ids, default=0) + 1))
    kept, were = {id(row) for row in new}, {id(row) for row in old}
    left = {ref.slot for row in new if id(row) not in were for ref in _row_references(row)}
    lost = (ref.slot for row in old if id(row) not in kept for ref in _row_references(row))
    gone = tuple(slot for slot in lost if slot not in left)
    return without_unused(draft, after, gone)


def _heads(rows: Rows) -> list[tuple[int, int, Number | None]]:
    return [(row.id, row.level, row.number) for row in rows if isinstance(row, Section)]


def _paragraphs(rows: Rows) -> list[Paragraph]:
    return list(paragraphs(tuple(row for row in rows if not isinstance(row, Section))))


def _row_references(row: Row) -> list[SlotRef]:
    spans = [row.title] if isinstance(row, Section) else [one.spans for one in paragraphs((row,))]
    return [reference for some in spans for reference in references(some)]


def with_previous(stretch: Stretch) -> Stretch:
    """The stretch with what stands before it, to which its first row may come to belong."""
    return stretch if stretch.in_box else replace(stretch, first=max(-1, stretch.first - 1))


def index_of(rows: Rows, key: Key) -> int:
    """Where the heading or paragraph with a key stands among rows."""
    kind = Section if key[0] == "title" else Paragraph
    return next(i for i, row in enumerate(rows) if isinstance(row, kind) and row.id == key[1])


def words_in(row: Row) -> tuple[Span, ...]:
    """The words of a heading or paragraph."""
    assert isinstance(row, Section | Paragraph)
    return row.title if isinstance(row, Section) else row.spans


def worded(row: Row, spans: tuple[Span, ...]) -> Row:
    """The heading or paragraph with other words."""
    assert isinstance(row, Section | Paragraph)
    return replace(row, title=spans) if isinstance(row, Section) else replace(row, spans=spans)


def row_key(row: Row) -> Key:
    """The key of a heading or paragraph."""
    assert isinstance(row, Section | Paragraph)
    return ("title", row.id) if isinstance(row, Section) else ("spans", row.id)
