"""How fast two versions of a draft are compared, and how much is said to be changed, beside the peers in one run.

    uv run --group bench python benchmarks/redline.py [--characters 50000] [--times 5]

The draft is the reference plans over and over, every section with words of its own.
The new version has words and numbers changed in every tenth paragraph,
a sentence in every fortieth, three sections dropped, three new, and one section of every twenty moved.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from random import Random

from writing import plan

from drafter.model.differences import Line, Turn, differences, lines
from drafter.model.document import Document, Paragraph, Section, Span
from drafter.model.tree import map_section
from drafter.text.difference import Fate, pieces
from drafter.text.segment import whole_words
from drafter.writing.docx import docx_bytes
from drafter.writing.redline import redlined
from drafter.writing.revisions import Author

PAGE = 540
TIME = "2026-03-01T09:00:00Z"
NEW = Section(("建立评估机制",), 1, blocks=(Paragraph(("委托第三方每年评估一次，结果向社会公布。",)),))


def base(characters: int) -> Document:
    """The old version."""
    whole = plan(characters // PAGE)
    own = (
        map_section(one, lambda spans, at=at: (*spans, f"第{at}组负责。") if spans else spans)
        for at, one in enumerate(whole.sections)
    )
    return replace(whole, sections=tuple(own))


def changed(document: Document, random: Random) -> Document:
    """The next version."""

    def words(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        first = spans[0] if spans else ""
        if not isinstance(first, str) or len(first) < 20 or random.random() > 0.125:
            return spans
        if random.random() < 0.2:
            return (f"{first}每年调度两次，年底通报。", *spans[1:])
        at = random.randrange(len(first) - 6)
        return (f"{first[:at]}{random.choice(('加快', '60', '示范', ''))}{first[at + 2 :]}", *spans[1:])

    sections = [map_section(one, words) for one in document.sections]
    for _ in range(3):
        del sections[random.randrange(len(sections))]
        sections.insert(random.randrange(len(sections)), NEW)
    for _ in range(len(sections) // 20):
        sections.insert(random.randrange(len(sections)), sections.pop(random.randrange(len(sections))))
    return replace(document, sections=tuple(sections))


def ours(old: list[Line], new: list[Line], cut: Callable[[str], list[str]]) -> int:
    """Characters said to be removed or added; what moved is told as moved and not counted."""
    count = 0
    for one in differences(old, new):
        if one.turn is Turn.REWRITTEN and one.old and one.new:
            found = pieces(one.old.text, one.new.text, cut)
            count += sum(len(piece.text) for piece in found if piece.fate is not Fate.KEPT)
        elif one.turn is not Turn.MOVED:
            count += sum(len(line.text) for line in (one.old, one.new) if line)
    return count


def by_difflib(old: str, new: str, junk: bool) -> int:
    """Characters that Python's own comparison removes or adds."""
    same = sum(block.size for block in SequenceMatcher(None, old, new, autojunk=junk).get_matching_blocks())
    return len(old) + len(new) - 2 * same


def by_patch(old: str, new: str) -> int:
    """Characters that diff-match-patch removes or adds, cleaned up to be read."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(found)
    return sum(len(text) for state, text in found if state)


def by_redlines(old: bytes, new: bytes) -> int:
    """Characters in the revisions of python-redlines, which runs a program of its own."""
    import lxml.etree
    from python_redlines.engines import DocxodusEngine

    result = DocxodusEngine().run_redline("a", old, new)
    with zipfile.ZipFile(io.BytesIO(result[0])) as package:
        tree = lxml.etree.fromstring(package.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    inserted = (text for mark in tree.iter(f"{w}ins") for text in mark.iter(f"{w}t"))
    return sum(len(text.text or "") for text in (*inserted, *tree.iter(f"{w}delText")))


def measured(case: Callable[[], int], times: int) -> tuple[float, int]:
    """Median milliseconds and the answer."""
    spent: list[float] = []
    answer = 0
    for _ in range(times):
        start = time.perf_counter()
        answer = case()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent), answer


def main() -> None:
    """Runs everything and prints it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    old = base(asked.characters)
    new = changed(old, Random(1))
    before, after = list(lines(old)), list(lines(new))
    texts = ["\n".join(line.text for line in side) for side in (before, after)]
    files = docx_bytes(old), docx_bytes(new)
    whole_words("词典")
    cases: dict[str, tuple[Callable[[], int], int]] = {
        "drafter, words kept whole": (lambda: ours(before, after, whole_words), asked.times),
        "drafter, the whole 花脸稿 (.docx)": (
            lambda: len(redlined(*files, Author("某局", TIME), whole_words)), asked.times,
        ),
        "diff-match-patch": (lambda: by_patch(texts[0], texts[1]), 1),
        "difflib, autojunk": (lambda: by_difflib(texts[0], texts[1], True), 1),
        "difflib": (lambda: by_difflib(texts[0], texts[1], False), 1),
        "python-redlines (.docx)": (lambda: by_redlines(*files), 1),
    }  # fmt: skip
    print(f"{len(texts[0])} and {len(texts[1])} characters, {len(before)} and {len(after)} lines")
    for name, (case, times) in cases.items():
        try:
            spent, answer = measured(case, times)
        except (ImportError, OSError) as missing:
            print(f"{name:36} not run: {missing}")
            continue
        said = f"{answer // 1024} KB" if "whole" in name and ".docx" in name else f"{answer} characters changed"
        print(f"{name:36}{spent:12.1f} ms  {said}")


if __name__ == "__main__":
    main()
