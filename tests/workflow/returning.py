"""What people and programs do to a file with live slots before it comes back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import docx
import lxml.etree

from drafter.office import converted, office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
D = "{urn:drafter:circulation}"
BODY, STORE = "word/document.xml", "customXml/item1.xml"


def changed(data: bytes, part: str, change: Callable[[lxml.etree._Element], object]) -> bytes:
    """The file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                root = lxml.etree.fromstring(content)
                change(root)
                content = lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return out.getvalue()


def without(data: bytes, *parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
    return out.getvalue()


def controls(root: lxml.etree._Element, slot: int) -> list[lxml.etree._Element]:
    return [
        one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == f"drafter-slot-{slot}"
    ]


def typed(data: bytes, slot: int, value: str, *, times: int = 99) -> bytes:
    """A value in the first controls of a slot, the rest of their runs gone, as programs write it."""

    def change(root: lxml.etree._Element) -> None:
        for control in controls(root, slot)[:times]:
            content = control.find(f"{W}sdtContent")
            first, *others = content.findall(f"{W}r")
            for run in others:
                content.remove(run)
            first.find(f"{W}t").text = value

    return changed(data, BODY, change)


def typed_in_word(data: bytes, slot: int, value: str) -> bytes:
    """A value typed once: Word puts it into every control of the slot and into the store."""

    def store(root: lxml.etree._Element) -> None:
        root.find(f"{D}slot{slot}").text = value

    return changed(typed(data, slot, value), STORE, store)


def saved_by_python_docx(data: bytes) -> bytes:
    out = io.BytesIO()
    docx.Document(io.BytesIO(data)).save(out)
    return out.getvalue()


def saved_by_libreoffice(data: bytes) -> bytes | None:
    """The file opened and saved there; None where it is not installed."""
    program = office()
    return converted(data, ".docx", "docx:MS Word 2007 XML", program) if program else None


def replaced(data: bytes, old: str, new: str) -> bytes:
    """The first run that has some words with others in it."""

    def change(root: lxml.etree._Element) -> None:
        text = next(one for one in root.iter(f"{W}t") if old in (one.text or ""))
        text.text = text.text.replace(old, new)

    return changed(data, BODY, change)


def tracked(data: bytes, old: str, new: str, author: str) -> bytes:
    """The same with changes tracked."""

    def change(root: lxml.etree._Element) -> None:
        run = next(one for one in root.iter(f"{W}r") if old in "".join(one.itertext()))
        before, _, after = run.find(f"{W}t").text.partition(old)
        mark = f'w:author="{escape(author)}" w:date="2026-06-01T00:00:00Z"'
        xml = (
            f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>{before}</w:t></w:r>'
            f'<w:del w:id="9001" {mark}><w:r><w:delText>{old}</w:delText></w:r></w:del>'
            f'<w:ins w:id="9002" {mark}><w:r><w:t>{new}</w:t></w:r></w:ins><w:r><w:t>{after}</w:t></w:r></w:p>'
        )
        parent, at = run.getparent(), run.getparent().index(run)
        parent.remove(run)
        for place, one in enumerate(list(lxml.etree.fromstring(xml)), at):
            parent.insert(place, one)

    return changed(data, BODY, change)


def commented(data: bytes, times: int) -> bytes:
    """The file with comments."""
    comments = "".join(f'<w:comment w:id="{n}" w:author="某人"><w:p/></w:comment>' for n in range(times))
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/comments.xml", f'<w:comments xmlns:w="{W[1:-1]}">{comments}</w:comments>')
    return out.getvalue()
