"""Old Word, WPS, RTF and ODT files: made a .docx by LibreOffice where it is installed, and read as that."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from drafter.errors import UnreadableFile
from drafter.reading.archive import Archive
from drafter.reading.docx import lines_of_docx
from drafter.reading.lines import Item

SECONDS_MOST = 60
"""How long LibreOffice may take for a file."""
_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 后再导入。"
_UNLOCK = "请先用 WPS 或 Word 取消密码，再导入。"
_WAYS = "有两个办法：用 WPS 或 Word 打开它，另存为 .docx 再导入；或者安装 LibreOffice（免费）后重新导入。"
_WINDOWS = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_COMMON, _INET = "/org.openoffice.Office.Common/Security/Scripting", "/org.openoffice.Inet/Settings"
# The profile forbids what a file could make the program do: run macros, follow links, reach the network.
_SETTINGS = (
    (_COMMON, "MacroSecurityLevel", "3"),
    (_COMMON, "DisableMacrosExecution", "true"),
    (_COMMON, "BlockUntrustedRefererLinks", "true"),
    (_COMMON, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (_INET, "ooInetProxyType", "2"),
    *((_INET, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS")),
    *((_INET, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS")),
)


def lines_by_office(data: bytes, name: str, suffix: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """(items, warnings) of a file that LibreOffice can open; `suffix` says what the bytes are (.doc, .rtf, .odt).

    Raises UnreadableFile where LibreOffice is missing, fails, or does not come to an end.
    """
    program = office()
    if program is None:
        raise UnreadableFile(f"“{name}”是 {suffix} 格式，要靠 LibreOffice 转换，而本机没有安装。", _WAYS)
    return lines_of_docx(as_docx(data, name, suffix, program), name)


def office() -> str | None:
    """The path of LibreOffice on this machine, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in (*_WINDOWS, _MAC) if Path(path).is_file()), None)


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
    """The bytes of a .docx that LibreOffice makes of a file, in a profile of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"in{suffix}"
        source.write_bytes(data)
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_profile(), "utf-8")
        command = [
            *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(Path(folder) / "out"), str(source)),
        ]
        if not _ended(command, seconds):
            raise UnreadableFile(f"“{name}”用 LibreOffice 转换超过 {seconds:.0f} 秒，已停止。", _SAVE_AS)
        made = Path(folder) / "out" / "in.docx"
        if not made.is_file():
            raise UnreadableFile(f"“{name}”已损坏或有密码，LibreOffice 转换不了。", _SAVE_AS)
        return made.read_bytes()


def _profile() -> str:
    items = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{"".join(items)}</oor:items>'


def _ended(command: list[str], seconds: float) -> bool:
    """Whether a command came to its end in time; one that did not is stopped with all it started."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program found, and files of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return True
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _stop(process)
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603, S607
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
