"""Words: the only user of jieba, whose dictionary is loaded on first use."""

from __future__ import annotations

import logging
import re
import warnings
from functools import cache
from importlib import import_module
from typing import Any

from drafter.text.difference import tokens

_CHINESE = re.compile(r"([\u4e00-\u9fff]+)")


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


def whole_words(text: str) -> list[str]:
    """The text cut where nothing is torn apart: Chinese words, numbers with their decimals, Latin words, marks."""
    parts = _CHINESE.split(text)
    return [word for at, part in enumerate(parts) for word in (words(part) if at % 2 else tokens(part))]


def tagged_words(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each with jieba's word class (ns place, nt organisation, nz proper name …)."""
    return [(pair.word, pair.flag) for pair in _loaded("jieba.posseg").cut(text)]
