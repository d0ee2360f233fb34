"""Pages of a PDF through PDFium: words with their places, and the drawn lines."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from drafter.reading.pdf_rules import rules_of
from drafter.reading.sheets import Piece, Rule, Sheet, plain

WIDE = 1.5
"""A gap of so many letter heights parts pieces."""
ASLANT = 0.05
"""Share of a quarter by which words may be turned and still run straight."""
CHARACTERS_MOST = 200_000
"""Characters of one page that are read."""
_LINE = re.compile(r"[^\r\n\x00]+")
_RUN = re.compile(r"[^\s\x00\ufffe\uffff]+")
_Style = tuple[int, float, str]
_UNKNOWN = re.compile("[\ufffd\ufffe\uffff\ue000-\uf8ff\x01-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page as read: its words and lines, its characters, and how many of them the file has no code for."""

    sheet: Sheet
    characters: int
    unknown: int


def page_read(page: Any) -> PageRead:  # noqa: ANN401
    """What stands on a page of pypdfium2; words that stand aslant or across the others (watermarks) are left out."""
    rules = rules_of(page)
    words = page.get_textpage()
    try:
        reader = _Reader(words, [rule for rule in rules if not rule.across])
        found = list(reader.pieces())
    finally:
        words.close()
    letters = Counter[int]()
    for turn, piece in found:
        letters[turn] += len(piece.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    left, bottom, right, top = page.get_mediabox()
    corners = [_turned(x, y, usual) for x, y in ((left, bottom), (right, top))]
    width, height = abs(corners[0][0] - corners[1][0]), abs(corners[0][1] - corners[1][1])
    x, y = min(corner[0] for corner in corners), min(corner[1] for corner in corners)
    pieces = [replace(p, left=p.left - x, right=p.right - x, base=p.base - y) for turn, p in found if turn == usual]
    lines = tuple(_turned_rule(rule, usual, x, y) for rule in rules)
    return PageRead(Sheet(width, height, tuple(pieces), lines), reader.characters, reader.unknown)


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """A point after the page was turned back, so that words turned by so many quarters run from left to right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarters]


def _turned_rule(rule: Rule, quarters: int, x: float, y: float) -> Rule:
    (x1, y1), (x2, y2) = _turned(rule.left, rule.bottom, quarters), _turned(rule.right, rule.top, quarters)
    return Rule(min(x1, x2) - x, min(y1, y2) - y, max(x1, x2) - x, max(y1, y2) - y)


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters without a space between them; `tall` is the height of the first one's box."""

    start: int
    end: int
    text: str
    left: float
    right: float
    base: float
    tall: float
    style: _Style
    uneven: bool

    @property
    def turn(self) -> int:
        """By how many quarters it is turned."""
        return self.style[0]

    def level(self, run: _Run) -> bool:
        """Whether another run stands at the same height and is turned alike."""
        return self.turn == run.turn and abs(self.base - run.base) <= self.style[1] / 2

    def near(self, run: _Run) -> bool:
        """Whether another run follows without a wide gap."""
        return self.level(run) and -self.style[1] < run.left - self.right <= WIDE * self.style[1]

    def parted(self, run: _Run, rule: Rule) -> bool:
        """Whether an upright line stands between it and another run."""
        return self.left < rule.left <= (run.left + run.right) / 2 and rule.bottom <= run.base <= rule.top

    def crosses(self, rule: Rule) -> bool:
        """Whether an upright line goes through it."""
        return self.left + 2 < rule.left < self.right - 2 and rule.bottom <= self.base <= rule.top

    def joined(self, run: _Run, space: str) -> _Run:
        """Both runs in one."""
        return replace(self, end=run.end, text=self.text + space + run.text, right=max(self.right, run.right))

    def piece(self) -> Piece:
        """The piece that it is."""
        _, size, font = self.style
        return Piece(plain(self.text), self.left, self.right, self.base, size, font)


class _Reader:
    """The pieces of a page, asked of PDFium only where they begin and end: a call for each letter would cost most."""

    def __init__(self, words: Any, cuts: list[Rule]) -> None:  # noqa: ANN401
        import pypdfium2.raw as pdfium

        self._pdfium, self._words, self._cuts = pdfium, words, cuts
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._text = self._read()
        self.characters = len(re.sub(r"\s", "", self._text))
        self.unknown = len(_UNKNOWN.findall(self._text))

    def _read(self) -> str:
        """The text of the page, one character for each that PDFium counts."""
        count = min(self._pdfium.FPDFText_CountChars(self._words), CHARACTERS_MOST)
        buffer = (ctypes.c_ushort * (count + 1))()
        if count and self._pdfium.FPDFText_GetText(self._words, 0, count, buffer) == count + 1:
            text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
            if len(text) == count:
                return text
        codes = (self._pdfium.FPDFText_GetUnicode(self._words, index) for index in range(count))
        return "".join(chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd" for code in codes)

    def pieces(self) -> Iterator[tuple[int, Piece]]:
        """(quarters by which it is turned, piece) in the order of the file."""
        for line in _LINE.finditer(self._text):
            open_: _Run | None = None
            for match in _RUN.finditer(self._text, *line.span()):
                for run in self._runs(*match.span(), open_):
                    if open_ and open_.near(run) and not any(open_.parted(run, cut) for cut in self._cuts):
                        open_ = open_.joined(run, self._space(open_, run))
                        continue
                    if open_:
                        yield open_.turn, open_.piece()
                    open_ = run
            if open_:
                yield open_.turn, open_.piece()

    def _runs(self, start: int, end: int, before: _Run | None) -> Iterator[_Run]:
        """The run of these characters, in parts where it crosses an upright line or leaves its height."""
        whole = self._run(start, end, before)
        if whole is None:
            return
        if not whole.uneven and not any(whole.crosses(cut) for cut in self._cuts):
            yield whole
            return
        open_: _Run | None = None
        for index in range(start, end):
            one = self._run(index, index + 1, open_ or whole)
            if one is None:
                continue
            if open_ and open_.level(one) and not any(open_.parted(one, cut) for cut in self._cuts):
                open_ = open_.joined(one, "")
                continue
            if open_:
                yield open_
            open_ = one
        if open_:
            yield open_

    def _run(self, start: int, end: int, before: _Run | None) -> _Run | None:
        """The place of these characters; None where they stand aslant."""
        low, high = self._boxed(start)
        tall = max(high[0] - low[0], high[1] - low[1])
        same = before and abs(before.tall - tall) <= 0.05 * tall
        style = before.style if before and same else self._style(start)
        if style is None:
            return None
        turn, size, _ = style
        last_low, last_high = self._boxed(end - 1) if end - 1 > start else (low, high)
        self._pdfium.FPDFText_GetCharOrigin(self._words, start, self._x, self._y)
        corners = [_turned(x, y, turn) for x, y in (low, high)]
        last = [_turned(x, y, turn) for x, y in (last_low, last_high)]
        left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
        right, last_bottom = max(x for x, _ in last), min(y for _, y in last)
        base = _turned(self._x.value, self._y.value, turn)[1]
        return _Run(
            start, end, self._text[start:end], left, right, base, tall, style, abs(bottom - last_bottom) > size / 2
        )

    def _boxed(self, index: int) -> tuple[tuple[float, float], tuple[float, float]]:
        box = self._box
        self._pdfium.FPDFText_GetLooseCharBox(self._words, index, box)
        return (box.left, box.bottom), (box.right, box.top)

    def _style(self, index: int) -> _Style | None:
        """(quarters turned, height of letters, font) at a character; None where it stands aslant."""
        pdfium, matrix, buffer = self._pdfium, self._matrix, ctypes.create_string_buffer(80)
        pdfium.FPDFText_GetMatrix(self._words, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._words, index) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        if abs(angle - round(angle)) > ASLANT or size <= 0:
            return None
        pdfium.FPDFText_GetFontInfo(self._words, index, buffer, 80, None)
        return round(angle) % 4, size, buffer.value.decode("utf-8", "replace").rpartition("+")[2]

    def _space(self, above: _Run, run: _Run) -> str:
        """What stands between two runs: a typed space, or one that PDFium made, kept only between Latin words."""
        if run.start == above.end:
            return ""
        latin = above.text[-1].isascii() and run.text[0].isascii()
        made = all(self._pdfium.FPDFText_IsGenerated(self._words, i) == 1 for i in range(above.end, run.start))
        return " " if latin or not made else ""
