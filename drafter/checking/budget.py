"""How long a text may be: 4 000 characters for a special task, 5 000 else (rule of 2024 on cutting papers)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.whole import Whole
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity

_SINCE = 2024
_GENERAL = 5000
_SPECIAL = 4000
_SPECIAL_KINDS = ("行动计划", "行动方案", "实施方案", "工作方案", "工作要点", "专项")
_FREE_KINDS = ("规划", "政府工作报告", "报告", "答复", "批复", "条例", "办法", "规定")


def check(whole: Whole) -> Iterator[Finding]:
    """A hint where a document is longer than its kind may be; plans of years (规划), replies and rules are free."""
    kind = whole.kind
    if kind.endswith(_FREE_KINDS) or whole.known.year < _SINCE:
        return
    most = _SPECIAL if kind.endswith(_SPECIAL_KINDS) else _GENERAL
    characters = whole.gathered.length
    if characters > most:
        what = "专项工作文件" if most == _SPECIAL else "一般文件"
        message = f"全文{characters}字，{what}一般不超过{most}字，多出{characters - most}字。"
        yield Finding("length-budget", Severity.HINT, message, Place("", (), 0, 0), "")
