"""Documents a text cites: 《…》 with the number after it, and document numbers that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"[\u4e00-\u9fff]{2,10}[〔\[［【(（]\s*\d{4}\s*[〕\]］】)）]\s*\d{1,5}\s*号"
_CITED = re.compile(rf"《[^《》]*(?:[《〈<][^《》〈〉<>]*[》〉>][^《》]*)*》(?:\s*[（(]\s*({_NUMBER})\s*[）)])?")
_VERB = "依据|根据|按照|遵照|依照|落实|贯彻|执行|衔接|对照|印发|发布|参照|参见|细化|结合|[见按]"
_ALONE = re.compile(rf"(?:(?<![\u4e00-\u9fff])(?:{_VERB})?|{_VERB})({_NUMBER})")
_KINDS = (
    "规划",
    "行动计划",
    "实施方案",
    "方案",
    "指导意见",
    "实施意见",
    "意见",
    "办法",
    "条例",
    "细则",
    "措施",
    "政策",
)


@dataclass(frozen=True, slots=True)
class CitationFound:
    """A cited document: its title without the marks ("" for a number alone) and its number ("" where not given)."""

    start: int
    end: int
    title: str
    number: str

    @property
    def kind(self) -> str:
        """The last word of the title that names a kind of document (规划, 方案), or 文件."""
        return max((kind for kind in _KINDS if kind in self.title[-14:]), key=self.title.rfind, default="文件")


def citations(text: str) -> Iterator[CitationFound]:
    """Every cited document of a text, left to right."""
    position = 0
    for match in sorted((*_CITED.finditer(text), *_ALONE.finditer(text)), key=lambda one: one.start()):
        if match.start() < position:
            continue
        titled = match[0].startswith("《")
        title = match[0][1 : match[0].rindex("》")] if titled else ""
        yield CitationFound(match.start() if titled else match.start(1), match.end(), title, match[1] or "")
        position = match.end()
