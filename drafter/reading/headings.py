"""Headings: which lines that begin with a number are headings, and on what level; by their sequence.

lines → marks (a number at the start) → groups (one sequence under one parent) → heading or item → level
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile

from drafter.model.numbering import Form, Number, parse_number
from drafter.reading.clauses import clause_at_end, is_clause_line
from drafter.reading.decimals import decimals_of
from drafter.reading.doubts import Doubt
from drafter.reading.lines import Item, Line, box_title
from drafter.reading.marks import Mark, Shape
from drafter.reading.stops import first_stop
from drafter.text.numerals import parse_numeral, print_numeral

TITLE_MOST = 45
"""Characters of a run-in heading at most: beyond it, its first sentence is a sentence."""
SURE_MOST = 30
"""Characters up to which a first sentence with commas in it certainly is a run-in heading."""
ALONE_MOST = 60
"""Characters of a heading on its own line at most."""
LABEL_MOST = 12
"""Characters before a colon that makes a run-in heading (发展目标：到2025年…)."""
SHORT_MOST = 20
"""Characters of a sentence with nothing but a clause behind it that may be a title."""
STYLE = "样式"
"""How headings that only a style marks are called as a kind of number."""
SKIP_MOST = 3
"""By how many a number may run ahead of the one before it and still belong to its sequence."""

_ORDER = (
    (Form.PART, Form.BOOK, Form.BULK),
    (Form.CHAPTER,),
    (Form.DIVISION,),
    (Form.ARTICLE,),
    (Form.COMMA,),
    (Form.BRACKET,),
    (Form.DOT, Form.DIGIT_COMMA),
    (Form.DIGIT_BRACKET,),
    (Form.HALF_BRACKET,),
    (Form.CIRCLED,),
    (Form.NTH,),
    (Form.ORDINAL,),
)
_CUSTOMARY = {form: float(rank) for rank, forms in enumerate(_ORDER) for form in forms}
_LABELLED = re.compile(
    r"(?:[【\[](?P<a>[^】\]\d]{2,10}?)\s*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})[】\]]"
    r"|(?P<b>(?:专项行动|重点任务|重点工程|专项工程|任务|行动|工程|举措|措施|目标))(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3})(?=[:：\s、.．]))"
)
_ASIDE = re.compile(r"[（(\[［][^（）()]*[）)\]］]。?")
_DATED = re.compile(r"[（(][^（）()]*\d\s*[年月日][^（）()]*[）)]。?$")
"""A stretch of time behind a title: 自查自改（4月至5月）。"""
_LABEL = re.compile(rf"[^，。；：:（）]{{2,{LABEL_MOST}}}[:：](?=.)")
_UNNUMBERED = re.compile("前言|序言|引言|导言|绪论|结语|结束语|后记")
_NO_HEADING = re.compile(r"[一二三四五六七八九十]{1,2}、|[级批类期]")
"""What follows 一、 in a sentence (一、二、三级)."""


@dataclass(slots=True)
class _Group:
    rank: float
    parent: Mark | None
    marks: list[Mark] = field(default_factory=list)


def marks_of(items: Sequence[Item]) -> list[Mark]:
    """Every line that begins with a number, and 二坚持… where the sequence 一是…三是 asks for 二是."""
    marks: list[Mark] = []
    decimals = decimals_of(items)
    for index, item in enumerate(items):
        if not isinstance(item, Line):
            continue
        found = decimals.get(index) or parse_number(item.text)
        if found and (found[0].form is not Form.DECIMAL or index in decimals):
            number, taken = found
            marks.append(Mark(index, number, number.ordinal, _kind(number), item.text[taken:].strip()))
        elif match := _LABELLED.match(item.text):
            ordinal = match["n"] or match["m"]
            count = int(ordinal) if ordinal.isdecimal() else parse_numeral(ordinal) or 0
            marks.append(Mark(index, None, count, match["a"] or match["b"], item.text))
    labels = Counter(mark.kind for mark in marks if mark.number is None)
    marks = [mark for mark in marks if mark.number is not None or labels[mark.kind] > 1]
    marks += _without_shi(items, marks)
    marks += _unnumbered(items, marks)
    marks = sorted([*marks, *_styled(items, marks)], key=lambda mark: mark.index)
    for mark in marks:
        _split(mark)
    return marks


def _kind(number: Number) -> str:
    """What kind of number it is; decimal numbers of as many parts are a kind of their own."""
    return number.form.value + "." * len(number.above) if number.form is Form.DECIMAL else number.form.value


def _styled(items: Sequence[Item], marks: list[Mark]) -> Iterator[Mark]:
    """The short lines without a number that the file's own styles call headings.

    Word's styles are believed; the marks of a Markdown text only where it has no numbers at all.
    """
    numbered = {mark.index for mark in marks}
    for index, item in enumerate(items):
        if not isinstance(item, Line) or not item.heading or index in numbered or not (item.whole or not marks):
            continue
        if len(item.text) <= TITLE_MOST and item.text[-1] not in "。；，、" and box_title(item.text) is None:
            yield Mark(index, None, 1, f"{STYLE}{item.heading}", item.text)


def _unnumbered(items: Sequence[Item], marks: list[Mark]) -> Iterator[Mark]:
    """前言, 结语 and the like alone on a line with text below: neighbours of the first numbered headings."""
    top = next((mark.kind for mark in marks if mark.number), "")
    for index, (item, below) in enumerate(pairwise(items)):
        if top and isinstance(item, Line) and _UNNUMBERED.fullmatch(item.text) and isinstance(below, Line):
            yield Mark(index, None, 0, top, item.text)


def _without_shi(items: Sequence[Item], marks: list[Mark]) -> Iterator[Mark]:
    """The lines that begin 二坚持… between 一是… and 三是…: their 是 was lost."""
    ordinals = [mark for mark in marks if mark.number and mark.number.form is Form.ORDINAL]
    for one, other in pairwise(ordinals):
        if other.ordinal != one.ordinal + 2:
            continue
        numeral = print_numeral(one.ordinal + 1)
        for index in range(one.index + 1, other.index):
            item = items[index]
            if isinstance(item, Line) and re.match(rf"{numeral}[^、．.）)是年月日个季期级\d]", item.text):
                number = Number(Form.ORDINAL, one.ordinal + 1)
                yield Mark(index, number, number.ordinal, number.form.value, item.text[len(numeral) :])
                break


def outline(items: Sequence[Item], marks: list[Mark]) -> list[Mark]:
    """The marks that count, each with its shape, level and whether it is a heading; the others are plain text."""
    order = _ranks(items, marks)
    for mark in marks:
        mark.rank = order[mark.kind]
    kept, groups = _grouped(marks)
    positions = {mark.index: mark for mark in kept}
    for mark in kept:
        below = items[mark.index + 1] if mark.index + 1 < len(items) else None
        mark.owns_clause = isinstance(below, Line) and is_clause_line(below.text)
        mark.bare = mark.shape is not Shape.RUN_IN and not _has_content(items, mark, positions)
    articles = [mark for mark in kept if mark.kind == Form.ARTICLE.value]
    titled = sum(map(_is_titled, articles)) * 2 > len(articles)
    last: dict[float, Mark] = {}
    for group in groups:
        if titled or group.marks[0].kind != Form.ARTICLE.value:
            _judge(group, last.get(group.rank))
            last[group.rank] = group.marks[-1]
    return kept


def _is_titled(article: Mark) -> bool:
    """Whether an article begins with a title: alone on its line, or a few words up to a full stop."""
    if article.shape is Shape.ALONE:
        return not article.bare
    return article.shape is Shape.RUN_IN and len(article.title) <= SHORT_MOST and "，" not in article.title


def _split(mark: Mark) -> None:
    """Finds the title of a numbered line and what follows it."""
    text = mark.text
    colon = _LABEL.match(text)
    if colon and mark.number and not is_clause_line(text):
        mark.title, mark.rest, mark.shape = text[: colon.end() - 1], text[colon.end() :], Shape.RUN_IN
        return
    if closing := clause_at_end(text):
        mark.title, mark.rest = text[: -len(closing)], closing
        if first_stop(mark.title) < 0 and len(mark.title) <= TITLE_MOST:
            mark.shape = Shape.ALONE
            return
        if _is_short(mark.title):
            mark.title, mark.shape = mark.title[:-1], Shape.ALONE
            return
    stop = first_stop(text)
    if mark.kind == Form.ORDINAL.value and f"{print_numeral(mark.ordinal + 1)}是" in text:
        mark.title, mark.rest = text[:stop], text[stop + 1 :]
        return
    if stop < 0:
        mark.title = text.rstrip("：:")
        mark.shape = Shape.WHOLE if text.endswith(("；", ";", "，", "、")) or len(text) > ALONE_MOST else Shape.ALONE
        return
    mark.title, mark.rest = text[:stop], text[stop + 1 :]
    if not mark.rest:
        mark.shape = Shape.ALONE if len(mark.title) <= TITLE_MOST else Shape.WHOLE
    elif (
        _ASIDE.fullmatch(mark.rest)
        or is_clause_line(mark.rest)
        or len(mark.title) > TITLE_MOST
        or text[stop] in "！？"
        or "；" in mark.title
    ):
        mark.shape = Shape.WHOLE
    else:
        mark.shape = Shape.RUN_IN


def _is_short(title: str) -> bool:
    """Whether what stands before a clause is a title with a full stop rather than a measure in one sentence."""
    return len(title) <= SHORT_MOST and not re.search("[，；。.](?=.)", title)


def _ranks(items: Sequence[Item], marks: list[Mark]) -> dict[str, float]:
    """The order of the kinds of number: the customary one, but where a document nests two kinds the other way round."""
    rank = {form.value: place for form, place in _CUSTOMARY.items()}
    kinds = {mark.kind for mark in marks}
    used = [form.value for form in _CUSTOMARY if form.value in kinds]
    for outer, inner in pairwise(used):
        if inner != Form.ORDINAL.value and rank[outer] < rank[inner] and _nests(marks, inner, outer):
            rank[outer], rank[inner] = rank[inner], rank[outer]
    above = 0.0
    for mark in marks:
        if mark.number and mark.number.form is Form.DECIMAL:
            if Form.DECIMAL.value not in rank:
                rank[Form.DECIMAL.value] = _decimal_rank(marks, rank)
            rank[mark.kind] = rank[Form.DECIMAL.value] + 0.1 * len(mark.number.above)
        elif mark.kind in rank:
            pass
        elif mark.kind.startswith(STYLE):
            rank[mark.kind] = _style_rank(items, marks, rank, int(mark.kind.removeprefix(STYLE)))
        else:
            rank[mark.kind] = above + 0.5
        above = rank[mark.kind]
    return rank


def _decimal_rank(marks: list[Mark], rank: dict[str, float]) -> float:
    """The rank of decimal numbers: below all that come before the first of them, above all others."""
    before = takewhile(lambda mark: not mark.number or mark.number.form is not Form.DECIMAL, marks)
    return max((rank[mark.kind] for mark in before if mark.kind in rank), default=-1.0)


def _style_rank(items: Sequence[Item], marks: list[Mark], rank: dict[str, float], level: int) -> float:
    """The rank of a style: that of most numbered headings in it, else below those of upper styles, or above all."""
    kinds: dict[int, Counter[str]] = {}
    for mark in marks:
        style = getattr(items[mark.index], "heading", 0) if mark.number else 0
        if 0 < style <= level:
            kinds.setdefault(style, Counter())[mark.kind] += 1
    ranks = {style: rank[counted.most_common(1)[0][0]] for style, counted in kinds.items()}
    return ranks.get(level, max(ranks.values(), default=-20.0) + level / 20)


def _nests(marks: list[Mark], outer: str, inner: str) -> bool:
    """Whether one kind comes first and runs on from 1, and under several of it the other begins anew or runs on."""
    two = [mark for mark in marks if mark.kind in (outer, inner)]
    if two[0].kind != outer or not _runs([mark for mark in two if mark.kind == outer and mark.ordinal], least=2):
        return False
    inners = [mark for mark in two if mark.kind == inner]
    under = sum(one.kind == outer and other.kind == inner for one, other in pairwise(two))
    return sum(mark.ordinal == 1 for mark in inners) > 1 or (under > 1 and _runs(inners, least=3))


def _runs(marks: list[Mark], least: int) -> bool:
    """Whether marks count 1, 2, 3 … and are so many at least."""
    return len(marks) >= least and [mark.ordinal for mark in marks] == list(range(1, len(marks) + 1))


def _grouped(marks: list[Mark]) -> tuple[list[Mark], list[_Group]]:
    """The marks whose numbers fit a sequence, and the groups they form under their parents."""
    stack: list[_Group] = []
    groups: list[_Group] = []
    last: dict[float, int] = {}
    kept: list[Mark] = []
    for place, mark in enumerate(marks):
        open_group = next((group for group in stack if group.rank == mark.rank), None)
        if not _fits(mark, open_group, last.get(mark.rank), islice(marks, place + 1, None)):
            continue
        while stack and stack[-1].rank > mark.rank:
            stack.pop()
        if not stack or stack[-1].rank < mark.rank:
            stack.append(_Group(mark.rank, stack[-1].marks[-1] if stack else None))
            groups.append(stack[-1])
        mark.parent = stack[-1].parent
        stack[-1].marks.append(mark)
        last[mark.rank] = mark.ordinal
        kept.append(mark)
    return kept, groups


def _fits(mark: Mark, group: _Group | None, last: int | None, later: Iterable[Mark]) -> bool:
    """Whether a number belongs to a sequence: the first, the next, one that runs on, or (in doubt) one a little off."""
    if mark.kind == Form.COMMA.value and _NO_HEADING.match(mark.text):
        return False
    if mark.ordinal == 1 and group and group.marks[-1].ordinal:
        mark.doubts.append((Doubt.RESTARTED, f"“{mark.printed}{mark.title[:12]}”"))
    if mark.ordinal <= 1 or (last is not None and mark.ordinal == last + 1):
        return True
    if group is None:
        follows = any(other.rank == mark.rank and other.ordinal == mark.ordinal + 1 for other in later)
        if follows:
            mark.doubts.append((Doubt.LATE, f"“{mark.printed}{mark.title[:12]}”"))
        return follows
    before = group.marks[-1].ordinal
    if mark.ordinal == before:
        mark.doubts.append((Doubt.REPEATED, f"“{mark.printed}{mark.title[:12]}”"))
        return mark.shape is not Shape.WHOLE
    if before < mark.ordinal <= before + SKIP_MOST:
        mark.doubts.append((Doubt.SKIPPED, f"“{group.marks[-1].printed}”到“{mark.printed}”"))
        return True
    return False


def _has_content(items: Sequence[Item], mark: Mark, positions: dict[int, Mark]) -> bool:
    """Whether something stands under a heading on its own line: text, a table or a deeper number.

    A clause alone under a sentence says nothing: it may be that of the heading above.
    """
    if mark.index + 1 >= len(items):
        return False
    below = positions.get(mark.index + 1)
    if below is not None:
        return below.rank > mark.rank
    return not ("，" in mark.title and mark.text[-1:] == "。" and mark.owns_clause)


def _judge(group: _Group, before: Mark | None) -> None:
    """Decides whether the marks of a group are headings or items, by the greater number of them.

    Short sentences that go on counting from a heading (`before`, the last in the same form) are headings too, and
    sentences that nearly all have a clause of their own below them.
    """
    if group.parent is not None and not group.parent.heading:
        return
    titles = sum(mark.shape is not Shape.WHOLE and not mark.bare and not _is_long(mark) for mark in group.marks)
    sentences = sum(mark.shape is Shape.WHOLE or _is_bare_sentence(mark) for mark in group.marks)
    bare_titles = sum(mark.bare and mark.shape is Shape.ALONE and _is_bare_title(mark) for mark in group.marks)
    few = titles < sentences or (titles == 0 and bare_titles * 2 < len(group.marks))
    owned = sum(mark.owns_clause for mark in group.marks)
    own = owned > 1 and owned >= len(group.marks) - 1
    if few and not own and not (before and before.heading and _goes_on(group, before)):
        return
    level = group.parent.level + 1 if group.parent else 1
    for mark in group.marks:
        mark.heading = bool(mark.title) and len(mark.title) <= ALONE_MOST
        mark.level = level


def _goes_on(group: _Group, before: Mark) -> bool:
    """Whether a group of short lines counts on from a mark under another parent."""
    return group.marks[0].ordinal == before.ordinal + 1 and all(len(mark.title) <= TITLE_MOST for mark in group.marks)


def _is_bare_sentence(mark: Mark) -> bool:
    """Whether a line with nothing under it ends with a full stop and has a comma, or is a measure before a clause."""
    return mark.bare and (not _is_bare_title(mark) if mark.rest else mark.text[-1:] == "。" and "，" in mark.title)


def _is_bare_title(mark: Mark) -> bool:
    """Whether a line with nothing under it has no full stop, or is a few words before a clause or a stretch of time."""
    if mark.rest:
        return _is_short(mark.title) and not re.search(r"\d", mark.title)
    return not re.search("[。；]", _DATED.sub("", mark.text))


def _is_long(mark: Mark) -> bool:
    """Whether a first sentence with text behind it is so long that it proves nothing."""
    return mark.shape is Shape.RUN_IN and len(mark.title) > SURE_MOST and "，" in mark.title
