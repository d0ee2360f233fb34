"""Other ways to find sections and similar sections, on the text of one library, in one run."""

# ruff: noqa: SLF001, ARG001 - the tables are read; every way is made from the same things
from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.library import drafts, spread, timed
from drafter.library.grams import folded, grams
from drafter.library.store import SqliteLibrary
from drafter.text.segment import words

LOOKED_FOR = 12


def compare(library: SqliteLibrary, folder: Path) -> None:
    """Recall and time of every way, printed; recall counts the sections that really hold the words."""
    rows = library._base.execute("SELECT id, title || char(10) || body FROM section").fetchall()
    texts = ["\n".join(map(folded, text.split("\n", 1))) for _, text in rows]
    numbers = [number for number, _ in rows]
    dice = random.Random(5)
    asked: dict[str, list[str]] = {}
    for size in (1, 2, 4, 9):
        cuts: list[str] = []
        while len(cuts) < LOOKED_FOR:
            text = dice.choice(texts)
            if len(text) > 60:
                at = dice.randrange(len(text) - size)
                if "\n" not in text[at : at + size]:
                    cuts.append(text[at : at + size])
        asked[f"{size} characters"] = cuts
    print(f"\npeers at {len(rows)} sections: time, and how many of the sections that hold the words are found")
    for name, make in (
        ("drafter", ours),
        ("SQLite trigram", trigram),
        ("tantivy, cut words", tantivy_words),
        ("scan", scan),
    ):
        began = time.perf_counter()
        find = make(library, numbers, texts, folder)
        print(f"{name}, made in {time.perf_counter() - began:.1f} s")
        for kind, queries in asked.items():
            truth = {query: {n for n, text in zip(numbers, texts, strict=True) if query in text} for query in queries}
            recall = [len(set(find(query, 10**6)) & truth[query]) / len(truth[query]) for query in queries]
            times = timed(partial(find, most=20), queries)
            print(f"  {kind:14} {spread(times)}  recall {sum(recall) / len(recall):.2f}")
    similar_peers(library, rows, dice)


Find = Callable[[str, int], list[int]]


def ours(library: SqliteLibrary, numbers: list[int], texts: list[str], folder: Path) -> Find:
    """The library itself, by the numbers of sections."""
    from drafter.library.query import Query, Word

    def find(query: str, most: int) -> list[int]:
        if most == 20:
            library.search(f'"{query}"', most)
            return []
        return library._finder._ranked(Query((Word((query,)),), ()), most)

    return find


def trigram(library: SqliteLibrary, numbers: list[int], texts: list[str], folder: Path) -> Find:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5 (body, content='', tokenize='trigram')")
    base.executemany("INSERT INTO t (rowid, body) VALUES (?, ?)", zip(numbers, texts, strict=True))

    def find(query: str, most: int) -> list[int]:
        quoted = '"' + query.replace('"', '""') + '"'
        sql = "SELECT rowid FROM (SELECT rowid, bm25(t) AS b FROM t WHERE t MATCH ? LIMIT 2000) ORDER BY b LIMIT ?"
        if most > 2000:
            sql = "SELECT rowid FROM t WHERE t MATCH ? LIMIT ?"
        return [row[0] for row in base.execute(sql, (quoted, most))]

    return find


def tantivy_words(library: SqliteLibrary, numbers: list[int], texts: list[str], folder: Path) -> Find:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("n", stored=True)
    builder.add_text_field("body", tokenizer_name="whitespace")
    index = tantivy.Index(builder.build())
    writer = index.writer(50_000_000, 1)
    for number, text in zip(numbers, texts, strict=True):
        writer.add_document(tantivy.Document(n=number, body=" ".join(words(text))))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(query: str, most: int) -> list[int]:
        cut = [word for word in words(query) if word.strip()]
        if len(cut) > 1:
            wanted = tantivy.Query.phrase_query(index.schema, "body", cut)
        else:
            wanted = tantivy.Query.term_query(index.schema, "body", query)
        return [searcher.doc(at)["n"][0] for _, at in searcher.search(wanted, min(most, len(numbers))).hits]

    return find


def scan(library: SqliteLibrary, numbers: list[int], texts: list[str], folder: Path) -> Find:
    def find(query: str, most: int) -> list[int]:
        return [number for number, text in zip(numbers, texts, strict=True) if query in text][:most]

    return find


def similar_peers(library: SqliteLibrary, rows: list[tuple[int, str]], dice: random.Random) -> None:
    """Sections rewritten, and whether what they were is found: first, and among ten."""
    from datasketch import MinHash, MinHashLSH
    from rapidfuzz import fuzz, process

    rewritten = drafts(library, dice, LOOKED_FOR)
    texts = [text for _, text in rows]

    def minhash(text: str) -> MinHash:
        made = MinHash(64)
        made.update_batch([pair.encode() for pair in set(grams(text))])
        return made

    began = time.perf_counter()
    near = MinHashLSH(threshold=0.4, num_perm=64)
    for place, text in enumerate(texts):
        near.insert(str(place), minhash(text))
    made = time.perf_counter() - began
    ways: dict[str, Callable[[str], list[str]]] = {
        "drafter": lambda text: [one.text for one in library.similar(text, 10)],
        "rapidfuzz ratio over all": lambda text: [
            one[0] for one in process.extract(text, texts, scorer=fuzz.ratio, limit=10)
        ],
        f"MinHash 64, made in {made:.0f} s": lambda text: [texts[int(place)] for place in near.query(minhash(text))][
            :10
        ],
    }
    for name, find in ways.items():
        times = timed(find, [draft for draft, _ in rewritten])
        told = [find(draft) for draft, _ in rewritten]
        ten = sum(any(was in text for text in some) for some, (_, was) in zip(told, rewritten, strict=True))
        first = sum(any(was in text for text in some[:1]) for some, (_, was) in zip(told, rewritten, strict=True))
        print(f"similar, {name:28} {spread(times)}  found first {first}/{len(told)}, among ten {ten}/{len(told)}")
