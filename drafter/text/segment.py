"""Words: the only user of jieba, whose dictionary is loaded on first use."""

from __future__ import annotations

import logging
import warnings
from functools import cache
from importlib import import_module
from typing import Any


@cache
def _loaded(name: str) -> Any:  # noqa: ANN401 - jieba has no types
    """A module of jieba; its old regular expressions make Python warn when they are first compiled."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

        jieba.setLogLevel(logging.WARNING)
        return import_module(name)


def words(text: str) -> list[str]:
    """The words of a text in order; joined, they give the text again."""
    return list(_loaded("jieba").cut(text, HMM=False))


def tagged_words(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each with jieba's word class (ns place, nt organisation, nz proper name …)."""
    return [(pair.word, pair.flag) for pair in _loaded("jieba.posseg").cut(text)]
