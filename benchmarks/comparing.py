"""Aligning plans, finding what is the same in two, and in any of very many, beside difflib, rapidfuzz and MinHash.

    uv run --group bench python benchmarks/comparing.py --documents 10000

Each peer gets the threshold that suits it best. Text is made up with a fixed seed; a machine's own speed cancels out in
the ratios.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from drafter import workflow
from drafter.comparing.align import align
from drafter.comparing.copies import build_index, document_key, key_of, open_index
from drafter.comparing.overlap import SHORTEST, overlaps
from drafter.comparing.topics import topics
from drafter.model.document import Document
from drafter.model.walk import length, passages, sections, text_of
from tests.comparing.truth import Pair, agreement, f1, pairs

DRAFT, DOCUMENT, PLANTED = 20_000, 9_900, 200


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Median milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return statistics.median(found)


def ours(pair: Pair) -> set[tuple[str, str]]:
    found = tuple(topic for plan, one in enumerate(pair.documents) for topic in topics(one, plan))
    return {(found[one.one].path, found[one.other].path) for one in align(found)}


def by_headings(pair: Pair, alike: Callable[[str, str], float], least: float) -> set[tuple[str, str]]:
    """Every heading with the most similar one of the other plan, and the other way round."""
    first, second = ([(path, text_of(one.title)) for path, one in sections(plan)] for plan in pair.documents)
    scores = {(a, b): alike(one, other) for a, one in first for b, other in second}
    found = set()
    for a, _ in first:
        best = max(second, key=lambda other: scores[a, other[0]])[0]
        back = max(first, key=lambda one: scores[one[0], best])[0]
        if back == a and scores[a, best] >= least:
            found.add((a, best))
    return found


def alignment() -> None:
    from rapidfuzz import fuzz

    everything = pairs()
    methods: dict[str, Callable[[Pair, float], set[tuple[str, str]]]] = {
        "drafter": lambda pair, _: ours(pair),
        "difflib": lambda pair, least: by_headings(pair, lambda a, b: SequenceMatcher(None, a, b).ratio(), least),
        "rapidfuzz": lambda pair, least: by_headings(pair, lambda a, b: fuzz.ratio(a, b) / 100, least),
    }
    print(f"alignment, {len(everything)} pairs")
    for name, method in methods.items():
        best = (0.0, 0.0, (0, 0, 0))
        for least in (0.3, 0.4, 0.5, 0.6) if name != "drafter" else (0.0,):
            totals = [agreement(method(pair, least), pair.same, pair.maybe) for pair in everything]
            total = tuple(sum(column) for column in zip(*totals, strict=True))
            best = max(best, (f1(*total), least, total))
        took = timed(lambda method=method, least=best[1]: [method(pair, least) for pair in everything])
        right, wrong, missed = best[2]
        print(f"  {name:10} F1 {best[0]:.3f}  right {right}  wrong {wrong}  missed {missed}  {took:7.1f} ms")


def two_plans() -> None:
    from rapidfuzz import fuzz

    longest = max(pairs("known"), key=lambda pair: (pair.name == "shandong_jinan", length(pair.documents[0])))
    one, other = longest.documents
    first, second = document_key(one), document_key(other)
    found = next(overlaps([one, other]))
    blocks = [
        b for b in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks() if b.size >= SHORTEST
    ]
    keys = [key for key in map(key_of, (text_of(p.spans) for p in passages(one))) if len(key) >= SHORTEST]
    fuzzy = [fuzz.partial_ratio_alignment(key, second, score_cutoff=90) for key in keys]
    print(f"two plans of {len(first)} and {len(second)} characters: characters in runs of {SHORTEST} or more")
    took = timed(lambda: tuple(overlaps([one, other])))
    print(f"  drafter    {found.whole.copied:5}  {took:8.1f} ms (both ways, by section)")
    took = timed(lambda: SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks(), 1)
    print(f"  difflib    {sum(block.size for block in blocks):5}  {took:8.1f} ms (only runs in the same order in both)")
    took = timed(lambda: [fuzz.partial_ratio_alignment(key, second, score_cutoff=90) for key in keys], 1)
    alike = f"{sum(bool(one) for one in fuzzy)} of {len(keys)} paragraphs wholly alike"
    print(f"  rapidfuzz  {alike}  {took:8.1f} ms (no runs inside a paragraph)")


class Texts:
    """Made-up documents: real plans' clauses with a third of the words exchanged, some sentences common to all."""

    def __init__(self) -> None:
        self.chance = random.Random(1)
        plans = [one for pair in pairs() for one in pair.documents]
        clauses = [part for plan in plans for part in re.split("[，。；、\n]", _all_text(plan)) if len(part) > 5]
        self.words = [clause[i : i + 2] for clause in clauses for i in range(0, len(clause) - 1, 5)]
        self.clauses = clauses
        self.common = [self.clause() + self.clause() + self.clause() for _ in range(50)]

    def clause(self) -> str:
        clause = self.chance.choice(self.clauses)
        pieces = (clause[i : i + 2] for i in range(0, len(clause), 2))
        return "".join(self.chance.choice(self.words) if self.chance.random() < 0.35 else piece for piece in pieces)

    def key(self, characters: int) -> str:
        """Lines of about 180 characters."""
        lines, size = [], 0
        while size < characters:
            line = ""
            while len(line) < 180:
                line += self.chance.choice(self.common) if self.chance.random() < 0.01 else self.clause()
            lines.append(key_of(line))
            size += len(lines[-1])
        return "\n".join(lines)


def _all_text(plan: Document) -> str:
    return "\n".join(text_of(passage.spans) for passage in passages(plan))


def at_scale(documents: int) -> None:
    texts = Texts()
    keys = [texts.key(DOCUMENT) for _ in range(documents)]
    start = time.perf_counter()
    index = build_index((str(number), key) for number, key in enumerate(keys))
    built = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies"
        index.save(path)
        size, opened = path.stat().st_size, timed(lambda: open_index(path))
    draft = texts.key(DRAFT).split("\n")
    whole = timed(lambda: [index.copies(line) for line in draft], 5)
    each = statistics.median(timed(lambda line=line: index.copies(line)) for line in draft)
    size_of = f"{documents} documents of {DOCUMENT} characters"
    print(f"{size_of}: built in {built:.1f} s, {size / 1e6:.0f} MB, opened in {opened:.1f} ms")
    print(
        f"  a draft of {sum(map(len, draft))} characters {whole:.1f} ms (goal 50); a paragraph {each:.3f} ms (goal 0.1)"
    )
    planted = [_plant(texts, keys) for _ in range(PLANTED)]
    found = [(number, run, index.copies(line)) for number, run, line in planted]
    own = sum(any(one.document == number for one in copies) for number, _, copies in found)
    others = [(run, copies) for number, run, copies in found if all(one.document != number for one in copies)]
    common = [index.count(run) for run, copies in others if any(one.end - one.start >= len(run) for one in copies)]
    told = f"{own} from the very document, {len(common)} from others (they stand in {common} places, which is told)"
    print(f"  planted copies of 23 to 60 characters found with a source: {own + len(common)} of {PLANTED}, {told}")
    minhash(keys[:200], [(number, line) for number, _, line in (_plant(texts, keys[:200]) for _ in range(PLANTED))])


def _plant(texts: Texts, keys: list[str]) -> tuple[int, str, str]:
    number = texts.chance.randrange(len(keys))
    lines = [line for line in keys[number].split("\n") if len(line) > 60]
    length = texts.chance.randrange(23, 61)
    line = texts.chance.choice(lines)
    start = texts.chance.randrange(len(line) - length + 1)
    run = line[start : start + length]
    return number, run, key_of(texts.clause()) + run + key_of(texts.clause())


def minhash(keys: list[str], planted: list[tuple[int, str]]) -> None:
    """The same over paragraphs with MinHash and LSH, which compare wholes."""
    from datasketch import MinHash, MinHashLSH

    def signature(line: str) -> MinHash:
        made = MinHash(num_perm=64)
        made.update_batch([line[i : i + 5].encode() for i in range(max(1, len(line) - 4))])
        return made

    index = MinHashLSH(threshold=0.3, num_perm=64)
    start = time.perf_counter()
    for number, key in enumerate(keys):
        for place, line in enumerate(key.split("\n")):
            index.insert(f"{number}/{place}", signature(line))
    built = time.perf_counter() - start
    hits = sum(any(name.startswith(f"{number}/") for name in index.query(signature(line))) for number, line in planted)
    each = timed(lambda: [index.query(signature(line)) for _, line in planted], 1) / len(planted)
    told = f"built in {built:.1f} s, a paragraph {each:.3f} ms, found {hits} of {len(planted)}"
    print(f"  MinHash over {len(keys)} documents: {told}")


def five_plans() -> None:
    documents = _longest()
    start = time.perf_counter()
    workflow.compare(documents)
    print(f"five plans compared: {(time.perf_counter() - start) * 1000:.0f} ms with the dictionaries, ", end="")
    fresh = _longest()
    print(f"{timed(lambda: workflow.compare(fresh), 1):.0f} ms once they are loaded (goal 300), ", end="")
    print(f"{timed(lambda: workflow.compare(fresh)):.0f} ms again")


def _longest() -> list[Document]:
    """The five longest plans at hand, read anew."""
    return sorted((one for pair in pairs("known") for one in pair.documents), key=lambda one: -length(one))[:5]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=1000)
    options = parser.parse_args()
    five_plans()
    alignment()
    two_plans()
    at_scale(options.documents)


if __name__ == "__main__":
    main()
