"""Locality files: whose plan is being written, its districts and zones and its own names for agencies."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from drafter.errors import BadRecipe
from drafter.model.locality import Level, Locality

_FORMAT = 1
_TEXTS = ("name", "short", "one_character", "level", "province", "district_governments")
_LISTS = ("districts", "zones")
_KEYS = ("format", *_TEXTS, *_LISTS, "agencies", "superiors")
_LEVELS = {level.value: level for level in Level if level is not Level.NATION}


def load_locality(path: Path) -> Locality:
    """The locality in a TOML file; raises BadRecipe naming the file and the key that is wrong."""
    try:
        data = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadRecipe(f"地方文件 {path} 读不出来。", "请检查路径，并另存为 UTF-8 编码。") from error
    except tomllib.TOMLDecodeError as error:
        raise BadRecipe(
            f"地方文件 {path.name} 不是正确的 TOML：{error}。", "请对照 templates/localities 中的样例。"
        ) from error
    return _locality(data, path.name)


def _locality(data: dict[str, Any], file: str) -> Locality:
    for key in data:
        if key not in _KEYS:
            raise _wrong(file, key, f"不认识，可用的键：{'、'.join(_KEYS)}")
    if data.get("format") != _FORMAT:
        raise _wrong(file, "format", f"应为 {_FORMAT}")
    texts = {key: _text(data, key, file) for key in _TEXTS}
    for key in ("name", "short"):
        if not texts[key]:
            raise _wrong(file, key, "必须填写")
    level = texts["level"] or Level.CITY.value
    if level not in _LEVELS:
        raise _wrong(file, "level", f"应为 {'、'.join(_LEVELS)} 之一")
    return Locality(
        name=texts["name"],
        short=texts["short"],
        level=_LEVELS[level],
        one_character=texts["one_character"],
        province=texts["province"],
        districts=_texts(data, "districts", file),
        zones=_texts(data, "zones", file),
        district_governments=texts["district_governments"],
        agencies=_agencies(data, file),
    )


def _text(data: dict[str, Any], key: str, file: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise _wrong(file, key, "应为一段文字，写在引号里")
    return value.strip()


def _texts(data: dict[str, Any], key: str, file: str) -> tuple[str, ...]:
    value: Any = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):  # pyright: ignore[reportUnknownVariableType]
        raise _wrong(file, key, '应为名称的列表，例如 ["环翠区", "文登区"]')
    return tuple(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _agencies(data: dict[str, Any], file: str) -> tuple[tuple[str, str], ...]:
    table: Any = data.get("agencies", {})
    if not isinstance(table, dict):
        raise _wrong(file, "agencies", "应为一张表：职能 = 本地名称")
    for function, name in table.items():  # pyright: ignore[reportUnknownVariableType]
        if not isinstance(name, str) or not name.strip():
            raise _wrong(file, f"agencies.{function}", "应为本地机构的名称，写在引号里")
    return tuple(table.items())  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _wrong(file: str, key: str, what: str) -> BadRecipe:
    return BadRecipe(f"地方文件 {file} 的“{key}”{what}。", "请对照 templates/localities 中的样例改正。")
