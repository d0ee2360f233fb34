"""Numbers and years that stand in the text itself, in no slot: each may be the plan's it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.citations import citations

_DIGIT = "[一二三四五六七八九]"
_NUMERAL = rf"(?:(?:{_DIGIT}|两)?[十百千万亿]+(?:零?{_DIGIT}?[十百千万亿]?)*|(?:{_DIGIT}|两)(?=[倍成]))"
_COUNT = (
    "家|个|名|趟|班次|架次|车次|吨级|厘米|毫米|人次|人|户|项|件|座|所|处|台|套|辆|架|艘|列|头|只|尾|羽|株|棵|条|款|种|场次|场|批次|批|例|间|栋|幢|部|支|组|对|宗|"
    "倍|成(?![立果为员都长效熟本片人分])|元|美元|欧元|公顷|亩|平方公里|平方米|立方米|公里|千米|海里|吨|公斤|千瓦时|千瓦|万千瓦|兆瓦|床|席|期|篇|册|"
    "小时|分钟|天|位|门|层|孔|车位|泊位|标箱|度|米|升|岁|班|轮|次|枚|口|桩"
)
_NO_COUNT = "(?![大人]?常委|个?(?:月|小时|工作日|方面|环节|阶段|层面|维度|统一|一批)|位一体|位居|位于|度电)"
_AFTER = "(?:以[上内下外]|左右|上下)?"
_NUMBER = re.compile(
    rf"(?<![\dA-Za-z.〔\[第号\-])\d+(?:[.,]\d+)*(?:\s*[%％]?\s*[—\-–~～至]\s*\d+(?:\.\d+)?)?\s*[余多]?{_NO_COUNT}"
    rf"(?:[%％‰]|个百分点|(?:[十百千]?[万亿]|[百千])[余多]?(?:{_COUNT}|级)?|(?:{_COUNT})|(?:[kMGT]Wh?|[KMGTPE]B|[TPE]FLOPS)\b){_AFTER}"
    rf"|(?<![每第数几百千万亿])(?!万元|亿元){_NUMERAL}[余多]?{_NO_COUNT}(?:{_COUNT}|级){_AFTER}(?![家个项][万亿户]|争鸣|行动|工程|计划)|翻[一两三]番"
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
