"""What a finding proposes put into the draft; findings that are not to be told again."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.document import Block, Box, Document, Paragraph, Section, SlotRef, Span
from drafter.model.draft import Draft, fill, references, slot_texts
from drafter.model.fact import Place
from drafter.model.finding import Finding, Ignored
from drafter.model.path import Path
from drafter.model.pieces import Piece, pieces, spans_of
from drafter.model.walk import Shown, named, text_of
from drafter.model.wording import span_range, type_text, with_words, words_at


def fix(draft: Draft, finding: Finding) -> Draft:
    """The draft with what a finding proposes in its place; itself where nothing is proposed or the words have changed.

    A slot gets the proposal as its value, with the finding's reason; names in another order keep their roles' places.
    """
    path = path_of(draft.document, finding.place)
    new = finding.suggestion
    if path is None or not new or shown_at(draft, finding.place) != finding.text:
        return draft
    spans, shown = words_at(draft, path), slot_texts(draft)
    start, end = finding.place.start, finding.place.end
    inside = span_range(spans, shown, start, end)
    slots = list(references(inside))
    if len(slots) == 1 and shown(slots[0]) == finding.text:
        return fill(draft, slots[0].slot, new, finding.message)
    reordered = _reordered(spans, shown, start, end, new)
    changed = with_words(draft, path, reordered) if reordered else type_text(draft, path, start, end, new)
    before, after = text_of(spans, shown), text_of(words_at(changed, path), slot_texts(changed))
    return changed if after == before[:start] + new + before[end:] else draft


def _reordered(spans: tuple[Span, ...], shown: Shown, start: int, end: int, new: str) -> tuple[Span, ...]:
    """The spans with the names of a clause in the order of `new`; () where it is not these names in another order."""
    row = list(pieces(spans))
    names: dict[str, Piece] = {}
    places: list[int] = []
    at = 0
    for index, piece in enumerate(row):
        text = piece.text if piece.slot is None else shown(SlotRef(piece.slot))
        if piece.party and start <= at and at + len(text) <= end:
            names[text] = piece
            places.append(index)
        at += len(text)
    wanted = new.split("、")
    if len(places) < 2 or sorted(wanted) != sorted(names):
        return ()
    for index, name in zip(places, wanted, strict=True):
        row[index] = replace(row[index], text=names[name].text, slot=names[name].slot)
    return spans_of(row)


def shown_at(draft: Draft, place: Place) -> str | None:
    """The words that stand at a place, None where there is no such place any more."""
    path = path_of(draft.document, place)
    return None if path is None else text_of(words_at(draft, path), slot_texts(draft))[place.start : place.end]


def path_of(document: Document, place: Place) -> Path | None:
    """The path to the title, heading, paragraph or cell in which a place lies, None where there is none."""
    head, _, rest = place.section.partition("/")
    number = head.removeprefix("附件")
    if head.startswith("附件") and number.isdecimal() and 0 < int(number) <= len(document.attachments):
        index = int(number) - 1
        inner = path_of(document.attachments[index], replace(place, section=rest))
        return None if inner is None else ("attachments", index, *inner)
    if not place.section:
        return _in_blocks(document.preamble, place.block, ("preamble",)) if place.block else ("title",)
    return _in_section(document.sections, place.section, place.block, ("sections",))


def _in_section(children: tuple[Section, ...], wanted: str, block: tuple[int, ...], path: Path) -> Path | None:
    for index, (name, section) in enumerate(named(children)):
        here = (*path, index)
        if name == wanted:
            return _in_blocks(section.blocks, block, (*here, "blocks")) if block else (*here, "title")
        if wanted.startswith(name + "/"):
            return _in_section(section.children, wanted[len(name) + 1 :], block, (*here, "children"))
    return None


def _in_blocks(blocks: tuple[Block, ...], way: tuple[int, ...], path: Path) -> Path | None:
    if not way or way[0] >= len(blocks):
        return None
    here = (*path, way[0])
    match blocks[way[0]]:
        case Paragraph():
            return (*here, "spans")
        case Box(blocks=inner):
            return _in_blocks(inner, way[1:], (*here, "blocks"))
        case table:
            there = len(way) == 3 and way[1] < len(table.rows) and way[2] < len(table.rows[way[1]])
            return (*here, "rows", way[1], way[2], "spans") if there else None


def ignore(draft: Draft, finding: Finding, reason: str) -> Draft:
    """The draft in which a rule says nothing of these words any more, for a reason."""
    others = heed(draft, finding).ignored
    return replace(draft, ignored=(*others, Ignored(finding.rule, finding.text, reason)))


def heed(draft: Draft, finding: Finding) -> Draft:
    """The draft in which a rule may speak of these words again."""
    return replace(draft, ignored=tuple(one for one in draft.ignored if not one.covers(finding)))


def ignored_as(draft: Draft, finding: Finding) -> Ignored | None:
    """Why a finding is not to be told, None where it is."""
    return next((one for one in draft.ignored if one.covers(finding)), None)
