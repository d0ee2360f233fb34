"""A draft on disk: one JSON file with a format number, written so that a complete draft is there at every instant."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter.errors import CannotWrite, UnreadableFile
from drafter.model.draft import Draft, sound
from drafter.model.plain import from_plain, to_plain

FORMAT = 2
SUFFIX = ".draft.json"
_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: lambda data: {**data, "format": 2},  # format 2 adds the notice, which no file of format 1 has
}
"""From format n to n + 1."""


def save_draft(draft: Draft, path: Path) -> None:
    """Write a draft; raises CannotWrite, and then the file that was there is still there."""
    write_whole(path, draft_bytes(draft))


def draft_bytes(draft: Draft) -> bytes:
    """What a file of this draft holds. Halves of characters that were pasted in stay as they are."""
    data = {"format": FORMAT, "program": "drafter", "draft": to_plain(draft)}
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def open_draft(path: Path) -> Draft:
    """The draft a file holds; raises UnreadableFile where it is none or was made by a newer program."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"打不开 {path}：{error.strerror}。", "请检查文件是否还在原处、是否有权限。") from error
    return read_draft(data, path)


def read_draft(content: bytes, path: Path) -> Draft:
    """The draft that the bytes of a file are; raises UnreadableFile, which names the file."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            f"{path} 不是拟稿台的草稿文件。", "请选择 .draft.json 文件；参考资料请用“导入”。"
        ) from error
    if not isinstance(data, dict) or not isinstance(data.get("format"), int) or "draft" not in data:
        raise UnreadableFile(f"{path} 不是拟稿台的草稿文件。", "请选择 .draft.json 文件；参考资料请用“导入”。")
    if data["format"] > FORMAT:
        raise UnreadableFile(f"{path} 由更新版本的程序保存，本版本不能打开。", "请升级程序后再打开。")
    try:
        while data["format"] < FORMAT:
            data = _UPGRADES[data["format"]](data)
        return sound(from_plain(Draft, data["draft"]))
    except (ValueError, KeyError, RecursionError) as error:
        raise UnreadableFile(f"草稿文件 {path} 已损坏，读不完整。", "请打开它的备份或较早的副本。") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file completely or not at all: to a new file beside it, flushed to disk, then put in place."""
    unfinished = path.with_name(f".{path.name[:40]}.{os.getpid()}.tmp")
    try:
        try:
            with unfinished.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
            _flush_folder(path.parent)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        reason, hint = _REASONS.get(error.errno or 0, (error.strerror, "请换一个文件夹，或检查磁盘空间和权限。"))
        raise CannotWrite(f"不能写入 {path}：{reason}。", hint) from error


_ACCESS = ("没有写入权限，或文件正被别的程序打开", "请关闭正在打开它的 Word、WPS，或换一个文件夹、换一个文件名。")
_FULL = ("磁盘空间不够", "请腾出空间，或换一个磁盘。")
_REASONS = {
    errno.EACCES: _ACCESS,
    errno.EPERM: _ACCESS,
    errno.EROFS: ("这个磁盘是只读的", "请换一个文件夹。"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENOENT: ("文件夹不存在", "请先建立文件夹，或换一个文件夹。"),
    errno.ENOTDIR: ("文件夹不存在", "请先建立文件夹，或换一个文件夹。"),
    errno.EISDIR: ("它是一个文件夹", "请换一个文件名。"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短一些的文件名。"),
}


def make_folder(folder: Path) -> None:
    """Have a folder be there; raises CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"不能建立文件夹 {folder}：{error.strerror}。", "请检查磁盘空间和文件夹权限。") from error


def _flush_folder(folder: Path) -> None:
    """Have the system write down which files a folder has, where it can (Windows does so by itself)."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
