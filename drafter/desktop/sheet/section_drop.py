"""A section dragged from the outline onto the sheet: before which heading it would go, and what it would be called."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from drafter.desktop.models.outline import DEEPEST
from drafter.desktop.sheet.carets import Caret, at
from drafter.desktop.sheet.desk import Desk
from drafter.desktop.sheet.gestures import Wanted
from drafter.errors import NotFound
from drafter.model.document import Section, SectionId
from drafter.model.draft import Draft, slot_texts
from drafter.model.edits import Spot, find, move_section, spot_of
from drafter.model.walk import heading_text, sections


@dataclass(frozen=True, slots=True)
class Landing:
    """What a drop would do: the line stands above `before`, or at the end of the draft where it is None."""

    moved: SectionId
    before: SectionId | None
    draft: Draft

    @property
    def name(self) -> str:
        """The heading with its new number."""
        return heading_text(find(self.draft, self.moved), slot_texts(self.draft))


def landing(paper: Desk, moved: SectionId, caret: Caret) -> Landing | None:
    """Where a section goes when it is dropped at a caret: before the next heading; None where it cannot or stays."""
    draft, found = paper.view.draft, paper.view.find(caret.key)
    if draft is None or found is None:
        return None
    here = found[0].section or (found[0].row.section if found[0].row else SectionId(0))
    order = [section.id for _, section in sections(draft.document)]
    index = order.index(here) + (caret.key[0] != "title") if here in order else 0
    before = order[index] if index < len(order) else None
    try:
        after = move_section(draft, moved, _spot(draft, moved, before))
    except NotFound:
        return None
    same = [section.id for _, section in sections(after.document)] == order
    return None if same or _deepest(find(after, moved)) > DEEPEST else Landing(moved, before, after)


def _spot(draft: Draft, moved: SectionId, before: SectionId | None) -> Spot:
    """The place before a section, or behind all, counted without the one that is moved."""
    old = spot_of(draft, moved)
    new = spot_of(draft, before) if before is not None else Spot(None, len(draft.document.sections))
    behind = old.parent == new.parent and old.index < new.index
    return Spot(new.parent, new.index - behind)


def _deepest(section: Section) -> int:
    return max((section.level, *map(_deepest, section.children)))


def wanted(paper: Desk, one: Landing, caret: Caret) -> Wanted:
    """The move as an edit, the caret in the heading that was moved."""
    label = QCoreApplication.translate("sheet", "移动")
    return Wanted(label, one.draft, paper.carets or at(caret), at(Caret(("title", one.moved), 0)))
