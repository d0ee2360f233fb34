"""Writes templates/plain.csv, the words plans are made of: `python scripts/plain_words.py PLAN…` (files or folders).

A word counts that stands in two plans and more, is no place of the gazetteer and no name of `names.csv`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from drafter import resources, workflow
from drafter.model.walk import passages, text_of
from drafter.text.segment import words

_LEAST = 2
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def plain_words(paths: list[Path]) -> list[str]:
    """The words that stand in at least two of the plans."""
    known = workflow.knowledge()
    counts: Counter[str] = Counter()
    for path in paths:
        texts = [text_of(one.spans) for one in passages(workflow.read(path))]
        counts.update({word for text in texts for word in words(text) if _HAN.fullmatch(word)})
    names = {name.name for word in counts for _, _, name in known.names.find(word)}
    return sorted(
        word
        for word, count in counts.items()
        if count >= _LEAST and word not in names and not known.gazetteer.region(word)
    )


if __name__ == "__main__":
    found = plain_words([path for one in sys.argv[1:] for path in workflow.plan_files(Path(one))])
    target = resources.templates() / "plain.csv"
    target.write_text("词语\n" + "\n".join(found) + "\n", "utf-8-sig")
    print(f"{len(found)} words in {target}")
