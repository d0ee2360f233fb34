"""What the rules are called and what they rest on, in a planner's words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleName:
    """A rule's name and its basis."""

    name: str
    basis: str


_PLACES = "随附的行政区划表，地名、简称和单字简称按上下文认定"
_DIRECTORY = "机构名录，各级各地的规范名称、简称和改革前的旧称"
RULE_NAMES: dict[str, RuleName] = {
    "foreign-place": RuleName("外地地名", _PLACES),
    "foreign-agency": RuleName("外地单位", _DIRECTORY),
    "foreign-organisation": RuleName("外地企业、园区和院校", "词性、后缀、引号，以及只在一地规划中出现的名称"),
    "foreign-document": RuleName("外地文件", "发文机关和文件名称中的地名"),
    "foreign-number": RuleName("照抄的数值", "与出处相同、没有填报过的数值"),
    "foreign-year": RuleName("照抄的年份", "与出处相同、不在本稿期限内的年份"),
    "strange-name": RuleName("来历不明的名称", "词性和后缀像专名，名录和区划表中都没有"),
    "unknown-agency": RuleName("名录中没有的单位", _DIRECTORY),
    "former-agency": RuleName("已更名的单位", _DIRECTORY),
    "two-names": RuleName("一个单位两种叫法", _DIRECTORY),
    "agency-order": RuleName("单位排列次序", "先党委、再政府、后群团的习惯次序"),
    "lead-supports": RuleName("又牵头又配合", "同一处责任分工中一个单位只有一种身份"),
    "parent-place": RuleName("上下级地名不符", _PLACES),
    "contradicting-targets": RuleName("指标前后不一", "同一口径、同一年份的指标全文应当一致"),
    "above-superior": RuleName("指标超过上级", "上级规划中同一口径的指标"),
    "later-than-superior": RuleName("期限晚于上级", "上级规划中同一口径、同一数值的期限"),
    "sums": RuleName("分项与总数不符", "分项相加应当等于总数"),
    "task-table": RuleName("分工表与正文不符", "同一任务在正文和分工表中的责任单位应当一致"),
    "past-horizon": RuleName("期限已过", "今天的日期"),
    "outdated-wording": RuleName("过时的提法", "过时提法表（可由本单位增改）"),
    "length-budget": RuleName("篇幅", "中央和国家机关精简文件的篇幅要求：专项4 000字，其他5 000字"),
}


def rule_name(rule: str) -> RuleName:
    """What a rule is called; its own word where it has no name."""
    return RULE_NAMES.get(rule, RuleName(rule, ""))
