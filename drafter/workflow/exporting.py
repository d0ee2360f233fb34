"""A draft becomes a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.adapting.leftovers import leftovers
from drafter.draftfile import write_whole
from drafter.errors import DrafterError
from drafter.model.draft import Draft, Slot, open_slots, slot_texts
from drafter.model.finding import Finding
from drafter.model.notice import Notice, completed
from drafter.model.walk import text_of
from drafter.workflow.contents import with_pages
from drafter.workflow.fonts import installed_fonts
from drafter.workflow.given import knowledge
from drafter.workflow.printing import office_installed, page_checks, pdf_of, with_imprint_placed
from drafter.writing.docx import Properties, docx_bytes
from drafter.writing.notice import has_imprint
from drafter.writing.options import Options
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
    data, pages = _written(draft, options)
    target = free_name(path)
    write_whole(target, data)
    printed = None
    if pdf:
        pages = pages or pdf_of(data)
        printed = free_name(target.with_suffix(".pdf"))
        write_whole(printed, pages)
    left = leftovers(draft, knowledge())
    checks = tuple(_checks(draft, options, data, pages, len(left)))
    return Exported(target, open_slots(draft), left, checks, printed)


def preview_pdf(draft: Draft, options: Options | None = None) -> bytes:
    """The pages of the file as PDF. Raises DrafterError where LibreOffice is missing or fails."""
    data, pages = _written(draft, Options(notice=draft.notice) if options is None else options)
    return pages or pdf_of(data)


def _checks(draft: Draft, options: Options, data: bytes, pages: bytes | None, left: int) -> Iterator[Checked]:
    """What the file holds, what its pages show where there are any, what was done with the unit's base."""
    yield from self_check(data, installed_fonts())
    if pages:
        issuers = completed(options.notice or Notice(), draft.document).issuers
        yield from page_checks(pages, issuers)
    yield from (Checked(True, sentence) for sentence in (options.base.said if options.base else ()))
    yield Checked(not left, f"还有 {left} 处外地内容没有处理。" if left else "没有外地内容残留。")


def _written(draft: Draft, options: Options) -> tuple[bytes, bytes | None]:
    """The file, and its pages as PDF where they had to be looked at."""
    if not draft.document.sections and not draft.document.preamble:
        raise DrafterError("草稿还是空的，没有内容可以导出。", "请先写几段，或从参考资料中摘入一节。")
    shown = slot_texts(draft)
    options = with_pages(draft.document, shown, options)
    properties = Properties(title=text_of(draft.document.title, shown))
    data = docx_bytes(draft.document, shown, properties, options)
    if not has_imprint(options.notice) or not office_installed():
        return data, None
    try:
        pages = pdf_of(data)
        placed = with_imprint_placed(options, pages)
        if placed != options:
            data = docx_bytes(draft.document, shown, properties, placed)
            pages = pdf_of(data)
    except DrafterError:
        return data, None  # the file is right as it is; only its last page could not be measured
    return data, pages


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
