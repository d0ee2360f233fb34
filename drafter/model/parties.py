"""One body of a responsibility clause: where its words stand, and the clause with it in another place or role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.model.bodies import bodies, with_bodies
from drafter.model.document import Clause, Party, Role, SlotRef, Span
from drafter.model.walk import Shown, text_of


@dataclass(frozen=True, slots=True)
class PartyAt:
    """Party `number` of the clause that is span `span`; its words go from `start` to `end` of the whole text."""

    span: int
    clause: Clause
    number: int
    start: int
    end: int

    @property
    def party(self) -> Party:
        """The body itself."""
        return self.clause.parties[self.number]


def parties_in(spans: tuple[Span, ...], shown: Shown) -> Iterator[PartyAt]:
    """All bodies of all clauses of a text, in reading order."""
    at = 0
    for index, span in enumerate(spans):
        number = 0
        for part in span.spans if isinstance(span, Clause) else (span,):
            name = part.name if isinstance(part, Party) else part
            stop = at + len(text_of((name,), shown))
            if isinstance(part, Party) and isinstance(span, Clause):
                yield PartyAt(index, span, number, at, stop)
                number += 1
            at = stop


def party_at(spans: tuple[Span, ...], shown: Shown, offset: int) -> PartyAt | None:
    """The body in whose words, or at whose edge, an offset lies."""
    return next((one for one in parties_in(spans, shown) if one.start <= offset <= one.end), None)


def moved(clause: Clause, number: int, steps: int) -> Clause:
    """The clause with a body some places further right among those of its role; itself where there is no such place."""
    lead, support = _numbers(clause)
    row = [*lead, *support] if _unsaid(clause) else lead if number in lead else support
    place = row.index(number)
    if not 0 <= place + steps < len(row):
        return clause
    row.insert(place + steps, row.pop(place))
    return _with(clause, *((row[:1], row[1:]) if _unsaid(clause) else (lead, support)))


def with_role(clause: Clause, number: int, role: Role) -> Clause:
    """The clause in which a body leads or supports; itself where it does already, or nobody else would lead.

    Where the clause says no roles, who leads comes first, as is the custom.
    """
    lead, support = _numbers(clause)
    leads = role is Role.LEAD
    if leads == (number in lead) or (not leads and len(lead) == 1 and not (_unsaid(clause) and support)):
        return clause
    if _unsaid(clause):
        others = [one for one in (*lead, *support) if one != number]
        row = [number, *others] if leads else [*others, number]
        return _with(clause, row[:1], row[1:])
    (support if leads else lead).remove(number)
    (lead if leads else support).append(number)
    return _with(clause, lead, support)


def renamed(clause: Clause, number: int, name: str | SlotRef) -> Clause:
    """The clause with another name for a body."""
    places = [index for index, span in enumerate(clause.spans) if isinstance(span, Party)]
    index = places[number]
    party = replace(clause.parties[number], name=name)
    return Clause((*clause.spans[:index], party, *clause.spans[index + 1 :]))


def _unsaid(clause: Clause) -> bool:
    return all(party.role is None for party in clause.parties)


def _numbers(clause: Clause) -> tuple[list[int], list[int]]:
    """The numbers of those who lead and of those who support."""
    slots = tuple(Party(str(number), party.role) for number, party in enumerate(clause.parties))
    lead, support = bodies(Clause(slots))
    return [int(str(one)) for one in lead], [int(str(one)) for one in support]


def _with(clause: Clause, lead: list[int], support: list[int]) -> Clause:
    names = [party.name for party in clause.parties]
    return with_bodies(clause, [names[one] for one in lead], [names[one] for one in support])
