"""Files: a path becomes a Document, by what is in the file and not by its name alone."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.errors import UnreadableFile
from drafter.model.document import Document
from drafter.reading.docx import lines_of_docx
from drafter.reading.doubts import Told
from drafter.reading.html import lines_of_html
from drafter.reading.lines import Item
from drafter.reading.ofd import lines_of_ofd
from drafter.reading.office import lines_by_office, lines_of_odt, lines_of_ole
from drafter.reading.pdf import lines_of_pdf
from drafter.reading.structure import read_lines, read_text
from drafter.reading.text import decode

READABLE = (".docx", ".pdf", ".txt", ".md", ".html", ".htm", ".ofd", ".doc", ".wps", ".rtf", ".odt")
"""What can be read, by suffix; the last four where LibreOffice is installed."""
SIZE_MOST = 300_000_000
"""Bytes of a file at most."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 后再导入。"
_OTHERS = (
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
)


def read_file(path: Path) -> Document:
    """The document in a file. Raises UnreadableFile with what is wrong and what to do."""
    try:
        if path.stat().st_size > SIZE_MOST:
            raise UnreadableFile(
                f"“{path.name}”太大（超过 {SIZE_MOST // 1_000_000} MB），没有读入。", "请拆分后再导入。"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"找不到文件“{path}”。", "请检查路径和文件名。") from None
    except IsADirectoryError:
        raise UnreadableFile(f"“{path}”是文件夹，不是文件。", "请选择文件夹里的文件。") from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"打不开文件“{path}”：{error}。", "请检查它是否正被占用、是否有权限读取。") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in a file's bytes; `name` is for messages and for what bytes cannot tell. Raises UnreadableFile."""
    if not data:
        raise UnreadableFile(f"“{name}”是空文件，没有文字。", "请换一个有内容的文件。")
    told = Told()
    if found := _packed(data, name, told):
        return _not_empty(read_lines(*found, told=told), name)
    _refuse_others(data, name)
    text = decode(data, name)
    if _is_html(text, name):
        items, title = lines_of_html(text, name, told)
        return _not_empty(read_lines(items, outer_title=title, told=told), name)
    return _not_empty(read_text(text), name)


_Read = tuple[tuple[Item, ...], tuple[str, ...]]


def _packed(data: bytes, name: str, told: Told) -> _Read | None:
    """(items, warnings) of a file whose first bytes say what it is; None for text."""
    if data.startswith(_ZIP):
        return _zipped(data, name, told)
    if b"%PDF-" in data[:1024]:
        return lines_of_pdf(data, name, told)
    if data.startswith(_OLE):
        return lines_of_ole(data, name)
    if data.startswith(b"{\\rtf"):
        return lines_by_office(data, name, ".rtf")
    return None


def _zipped(data: bytes, name: str, told: Told) -> _Read:
    if data[30:90].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
        return lines_of_odt(data, name)
    if b"OFD.xml" in data and b"word/document.xml" not in data:
        return lines_of_ofd(data, name, told)
    return lines_of_docx(data, name)


def _refuse_others(data: bytes, name: str) -> None:
    for start, kind in _OTHERS:
        if data.startswith(start):
            raise UnreadableFile(f"“{name}”是{kind}，这里读不了。", _SAVE_AS)
    if name.lower().endswith(".docx"):
        raise UnreadableFile(f"“{name}”不是真正的 Word 文档（.docx），或已损坏。", _SAVE_AS)


def _is_html(text: str, name: str) -> bool:
    if name.lower().endswith((".html", ".htm", ".shtml", ".mht")):
        return True
    return bool(re.match(r"\s*(?:<!DOCTYPE html|<html|<\?xml[^>]*>\s*<!DOCTYPE html)", text[:500], re.IGNORECASE))


def _not_empty(document: Document, name: str) -> Document:
    if not (document.title or document.preamble or document.sections or document.attachments or document.notes):
        raise UnreadableFile(f"“{name}”里没有文字。", "如果它是扫描件或图片，请先做文字识别（OCR）再导入。")
    return document
