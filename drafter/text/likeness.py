"""Whether two noun phrases name the same measure in different words, and why."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.text.normal import squeezed

_FRAME = re.compile(
    r"^(?:(?:在|到)?(?:全[省市区县国域]|我[省市区县国]|本[省市区县])(?:范围)?(?:内|的)?|力争|争取|确保|努力|突破|超过|达到|实现|"
    r"累计|总计|各类|各级|一批|若干|相关|有关|的)+"
)
_MEASURE = re.compile(r"(?:数量|总数|个数|总量|总额|总规模|数)$")
_RATE = re.compile(r"增长|增速|增幅|下降|降幅|率$|占比|比重|比例|覆盖面")
_EMPTY = re.compile("[的和与及等新类型化级]|各类|相关|有关|一批|若干|具有|具备|全市|全省|建设|打造|培育")
_NEARLY = 0.6
"""So much of all words of two phrases both must have, or"""
_PARTLY = 0.4
"""so much, where one phrase has all words of the other."""
_LEAST = 4
"""A phrase of fewer characters (企业) says too little to be a shorter name of a longer one."""


@lru_cache(maxsize=20_000)
def plain_phrase(phrase: str) -> str:
    """The phrase without what only frames it: 全市, 力争, 累计, 数量."""
    bare = squeezed(phrase).strip("“”、，")
    return _MEASURE.sub("", _FRAME.sub("", bare)) or bare


@lru_cache(maxsize=20_000)
def likeness(one: str, other: str) -> str:
    """Why two phrases name the same measure, as the half of a sentence; "" where they do not."""
    a, b = plain_phrase(one), plain_phrase(other)
    if not a or not b or bool(_RATE.search(a)) != bool(_RATE.search(b)):
        return ""
    if a == b:
        return "口径相同" if one == other else f"除“全市、力争、数量”一类的词外，都是“{a}”"
    first, second = _content(a), _content(b)
    shared = [word for word in first if word in second]
    if not shared or first[-1] != second[-1]:
        return ""
    more = [word for word in (*first, *second) if word not in shared]
    short = min(first, second, key=len)
    part = len(shared) / len({*first, *second})
    whole = len(shared) == len(short) and sum(map(len, shared)) >= _LEAST and part >= _PARTLY
    if whole or part >= _NEARLY:
        return f"都说“{''.join(shared)}”" + (f"，只差“{'、'.join(more)}”" if more else "")
    return ""


@lru_cache(maxsize=20_000)
def _content(phrase: str) -> tuple[str, ...]:
    from drafter.text.segment import words

    return tuple(dict.fromkeys(word for word in words(phrase) if word.isalnum() and not _EMPTY.fullmatch(word)))
