"""Recipes and outline templates: one TOML format that says how a draft is put together.

A recipe names a locality, picks sections from plans and fills slots; an outline template is a recipe without picks.
Every mistake is one BadRecipe that names the file, the line and what is allowed. The format is told in README.md.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.errors import BadRecipe
from drafter.model.draft import SlotKind
from drafter.model.notice import Carries, Notice, NoticeForm

FORMAT = 1
SLOT_MARK = re.compile(r"【([^【】]{1,40})】")
"""How a slot stands in a recipe's own text."""


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """A slot used as 【name】 in the recipe's own text."""

    name: str
    kind: SlotKind
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A section to be: one of our own (`title` and the rest) or one picked (`plan` and `pick`)."""

    line: int
    title: str = ""
    run_in: bool = False
    guidance: str = ""
    text: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    plan: str = ""
    pick: str = ""
    without: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a draft is put together. `lines` says on which line each fill and keep stands."""

    path: Path
    kind: str
    title: str
    status: str = ""
    issuer: str = ""
    date: str = ""
    period: tuple[int, int] | None = None
    locality: str = ""
    run_on: tuple[int, ...] = ()
    preamble: tuple[str, ...] = ()
    slots: tuple[SlotSpec, ...] = ()
    parts: tuple[Part, ...] = ()
    fill: tuple[tuple[str, str], ...] = ()
    keep: tuple[tuple[str, str], ...] = ()
    notice: Notice | None = None
    lines: tuple[tuple[str, int], ...] = ()

    def line(self, name: str) -> int:
        """The line on which a fill or keep stands."""
        return dict(self.lines)[name]


_TEXT, _TEXTS, _FLAG, _NUMBERS = "文字", "文字的列表", "true 或 false", "整数的列表"
_TOP = {
    "format": "整数", "kind": _TEXT, "title": _TEXT, "status": _TEXT, "issuer": _TEXT, "date": _TEXT,
    "period": _NUMBERS, "locality": _TEXT, "run_on": _NUMBERS, "preamble": _TEXTS,
    "slot": "若干 [[slot]]", "section": "若干 [[section]]", "fill": "[fill] 表", "keep": "[keep] 表",
    "notice": "[notice] 表",
}  # fmt: skip
_SLOT = {"name": _TEXT, "kind": _TEXT, "hint": _TEXT}
_OWN = {"title": _TEXT, "run_in": _FLAG, "guidance": _TEXT, "text": _TEXTS, "responsible": _TEXTS}
_PICKED = {"from": _TEXT, "pick": _TEXT, "without": _TEXTS}
_NOTICE = {
    **dict.fromkeys(("head", "number", "classification", "urgency", "copy_number", "title", "addressee"), _TEXT),
    **dict.fromkeys(("approved_by", "date", "remark", "printed_by", "printed_on", "carries", "form"), _TEXT),
    **dict.fromkeys(("issuers", "signers", "paragraphs", "copies_to"), _TEXTS),
    "sealed": _FLAG,
}
_NOTICE_FORMS = {
    "number": (r"\S+〔\d{4}〕[1-9]\d*号", "年份用六角括号、序号不加“第”和 0，如 威政办发〔2026〕5号"),
    "classification": (r"(绝密|机密|秘密)(★.+)?", "如 机密★1年"),
    "urgency": ("特急|加急", "特急或加急"),
    "copy_number": (r"\d{6}", "6 位数字，如 000001"),
    "date": (r"\d{4}-\d{2}-\d{2}", "如 2026-06-05"),
    "printed_on": (r"\d{4}-\d{2}-\d{2}", "如 2026-06-05"),
    "carries": ("|".join(Carries), "main（作正件）、annex（作附件）或 itself（不另写通知）"),
    "form": ("|".join(NoticeForm), "document（文件式）或 letter（信函式）"),
}
"""How a value of the notice must look, and how that is told (GB/T 9704-2012, 7.2, 7.3.5.4)."""
_SECTION = {**_OWN, **_PICKED, "section": "若干 [[section.section]]"}


def read_recipe(path: Path) -> Recipe:
    """The recipe or outline template in a TOML file; raises BadRecipe."""
    data, text = _data(path)
    return _Reader(path, text).recipe(data)


def read_notice(path: Path) -> Notice:
    """The notice in a TOML file of its own: format and what [notice] of a recipe may have; raises BadRecipe."""
    data, text = _data(path)
    reader = _Reader(path, text)
    reader.check_format(data)
    return reader.notice({key: value for key, value in data.items() if key != "format"}, ())


def _data(path: Path) -> tuple[dict[str, Any], str]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadRecipe(f"打不开配方 {path}：{error.strerror}。", "请检查文件名和所在文件夹。") from error
    except UnicodeDecodeError as error:
        raise BadRecipe(f"配方 {path} 不是 UTF-8 文本。", "请用记事本另存为 UTF-8 编码。") from error
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        raise BadRecipe(f"配方 {path} 的写法有误：{error}。", "请按提示的行（line）列（column）改正。") from error


class _Reader:
    """Checks one file's data against the tables above; knows on which line each key stands."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = _key_lines(text)

    def recipe(self, data: dict[str, Any]) -> Recipe:
        self._check(data, _TOP, ())
        self.check_format(data)
        for key in ("kind", "title"):
            if not data.get(key):
                self._fault((key,), f"缺少 {key}。", f'请写 {key} = "…"。')
        slots = tuple(self._slot(item, ("slot", str(n))) for n, item in enumerate(data.get("slot", [])))
        parts = tuple(self._part(item, ("section", str(n))) for n, item in enumerate(data.get("section", [])))
        recipe = Recipe(
            path=self._path,
            period=self._period(data),
            run_on=tuple(data.get("run_on", ())),
            preamble=tuple(data.get("preamble", ())),
            slots=slots,
            parts=parts,
            fill=self._pairs(data, "fill"),
            keep=self._pairs(data, "keep"),
            notice=self.notice(data["notice"], ("notice",)) if "notice" in data else None,
            lines=tuple(
                (path[1], line) for path, line in self._lines.items() if len(path) == 2 and path[0] in ("fill", "keep")
            ),
            **{key: data.get(key, "") for key in ("kind", "title", "status", "issuer", "date", "locality")},
        )
        self._check_marks(recipe)
        return recipe

    def check_format(self, data: dict[str, Any]) -> None:
        if data.get("format") != FORMAT:
            self._fault(("format",), f"format 应为 {FORMAT}。", "请写 format = 1。")

    def notice(self, data: dict[str, Any], where: tuple[str, ...]) -> Notice:
        self._check(data, _NOTICE, where)
        for key, (form, told) in _NOTICE_FORMS.items():
            if key in data and not re.fullmatch(form, data[key]):
                self._fault((*where, key), f"“{key}”的值“{data[key]}”不对。", f"应为{told}。")
        values: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in data.items()}
        values["carries"] = Carries(data.get("carries", Carries.MAIN))
        values["form"] = NoticeForm(data.get("form", NoticeForm.DOCUMENT))
        return Notice(**values)

    def _slot(self, data: dict[str, Any], where: tuple[str, ...]) -> SlotSpec:
        self._check(data, _SLOT, where)
        if data.get("kind") not in set(SlotKind):
            kinds = "、".join(SlotKind)
            self._fault((*where, "kind"), f"填报项的 kind 是“{data.get('kind', '')}”。", f"应为 {kinds} 之一。")
        if not data.get("name"):
            self._fault(where, "填报项缺少 name。", '请写 name = "…"。')
        return SlotSpec(data["name"], SlotKind(data["kind"]), data.get("hint", ""))

    def _part(self, data: dict[str, Any], where: tuple[str, ...]) -> Part:
        self._check(data, _SECTION, where)
        picked = [key for key in ("from", "pick") if data.get(key)]
        if len(picked) == 1:
            self._fault(
                (*where, picked[0]), "摘取一节要同时写 from 和 pick。", "from 是资料名或文件，pick 是节的序号或标题。"
            )
        if not picked and not data.get("title"):
            self._fault(
                where, "这一节既没有 title，也没有 from 和 pick。", "自拟的节写 title，摘取的节写 from 和 pick。"
            )
        if picked and (extra := set(data) & {"text", "responsible", "run_in"}):
            self._fault(
                (*where, min(extra)),
                f"摘取的节不能再写 {min(extra)}。",
                "可以写 title（改标题）和 without（略去的下级）。",
            )
        if not picked and data.get("without"):
            self._fault((*where, "without"), "without 只用于摘取的节。", "请删去这一行。")
        return Part(
            line=self._line(where),
            title=data.get("title", ""),
            run_in=data.get("run_in", False),
            guidance=data.get("guidance", ""),
            text=tuple(data.get("text", ())),
            responsible=tuple(data.get("responsible", ())),
            plan=data.get("from", ""),
            pick=data.get("pick", ""),
            without=tuple(data.get("without", ())),
            parts=tuple(
                self._part(item, (*where, "section", str(n))) for n, item in enumerate(data.get("section", []))
            ),
        )

    def _period(self, data: dict[str, Any]) -> tuple[int, int] | None:
        years = data.get("period")
        if years is None:
            return None
        if len(years) != 2 or not 1949 <= years[0] <= years[1] <= 2100:
            self._fault(("period",), "period 应是两个年份，起年在前。", "例如 period = [2026, 2028]。")
        return years[0], years[1]

    def _pairs(self, data: dict[str, Any], key: str) -> tuple[tuple[str, str], ...]:
        for name, value in data.get(key, {}).items():
            if not isinstance(value, str) or not value.strip():
                self._fault((key, name), f"[{key}] 中“{name}”的值应是文字。", '请写成 "名称" = "本地值"。')
        return tuple(data.get(key, {}).items())

    def _check(self, data: dict[str, Any], allowed: dict[str, str], where: tuple[str, ...]) -> None:
        for key, value in data.items():
            if key not in allowed:
                self._fault((*where, key), f"不认识的键“{key}”。", f"可用的键：{'、'.join(allowed)}。")
            if not _fits(value, allowed[key]):
                self._fault((*where, key), f"“{key}”的值不对。", f"应为{allowed[key]}。")

    def _check_marks(self, recipe: Recipe) -> None:
        declared = {slot.name for slot in recipe.slots}
        used: set[str] = set()

        def check(text: str, line: int) -> None:
            names = set(SLOT_MARK.findall(text))
            used.update(names)
            if missing := names - declared:
                hint = f"请在 [[slot]] 中写上它，或改用：{'、'.join(sorted(declared)) or '（还没有声明任何填报项）'}。"
                self._fault_at(line, f"填报项【{min(missing)}】没有声明。", hint)

        def check_part(part: Part) -> None:
            for text in (part.title, *part.text, *part.responsible):
                check(text, part.line)
            for child in part.parts:
                check_part(child)

        check(recipe.title, self._line(("title",)))
        for text in recipe.preamble:
            check(text, self._line(("preamble",)))
        for part in recipe.parts:
            check_part(part)
        if unused := declared - used:
            name = next(slot.name for slot in recipe.slots if slot.name in unused)
            self._fault_at(1, f"填报项【{name}】声明了却没有用到。", "请删去这个 [[slot]]，或在文字中写上它。")

    def _line(self, where: tuple[str, ...]) -> int:
        while where and where not in self._lines:
            where = where[:-1]
        return self._lines.get(where, 1)

    def _fault(self, where: tuple[str, ...], message: str, hint: str) -> None:
        self._fault_at(self._line(where), message, hint)

    def _fault_at(self, line: int, message: str, hint: str) -> None:
        raise BadRecipe(f"{self._path} 第 {line} 行：{message}", hint)


def _fits(value: object, wanted: str) -> bool:
    if wanted == _TEXT:
        return isinstance(value, str)
    if wanted == _FLAG:
        return isinstance(value, bool)
    if wanted == "整数":
        return isinstance(value, int) and not isinstance(value, bool)
    if wanted.startswith("["):
        return isinstance(value, dict)
    item = str if wanted == _TEXTS else int if wanted == _NUMBERS else dict
    return isinstance(value, list) and all(isinstance(one, item) for one in value)


_HEADER = re.compile(r"^\s*(\[\[?)([^\[\]]+)\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*("[^"]+"|'[^']+'|[A-Za-z0-9_-]+)\s*=""")


def _key_lines(text: str) -> dict[tuple[str, ...], int]:
    """The line of every table and key, as ("section", "0", "section", "2", "pick"): tomllib does not tell them."""
    lines: dict[tuple[str, ...], int] = {(): 1}
    counts: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = ()
            *above, last = [name.strip().strip("\"'") for name in header[2].split(".")]
            for name in above:
                table = (*table, name)
                if table in counts:
                    table = (*table, str(counts[table]))
            table = (*table, last)
            lines.setdefault(table, number)
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                for under in [path for path in counts if path[: len(table) + 1] == (*table, str(counts[table]))]:
                    del counts[under]
                table = (*table, str(counts[table]))
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key[1].strip("\"'")), number)
    return lines
