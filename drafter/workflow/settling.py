"""Slots settled: what other plans say for a target, and all that are alike settled in one edit."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.adapting.said import Said, Standing
from drafter.adapting.said import said_elsewhere as _said_elsewhere
from drafter.model.document import Document, SlotId
from drafter.model.draft import Draft, SlotKind, slot_named
from drafter.model.settling import Settling, alike, settle_all
from drafter.workflow.given import knowledge

__all__ = ["Said", "Settling", "Standing", "alike", "said_elsewhere", "settle_all"]


def said_elsewhere(draft: Draft, slot: SlotId, plans: Sequence[Document]) -> tuple[Said, ...]:
    """What the superior's plans and those of peers say for a target slot, the superior's first; () for another slot."""
    wanted = slot_named(draft, slot)
    return _said_elsewhere(wanted, draft, plans, knowledge()) if wanted.kind is SlotKind.TARGET else ()
