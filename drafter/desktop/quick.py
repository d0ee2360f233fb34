"""What 快速查找 can go to and do in a window: the draft's sections, slots and bodies, the plans, the commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from drafter.desktop.actions import COMMANDS, PRESETS, translated
from drafter.desktop.models.quick import Target
from drafter.desktop.parts import Parts
from drafter.model.document import SectionId, SlotId
from drafter.model.draft import slot_texts
from drafter.model.walk import heading_text, parties, sections, span_text


def targets(parts: Parts, actions: dict[str, QAction], go_to_slot: Callable[[SlotId], object]) -> tuple[Target, ...]:
    """Everything there is to go to or to do now, in the order in which it is offered."""
    return (*_sections(parts), *_slots(parts, go_to_slot), *_bodies(parts), *_plans(parts), *_commands(actions))


def _sections(parts: Parts) -> Iterator[Target]:
    if (draft := parts.session.draft) is None:
        return
    shown, kind = slot_texts(draft), QCoreApplication.translate("quick", "节")
    for path, section in sections(draft.document):
        if section.id:
            name = heading_text(section, shown)
            yield Target(kind, name, path.rpartition("/")[0], lambda one=section.id: parts.sheet.go_to_section(one))


def _slots(parts: Parts, go_to: Callable[[SlotId], object]) -> Iterator[Target]:
    draft, kind = parts.session.draft, QCoreApplication.translate("quick", "填报项")
    for slot in draft.slots if draft else ():
        detail = slot.value or slot.proposal or slot.original
        yield Target(kind, slot.name, detail, lambda one=slot.id: go_to(one))


def _bodies(parts: Parts) -> Iterator[Target]:
    """The bodies named in clauses; each leads to the first section it has to do with."""
    if (draft := parts.session.draft) is None:
        return
    shown, kind = slot_texts(draft), QCoreApplication.translate("quick", "单位")
    places: dict[str, list[SectionId]] = {}
    for _, section in sections(draft.document):
        for name in dict.fromkeys(span_text(party, shown) for party in parties(section)):
            places.setdefault(name, []).append(section.id)
    for name, where in places.items():
        detail = QCoreApplication.translate("quick", "{0} 处").format(len(where))
        yield Target(kind, name, detail, lambda one=where[0]: parts.sheet.go_to_section(one))


def _plans(parts: Parts) -> Iterator[Target]:
    kind = QCoreApplication.translate("quick", "资料")
    for entry in parts.library.model.entries if parts.session.draft else ():
        detail = f"{entry.region} {entry.year or ''}".strip()
        yield Target(kind, entry.title, detail, lambda key=entry.key: parts.material.open_document(key))


def _commands(actions: dict[str, QAction]) -> Iterator[Target]:
    kind = QCoreApplication.translate("quick", "命令")
    for command in (*COMMANDS, *PRESETS):
        action = actions[command.id]
        if action.isEnabled() and command.id != "quick":
            keys = "".join(
                QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in command.keys[:1]
            )
            yield Target(kind, translated(command.text), keys, action.trigger)
