"""Words of a PDF page: PDFium is asked only where words begin and end, for a call for each letter would cost most."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from drafter.reading.sheets import FAR, Piece, Rule, plain

WIDE = 1.5
"""A gap of so many letter heights parts pieces."""
ASLANT = 0.05
"""Share of a quarter by which words may be turned and still run straight."""
NAMED_MOST = 20
"""Characters of a run up to which its font is asked for."""
CHARACTERS_MOST = 200_000
"""Characters of one page that are read."""
_LINE = re.compile(r"[^\r\n\x00]+")
_RUN = re.compile(r"[^\s\x00\ufffe\uffff]+")
_Box = tuple[float, float, float, float]
_NOWHERE: _Box = (0.0, 0.0, 0.0, 0.0)
_CHINESE = re.compile("[⺀-鿿]")
_UNKNOWN = re.compile("[\ufffd\ufffe\uffff\ue000-\uf8ff\x01-\x08\x0e-\x1f]")


_Style = tuple[int, float, float]
"""Quarters by which letters are turned, their height, and how far their foot stands above the edge of their box."""
Styles = dict[tuple[int, int], _Style]
"""The styles found so far in a document, by the size of the letters' boxes."""


class _Run(NamedTuple):
    """Characters without a space between them; `turn` counts the quarters by which they are turned."""

    start: int
    end: int
    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int
    uneven: bool

    def level(self, run: _Run) -> bool:
        """Whether another run stands at the same height and is turned alike."""
        return self.turn == run.turn and abs(self.base - run.base) <= self.size / 2

    def near(self, run: _Run) -> bool:
        """Whether another run follows without a wide gap."""
        return self.level(run) and -self.size < run.left - self.right <= WIDE * self.size

    def other_size(self, run: _Run) -> bool:
        """Whether another run is of larger or smaller letters."""
        return abs(self.size - run.size) > 0.1 * max(self.size, run.size)

    def parted(self, run: _Run, rule: Rule) -> bool:
        """Whether an upright line stands between it and another run."""
        return self.left < rule.left <= (run.left + run.right) / 2 and rule.bottom <= run.base <= rule.top

    def crosses(self, rule: Rule) -> bool:
        """Whether an upright line goes through it."""
        return self.left + 2 < rule.left < self.right - 2 and rule.bottom <= self.base <= rule.top

    def joined(self, run: _Run, space: str) -> _Run:
        """Both runs in one."""
        text, right = self.text + space + run.text, max(self.right, run.right)
        return _Run(self.start, run.end, text, self.left, right, self.base, self.size, self.turn, self.uneven)

    def piece(self, font: str) -> Piece:
        """The piece that it is."""
        return Piece(plain(self.text), self.left, self.right, self.base, self.size, font)


class PageWords:
    """The words of a page of pypdfium2, `characters` of them, `unknown` of these without a code in the file."""

    def __init__(self, words: Any, cuts: Sequence[Rule], styles: Styles) -> None:  # noqa: ANN401
        import pypdfium2.raw as pdfium

        self._pdfium, self._words, self._cuts, self._styles = pdfium, words.raw, cuts, styles
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name, self._named = ctypes.create_string_buffer(100), False
        self._text = self._read()
        self.characters = len("".join(self._text.split()))
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

    def pieces(self, *, finely: bool = False) -> Iterator[tuple[int, Piece]]:
        """(quarters by which it is turned, piece) in the order of the file; `finely` parts letters of other sizes."""
        for line in _LINE.finditer(self._text):
            open_: _Run | None = None
            places = [match.span() for match in _RUN.finditer(self._text, *line.span())]
            for run in _from_left([run for place in places for run in self._runs(*place, finely)]):
                if (
                    open_
                    and open_.near(run)
                    and not (finely and open_.other_size(run))
                    and not any(open_.parted(run, cut) for cut in self._cuts)
                ):
                    open_ = open_.joined(run, self._space(open_, run))
                    continue
                if open_:
                    yield open_.turn, open_.piece(self._font(open_))
                open_ = run
            if open_:
                yield open_.turn, open_.piece(self._font(open_))

    def _font(self, run: _Run) -> str:
        """The name of the font of a short run, and of the first long one; "" of the others."""
        if len(run.text) > NAMED_MOST:
            if self._named:
                return ""
            self._named = True
        chinese = _CHINESE.search(self._text, run.start, run.end)
        index = chinese.start() if chinese else run.start
        size = self._pdfium.FPDFText_GetFontInfo(self._words, index, self._name, len(self._name), None)
        return self._name.raw[: size - 1].decode("utf-8", "replace").rpartition("+")[2] if 1 < size <= 100 else ""

    def _runs(self, start: int, end: int, finely: bool) -> Iterator[_Run]:
        """The run of these characters, in parts where it crosses an upright line or leaves its height."""
        whole = self._run(start, end)
        if whole is None:
            return
        if not (finely or whole.uneven) and not (self._cuts and any(whole.crosses(cut) for cut in self._cuts)):
            yield whole
            return
        open_: _Run | None = None
        for one in filter(None, (self._run(index, index + 1) for index in range(start, end))):
            if (
                open_
                and open_.level(one)
                and not (finely and open_.other_size(one))
                and not any(open_.parted(one, cut) for cut in self._cuts)
            ):
                open_ = open_.joined(one, "")
                continue
            if open_:
                yield open_
            open_ = one
        if open_:
            yield open_

    def _run(self, start: int, end: int) -> _Run | None:
        """The place of these characters; None where they stand aslant."""
        first = self._boxed(start)
        last = self._boxed(end - 1) if end - 1 > start else first
        turn, size, rise = self._style(start, first, last)
        if not (0 < size < FAR and -FAR < rise < FAR):
            return None
        if turn:
            first, last = _turned_box(first, turn), _turned_box(last, turn)
        uneven = abs(first[1] - last[1]) > size / 2
        return _Run(start, end, self._text[start:end], first[0], last[2], first[1] + rise, size, turn, uneven)

    def _boxed(self, index: int) -> _Box:
        box = self._box
        self._pdfium.FPDFText_GetLooseCharBox(self._words, index, box)
        if not -FAR < box.left + box.bottom + box.right + box.top < FAR:
            return _NOWHERE
        return box.left, box.bottom, box.right, box.top

    def _style(self, index: int, first: _Box, last: _Box) -> _Style:
        """The style of a character; its height is 0 where it stands aslant.

        Boxes that follow each other from left to right are of upright letters, and boxes of one size of one style.
        """
        if _NOWHERE in (first, last):
            return 0, 0.0, 0.0
        key = int((first[2] - first[0]) * 8), int((first[3] - first[1]) * 8)
        if key in self._styles and (last is first or (last[0] > first[0] and abs(last[1] - first[1]) < 1)):
            return self._styles[key]
        self._pdfium.FPDFText_GetMatrix(self._words, index, self._matrix)
        matrix = self._matrix
        angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        if abs(angle - round(angle)) > ASLANT:
            return 0, 0.0, 0.0
        size = self._pdfium.FPDFText_GetFontSize(self._words, index) * math.hypot(matrix.c, matrix.d)
        self._pdfium.FPDFText_GetCharOrigin(self._words, index, self._x, self._y)
        turn = round(angle) % 4
        rise = turned(self._x.value, self._y.value, turn)[1] - _turned_box(first, turn)[1]
        if turn == 0:
            self._styles[key] = turn, size, rise
        return turn, size, rise

    def _space(self, above: _Run, run: _Run) -> str:
        """What stands between two runs: a typed space, or one that PDFium made, kept only between Latin words."""
        if run.start == above.end:
            return ""
        latin = above.text[-1].isascii() and run.text[0].isascii()
        made = all(self._pdfium.FPDFText_IsGenerated(self._words, i) == 1 for i in range(above.end, run.start))
        return " " if latin or not made else ""


def _from_left(runs: list[_Run]) -> list[_Run]:
    """The runs of one line from left to right: a file may set those of another font (“”) behind the rest."""
    goes_back = any(run.left < before.left for before, run in pairwise(runs))
    if goes_back and all(runs[0].level(run) for run in runs):
        return sorted(runs, key=lambda run: run.left)
    return runs


def turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """A point after the page was turned back, so that words turned by so many quarters run from left to right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarters]


def _turned_box(box: _Box, quarters: int) -> _Box:
    (x1, y1), (x2, y2) = turned(box[0], box[1], quarters), turned(box[2], box[3], quarters)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
