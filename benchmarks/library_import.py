"""Importing a folder of Word files of ten thousand characters, one durable commit each."""

from __future__ import annotations

import os
import time
from pathlib import Path

from docx import Document as WordFile

from benchmarks.library import Maker
from drafter.library.store import SqliteLibrary
from drafter.model.document import Document
from drafter.model.walk import heading_text, paragraphs, sections, text_of
from drafter.reading.files import read_file
from drafter.workflow.plans import facts, import_plans


def measure_import(folder: Path, count: int, maker: Maker) -> None:
    """Files a second, and what each step costs."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        write(maker.plan(number), folder / f"{number}.docx")
    library = SqliteLibrary(folder.parent / "imported.db")
    began = time.perf_counter()
    done = import_plans(library, [folder])
    took = time.perf_counter() - began
    characters = sum(one.entry.characters for one in done if one.entry) / count
    print(f"\nimport of {count} .docx of {characters:.0f} characters: {count / took:.0f} files a second")
    files = sorted(folder.glob("*.docx"))[:20]
    began = time.perf_counter()
    plans = [read_file(path) for path in files]
    read = time.perf_counter()
    other = SqliteLibrary(folder.parent / "other.db")
    for plan, path in zip(plans, files, strict=True):
        other.add(plan, path.name, path.read_bytes())
    added = time.perf_counter()
    for plan in plans[:5]:
        facts(plan)
    counted = time.perf_counter()
    synced = bare_sync(folder.parent / "sync")
    print(f"  reading {(read - began) / 20 * 1000:.1f} ms, adding {(added - read) / 20 * 1000:.1f} ms, "
          f"facts (not part of it) {(counted - added) / 5 * 1000:.0f} ms; 4 KB and fsync {synced:.2f} ms")  # fmt: skip


def bare_sync(path: Path, times: int = 20) -> float:
    """Milliseconds to write and sync four kilobytes, on average: what a durable commit costs at least."""
    began = time.perf_counter()
    with path.open("wb") as file:
        for _ in range(times):
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
    return (time.perf_counter() - began) / times * 1000


def write(plan: Document, path: Path) -> None:
    file = WordFile()
    file.add_paragraph(text_of(plan.title), style="Title")
    for _, section in sections(plan):
        file.add_paragraph(heading_text(section), style="Heading 1")
        for paragraph in paragraphs(section.blocks):
            file.add_paragraph(text_of(paragraph.spans))
    file.save(str(path))
