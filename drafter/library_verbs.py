"""The verbs of `drafter library`: everything that is done with the library without a window."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.errors import CannotWrite, UnreadableFile

if TYPE_CHECKING:
    from drafter.workflow.plans import Imported, Library, Similar

Verb = Callable[[Any, str, Callable[[argparse.Namespace], None], str], argparse.ArgumentParser]


def add_verbs(verbs: Any, verb: Verb, library_option: Callable[[argparse.ArgumentParser], None]) -> None:  # noqa: ANN401
    """Add `library` and what can be done with it to the parser of the command line."""
    library = verbs.add_parser("library", help="资料库：导入、查找、同类表述、标签、重读、重建")
    acts = library.add_subparsers(title="操作", required=True, metavar="操作")
    add = verb(acts, "add", _add, "导入文件或文件夹；不给路径则继续上次中断的导入")
    add.add_argument("paths", type=Path, nargs="*", metavar="路径")
    add.add_argument("--forget", action="store_true", help="不再导入上次没有读完的文件")
    listing = verb(acts, "list", _list, "列出资料，可按字段筛选")
    listing.add_argument("words", nargs="*", metavar="条件", help="如 place:济南 kind:行动计划 year>=2023 tag:重点")
    search = verb(acts, "search", _search, "查找含有全部词语的节")
    search.add_argument(
        "words", nargs="+", metavar="词语", help="可写字段：place: kind: year>= number: heading: not: …"
    )
    similar = verb(acts, "similar", _similar, "找出与一份文件中某一节相近的各节")
    similar.add_argument("file", type=Path, metavar="文件", help="文件，或资料的编号")
    similar.add_argument("section", metavar="节", help="序号路径（二/（一））或标题")
    for act in (search, similar):
        act.add_argument("--most", type=int, default=20, metavar="条数", help="最多列出多少条，默认 20")
    _keyed(verb(acts, "show", _show, "一份资料的全部信息和结构"))
    tag = _keyed(verb(acts, "tag", _tag, "给一份资料贴标签，代替原有的标签"))
    tag.add_argument("tags", nargs="*", metavar="标签")
    note = _keyed(verb(acts, "note", _note, "给一份资料写备注"))
    note.add_argument("text", metavar="备注")
    remove = verb(acts, "remove", _remove, "移出资料")
    remove.add_argument("keys", nargs="+", metavar="编号")
    reread = verb(acts, "reread", _reread, "从原文件重读：不给编号则重读旧版程序读入的全部资料；校正保留")
    reread.add_argument("keys", nargs="*", metavar="编号")
    rebuild = verb(acts, "rebuild", _rebuild, "检查资料库，损坏时从原文件重建")
    rebuild.add_argument("--always", action="store_true", help="没有损坏也重建")
    export = verb(acts, "export", _export, "把原文件复制到文件夹")
    export.add_argument("keys", nargs="*", metavar="编号", help="不给则全部")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="文件夹")
    for act in acts.choices.values():
        library_option(act)


def _keyed(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("key", metavar="编号")
    return parser


@contextmanager
def _opened(options: argparse.Namespace) -> Generator[Library, None, None]:
    from drafter import workflow

    library = workflow.open_library(options.library)
    if library.mended:
        print(library.mended, file=sys.stderr)
    try:
        yield library
    finally:
        library.close()


def _answer(options: argparse.Namespace, plain: object, lines: list[str]) -> None:
    if options.json:
        print(json.dumps(plain, ensure_ascii=False, indent=2))
    elif lines:
        print("\n".join(lines))


def _progress(done: int, everything: int) -> bool:
    if sys.stderr.isatty():
        print(f"\r{done}/{everything}", end="\r", file=sys.stderr)
    return True


def _add(options: argparse.Namespace) -> None:
    from drafter.workflow.plans import import_plans, resume_import

    with _opened(options) as library:
        if options.forget:
            library.end_import()
            return
        left = len(library.pending())
        done = import_plans(library, options.paths, _progress) if options.paths else resume_import(library, _progress)
        if left and options.paths and not options.json:
            print(f"上次还有 {left} 个文件没有读入：不带路径再运行 drafter library add 可继续。", file=sys.stderr)
    _tell_imports(options, done)


def _tell_imports(options: argparse.Namespace, done: tuple[Imported, ...]) -> None:
    from drafter import answers

    _answer(
        options, [answers.plain_import(one) | {"known": one.known} for one in done], [_import_line(o) for o in done]
    )
    failed = [one for one in done if one.error]
    if failed:
        raise UnreadableFile(f"{len(done)} 份资料中有 {len(failed)} 份没有读入。", "原因见各行。")


def _import_line(done: Imported) -> str:
    from drafter import answers

    return f"已有\t{done.entry.key}\t{done.path}" if done.known and done.entry else answers.import_line(done)


def _list(options: argparse.Namespace) -> None:
    from drafter import answers

    with _opened(options) as library:
        if options.words:
            hits = library.search(" ".join(options.words), most=library.count)
            entries = tuple({hit.entry.key: hit.entry for hit in hits}.values())
        else:
            entries = library.entries()
    _answer(options, [asdict(entry) for entry in entries], [answers.entry_line(entry) for entry in entries])


def _search(options: argparse.Namespace) -> None:
    from drafter import answers

    with _opened(options) as library:
        typed = " ".join(options.words)
        hits = library.search(typed, options.most)
        meant = () if hits else library.suggest(typed)
    if meant:
        print(f"没有找到“{typed}”。是否要找：{'、'.join(meant)}？", file=sys.stderr)
    plain = [answers.plain_hit(hit) | {"region": hit.entry.region, "year": hit.entry.year, "marks": hit.marks}
             for hit in hits]  # fmt: skip
    _answer(options, plain, [answers.hit_line(hit) for hit in hits])


def _similar(options: argparse.Namespace) -> None:
    from drafter.workflow.plans import read, similar_sections

    with _opened(options) as library:
        known = not options.file.exists()
        key = str(options.file) if known else ""
        document = library.document(key) if known else read(options.file)
        found = similar_sections(library, document, options.section, options.most, key)
    _answer(options, [_plain_similar(one) for one in found], [_similar_line(one) for one in found])


def _plain_similar(one: Similar) -> dict[str, Any]:
    plain = asdict(one) | {"key": one.entry.key, "plan": one.entry.title, "section": one.path}
    plain["same"] = [{"key": hit.entry.key, "plan": hit.entry.title, "section": hit.path} for hit in one.same]
    return {name: value for name, value in plain.items() if name not in ("entry", "path")} | {
        "region": one.entry.region, "year": one.entry.year
    }  # fmt: skip


def _similar_line(one: Similar) -> str:
    same = f"\t另有 {len(one.same)} 处相同" if one.same else ""
    shared = "、".join(one.shared)
    return f"{one.score:.0%}\t{one.entry.title}\t{one.path} {one.title}\t共有：{shared}{same}"


def _show(options: argparse.Namespace) -> None:
    from drafter import reports

    with _opened(options) as library:
        entry, document = library.entry(options.key), library.document(options.key)
        original = library.original(options.key)
    facts = [
        ("地区", entry.region), ("文种", entry.kind), ("发文机关", entry.issuer), ("文号", entry.number),
        ("成文日期", entry.date), ("主题", entry.theme), ("标签", "、".join(entry.tags)), ("备注", entry.note),
        ("原文件", f"{entry.name}（{original}）"),
    ]  # fmt: skip
    lines = [entry.title, *(f"{name}：{value}" for name, value in facts if value), *reports.outline_lines(document)]
    plain = asdict(entry) | {"original": str(original), "document": reports.plain_document(document)}
    _answer(options, plain, lines)


def _tag(options: argparse.Namespace) -> None:
    with _opened(options) as library:
        entry = library.tag(options.key, options.tags)
    _answer(options, asdict(entry), [f"{entry.title}：{'、'.join(entry.tags) or '没有标签'}"])


def _note(options: argparse.Namespace) -> None:
    with _opened(options) as library:
        entry = library.set_note(options.key, options.text)
    _answer(options, asdict(entry), [f"{entry.title}：{entry.note or '没有备注'}"])


def _remove(options: argparse.Namespace) -> None:
    with _opened(options) as library:
        for key in options.keys:
            library.remove(key)
    removed = options.keys[0] if len(options.keys) == 1 else options.keys
    _answer(options, {"removed": removed}, [f"已移出 {key}" for key in options.keys])


def _reread(options: argparse.Namespace) -> None:
    from drafter.workflow.plans import reread_plans

    with _opened(options) as library:
        done = reread_plans(library, options.keys, _progress)
    _tell_imports(options, done)


def _rebuild(options: argparse.Namespace) -> None:
    from drafter.workflow.plans import rebuild

    damage = "总是重建"
    if not options.always:
        with _opened(options) as library:
            damage = library.damage()
    said = ""
    if damage:
        library = rebuild(options.library)
        said = library.mended
        library.close()
    _answer(options, {"damage": damage, "mended": said}, [said or "资料库完好。"])


def _export(options: argparse.Namespace) -> None:
    with _opened(options) as library:
        entries = [library.entry(key) for key in options.keys] or list(library.entries())
        written: list[str] = []
        for entry in entries:
            target = options.output / entry.name
            if target.exists():
                target = target.with_stem(f"{target.stem}-{entry.key}")
            written.append(str(_copied(library.original(entry.key), target)))
    _answer(options, written, [f"已复制 {path}" for path in written])


def _copied(original: Path, target: Path) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copyfile(original, target))
    except OSError as error:
        raise CannotWrite(f"不能写入 {target}：{error.strerror}。", "请换一个可以写入的文件夹。") from error
