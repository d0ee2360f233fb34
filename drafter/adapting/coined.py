"""Names told by their word class: characters that form no word of the dictionary, and its names of places.

A word the dictionary lacks and a statistical model of Chinese takes for a name (国轩, 法狮龙, 五店); a name of a place
that the dictionary has and the gazetteer lacks, where such a name is wanted (依托东坡赤壁); a street or spot by its
last character (观前街). What every plan says (新建, 深度) is listed among the common words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.adapting.organisations import OrganisationFound

_NAMES = ("nr", "nrt", "nrfg", "ns", "nt", "nz")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_GLUE = frozenset("的和与及等在以为对将由是各向把被让并从到其每所这那此也都还又或但而且则若因之了着过得好")
_SPOT = re.compile(r"[\u4e00-\u9fff]{2,}[街路巷坊桥门园山河江湖海楼塔寺宫庙岛湾口岭峰峡洞泉]")
_FREQUENT = 6000
"""Words met as often in the dictionary's texts are known to everybody (城市, 上海)."""
_WANTED = re.compile(
    r"(?:依托|对标|学习|借鉴|推广|联合|支持|推动|提升|引进|修缮|保护|走进|赴|在|与|到|由|对接|围绕|发挥|吸引|鼓励|带动|"
    r"游览|改造|开发|擦亮|用好|比照|复制|沿|以|至|经|向|、|^|[，。；：（])$"
)
"""Words after which a name of a place or firm is at home."""


def coined_names(text: str, words: tuple[str, ...], common: frozenset[str]) -> Iterator[OrganisationFound]:
    """The names of a text, cut into `words`, that only the class of a word gives away; words of `common` are none."""
    position = run = 0
    for word in (*words, ""):
        if len(word) != 1 or word in _GLUE or not _HAN.fullmatch(word):
            yield from _in_run(text, run, position, common)
            run = position + len(word)
            if len(word) >= 2 and word not in common and _is_place(text, position, word):
                yield OrganisationFound(position, position + len(word), "地名", None, "词典中的地名")
        position += len(word)


def _in_run(text: str, start: int, end: int, common: frozenset[str]) -> Iterator[OrganisationFound]:
    """The names in characters that stand alone."""
    for word, name in _born(text[start:end]) if end - start >= 2 else ():
        if name and word not in common:
            yield OrganisationFound(start, start + len(word), "专名", None, "词典中没有的专名")
        start += len(word)


@lru_cache(maxsize=16384)
def _born(run: str) -> tuple[tuple[str, bool], ...]:
    """The words that the model makes of characters that stand alone, and which of them are names."""
    from drafter.text.segment import tagged_words

    return tuple((word, len(word) >= 2 and tag in _NAMES) for word, tag in tagged_words(run))


def _is_place(text: str, position: int, word: str) -> bool:
    tag = _rare_tag(word)
    if tag == "ns" and len(word) <= 3:
        return bool(_WANTED.search(text[max(0, position - 2) : position]))
    return tag in _NAMES and bool(_SPOT.fullmatch(word))


@lru_cache(maxsize=16384)
def _rare_tag(word: str) -> str:
    """The class of a word that the dictionary has and few texts use, else ""."""
    from drafter.text.segment import frequency, tagged_words

    if frequency(word) >= _FREQUENT:
        return ""
    tagged = tagged_words(word)
    return tagged[0][1] if len(tagged) == 1 else ""
