"""Numbers and years that stand in the text itself, in no slot: each may be the plan's it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.citations import citations

_UNITS = (
    "万元|亿元|元|%|％|个百分点|家|个|项|件|座|所|处|台|套|辆|架|艘|名|人次|人|户|公顷|亩|平方公里|平方米|公里|吨|千瓦|部|种|款|"
    "场|批|例|条|期|张床位|万"
)
_NUMBER = re.compile(
    rf"(?<![\dA-Za-z.〔\[第号\-])\d+(?:[.,]\d+)*(?:\s*[—\-–~～至]\s*\d+(?:\.\d+)?)?\s*[余多]?(?:[十百千]?[万亿])?[余多]?(?:{_UNITS})(?:以[上内下]|左右)?"
    r"(?![大人]?常委|[个]?(?:月|小时|工作日|方面|环节|阶段))"
    r"|[十百千]亿级|[百千万]亿[级元]|百[家项个]"
)
_YEAR = re.compile(r"(?<![\d〔\[（(])((?:19|20)\d{2})(?=\s*(?:年|[—\-–~～至]\s*(?:19|20)\d{2}))")


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A counted value as printed (100家以上)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class YearFound:
    """A year as printed, with 年 where it follows."""

    start: int
    end: int
    year: int


def numbers_and_years(text: str) -> Iterator[NumberFound | YearFound]:
    """Every counted value and year of a text but those inside cited documents: first the values, then the years."""
    taken = {index for cited in citations(text) for index in range(cited.start, cited.end)}
    for match in _NUMBER.finditer(text):
        if match.start() not in taken:
            yield NumberFound(match.start(), match.end())
    for match in _YEAR.finditer(text):
        if match.start() not in taken:
            end = match.end() + text.startswith("年", match.end())
            yield YearFound(match.start(), end, int(match[1]))
