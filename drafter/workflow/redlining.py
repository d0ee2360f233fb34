"""A draft against what it was before, or against the plan it was made from: as differences, and as a 花脸稿."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from drafter import resources
from drafter.draftfile import SUFFIX, open_draft, read_draft, write_whole
from drafter.errors import NotFound, UnreadableFile
from drafter.keeping.versions import Versions
from drafter.model.differences import Difference, differences, lines
from drafter.model.document import Document
from drafter.model.draft import Draft, slot_texts
from drafter.model.notice import Notice
from drafter.model.walk import blank
from drafter.reading.files import read_file
from drafter.text.segment import whole_words
from drafter.workflow.exporting import Exported, export, free_name
from drafter.writing.docx import docx_bytes
from drafter.writing.options import Options
from drafter.writing.redline import redlined
from drafter.writing.revisions import Author

Earlier = Draft | Document
"""What a draft is compared with: a version of it, another draft, or a plan."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """The 花脸稿, the clean proof beside it, whose changes it shows, and what is different."""

    path: Path
    clean: Exported
    author: str
    found: tuple[Difference, ...]


def earlier(wanted: str, draft: Draft) -> Earlier:
    """What a person means by a file (a draft, a kept version, a plan), or by the name or number of a version.

    Raises UnreadableFile, and NotFound where there is neither such a file nor such a version.
    """
    path = Path(wanted)
    if path.exists():
        return _in_file(path)
    versions = Versions(resources.user_data() / "versions" / (draft.key or "draft"))
    known = versions.all()
    for one in known:
        if wanted in (one.name, str(one.number)):
            return versions.open(one)
    named = "、".join(one.name or str(one.number) for one in known[:8])
    hint = f"这份草稿的历史版本有：{named}。" if named else "这份草稿还没有历史版本，请写出文件的路径。"
    raise NotFound(f"没有文件“{wanted}”，也没有叫这个名称的历史版本。", hint)


def _in_file(path: Path) -> Earlier:
    if path.name.endswith(f"{SUFFIX}.gz"):
        try:
            return read_draft(gzip.decompress(path.read_bytes()), path)
        except (OSError, EOFError) as error:
            raise UnreadableFile(f"历史版本 {path} 读不出来。", "请选择另一个历史版本。") from error
    return open_draft(path) if path.name.endswith(SUFFIX) else read_file(path)


def compared(old: Earlier, new: Earlier) -> tuple[Difference, ...]:
    """What differs between two drafts or plans as they print, line by line."""
    before, after = (
        tuple(lines(one.document, slot_texts(one)) if isinstance(one, Draft) else lines(one)) for one in (old, new)
    )
    return differences(before, after)


def author_of(draft: Draft, options: Options | None = None) -> str:
    """The unit whose changes a draft's are: who issues it, else whose plan it is."""
    notice = (options.notice if options else None) or draft.notice or Notice()
    city = f"{draft.locality.name}人民政府" if draft.locality else ""
    return "、".join(notice.issuers) or draft.document.issuer or city or "起草单位"


def redline_bytes(draft: Draft, old: Earlier, options: Options, author: Author) -> bytes:
    """The draft as a Word file with everything that differs from what it was as a revision, whole words at a time.

    Numbers of headings are text, so that a changed number shows, and there is no 目录. Both are printed with the
    notice of the draft, an earlier draft with its own where it has one of the same form.
    """
    options = replace(options, contents=False, automatic_numbers=False)
    before = options
    if isinstance(old, Draft) and old.notice and options.notice and old.notice.form is options.notice.form:
        before = replace(options, notice=old.notice)
    whole = old.document if isinstance(old, Draft) else old
    was = docx_bytes(whole, slot_texts(old) if isinstance(old, Draft) else blank, options=before)
    return redlined(was, docx_bytes(draft.document, slot_texts(draft), options=options), author, whole_words)


def export_redline(
    draft: Draft, path: Path, old: Earlier, options: Options | None = None, author: str = ""
) -> Redlined:
    """Write the 花脸稿, and beside it the clean proof (-清样); files that exist stay. Raises what `export` does."""
    options = Options(notice=draft.notice) if options is None else options
    clean = export(draft, path.with_name(f"{path.stem}-清样{path.suffix}"), options)
    unit = author or author_of(draft, options)
    time = datetime.now().astimezone().replace(tzinfo=None, microsecond=0)  # Word shows it as it is
    target = free_name(path)
    write_whole(target, redline_bytes(draft, old, options, Author(unit, f"{time.isoformat()}Z")))
    return Redlined(target, clean, unit, compared(old, draft))
