"""Figures of a policy: what is given (最高100万元, 按10%给予补助) and what one must have for it (年收入1亿元以上).

They are no targets of the plan, yet every city sets its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.indicators import indicator_before
from drafter.adapting.numbers import NumberFound, numbers_and_years
from drafter.text.sentences import sentence_at

GIFT = re.compile(r"补助|补贴|奖励|给予|资助|资金支持|经费支持|支持金额")
GIVEN = re.compile(
    r"补助|补贴|奖励|奖补|给予|金额|贴息|贴费|资助|资金支持|经费支持|资金扶持|扶持资金|加计扣除|税前扣除|罚款|收费|注册资本|"
    r"投资额|投入额|总投资的|揭榜额|含）|\(含\)|出资|减按|减免|税率|限额|额度|实际支付|贷款|保额|违约金"
)
MOST = re.compile(r"最[高低大小][\u4e00-\u9fff]{0,3}\s*$")
CONDITION = re.compile(r"^\s*对[^。]{2,80}?的[\u4e00-\u9fff]{0,6}(?:企业|单位|机构|项目|个人|团队|平台|基地|高校|院所)")
"""A requirement or a gift for those who apply, not an aim of the plan."""

_WHAT = {
    "补助": "补助",
    "补贴": "补贴",
    "奖励": "奖励",
    "奖补": "奖补",
    "贴息": "贴息",
    "贴费": "贴费",
    "资助": "资助",
    "贷款": "贷款",
    "保额": "保额",
    "罚款": "罚款",
    "收费": "收费",
    "违约金": "违约金",
    "减免": "减免",
    "税率": "税率",
    "加计扣除": "扣除",
    "税前扣除": "扣除",
    "出资": "出资",
    "资金支持": "支持资金",
    "经费支持": "支持资金",
    "扶持资金": "支持资金",
    "资金扶持": "支持资金",
    "支持": "支持资金",
    "给予": "支持资金",
}
_THING = re.compile("|".join(sorted(_WHAT, key=len, reverse=True)))
_CAP = re.compile(r"(?:最[高多大][\u4e00-\u9fff]{0,4}|(?:不超过|不高于|上限|限额)[\u4e00-\u9fff]{0,10})\s*$")
_REQUIRED = re.compile(
    r"(?:[（(]含[^）)]{0,4}[）)]|及?以[上下内])+的(?!一次性|补|奖|资|经费|支持|扶持|比例|标准)|(?<=以[上下内])的(?!一次性|补|奖|资|经费|支持|扶持)"
)
_LEAST = re.compile(r"(?:不低于|不少于|(?<!不)超过|达到|满)\s*$")
_NAMED = re.compile(f"(?:{'|'.join(sorted(set(_WHAT.values())))})(?:(?:比例)?上限|金额|比例)|[\u4e00-\u9fff（）]*条件")
_PART = "，,；;：:"
_LONGEST = 12
"""The longest beginning of a name, in characters."""


@dataclass(frozen=True, slots=True)
class FigureFound:
    """A figure of a policy in a text, and what it is: 补助上限, 奖励金额, 补助比例, 年营业收入条件."""

    start: int
    end: int
    name: str


def figures(text: str) -> Iterator[FigureFound]:
    """The figures of a policy in a text, left to right."""
    for one in numbers_and_years(text):
        if isinstance(one, NumberFound):
            start, end = sentence_at(text, one.start)
            policy = any(words.search(text[start:end]) for words in (GIFT, GIVEN, CONDITION))
            if policy and (name := _name(text, one, start, end)):
                yield FigureFound(one.start, one.end, name)


def names_a_figure(name: str) -> bool:
    """Whether a slot of this name stands for a figure of a policy: equal ones of two policies are not the same."""
    return bool(_NAMED.fullmatch(name))


def _name(text: str, one: NumberFound, start: int, end: int) -> str:
    """What a number is in a sentence on what is given; "" for a count that is neither given nor asked for."""
    words, after = text[one.start : one.end], text[one.end : end]
    part = max(start, *(text.rfind(mark, start, one.start) + 1 for mark in _PART))
    before = text[part : one.start]
    money, share, most = "元" in words or words.endswith("万"), words.endswith(("%", "％")), bool(_CAP.search(before))
    if _REQUIRED.match(text, one.end) or _LEAST.search(before):
        return (indicator_before(_LEAST.sub("", before.rpartition("对")[2])) or "申报")[-_LONGEST:] + "条件"
    if not money and not share:
        return ""
    beside = [*_THING.findall(re.split(f"[{_PART}。]", after)[0])[-1:], *_THING.findall(before)[-1:]]
    if share and not beside and not most and (whole := indicator_before(before)):
        return whole[-_LONGEST:]
    further = [*_THING.findall(after)[:1], *_THING.findall(text[start:part])[-1:], "给予"]
    what = next(thing for thing in (*beside, *further) if thing != "支持")
    return _WHAT[what] + ("比例" if share else "") + ("上限" if most else "" if share else "金额")
