"""Bodies of a responsibility clause as gestures: another place, role or name for the one with the caret."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt

from drafter.desktop.sheet.carets import Caret, at
from drafter.desktop.sheet.desk import Desk
from drafter.desktop.sheet.gestures import Answer, Wanted
from drafter.model import parties
from drafter.model.document import Clause, Role, SlotRef
from drafter.model.draft import fill, slot_texts
from drafter.model.parties import PartyAt, parties_in, party_at
from drafter.model.wording import with_words, words_at

Change = Callable[[Clause, int], Clause]


def party_with_caret(paper: Desk) -> PartyAt | None:
    """The body the caret is in, None where it is in none."""
    draft, carets = paper.view.draft, paper.carets
    found = paper.view.find(carets.caret.key) if carets else None
    if draft is None or carets is None or found is None:
        return None
    return party_at(words_at(draft, found[0].path(found[1])), slot_texts(draft), carets.caret.offset)


def move(paper: Desk, steps: int) -> Answer:
    """The body some places further right."""
    label = QCoreApplication.translate("sheet", "调整单位次序")
    return _changed(paper, label, lambda clause, number: parties.moved(clause, number, steps))


def give_role(paper: Desk, role: Role) -> Answer:
    """The body leading or supporting."""
    lead, support = QCoreApplication.translate("sheet", "改为牵头"), QCoreApplication.translate("sheet", "改为配合")
    return _changed(paper, lead if role is Role.LEAD else support, lambda clause, n: parties.with_role(clause, n, role))


def rename(paper: Desk, name: str) -> Answer:
    """Another body in its place; where a slot names it, the slot's value everywhere."""
    place, draft, carets = party_with_caret(paper), paper.view.draft, paper.carets
    if place is None or draft is None or carets is None:
        return None
    label = QCoreApplication.translate("sheet", "改为“{0}”").format(name)
    if isinstance(place.party.name, SlotRef):
        slot = place.party.name.slot
        after = Caret(carets.caret.key, place.start + len(name), slot)
        return Wanted(label, fill(draft, slot, name), carets, at(after))
    return _changed(paper, label, lambda clause, number: parties.renamed(clause, number, name), name)


def _changed(paper: Desk, label: str, change: Change, name: str = "") -> Answer:
    """The changed clause put into the draft, the caret in the same body; behind it where it has another name."""
    place, draft, carets = party_with_caret(paper), paper.view.draft, paper.carets
    found = paper.view.find(carets.caret.key) if carets else None
    if place is None or draft is None or carets is None or found is None:
        return None
    clause = change(place.clause, place.number)
    if clause == place.clause:
        return None
    path, shown = found[0].path(found[1]), slot_texts(draft)
    old = words_at(draft, path)
    spans = (*old[: place.span], clause, *old[place.span + 1 :])
    here = next(
        one
        for one in parties_in(spans, shown)
        if one.span == place.span and (one.number == place.number if name else one.party.name == place.party.name)
    )
    offset = here.end if name else here.start + carets.caret.offset - place.start
    return Wanted(label, with_words(draft, path, spans), carets, at(Caret(carets.caret.key, offset)))


KEYS: dict[int, Callable[[Desk], Answer]] = {
    Qt.Key.Key_Left: lambda paper: move(paper, -1),
    Qt.Key.Key_Right: lambda paper: move(paper, 1),
    Qt.Key.Key_Up: lambda paper: give_role(paper, Role.LEAD),
    Qt.Key.Key_Down: lambda paper: give_role(paper, Role.SUPPORT),
}
"""With Alt held."""
