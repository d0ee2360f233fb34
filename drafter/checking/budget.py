"""How long a text may be: 4 000 characters for a special task, 5 000 else (rule of 2024 on cutting papers)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.checking.subject import Subject
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.remembered import Remembered
from drafter.model.walk import length, section_length

_SINCE = 2024
_GENERAL = 5000
_SPECIAL = 4000
_SPECIAL_KINDS = ("行动计划", "行动方案", "实施方案", "工作方案", "工作要点", "专项")
_FREE_KINDS = ("规划", "政府工作报告", "报告", "答复", "批复", "条例", "办法", "规定")

_LENGTHS: Remembered[int] = Remembered()


def check(subject: Subject) -> Iterator[Finding]:
    """A hint where a document is longer than its kind may be; plans of years (规划), replies and rules are free."""
    kind = subject.document.kind
    if kind.endswith(_FREE_KINDS) or subject.year < _SINCE:
        return
    most = _SPECIAL if kind.endswith(_SPECIAL_KINDS) else _GENERAL
    document = subject.document
    characters = length(replace(document, sections=()))
    characters += sum(_LENGTHS.of(one, None, lambda: section_length(one)) for one in document.sections)  # noqa: B023
    if characters > most:
        what = "专项工作文件" if most == _SPECIAL else "一般文件"
        message = f"全文{characters}字，{what}一般不超过{most}字，多出{characters - most}字。"
        yield Finding("length-budget", Severity.HINT, message, Place("", (), 0, 0), "")
