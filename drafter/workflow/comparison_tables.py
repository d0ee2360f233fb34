"""A comparison as tables: printed as lines, put into a spreadsheet, or into a report in Word."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from drafter.draftfile import write_whole
from drafter.model.document import Document, Paragraph, Section, Table
from drafter.model.numbering import Form, Number
from drafter.workflow.comparing import Carried, Cell, Comparison, Duties, Entry, Overlap, Row, Standing, Verdict, share
from drafter.workflow.exporting import free_name
from drafter.writing.charts import Numbers, charted_bytes
from drafter.writing.docx import docx_bytes

STANDINGS = {
    Standing.ALL: "都有",
    Standing.SOME: "部分有",
    Standing.THIN: "偏薄",
    Standing.MISSING: "人有我无",
    Standing.ALONE: "我有人无",
    Standing.UNNEEDED: "不需要",
}
_LONGEST_RUNS = 3


def tables(found: Comparison, *, pictured: bool = False) -> tuple[tuple[str, Table], ...]:
    """The tables with their names; 上下衔接 only where there is a superior plan.

    `pictured` puts a bar of squares beside numbers, for paper.
    """
    made = [
        ("专题对照", _matrix(found, pictured=pictured)),
        ("目标台账", _ledger(found, pictured=pictured)),
        ("责任单位", _agencies(found)),
        ("文字重合", _overlap(found)),
    ]
    if found.superior is not None:
        made.append(("上下衔接", _vertical(found)))
    return tuple((name, table) for name, table in made if table.rows)


def write_tables(found: Comparison, path: Path) -> Path:
    """Write pictures and tables as a spreadsheet, one a sheet; the file really written. Raises CannotWrite."""
    target = free_name(path)
    write_whole(target, charted_bytes(_pictures(found), tables(found) or (("对照", _table(("说明",), [[""]])),)))
    return target


def write_report(found: Comparison, path: Path) -> Path:
    """Write the tables as a report in Word; the file really written, which is a new one. Raises CannotWrite."""
    target = free_name(path)
    write_whole(target, docx_bytes(report(found)))
    return target


def _pictures(found: Comparison) -> list[Numbers]:
    """How much each plan writes on each topic, and each indicator as a part of the superior's or the highest figure."""
    names = tuple(plan.name for plan in found.plans)
    topics = tuple(
        (
            "　" * (row.level - 1) + row.name,
            tuple(float(cell.characters) if cell.topics else None for cell in row.cells),
        )
        for row in found.matrix
    )
    parts = tuple((f"{row.name}（{row.unit}）", one) for row in found.ledger if any(one := _parts(found, row)))
    whole = "占上级" if found.superior is not None else "占最高"
    made = [
        Numbers("覆盖热图", "专题（字数，越深越多）", names, topics, lacking=found.ours),
        Numbers(f"指标{whole}", f"指标（{whole}的比例）", names, parts, share=True),
    ]
    return [one for one in made if one.rows]


def _parts(found: Comparison, row: Row) -> tuple[float | None, ...]:
    """Each plan's part of the superior's figure; without a superior plan of the highest one of two or more."""
    if found.superior is not None:
        return tuple(1.0 if n == found.superior and any(row.shares) else part for n, part in enumerate(row.shares))
    firsts = [cell[0] if cell else None for cell in row.cells]
    highest = max((one for one in firsts if one), key=lambda one: one.value, default=None)
    if not highest or sum(map(bool, firsts)) < 2:
        return ()
    return tuple(share(one, highest) if one else None for one in firsts)


def report(found: Comparison) -> Document:
    """The report as a document: the notes, then a section for each table."""
    parts = tuple(
        Section((name,), 1, Number(Form.COMMA, number), blocks=(table,))
        for number, (name, table) in enumerate(tables(found, pictured=True), 1)
    )
    title = "、".join(plan.name for plan in found.plans) + "对照报告"
    preamble = tuple(Paragraph((text,)) for text in (*summary(found), *found.notes))
    return Document(title=(title,), preamble=preamble, sections=parts)


def summary(found: Comparison) -> tuple[str, ...]:
    """What stands out, a sentence each: topics, targets, the longest passage that is the same."""
    standings = Counter(row.standing for row in found.matrix)
    counted = "，".join(f"{word} {standings[one]} 个" for one, word in STANDINGS.items() if standings[one])
    said = [f"对照 {len(found.plans)} 份资料，共 {len(found.matrix)} 个专题：{counted}。" if counted else ""]
    said += [
        f"{row.name}：{row.judgement}。" for row in found.ledger if row.verdict in (Verdict.DOUBT, Verdict.MISSING)
    ]
    runs = [(one.runs[0], one) for one in found.overlaps if one.runs]
    if runs:
        run, one = max(runs, key=lambda pair: len(pair[0].text))
        names = f"{found.plans[one.one].name}与{found.plans[one.other].name}"
        said.append(f"逐字相同最长的一处 {len(run.text)} 字，在{names}之间：{run.text}。")
    return tuple(text for text in said if text)


def _table(columns: tuple[str, ...], rows: list[list[str]]) -> Table:
    return Table(columns, tuple(tuple(Paragraph((cell,) if cell else ()) for cell in row) for row in rows))


SQUARES = 5


def _bar(part: float) -> str:
    """A part of 1 as five squares, at least one full where there is anything."""
    full = min(SQUARES, max(1, round(SQUARES * part))) if part else 0
    return "■" * full + "□" * (SQUARES - full)


def _matrix(found: Comparison, *, pictured: bool = False) -> Table:
    names = tuple(plan.name for plan in found.plans)
    rows = [
        [
            row.name,
            *(_cell(found, cell, row.cells if pictured else ()) for cell in row.cells),
            _standing(row.standing, row.remark),
            "、".join(row.shared),
        ]
        for row in found.matrix
    ]
    return _table(("专题", *names, "对照", "共有词语"), rows)


def _standing(standing: Standing, remark: str) -> str:
    word = STANDINGS[standing]
    return remark if remark == word or standing is Standing.SOME else f"{word}：{remark}"


def _cell(found: Comparison, cell: Cell, beside: tuple[Cell, ...]) -> str:
    if not cell.topics:
        return "—"
    most = max((one.characters for one in beside), default=0)
    bar = f"{_bar(cell.characters / most)}　" if most else ""
    return f"{bar}{cell.characters} 字　{'、'.join(found.topics[number].path for number in cell.topics)}"


def _ledger(found: Comparison, *, pictured: bool = False) -> Table:
    names = tuple(plan.name for plan in found.plans)
    rows: list[list[str]] = []
    for row in found.ledger:
        values = ["；".join(_entry(entry) for entry in cell) or "—" for cell in row.cells]
        other = [name for name in row.names if name != row.name]
        parts = [
            f"{found.plans[n].name} {part:.0%}{_bar(part) if pictured else ''}"
            for n, part in enumerate(row.shares)
            if part is not None
        ]
        said = f"又称“{'”“'.join(other)}”（{row.reason}）" if other else ""
        rows.append([row.name, row.unit, *values, "、".join(parts), row.judgement, said])
    return _table(("指标", "单位", *names, "占上级", "判断", "说法与理由"), rows)


def _entry(entry: Entry) -> str:
    return f"{entry.text}（{entry.year}）" if entry.year else entry.text


def _agencies(found: Comparison) -> Table:
    names = tuple(plan.name for plan in found.plans)
    rows = [[row.name, *(_duties(cell) for cell in row.cells), "、".join(row.names)] for row in found.agencies]
    return _table(("职能", *names, "文中名称"), rows)


def _duties(duties: Duties) -> str:
    parts = (("牵头", duties.lead), ("配合", duties.support), ("列名", duties.named))
    return "；".join(f"{word} {'、'.join(path or '前言' for path in paths)}" for word, paths in parts if paths) or "—"


def _overlap(found: Comparison) -> Table:
    rows = [_overlap_row(found, one) for one in found.overlaps if one.runs]
    return _table(("文稿", "与谁相同", "相同字数", "占全文", "重合多的节", "最长的几处"), rows)


def _overlap_row(found: Comparison, one: Overlap) -> list[str]:
    worst = sorted(one.shares[1:], key=lambda share: -share.part)[:_LONGEST_RUNS]
    return [
        found.plans[one.one].name,
        found.plans[one.other].name,
        str(one.whole.copied),
        f"{one.whole.part:.1%}",
        "；".join(f"{share.section or '前言'} {share.part:.0%}" for share in worst if share.copied),
        "；".join(f"{run.section}：{run.text}（{len(run.text)} 字）" for run in one.runs[:_LONGEST_RUNS]),
    ]


def _vertical(found: Comparison) -> Table:
    others = [number for number, one in enumerate(found.vertical) if one]
    lines = zip(*(found.vertical[number] for number in others), strict=True) if others else ()
    rows = [[line[0].section, line[0].text, *(_carried(one) for one in line)] for line in lines]
    return _table(("上级章节", "任务或指标", *(found.plans[number].name for number in others)), rows)


def _carried(one: Carried) -> str:
    if one.carried:
        return "、".join(path or "前言" for path in one.carried)
    if one.unneeded:
        return f"不需要：{one.unneeded}"
    return f"缺（上一级见 {'、'.join(one.within)}）" if one.within else "缺"


def lines(found: Comparison) -> list[str]:
    """The tables as lines for people, cells parted by tabulators."""
    said = [*summary(found), *found.notes]
    for name, table in tables(found):
        said += ["", f"【{name}】", "\t".join(table.columns)]
        said += ["\t".join("".join(map(str, cell.spans)) for cell in row) for row in table.rows]
    return said


def plain(found: Comparison) -> dict[str, Any]:
    """The comparison as plain data for JSON; sections are paths, plans are called by their names."""
    names = [plan.name for plan in found.plans]
    topics = found.topics
    return {
        "plans": names,
        "superior": names[found.superior] if found.superior is not None else None,
        "draft": names[found.ours] if found.ours is not None else None,
        "notes": list(found.notes),
        "alignment": [
            {
                "one": {"plan": names[topics[one.one].plan], "section": topics[one.one].path},
                "other": {"plan": names[topics[one.other].plan], "section": topics[one.other].path},
                "confidence": round(one.confidence, 3),
                "shared": list(one.shared),
            }
            for one in found.matches
        ],
        "matrix": [
            {
                "topic": row.name,
                "level": row.level,
                "standing": str(row.standing),
                "remark": row.remark,
                "confidence": round(row.confidence, 3),
                "shared": list(row.shared),
                "cells": [
                    {"plan": names[n], "characters": cell.characters, "sections": [topics[i].path for i in cell.topics]}
                    for n, cell in enumerate(row.cells)
                ],
            }
            for row in found.matrix
        ],
        "ledger": [_plain_row(found, number) for number in range(len(found.ledger))],
        "agencies": [
            {
                "function": row.name,
                "names": list(row.names),
                "cells": [
                    {"plan": names[n], "lead": cell.lead, "support": cell.support, "named": cell.named}
                    for n, cell in enumerate(row.cells)
                ],
            }
            for row in found.agencies
        ],
        "overlap": [_plain_overlap(found, one) for one in found.overlaps],
        "vertical": [
            {
                "plan": names[n],
                "section": one.section,
                "text": one.text,
                "target": one.target,
                "carried": list(one.carried),
                "within": list(one.within),
                "unneeded": one.unneeded,
                "confidence": round(one.confidence, 3),
            }
            for n, carried in enumerate(found.vertical)
            for one in carried
        ],
    }


def _plain_row(found: Comparison, number: int) -> dict[str, Any]:
    row = found.ledger[number]
    return {
        "indicator": row.name,
        "names": list(row.names),
        "unit": row.unit,
        "reason": row.reason,
        "verdict": str(row.verdict),
        "judgement": row.judgement,
        "cells": [
            {
                "plan": found.plans[n].name,
                "share": row.shares[n],
                "targets": [
                    {
                        "indicator": one.indicator,
                        "value": one.value,
                        "unit": one.unit,
                        "comparison": str(one.comparison),
                        "year": one.year,
                        "text": one.text,
                        "section": one.section,
                    }
                    for one in cell
                ],
            }
            for n, cell in enumerate(row.cells)
        ],
    }


def _plain_overlap(found: Comparison, one: Overlap) -> dict[str, Any]:
    return {
        "plan": found.plans[one.one].name,
        "other": found.plans[one.other].name,
        "characters": one.whole.characters,
        "copied": one.whole.copied,
        "share": round(one.whole.part, 4),
        "longest": len(one.runs[0].text) if one.runs else 0,
        "runs": [{"section": run.section, "other_section": run.other_section, "text": run.text} for run in one.runs],
        "sections": [
            {"section": share.section, "characters": share.characters, "copied": share.copied}
            for share in one.shares[1:]
            if share.copied
        ],
    }
