"""What reading joined, left out or was not sure of, told in few sentences: one for each kind, with the places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

PLACES_MOST = 6
"""Places named of one kind."""
LINES_MOST = 12
"""Lines left out that are named of one kind; the text of each at most so long."""
LINE_MOST = 60


class Doubt(StrEnum):
    """What may be wrong at a place; the value is what the reader is told."""

    JOINED = "断开的段落已接上"
    SKIPPED = "序号跳号，中间可能缺一条"
    REPEATED = "序号重复"
    RESTARTED = "同一层里序号又从头数起"
    LATE = "前面没有序号更小的同级标题"
    LOOSE = "序号接不上，没有按标题读入"
    MIXED = "同一层里的序号样式不一，请核对层级"
    STACKED = "逐行列出的单元格已还原成表格，请核对"
    UNENDED = "专栏后面没有标题，请核对止于何处"


class Dropped(StrEnum):
    """What is left out because it is no part of the text."""

    PAGES = "页码"
    HEADS = "页眉页脚"
    FOOTNOTES = "脚注"
    WRAPPER = "网页上的说明和按钮"
    CONTENTS = "目录"
    MENUS = "网页上正文以外的文字"


@dataclass(slots=True)
class Told:
    """What is to be told of a reading: (doubt, place) in reading order, and the lines left out by kind."""

    doubts: list[tuple[Doubt, str]] = field(default_factory=list)
    dropped: dict[Dropped, list[str]] = field(default_factory=dict)

    def doubt(self, doubt: Doubt, place: str) -> None:
        """Notes a doubt; `place` is a section path and, where it helps, the words."""
        self.doubts.append((doubt, place))

    def drop(self, kind: Dropped, lines: Iterable[str]) -> None:
        """Notes lines that are left out."""
        self.dropped.setdefault(kind, []).extend(lines)

    def sentences(self) -> Iterator[str]:
        """What the planner reads: first the doubts, then what was left out."""
        for doubt in Doubt:
            places = [place or "前言" for kind, place in self.doubts if kind is doubt]
            if places:
                more = "等" if len(places) > PLACES_MOST else ""
                yield f"{doubt}（{len(places)} 处）：{'；'.join(places[:PLACES_MOST])}{more}。"
        for kind, lines in self.dropped.items():
            if lines:
                named = "" if kind in (Dropped.PAGES, Dropped.CONTENTS) else f"：{_quoted(lines)}"
                yield f"去掉了{kind} {len(lines)} 行{named}。"


def _quoted(lines: list[str]) -> str:
    """The different lines in quotation marks."""
    different = list(dict.fromkeys(lines))
    cut = (line if len(line) <= LINE_MOST else f"{line[:LINE_MOST]}……" for line in different[:LINES_MOST])
    return "、".join(f"“{line}”" for line in cut) + ("等" if len(different) > LINES_MOST else "")
