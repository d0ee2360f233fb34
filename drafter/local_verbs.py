"""The verbs of the command line that keep a text up to date and our own: roll."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.errors import BadRecipe, CannotWrite, DrafterError

if TYPE_CHECKING:
    from drafter.model.draft import Draft
    from drafter.workflow import YearChange

Verb = Callable[[Any, str, Callable[[argparse.Namespace], None], str], argparse.ArgumentParser]
Period = tuple[int, int]


def add_verbs(verbs: Any, verb: Verb) -> None:  # noqa: ANN401 - argparse hides its types
    """Add the verbs to those of the command line; `verb` makes one."""
    roll = verb(verbs, "roll", _roll, "顺延年份：先列出随期限改的每个年份和不改的年份，用 -o 才写出")
    roll.add_argument("file", type=Path, metavar="文件")
    roll.add_argument("--to", type=_period, required=True, metavar="2026-2028", help="新的期限")
    roll.add_argument("--from", dest="old", type=_period, metavar="2022-2025", help="原来的期限；默认取文中所写")
    roll.add_argument(
        "-o", "--output", type=Path, metavar="文件", help="写出改好的草稿（.draft.json）或 Word 文件（.docx）"
    )


def _period(words: str) -> Period:
    """The years of 2026-2028, 2026—2028 or 2026."""
    found = re.fullmatch(r"((?:19|20)\d{2})(?:\s*[-—–~至]+\s*((?:19|20)\d{2}))?年?", words.strip())
    if not found or int(found[2] or found[1]) < int(found[1]):
        raise argparse.ArgumentTypeError(f"期限“{words}”应写成 2026-2028，首年在前")
    return int(found[1]), int(found[2] or found[1])


def _roll(options: argparse.Namespace) -> None:
    from drafter import workflow
    from drafter.model.draft import Draft
    from drafter.workflow.rolling import period_of

    path: Path = options.file
    draft = workflow.open_draft(path) if path.name.endswith(workflow.SUFFIX) else Draft(workflow.read(path))
    if not (options.old or period_of(draft)):
        raise DrafterError(f"{path} 没有写明期限。", "请用 --from 写出原来的期限，例如 --from 2022-2025。")
    changes = workflow.year_changes(draft, options.to, options.old)
    if options.output:
        _write(workflow.roll_years(draft, options.to, options.old), options.output)
    moving, left = ([one for one in changes if one.moves is moves] for moves in (True, False))
    if options.json:
        data = {
            "from": options.old or period_of(draft),
            "to": options.to,
            "changes": [_plain(one, draft) for one in moving],
            "left": [_plain(one, draft) for one in left],
            "output": str(options.output) if options.output else None,
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print("\n".join([*(_line(one, draft) for one in (*moving, *left)), _summary(len(moving), len(left), options)]))


def _write(draft: Draft, path: Path) -> None:
    from drafter import workflow

    if path.exists():
        raise CannotWrite(f"{path} 已经在了，没有写出。", "请另取一个文件名。")
    if path.name.endswith(workflow.SUFFIX):
        workflow.save_draft(draft, path)
    elif path.suffix.lower() == ".docx":
        workflow.export(draft, path)
    else:
        raise BadRecipe(f"不知道把 {path} 写成什么。", f"文件名请以 {workflow.SUFFIX} 或 .docx 结尾。")


def _plain(change: YearChange, draft: Draft) -> dict[str, Any]:
    from drafter.model.draft import slot_named
    from drafter.workflow.rolling import around

    place = change.place
    return {
        "words": change.words,
        "value": change.value if change.moves else None,
        "reason": change.why,
        "section": place.section if place else None,
        "start": place.start if place else None,
        "slot": slot_named(draft, change.slot).name if change.slot is not None else None,
        "sentence": around(draft, change),
    }


def _line(change: YearChange, draft: Draft) -> str:
    plain = _plain(change, draft)
    where = f"填报项：{plain['slot']}" if plain["slot"] else plain["section"] or "标题和前言"
    turn = ("改", f"{change.words} → {change.value}") if change.moves else ("不改", change.words)
    return "\t".join((*turn, where, change.why, plain["sentence"]))


def _summary(moving: int, left: int, options: argparse.Namespace) -> str:
    done = f"已写出 {options.output}。" if options.output else "没有写文件；用 -o 写出。"
    return f"改 {moving} 处，不改 {left} 处。{done}"
