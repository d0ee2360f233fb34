"""The whole words that two texts share, found from pairs of characters that both have."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.comparing.topics import FRAME
from drafter.text import segment

SAID_AS_ONE = 3
"""Two words in a row are told as one where both texts together have them so often."""
_AROUND = 8
_LONGEST = 8
_LETTERS = re.compile(r"[\u3400-\u9fffA-Za-z]+")
_EMPTY = re.compile(
    f"(?:{FRAME.pattern}|以上|以下|以内|达到|达标|完成|建成|相关|有关|各类|一批|力争|左右|其中|进行|具有|实现|主要|新增|实行|"
    "亿元|万元|万吨|公里|公顷)"
)
_FUNCTION = frozenset("的和与及或等为在以对将把由到是有各其了可不并向从于上下内外中个用就能更较最多少大小家项名所处座")
_cut = lru_cache(maxsize=10_000)(segment.words)


def whole_words_shared(pairs: list[str], first: str, second: str, most: int = 5) -> list[str]:
    """The words round the pairs in the first text that the second has too: 会主 is 社会主义, 键技 is 关键技术."""
    words: list[str] = []
    for pair in pairs:
        word = _word_round(pair, first, second)
        if word and not _EMPTY.fullmatch(word) and not any(word in one for one in words):
            words = [*(one for one in words if one not in word), word]
    return words[:most]


def _word_round(pair: str, first: str, second: str) -> str:
    """The word, or the two words in a row, that hold the first place of a pair; "" where the second text has it not."""
    at = first.find(pair)
    if at < 0:
        return ""
    before = _LETTERS.match(first[max(0, at - _AROUND) : at][::-1])
    start = at - (before.end() if before else 0)
    after = _LETTERS.match(first, at, at + 2 + _AROUND)
    parts = _cut(first[start : after.end() if after else at + 2])
    end, held = start, list[int]()
    for number, part in enumerate(parts):
        end += len(part)
        if end > at and end - len(part) < at + 2:
            held.append(number)
    if any(len(parts[number]) < 2 for number in held) or any(_EMPTY.fullmatch(parts[number]) for number in held):
        return ""
    word = "".join(parts[number] for number in held)
    if len(held) > 1 and first.count(word) + second.count(word) < SAID_AS_ONE:
        return ""
    return _completed(word, parts[: held[0]], parts[held[-1] + 1 :], first, second) if word in second else ""


def _completed(word: str, before: list[str], after: list[str], first: str, second: str) -> str:
    """The word with the single characters that always stand beside it: 分流 is 雨污分流."""
    for part in reversed(before):
        if not _always(part, part + word, word, first, second):
            break
        word = part + word
    for part in after:
        if not _always(part, word + part, word, first, second):
            break
        word += part
    return word


def _always(part: str, longer: str, word: str, first: str, second: str) -> bool:
    single = len(part) == 1 and part not in _FUNCTION and len(longer) <= _LONGEST
    return single and all(text.count(longer) == text.count(word) for text in (first, second))
