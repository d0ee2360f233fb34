"""The XML of a Word file: its parts, and the text's blocks one by one; nothing is fetched or expanded."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from drafter.errors import UnreadableFile
from drafter.reading.archive import Archive

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 后再导入。"
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": True,
    "remove_comments": True,
}
"""A parser with these fetches nothing and expands nothing."""


def main_part(archive: Archive) -> str:
    """The name of the part that holds the text: what the package's relations say, or word/document.xml."""
    relations = archive.read("_rels/.rels") or b""
    for match in re.finditer(rb"<[^>]*relationships/officeDocument\"[^>]*>", relations):
        target = re.search(rb'Target="/?([^"]+)"', match[0])
        if target and (found := target[1].decode("utf-8", "replace")) in archive.names:
            return found
    return "word/document.xml"


def parsed(archive: Archive, part: str) -> Any:  # noqa: ANN401
    """The root of a part, or None where there is no such part; nothing outside the file is fetched or expanded."""
    import lxml.etree

    data = archive.read(part)
    if data is None:
        return None
    try:
        return lxml.etree.fromstring(data.replace(_STRICT, _LOOSE), lxml.etree.XMLParser(**_SAFE))
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(archive, part) from error


def _damaged(archive: Archive, part: str) -> UnreadableFile:
    return UnreadableFile(f"“{archive.name}”里的“{part}”已损坏。", _SAVE_AS)


def children(
    archive: Archive, part: str, parent: str, tags: Collection[str], note: Callable[[str], None]
) -> Iterator[Any]:
    """The elements in `parent` with one of the tags, one by one; each is forgotten when the next is asked for.

    So memory does not grow with the file. The tag of every element inside one is noted before it comes.
    """
    import lxml.etree

    found = False
    parser = lxml.etree.XMLPullParser(("end",), tag=(parent, *tags), **_SAFE)
    try:
        for piece in archive.pieces(part) if part in archive.names else ():
            parser.feed(piece.replace(_STRICT, _LOOSE))
            for _, element in parser.read_events():
                above = element.getparent()
                if above is not None and above.tag == parent:
                    yield element
                    _forget(element)
                elif element.tag == parent:
                    found = True
                else:
                    note(element.tag)
        if part in archive.names:
            parser.close()
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(archive, part) from error
    if not found:
        raise UnreadableFile(f"“{archive.name}”不是 Word 文档：里面没有正文。", _SAVE_AS)


def _forget(element: Any) -> None:  # noqa: ANN401
    """Empties an element and takes the one before it away: the parser may still write behind the last."""
    element.clear(keep_tail=True)
    before = element.getprevious()
    if before is not None:
        element.getparent().remove(before)
