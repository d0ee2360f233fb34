"""Structure: lines become the tree of a Document, stage after stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from drafter.model.document import Document, Section
from drafter.model.numbering import Form, Number, Numbering
from drafter.model.walk import heading_name
from drafter.reading.boxes import extents
from drafter.reading.doubts import Doubt, Told
from drafter.reading.furniture import without_furniture
from drafter.reading.headings import marks_of, outline
from drafter.reading.joining import joined
from drafter.reading.lines import Item, Line, lines_of_text, texts, without_page_numbers
from drafter.reading.marks import Mark, Shape
from drafter.reading.order import states_roles, with_stated_roles
from drafter.reading.parts import Part, is_transcript, parts_of
from drafter.reading.stacked import with_stacked
from drafter.reading.tables import with_grids
from drafter.reading.trees import Tree, grown
from drafter.reading.wrapper import number_in_index, unwrapped

_UPPER = (Form.PART, Form.BOOK, Form.BULK, Form.CHAPTER, Form.DIVISION, Form.COMMA, Form.BRACKET)


def read_text(text: str, warnings: tuple[str, ...] = ()) -> Document:
    """The document that a plain or Markdown text is."""
    return read_lines(lines_of_text(text), warnings)


def read_lines(
    items: Iterable[Item], warnings: tuple[str, ...] = (), outer_title: str = "", told: Told | None = None
) -> Document:
    """The document that lines, tables and frames are.

    `outer_title` is what a web page around it calls it; `told` holds what the file's reader left out.
    """
    told = told or Told()
    found = with_stacked(with_grids(without_furniture(without_page_numbers(items, told))), told)
    own, title = unwrapped(found, told)
    parts = parts_of(joined(own, told), told, title or outer_title, number_in_index(found))
    document = _document(parts.plan, told)
    annexes = [_document(part, told, f"附件{ordinal}") for ordinal, part in enumerate(parts.annexes, 1)]
    said = [f"附件{ordinal}：{warning}" for ordinal, annex in enumerate(annexes, 1) for warning in annex.warnings]
    return replace(
        document,
        attachments=tuple(replace(annex, warnings=()) for annex in annexes),
        notice=replace(_document(parts.notice, Told()), warnings=()) if parts.notice else None,
        warnings=(*warnings, *document.warnings, *said, *told.sentences()),
    )


def _document(part: Part, told: Told, name: str = "") -> Document:
    """The document of a part; `name` is what its places begin with (附件1), "" in the plan itself."""
    items = part.body
    marks = [] if is_transcript(items) else marks_of(items)
    boxes = extents(items, marks)
    inside = {index for box in boxes for index in range(box.start, box.end)}
    outside = [mark for mark in marks if mark.index not in inside]
    kept = outline(items, outside)
    tree = grown(items, {mark.index: mark for mark in kept}, {box.start: box for box in boxes})
    known = {mark.index for mark in kept}
    loose = [mark for mark in outside if mark.index not in known and _is_loose(mark)]
    for doubt, place, words in _doubts(items, tree, [*kept, *loose]):
        told.doubt(doubt, "/".join(filter(None, (name, place))) + words)
    for box in boxes:
        if box.unended:
            told.doubt(Doubt.UNENDED, "/".join(filter(None, (name, tree.places[box.start]))) + f"“{box.title}”")
    nothing = "编号的段落都是整句，按条目读入。" if kept else "没有认出标题，全文按正文读入。"
    document = replace(
        part.facts,
        preamble=tuple(tree.preamble),
        sections=tuple(tree.sections),
        numbering=_numbering([mark for mark in kept if mark.heading]),
        warnings=(nothing,) if not name and not tree.sections and len(items) > 2 else (),
    )
    return with_stated_roles(document) if states_roles(chain(texts(items), document.notes)) else document


def _doubts(items: tuple[Item, ...], tree: Tree, marks: list[Mark]) -> Iterator[tuple[Doubt, str, str]]:
    """(doubt, section path, words) of what was joined, of numbers that do not follow, and of mixed levels."""
    for index, item in enumerate(items):
        if isinstance(item, Line) and item.cut and index in tree.places:
            yield Doubt.JOINED, tree.places[index], f"“{item.text[:8]}……”"
    for mark in marks:
        for doubt, words in mark.doubts:
            if mark.heading or doubt is not Doubt.RESTARTED:
                yield doubt, tree.places.get(mark.index, ""), words
    yield from _mixed(tree.sections)


def _is_loose(mark: Mark) -> bool:
    """Whether a line looks like a heading of an upper level, but its number fits nowhere; it is told so."""
    if not mark.number or mark.number.form not in _UPPER or mark.shape is not Shape.ALONE:
        return False
    mark.doubts.append((Doubt.LOOSE, f"“{mark.printed}{mark.title[:12]}”"))
    return True


def _mixed(sections: Iterable[Section]) -> Iterator[tuple[Doubt, str, str]]:
    """Where neighbours of one level are numbered in different forms; places are paths below the sections' parent."""
    first: dict[Form, Number] = {}
    for section in sections:
        if section.number and section.number.form is not Form.ORDINAL:
            first.setdefault(section.number.form, section.number)
        for doubt, below, words in _mixed(section.children) if section.children else ():
            yield doubt, f"{heading_name(section)}/{below}".strip("/"), words
    if len(first) > 1:
        yield Doubt.MIXED, "", f"“{'”“'.join(map(str, first.values()))}”"


def _numbering(headings: list[Mark]) -> Numbering:
    """The form of each level, taken from most of its headings, and the levels that run on across their parents."""
    counts: dict[int, dict[Form, int]] = {}
    for mark in headings:
        if mark.number and mark.number.form is not Form.ORDINAL:
            forms = counts.setdefault(mark.level, {})
            forms[mark.number.form] = forms.get(mark.number.form, 0) + 1
    default = Numbering()
    depth = max(counts, default=0)
    found = [max(counts[n], key=counts[n].__getitem__) if n in counts else default.form(n) for n in range(1, depth + 1)]
    below = default.forms.index(found[-1]) + 1 if found and found[-1] in default.forms else depth
    return Numbering(
        (*found, *default.forms[below:]) if counts else default.forms,
        frozenset(n for n in counts if _runs_on(headings, n)),
    )


def _runs_on(headings: list[Mark], level: int) -> bool:
    """Whether, in most of the groups after the first, a level goes on counting instead of beginning at 1."""
    restarts = continues = 0
    before: Mark | None = None
    for mark in headings:
        if mark.level != level or not mark.number or mark.number.form is Form.ORDINAL:
            continue
        if before and before.parent is not mark.parent:
            continues += mark.ordinal == before.ordinal + 1
            restarts += mark.ordinal == 1
        before = mark
    return continues > restarts
