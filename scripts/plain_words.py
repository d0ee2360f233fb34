"""Writes templates/plain.csv, the words plans are made of: `python scripts/plain_words.py PLAN…` (files or folders).

A word counts that stands in two plans and more, and any two words of which the second is one that firms end their names
with (人工智能): what plans say of fields. None is a place of the gazetteer and a name of `names.csv`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from drafter import resources, workflow
from drafter.adapting.placed import FIRM_NOUN
from drafter.model.walk import passages, text_of
from drafter.text.segment import words

_LEAST = 2
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def plain_words(paths: list[Path]) -> list[str]:
    """The words that stand in at least two of the plans."""
    known = workflow.knowledge()
    counts: Counter[str] = Counter()
    joined: set[str] = set()
    for path in paths:
        texts = [text_of(one.spans) for one in passages(workflow.read(path))]
        cut = [words(text) for text in texts]
        counts.update({word for text in cut for word in text if _HAN.fullmatch(word)})
        joined |= {a + b for text in cut for a, b in pairwise(text) if FIRM_NOUN.fullmatch(b) and _HAN.fullmatch(a)}
    counts.update(joined)
    names = {name.name for word in counts for _, _, name in known.names.find(word)}
    return sorted(
        word
        for word, count in counts.items()
        if (count >= _LEAST or word in joined) and word not in names and not known.gazetteer.region(word)
    )


if __name__ == "__main__":
    found = plain_words([path for one in sys.argv[1:] for path in workflow.plan_files(Path(one))])
    target = resources.templates() / "plain.csv"
    target.write_text("词语\n" + "\n".join(found) + "\n", "utf-8-sig")
    print(f"{len(found)} words in {target}")
