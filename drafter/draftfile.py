"""A draft on disk: one JSON file with a format number, written so that a complete draft is there at every instant."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter.errors import CannotWrite, UnreadableFile
from drafter.model.draft import Draft
from drafter.model.plain import from_plain, to_plain

FORMAT = 1
SUFFIX = ".draft.json"
_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From format n to n + 1."""


def save_draft(draft: Draft, path: Path) -> None:
    """Write a draft; raises CannotWrite, and then the file that was there is still there."""
    data = {"format": FORMAT, "program": "drafter", "draft": to_plain(draft)}
    write_whole(path, json.dumps(data, ensure_ascii=False, indent=1).encode())


def open_draft(path: Path) -> Draft:
    """The draft a file holds; raises UnreadableFile where it is none or was made by a newer program."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"打不开 {path}：{error.strerror}。", "请检查文件是否还在原处、是否有权限。") from error
    except ValueError as error:
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
        return from_plain(Draft, data["draft"])
    except (ValueError, KeyError) as error:
        raise UnreadableFile(f"草稿文件 {path} 已损坏，读不完整。", "请打开它的备份或较早的副本。") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file completely or not at all: to a new file beside it, flushed to disk, then put in place."""
    unfinished = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        try:
            with unfinished.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(f"不能写入 {path}：{error.strerror}。", "请换一个文件夹，或检查磁盘空间和权限。") from error
