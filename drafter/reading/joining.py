"""Paragraphs that a page break or a line end cut are put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.model.numbering import Form, parse_number
from drafter.reading.clauses import is_clause_line
from drafter.reading.doubts import Dropped, Told
from drafter.reading.lines import Item, Line, box_title, key_of

FINAL = "。！？；：…!?;:”’）)》」』】>."
"""A paragraph that ends with one of these is whole."""
NEVER_FIRST = "，。；、：！？）》”’」』】,;)"
"""No paragraph begins with one of these."""
HEADING_MOST = 45
"""Characters of a line that may still be a heading or title, when no full stop stands in it."""
FULL_SHARE = 0.15
"""Share of lines of (nearly) the greatest width from which on a text counts as broken into lines of that width."""
LEAST_LINES, WIDTH_LEAST, WIDTH_MOST = 10, 32, 120
"""A text broken into lines has so many lines at least, and they are so wide (in halves of a Chinese character)."""
SLACK = 5
"""Halves of a character by which a full line may fall short of the width."""
TITLES_AMONG = 6
"""Lines at the beginning among which a text that pages repeat above their lines stands."""
UPPER = (
    *(Form.PART, Form.BOOK, Form.BULK, Form.CHAPTER, Form.DIVISION, Form.ARTICLE),
    *(Form.COMMA, Form.BRACKET, Form.DECIMAL),
)
"""The numbers of levels above those that boxes use."""
_STARTS = re.compile(r"——|[-●•■◆▪*]\s|专栏|附件|附表|附录|签发人|抄送|【|[（(]?联系|注[:：]")
_NAMED_DATE = re.compile(r"[（(]?[\d〇○二一]{4}年[\d一二三四五六七八九十]{1,3}月")
_LATIN = re.compile(r"[A-Za-z0-9]")


def joined(items: Iterable[Item], told: Told) -> tuple[Item, ...]:
    """The items with cut paragraphs joined; tables and frames part paragraphs."""
    everything = tuple(items)
    width = full_width([item for item in everything if isinstance(item, Line) and not item.whole])
    indents = _uses_indents(everything)
    result: list[Item] = []
    full = boxed = False
    titles = {key_of(item.text) for item in everything[:TITLES_AMONG] if isinstance(item, Line)}
    for place, item in enumerate(everything):
        above = result[-1] if result else None
        if place >= TITLES_AMONG and isinstance(item, Line) and _is_running_head(above, item, titles):
            told.drop(Dropped.HEADS, [item.text])
            continue
        behind_box = boxed and isinstance(item, Line) and is_clause_line(item.text)
        if (
            isinstance(item, Line)
            and isinstance(above, Line)
            and not behind_box
            and _continues(above, item, full and not item.gap, indents)
        ):
            wrapped = width > 0 or is_clause_line(item.text)
            result[-1] = replace(above, text=_glued(above.text, item.text), cut=above.cut or not wrapped)
        else:
            result.append(item)
        boxed = not behind_box and _in_box(item, boxed)
        full = isinstance(item, Line) and 0 < width <= _width(item) + SLACK and item.text[-1] not in FINAL
    return tuple(result)


def _is_running_head(above: Item | None, item: Line, titles: set[str]) -> bool:
    """Whether a line repeats one of the first ones in the middle of a sentence, as the heads of pages do."""
    if not isinstance(above, Line) or key_of(item.text) not in titles:
        return False
    return _is_cut(above.text) or _open_bracket(above.text)


def _in_box(item: Item, boxed: bool) -> bool:
    """Whether a box (专栏) may be open behind an item: from its title to the next number of the upper levels."""
    if not isinstance(item, Line):
        return boxed
    found = parse_number(item.text)
    return box_title(item.text) is not None or (boxed and not (found and found[0].form in UPPER))


def full_width(lines: Sequence[Line]) -> int:
    """The width at which a text was broken into lines, or 0 where its lines are paragraphs."""
    lengths = sorted(_width(line) for line in lines)
    if len(lengths) < LEAST_LINES or lengths[-1] > WIDTH_MOST:
        return 0
    widest = lengths[-(len(lengths) // 50) - 1]
    open_ends = sum(_width(line) >= widest - SLACK and line.text[-1] not in FINAL for line in lines)
    return widest if widest >= WIDTH_LEAST and open_ends >= FULL_SHARE * len(lines) else 0


def _width(line: Line) -> int:
    """How wide a line prints, in halves of a Chinese character."""
    return sum(1 if character < "\u0100" else 2 for character in line.text) + 4 * line.indented


def _uses_indents(items: tuple[Item, ...]) -> bool:
    lines = [item for item in items if isinstance(item, Line)]
    return sum(line.indented for line in lines) * 2 > len(lines)


def _continues(above: Line, line: Line, full: bool, indents: bool) -> bool:
    if above.heading or line.heading or above.caption or line.caption or line.text.startswith(("——", "专栏")):
        return False
    if is_clause_line(line.text):
        return (
            line.text[0] in "（("
            and not is_clause_line(above.text)
            and (above.text[-1] in "。；，、" or _is_cut(above.text))
        )
    if line.text[0] in NEVER_FIRST:
        return True
    if _open_bracket(above.text) and not parse_number(line.text):
        return _closes(line.text)
    if _may_start(line) or (indents and line.indented):
        return False
    return full or _is_cut(above.text) or (line.page and _reads_on(above.text))


def _reads_on(text: str) -> bool:
    """Whether what stands above a page number is more than a heading and has no end."""
    return text[-1] not in FINAL and any(mark in text for mark in "，；：")


def _is_cut(text: str) -> bool:
    """Whether a paragraph of sentences stops without an end."""
    if text[-1] in FINAL:
        return False
    if text[-1] in "，、":
        return True
    if re.search(r"[。！？；]", text):
        return True
    return len(text) > HEADING_MOST and bool(re.search("[，、]", text))


def _may_start(line: Line) -> bool:
    return bool(parse_number(line.text) or _STARTS.match(line.text) or _NAMED_DATE.match(line.text))


def _open_bracket(text: str) -> bool:
    """Whether a round bracket near the end is not closed."""
    tail = text[-200:]
    return max(tail.rfind("（"), tail.rfind("(")) > max(tail.rfind("）"), tail.rfind(")"))


def _closes(text: str) -> bool:
    close = min((i for i in (text.find("）"), text.find(")")) if i >= 0), default=-1)
    opening = min((i for i in (text.find("（"), text.find("(")) if i >= 0), default=len(text))
    return 0 <= close < opening


def _glued(above: str, text: str) -> str:
    space = " " if _LATIN.match(above[-1]) and _LATIN.match(text[0]) and above[-1].isalpha() else ""
    return above + space + text
