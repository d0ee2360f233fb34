"""The library at growing size: search, similar sections, import, growth, and other ways to do the same in one run.

    uv run --group bench python -m benchmarks.library --plans 1000 --peers

Plans are recombined from the sentences of the reference plans with a fixed seed: every one has a place, a topic,
years and figures of its own, and some words replaced. Times are CPU time of one query on an open library; durable
commits and the cold start are wall-clock.
"""

# ruff: noqa: SLF001 - the tables are measured too

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from drafter import resources
from drafter.errors import DrafterError
from drafter.library.grams import folded
from drafter.library.store import SqliteLibrary
from drafter.model.document import Document, Paragraph, Section
from drafter.model.numbering import Form, Number
from drafter.model.walk import passages, text_of
from drafter.reading.files import read_file
from drafter.text.segment import words
from drafter.text.sentences import sentences

TOPICS = (
    "低空经济", "人工智能", "生物医药", "新型储能", "海洋渔业", "乡村旅游", "养老服务",
    "智能制造", "数字贸易", "绿色建材", "冷链物流", "商业航天", "氢能", "集成电路",
    "量子信息", "跨境电商", "种业", "节水灌溉", "城市更新", "职业教育",
)  # fmt: skip
SECTIONS = 30
CHANGED = 0.05
"""So many words of a sentence are others, from the tables of places, firms and common words."""


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


class Maker:
    """Makes plans, always the same ones for a seed."""

    def __init__(self, seed: int = 7) -> None:
        self.dice = random.Random(seed)
        plans = [read_file(path) for path in sorted(resources.reference_docs().glob("*.docx"))]
        texts = [text_of(one.spans) for plan in plans for one in passages(plan)]
        self.said = sorted({one for text in texts for one in parted(text) if 12 < len(one) < 120})
        heads = (text_of(one.spans) for plan in plans for one in passages(plan) if not one.block)
        self.heads = sorted({head for head in heads if 4 <= len(head) <= 20})
        gazetteer = (resources.templates() / "gazetteer.csv").read_text("utf-8-sig").splitlines()
        tables = [
            (resources.templates() / name).read_text("utf-8-sig")
            for name in ("common.csv", "names.csv", "gazetteer.csv")
        ]
        self.words = sorted({one for table in tables for one in re.findall(r"[一-鿿]{2,4}", table)})
        self.places = sorted(
            {one for row in gazetteer for one in row.split(",") if re.fullmatch(r"[一-鿿]{2,6}市", one)}
        )

    def sentence(self, topic: str, place: str) -> str:
        """A sentence with its figures, topic and place changed."""
        text = self.dice.choice(self.said)
        text = re.sub(r"元宇宙|虚拟现实", topic, text)
        text = re.sub(r"济南市?|武汉市?|威海市?|山东省?", place, text)
        text = re.sub(r"\d+", lambda _: str(self.dice.randrange(1, 400)), text)
        return "".join(self.dice.choice(self.words) if self.dice.random() < CHANGED else one for one in words(text))

    def plan(self, number: int) -> Document:
        """A plan of thirty sections, some ten thousand characters."""
        dice = self.dice
        place, topic = dice.choice(self.places), dice.choice(TOPICS)
        year = dice.randrange(2012, 2027)
        sections: list[Section] = []
        for ordinal in range(SECTIONS):
            head = dice.choice(self.heads).replace("元宇宙", topic)
            said = "".join(self.sentence(topic, place) for _ in range(dice.randrange(4, 9)))
            form = Number(Form.COMMA, ordinal + 1)
            sections.append(Section((head,), 1, form, blocks=(Paragraph((said,)),)))
        title = f"{place}促进{topic}高质量发展行动计划第{number}号"
        return Document(
            title=(title,), kind="行动计划", region=place, period=(year, year + 3), sections=tuple(sections)
        )


def filled(path: Path, count: int, maker: Maker, quick: bool = True) -> tuple[SqliteLibrary, list[float]]:
    """A library of so many plans, and the milliseconds of adding the last ones."""
    library = SqliteLibrary(path)
    if quick:  # durable commits are measured apart
        library._base.execute("PRAGMA synchronous = OFF")
    times: list[float] = []
    for number in range(library.count, count):
        plan = maker.plan(number)
        began = time.perf_counter()
        library.add(plan, f"{number}.txt", b"")
        times.append((time.perf_counter() - began) * 1000)
    library._base.execute("PRAGMA synchronous = FULL")
    return library, times[-1000:]


def spread(times: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(times) or [0.0]
    return f"p50 {statistics.median(ordered):8.2f}  p95 {ordered[int(len(ordered) * 0.95)]:8.2f} ms"


def timed(function: Callable[[str], object], queries: list[str]) -> list[float]:
    """CPU milliseconds of each query."""
    times: list[float] = []
    for query in queries:
        began = time.process_time()
        with suppress(DrafterError):
            function(query)
        times.append((time.process_time() - began) * 1000)
    return times


def queries(library: SqliteLibrary, dice: random.Random, each: int = 25) -> dict[str, list[str]]:
    """Queries of every kind, cut from what the library holds."""
    (last,) = library._base.execute("SELECT max(id) FROM section").fetchone()
    bodies: list[str] = []
    while len(bodies) < each:
        row = library._base.execute("SELECT body FROM section WHERE id >= ?", (dice.randrange(1, last),)).fetchone()
        if len(folded(row[0])) > 150:
            bodies.append(folded(row[0]))

    def cut(size: int) -> list[str]:
        return [body[(at := dice.randrange(len(body) - size)) : at + size] for body in bodies]

    return {
        "1 character": cut(1),
        "2 characters": cut(2),
        "2, common words": ["产业", "企业", "发展", "建设", "技术", "创新", "服务", "平台", "应用", "数字"],
        "4 characters": cut(4),
        "9 characters": cut(9),
        "40 characters": cut(40),
        "120 characters": cut(120),
        "three words": [" ".join(row) for row in zip(cut(2), cut(2), cut(3), strict=True)],
        "three of one section": [f"{body[5:7]} {body[30:32]} {body[60:62]}" for body in bodies],
        "place and word": [f"place:{place} 产业" for place in dice.sample(Maker().places, 10)],
        "year and word": ["year>=2024 创新", "year:2015 企业", "year<=2013 平台", "kind:行动计划 应用"],
        "agency": ["工业和信息化局", "市场监管局", "市委网信办", "发展改革委", "科技局"],
    }


def drafts(library: SqliteLibrary, dice: random.Random, count: int = 40) -> list[tuple[str, str]]:
    """Sections rewritten, each with what it was: a fifth of the sentences dropped, others first, figures changed."""
    (last,) = library._base.execute("SELECT max(id) FROM section").fetchone()
    found: list[tuple[str, str]] = []
    while len(found) < count:
        row = library._base.execute("SELECT body FROM section WHERE id >= ?", (dice.randrange(1, last),)).fetchone()
        said = [one for one in parted(row[0]) if dice.random() > 0.2]
        if len(said) > 2:
            dice.shuffle(said)
            found.append((re.sub(r"\d+", lambda _: str(dice.randrange(400)), "".join(said)), row[0]))
    return found


def size_of(library: SqliteLibrary) -> str:
    """The index against the text, and the whole file."""
    base = library._base
    base.execute("INSERT INTO fragment (fragment) VALUES ('optimize')")
    (text,) = base.execute(
        "SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))) FROM section"
    ).fetchone()
    tables = "SELECT block FROM fragment_data UNION ALL SELECT block FROM heading_data UNION ALL SELECT sz FROM "
    (index,) = base.execute(f"SELECT sum(length(block)) FROM ({tables} fragment_docsize)").fetchone()
    (kept,) = base.execute("SELECT sum(length(document)) FROM reading").fetchone()
    part = f"text {text / 1e6:.0f} MB, index {index / 1e6:.0f} MB = {index / text:.2f} x text"
    return f"{part}, readings {kept / 1e6:.0f} MB, file {library.path.stat().st_size / 1e6:.0f} MB"


def cold(path: Path, query: str) -> float:
    """Milliseconds to open a library whose pages are not in memory and answer the first query, in a new process."""
    with suppress(OSError), path.open("rb") as file:
        import os

        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    program = (
        "import time;from pathlib import Path;from drafter.library.store import SqliteLibrary\n"
        f"b=time.perf_counter();SqliteLibrary(Path({str(path)!r})).search({query!r});print(time.perf_counter()-b)"
    )
    return (
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout) * 1000
    )


def measure(folder: Path, count: int, maker: Maker) -> SqliteLibrary:
    """Everything of one size, printed."""
    began = time.perf_counter()
    library, adding = filled(folder / "library.db", count, maker)
    print(f"\n== {count} plans, {library._base.execute('SELECT count(*) FROM section').fetchone()[0]} sections, "
          f"made in {time.perf_counter() - began:.0f} s; last plans added: {spread(adding)}")  # fmt: skip
    print(size_of(library))
    dice = random.Random(11)
    everything: list[float] = []
    for kind, asked in queries(library, dice).items():
        times = timed(library.search, asked)
        everything += times
        print(f"  search {kind:22} {spread(times)}")
    print(f"  search {'all':22} {spread(everything)}")
    rewritten = drafts(library, dice)
    told = [[one.text for one in library.similar(draft, 10)] for draft, _ in rewritten]
    first, ten = (sum(was in rows[:n] for rows, (_, was) in zip(told, rewritten, strict=True)) for n in (1, 10))
    print(f"  similar sections              {spread(timed(library.similar, [draft for draft, _ in rewritten]))}  "
          f"found first {first / len(told):.2f}, among ten {ten / len(told):.2f}")  # fmt: skip
    near = ["chanye", "zhinengzhizao", "低孔经济", "元宇州"]
    print(f"  sounds and near words         {spread(timed(library.suggest, near))}")
    durable(library, maker)
    library._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print(
        f"  cold: open and first query    {spread([cold(library.path, query) for query in ('产业', '算力中心', '海')])}"
    )
    return library


def durable(library: SqliteLibrary, maker: Maker, count: int = 40) -> None:
    """One durable commit for every plan added and every plan removed."""
    plans = [replace(maker.plan(n), title=(f"另加第{n}号",)) for n in range(count)]
    keys: list[str] = []
    for name, act, given in (
        ("add", lambda plan: keys.append(library.add(plan, "x.txt", b"x").key), plans),
        ("remove", library.remove, keys),
    ):
        wall: list[float] = []
        cpu: list[float] = []
        for one in list(given):
            began, worked = time.perf_counter(), time.process_time()
            act(one)
            cpu.append((time.process_time() - worked) * 1000)
            wall.append((time.perf_counter() - began) * 1000)
        print(f"  {name} one plan, durable: CPU     {spread(cpu)}   wall {spread(wall)}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--plans", type=int, nargs="+", default=[1000], help="sizes, growing")
    asked.add_argument("--peers", action="store_true", help="other ways to do the same, at the last size")
    asked.add_argument("--docx", type=int, default=0, help="import so many .docx of 10,000 characters")
    asked.add_argument("--folder", type=Path, help="keep the library here")
    options = asked.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="drafter-library-"))
    maker = Maker()
    for count in options.plans:
        library = measure(folder, count, maker)
        if options.peers and count == options.plans[-1]:
            from benchmarks.library_peers import compare

            compare(library, folder)
        library.close()
    if options.docx:
        from benchmarks.library_import import measure_import

        measure_import(folder / "docx", options.docx, maker)


if __name__ == "__main__":
    main()
