"""Words: the only user of jieba, whose dictionary is loaded on first use."""

from __future__ import annotations

import logging
import warnings
from functools import cache
from typing import Any


@cache
def _jieba() -> Any:  # noqa: ANN401 - jieba has no types
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.WARNING)
    return jieba


@cache
def _tagger() -> Any:  # noqa: ANN401
    _jieba()
    from jieba import posseg

    return posseg


def words(text: str) -> list[str]:
    """The words of a text in order; joined, they give the text again."""
    return list(_jieba().cut(text, HMM=False))


def tagged_words(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each with jieba's word class (ns place, nt organisation, nz proper name …)."""
    return [(pair.word, pair.flag) for pair in _tagger().cut(text)]
