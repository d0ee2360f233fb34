"""Spans become runs: plain text, slots and responsibility clauses, each in its font."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.document import Clause, Party, SlotId, SlotRef, Span
from drafter.model.walk import Shown, blank, span_text, text_of
from drafter.writing.controls import controlled
from drafter.writing.layout import A4, FANGSONG, KAITI, Face, Sheet
from drafter.writing.ooxml import runs


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is put on paper: what slots show, whether open ones (【name】) are highlighted, the page's measures.

    `live` has the names of the slots that are content controls.
    """

    shown: Shown = blank
    mark_open: bool = True
    sheet: Sheet = A4
    live: tuple[tuple[SlotId, str], ...] = ()

    def text(self, spans: tuple[Span, ...]) -> str:
        """The text of spans as printed."""
        return text_of(spans, self.shown)

    def parts(self, spans: tuple[Span, ...]) -> list[tuple[str, bool, SlotId | None]]:
        """The pieces of a title, each with the slot that is to be a control."""
        live = {slot for slot, _ in self.live}
        if not live:
            return [(text, marked, None) for text, marked in self.pieces(spans)]
        found = [(span, span.slot if isinstance(span, SlotRef) and span.slot in live else None) for span in spans]
        return [(text, marked, slot) for span, slot in found for text, marked in self.pieces((span,)) if text]

    def control(self, slot: SlotId, content: str) -> str:
        """The runs of a slot in its control."""
        return controlled(slot, dict(self.live)[slot], content)

    def pieces(self, spans: tuple[Span | Party, ...]) -> list[tuple[str, bool]]:
        """The text of spans in pieces, each with whether it is an open slot that is to be seen."""
        out: list[tuple[str, bool]] = []
        waiting = ""
        for span in spans:
            name = span.name if isinstance(span, Party) else span
            text = span_text(name, self.shown)
            if self.mark_open and isinstance(name, SlotRef) and text.startswith("【"):
                out += (waiting, False), (text, True)
                waiting = ""
            else:
                waiting += text
        return [*out, (waiting, False)]

    def runs(self, spans: tuple[Span, ...], face: Face = FANGSONG, style: str = "") -> str:
        """The spans as runs; responsibility clauses in 楷体 whatever stands around them."""
        if self.live and not all(isinstance(span, str) for span in spans):
            return self._live_runs(spans, face, style)
        if len(spans) == 1 and isinstance(spans[0], str):  # most paragraphs and nearly all cells
            return runs(spans[0], face, style)
        out: list[str] = []
        done = 0
        for index, span in enumerate(spans):
            if isinstance(span, Clause):
                out += self._in_face(spans[done:index], face, style), self._in_face(span.spans, KAITI, "Responsible")
                done = index + 1
        return "".join(out) + self._in_face(spans[done:], face, style)

    def _live_runs(self, spans: tuple[Span | Party, ...], face: Face, style: str) -> str:
        """The spans as runs, every slot in a control of its own."""
        live = {slot for slot, _ in self.live}
        out: list[str] = []
        for span in spans:
            if isinstance(span, Clause):
                out.append(self._live_runs(span.spans, KAITI, "Responsible"))
                continue
            inside = self._in_face((span,), face, style)
            slot = span.name if isinstance(span, Party) else span
            if isinstance(slot, SlotRef) and slot.slot in live:
                inside = self.control(slot.slot, inside)
            out.append(inside)
        return "".join(out)

    def _in_face(self, spans: tuple[Span | Party, ...], face: Face, style: str) -> str:
        return "".join([runs(text, face, style, marked) for text, marked in self.pieces(spans) if text])
