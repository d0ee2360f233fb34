"""A draft becomes a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.adapting.leftovers import leftovers
from drafter.draftfile import write_whole
from drafter.errors import DrafterError
from drafter.model.draft import Draft, Slot, open_slots, slot_texts
from drafter.model.finding import Finding
from drafter.model.walk import text_of
from drafter.workflow.given import knowledge
from drafter.writing.docx import Properties, docx_bytes


@dataclass(frozen=True, slots=True)
class Exported:
    """A written file, and what the planner should still look at."""

    path: Path
    open_slots: tuple[Slot, ...]
    leftovers: tuple[Finding, ...]


def export(draft: Draft, path: Path) -> Exported:
    """Write the draft as a Word file in GB/T 9704 form. A file that exists stays: the new one is named -2, -3 …

    Raises CannotWrite, and DrafterError for a draft with nothing in it.
    """
    if not draft.document.sections and not draft.document.preamble:
        raise DrafterError("草稿还是空的，没有内容可以导出。", "请先写几段，或从参考资料中摘入一节。")
    shown = slot_texts(draft)
    data = docx_bytes(draft.document, shown, Properties(title=text_of(draft.document.title, shown)))
    target = free_name(path)
    write_whole(target, data)
    return Exported(target, open_slots(draft), leftovers(draft, knowledge()))


def free_name(path: Path) -> Path:
    """The path itself where no file is there yet, else with -2, -3 … before its ending."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
