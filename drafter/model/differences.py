"""What differs between two versions of a document: line by line, what was rewritten beside what it was before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from drafter.model.document import Block, Box, Document, Paragraph
from drafter.model.draft import Draft, slot_texts
from drafter.model.walk import Shown, blank, sections, text_of
from drafter.text.difference import alike_pairs, matches

MOVED_LENGTH = 8
"""A shorter line that stands elsewhere did not move: it is said twice."""


class Turn(StrEnum):
    """What happened to a line."""

    ADDED = "added"
    REMOVED = "removed"
    REWRITTEN = "rewritten"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Line:
    """A title, heading, paragraph, or row of a table as it prints without its number, and the path of its section."""

    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A line that is not as it was; `old` is None where it was added, `new` where it was removed."""

    turn: Turn
    old: Line | None
    new: Line | None


def lines(document: Document, shown: Shown = blank) -> Iterator[Line]:
    """What a document says, line by line, in the order in which it prints."""
    yield from (Line("", text) for text in (text_of(document.title, shown), document.subtitle, document.status) if text)
    yield from _lines(document.preamble, "", shown)
    for path, section in sections(document):
        if not path.startswith("附件"):
            yield Line(path, text_of(section.title, shown))
            yield from _lines(section.blocks, path, shown)
    for ordinal, attachment in enumerate(document.attachments, 1):
        for line in lines(attachment, shown):
            yield Line(f"附件{ordinal}/{line.section}".removesuffix("/"), line.text)


def _lines(blocks: tuple[Block, ...], path: str, shown: Shown) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph():
                yield Line(path, block.marker + text_of(block.spans, shown))
            case Box():
                yield Line(path, block.title)
                yield from _lines(block.blocks, path, shown)
            case _:
                yield from (Line(path, text) for text in (block.caption, " | ".join(block.columns)) if text)
                for row in block.rows:
                    yield Line(path, " | ".join(text_of(cell.spans, shown) for cell in row))


def draft_differences(old: Draft, new: Draft) -> tuple[Difference, ...]:
    """What differs between two drafts as they print, slots with what they show."""
    before, after = (tuple(lines(draft.document, slot_texts(draft))) for draft in (old, new))
    return differences(before, after)


def differences(old: Sequence[Line], new: Sequence[Line]) -> tuple[Difference, ...]:
    """Every line that is not as it was, in the order of the new version, what was removed where it stood."""
    before, after = [line.text for line in old], [line.text for line in new]
    found: list[Difference] = []
    for (i, j), (k, m) in pairwise([(-1, -1), *matches(before, after), (len(old), len(new))]):
        found += _between(old[i + 1 : k], new[j + 1 : m])
    return _with_moves(found)


def _between(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Difference]:
    """The differences of a stretch that has no line in common."""
    at = used = 0
    pairs = alike_pairs([line.text for line in old], [line.text for line in new])
    for index, other in [*pairs, (len(old), len(new))]:
        yield from (Difference(Turn.REMOVED, line, None) for line in old[at:index])
        yield from (Difference(Turn.ADDED, None, line) for line in new[used:other])
        if index < len(old):
            yield Difference(Turn.REWRITTEN, old[index], new[other])
        at, used = index + 1, other + 1


def _with_moves(found: list[Difference]) -> tuple[Difference, ...]:
    """A line removed here and added there word for word was moved; it is told where it is now."""
    left: dict[str, list[int]] = {}
    for index, one in enumerate(found):
        if one.turn is Turn.REMOVED and one.old and len(one.old.text) >= MOVED_LENGTH:
            left.setdefault(one.old.text, []).append(index)
    moved: dict[int, Difference] = {}
    for index, one in enumerate(found):
        if one.turn is Turn.ADDED and one.new and left.get(one.new.text):
            origin = left[one.new.text].pop(0)
            moved[index] = Difference(Turn.MOVED, found[origin].old, one.new)
            found[origin] = moved[index]
    return tuple(
        moved.get(index, one) for index, one in enumerate(found) if index in moved or one.turn is not Turn.MOVED
    )
