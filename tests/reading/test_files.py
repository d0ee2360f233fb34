"""Files that are not what they seem: one Chinese sentence each; and any bytes at all."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError, UnreadableFile
from drafter.model.walk import text_of
from drafter.reading.files import READABLE, read_bytes, read_file
from tests.reading.outlines import outline
from tests.reading.word import para, word_file

PLAN = "云溪市智能建造工作方案\n\n一、工作目标\n\n到2027年，建成项目100个。\n\n二、重点任务\n\n建设平台。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_every_usual_encoding_is_read(encoding: str):
    assert outline(read_bytes(PLAN.encode(encoding), "a.txt")) == ["1 一、工作目标", "1 二、重点任务"]


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


BAD = {
    "empty.txt": (b"", "空文件"),
    "blank.txt": (b" \n\n ", "没有文字"),
    "binary.txt": (bytes(range(256)) * 20, "不是文本"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(40), "图片"),
    "a.pdf": (b"%PDF-1.7 ...", "PDF"),
    "no-zip.docx": ("云溪市工作方案".encode(), "不是真正的 Word"),
    "cut.docx": (word_file(para("云溪市工作方案") * 50)[:300], "损坏"),
    "empty-zip.docx": (zipped(a=b"x"), "没有正文"),
    "broken-xml.docx": (zipped(word__document=b"", **{"word/document.xml": b"<w:document"}), "损坏"),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧版 Word"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "no-words.docx": (word_file("<w:p/>"), "没有文字"),
}


@pytest.mark.parametrize(("name", "case"), BAD.items(), ids=list(BAD))
def test_what_cannot_be_read_is_said_in_a_sentence_with_a_cure(name: str, case: tuple[bytes, str]):
    data, reason = case
    with pytest.raises(UnreadableFile, match=reason) as caught:
        read_bytes(data, name)
    assert name in caught.value.message
    assert caught.value.hint


def test_a_part_that_unpacks_to_too_much_is_refused():
    bomb = zipped(**{"word/document.xml": b" " * 80_000_000})
    with pytest.raises(UnreadableFile, match="太大"):
        read_bytes(bomb, "bomb.docx")


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密文字", "utf-8")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {names}><w:body>{para("云溪市方案&x;")}</w:body></w:document>'
    document = read_bytes(zipped(**{"word/document.xml": xml.encode()}), "a.docx")
    assert "机密" not in text_of(document.title)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path):
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(UnreadableFile, match=path.name):
            read_file(path)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([*READABLE, ".doc", ""]))
def test_any_bytes_raise_only_our_error(data: bytes, suffix: str):
    try:
        read_bytes(data, "a" + suffix)
    except DrafterError as error:
        assert error.message


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        "一二三、（）1.2是。：\n\t|#*—专栏附件责任单位：市局各区关于印发的通知2025年月日〔〕号《》甲乙 ",
        min_size=1,
        max_size=200,
    )
)
def test_any_text_is_read(text: str):
    try:
        read_bytes(text.encode(), "a.txt")
    except DrafterError as error:
        assert error.message


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=20))
def test_a_damaged_word_file_is_read_or_refused(place: int, noise: bytes):
    whole = word_file(para("云溪市工作方案") + para("一、目标") + para("建设平台。"))
    damaged = whole[: place % len(whole)] + noise + whole[place % len(whole) + len(noise) :]
    try:
        read_bytes(damaged, "a.docx")
    except DrafterError as error:
        assert error.message
