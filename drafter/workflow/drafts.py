"""The draft: started from an outline, filled with picked sections, made local."""

from __future__ import annotations

from dataclasses import replace

from drafter.adapting.leftovers import leftovers as leftovers_of
from drafter.model.document import Document, Section
from drafter.model.draft import Draft, SlotKind, fill
from drafter.model.edits import Spot, with_ids
from drafter.model.finding import Finding
from drafter.model.locality import Locality
from drafter.model.walk import named
from drafter.recipe import Recipe
from drafter.workflow.composing import build
from drafter.workflow.given import knowledge
from drafter.workflow.picking import made_local, origin_of, put


def start_draft(
    outline: Recipe, to: Locality | None = None, theme: str = "", period: tuple[int, int] | None = None
) -> Draft:
    """A draft from an outline template; what is known of place, theme and period is filled in."""
    draft = build(replace(outline, period=period or outline.period), to)
    known = {(SlotKind.REGION, "地区"): to.name if to else "", (SlotKind.DOCUMENT, "主题"): theme}
    if period:
        first, last = period
        years = {"期限": f"{first}—{last}年", "期末年": f"{last}年", "年度": f"{first}年"}
        known |= {(SlotKind.PERIOD, name): value for name, value in years.items()}
    for slot in draft.slots:
        if value := known.get((slot.kind, slot.name)):
            draft = fill(draft, slot.id, value)
    return draft


def localise_plan(document: Document, to: Locality) -> Draft:
    """A whole plan made local: a draft with a slot for everything that was its own place's, its years too."""
    ours = document.region == to.name
    period, date = (document.period, document.date) if ours else (None, "")
    empty = replace(document, sections=(), attachments=(), preamble=(), remark="", notes=(), period=period, date=date)
    front = Section(document.title, 0, blocks=document.preamble)
    draft, local = made_local(Draft(empty, locality=to), front, origin_of(document))
    draft = with_ids(draft, replace(empty, title=local.title, preamble=local.blocks, region=to.name))
    for index, (path, section) in enumerate(named(document.sections)):
        draft = put(draft, document, path, section, Spot(None, index))
    return draft


def leftovers(draft: Draft) -> tuple[Finding, ...]:
    """What of other places still stands in the draft."""
    return leftovers_of(draft, knowledge())
