"""目录: the headings as a table of contents on pages of its own, in the form Word makes and updates itself.

Word's own field lists whole paragraphs. Where a listed heading runs into its paragraph, the entries stand without the
field, each with a field for its page alone: an update gives new page numbers and leaves the words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.writing import layout
from drafter.writing.layout import FANGSONG, HEITI, XIAOBIAOSONG
from drafter.writing.ooxml import bookmarked, empty, field_end, field_opening, link, paragraph, runs

_MOST = 44  # entries; practice: a table of contents of more than two pages leaves the third level out
_RUN_IN_MOST = 2  # practice: of headings that run into their paragraph those of the third level are not listed
BOOKMARK = "_Toc"
"""How the bookmarks of listed headings begin; their numbers follow, from 1 on."""
WHOLE = "_Plan"
"""The bookmark around the text, whose first page is page 1."""
_WHOLE_ID = 0


class _Entry(NamedTuple):
    name: str
    level: int
    text: str
    run_in: bool
    annex: bool


@dataclass(slots=True)
class Contents:
    """The headings that are listed, as they are written; `pages` has a page number for each, where they are known."""

    pages: tuple[int, ...] = ()
    _entries: list[_Entry] = field(default_factory=list[_Entry])

    def listed(self, piece: str, level: int, text: str, *, run_in: bool = False, annex: bool = False) -> str:
        """The paragraph of a heading with the bookmark that its entry leads to."""
        if level > (_RUN_IN_MOST if run_in else layout.CONTENTS_LEVELS) or not text:
            return piece
        number = len(self._entries) + 1
        self._entries.append(_Entry(f"{BOOKMARK}{number}", level, text, run_in, annex))
        return bookmarked(piece, number, self._entries[-1].name)

    def opened(self, piece: str) -> str:
        """The first piece of the text with the beginning of a bookmark around all of it."""
        start = empty("bookmarkStart", id=_WHOLE_ID, name=WHOLE)
        return piece.replace("</w:pPr>", f"</w:pPr>{start}", 1) if piece.startswith("<w:p>") else start + piece

    def closed(self, piece: str) -> str:
        """The last piece of the text, after which the annexes begin, with its end."""
        return piece + empty("bookmarkEnd", id=_WHOLE_ID)

    def printed(self) -> list[str]:
        """The title and a paragraph for each entry; nothing where there is none."""
        most = layout.CONTENTS_LEVELS - (len(self._entries) > _MOST)
        entries = [(self._page(one), one) for one in self._entries if one.level <= most]
        if not entries:
            return []
        lines = [[link(one.name, _entry(one, page))] for page, one in entries]
        own = [line for line, (_, one) in zip(lines, entries, strict=True) if not one.annex]
        if own and not any(one.run_in for _, one in entries):
            own[0].insert(0, field_opening(f'TOC \\o "1-{most}" \\b {WHOLE} \\h \\z', FANGSONG))
            own[-1].append(field_end(FANGSONG))
        title = paragraph("TOCHeading", runs("目\u3000录", XIAOBIAOSONG))
        styles = (f"TOC{one.level}" for _, one in entries)
        return [title, *(paragraph(style, "".join(line)) for style, line in zip(styles, lines, strict=True))]

    def _page(self, entry: _Entry) -> str:
        ordinal = int(entry.name.removeprefix(BOOKMARK)) - 1
        return str(self.pages[ordinal]) if ordinal < len(self.pages) else ""


def _entry(one: _Entry, page: str) -> str:
    face = HEITI if one.level == 1 else FANGSONG
    number = runs(page, FANGSONG) if page else ""
    reference = field_opening(f"PAGEREF {one.name} \\h", FANGSONG) + number + field_end(FANGSONG)
    return runs(f"{one.text}\t", face) + reference
