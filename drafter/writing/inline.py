"""Spans become runs: plain text, slots and responsibility clauses, each in its font."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.document import Clause, Party, SlotRef, Span
from drafter.model.walk import Shown, blank, span_text
from drafter.writing.layout import FANGSONG, KAITI, Face
from drafter.writing.ooxml import runs


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is put on paper: what slots show, and whether open ones (【name】) are highlighted."""

    shown: Shown = blank
    mark_open: bool = True

    def text(self, spans: tuple[Span, ...]) -> str:
        """The text of spans as printed."""
        return "".join(text for text, _ in self.pieces(spans))

    def pieces(self, spans: tuple[Span | Party, ...]) -> list[tuple[str, bool]]:
        """The text of spans in pieces, each with whether it is an open slot that is to be seen."""
        out: list[tuple[str, bool]] = []
        for span in spans:
            if isinstance(span, Clause):
                out += self.pieces(span.spans)
            else:
                name = span.name if isinstance(span, Party) else span
                text = span_text(name, self.shown)
                out.append((text, self.mark_open and isinstance(name, SlotRef) and text.startswith("【")))
        return out

    def runs(self, spans: tuple[Span, ...], face: Face = FANGSONG, style: str = "") -> str:
        """The spans as runs; responsibility clauses in 楷体 whatever stands around them."""
        out: list[str] = []
        for span in spans:
            if isinstance(span, Clause):
                out += (runs(text, KAITI, "Responsible", marked) for text, marked in self.pieces(span.spans))
            else:
                out += (runs(text, face, style, marked) for text, marked in self.pieces((span,)))
        return "".join(out)
