"""Plans of others: read, understood, kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter import resources
from drafter.adapting.facts import facts as facts_of
from drafter.errors import DamagedLibrary, DrafterError, NotFound
from drafter.library.entry import Entry, Similar
from drafter.library.interface import Given, Library
from drafter.library.originals import ORIGINALS
from drafter.library.rescue import set_aside
from drafter.library.store import SqliteLibrary
from drafter.model.document import Document
from drafter.model.fact import Fact
from drafter.model.walk import find_section, paragraphs, sections, text_of
from drafter.reading.files import READABLE, read_file
from drafter.workflow.given import knowledge
from drafter.workflow.reading_ahead import read_ahead

READER = 1
"""Raised whenever the reader has learned something; plans that an older one read can be read again."""


def read(path: Path) -> Document:
    """The plan in a file; raises UnreadableFile."""
    return read_file(path)


def facts(document: Document) -> tuple[Fact, ...]:
    """What a plan says that can be counted, compared and made local, in reading order."""
    return facts_of(document, knowledge())


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: an entry, or the error that says why not; `known`: the same text was there before."""

    path: Path
    entry: Entry | None = None
    error: DrafterError | None = None
    known: bool = False


Progress = Callable[[int, int], bool]
"""Told (done, all); answers whether to go on."""


def open_library(where: str | Path | None = None) -> Library:
    """The library in a file, by default in the user's data folder, or on a server (postgresql://…).

    A new one in a file gets the reference plans. A damaged one is set aside and made again from the originals beside
    it; `mended` of the library says so.
    """
    given = Given(_groups, _level, READER)
    if isinstance(where, str) and where.startswith(_SERVERS):
        return _on_server(where, given)
    path = _file(where)
    try:
        library = SqliteLibrary(path, given)
    except DamagedLibrary:
        return _mended(path, given)
    if library.is_new:
        import_plans(library, sorted(resources.reference_docs().glob("*.docx")))
    return library


_SERVERS = ("postgresql://", "postgres://")


def _on_server(address: str, given: Given) -> Library:
    try:
        from drafter.library.postgres import PostgresLibrary
    except ImportError as error:
        raise DrafterError("本程序没有安装连接共用资料库所需的组件 psycopg。", "请安装 psycopg 后再试。") from error
    return PostgresLibrary(address, given)


def rebuild(where: str | Path | None = None) -> Library:
    """The library made again from its originals, whatever state its file is in; the file is set aside."""
    return _mended(_file(where), Given(_groups, _level, READER))


def _file(where: str | Path | None) -> Path:
    return Path(where) if where else resources.user_data() / "library.db"


def _mended(path: Path, given: Given) -> Library:
    aside, kept = set_aside(path)
    library = SqliteLibrary(path, given)
    failed = 0
    for original in kept:
        try:
            entry = library.add(
                read_file(original.file), original.name or original.file.name, original.file.read_bytes()
            )
            library.restore(entry.key, original)
        except DrafterError:
            failed += 1
    library.mended = f"资料库已损坏，损坏的文件移到 {aside}；已按原文件重建，共 {len(library.entries())} 份资料。"
    if failed:
        library.mended += f"有 {failed} 份原文件没能读入，仍在原文件夹。"
    return library


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    """Names of agencies that mean the same, function by function."""
    directory = knowledge().directory
    names = [directory.names_of(function) for function in directory.functions]
    return tuple(tuple(level + name for name in group) for group in names for level in ("", *"省市区县"))


def _level(region: str) -> str:
    found = knowledge().gazetteer.region(region) if region else None
    return str(found.level) if found else ""


def import_plans(library: Library, paths: Iterable[Path], on_progress: Progress | None = None) -> tuple[Imported, ...]:
    """What became of each file; folders are searched.

    What is still to be read is noted in the library, so that `resume` can go on where the program ended.
    """
    files = [file for path in paths for file in plan_files(path)]
    library.begin_import(files)
    return _import_noted(library, files, on_progress)


def resume_import(library: Library, on_progress: Progress | None = None) -> tuple[Imported, ...]:
    """What became of the files that an interrupted import had not read."""
    return _import_noted(library, list(library.pending()), on_progress)


def _import_noted(library: Library, files: list[Path], on_progress: Progress | None) -> tuple[Imported, ...]:
    done: list[Imported] = []
    for path, read in read_ahead(files):
        if on_progress and not on_progress(len(done), len(files)):
            break
        done.append(_put_in(library, path, read))
    return tuple(done)


def import_plan(library: Library, path: Path) -> Imported:
    """What became of one file, which an import need not read any more."""
    ((_, found),) = read_ahead([path])
    return _put_in(library, path, found)


def _put_in(library: Library, path: Path, found: Document | DrafterError) -> Imported:
    if isinstance(found, DrafterError):
        done = Imported(path, error=found)
    else:
        try:
            before = library.count
            entry = library.add(found, path.name, path.read_bytes())
            done = Imported(path, entry, known=library.count == before)
        except DrafterError as error:
            done = Imported(path, error=error)
        except OSError as error:
            done = Imported(path, error=DrafterError(f"读不到 {path}：{error.strerror}。", "请检查文件是否还在。"))
    library.end_import(path)
    return done


def reread_plans(
    library: Library, keys: Iterable[str] = (), on_progress: Progress | None = None
) -> tuple[Imported, ...]:
    """What became of plans read again from their originals; without keys, of all that an older reader read.

    Corrections stay.
    """
    wanted = [library.entry(key) for key in keys] or [one for one in library.entries() if one.reader < READER]
    done: list[Imported] = []
    for entry in wanted:
        if on_progress and not on_progress(len(done), len(wanted)):
            break
        done.append(_reread(library, entry))
    return tuple(done)


def _reread(library: Library, entry: Entry) -> Imported:
    path = Path(entry.name)
    try:
        return Imported(path, library.reread(entry.key, read_file(library.original(entry.key))))
    except DrafterError as error:
        return Imported(path, error=error)


def similar_sections(
    library: Library, document: Document, wanted: str, most: int, key: str = ""
) -> tuple[Similar, ...]:
    """The sections of other plans most like a section of a plan, whose own `key` is left out; raises NotFound."""
    return library.similar(section_text(document, wanted), most, key)


def section_text(document: Document, wanted: str) -> str:
    """What a section of a plan says with all that stands under it, headings left out; raises NotFound."""
    path, _ = find_section(document, wanted)
    inside = [one for here, one in sections(document) if here == path or here.startswith(f"{path}/")]
    text = "\n".join(text_of(p.spans) for one in inside for p in paragraphs(one.blocks))
    if not text:
        raise NotFound(f"“{path}”这一节没有正文。", "请选有正文的一节。")
    return text


def plan_files(path: Path) -> list[Path]:
    """The file itself, or the plans in a folder: what can be read there by its ending.

    Lock files of Word and the originals of a library that lies in the folder are left out.
    """
    if not path.is_dir():
        return [path]
    readable = (one for one in path.glob("**/*") if one.suffix.lower() in READABLE and not one.name.startswith("~$"))
    return sorted(one for one in readable if not one.parent.name.endswith(ORIGINALS))
