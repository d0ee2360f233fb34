"""Bytes to text: byte order marks, UTF-8, UTF-16, GB18030, and at last a guess."""

from __future__ import annotations

import codecs

from drafter.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_CONTROL = 0.01
"""Share of control characters above which a file is no text."""
LEAST_CHINESE = 0.2
"""Share of Chinese among the characters beyond ASCII below which a decoding is not believed."""


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes; `name` is for the message. Raises UnreadableFile where they are no text."""
    text = _marked(data) or _plausible(data, "utf-8") or _utf16(data) or _plausible(data, "gb18030") or _guessed(data)
    if text is None:
        raise UnreadableFile(f"“{name}”不是文本文件，读不出文字。", "请用 WPS 打开原件，另存为 .docx 后再导入。")
    if not text.strip():
        raise UnreadableFile(f"“{name}”是空文件，没有文字。", "请换一个有内容的文件。")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plausible(data, encoding)
    return None


def _plausible(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return text if _is_text(text) else None


def _is_text(text: str) -> bool:
    control = sum(character < " " and character not in "\t\n\r\f\v" for character in text[:20_000])
    return control <= MOST_CONTROL * len(text[:20_000])


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: half of the ASCII in it (line ends, digits) shows as zero bytes."""
    if len(data) % 2 or data.count(0) < len(data) / 200:
        return None
    encoding = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
    text = _plausible(data, encoding)
    return text if text and _is_chinese(text) else None


def _is_chinese(text: str) -> bool:
    beyond = [character for character in text[:20_000] if character > "\x7f"]
    chinese = sum("\u3000" <= character <= "\u9fff" or character >= "\uff00" for character in beyond)
    return bool(beyond) and chinese >= LEAST_CHINESE * len(beyond)


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    text = _plausible(data, best.encoding) if best else None
    return text if text and _is_chinese(text) else None
