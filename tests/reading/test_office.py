"""Old Word, WPS, RTF and ODT: through LibreOffice where it is installed, and a sentence where it is not."""

import io
import os
import stat
import sys
import time
import zipfile
from pathlib import Path

import pytest

from drafter.errors import UnreadableFile
from drafter.reading import office
from drafter.reading.files import read_bytes
from tests.reading.conversions import need_office
from tests.reading.outlines import outline

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RTF = rb"{\rtf1\ansi\ansicpg936\deff0 " + b"".join(
    rf"\u{ord(c)}?".encode() if c != "\n" else rb"\par " for c in "一、总体要求\n建设平台。\n二、重点任务\n培训人员。"
)
RTF += b"}"


def named(text: str) -> bytes:
    return text.encode("utf-16-le")


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office", lambda: None)


@pytest.mark.usefixtures("without_office")
@pytest.mark.parametrize(
    ("data", "name"),
    [(OLE + named("WordDocument"), "旧.doc"), (OLE + named("WordDocument"), "旧.wps"), (RTF, "旧.rtf")],
)
def test_without_libreoffice_both_ways_out_are_named(data: bytes, name: str):
    with pytest.raises(UnreadableFile, match="没有安装") as caught:
        read_bytes(data, name)
    assert name in caught.value.message
    assert "另存为 .docx" in caught.value.hint
    assert "LibreOffice" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + named("EncryptedPackage"), "有密码"),
        (OLE + b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500) + named("WordDocument"), "有密码"),
        (OLE + named("Workbook"), "Excel 表格"),
        (OLE + named("PowerPoint Document"), "演示文稿"),
        (OLE + bytes(100), "旧版 Word"),
    ],
)
def test_what_an_old_container_holds_is_said(data: bytes, reason: str):
    with pytest.raises(UnreadableFile, match=reason):
        read_bytes(data, "旧.doc")


def test_a_locked_odt_says_so():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<m><encryption-data/></m>")
    with pytest.raises(UnreadableFile, match="有密码"):
        read_bytes(file.getvalue(), "锁.odt")


def test_rtf_is_read():
    need_office()
    assert outline(read_bytes(RTF, "a.rtf")) == ["1 一、总体要求", "1 二、重点任务"]


def program(folder: Path, script: str) -> str:
    """A program that stands for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{script}")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a script that Windows does not start")
def test_a_conversion_that_hangs_is_stopped_with_all_it_started(tmp_path: Path):
    child = (
        "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
    )
    script = child + f"open({str(tmp_path / 'pid')!r}, 'w').write(str(p.pid)); time.sleep(60)"
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match="已停止"):
        office.as_docx(b"x", "慢.doc", ".doc", program(tmp_path, script), seconds=1)
    assert time.monotonic() - start < 10
    assert not _alive(int((tmp_path / "pid").read_text()))


def _alive(pid: int) -> bool:
    for _ in range(50):
        try:
            state = (
                Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] if Path("/proc").is_dir() else ""
            )
            os.kill(pid, 0)
        except (ProcessLookupError, FileNotFoundError):
            return False
        if state == "Z":
            return False
        time.sleep(0.1)
    return True


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a script that Windows does not start")
def test_a_conversion_that_fails_is_said(tmp_path: Path):
    with pytest.raises(UnreadableFile, match="转换不了"):
        office.as_docx(b"x", "坏.doc", ".doc", program(tmp_path, "raise SystemExit(1)"))
    with pytest.raises(UnreadableFile, match="转换不了"):
        office.as_docx(b"x", "坏.doc", ".doc", str(tmp_path / "none"))
