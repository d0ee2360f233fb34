"""Files: a path becomes a Document, by what is in the file and not by its name alone."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import UnreadableFile
from drafter.model.document import Document
from drafter.reading.structure import read_text
from drafter.reading.text import decode

READABLE = (".docx", ".txt", ".md", ".html", ".htm")
"""What can be read, by suffix."""


def read_file(path: Path) -> Document:
    """The document in a file. Raises UnreadableFile with what is wrong and what to do."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"找不到文件“{path}”。", "请检查路径和文件名。") from None
    except OSError as error:
        raise UnreadableFile(f"打不开文件“{path}”：{error.strerror}。", "请检查它是否正被占用、是否有权限读取。") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in a file's bytes; `name` tells the kind and is named in messages. Raises UnreadableFile."""
    return read_text(decode(data, name))
