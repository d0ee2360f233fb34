"""A 花脸稿: a Word file that shows one version turned into another as tracked changes, to be accepted or rejected.

Both versions are written as any export is; then their paragraphs, runs and rows are put together, what is only in the
old one as deleted, what is only in the new one as inserted. Accepting everything gives the new file, rejecting
everything the old one. Elements: ISO/IEC 29500-1, 17.13.5 (revisions).
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from drafter.model.numbering import parse_number
from drafter.text.difference import Fate, alike_pairs, matches, tokens
from drafter.writing.base import DOCUMENT_PART
from drafter.writing.package import package_bytes
from drafter.writing.revisions import Author, Marks, W, Way

Element = Any
"""An element of lxml, which has no types."""
Cut = Callable[[str], list[str]]
Word = tuple[bytes, str, str]
"""A part of a run that is not torn apart: its properties as XML, the kind of part (t, tab, br), its text."""

MOVED_LENGTH = 8
"""A shorter paragraph that stands elsewhere did not move: it is deleted here and inserted there."""
_Stretch = tuple[list[Word], list[Word], list[Word]]
"""Words removed, words added, and the words that are kept after them."""


def redlined(old: bytes, new: bytes, author: Author, cut: Cut = tokens) -> bytes:
    """The new Word file with everything that differs from the old one as a revision of this author.

    Both files are ones that `docx_bytes` wrote, with the same options; `cut` parts a text into words.
    """
    import lxml.etree

    before, after = (lxml.etree.fromstring(_part(data)) for data in (old, new))
    body = after.find(f"{W}body")
    blocks = [child for child in body if child.tag != f"{W}sectPr"]
    merger = _Merger(Marks(author), cut)
    earlier = [child for child in before.find(f"{W}body") if child.tag != f"{W}sectPr"]
    merger.look_for_moves(earlier, blocks)
    merger.marks.section(body.find(f"{W}sectPr"), before.find(f"{W}body/{W}sectPr"))
    for place, block in enumerate(_apart(list(merger.blocks(earlier, blocks)), merger.marks)):
        body.insert(place, block)
    text = lxml.etree.tostring(after, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    return package_bytes(new, {DOCUMENT_PART: (text,)})


def _part(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(DOCUMENT_PART)


@dataclass(slots=True)
class _Merger:
    marks: Marks
    cut: Cut
    moved: dict[str, str] = field(default_factory=dict[str, str])

    def look_for_moves(self, old: Sequence[Element], new: Sequence[Element]) -> None:
        """Find the paragraphs that stand once on either side, but not in the same order: words → name of the move.

        The number of a heading that moved is another one; it is no part of the words.
        """
        olds, news = ([_wording(block) for block in side] for side in (old, new))
        stay = {olds[i] for i, _ in matches(olds, news)}
        before, after = Counter(olds), Counter(news)
        for words in olds:
            if len(words) >= MOVED_LENGTH and before[words] == after[words] == 1 and words not in stay:
                self.moved[words] = f"move{len(self.moved) + 1}"

    def blocks(self, old: Sequence[Element], new: Sequence[Element]) -> Iterator[Element]:
        """Paragraphs and tables put together."""
        equal = matches([_key(one) for one in old], [_key(one) for one in new])
        for (i, j), (k, m) in pairwise([(-1, -1), *equal, (len(old), len(new))]):
            yield from self._between(old[i + 1 : k], new[j + 1 : m])
            if k < len(old):
                yield new[m]

    def _between(self, old: Sequence[Element], new: Sequence[Element]) -> Iterator[Element]:
        """A stretch that has no block in common; what was rewritten is one block."""
        at = used = 0
        names = [["" if _wording(one) in self.moved else _text(one) for one in side] for side in (old, new)]
        pairs = [(i, j) for i, j in alike_pairs(*names) if _mergeable(old[i], new[j])]
        for i, j in [*pairs, (len(old), len(new))]:
            yield from (self._gone(one) for one in old[at:i])
            yield from (self._come(one) for one in new[used:j])
            if i < len(old):
                yield self._rewritten(old[i], new[j])
            at, used = i + 1, j + 1

    def _gone(self, block: Element) -> Element:
        return self._whole(deepcopy(block), Way.MOVED_FROM if _wording(block) in self.moved else Way.DELETED)

    def _come(self, block: Element) -> Element:
        return self._whole(block, Way.MOVED_TO if _wording(block) in self.moved else Way.INSERTED)

    def _whole(self, block: Element, way: Way) -> Element:
        """A block with all its text and its paragraph marks, or its rows, marked."""
        if block.tag == f"{W}tbl":
            way = Way.DELETED if way in (Way.DELETED, Way.MOVED_FROM) else Way.INSERTED
            for row in block.iterchildren(f"{W}tr"):
                self._whole_row(row, way)
        else:
            self.marks.runs(block, way)
            self.marks.paragraph_mark(block, way)
            if way in (Way.MOVED_FROM, Way.MOVED_TO):
                self.marks.move(block, way, self.moved[_wording(block)])
        return block

    def _whole_row(self, row: Element, way: Way) -> Element:
        self.marks.row(row, way)
        for inner in row.iter(f"{W}p"):
            self.marks.runs(inner, way)
        return row

    def _rewritten(self, old: Element, new: Element) -> Element:
        return self._table(old, new) if new.tag == f"{W}tbl" else self._paragraph(old, new)

    def _paragraph(self, old: Element, new: Element) -> Element:
        before, after = self._words(old), self._words(new)
        self.marks.paragraph_properties(new, old.find(f"{W}pPr"))
        for run in list(new.iterchildren(f"{W}r")):
            new.remove(run)
        for removed, added, kept in _stretches(before, after):
            self.marks.words(new, removed, Fate.REMOVED)
            self.marks.words(new, added, Fate.ADDED)
            self.marks.words(new, kept, Fate.KEPT)
        return new

    def _words(self, paragraph: Element) -> list[Word]:
        import lxml.etree

        found: list[Word] = []
        for run in paragraph.iterchildren(f"{W}r"):
            properties = run.find(f"{W}rPr")
            look = b"" if properties is None else lxml.etree.tostring(properties)
            for part in run:
                kind = part.tag.removeprefix(W)
                if kind == "t":
                    found += [(look, kind, word) for word in self.cut(part.text or "")]
                elif kind != "rPr":
                    found.append((look, kind, ""))
        return found

    def _table(self, old: Element, new: Element) -> Element:
        """Rows put together: equal ones, rewritten ones cell by cell, the others as deleted and inserted."""
        olds, news = (list(one.iterchildren(f"{W}tr")) for one in (old, new))
        at = new.index(news[0])
        self.marks.grid(new.find(f"{W}tblGrid"), old.find(f"{W}tblGrid"))
        for row in news:
            new.remove(row)
        equal = matches([_key(row) for row in olds], [_key(row) for row in news])
        rows: list[Element] = []
        for (i, j), (k, m) in pairwise([(-1, -1), *equal, (len(olds), len(news))]):
            rows += self._rows(olds[i + 1 : k], news[j + 1 : m])
            rows += news[m : m + 1]
        for place, row in enumerate(rows, at):
            new.insert(place, row)
        return new

    def _rows(self, old: Sequence[Element], new: Sequence[Element]) -> Iterator[Element]:
        at = used = 0
        pairs = alike_pairs([_text(row) for row in old], [_text(row) for row in new])
        pairs = [(i, j) for i, j in pairs if _shape(old[i]) == _shape(new[j])]
        for i, j in [*pairs, (len(old), len(new))]:
            yield from (self._whole_row(deepcopy(row), Way.DELETED) for row in old[at:i])
            yield from (self._whole_row(row, Way.INSERTED) for row in new[used:j])
            if i < len(old):
                for cells in zip(old[i].iterchildren(f"{W}tc"), new[j].iterchildren(f"{W}tc"), strict=True):
                    self._cell(*cells)
                yield new[j]
            at, used = i + 1, j + 1

    def _cell(self, old: Element, new: Element) -> None:
        """What stands in a cell put together; its last paragraph ends the cell, so that is never one too many."""
        self.marks.cell(new.find(f"{W}tcPr"), old.find(f"{W}tcPr"))
        olds, news = ([one for one in cell if one.tag != f"{W}tcPr"] for cell in (old, new))
        whole = [*self.blocks(olds[:-1], news[:-1]), self._paragraph(olds[-1], news[-1])]
        new[1:] = list(_apart(whole, self.marks))


def _stretches(before: list[Word], after: list[Word]) -> list[_Stretch]:
    """How one row of words became another; a single character kept between two changes is changed with them."""
    found: list[_Stretch] = [([], [], [])]
    for (i, j), (k, m) in pairwise([(-1, -1), *matches(before, after), (len(before), len(after))]):
        removed, added = before[i + 1 : k], after[j + 1 : m]
        if removed or added:
            rest = found[-1]
            if any(rest[:2]) and len(rest[2]) == 1 and len(rest[2][0][2]) == 1 and rest[2][0][2].isalnum():
                removed, added = [*rest[0], *rest[2], *removed], [*rest[1], *rest[2], *added]
                found.pop()
            found.append((removed, added, []))
        found[-1][2].extend(after[m : m + 1])
    return found


def _text(block: Element) -> str:
    return "".join(part.text or "" for part in block.iter(f"{W}t", f"{W}delText"))


def _wording(block: Element) -> str:
    """The words of a block without the number of a heading."""
    text = _text(block)
    number = parse_number(text)
    return text[number[1] :] if number else text


def _key(block: Element) -> bytes:
    import lxml.etree

    return b"" if block is None else lxml.etree.tostring(block, method="c14n")


def _mergeable(old: Element, new: Element) -> bool:
    """Whether one block can become the other: paragraphs that end the same section, tables of so many columns."""
    if old.tag != new.tag:
        return False
    if new.tag == f"{W}tbl":
        columns = (len(one.find(f"{W}tblGrid")) for one in (old, new))
        return _key(old.find(f"{W}tblPr")) == _key(new.find(f"{W}tblPr")) and len(set(columns)) == 1
    ends = (one.find(f"{W}pPr/{W}sectPr") for one in (old, new))
    return len(set(map(_key, ends))) == 1


def _shape(row: Element) -> list[object]:
    """What a row is like beside its words and the widths of its cells: a row of another shape is another row."""
    cells = (cell.find(f"{W}tcPr") for cell in row.iterchildren(f"{W}tc"))
    return [_key(row.find(f"{W}trPr")), *([_key(one) for one in cell if one.tag != f"{W}tcW"] for cell in cells)]


def _apart(blocks: list[Element], marks: Marks) -> Iterator[Element]:
    """The blocks with something between two tables that only meet because one of them is deleted."""
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before is not None and before.tag == block.tag == f"{W}tbl":
            yield marks.passing_paragraph(block)
        yield block
