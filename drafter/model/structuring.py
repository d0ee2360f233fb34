"""Paragraphs and headings split, joined, removed, put in and moved between levels: what the keys of an editor mean.

Every edit is a function Draft → Edited, the draft after it and the place of the caret, or None where it means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.errors import NotFound
from drafter.model.document import Block, Box, Document, Paragraph, ParagraphId, Section, SectionId, Span, Table
from drafter.model.draft import Draft, Slot, slot_texts
from drafter.model.flow import (
    Edited,
    Key,
    Row,
    Rows,
    Stretch,
    closes,
    index_of,
    key_of,
    reflow,
    row_key,
    stretch_of,
    together,
    with_previous,
    worded,
    words_in,
)
from drafter.model.numbering import Number
from drafter.model.path import Path, part_at
from drafter.model.pieces import spans_of
from drafter.model.tree import joined
from drafter.model.walk import Shown, text_of
from drafter.model.wording import parted, with_slots


def split(draft: Draft, path: Path, offset: int) -> Edited | None:
    """A paragraph or heading in two (Enter); None where the text at the path is one line and stays so.

    At the end of a heading, and between a heading and the text that runs in after it, the text goes on its own line;
    an empty paragraph becomes a heading like the one above it, an empty heading a paragraph.
    """
    stretch, key = stretch_of(path), key_of(draft, path)
    if stretch is None:
        return None
    stretch = with_previous(stretch)
    shown, fresh = slot_texts(draft), draft.next_id
    made: list[Row] = []

    def change(rows: Rows) -> Rows:
        at = index_of(rows, key)
        row, above = rows[at], rows[at - 1] if at else None
        if isinstance(row, Paragraph) and not row.spans and (like := _heading_like(rows, at)) and not stretch.in_box:
            made[:] = [replace(like, id=SectionId(fresh), title=(), run_in=False, source=None, guidance="")]
            return (*rows[:at], *made, *rows[at + 1 :])
        if isinstance(row, Section) and not row.title:
            made[:] = [Paragraph(id=ParagraphId(fresh))]
            return (*rows[:at], *made, *rows[at + 1 :])
        if isinstance(row, Paragraph) and offset == 0 and isinstance(above, Section) and above.run_in:
            made[:] = [row]
            return (*rows[: at - 1], replace(above, run_in=False), *rows[at:])
        first, second = _halves(row, shown, offset, fresh)
        made[:] = [second]
        follower = rows[at + 1] if at + 1 < len(rows) else None
        if (
            isinstance(row, Section)
            and row.run_in
            and isinstance(second, Paragraph)
            and isinstance(follower, Paragraph)
        ):
            made[:] = [follower]
            return (*rows[:at], first, *rows[at + 1 :])
        return (*rows[:at], first, second, *rows[at + 1 :])

    after = reflow(draft, stretch, change)
    return Edited(after, row_key(made[0]), 0) if made and after is not draft else None


def _may_lose_heading(at: int, stretch: Stretch) -> bool:
    return at > 0 or stretch.first < 0


def _heading_like(rows: Rows, at: int) -> Section | None:
    """The heading that a new one at a place is like: the next one where it stands under the one above, else that."""
    above = next((row for row in rows[at::-1] if isinstance(row, Section)), None)
    below = rows[at + 1] if at + 1 < len(rows) else None
    return below if above and isinstance(below, Section) and below.level > above.level else above


def _halves(row: Row, shown: Shown, offset: int, fresh: int) -> tuple[Row, Row]:
    words = words_in(row)
    before, after = (spans_of(one) for one in parted(words, shown, offset, offset))
    if isinstance(row, Paragraph):
        return replace(row, spans=before), replace(row, spans=after, id=ParagraphId(fresh))
    assert isinstance(row, Section)
    if not after:
        return replace(row, run_in=False), Paragraph(id=ParagraphId(fresh))
    head = replace(row, title=before, id=SectionId(fresh), run_in=False, guidance="", source=None)
    return head, replace(row, title=after)


def join_before(draft: Draft, path: Path) -> Edited | None:
    """A paragraph joined with what stands before it (Backspace at its start); None where nothing can be joined.

    A marker goes first; a heading becomes a paragraph; the first paragraph under a heading runs in after it.
    """
    stretch, key = stretch_of(path), key_of(draft, path)
    if stretch is None:
        return None
    wide, shown = with_previous(stretch), slot_texts(draft)
    caret: list[tuple[Key, int]] = []

    def change(rows: Rows) -> Rows:  # noqa: PLR0911 - one customary meaning after another
        at = index_of(rows, key)
        row, above = rows[at], rows[at - 1] if at else None
        if isinstance(row, Section):
            return _as_text(rows, at, draft.next_id, shown, caret) if _may_lose_heading(at, wide) else rows
        assert isinstance(row, Paragraph)
        if row.marker:
            caret.append((key, 0))
            return (*rows[:at], replace(row, marker=""), *rows[at + 1 :])
        if isinstance(above, Section):
            if not row.spans:
                caret.append((row_key(above), len(text_of(above.title, shown))))
                return (*rows[:at], *rows[at + 1 :])
            if above.run_in or not above.title:
                return rows
            caret.append((key, 0))
            return (*rows[: at - 1], replace(above, run_in=True), *rows[at:])
        if isinstance(above, Paragraph):
            caret.append((row_key(above), len(text_of(above.spans, shown))))
            return (*rows[: at - 1], replace(above, spans=joined((*above.spans, *row.spans))), *rows[at + 1 :])
        if not row.spans and above is not None:
            caret.append((key, -1))
            return (*rows[:at], *rows[at + 1 :])
        return rows

    after = reflow(draft, wide, change)
    return Edited(after, *caret[0]) if caret else None


def _as_text(rows: Rows, at: int, fresh: int, shown: Shown, caret: list[tuple[Key, int]]) -> Rows:
    """The rows with a heading as a paragraph; text that ran in after it goes on in it."""
    head = rows[at]
    assert isinstance(head, Section)
    follower = rows[at + 1] if at + 1 < len(rows) else None
    if head.run_in and isinstance(follower, Paragraph):
        stop = () if not head.title or text_of(head.title, shown)[-1:] in "。！？；：，、" else ("。",)
        caret.append((row_key(follower), 0))
        return (*rows[:at], replace(follower, spans=joined((*head.title, *stop, *follower.spans))), *rows[at + 2 :])
    caret.append((("spans", fresh), 0))
    text = Paragraph(head.title, source=head.source, id=ParagraphId(fresh))
    return (*rows[:at], text, *rows[at + 1 :])


def remove(draft: Draft, start: tuple[Path, int], end: tuple[Path, int]) -> Edited | None:
    """The draft without what stands between two places of the same rows, the rest joined; None where they are not.

    What is joined is what the first place stands in; a heading whose words are gone wholly goes with its number.
    """
    stretch = together(stretch_of(start[0]), stretch_of(end[0]))
    if stretch is None:
        return None
    first_key, last_key, shown = key_of(draft, start[0]), key_of(draft, end[0]), slot_texts(draft)

    def change(rows: Rows) -> Rows:
        first, last = index_of(rows, first_key), index_of(rows, last_key)
        head, tail = rows[first], rows[last]
        before, _ = parted(words_in(head), shown, start[1], start[1])
        _, after = parted(words_in(tail), shown, end[1], end[1])
        whole = worded(head, joined((*spans_of(before), *spans_of(after))))
        follower = rows[last + 1] if last + 1 < len(rows) else None
        if isinstance(whole, Section) and whole.run_in:
            ran_on = isinstance(tail, Section) and tail.run_in and isinstance(follower, Paragraph)
            if isinstance(tail, Paragraph) and first + 1 <= last and after:
                return (
                    *rows[:first],
                    replace(whole, title=spans_of(before)),
                    worded(tail, spans_of(after)),
                    *rows[last + 1 :],
                )
            whole = replace(whole, run_in=ran_on)
        return (*rows[:first], whole, *rows[last + 1 :])

    after = reflow(draft, with_previous(stretch), change)
    return Edited(after, first_key, start[1])


def insert_rows(draft: Draft, path: Path, offset: int, rows: Rows, slots: tuple[Slot, ...] = ()) -> Edited | None:
    """The draft with rows put in at a place: the first goes on in its line, the last takes what stood behind it.

    Ids are made fresh; headings keep their levels. None where the text at the path is no row.
    """
    stretch, key, shown = stretch_of(path), key_of(draft, path), slot_texts(draft)
    if stretch is None:
        return None
    draft, fresh_rows = _fresh(draft, rows, slots)
    if stretch.in_box:
        fresh_rows = tuple(_flat(row) for row in fresh_rows)
    caret: list[tuple[Key, int]] = []

    def change(old: Rows) -> Rows:
        at = index_of(old, key)
        row = old[at]
        before, after = (spans_of(one) for one in parted(words_in(row), shown, offset, offset))
        new = list(fresh_rows)
        follower = old[at + 1] if at + 1 < len(old) else None
        rest = list(old[at + 1 :])
        start = list(old[:at])
        if isinstance(row, Section) and not after and row.run_in and isinstance(follower, Paragraph):
            row = replace(row, run_in=False)
        if isinstance(new[0], Paragraph) and (before or not isinstance(row, Paragraph)):
            first = new.pop(0)
            assert isinstance(first, Paragraph)
            row = worded(row, joined((*before, *first.spans)))
            before = ()
            start.append(row)
        elif before or isinstance(row, Section):
            start.append(worded(row, before))
        last = new[-1] if new else start[-1]
        words = words_in(last) if isinstance(last, Section | Paragraph) else ()
        if after and isinstance(last, Paragraph):
            grown_last = worded(last, joined((*words, *after)))
            (new or start)[-1] = grown_last
            caret.append((row_key(grown_last), len(text_of(words, shown_new))))
        elif after:
            tail = Paragraph(after, id=ParagraphId(draft.next_id))
            new.append(tail)
            caret.append((row_key(tail), 0))
        elif isinstance(last, Section | Paragraph):
            caret.append((row_key(last), len(text_of(words, shown_new))))
        else:
            tail = Paragraph(id=ParagraphId(draft.next_id))
            new.append(tail)
            caret.append((row_key(tail), 0))
        return (*start, *new, *rest)

    shown_new = slot_texts(draft)
    return Edited(reflow(draft, stretch, change), *caret[0])


def _flat(row: Row) -> Row:
    """A heading as a paragraph with its number typed, for where headings cannot be."""
    if not isinstance(row, Section):
        return row
    return Paragraph(joined((str(row.number or ""), *row.title)), id=ParagraphId(row.id))


def _fresh(draft: Draft, rows: Rows, slots: tuple[Slot, ...]) -> tuple[Draft, Rows]:
    """Rows with ids that are free and with the slots they use in the draft."""
    number = [draft]

    def words(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        number[0], new = with_slots(number[0], spans, slots)
        return new

    def one_id() -> int:
        number[0] = replace(number[0], next_id=number[0].next_id + 1)
        return number[0].next_id - 1

    def paragraph(one: Paragraph) -> Paragraph:
        return replace(one, spans=words(one.spans), id=ParagraphId(one_id()))

    def block(one: Block) -> Block:
        match one:
            case Paragraph():
                return paragraph(one)
            case Box():
                return replace(one, blocks=tuple(block(inner) for inner in one.blocks))
            case Table():
                return replace(one, rows=tuple(tuple(paragraph(cell) for cell in cells) for cells in one.rows))

    def row(one: Row) -> Row:
        return replace(one, title=words(one.title), id=SectionId(one_id())) if isinstance(one, Section) else block(one)

    return_rows = tuple(row(one) for one in rows)
    return number[0], return_rows


def set_level(draft: Draft, path: Path, level: int) -> Edited | None:
    """The draft with a paragraph or heading as a heading of a level, 0 as text; what stands under it goes along."""
    stretch, key = stretch_of(path), key_of(draft, path)
    if stretch is None or stretch.in_box:
        return None
    shown = slot_texts(draft)
    caret: list[tuple[Key, int]] = []
    numbering = part_at(draft.document, stretch.path).numbering

    def change(rows: Rows) -> Rows:
        at = index_of(rows, key)
        row = rows[at]
        if isinstance(row, Section):
            if not level:
                return _as_text(rows, at, draft.next_id, shown, caret) if _may_lose_heading(at, wide) else rows
            caret.append((key, -2))
            return (*rows[:at], *_moved_levels(rows[at:], level))
        assert isinstance(row, Paragraph)
        above = rows[at - 1] if at else None
        if not level or (isinstance(above, Section) and above.run_in):
            return rows
        head = Section(
            row.spans, level, Number(numbering.form(level), 1), source=row.source, id=SectionId(draft.next_id)
        )
        caret.append((("title", head.id), -2))
        return (*rows[:at], head, *rows[at + 1 :])

    wide = with_previous(stretch)
    after = reflow(draft, wide, change)
    return Edited(after, *caret[0]) if caret and after.document is not draft.document else None


def _moved_levels(rows: Rows, level: int) -> Rows:
    """Rows whose first heading goes to a level, and with it those under it by as much."""
    head = rows[0]
    assert isinstance(head, Section)
    step = level - head.level
    out: list[Row] = [replace(head, level=level)]
    under = True
    for row in rows[1:]:
        under = under and not closes(row, head.level)
        out.append(replace(row, level=row.level + step) if under and isinstance(row, Section) else row)
    return tuple(out)


def paste_pieces(draft: Draft, rows: Rows, slots: tuple[Slot, ...]) -> tuple[Draft, tuple[Span, ...]] | None:
    """The draft and the words of rows that are a single paragraph, to be put into a line; None for anything longer."""
    if len(rows) != 1 or not isinstance(rows[0], Paragraph):
        return None
    return with_slots(draft, rows[0].spans, slots)


def path_of(document: Document, key: Key) -> Path:
    """The path of the text with a key; raises NotFound where there is none."""
    if key[0] not in ("title", "spans") or len(key) != 2:
        return key
    found = next(_ways(document, key), None)
    if found is None:
        raise NotFound("草稿中已没有这一段。", "它可能已被删除，可按 Ctrl+Z 撤销。")
    return found


def _ways(value: object, key: Key) -> Iterator[Path]:  # noqa: C901 - one kind after another
    match value:
        case Document():
            names = ("preamble", "sections", "attachments")
        case Section():
            if key == ("title", value.id):
                yield ("title",)
            names = ("blocks", "children") if key[0] == "spans" else ("children",)
        case Paragraph():
            if key == ("spans", value.id):
                yield ("spans",)
            return
        case Box():
            names = ("blocks",)
        case Table():
            names = ("rows",)
        case tuple():
            for place, part in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
                yield from ((place, *way) for way in _ways(part, key))  # pyright: ignore[reportUnknownArgumentType]
            return
        case _:
            return
    for name in names:
        yield from ((name, *way) for way in _ways(getattr(value, name), key))


def way_to(value: object, part: object) -> Path | None:
    """The path to a part of a document that is this very object; None where it is not in it any more."""
    if value is part:
        return ()
    if isinstance(value, tuple):
        steps = enumerate(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    else:
        names = {Document: ("preamble", "sections", "attachments"), Section: ("blocks", "children"), Box: ("blocks",)}
        steps = ((name, getattr(value, name)) for name in names.get(type(value), ()))  # pyright: ignore[reportArgumentType, reportCallIssue]
    for step, inside in steps:  # pyright: ignore[reportUnknownVariableType]
        if (way := way_to(inside, part)) is not None:
            return (step, *way)  # pyright: ignore[reportUnknownVariableType]
    return None
