"""Programs killed at random moments while they edit, save, import and export: what each left behind opens whole.

    python -m tests.trust.kills --count 1000 --seed 1

A parent forks a program, reads from a pipe what it has promised (noted, saved, imported, exported), kills it with
SIGKILL, and opens everything again. One folder is used for fifty programs in a row, as a user's is.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter import workflow
from drafter.draftfile import open_draft
from drafter.keeping.desk import Desk, keyed
from drafter.keeping.recovery import abandoned, discard
from drafter.keeping.saved import stamp
from drafter.library.store import SqliteLibrary as Library
from drafter.model.document import Document, Paragraph, Section
from drafter.model.draft import Draft
from drafter.model.edits import with_ids
from drafter.model.numbering import Form, Number
from drafter.workflow.plans import resume_import

IN_A_ROW = 50
"""How many programs use one folder one after the other."""
LONGEST = 0.25
"""Seconds after its first promise within which a program is killed."""


@dataclass
class Promised:
    """What a program said was done, the last of each kind."""

    noted: int = 0
    saved: int = 0
    imported: list[int] = field(default_factory=list)
    folders: list[int] = field(default_factory=list)
    exported: list[str] = field(default_factory=list)


def grown(number: int) -> Draft:
    """A draft of some twenty paragraphs that says which edit made it."""
    blocks = tuple(Paragraph((f"第{number}次修改之后的第{row}段，说明工作怎样推进。",)) for row in range(20))
    section = Section(("总体要求",), 1, Number(Form.COMMA, 1), blocks=blocks)
    return replace(with_ids(Draft(), Document(title=(str(number),), sections=(section,))), key="onedraft")


def number_of(draft: Draft) -> int:
    return int(str(draft.document.title[0]))


def program(folder: Path, first: int, seed: int, promise: int) -> None:
    """Edit, note, save, import and export for ever, saying after each what is done."""
    dice = random.Random(seed)
    desk, library, path = Desk(folder / "user"), Library(folder / "library.db"), folder / "稿.draft.json"
    number, known = first, stamp(path)

    def say(words: str) -> None:
        os.write(promise, f"{words}\n".encode())

    say("ready")
    while True:
        number += 1
        draft = grown(number)
        match dice.randrange(9):
            case 0 | 1:
                known = desk.save(draft, path, known).known
                say(f"saved {number}")
            case 2:
                plan = Document(title=(f"第{number}号方案",), sections=draft.document.sections)
                library.add(plan, f"{number}.txt", str(number).encode())
                say(f"imported {number}")
            case 4:
                more = folder / f"{number}-files"
                more.mkdir()
                for row in range(4):
                    (more / f"{row}.txt").write_text(
                        f"第{number}号方案之{row}\n\n一、总体要求\n说明工作怎样推进。\n", "utf-8"
                    )
                workflow.import_plans(library, [more])
                say(f"folder {number}")
            case 3:
                say(f"exported {workflow.export(draft, folder / f'{number}.docx').path.name}")
            case _:
                desk.recovery.note(draft, path, known)
                say(f"noted {number}")


def killed(folder: Path, first: int, dice: random.Random) -> Promised:
    """What a program had promised when it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            program(folder, first, dice.randrange(2**31), writer)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.readline() == b"ready\n", "the program did not begin"
        time.sleep(dice.random() * LONGEST)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return promised(pipe.read().decode().splitlines())


def promised(lines: list[str]) -> Promised:
    found = Promised()
    for kind, what in (line.split() for line in lines):
        match kind:
            case "noted":
                found.noted = int(what)
            case "saved":
                found.saved = int(what)
            case "imported":
                found.imported.append(int(what))
            case "folder":
                found.folders.append(int(what))
            case _:
                found.exported.append(what)
    return found


def faults(folder: Path, before: int, said: Promised) -> Iterator[str]:
    """One line for everything that was promised and is not there, or is there but damaged."""
    path = folder / "稿.draft.json"
    saved = number_of(open_draft(path)) if path.exists() else 0
    if saved < max(before, said.saved):
        yield f"saved {said.saved}, the file has {saved}"
    left = abandoned(folder / "user" / "recovery", folder / "user" / "running")
    newest = max((number_of(one.draft) for one in left), default=0)
    if newest < said.noted:
        yield f"noted {said.noted}, recovered {newest}"
    for one in left:
        discard(one.file)
    desk = Desk(folder / "user")
    versions = desk.versions(keyed(grown(0)))
    for version in versions.all():
        versions.open(version)
    desk.close()
    with closing(Library(folder / "library.db")) as library:
        resume_import(library)
        titles = {entry.title for entry in library.entries()}
        for more in folder.glob("*-files"):
            missing = [f"第{more.name[:-6]}号方案之{row}" for row in range(4)]
            begun = any(title in titles for title in missing) or int(more.name[:-6]) in said.folders
            yield from (f"the folder lost {title}" for title in missing if begun and title not in titles)
        yield from (f"{entry.title} has no original" for entry in library.entries() if not library.original(entry.key))
        yield from (f"imported {one} is gone" for one in said.imported if f"第{one}号方案" not in titles)
        if (state := library.damage()) is not None:
            yield f"the library: {state}"
    for name in folder.glob("*.docx"):
        if not zipfile.is_zipfile(name) or zipfile.ZipFile(name).testzip():
            yield f"{name.name} is torn"
    yield from (f"exported {name} is gone" for name in said.exported if not (folder / name).exists())


def kill_many(count: int, seed: int) -> list[str]:
    """Every fault that so many kills brought to light."""
    dice = random.Random(seed)
    found: list[str] = []
    for row in range(0, count, IN_A_ROW):
        folder = Path(tempfile.mkdtemp(prefix="drafter-kills-"))
        before = number = 0
        for turn in range(row, min(count, row + IN_A_ROW)):
            said = killed(folder, number, dice)
            number += 10_000
            found += [f"kill {turn}: {fault}" for fault in faults(folder, before, said)]
            before = max(before, said.saved)
        shutil.rmtree(folder)
    return found


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    began = time.perf_counter()
    found = kill_many(options.count, options.seed)
    print("\n".join(found) or "no fault")
    print(f"{options.count} kills, {len(found)} faults, {time.perf_counter() - began:.0f} s")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
