"""Quantified targets: what is to be reached (indicator), how much of it, in which unit, how it is meant and by when.

A number is a target where the words around it ask for it (打造, 达到, 不低于, 到2025年). Money that is given away
(最高100万元, 按10%给予补助), technical parameters (8K, 120Hz), results already reached (已培育100家) and numbers in
names are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.citations import citations
from drafter.adapting.indicators import indicator_after, indicator_before, without_growth
from drafter.adapting.periods import periods
from drafter.adapting.policy import CONDITION, GIFT, GIVEN, MOST
from drafter.model.fact import Comparison, Target
from drafter.text.normal import half_width
from drafter.text.numerals import parse_numeral
from drafter.text.sentences import sentences

_SCALES = {
    "": 1.0,
    "十": 10.0,
    "百": 100.0,
    "千": 1e3,
    "万": 1e4,
    "十万": 1e5,
    "百万": 1e6,
    "千万": 1e7,
    "亿": 1e8,
    "十亿": 1e9,
    "百亿": 1e10,
    "千亿": 1e11,
    "万亿": 1e12,
}
_COUNTED = (
    "家次|家|个百分点|个|项次|项|件|座|所|处|台套|台|套|辆|架|艘|名|人次|人|户|条|公顷|亩|平方公里|平方米|立方米|公里|千米|"
    "吨标准煤|吨|千瓦时|千瓦|场次|场|列|部|种|类|款|支|位|对|门|期|篇|张床位|张|头|倍|度|床|批次|批|例|单|幢|栋|间|块|"
    "EFLOPS|PFLOPS|EFlops|PFlops|Tbps"
)
_MONEY = ("美元", "欧元", "元")
_TIMES = ("分钟", "小时", "天", "工作日")
_UNITS = f"{_COUNTED}|{'|'.join(_TIMES)}|{'|'.join(_MONEY)}|[%％]|‰"
_PER = r"(?:/(?:百亿元|平方公里|平方米|[人年月日天次户亩吨]))?"
_DIGITS = r"(?<![\dA-Za-z.〔\[第号∶:：/+\-])(\d+(?:,\d{3})*(?:\.\d+)?)(?:\s*[%％]?\s*[—\-–~～至]\s*(\d+(?:\.\d+)?))?"
_VALUE = re.compile(
    rf"{_DIGITS}\s*(余|多)?\s*(万亿|[十百千]?万|[百千]?亿|百|千)?(余|多)?(级)?\s*((?:{_UNITS}){_PER})?(?![A-Za-z\d])"
)
_CHINESE = re.compile(
    rf"(?<![/数几一二三四五六七八九十两第])([一二三四五六七八九两]?)([十百千]万|[百千]亿|万亿|[百千万])(级|({_UNITS}))(?![家个项万亿]+之)"
)
_TENTHS = re.compile(r"(?<![一二三四五六七八九十])([一二三四五六七八九])成(?=[以左]|[，。；]|$)")
_NO_UNIT = re.compile(
    r"个?(?:工作日|交易日|自然日|月|小时|方面|国家|环节|阶段|层面|维度|年|世纪|一|强国?)|人大|度|期工程|种植"
)
_AFTER = re.compile(r"[以之]?(?:及以)?(上|下|内)|左右|上下")
_FLOOR = re.compile(r"(?:不低于|不少于|不小于|(?<!不)(?:超过|超出|突破|高于|大于|多于|逾|超)|至少)\s*(?:到|至|了)?\s*$")
_CEILING = re.compile(
    r"(?:不超过|不高于|不大于|不多于|(?<!不)(?:低于|少于|小于)|控制在|控制到|压[缩减降]至|降至|降到|下降到|下降至)\s*$"
)
_SHORTENED = re.compile(r"(?:缩短|压缩|压减|缩减|控制|降低?)[到至在为]?\s*$")
"""Only where a time is made shorter is it a target: it says elsewhere how long something takes."""
_EACH = re.compile(r"每\s*$")
_REACHES = re.compile(
    r"(?:达到?|不低于|不少于|超过|突破|控制在|提高到|保持在|稳定在)(?:每[十百千万]*[人户亩]|全\w{1,6}的)?\s*\d"
)
_THING = re.compile(r"的?([\u4e00-\u9fff]{2,10})\d+\s*[家个户]")
"""What an amount of money is an attribute of: a thing that is counted behind it."""
_ABOUT = re.compile(r"(?:大?约|近|接近)\s*$")
_REACHED = re.compile(
    r"(?<![而自])已(?!有条件)|近[一二三四五六七八九十\d]+年|近年来|过去|目前|截至|截止|现有|现已|"
    r"[立支培获实完达建引形打增认入评通开研成突超新推][\u4e00-\u9fff]?了|同比|去年|上年|历史|首次|荣获|评为|入选|获批|(?<!人)拥有|余[家项个款人]"
)
_WANTED = re.compile(
    r"建设|打造|培育|建成|新增|组建|成立|形成|引进|引育|实现|完成|推出|开展|聚焦|支持|力争|争取|达|至|突破|培养|集聚|创建|制定|开发|"
    r"开拓|新建|改造|孵化|发展|培训|认定|遴选|申请|攻克|布局|部署|举办|组织|发布|推广|落地|签约|招引|壮大|扩大|增长|提高|提升|降低|"
    r"下降|减少|压减|超|覆盖|保持|稳定|累计|建立|设立|选树|实施|增加|完善|获得|吸引|搭建|做强|做大|推动|推进|每年|年均|率|规模|总量|产值"
)
_HORIZON = re.compile(r"力争|到(?:19|20)\d{2}年|年底|年末|五[”\"]?末")
_PARAMETER = re.compile(r"[）)]?(?:以上)?(?:分辨率|刷新率|帧率|帧|时延|像素)|[（(]含")
_UNSAID = ("数量", "总数", "总量", "规模", "总规模", "个数", "占比", "比重", "比例")
"""Indicators that leave unsaid of what: it stands before the comma (建设基地，数量达到2个以上)."""
_INSIDE_NAME = re.compile(r"[（(][^（）()]{0,12}$")
_STOP = "。；！？;"


@dataclass(frozen=True, slots=True)
class TargetFound:
    """A target in a text: `start` and `end` hold the value with its comparison words after it (100家以上)."""

    start: int
    end: int
    target: Target
    counted: bool
    """Whether the thing counted follows the value (100家以上企业) and so stays in the text beside it."""


def targets(text: str, year: int | None = None, *, goals: bool = False) -> Iterator[TargetFound]:
    """The targets of a paragraph, left to right.

    `year` governs until the text names another (到2025年). In a goals section (`goals`) a bare number needs no verb.
    """
    masked = _without_names(half_width(text))
    subject = ""
    for start, end in sentences(masked):
        governing = year
        before = start
        for value in _values(masked, start, end):
            governing = _year_before(masked, start, value.start) or governing
            if _is_target(masked, value, start, end, goals=goals):
                found = _target(masked, value, before, end, governing, subject)
                subject = found.target.indicator
                yield found
            before = (
                before if _belongs_to_next(masked, value, _part_start(masked, start, value.start), end) else value.end
            )
        year = _year_before(masked, start, end) or year


def last_horizon(text: str) -> int | None:
    """The last year that a text sets as a time to reach (到2025年), or None."""
    years = [found.years[1] for found in periods(text) if found.horizon]
    return years[-1] if years else None


@dataclass(frozen=True, slots=True)
class _Value:
    start: int
    end: int
    number: float
    unit: str
    order: bool
    more: bool
    word: str
    """以上, 以内, 左右 … after the value, or ""."""


def _without_names(text: str) -> str:
    """The text with cited documents blanked, position by position: their numbers are names."""
    for cited in citations(text):
        text = text[: cited.start] + "〓" * (cited.end - cited.start) + text[cited.end :]
    return text


def _values(text: str, start: int, end: int) -> Iterator[_Value]:
    matches = [_digit_value(match) for match in _VALUE.finditer(text, start, end)]
    matches += [_chinese_value(match) for match in _CHINESE.finditer(text, start, end)]
    matches += [_tenths(match) for match in _TENTHS.finditer(text, start, end)]
    position = start
    for value in sorted((one for one in matches if one), key=lambda one: one.start):
        if value.start >= position and not _EACH.search(text, start, value.start):
            yield _with_word(text, value)
            position = value.end


def _digit_value(match: re.Match[str]) -> _Value | None:
    number, upper, more, scale, more_too, order, unit = match.groups()
    if not unit and not (order and scale):
        return None
    if unit in _TIMES:
        if not _SHORTENED.search(match.string, 0, match.start()):
            return None
    elif _NO_UNIT.match(match.string, match.end() - len(unit or "")) and unit not in _MONEY:
        return None
    value = float(number.replace(",", ""))
    name = (unit or "").replace("％", "%")
    if scale:
        name = scale + (name or "元")
    return _Value(match.start(), match.end(), value, name, bool(order), bool(more or more_too or upper), "")


def _chinese_value(match: re.Match[str]) -> _Value | None:
    digit, scale, tail, unit = match.groups()
    number = (parse_numeral(digit) or 1) * _SCALES[scale]
    named = not digit and match.string[max(match.start() - 1, 0) : match.start()] in ("", "（", "(")
    if named or _NO_UNIT.match(match.string, match.start(3)):
        return None
    if unit in _MONEY and scale == "万" and not _FLOOR.search(match.string, 0, match.start()):
        return None
    if "亿" in scale and (tail == "级" or unit in _MONEY):
        number, unit = number / 1e8, "亿" + (unit or "元")
    elif tail == "级":
        return None
    return _Value(match.start(), match.end(), number, unit, tail == "级", False, "")


def _tenths(match: re.Match[str]) -> _Value:
    """四成: 40 %."""
    return _Value(match.start(), match.end(), 10.0 * (parse_numeral(match[1]) or 0), "%", False, False, "")


def _with_word(text: str, value: _Value) -> _Value:
    after = _AFTER.match(text, value.end)
    if not after:
        return value
    return _Value(value.start, after.end(), value.number, value.unit, value.order, value.more, after[0])


def _part_start(text: str, start: int, position: int) -> int:
    """Where the part of a sentence between commas begins."""
    return max(start, *(text.rfind(mark, start, position) + 1 for mark in "，,：:"))


def _part_end(text: str, position: int, end: int) -> int:
    return min((at for mark in "，,：:。；;" if (at := text.find(mark, position, end)) >= 0), default=end)


def _year_before(text: str, start: int, position: int) -> int | None:
    found = [
        one
        for one in periods(text[start:position])
        if one.horizon or (not one.plan and _leads(text, start + one.start))
    ]
    return found[-1].years[1] if found else None


def _leads(text: str, position: int) -> bool:
    """Whether a year opens a part of a sentence and so governs it (2025年新增基站900座)."""
    return position == 0 or text[position - 1] in "。；，、：:,;！？（ "


def _is_target(text: str, value: _Value, start: int, end: int, *, goals: bool) -> bool:
    before = text[start : value.start]
    part_start = _part_start(text, start, value.start)
    part = text[part_start : _part_end(text, value.end, end)]
    wider = text[_part_start(text, start, max(start, part_start - 1)) : value.start]
    if _is_given(text, value, start, end) or GIVEN.search(part) or MOST.search(before) or CONDITION.search(before):
        return False
    if (
        _is_attribute(text, value)
        or _belongs_to_next(text, value, part_start, end)
        or (_INSIDE_NAME.search(before) and not (value.word or _WANTED.search(part)))
    ):
        return False
    if _REACHED.search(wider) or _past_year(before):
        return bool(_HORIZON.search(before))
    compared = value.word or _FLOOR.search(before) or _CEILING.search(before)
    return goals or bool(compared or _WANTED.search(wider))


def _is_attribute(text: str, value: _Value) -> bool:
    """Whether a value tells what a thing is like: 200亩以上的示范园, 120Hz以上刷新率, 5000万元（含）."""
    after = text[value.end : value.end + 8]
    return (after.startswith("的") and not after.startswith("的目标")) or bool(_PARAMETER.match(after))


def _belongs_to_next(text: str, value: _Value, part_start: int, end: int) -> bool:
    """Whether a value only says of what the next one speaks: 20吨以上设施运行率不低于90%, 超5亿元企业10家."""
    behind = text[value.end : _part_end(text, value.end, end)]
    if value.unit.endswith(_MONEY) and (thing := _THING.match(behind)) and not _WANTED.search(thing[1]):
        return True
    return bool((value.word or value.order) and _REACHES.search(behind)) and not _WANTED.search(
        text, part_start, value.start
    )


def _is_given(text: str, value: _Value, start: int, end: int) -> bool:
    """Whether money or a share is given away anywhere in the sentence: 对…的企业，按10%…，最高100万元补助."""
    return ("元" in value.unit or value.unit == "%") and bool(GIFT.search(text[start:end]))


def _past_year(before: str) -> bool:
    """Whether the nearest year before is told as one that is over: 2024年产业规模…, 2023年底达到… (not 到2024年)."""
    return bool(
        re.search(r"(?:^|[，。；、])\s*(?:截至)?(?:19|20)\d{2}年(?!底?前)[^，；]{0,30}(?:了|已|达到了|同比)", before)
    )


def _comparison(text: str, value: _Value, *, counted: bool) -> Comparison:
    before = text[max(0, value.start - 8) : value.start]
    around = value.word in ("左右", "上下") or bool(_ABOUT.search(before))
    if value.order:
        return Comparison.ORDER
    if around and not value.word.endswith("内"):
        return Comparison.ABOUT
    if value.word.endswith(("下", "内")) or (not value.word and _CEILING.search(before)):
        return Comparison.AT_MOST
    over = _FLOOR.search(before) and not (counted and before.endswith("突破"))
    return Comparison.AT_LEAST if value.word or value.more or over else Comparison.EXACTLY


def _target(text: str, value: _Value, start: int, end: int, year: int | None, subject: str) -> TargetFound:
    """The target of a value; its indicator stands after it, before it, or was the value's before (`subject`)."""
    rate = value.order or value.unit.startswith(("%", "‰", "个百分点", "倍")) or "元" in value.unit
    after = "" if rate else indicator_after(text, value.end, end)
    part = text[_part_start(text, start, value.start) : value.start]
    indicator = after or indicator_before(part, without_growth(subject)) or indicator_before(text[start : value.start])
    if indicator in _UNSAID and part != text[start : value.start]:
        indicator = indicator_before(text[start : value.start - len(part)].rstrip("，,：:")) + indicator
    target = Target(indicator, value.number, value.unit, _comparison(text, value, counted=bool(after)), year)
    return TargetFound(value.start, value.end, target, bool(after))
