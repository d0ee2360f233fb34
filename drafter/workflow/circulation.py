"""A draft sent round: a Word file whose slots are live, and the state of the draft it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from drafter.draftfile import draft_bytes, write_whole
from drafter.model.differences import Line
from drafter.model.draft import Draft, slot_texts
from drafter.model.walk import text_of
from drafter.reading.returned import read_returned
from drafter.workflow.exporting import free_name
from drafter.writing.controls import Control, Sent, with_part
from drafter.writing.docx import Properties, docx_bytes
from drafter.writing.options import Options


def key_of(draft: Draft) -> str:
    """The name by which a file that comes back is known: the draft's own, or one made of its slots."""
    if draft.key:
        return draft.key
    slots = "\n".join(f"{slot.id} {slot.kind} {slot.name}" for slot in draft.slots)
    return "s" + sha256(slots.encode()).hexdigest()[:31]


def version_of(draft: Draft) -> str:
    """A short sign of the state of a draft: another one after any change of what prints, but of its status."""
    document = replace(draft.document, status="")
    return sha256(draft_bytes(replace(draft, document=document, key="", ignored=(), next_id=1))).hexdigest()[:12]


def live_bytes(draft: Draft, options: Options, today: date) -> bytes:
    """The draft as a Word file with live slots; numbers of headings are text, and there is no 目录."""
    data = _with_controls(draft, options)
    shown = slot_texts(draft)
    controls = tuple(Control(slot.id, slot.name, slot.shown) for slot in draft.slots)
    lines = read_returned(data, text_of(draft.document.title, shown)).lines
    return with_part(data, Sent(key_of(draft), version_of(draft), today.isoformat(), controls, lines))


def lines_sent(draft: Draft, options: Options) -> tuple[Line, ...]:
    """The lines of a file with live slots as it would go out now."""
    return read_returned(_with_controls(draft, options), "").lines


def _with_controls(draft: Draft, options: Options) -> bytes:
    live = tuple((slot.id, slot.name) for slot in draft.slots)
    options = replace(options, live=live, contents=False, automatic_numbers=False)
    shown = slot_texts(draft)
    return docx_bytes(draft.document, shown, Properties(title=text_of(draft.document.title, shown)), options)


def export_live(draft: Draft, path: Path, options: Options | None = None) -> Path:
    """Write the 征求意见稿 with live slots; a file that exists stays. Raises CannotWrite."""
    options = Options(notice=draft.notice) if options is None else options
    target = free_name(path)
    write_whole(target, live_bytes(draft, options, date.today()))  # noqa: DTZ011 - the day on the wall
    return target
