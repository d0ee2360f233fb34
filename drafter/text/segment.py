"""Words: the only user of jieba, whose dictionary is loaded on first use."""

from __future__ import annotations

import logging
import re
import warnings
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from drafter.text.difference import tokens

_NEW = ("对标", "讲好", "服务好", "用好", "赋能")
"""Verbs of plans that the dictionary lacks."""
_PARTS = re.compile(r"([，。；：、！？（）《》“”\ufffc])")
"""Marks that stand in no word: what is between two of them is cut once, a keystroke costs a part of a sentence."""
_CHINESE = re.compile(r"([\u4e00-\u9fff]+)")


@cache
def _loaded(name: str) -> Any:  # noqa: ANN401 - jieba has no types
    """A module of jieba; its old regular expressions make Python warn when they are first compiled."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

        jieba.setLogLevel(logging.WARNING)
        for word in _NEW:
            jieba.add_word(word, freq=20_000, tag="v")
        return import_module(name)


def words(text: str) -> list[str]:
    """The words of a text in order; joined, they give the text again."""
    return [word for part in _PARTS.split(text) for word in _words_of(part)]


@lru_cache(maxsize=100_000)
def _words_of(part: str) -> tuple[str, ...]:
    return tuple(_loaded("jieba").cut(part, HMM=False))


def whole_words(text: str) -> list[str]:
    """The text cut where nothing is torn apart: Chinese words, numbers with their decimals, Latin words, marks."""
    parts = _CHINESE.split(text)
    return [word for at, part in enumerate(parts) for word in (words(part) if at % 2 else tokens(part))]


def frequency(word: str) -> int:
    """How often the texts behind the dictionary have a word; 0 where it has no such word."""
    jieba = _loaded("jieba")
    jieba.initialize()
    return jieba.dt.FREQ.get(word, 0)


def tagged_words(text: str) -> list[tuple[str, str]]:
    """The words of a text in order, each with jieba's word class (ns place, nt organisation, nz proper name …)."""
    return [word for part in _PARTS.split(text) for word in _tagged(part)]


@lru_cache(maxsize=100_000)
def _tagged(part: str) -> tuple[tuple[str, str], ...]:
    return tuple((pair.word, pair.flag) for pair in _loaded("jieba.posseg").cut(part))
