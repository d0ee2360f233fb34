"""A section of another plan becomes ours: copied with its source, localised, put in its place."""

from __future__ import annotations

from dataclasses import replace

from drafter.adapting.localise import Origin, localise
from drafter.model.document import Document, Section, Source
from drafter.model.draft import Draft
from drafter.model.edits import Spot, insert_section
from drafter.model.numbering import Number
from drafter.model.tree import map_paragraphs
from drafter.model.walk import find_section, named, text_of
from drafter.workflow.given import knowledge


def pick(draft: Draft, document: Document, section: str, spot: Spot, key: str = "") -> Draft:
    """The draft with a localised copy of a plan's section at a spot.

    `section` is a path, the end of one, or a title; `key` is the library's key of the plan. Everything is renumbered;
    new slots are in the draft. Raises NotFound where no section, or more than one, is meant.
    """
    path, found = find_section(document, section)
    return put(draft, document, path, found, spot, key)


def put(draft: Draft, document: Document, path: str, section: Section, spot: Spot, key: str = "") -> Draft:
    """The draft with a localised copy of this section, which stands at `path` in the plan, at a spot."""
    origin = origin_of(document, key)
    draft, local = made_local(draft, sourced(section, path, origin), origin)
    if local.number:
        local = replace(local, number=Number(draft.document.numbering.form(1), 1))
    return insert_section(draft, local, spot)


def origin_of(document: Document, key: str = "") -> Origin:
    """Whose a plan is, for localising what is picked from it."""
    return Origin(text_of(document.title), document.region, document.period, key)


def made_local(draft: Draft, section: Section, origin: Origin) -> tuple[Draft, Section]:
    """The draft with the slots that a section needs, and the section with references to them."""
    local, slots = localise(section, origin, draft, knowledge())
    next_id = max([draft.next_id, *(slot.id + 1 for slot in slots)])
    merged = {slot.id: slot for slot in (*draft.slots, *slots)}
    return replace(draft, slots=tuple(merged.values()), next_id=next_id), local


def sourced(section: Section, path: str, origin: Origin) -> Section:
    """The section with every heading and paragraph knowing where it came from, and its exact words there."""

    def source(text: str) -> Source:
        return Source(origin.title, origin.region, path, text, origin.key)

    return replace(
        section,
        source=source(text_of(section.title)),
        blocks=map_paragraphs(section.blocks, lambda one: replace(one, source=source(text_of(one.spans)))),
        children=tuple(sourced(child, f"{path}/{name}", origin) for name, child in named(section.children)),
    )
