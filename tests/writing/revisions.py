"""Tracked changes accepted or rejected with lxml alone, as Word does it (ISO/IEC 29500-1, 17.13.5)."""

import io
import zipfile
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COME, GONE = ("ins", "moveTo"), ("del", "moveFrom")


def resolved(data: bytes, *, accept: bool) -> bytes:
    """The Word file with every change accepted, or every change rejected."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _resolved(part, accept) if name == "word/document.xml" else part)
    return out.getvalue()


RANGES = tuple(f"{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End"))


def _resolved(xml: bytes, accept: bool) -> bytes:
    tree = etree.fromstring(xml)
    kept, lost = (COME, GONE) if accept else (GONE, COME)
    _rows(tree, lost)
    _paragraphs(tree, lost)
    for mark in _all(tree, *lost, *RANGES):
        mark.getparent().remove(mark)
    for mark in _all(tree, *kept):
        _unwrapped(mark)
    for text in _all(tree, "delText"):
        text.tag = f"{W}t"
    for change in _all(tree, "pPrChange", "tcPrChange", "sectPrChange"):
        _properties(change, accept)
    for change in _all(tree, "tblGridChange"):
        _grid(change, accept)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _all(tree: Any, *names: str) -> list[Any]:
    return list(tree.iter(*(f"{W}{name}" for name in names)))


def _rows(tree: Any, lost: tuple[str, ...]) -> None:
    for row in _all(tree, "tr"):
        if any(row.find(f"{W}trPr/{W}{name}") is not None for name in lost):
            row.getparent().remove(row)
    for table in _all(tree, "tbl"):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)


def _paragraphs(tree: Any, lost: tuple[str, ...]) -> None:
    """A paragraph whose mark is lost becomes one with the next one, which keeps its own properties."""
    for paragraph in list(tree.iter(f"{W}p")):
        if not any(paragraph.find(f"{W}pPr/{W}rPr/{W}{name}") is not None for name in lost):
            continue
        rest = [one for one in paragraph if one.tag != f"{W}pPr"]
        after = paragraph.getnext()
        if after is not None and after.tag == f"{W}p":
            at = 1 if after.find(f"{W}pPr") is not None else 0
            for place, one in enumerate(rest, at):
                after.insert(place, one)
            paragraph.getparent().remove(paragraph)
        elif all(one.tag[len(W) :] in (*lost, *RANGES) for one in rest):
            paragraph.getparent().remove(paragraph)


def _unwrapped(mark: Any) -> None:
    parent, at = mark.getparent(), mark.getparent().index(mark)
    for place, one in enumerate(list(mark), at):
        parent.insert(place, one)
    parent.remove(mark)


def _properties(change: Any, accept: bool) -> None:
    properties = change.getparent()
    properties.remove(change)
    if accept:
        return
    kept = (f"{W}rPr", f"{W}sectPr", f"{W}headerReference", f"{W}footerReference")
    for one in list(properties):
        if one.tag not in kept:
            properties.remove(one)
    at = 0 if properties.tag == f"{W}pPr" else len(properties)
    for place, one in enumerate(list(change[0]), at):
        properties.insert(place, one)


def _grid(change: Any, accept: bool) -> None:
    columns = change.getparent()
    if accept:
        columns.remove(change)
    else:
        columns[:] = list(change[0])
