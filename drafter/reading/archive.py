"""Parts of a zipped file, read with limits: nothing is unpacked that could fill the memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from drafter.errors import UnreadableFile

PART_MOST = 300_000_000
"""Bytes of one part when unpacked."""
PIECE = 32_768
"""Bytes that are unpacked at a time."""
RATIO_MOST = 1_000
"""By how much a part above 50 MB may shrink when packed; real text shrinks by 10 to 50."""
_LARGE = 50_000_000
_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 后再导入。"


class Archive:
    """The parts of a zip, by name. Raises UnreadableFile for what is none, is cut off, encrypted or too large."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeDecodeError) as error:
            raise UnreadableFile(f"“{name}”已损坏或不完整，解不开。", f"请重新取得原件，或{_SAVE_AS[1:]}") from error
        self.names = frozenset(self._zip.namelist())

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, or None where there is none."""
        return b"".join(self.pieces(part)) if part in self.names else None

    def pieces(self, part: str) -> Iterator[bytes]:
        """The bytes of a part that is there, piece by piece."""
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise UnreadableFile(f"“{self.name}”有密码，读不出文字。", "请先取消密码，再导入。")
        bomb = info.file_size > _LARGE and info.file_size > RATIO_MOST * max(info.compress_size, 1)
        if info.file_size > PART_MOST or bomb:
            raise UnreadableFile(f"“{self.name}”解开后太大（{info.file_size // 1_000_000} MB），没有读入。", _SAVE_AS)
        try:
            with self._zip.open(info) as stream:
                yield from iter(lambda: stream.read(PIECE), b"")
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise UnreadableFile(f"“{self.name}”里的“{part}”已损坏。", f"请重新取得原件，或{_SAVE_AS[1:]}") from error
