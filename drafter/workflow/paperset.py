"""The set in one act: everything that goes with a plan, written into one folder from one state of the draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from drafter.draftfile import make_folder, write_whole
from drafter.errors import DrafterError
from drafter.model.draft import Draft, slot_texts
from drafter.workflow.circulation import live_bytes
from drafter.workflow.exporting import Exported, export, free_name
from drafter.workflow.papers import comment_letter, explanation, paper_notice, provenance
from drafter.workflow.redlining import author_of
from drafter.writing.docx import Properties, docx_bytes
from drafter.writing.options import Options


@dataclass(frozen=True, slots=True)
class PaperSet:
    """The papers that were written, each with its name, and what was found in the plan as it is issued."""

    papers: tuple[tuple[str, Path], ...]
    issued: Exported


def export_set(draft: Draft, folder: Path, options: Options | None = None) -> PaperSet:
    """Write the plan with its notice, alone, the letter that asks for comments, 起草说明 and 出处表.

    A folder that is not there is made; files that are there stay. Raises CannotWrite, and DrafterError for a draft
    with nothing in it, or where nobody is said to issue it.
    """
    options = Options() if options is None else options
    notice = options.notice or draft.notice
    if not paper_notice(draft).issuers:
        raise DrafterError("草稿没有写明发文单位，成套文件无从署名。", "请填写通知的发文单位，或选定本地区。")
    make_folder(folder)
    issued = export(draft, folder / "1 印发通知和规划.docx", replace(options, notice=notice or paper_notice(draft)))
    alone = export(draft, folder / "2 规划.docx", replace(options, notice=None))
    sent, letter = comment_letter(draft)
    live = live_bytes(sent, replace(options, notice=letter), date.today())  # noqa: DTZ011 - the day on the wall
    plain = replace(options, notice=None, contents=False)
    shown = slot_texts(draft)
    properties = Properties(author=author_of(draft))
    written = {
        "3 征求意见函（附征求意见稿）": live,
        "4 起草说明": docx_bytes(explanation(draft), shown, properties, plain),
        "5 出处表": docx_bytes(provenance(draft), shown, properties, plain),
    }
    papers = [(one.path.stem, one.path) for one in (issued, alone)]
    for name, data in written.items():
        path = free_name(folder / f"{name}.docx")
        write_whole(path, data)
        papers.append((name, path))
    return PaperSet(tuple(papers), issued)
