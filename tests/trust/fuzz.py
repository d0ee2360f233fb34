"""Damaged files of every kind the program reads: each ends in a value or in one sentence, soon, in little memory.

    python -m tests.trust.fuzz --count 100000 --seed 1

The seeds are the files of the tests and of the program; each input is one of them after a few mutations. Inputs are
read in forked programs of a limited size, so that one that hangs or swells is found and named. Faults are written to
the folder named by --keep.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from drafter import resources
from drafter.adapting.directory import load_directory
from drafter.adapting.gazetteer import load_gazetteer
from drafter.adapting.localities import load_locality
from drafter.draftfile import draft_bytes, read_draft
from drafter.errors import DrafterError
from drafter.keeping.desk import keyed
from drafter.reading.files import read_bytes
from drafter.recipe import read_recipe
from drafter.workflow import localise_plan, locality, read
from drafter.writing.profile import load_profile
from tests.reading.printed import LEFT, TOP, pdf, say
from tests.reading.test_ofd import ofd

SECONDS_MOST = 10
BYTES_MOST = 1_000_000_000
BATCH = 250
"""How many inputs one forked program reads."""
CORPUS = Path(__file__).resolve().parent.parent / "reading" / "corpus"
TOKENS = [
    *(one.encode() for one in ("一、", "（一）", "1.", "（责任单位：", "）", "专栏1", "附件：", "第一条", "——", "\u3000", "【", "〔2023〕")),
    *(b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b'<w:numId w:val="1"/>', b"&#0;", b"]]>", b"<!DOCTYPE a>", b"\x00", b"\xff\xfe"),
    *(b"[[section]]", b"= [", b'"""', b"{", b"}}", b"9" * 40, b"-1", b"null", b"1e999", b"stream", b"endobj", b"<table><td>"),
]  # fmt: skip

Reader = Callable[[bytes, str, Path], object]


def _as_file(load: Callable[[Path], object]) -> Reader:
    def work(data: bytes, name: str, folder: Path) -> object:
        path = folder / name
        path.write_bytes(data)
        return load(path)

    return work


READERS: dict[str, Reader] = {
    "plan": lambda data, name, _: read_bytes(data, name),
    "draft": lambda data, name, _: read_draft(data, Path(name)),
    "recipe": _as_file(read_recipe),
    "locality": _as_file(load_locality),
    "profile": _as_file(load_profile),
    "directory": _as_file(load_directory),
    "gazetteer": _as_file(load_gazetteer),
}


@cache
def seeds() -> tuple[tuple[str, str, bytes], ...]:
    """(reader, file name, bytes) of every whole file that mutations begin from."""
    plans = [
        *CORPUS.glob("*.txt"),
        *CORPUS.glob("*.md"),
        *CORPUS.glob("*.html"),
        *resources.reference_docs().glob("*.docx"),
    ]
    found = [("plan", path.name, path.read_bytes()) for path in sorted(plans)]
    words = "".join(say(LEFT, TOP - 29 * row, f"（{row}）建设平台，推广应用。") for row in range(12))
    found += [("plan", "a.pdf", pdf(words, words)), ("plan", "a.ofd", ofd("", ""))]
    plan = read(next(resources.reference_docs().glob("*.docx")))
    found.append(("draft", "a.draft.json", draft_bytes(keyed(localise_plan(plan, locality("威海市"))))))
    for kind, folder, ending in (
        ("recipe", "outlines", "toml"),
        ("locality", "localities", "toml"),
        ("profile", "profiles", "toml"),
    ):
        found += [
            (kind, path.name, path.read_bytes())
            for path in sorted((resources.templates() / folder).glob(f"*.{ending}"))
        ]
    found += [(kind, f"{name}.csv", (resources.templates() / f"{name}.csv").read_bytes()[:20_000])
              for kind, name in (("directory", "agencies"), ("gazetteer", "gazetteer"))]  # fmt: skip
    return tuple(found)


@cache
def by_format() -> dict[tuple[str, str], list[tuple[str, str, bytes]]]:
    """The seeds by reader and ending, so that a format with few files is not tried less."""
    found: dict[tuple[str, str], list[tuple[str, str, bytes]]] = {}
    for one in seeds():
        found.setdefault((one[0], Path(one[1]).suffix), []).append(one)
    return found


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes after one to six small harms; of a zip file mostly the bytes of one of its parts."""
    if zipfile.is_zipfile(io.BytesIO(data)) and dice.random() < 0.8:
        return _with_part_mutated(data, dice)
    whole = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(whole) + 1)
        end = min(len(whole), at + int(dice.expovariate(1 / 60)))
        match dice.randrange(7):
            case 0:
                whole[at:end] = b""
            case 1:
                whole[at:at] = dice.choice(TOKENS)
            case 2:
                whole[at:end] = dice.randbytes(end - at)
            case 3:
                whole[at:at] = whole[at:end] * dice.choice((1, 2, 50))
            case 4:
                del whole[at : None if dice.random() < 0.3 else end]
            case 5:
                other = dice.choice(seeds())[2]
                start = dice.randrange(len(other))
                whole[at:end] = other[start : start + 200]
            case _:
                if at < len(whole):
                    whole[at] ^= 1 << dice.randrange(8)
    return bytes(whole)


def _with_part_mutated(data: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    harmed = dice.choice([name for name in parts if parts[name]])
    parts[harmed] = mutated(parts[harmed], dice)
    if dice.random() < 0.05:
        del parts[dice.choice(list(parts))]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def made(seed: int) -> tuple[str, str, bytes]:
    """(reader, file name, bytes) of the input with this number."""
    dice = random.Random(seed)
    kind, name, data = dice.choice(by_format()[dice.choice(list(by_format()))])
    if kind == "plan" and dice.random() < 0.05:
        name = "a" + Path(dice.choice(seeds())[1]).suffix
    return kind, name, mutated(data, dice)


def fault_of(kind: str, name: str, data: bytes, folder: Path) -> str:
    """What is wrong with how an input was read; "" where it ended in a value or in one sentence."""
    try:
        READERS[kind](data, name, folder)
    except DrafterError as error:
        return "" if error.message else "an error without a sentence"
    except Exception:  # noqa: BLE001 - that is what is looked for
        return traceback.format_exc()
    return ""


def batch(first: int, last: int) -> list[tuple[int, str]]:
    """(number, fault) of the inputs from first up to last, read in a program of its own."""
    found: list[tuple[int, str]] = []
    while first < last:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            _read_all(first, last, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            said = pipe.read().decode("utf-8", "replace").split("\0")
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        at = first
        for one in said[:-1]:
            number, _, fault = one.partition(" ")
            at = int(number)
            if fault:
                found.append((at, fault))
        if status == 0:
            break
        at = int(said[-1].partition(" ")[0] or at)
        found.append((at, "hangs" if status == -signal.SIGALRM else f"ended with {status}"))
        first = at + 1
    return found


def _read_all(first: int, last: int, promise: int) -> None:
    swollen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 + BYTES_MOST
    resource.setrlimit(resource.RLIMIT_AS, (swollen * 4, swollen * 4))
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, last):
            os.write(promise, f"{number} ".encode())
            signal.alarm(SECONDS_MOST)
            fault = fault_of(*made(number), Path(folder))
            signal.alarm(0)
            if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > swollen:
                fault = fault or "swells beyond the limit"
            os.write(promise, fault.replace("\0", " ").encode("utf-8", "replace") + b"\0")
            if fault.startswith("swells"):
                break
    os._exit(0)


def fuzz(count: int, seed: int, keep: Path | None = None) -> list[tuple[int, str]]:
    """(number, fault) of so many inputs; the inputs of faults are written to `keep`."""
    found: list[tuple[int, str]] = []
    seeds()
    for first in range(seed * 10_000_000, seed * 10_000_000 + count, BATCH):
        found += batch(first, min(first + BATCH, seed * 10_000_000 + count))
    for number, _ in found if keep else ():
        kind, name, data = made(number)
        assert keep is not None
        (keep / f"{kind}-{number}-{name}").write_bytes(data)
    return found


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", type=Path)
    options = asked.parse_args()
    began = time.perf_counter()
    found = fuzz(options.count, options.seed, options.keep)
    for number, fault in found:
        print(f"--- {number} {made(number)[:2]}\n{fault}")
    print(f"{options.count} inputs, {len(found)} faults, {time.perf_counter() - began:.0f} s")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
