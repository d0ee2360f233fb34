"""The verbs of `drafter tables`: the tables a bureau edits, out to Excel and in again."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.workflow.tables import TableImport

Verb = Callable[[Any, str, Callable[[argparse.Namespace], None], str], argparse.ArgumentParser]


def add_verbs(verbs: Any, verb: Verb) -> None:  # noqa: ANN401 - argparse hides its types
    """Add `tables` and what can be done with them to the parser of the command line; `verb` makes one."""
    tables = verbs.add_parser("tables", help="机构名录、地名表、专名表、过时用语表：导出到 Excel 改，再导入")
    acts = tables.add_subparsers(title="操作", required=True, metavar="操作")
    verb(acts, "list", _list, "列出各张表，和本单位自己的行数")
    export = verb(acts, "export", _export, "导出一张表，可在 Excel、WPS 中改")
    export.add_argument("table", metavar="表", help="名称，如 agencies 或 机构名录")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="文件.csv")
    back = verb(acts, "import", _import, "导入改好的表（.xlsx，或 UTF-8、GB18030 的 .csv）；是哪张表由列名认出")
    back.add_argument("file", type=Path, metavar="文件")
    reset = verb(acts, "reset", _reset, "不再用本单位自己的行，恢复随程序附带的表")
    reset.add_argument("table", metavar="表")


def _list(options: argparse.Namespace) -> None:
    from drafter.workflow.tables import TABLES

    rows = [(table, table.rows()) for table in TABLES]
    plain = [
        {"name": one.name, "label": one.label, "rows": len(found), "own": sum(row.own for row in found),
         "columns": one.columns} for one, found in rows
    ]  # fmt: skip
    lines = [f"{one['name']}\t{one['label']}\t{one['rows']} 行\t本单位自己的 {one['own']} 行" for one in plain]
    _answer(options, plain, lines)


def _export(options: argparse.Namespace) -> None:
    from drafter.workflow.tables import export_table, table_named

    table = table_named(options.table)
    export_table(table, options.output)
    lines = [f"已导出{table.label} {options.output}。改好后用 drafter tables import 导入；列名不要动。"]
    _answer(options, {"table": table.name, "output": str(options.output)}, lines)


def _import(options: argparse.Namespace) -> None:
    from drafter.workflow.tables import import_lines, import_table

    done = import_table(options.file)
    _answer(options, _plain(done), import_lines(done))


def _plain(done: TableImport) -> dict[str, Any]:
    changed = [
        {
            "row": one.key,
            "new": one.new,
            "cells": [dict(zip(("column", "before", "now"), cell, strict=True)) for cell in one.cells],
        }
        for one in done.changed
    ]
    return {"table": done.table.name, "rows": done.rows, "changed": changed}


def _reset(options: argparse.Namespace) -> None:
    from drafter.workflow.tables import reset_table, table_named

    table = table_named(options.table)
    there = reset_table(table)
    said = f"{table.label}已恢复为随程序附带的。" if there else f"{table.label}没有本单位自己的行，未改动。"
    _answer(options, {"table": table.name, "reset": there}, [said])


def _answer(options: argparse.Namespace, plain: object, lines: list[str]) -> None:
    print(json.dumps(plain, ensure_ascii=False, indent=2) if options.json else "\n".join(lines))
