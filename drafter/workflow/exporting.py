"""A draft becomes a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from drafter.adapting.leftovers import leftovers
from drafter.draftfile import write_whole
from drafter.errors import DrafterError
from drafter.model.draft import Draft, Slot, open_slots, slot_texts
from drafter.model.finding import Finding
from drafter.model.walk import text_of
from drafter.workflow.contents import check_contents, with_pages
from drafter.workflow.fonts import installed_fonts
from drafter.workflow.given import knowledge
from drafter.workflow.printing import (
    office_installed,
    page_checks,
    pdf_of,
    with_imprint_placed,
    with_signature_placed,
)
from drafter.writing.docx import Properties, docx_bytes
from drafter.writing.options import Closing, Options
from drafter.writing.selfcheck import Checked, self_check


@dataclass(frozen=True, slots=True)
class Exported:
    """A written file, what the planner should still look at, what was found when it was opened again, and its PDF."""

    path: Path
    open_slots: tuple[Slot, ...]
    leftovers: tuple[Finding, ...]
    checks: tuple[Checked, ...] = ()
    pdf: Path | None = None


def export(draft: Draft, path: Path, options: Options | None = None, *, pdf: bool = False) -> Exported:
    """Write the draft as a Word file in GB/T 9704 form. A file that exists stays: the new one is named -2, -3 …

    Without options the draft's notice is printed with it. Raises CannotWrite, and DrafterError for a draft with
    nothing in it, or where a PDF is wanted and cannot be made; the Word file is there then.
    """
    options = Options(notice=draft.notice) if options is None else options
    written = _written(draft, options)
    target = free_name(path)
    write_whole(target, written.data)
    printed = None
    if pdf:
        written = written._replace(pages=written.pages or pdf_of(written.data))
        printed = free_name(target.with_suffix(".pdf"))
        write_whole(printed, written.pages or b"")
    left = leftovers(draft, knowledge())
    checks = tuple(_checks(draft, written, len(left)))
    return Exported(target, open_slots(draft), left, checks, printed)


def preview_pdf(draft: Draft, options: Options | None = None) -> bytes:
    """The pages of the file as PDF. Raises DrafterError where LibreOffice is missing or fails."""
    written = _written(draft, Options(notice=draft.notice) if options is None else options)
    return written.pages or pdf_of(written.data)


def _checks(draft: Draft, written: _Written, left: int) -> Iterator[Checked]:
    """What the file holds, what its pages show where there are any, what was done with the unit's base."""
    yield from self_check(written.data, installed_fonts())
    if written.pages:
        yield from page_checks(written.pages, written.options, draft.document, slot_texts(draft))
    base = written.options.base
    yield from (Checked(True, sentence) for sentence in (base.said if base else ()))
    yield Checked(not left, f"还有 {left} 处外地内容没有处理。" if left else "没有外地内容残留。")


class _Written(NamedTuple):
    """A file, its pages as PDF where they had to be looked at, and the options it was written with in the end."""

    data: bytes
    pages: bytes | None
    options: Options


def _written(draft: Draft, options: Options) -> _Written:
    """The file, after looking at its pages where that says how it has to be."""
    document = draft.document
    if not document.sections and not document.preamble:
        raise DrafterError("草稿还是空的，没有内容可以导出。", "请先写几段，或从参考资料中摘入一节。")
    check_contents(options)
    shown = slot_texts(draft)
    properties = Properties(title=text_of(document.title, shown))

    def printed(options: Options) -> bytes:
        return docx_bytes(document, shown, properties, options)

    looked_at = options.contents or options.notice or document.issuer or document.date
    if not looked_at or not office_installed():
        return _Written(printed(options), None, options)
    try:
        tried = replace(options, closing=Closing())
        pages = pdf_of(data := printed(tried))
        for place in (with_signature_placed, with_pages, with_imprint_placed):
            if (placed := place(tried, document, shown, pages)) != tried:
                tried = placed
                pages = pdf_of(data := printed(tried))
    except DrafterError:
        return _Written(printed(options), None, options)  # only its pages could not be looked at
    return _Written(data, pages, tried)


def free_name(path: Path) -> Path:
    """The path itself where no file is there yet, else with -2, -3 … before its ending."""
    number, free = 1, path
    while _is_there(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for the system, a folder that may not be looked into: writing tells
        return False
