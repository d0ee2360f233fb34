"""A Word file that went out with live slots and came back: values of the slots, words around them, what was tracked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drafter.errors import UnreadableFile
from drafter.model.differences import Line
from drafter.reading.archive import Archive
from drafter.reading.docx_xml import main_part, parsed

Element = Any
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_D = "{urn:drafter:circulation}"
_TAG = re.compile(r"drafter-slot-(\d{1,9})")
_BOUND = re.compile(r"/d:circulation\[1\]/d:slot(\d{1,9})\[1\]")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AGAIN = "请对方用 Word 或 WPS 另存为 .docx 后再交回。"
MARK = "\ufffc"
"""Stands on both sides of a slot's number in a line."""


@dataclass(frozen=True, slots=True)
class SentSlot:
    """A slot as the file says it went out, and what the file's own store says now."""

    slot: int
    name: str
    sent: str
    stored: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change outside the slots: whose, where, what was taken out and put in."""

    author: str
    place: str
    removed: str
    added: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file says: which draft it is of ("" where it says nothing), its slots, and every line as it stands.

    `values` has the words of every control, tracked changes accepted; `sent_lines` are the lines as they went out.
    """

    key: str
    version: str
    date: str
    slots: tuple[SentSlot, ...]
    sent_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    values: tuple[tuple[int, str], ...]
    revisions: tuple[Revision, ...]
    comments: int


def read_returned(data: bytes, name: str) -> Returned:
    """What a Word file that came back says. Raises UnreadableFile, in one sentence."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadableFile(f"“{name}”有密码，读不出填报值。", "请对方取消密码后再交回。")
        raise UnreadableFile(f"“{name}”是旧格式（.doc、.wps），填报标记已丢失。", _AGAIN)
    if not data.startswith(_ZIP):
        raise UnreadableFile(f"“{name}”不是 Word 文档（.docx），或已损坏。", _AGAIN)
    archive = Archive(data, name)
    root = parsed(archive, main_part(archive))
    body = None if root is None else root.find(f"{_W}body")
    if body is None:
        raise UnreadableFile(f"“{name}”不是 Word 文档：里面没有正文。", _AGAIN)
    text = _Text()
    try:
        for paragraph in body.iter(f"{_W}p"):
            text.add(paragraph)
    except RecursionError as error:
        raise UnreadableFile(f"“{name}”的内容嵌套太深，没有读入。", _AGAIN) from error
    about = _about(archive)
    comments = parsed(archive, "word/comments.xml")
    attributes = {} if about is None else dict(about.attrib)
    slots = () if about is None else tuple(_slots(about))
    return Returned(
        attributes.get("key", ""),
        attributes.get("version", ""),
        attributes.get("date", ""),
        slots,
        () if about is None else tuple(Line(one.get("place", ""), one.text or "") for one in about.iter(f"{_D}line")),
        tuple(text.lines),
        tuple(text.values({one.slot: one.stored for one in slots})),
        tuple(text.revisions),
        0 if comments is None else sum(1 for _ in comments.iter(f"{_W}comment")),
    )


def _about(archive: Archive) -> Element:
    """The part that says what went out, wherever a program put it; None where there is none."""
    for part in sorted(archive.names):
        if re.fullmatch(r"customXml/item\d+\.xml", part):
            root = parsed(archive, part)
            if root is not None and root.tag == f"{_D}circulation":
                return root
    return None


def _slots(about: Element) -> Iterator[SentSlot]:
    for one in about.iter(f"{_D}sent"):
        if re.fullmatch(r"\d{1,9}", number := one.get("slot", "")):
            sent = one.text or ""
            yield SentSlot(int(number), one.get("name", ""), sent, about.findtext(f"{_D}slot{number}", sent))


class _Text:
    """The lines of a body as they come, each with the heading it stands under."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._slots: list[int] = []
        self._parts: list[list[str]] = []
        self.revisions: list[Revision] = []
        self._place = ""

    def values(self, stored: dict[int, str]) -> Iterator[tuple[int, str]]:
        """(slot, words) of every control.

        LibreOffice 7.4 makes a control for every stretch of one script and writes the stored value behind each.
        """
        for slot, parts in zip(self._slots, self._parts, strict=True):
            value = stored.get(slot, "")
            own = "".join(parts) if len(parts) == 1 else "".join(part.removesuffix(value) for part in parts) or value
            yield slot, own.strip()

    def add(self, paragraph: Element) -> None:
        """Take a paragraph in."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        pieces: list[str] = []
        tracked: list[tuple[str, str, str]] = []
        self._walk(paragraph, pieces, tracked)
        text = "".join(pieces).strip()
        if style is not None and style.get(f"{_W}val", "").lower().startswith("heading"):
            self._place = re.split("[。\n]", text)[0][:40]
        if text:
            self.lines.append(Line(self._place, text))
        for author in dict.fromkeys(author for author, _, _ in tracked):
            removed, added = (
                "".join(words for whose, way, words in tracked if (whose, way) == (author, kind))
                for kind in ("del", "ins")
            )
            if removed or added:
                self.revisions.append(Revision(author, self._place, removed, added))

    def _walk(self, node: Element, pieces: list[str], tracked: list[tuple[str, str, str]]) -> None:
        before: int | None = None
        for child in node:
            match str(child.tag).removeprefix(_W):
                case "sdt" if (slot := _slot_of(child)) is not None:
                    if before == slot:
                        self._parts[-1].append(self._inside(child))
                    else:
                        self._slots.append(slot)
                        self._parts.append([self._inside(child)])
                        pieces.append(f"{MARK}{slot}{MARK}")
                    before = slot
                    continue
                case "del" | "moveFrom":
                    words = "".join(one.text or "" for one in child.iter(f"{_W}delText", f"{_W}t"))
                    tracked.append((child.get(f"{_W}author", ""), "del", words))
                case "ins" | "moveTo":
                    start = len(pieces)
                    self._walk(child, pieces, tracked)
                    tracked.append((child.get(f"{_W}author", ""), "ins", "".join(pieces[start:])))
                case "t":
                    pieces.append(child.text or "")
                case "tab" | "br" if node.tag == f"{_W}r":
                    pieces.append(" ")
                case "p" | "pPr" | "rPr" | "sdtPr":  # a paragraph in a text box comes by itself
                    pass
                case _:
                    self._walk(child, pieces, tracked)
            before = None

    def _inside(self, control: Element) -> str:
        inside: list[str] = []
        self._walk(control, inside, [])
        return "".join(inside)


def _slot_of(control: Element) -> int | None:
    """The slot of a control by its tag, or by what it is bound to where a program dropped the tag."""
    for name, attribute, pattern in (("tag", "val", _TAG), ("dataBinding", "xpath", _BOUND)):
        one = control.find(f"{_W}sdtPr/{_W}{name}")
        if one is not None and (found := pattern.fullmatch(one.get(f"{_W}{attribute}", ""))):
            return int(found[1])
    return None
