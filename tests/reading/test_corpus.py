"""The reader on documents of every style and format, against what is right of them."""

import sys

import pytest

from tests.reading.figures import Figures, figures, table, total

LEAST = {
    "headings": 0.98,
    "responsibilities": 0.98,
    "metadata": 0.98,
    "boxes": 0.98,
    "tables": 0.98,
    "annexes": 0.98,
}


@pytest.fixture(scope="module")
def all_figures() -> Figures:
    sys.stdout.write(f"\n{table()}\n")
    return total()


@pytest.mark.parametrize("kind", LEAST)
def test_the_corpus_is_read_right(kind: str, all_figures: Figures):
    score = getattr(all_figures, kind)
    wrong = [f"{name}: {line}" for name, one in figures().items() for line in getattr(one, kind).wrong]
    assert score.due
    assert score.f1 >= LEAST[kind], "\n".join(wrong)
