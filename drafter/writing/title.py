"""Where the lines of a title end (GB/T 9704-2012, 7.3.1): words unbroken, in the shape of a trapezium or lozenge."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from drafter.text.normal import is_chinese
from drafter.writing.layout import width

_PERIOD = re.compile(r"[（(][^（）()]*\d{4}[^（）()]*年[^（）()]*[）)]$")
_NO_START = "。，、；：？！）》〉】〕”’·…—～的"
_NO_END = "（《〈【〔“‘"
_BEFORE = {"对", "为", "在", "向", "与", "和", "及", "暨", "并"}  # words of one character that may open a line
_AFTER = {"的", "了"}  # and those that may close one
_SHAPED = 4  # titles of more lines are filled line by line
# Costs, in squared characters a line is off the mean.
_TORN = 40.0  # next to a word of one character: often a part of a name the dictionary does not know
_TAIL = 60.0
_MORE = 30.0  # a line more than are needed
_RECTANGLE = 4.0
_WAIST = 12.0


def title_breaks(title: str, most: int) -> tuple[int, ...]:
    """Where new lines begin in a title (offsets, ascending), for lines of at most `most` characters.

    A bracketed period at the end has a line of its own. A word longer than a line is the one thing that is cut.
    """
    period = _PERIOD.search(title)
    end = period.start() if period and period.start() else len(title)
    breaks = () if width(title[:end]) <= most else _breaks(title[:end], most)
    return breaks if end == len(title) else (*breaks, end)


def _breaks(text: str, most: int) -> tuple[int, ...]:
    torn = _boundaries(text)
    fewest = int(-(-width(text) // most))
    best: list[tuple[float, tuple[int, ...]]] = []
    for lines in range(fewest, _SHAPED + 1 + (" " in text)):
        choices = [cuts for cuts in combinations(torn, lines - 1) if max(_lengths(text, cuts)) <= most]
        costs = ((sum(torn[cut] for cut in cuts) + _cost(_lengths(text, cuts)), cuts) for cuts in choices)
        if choices:
            cost, cuts = min(costs)
            best.append((cost + _MORE * (lines - fewest), cuts))
            if not any(torn[cut] for cut in cuts):
                break
    return min(best)[1] if best else _filled(text, sorted(torn), most)


def _boundaries(text: str) -> dict[int, float]:
    """The places between words where a line may begin, each with what a break there costs."""
    torn: dict[int, float] = {}
    offset = 0
    for before, after in pairwise(_words(text)):
        offset += len(before)
        if after[0] not in _NO_START and before[-1] not in _NO_END and not (before[-1] + after[0]).isascii():
            cut_off = len(after) == 1 and after not in _BEFORE
            left_over = len(before) == 1 and before not in _AFTER
            inside_name = offset < text.rfind(" ") and not before.endswith(" ")  # of joint issuers
            torn[offset] = _TORN * (cut_off or left_over or inside_name)
    return torn


def _words(text: str) -> list[str]:
    """The words of a text; neighbours of one character each are one word the dictionary does not know (赋能).

    A space goes with the word before it.
    """
    from drafter.text.segment import words

    out: list[str] = []
    single = False
    for word in words(text):
        lone = len(word) == 1 and is_chinese(word) and word not in _BEFORE | _AFTER
        if (lone and single) or (out and word.isspace()):
            out[-1] += word
        else:
            out.append(word)
        single = lone
    return out


def _lengths(text: str, cuts: tuple[int, ...]) -> list[float]:
    return [width(text[start:end]) for start, end in pairwise((0, *cuts, len(text)))]


def _cost(lengths: list[float]) -> float:
    mean = sum(lengths) / len(lengths)
    cost = sum((length - mean) ** 2 for length in lengths) / len(lengths)
    if lengths[-1] < max(lengths) / 3:
        cost += _TAIL
    if max(lengths) - min(lengths) < 1:
        cost += _RECTANGLE
    longest = lengths.index(max(lengths))
    rising = all(a <= b for a, b in pairwise(lengths[: longest + 1]))
    falling = all(a >= b for a, b in pairwise(lengths[longest:]))
    return cost if rising and falling else cost + _WAIST


def _filled(text: str, boundaries: list[int], most: int) -> tuple[int, ...]:
    """Lines as full as they go."""
    cuts = [0]
    while width(text[cuts[-1] :]) > most:
        reach = cuts[-1] + most
        cuts.append(max((cut for cut in boundaries if cuts[-1] < cut <= reach), default=reach))
    return tuple(cuts[1:])
