"""Lines: what every kind of file is turned into before its structure is recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.model.numbering import parse_number
from drafter.reading.doubts import Dropped, Told
from drafter.text.normal import half_width
from drafter.text.numerals import parse_numeral


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of a file.

    `heading` is the level that the file's own marks claim (0: none), a hint only; `indented` whether it begins with a
    paragraph indent; `gap` how many blank lines stand before it; `whole` whether the file says that it is a paragraph
    (then it may still be cut by a page, but not by a line end); `caption` whether the file calls it a table's caption;
    `cut` whether it was put together from pieces that a page break or the like had parted;
    `page` whether a page number stood before it; `titled` whether the file calls it its title.
    """

    text: str
    heading: int = 0
    indented: bool = False
    gap: int = 0
    whole: bool = False
    caption: bool = False
    cut: bool = False
    page: bool = False
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as cells of text. `merged` names the columns known to be merged downwards (None: the file cannot say)."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[int, ...] | None = None
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A bordered box: what stands in a table of one cell."""

    items: tuple[Item, ...]
    gap: int = 0


Item = Line | Grid | Frame

_BOOKMARK = re.compile(r"\[bookmark:[^\]\n]*\]")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+")
_TAGS = re.compile(r"</?(?:b|i|u|em|strong|span|font|sup|sub|p|div|center)\b[^>\n]*>|<br\s*/?>", re.IGNORECASE)
BOLD_LEVEL = 7
"""The level that a line in bold alone claims: below those of Markdown."""
_BOLD_LINE = re.compile(r"\*\*[^*。；，：？]{2,40}\*\*")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_PAGE_NUMBER = re.compile(
    r"[—–\-－]+\s*\d{1,4}\s*[—–\-－]+|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
_PAGE_FIRST = frozenset("—–-－第0123456789")
_RULE = re.compile(r"[-=_*—－\s]{2,}")
_INDENT = re.compile(r"[\u3000 \t\u00a0]+")
_QUOTED = re.compile(r"(?:[>*+-]\s+)+")
_ESCAPE = re.compile(r"\\([.#*_()\[\]>+\-])")
_WORD = r"[^\x00-\x7f，。；：、！？（）“”‘’《》【】〔〕\u3000]"
_LATIN_GAP = re.compile(rf"(?<=[A-Za-z])[ \u00a0]+(?={_WORD})|(?<={_WORD})[ \u00a0]+(?=[A-Za-z])")
_GAP = re.compile(r"(?<=[^\x00-\x7f])[ \t\u00a0\u2002-\u200a\u3000]+|[ \t\u00a0\u2002-\u200a\u3000]+(?=[^\x00-\x7f])")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f]")
_KEPT_GAP, _KEPT_WIDE = "\ue000", "\ue001"
_SIGNERS = re.compile(r"(签\s*发\s*人\s*[:：]\s*)([\u4e00-\u9fff·]+(?:\s+[\u4e00-\u9fff·]+)+)")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff](?![\u4e00-\u9fff·])")
"""A name, or one of two characters with a gap between them (张　三)."""
_BODY_LAST = "局委办厅部会院署府社行司"
_BODIES = re.compile(
    rf"(?<=[\u4e00-\u9fff][\u4e00-\u9fff][{_BODY_LAST}])[ \t\u00a0\u3000]+"
    rf"(?=[\u4e00-\u9fff]{{2,14}}[{_BODY_LAST}](?:[\s）)。；]|$))"
)
"""The gap between two names of bodies: 市商务局　市财政局."""
_BOX = re.compile(r"专栏\s*(\d{1,3}|[一二三四五六七八九十]{1,3})?\s*[:：.．、—\-]?\s*(.{0,50})")


def lines_of_text(text: str) -> tuple[Line, ...]:
    """The lines of a .txt or .md text, its marks taken off; blank lines are left out."""
    lines: list[Line] = []
    gap = 0
    for raw in _INVISIBLE.sub("", text).replace("\f", "\n").replace("\v", "\n").split("\n"):
        line = _line(raw)
        if line is None:
            gap += 1
            continue
        lines.append(replace(line, gap=gap))
        gap = 0
    return tuple(lines)


def without_page_numbers(items: Iterable[Item], told: Told) -> Iterator[Item]:
    """The items without lines that are a page number (— 3 —, 第3页) and nothing else."""
    gap, paged = 0, False
    for item in items:
        if isinstance(item, Line) and item.text[:1] in _PAGE_FIRST and _PAGE_NUMBER.fullmatch(item.text):
            told.drop(Dropped.PAGES, [item.text])
            gap, paged = gap + item.gap + 1, True
        elif paged:
            yield replace(item, gap=item.gap + gap, **({"page": True} if isinstance(item, Line) else {}))
            gap, paged = 0, False
        else:
            yield item


def _line(raw: str) -> Line | None:
    """The line without its marks; None where nothing is left."""
    text = _TAGS.sub("", _BOOKMARK.sub("", raw))
    indent = _INDENT.match(text)
    if "\t" in text.strip() or text.endswith("\t\t") or text.strip().startswith("|"):
        return Line(_without_bold(text.strip("\r\n")), gap=0) if text.strip() or text.endswith("\t\t") else None
    text = text.strip()
    quoted = _QUOTED.match(text)
    text = text[quoted.end() :] if quoted and (text[0] == ">" or parse_number(text[quoted.end() :])) else text
    mark = _MARKDOWN_HEADING.match(text)
    heading = len(mark[1]) if mark else BOLD_LEVEL if _BOLD_LINE.fullmatch(text) else 0
    text = text[mark.end() :] if mark else text
    plain = close_gaps(_without_bold(text))
    if not plain:
        return None
    indented = indent is not None and len(indent[0].replace("\u3000", "  ").replace("\t", "    ")) >= 2
    return Line(plain, heading, indented)


def _without_bold(text: str) -> str:
    return _ESCAPE.sub(r"\1", _BOLD.sub(lambda match: match[1] or match[2], text).replace("**", ""))


def close_gaps(text: str) -> str:
    """The text without spaces that touch a Chinese character, but for one between it and a Latin letter.

    Names that only a gap parts stay apart: signers by 、 (签发人：张三、李四), bodies by one wide space.
    """
    if " " not in text and text.isprintable():
        return text
    if "签发人" in text or "签 发 人" in text:
        text = _SIGNERS.sub(lambda match: match[1] + "、".join(_NAME.findall(match[2])), text)
    text = _BODIES.sub(_KEPT_WIDE, text)
    text = _GAP.sub("", _LATIN_GAP.sub(_KEPT_GAP, text.strip()))
    return re.sub(r"[ \t\u00a0]+", " ", text.replace(_KEPT_GAP, " ").replace(_KEPT_WIDE, "\u3000")).strip()


def is_rule(text: str) -> bool:
    """Whether a line is only a drawn rule (---)."""
    return bool(_RULE.fullmatch(text))


def texts(items: Iterable[Item]) -> Iterator[str]:
    """The text of every line and cell."""
    for item in items:
        match item:
            case Line():
                yield item.text
            case Grid():
                yield from (cell for row in item.rows for cell in row)
            case Frame():
                yield from texts(item.items)


def key_of(text: str) -> str:
    """A line's text as a key: no white space, half-width letters and digits."""
    return half_width("".join(text.split()))


def box_title(text: str) -> tuple[int | None, str] | None:
    """(ordinal, title) of the line that opens a box, or None where it opens none."""
    if "专栏" not in text:
        return None
    match = _BOX.fullmatch(re.sub(r"^【(.+)】$", r"\1", text.strip()))
    if match is None or match[2].endswith(("。", "；", "，")):
        return None
    number = match[1]
    ordinal = None if not number else int(number) if number.isdecimal() else parse_numeral(number)
    return ordinal, match[2].strip()
