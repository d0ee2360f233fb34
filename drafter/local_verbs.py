"""The verbs of the command line that make a text our own and keep it so: localise, check, roll."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.errors import BadRecipe, CannotWrite, DrafterError, NotFound

if TYPE_CHECKING:
    from drafter.model.document import Document
    from drafter.model.draft import Draft
    from drafter.workflow import Library, YearChange

Verb = Callable[[Any, str, Callable[[argparse.Namespace], None], str], argparse.ArgumentParser]
Period = tuple[int, int]


def add_verbs(verbs: Any, verb: Verb, library_option: Callable[[argparse.ArgumentParser], None]) -> None:  # noqa: ANN401
    """Add the verbs to those of the command line; `verb` makes one."""
    localise = verb(verbs, "localise", _localise, "把一份资料整篇换成本地的：列出每个填报项和每处残留")
    localise.add_argument("file", type=Path, metavar="文件")
    localise.add_argument("--to", required=True, metavar="地区", help="本地名称（如 威海市）或本地信息文件")
    localise.add_argument("--draft", type=Path, metavar="文件.draft.json", help="保存得到的草稿")
    library_option(localise)

    check = verb(verbs, "check", _check, "检查草稿或文件：残留、机构名称、指标矛盾、过时内容、篇幅")
    check.add_argument("files", type=Path, nargs="+", metavar="文件")
    check.add_argument("--to", metavar="地区", help="本地名称（如 威海市）或本地信息文件；默认为草稿或文件自己的地区")
    check.add_argument("--from", dest="origin", default="", metavar="地区", help="文字来自哪个地区（如 济南市）")
    check.add_argument("--superior", type=Path, metavar="文件", help="上级规划，用来核对指标")
    library_option(check)

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


@contextmanager
def _library(options: argparse.Namespace) -> Generator[Library | None, None, None]:
    """The library asked for, else the user's, else None; all its plans have been read for their names."""
    from drafter import workflow
    from drafter.resources import user_data
    from drafter.workflow.library_names import learn_names

    where: str | None = options.library
    if where and "://" not in where and not Path(where).is_file():
        raise NotFound(f"没有资料库 {where}。", "请检查路径；drafter library add 可以新建一个。")
    if not where and not (user_data() / "library.db").is_file():
        yield None
        return
    library = workflow.open_library(where)
    try:
        learn_names(library)
        yield library
    finally:
        library.close()


def _localise(options: argparse.Namespace) -> None:
    from drafter import answers, workflow

    draft = workflow.localise_plan(workflow.read(options.file), workflow.locality(options.to))
    if options.draft:
        workflow.save_draft(draft, options.draft)
    with _library(options) as library:
        found = workflow.leftovers(draft, library)
    if options.json:
        _print_json({"slots": answers.plain_slots(draft), "leftovers": [answers.plain_finding(one) for one in found]})
    else:
        print("\n".join(answers.slot_lines(draft) + [answers.finding_line(one) for one in found]))


def _check(options: argparse.Namespace) -> None:
    from drafter import answers, workflow
    from drafter.model.draft import Draft
    from drafter.model.fixing import ignored_as

    to = workflow.locality(options.to) if options.to else None
    superior = workflow.read(options.superior) if options.superior else None
    plain: list[dict[str, Any]] = []
    with _library(options) as library:
        for path in options.files:
            whole = _read(path)
            every = workflow.check(whole, to, options.origin, library=library, superior=superior)
            found = [one for one in every if not (isinstance(whole, Draft) and ignored_as(whole, one))]
            ignored = len(every) - len(found)
            if options.json:
                told = [answers.plain_finding(one) for one in found]
                plain.append({"file": str(path), "findings": told, "ignored": ignored})
            else:
                head = f"{path}：{len(found)} 处" + (f"，另有 {ignored} 处已在草稿中忽略" if ignored else "")
                print("\n".join([head, *map(answers.finding_line, found)]))
    if options.json:
        _print_json(plain)


def _read(path: Path) -> Draft | Document:
    from drafter import workflow

    return workflow.open_draft(path) if path.name.endswith(workflow.SUFFIX) else workflow.read(path)


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _roll(options: argparse.Namespace) -> None:
    from drafter import workflow
    from drafter.model.draft import Draft
    from drafter.workflow.rolling import period_of

    whole = _read(options.file)
    draft = whole if isinstance(whole, Draft) else Draft(whole)
    if not (options.old or period_of(draft)):
        raise DrafterError(f"{options.file} 没有写明期限。", "请用 --from 写出原来的期限，例如 --from 2022-2025。")
    changes = workflow.year_changes(draft, options.to, options.old)
    if options.output:
        _write(workflow.roll_years(draft, options.to, options.old), options.output)
    moving, left = ([one for one in changes if one.moves is moves] for moves in (True, False))
    if options.json:
        _print_json(
            {
                "from": options.old or period_of(draft),
                "to": options.to,
                "changes": [_plain(one, draft) for one in moving],
                "left": [_plain(one, draft) for one in left],
                "output": str(options.output) if options.output else None,
            }
        )
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
