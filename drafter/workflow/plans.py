"""Plans of others: read, understood, kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter import resources
from drafter.adapting.facts import facts as facts_of
from drafter.errors import DrafterError
from drafter.library.store import Entry, Library
from drafter.model.document import Document
from drafter.model.fact import Fact
from drafter.reading.files import READABLE, read_file
from drafter.workflow.given import knowledge


def read(path: Path) -> Document:
    """The plan in a file; raises UnreadableFile."""
    return read_file(path)


def facts(document: Document) -> tuple[Fact, ...]:
    """What a plan says that can be counted, compared and made local, in reading order."""
    return facts_of(document, knowledge())


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: an entry, or the error that says why not."""

    path: Path
    entry: Entry | None = None
    error: DrafterError | None = None


def open_library(path: Path | None = None) -> Library:
    """The library in a file, by default in the user's data folder; a new one gets the reference plans."""
    library = Library(path or resources.user_data() / "library.db")
    if library.is_new:
        import_plans(library, sorted(resources.reference_docs().glob("*.docx")))
    return library


def import_plans(
    library: Library, paths: Iterable[Path], on_progress: Callable[[int, int], bool] | None = None
) -> tuple[Imported, ...]:
    """What became of each file; folders are searched. `on_progress(done, all)` answers whether to go on."""
    files = [file for path in paths for file in plan_files(path)]
    done: list[Imported] = []
    for path in files:
        if on_progress and not on_progress(len(done), len(files)):
            break
        done.append(_import(library, path))
    return tuple(done)


def _import(library: Library, path: Path) -> Imported:
    try:
        document = read_file(path)
        return Imported(path, entry=library.add(document, path.name, path.read_bytes()))
    except DrafterError as error:
        return Imported(path, error=error)


def plan_files(path: Path) -> list[Path]:
    """The file itself, or the plans in a folder: what can be read there by its ending, but no lock files of Word."""
    if not path.is_dir():
        return [path]
    return sorted(one for one in path.glob("**/*") if one.suffix.lower() in READABLE and not one.name.startswith("~$"))
