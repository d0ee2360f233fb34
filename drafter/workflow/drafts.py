"""The draft: started from an outline, filled with picked sections, made local."""

from __future__ import annotations

from dataclasses import replace

from drafter.adapting.leftovers import leftovers as leftovers_of
from drafter.adapting.localise import Origin
from drafter.library.interface import Library
from drafter.model.document import Document, Section
from drafter.model.draft import Draft, SlotKind, fill
from drafter.model.edits import relevelled, with_ids
from drafter.model.finding import Finding
from drafter.model.locality import Locality
from drafter.model.walk import named
from drafter.recipe import Recipe
from drafter.workflow.composing import build
from drafter.workflow.given import knowledge
from drafter.workflow.library_names import with_library
from drafter.workflow.picking import made_local, origin_of, sourced


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
    """A whole plan made local, annexes too: a draft with a slot for everything that was its own place's.

    What belongs to that plan's own publication (issuer, number, signer, addressee, dates) does not come with it.
    """
    ours = document.region == to.name
    plan = replace(document, remark="", notes=(), region=to.name) if ours else _unpublished(document, to)
    draft, local = _all_local(Draft(plan, locality=to), plan, origin_of(document))
    return with_ids(draft, local)


def _unpublished(document: Document, to: Locality) -> Document:
    attachments = tuple(_unpublished(one, to) for one in document.attachments)
    bare = replace(document, remark="", notes=(), issuer="", document_number="", signer="", classification="")
    return replace(bare, addressee="", period=None, date="", notice=None, region=to.name, attachments=attachments)


def _all_local(draft: Draft, part: Document, origin: Origin, prefix: str = "") -> tuple[Draft, Document]:
    """The draft with the slots of a plan or annex, and that with references to them; `prefix` is its path and /."""
    front = Section(part.title, 0, blocks=part.preamble)
    draft, front = made_local(draft, sourced(front, prefix.removesuffix("/"), origin), origin)
    sections: list[Section] = []
    for name, section in named(part.sections):
        draft, local = made_local(draft, sourced(section, prefix + name, origin), origin)
        sections.append(relevelled(local, 1))
    attachments: list[Document] = []
    for ordinal, attachment in enumerate(part.attachments, 1):
        draft, annex = _all_local(draft, attachment, origin, f"{prefix}附件{ordinal}/")
        attachments.append(annex)
    whole = replace(part, title=front.title, preamble=front.blocks)
    return draft, replace(whole, sections=tuple(sections), attachments=tuple(attachments))


def leftovers(draft: Draft, library: Library | None = None) -> tuple[Finding, ...]:
    """What of other places still stands in the draft; names that only one place's plans in the library have count."""
    return leftovers_of(draft, with_library(library) if library else knowledge())
