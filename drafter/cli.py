"""The command line: every verb is one use case.

Exit 0: done; 1: the input is at fault (one line on stderr); 2: wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter import __version__, library_verbs, local_verbs, table_verbs
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter import workflow
    from drafter.model.draft import Draft


def main(arguments: list[str] | None = None) -> int:
    """The exit code of one command; without a verb the window opens."""
    words = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue]
    if not words:
        return _open_window()
    options = _parser().parse_args(words)
    try:
        options.do(options)
    except DrafterError as error:
        print(f"drafter: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def _open_window() -> int:
    from drafter.desktop.start import open_window

    return open_window(sys.argv)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="drafter", description="拟稿台：参考各地规划，拟出本地规划。不带子命令时打开窗口。"
    )
    parser.add_argument("--version", action="version", version=f"drafter {__version__}")
    verbs = parser.add_subparsers(title="子命令", required=True, metavar="子命令")

    read = _verb(verbs, "read", _read, "读一份资料，给出识别出的结构")
    read.add_argument("file", type=Path, metavar="文件")

    facts = _verb(verbs, "facts", _facts, "读一份资料，列出其中的单位、指标、地名、期限和引用文件")
    facts.add_argument("file", type=Path, metavar="文件")

    compose = _verb(verbs, "compose", _compose, "按配方从参考资料中摘取各节，替换成本地内容，导出 Word 文件")
    compose.add_argument("recipe", type=Path, metavar="配方.toml")
    compose.add_argument("-o", "--output", type=Path, required=True, metavar="文件.docx", help="导出的 Word 文件")
    compose.add_argument("--draft", type=Path, metavar="文件.draft.json", help="同时保存草稿，可在窗口中继续写")
    _library_option(compose)
    _paper_options(compose)

    local_verbs.add_verbs(verbs, _verb, _library_option)

    compare = _verb(verbs, "compare", _compare, "对照 2 至 8 份资料：专题、指标、责任单位、相同的文字、上下衔接")
    compare.add_argument("files", type=Path, nargs="+", metavar="文件")
    compare.add_argument("--superior", type=Path, metavar="文件", help="其中哪一份是上级规划")
    compare.add_argument("--ours", type=Path, metavar="文件", help="其中哪一份是本稿（草稿文件就是本稿）")
    compare.add_argument("--xlsx", type=Path, metavar="文件.xlsx", help="同时导出表格")
    compare.add_argument("-o", "--output", type=Path, metavar="文件.docx", help="同时导出 Word 对照报告")

    export = _verb(verbs, "export", _export, "把草稿导出为 Word 文件")
    export.add_argument("draft", type=Path, metavar="草稿.draft.json")
    target = export.add_mutually_exclusive_group(required=True)
    target.add_argument("-o", "--output", type=Path, metavar="文件.docx")
    target.add_argument("--set", type=Path, metavar="文件夹", help="成套导出：通知和规划、征求意见函、起草说明、出处表")
    export.add_argument("--redline", metavar="旧稿", help="导出花脸稿：与旧稿（文件或历史版本名称）比较，另存清样")
    export.add_argument("--author", default="", metavar="单位", help="花脸稿中修订的署名；默认为发文单位")
    export.add_argument("--live-slots", action="store_true", help="导出征求意见稿：填报项可在 Word 中填，交回后读回")
    _paper_options(export)

    readback = _verb(verbs, "readback", _readback, "读回征求意见稿中的填报值，并列各单位所填，列出填报项以外的改动")
    readback.add_argument("files", type=Path, nargs="+", metavar="文件.docx")
    readback.add_argument("--draft", type=Path, required=True, metavar="草稿.draft.json")

    library_verbs.add_verbs(verbs, _verb, _library_option)
    table_verbs.add_verbs(verbs, _verb)
    return parser


def _verb(verbs: Any, name: str, do: Any, text: str) -> argparse.ArgumentParser:  # noqa: ANN401 - argparse hides its types
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=text, description=text)
    parser.add_argument("--json", action="store_true", help="只在标准输出写 JSON")
    parser.set_defaults(do=do)
    return parser


def _paper_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--profile", metavar="版式", help="单位版式的名称或文件（.toml）")
    parser.add_argument("--base", type=Path, metavar="文件.docx", help="单位自己的 Word 文件，用它的样式和页面")
    parser.add_argument("--notice", type=Path, metavar="文件.toml", help="印发通知；默认为草稿或配方里的")
    parser.add_argument("--no-notice", action="store_true", help="不带印发通知")
    parser.add_argument("--as-annex", action="store_true", help="规划作通知的附件（默认作正件）")
    parser.add_argument("--letter", action="store_true", help="用信函格式")
    parser.add_argument("--contents", action="store_true", help="正文前加目录")
    parser.add_argument("--automatic-numbers", "--auto-numbers", action="store_true", help="标题序号用 Word 自动编号")
    parser.add_argument("--task-table", action="store_true", help="附重点任务分工表（由责任单位生成）")
    parser.add_argument("--target-table", action="store_true", help="附主要目标表（由量化目标生成）")
    parser.add_argument("--xlsx", type=Path, metavar="文件.xlsx", help="同时导出任务和目标台账")
    parser.add_argument("--pdf", action="store_true", help="同时导出 PDF（需要 LibreOffice）")


def _library_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--library", metavar="文件", help="另用一个资料库：文件，或服务器（postgresql://…）")


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _read(options: argparse.Namespace) -> None:
    from drafter import reports, workflow

    document = workflow.read(options.file)
    if options.json:
        _print_json(reports.plain_document(document))
    else:
        print("\n".join(reports.outline_lines(document)))


def _facts(options: argparse.Namespace) -> None:
    from drafter import answers, workflow

    found = workflow.facts(workflow.read(options.file))
    if options.json:
        _print_json([answers.plain_fact(fact) for fact in found])
    else:
        for fact in found:
            print(answers.fact_line(fact))


def _compose(options: argparse.Namespace) -> None:
    from drafter import workflow

    library = workflow.open_library(options.library)
    try:
        composed = workflow.compose(options.recipe, library)
    finally:
        library.close()
    if options.draft:
        workflow.save_draft(composed.draft, options.draft)
    _export_draft(composed.draft, options)


def _export(options: argparse.Namespace) -> None:
    from drafter import workflow

    draft = workflow.open_draft(options.draft)
    if (options.set or options.live_slots) and (options.task_table or options.target_table):
        raise DrafterError("征求意见稿和成套文件不带由程序生成的附表。", "请另外单独导出一份带附表的。")
    if options.set:
        _export_set(draft, options)
    elif options.redline:
        _export_redline(draft, options)
    elif options.live_slots:
        _export_live(draft, options)
    else:
        _export_draft(draft, options)


def _export_redline(draft: Draft, options: argparse.Namespace) -> None:
    from drafter import answers, workflow

    tables = {"task_annex": options.task_table, "target_annex": options.target_table}
    old = workflow.earlier(options.redline, draft)
    before = workflow.with_annexes(old, **tables) if isinstance(old, type(draft)) else old
    whole = workflow.with_annexes(draft, **tables)
    done = workflow.export_redline(whole, options.output, before, _chosen(draft, options), options.author)
    if options.json:
        _print_json(answers.plain_redline(done, draft))
    else:
        print("\n".join(answers.redline_lines(done)))


def _export_set(draft: Draft, options: argparse.Namespace) -> None:
    from drafter import workflow

    done = workflow.export_set(draft, options.set, _chosen(draft, options))
    if options.json:
        _print_json({"papers": {name: str(path) for name, path in done.papers}})
    else:
        print("\n".join(f"已导出 {path}。" for _, path in done.papers))


def _export_live(draft: Draft, options: argparse.Namespace) -> None:
    from drafter import workflow

    path = workflow.export_live(draft, options.output, _chosen(draft, options))
    if options.json:
        _print_json({"output": str(path), "slots": len(draft.slots)})
    else:
        print(f"已导出征求意见稿 {path}：{len(draft.slots)} 个填报项可在文件中直接填。")


def _readback(options: argparse.Namespace) -> None:
    from drafter import answers, workflow

    draft = workflow.open_draft(options.draft)
    back = workflow.read_back(draft, options.files)
    if options.json:
        _print_json(answers.plain_readback(back, draft))
    else:
        print("\n".join(answers.readback_lines(back, draft)))


def _export_draft(draft: Draft, options: argparse.Namespace) -> None:
    from drafter import answers, workflow

    whole = workflow.with_annexes(draft, task_annex=options.task_table, target_annex=options.target_table)
    exported = workflow.export(whole, options.output, _chosen(draft, options), pdf=options.pdf)
    ledger = workflow.write_ledger(draft, options.xlsx) if options.xlsx else None
    if options.json:
        _print_json(answers.plain_export(exported, draft) | ({"ledger": str(ledger)} if ledger else {}))
    else:
        print("\n".join([*answers.export_lines(exported, draft), *([f"已导出台账 {ledger}。"] if ledger else [])]))


def _chosen(draft: Draft, options: argparse.Namespace) -> workflow.Options:
    """How the file is to be put on paper."""
    from drafter import workflow
    from drafter.model.notice import Carries, Notice, NoticeForm

    notice = workflow.read_notice(options.notice) if options.notice else draft.notice
    if options.letter:
        notice = replace(notice or Notice(carries=Carries.ITSELF), form=NoticeForm.LETTER)
    if options.as_annex:
        notice = replace(notice or Notice(), carries=Carries.ANNEX)
    return workflow.Options(
        contents=options.contents,
        automatic_numbers=options.automatic_numbers,
        notice=None if options.no_notice else notice,
        base=workflow.style_base(options.base) if options.base else None,
        profile=workflow.profile(options.profile) if options.profile else workflow.profiles()[0],
    )


def _compare(options: argparse.Namespace) -> None:
    from drafter import workflow
    from drafter.workflow import comparison_tables as tables

    drafts = [path for path in options.files if path.name.endswith(workflow.SUFFIX)]
    plans = [workflow.open_draft(path) if path in drafts else workflow.read(path) for path in options.files]
    superior, ours = (
        _place_of(path, options.files) for path in (options.superior, options.ours or next(iter(drafts), None))
    )
    found = workflow.compare(plans, superior, ours)
    written = [tables.write_tables(found, options.xlsx)] if options.xlsx else []
    written += [tables.write_report(found, options.output)] if options.output else []
    if options.json:
        _print_json(tables.plain(found) | {"files": [str(path) for path in written]})
    else:
        print("\n".join([*tables.lines(found), *(f"已导出 {path}。" for path in written)]))


def _place_of(path: Path | None, files: list[Path]) -> int | None:
    """Which of the files is meant."""
    if path is None:
        return None
    if path not in files:
        raise DrafterError(f"“{path}”不在要对照的文件里。", "请把它也列为要对照的文件。")
    return files.index(path)
