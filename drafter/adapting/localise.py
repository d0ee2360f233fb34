"""A section made local: every name of its home place becomes a slot, settled where the tables know the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.adapting.agencies import Body, body_of
from drafter.adapting.belonging import Sides
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import HIDDEN, Context, Found, mentions, names_in
from drafter.adapting.ownwords import own_words
from drafter.adapting.periods import PeriodFound
from drafter.adapting.policy import figures
from drafter.adapting.settle import Settled, Settler
from drafter.adapting.slots import SlotMaker
from drafter.model.document import Clause, Party, Section, SlotRef, Source, Span
from drafter.model.draft import Draft, Slot, SlotKind
from drafter.model.tree import map_section
from drafter.model.walk import heading_name, paragraphs, text_of

_MOST_ROUNDS = 5
"""A slot hides words that other rules stumbled over, so a round may find more; rarely is there a third."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose plan a section is from: title, place (济南市, or "" for the nation), period, key in the library."""

    title: str
    region: str
    period: tuple[int, int] | None = None
    key: str = ""


def localise(section: Section, origin: Origin, draft: Draft, knowledge: Knowledge) -> tuple[Section, tuple[Slot, ...]]:
    """The section with references to slots, and the slots that the draft does not have yet, or not with all they say.

    Localising again, or to the origin's own place, changes nothing; without a locality every slot is open.
    """
    if draft.locality and draft.locality.name == origin.region:
        return section, ()
    region = knowledge.gazetteer.region(origin.region) if origin.region else None
    sides = Sides(knowledge.gazetteer, region, draft.locality)
    settler = Settler(knowledge, sides, origin.period, draft.document.period)
    maker = SlotMaker(draft)
    path = section.source.section if section.source else heading_name(section)
    for _ in range(_MOST_ROUNDS):
        names = names_in(_texts(section), knowledge, sides.near)
        context = Context(sides.near, names=names | _known_names((*draft.slots, *maker.made), origin.region))
        work = _Work(settler, maker, origin, path, context)
        changed = map_section(section, work.change)
        if changed is section:
            break
        section = changed
    return section, maker.made


def _known_names(slots: Iterable[Slot], region: str) -> frozenset[str]:
    """The names of a place that its passages have shown so far."""
    return frozenset(
        slot.original
        for slot in slots
        if slot.kind is SlotKind.ORGANISATION and slot.source and slot.source.region == region
    )


def _texts(section: Section) -> Iterator[str]:
    yield _hidden(section.title)
    for paragraph in paragraphs(section.blocks):
        yield _hidden(paragraph.spans)
    for child in section.children:
        yield from _texts(child)


def _hidden(spans: tuple[Span, ...]) -> str:
    """The text of spans with one hidden character for each slot or clause."""
    return "".join(span if isinstance(span, str) else HIDDEN for span in spans)


@dataclass(frozen=True, slots=True)
class _Work:
    settler: Settler
    maker: SlotMaker
    origin: Origin
    path: str
    context: Context

    def change(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The spans with slots in place of what does not stay."""
        source = Source(self.origin.title, self.origin.region, self.path, text_of(spans), self.origin.key)
        spans = tuple(self._clause(span, source) if isinstance(span, Clause) else span for span in spans)
        return self._prose(spans, source)

    def _prose(self, spans: tuple[Span, ...], source: Source) -> tuple[Span, ...]:
        text = _hidden(spans)
        cuts = list(self._cuts(text))
        if not cuts:
            return spans
        others = iter([span for span in spans if not isinstance(span, str)])
        made: list[Span] = []
        position = 0
        for start, end, settled in cuts:
            made += _with_others(text[position:start], others)
            made.append(self.maker.reference(settled, text[start:end], source))
            position = end
        return (*made, *_with_others(text[position:], others))

    def _cuts(self, text: str) -> Iterator[tuple[int, int, Settled]]:
        """(start, end, what becomes of it), left to right, for all that does not stay."""
        settler = self.settler
        found = [
            (_first(one, text), one.end, settled)
            for one in mentions(text, settler.knowledge, self.context)
            if (settled := settler.settle(one, text))
        ]
        taken = {index for start, end, _ in found for index in range(start, end)}
        own = (
            (one.start, one.end, one.settled) for one in own_words(text, settler.sides.origin, settler.sides.locality)
        )
        given = ((one.start, one.end, settler.figure(one, text)) for one in figures(text) if settler.sides.origin)
        found += [cut for cut in (*own, *given) if taken.isdisjoint(range(*cut[:2]))]
        return iter(sorted(found, key=lambda cut: cut[0]))

    def _clause(self, clause: Clause, source: Source) -> Clause:
        """The clause with slots for its bodies; the districts' bodies that stand side by side become one."""
        spans: list[str | Party] = []
        for span in _joined_districts(clause.spans):
            if isinstance(span, Party) and isinstance(span.name, str) and (settled := self.settler.party(span.name)):
                span = replace(span, name=self.maker.reference(settled, span.name, source))  # noqa: PLW2901
            spans.append(span)
        return clause if tuple(spans) == clause.spans else Clause(tuple(spans))


def _first(one: Found, text: str) -> int:
    """Where a slot begins: 到 before a year stays in the text."""
    return one.start + (isinstance(one, PeriodFound) and text[one.start] in "到至")


def _with_others(text: str, others: Iterator[SlotRef | Clause]) -> list[Span]:
    """A piece of hidden text with its slots and clauses back in place."""
    made: list[Span] = []
    for index, piece in enumerate(text.split(HIDDEN)):
        if index:
            made.append(next(others))
        if piece:
            made.append(piece)
    return made


def _joined_districts(spans: tuple[str | Party, ...]) -> tuple[str | Party, ...]:
    """The spans of a clause with 各区人民政府/开发区管委会 as one party."""
    made: list[str | Party] = []
    for span in spans:
        match [*made[-2:], span]:
            case [
                Party(name=str(first), role=role),
                "、" | "/" | "，" | "," as mark,
                Party(name=str(second)),
            ] if body_of(first) is body_of(second) is Body.DISTRICTS:
                made[-2:] = [Party(f"{first}{mark}{second}", role)]
            case _:
                made.append(span)
    return tuple(made)
