"""Which passages of a text stand to the letter in any of very many documents: an index in four flat arrays.

Every block of the documents' text that begins at a multiple of its length is indexed; a text is asked with the block
at each of its positions. A run of twice the length less one holds a whole block wherever it stands, so no run of
`shortest` characters is missed; every hit is compared with the text itself, so none is made up. Arrays and
text can be kept in one file and mapped into memory, which opens in no time whatever its size.
"""

from __future__ import annotations

import json
import mmap
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

from drafter.model.document import Document
from drafter.model.walk import Shown, blank, passages, text_of
from drafter.text.normal import squeezed

MOST_SOURCES = 16
"""So many places at most are told for one passage; of what stands in more of them, how many is told."""
_LOOKED_AT = 1024
"""A block that stands in more places than this is everybody's; a run with a rarer block in it is found by that one."""
_HEAD = b"drafter copies 1\n"
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_MARKS = re.compile(r"[\W_]+")

_Numbers: TypeAlias = "array[int] | memoryview"


@dataclass(frozen=True, slots=True)
class Copy:
    """A run that stands in a document: `start` to `end` in the key asked for, from `position` on in the document's."""

    start: int
    end: int
    document: int
    position: int


def key_of(text: str) -> str:
    """A text as it is compared: letters, characters and digits without marks and spaces, one unit of UTF-16 each.

    Another comma makes no sentence one's own.
    """
    return _ASTRAL.sub(lambda match: chr(0xE000 + ord(match[0]) % 6400), _MARKS.sub("", squeezed(text)))


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, paragraph or cell with its place: section path and block way."""

    section: str
    block: tuple[int, ...]
    key: str


def lines(document: Document, shown: Shown = blank) -> tuple[Line, ...]:
    """The lines of a document in reading order."""
    return tuple(Line(one.section, one.block, key_of(text_of(one.spans, shown))) for one in passages(document))


def document_key(document: Document) -> str:
    """The keys of all lines of a document, each ended by a line feed."""
    return "".join(f"{line.key}\n" for line in lines(document))


class CopyIndex:
    """The texts of documents, found by any run of at least `shortest` characters."""

    def __init__(
        self,
        names: Sequence[str],
        begins: _Numbers,
        text: bytes | memoryview,
        starts: _Numbers,
        blocks: _Numbers,
        bits: bytes | bytearray | memoryview,
        shortest: int,
        most: int = MOST_SOURCES,
    ) -> None:
        self.names, self.shortest, self.most = tuple(names), shortest, most
        self._begins, self._text, self._starts, self._blocks, self._bits = begins, text, starts, blocks, bits
        self._length = (shortest + 1) // 2
        self._shift = 33 - len(starts).bit_length()
        self._bit_shift = 32 - (len(bits).bit_length() - 1)

    def copies(self, text: str) -> tuple[Copy, ...]:
        """Every run of a key of at least `shortest` characters that stands in a document, by its start."""
        data = text.encode("utf-16-le", "surrogatepass")
        width, bits, shift = 2 * self._length, self._bits, self._bit_shift
        hits = [
            at for at in range(0, len(data) - width + 1, 2)
            if bits[(code := crc32(data[at : at + width])) >> shift] >> (code >> shift - 3 & 7) & 1
        ]  # fmt: skip
        if not hits:
            return ()
        done: dict[int, int] = {}
        found: list[Copy] = []
        here: list[Copy] = []
        for at in hits:
            here = [one for one in here if 2 * one.end >= at + width]
            enough = len(here) >= self.most
            if enough and _amid(here, at, width):
                continue
            new = self._runs(data, at, done, _edges(here) if enough else None)
            found += new
            here += new
        return tuple(sorted(found, key=lambda one: (one.start, -one.end)))

    def _runs(self, data: bytes, at: int, done: dict[int, int], edges: tuple[int, int] | None) -> list[Copy]:
        """The new runs through the block at a byte; `done` keeps the end of the last run on each diagonal.

        Once there are enough, only those that go beyond the `edges` of what is found already.
        """
        width, text = 2 * self._length, self._text
        block = data[at : at + width]
        bucket = crc32(block) >> self._shift
        found: list[Copy] = []
        reach = 2 * ((self.shortest - self._length + 1) // 2)
        before, after = data[max(0, at - reach) : at], data[at + width : at + width + reach]
        begin, end = self._starts[bucket], self._starts[bucket + 1]
        for number in self._blocks[begin : min(end, begin + _LOOKED_AT)]:
            there = number * width
            if edges and not _beyond(data, text, there - at, edges):
                continue
            if done.get(there - at, -1) > at or text[there : there + width] != block:
                continue
            if text[max(0, there - reach) : there] != before and text[there + width : there + width + reach] != after:
                continue  # a run that is long enough goes on for half of what it needs more on one side
            first = _before(data, at, text, there)
            last = _after(data, at + width, text, there + width)
            done[there - at] = at + width + last
            if width + first + last >= 2 * self.shortest:
                start, position = (at - first) // 2, (there - first) // 2
                document = bisect_right(self._begins, position) - 1
                found.append(Copy(start, (at + width + last) // 2, document, position - self._begins[document]))
                if edges or len(found) >= self.most:
                    edges = _edges(found, edges)
        return found

    def count(self, run: str) -> int:
        """In how many places a run of at least `shortest` characters stands, told or not."""
        data, text, width = run.encode("utf-16-le", "surrogatepass"), self._text, 2 * self._length
        return sum(
            text[number * width - at : number * width - at + len(data)] == data
            for at in range(0, width, 2)
            for number in self._bucket(data[at : at + width])
            if number * width >= at
        )

    def _bucket(self, block: bytes) -> Sequence[int]:
        bucket = crc32(block) >> self._shift
        return self._blocks[self._starts[bucket] : self._starts[bucket + 1]]

    def text(self, document: int) -> str:
        """The key of a document."""
        ends = self._begins[document + 1] if document + 1 < len(self._begins) else len(self._text) // 2
        return bytes(self._text[2 * self._begins[document] : 2 * ends]).decode("utf-16-le", "surrogatepass")[:-1]

    def save(self, path: Path) -> None:
        """Write the index to a file that `open_index` maps."""
        parts = [bytes(self._text), *(bytes(memoryview(one)) for one in (self._begins, self._starts, self._blocks))]
        parts.append(bytes(self._bits))
        about = {"names": self.names, "shortest": self.shortest, "sizes": [len(part) for part in parts]}
        head = _HEAD + json.dumps(about, ensure_ascii=False).encode() + b"\n"
        path.write_bytes(b"".join([head.ljust(_aligned(len(head)), b"\n"), *(_padded(part) for part in parts)]))


def build_index(documents: Iterable[tuple[str, str]], shortest: int = 23, most: int = MOST_SOURCES) -> CopyIndex:
    """The index of (name, key) of documents; `most` places at most are told for one passage."""
    names: list[str] = []
    begins, texts, size = array("I"), [], 0
    for name, key in documents:
        names.append(name)
        begins.append(size)
        texts.append((key + "\n").encode("utf-16-le", "surrogatepass"))
        size += len(texts[-1]) // 2
    text = b"".join(texts)
    width = 2 * ((shortest + 1) // 2)
    codes = array("I", [crc32(text[at : at + width]) for at in range(0, len(text) - width + 1, width)])
    power = max(8, min(24, len(codes).bit_length()))
    starts, blocks = _buckets(codes, 32 - power)
    return CopyIndex(names, begins, text, starts, blocks, _bit_map(codes, min(25, power + 2)), shortest, most)


def _buckets(codes: array[int], shift: int) -> tuple[array[int], array[int]]:
    """Block numbers ordered by the upper bits of their codes, and where each bucket begins (and the last ends)."""
    count = array("I", bytes(4 * ((1 << 32 - shift) + 1)))
    for code in codes:
        count[(code >> shift) + 1] += 1
    starts = array("I", accumulate(count))
    free, blocks = starts[:], array("I", bytes(4 * len(codes)))
    for number, code in enumerate(codes):
        bucket = code >> shift
        blocks[free[bucket]] = number
        free[bucket] += 1
    return starts, blocks


def _bit_map(codes: array[int], power: int) -> bytearray:
    """A map of 2^power bytes, one bit for the upper bits of every code: most blocks that stand nowhere end here."""
    bits, shift = bytearray(1 << power), 32 - power
    for code in codes:
        bits[code >> shift] |= 1 << (code >> shift - 3 & 7)
    return bits


def open_index(path: Path) -> CopyIndex:
    """The index in a file, mapped into memory; raises ValueError where the file is none."""
    with path.open("rb") as file:
        whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        if file.readline() != _HEAD:
            raise ValueError(f"{path} is no index of copies")
        about = json.loads(file.readline())
        position = _aligned(file.tell())
    parts: list[memoryview] = []
    for size in about["sizes"]:
        parts.append(whole[position : position + size])
        position += _aligned(size)
    text, begins, starts, blocks, bits = parts
    return CopyIndex(
        about["names"], begins.cast("I"), text, starts.cast("I"), blocks.cast("I"), bits, about["shortest"]
    )


def _aligned(size: int) -> int:
    return -(-size // 8) * 8


def _padded(part: bytes) -> bytes:
    return part.ljust(_aligned(len(part)), b"\0")


def _amid(copies: list[Copy], at: int, width: int) -> bool:
    """Whether a block is so far inside all copies that what goes beyond them holds one nearer to an end too."""
    begin, end = 2 * max(one.start for one in copies), 2 * min(one.end for one in copies)
    return begin + width <= at < end - 2 * width


def _edges(copies: list[Copy], more: tuple[int, int] | None = None) -> tuple[int, int]:
    """The first and the last byte of what any of the copies holds."""
    first, last = more or (2 * copies[0].start, 2 * copies[0].end)
    return min(first, *(2 * one.start for one in copies)), max(last, *(2 * one.end for one in copies))


def _beyond(data: bytes, text: bytes | memoryview, shift: int, edges: tuple[int, int]) -> bool:
    """Whether the same words go on, at a shift, on one side of the edges."""
    first, last = edges
    if first >= max(2, 2 - shift) and text[first + shift - 2 : first + shift] == data[first - 2 : first]:
        return True
    return last < len(data) and text[last + shift : last + shift + 2] == data[last : last + 2]


def _after(one: bytes, at: int, other: bytes | memoryview, there: int) -> int:
    """How many bytes, whole characters, are the same from two positions on."""
    same, step = 0, 32
    while step >= 2:
        first = one[at + same : at + same + step]
        if len(first) == step and first == other[there + same : there + same + step]:
            same += step
            step *= 2
        else:
            step = step // 4 * 2
    return same


def _before(one: bytes, at: int, other: bytes | memoryview, there: int) -> int:
    """How many bytes, whole characters, are the same before two positions."""
    same, step = 0, 32
    while step >= 2:
        if (
            min(at, there) - same >= step
            and one[at - same - step : at - same] == other[there - same - step : there - same]
        ):
            same += step
            step *= 2
        else:
            step = step // 4 * 2
    return same
