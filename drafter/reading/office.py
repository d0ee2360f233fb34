"""Old Word, WPS, RTF and ODT files: made a .docx by LibreOffice where it is installed, and read as that."""

from __future__ import annotations

from drafter.errors import UnreadableFile
from drafter.office import SECONDS_MOST, converted, office
from drafter.reading.archive import Archive
from drafter.reading.docx import lines_of_docx
from drafter.reading.lines import Item

_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 后再导入。"
_UNLOCK = "请先用 WPS 或 Word 取消密码，再导入。"
_WAYS = "有两个办法：用 WPS 或 Word 打开它，另存为 .docx 再导入；或者安装 LibreOffice（免费）后重新导入。"


def lines_by_office(data: bytes, name: str, suffix: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """(items, warnings) of a file that LibreOffice can open; `suffix` says what the bytes are (.doc, .rtf, .odt).

    Raises UnreadableFile where LibreOffice is missing, fails, or does not come to an end.
    """
    program = office()
    if program is None:
        raise UnreadableFile(f"“{name}”是 {suffix} 格式，要靠 LibreOffice 转换，而本机没有安装。", _WAYS)
    return lines_of_docx(as_docx(data, name, suffix, program), name)


def lines_of_ole(data: bytes, name: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """(items, warnings) of a file in the old container of Office (.doc, .wps). Raises UnreadableFile."""
    if _named("EncryptedPackage") in data or _is_locked(data):
        raise UnreadableFile(f"“{name}”有密码，读不出文字。", _UNLOCK)
    if _named("WordDocument") not in data:
        kinds = (("Workbook", "Excel 表格"), ("PowerPoint Document", "演示文稿"))
        kind = next((kind for stream, kind in kinds if _named(stream) in data), "损坏的旧版 Word（.doc/.wps）文件")
        raise UnreadableFile(f"“{name}”是{kind}，里面没有正文。", _SAVE_AS)
    return lines_by_office(data, name, ".doc")


def lines_of_odt(data: bytes, name: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """(items, warnings) of an OpenDocument text. Raises UnreadableFile."""
    if b"encryption-data" in (Archive(data, name).read("META-INF/manifest.xml") or b""):
        raise UnreadableFile(f"“{name}”有密码，读不出文字。", _UNLOCK)
    return lines_by_office(data, name, ".odt")


def _named(stream: str) -> bytes:
    """How the name of a stream stands in the directory of the container."""
    return stream.encode("utf-16-le")


def _is_locked(data: bytes) -> bool:
    """Whether the file information block of a Word file says fEncrypted ([MS-DOC] 2.5.2); it begins on a sector."""
    for start in range(512, min(len(data) - 12, 50_000_000), 512):
        if data[start : start + 2] == b"\xec\xa5":
            return bool(data[start + 11] & 1)
    return False


def as_docx(data: bytes, name: str, suffix: str, program: str, seconds: float = SECONDS_MOST) -> bytes:
    """The bytes of a .docx that LibreOffice makes of a file. Raises UnreadableFile."""
    try:
        made = converted(data, suffix, "docx:MS Word 2007 XML", program, seconds)
    except TimeoutError as error:
        raise UnreadableFile(f"“{name}”用 LibreOffice 转换超过 {seconds:.0f} 秒，已停止。", _SAVE_AS) from error
    if made is None:
        raise UnreadableFile(f"“{name}”已损坏或有密码，LibreOffice 转换不了。", _SAVE_AS)
    return made
