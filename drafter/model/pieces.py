"""Spans as a flat row of pieces that an editor can hold, and back.

A slot is one piece that can be removed or moved but not typed into; the words of a responsibility clause are pieces
that know their clause and their party, so that typing inside a name changes the name and the clause stays a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from drafter.model.document import Clause, Party, Role, SlotId, SlotRef, Span
from drafter.model.tree import joined
from drafter.model.walk import Shown

_SEPARATORS = re.compile("([、，,；;])")
_OPENING, _CLOSING = "（(", "）)"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text or (slot set) a slot; `clause` and `party` count from 1, 0 is outside of any."""

    text: str = ""
    slot: SlotId | None = None
    clause: int = 0
    party: int = 0
    role: Role | None = None


def pieces(spans: tuple[Span, ...]) -> tuple[Piece, ...]:
    """The pieces of spans."""
    return tuple(_pieces(spans))


def _pieces(spans: tuple[Span, ...]) -> Iterator[Piece]:
    clause = 0
    for span in spans:
        match span:
            case str():
                yield Piece(span)
            case SlotRef():
                yield Piece(slot=span.slot)
            case Clause():
                clause += 1
                yield from _in_clause(span, clause)


def _in_clause(clause: Clause, number: int) -> Iterator[Piece]:
    party = 0
    for part in clause.spans:
        if isinstance(part, str):
            yield Piece(part, clause=number)
            continue
        party += 1
        if isinstance(part.name, SlotRef):
            yield Piece(slot=part.name.slot, clause=number, party=party, role=part.role)
        else:
            yield Piece(part.name, clause=number, party=party, role=part.role)


def spans_of(edited: Iterable[Piece]) -> tuple[Span, ...]:
    """The spans that edited pieces say.

    Names typed into a clause with 、 between them are parties of their own; what was typed before its first bracket or
    after its last is outside; a clause that has lost all its parties is plain text.
    """
    spans: list[Span] = []
    for number, group in groupby(edited, lambda piece: piece.clause):
        part = list(group)
        spans += _clause_spans(part) if number else [_plain(piece) for piece in part]
    return joined(spans)


def _plain(piece: Piece) -> Span:
    return piece.text if piece.slot is None else SlotRef(piece.slot)


def _clause_spans(part: list[Piece]) -> list[Span]:
    inside: list[str | Party] = []
    slots = {piece.party for piece in part if piece.slot is not None and piece.party}
    for piece in part:
        if piece.slot is not None:
            inside.append(Party(SlotRef(piece.slot), piece.role))
        elif piece.party:
            inside += _names(piece, beside_slot=piece.party in slots)
        else:
            inside.append(piece.text)
    if not any(isinstance(span, Party) for span in inside):
        return [piece.text for piece in part]
    before, after = _outside(inside)
    return [before, Clause(_merged(inside)), after]


def _names(piece: Piece, *, beside_slot: bool) -> Iterator[str | Party]:
    """The parties in a text and the marks between them; what touches a slot of the same party is text beside it."""
    words = _SEPARATORS.split(piece.text)
    for index, word in enumerate(words):
        if index % 2 or (beside_slot and index == 0):
            yield word
        elif word:
            yield Party(word, piece.role)


def _outside(inside: list[str | Party]) -> tuple[str, str]:
    """Takes the text before the first and after the last bracket out of a clause and gives it back."""
    before = after = ""
    first, last = inside[0], inside[-1]
    if isinstance(first, str) and (found := re.search(f"[{_OPENING}]", first)):
        before, inside[0] = first[: found.start()], first[found.start() :]
    if isinstance(last, str) and (end := max(last.rfind(mark) for mark in _CLOSING)) >= 0:
        start = len(before) if last is first else 0
        after, inside[-1] = last[end + 1 :], last[start : end + 1]
    return before, after


def _merged(inside: list[str | Party]) -> tuple[str | Party, ...]:
    """Neighbouring texts as one, and typing that went on in the same party with it."""
    merged: list[str | Party] = []
    for span in inside:
        if isinstance(span, str) and merged and isinstance(merged[-1], str):
            merged[-1] += span
        elif span != "":
            merged.append(span)
    return tuple(merged)


def retitled(old: tuple[Span, ...], text: str, shown: Shown) -> tuple[Span, ...]:
    """The spans of a text that was typed over `old`: the slots whose words are still in it, in order, stay slots."""
    spans: list[Span] = []
    rest = text
    for reference in (span for span in old if isinstance(span, SlotRef)):
        words = shown(reference)
        before, found, after = rest.partition(words) if words else (rest, "", "")
        if found:
            spans += [before, reference]
            rest = after
    return joined([*spans, rest])
