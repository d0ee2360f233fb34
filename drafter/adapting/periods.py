"""Years a text speaks of: periods (2022—2025年), horizons (到2025年, 2024年底前) and the five-year plans (“十四五”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.text.normal import half_width
from drafter.text.numerals import parse_numeral

_YEAR = r"(?:19|20)\d{2}"
_RANGE = re.compile(rf"({_YEAR})年?\s*[—\-–－~～至]+\s*({_YEAR})\s*年")
_SINGLE = re.compile(rf"(?:[到至])?\s*(?<!\d)({_YEAR})\s*(?:年度|年底前|年末|年底|年前|年)(?!\d)")
_FIVE_YEARS = re.compile(r"[“\"]?([一二三四五六七八九十]{2,3})五[”\"]?(?:规划)?(?:时期|期间|期末|末)?")
_FIRST_PLAN = 1953
_LATER_PLANS = 2001
"""The tenth plan began here; each has five years."""
_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class PeriodFound:
    """Years in a text, equal for a single year; `horizon`: a time to reach (到2025年), `plan`: a five-year plan."""

    start: int
    end: int
    years: tuple[int, int]
    horizon: bool = False
    plan: bool = False


def periods(text: str) -> Iterator[PeriodFound]:
    """Every period, year and five-year plan a text names, left to right; 近三年 and dates with a day are none."""
    position = 0
    text = half_width(text)
    found = sorted([*_ranges(text), *_singles(text), *_plans(text)], key=lambda one: (one.start, -one.end))
    for one in found:
        if one.start >= position:
            yield one
            position = one.end


def _ranges(text: str) -> Iterator[PeriodFound]:
    for match in _RANGE.finditer(text):
        if int(match[1]) < int(match[2]):
            yield PeriodFound(match.start(), match.end(), (int(match[1]), int(match[2])))


def _singles(text: str) -> Iterator[PeriodFound]:
    for match in _SINGLE.finditer(text):
        year = int(match[1])
        horizon = match[0][0] in "到至" or match[0].endswith(("底", "前", "末"))
        dated = re.match(r"\s*\d{1,2}\s*月", text[match.end() :])
        if not dated:
            yield PeriodFound(match.start(), match.end(), (year, year), horizon)


def _plans(text: str) -> Iterator[PeriodFound]:
    for match in _FIVE_YEARS.finditer(text):
        ordinal = parse_numeral(match[1])
        quoted = match[0][0] in '“"' and re.search(r"[”\"]", match[0])
        timed = match[0].endswith(("时期", "期间", "期末", "末"))
        if ordinal and 10 <= ordinal <= 20 and (quoted or timed):
            start = _LATER_PLANS + 5 * (ordinal - 10)
            yield PeriodFound(match.start(), match.end(), (start, start + 4), match[0].endswith("末"), plan=True)


def with_years(words: str, years: dict[int, int]) -> str:
    """The words of a period with other years in them (2022—2025年 → 2026—2028年)."""
    return _DIGITS.sub(lambda match: str(years.get(int(match[0]), int(match[0]))), words)
