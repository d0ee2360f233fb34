"""What the command line answers: every result as plain data for `--json`, and as a line for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from drafter.model.differences import Difference, Turn
from drafter.model.draft import Draft, Slot, SlotState, open_slots, slot_texts, uses
from drafter.model.fact import Fact, Place
from drafter.model.finding import Finding
from drafter.model.walk import length
from drafter.workflow import Entry, Exported, Hit, Imported, Readback, Redlined

Plain = dict[str, Any]

_SEVERITIES = {"error": "必错", "doubt": "疑似", "hint": "提示"}
_STATES = {SlotState.OPEN: "待填", SlotState.REPLACED: "已替换", SlotState.KEPT: "保留"}
_TURNS = {Turn.REWRITTEN: "改动", Turn.ADDED: "增加", Turn.REMOVED: "删去", Turn.MOVED: "移动"}
_KINDS = {
    "agency": "单位", "target": "指标", "place": "地名", "region": "地区", "organisation": "组织", "period": "期限",
    "document": "文件",
}  # fmt: skip


def plain_fact(fact: Fact) -> Plain:
    """A fact with its place; a target also has indicator, value, unit, comparison and year."""
    data: Plain = {"kind": fact.kind, "text": fact.text, **_plain_place(fact.place)}
    if fact.target:
        data |= {**asdict(fact.target), "comparison": str(fact.target.comparison)}
    if fact.kind == "agency":
        data["role"] = fact.role
    if fact.years:
        data["years"] = list(fact.years)
    return data


def plain_finding(finding: Finding) -> Plain:
    """A finding with its place."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **_plain_place(finding.place),
        "text": finding.text,
        "suggestion": finding.suggestion,
    }


def _plain_place(place: Place) -> Plain:
    return {"section": place.section, "block": list(place.block), "start": place.start, "end": place.end}


def plain_slots(draft: Draft) -> list[Plain]:
    """Every slot of a draft with its state and how often it is used."""
    count = uses(draft)
    return [{**_plain_slot(slot), "uses": count[slot.id]} for slot in draft.slots]


def _plain_slot(slot: Slot) -> Plain:
    return {
        "kind": slot.kind,
        "name": slot.name,
        "original": slot.original,
        "source": slot.source.document if slot.source else None,
        "section": slot.source.section if slot.source else None,
        "value": slot.value or None,
        "proposal": slot.proposal or None,
        "state": slot.state,
        "reason": slot.reason or None,
        "hint": slot.hint or None,
    }


def plain_export(exported: Exported, draft: Draft) -> Plain:
    """Which file was written, and what is open or left over in it."""
    return {
        "output": str(exported.path),
        "characters": length(draft.document, slot_texts(draft)),
        "slots": len(draft.slots),
        "open": [_plain_slot(slot) for slot in exported.open_slots],
        "leftovers": [plain_finding(one) for one in exported.leftovers],
        "checks": [{"ok": one.ok, "sentence": one.sentence} for one in exported.checks],
        "pdf": str(exported.pdf) if exported.pdf else None,
    }


def plain_redline(done: Redlined, draft: Draft) -> Plain:
    """Which files were written, whose changes the 花脸稿 shows, and every difference with its place."""
    changes = [_plain_change(one) for one in done.found]
    return {"redline": str(done.path), "author": done.author, "changes": changes, **plain_export(done.clean, draft)}


def redline_lines(done: Redlined) -> list[str]:
    """What was written, and how many lines differ in which way."""
    turns = [one.turn for one in done.found]
    counted = "，".join(f"{name} {turns.count(turn)} 处" for turn, name in _TURNS.items() if turn in turns)
    return [
        f"已导出花脸稿 {done.path}：署名{done.author}，{counted or '没有不同之处'}。",
        f"已导出清样 {done.clean.path}。",
    ]


def _plain_change(one: Difference) -> Plain:
    line = one.new or one.old
    return {
        "change": one.turn,
        "section": line.section if line else "",
        "old": one.old.text if one.old else None,
        "new": one.new.text if one.new else None,
    }


def plain_readback(back: Readback, draft: Draft) -> Plain:
    """Every slot with our value and those of the units, and what is to be known about every file."""
    names = {slot.id: slot.name for slot in draft.slots}
    slots = [
        {
            "name": slot.name,
            "ours": slot.shown,
            "offers": [
                {"unit": one.unit, "file": str(back.files[one.file].path), "value": one.value}
                for one in back.of(slot.id)
            ],
        }
        for slot in draft.slots
    ]
    files = [
        {
            "file": str(one.path),
            "unit": one.unit,
            "error": one.error or None,
            "remarks": list(one.remarks),
            "missing": [names[slot] for slot in one.missing],
            "changes": [_plain_change(change) for change in one.changes],
            "tracked": [asdict(revision) for revision in one.revisions],
        }
        for one in back.files
    ]
    return {"slots": slots, "files": files}


def readback_lines(back: Readback, draft: Draft) -> list[str]:
    """By slot our value and what the units wrote, then file by file what is to be known and what was changed."""
    said: list[str] = []
    for slot in draft.slots:
        offers = "\t".join(f"{one.unit}：{one.value}" for one in back.of(slot.id))
        said += [f"填报\t{slot.name}\t本稿：{slot.shown}\t{offers}"] if offers else []
    names = {slot.id: slot.name for slot in draft.slots}
    for one in back.files:
        told = [one.error] if one.error else list(one.remarks)
        told += [f"文件中已没有这些填报项：{'、'.join(names[slot] for slot in one.missing)}。"] if one.missing else []
        told += [f"填报项以外有 {len(one.changes)} 处不同，未并入草稿："] if one.changes else []
        said += [f"{one.unit}\t{text}" for text in told or ("已读。",)]
        said += [_change_line(change) for change in one.changes]
        said += [f"修订\t{rev.place}\t{rev.author}：删“{rev.removed}”，增“{rev.added}”" for rev in one.revisions]
    return said


def _change_line(one: Difference) -> str:
    plain = _plain_change(one)
    return "\t".join((_TURNS[one.turn], plain["section"], " → ".join(filter(None, (plain["old"], plain["new"])))))


def plain_hit(hit: Hit) -> Plain:
    """A section that was found."""
    return {
        "key": hit.entry.key,
        "plan": hit.entry.title,
        "section": hit.path,
        "title": hit.title,
        "snippet": hit.snippet,
    }


def plain_import(done: Imported) -> Plain:
    """What became of one file."""
    return {
        "path": str(done.path),
        "key": done.entry.key if done.entry else None,
        "title": done.entry.title if done.entry else None,
        "error": str(done.error) if done.error else None,
    }


def fact_line(fact: Fact) -> str:
    """A fact as a line."""
    target = fact.target
    said = (
        f"　{target.indicator} {target.comparison} {target.value:g}{target.unit} {target.year or ''}" if target else ""
    )
    return f"{_KINDS[fact.kind]}\t{fact.place.section or '前言'}\t{fact.text}{said}".rstrip()


def finding_line(finding: Finding) -> str:
    """A finding as a line."""
    return f"{_SEVERITIES[finding.severity]}\t{finding.place.section or '前言'}\t{finding.text}：{finding.message}"


def slot_lines(draft: Draft) -> list[str]:
    """Every slot as a line."""
    return [_slot_line(slot) for slot in draft.slots]


def _slot_line(slot: Slot) -> str:
    value = {SlotState.OPEN: f"（建议：{slot.proposal}）" if slot.proposal else "", SlotState.KEPT: slot.original}
    shown = value.get(slot.state, slot.value)
    return "\t".join(
        (_STATES[slot.state], _KINDS[slot.kind], slot.name, slot.original, shown, slot.reason or slot.hint)
    )


def export_lines(exported: Exported, draft: Draft) -> list[str]:
    """What was written and found in it, then every open slot and every leftover."""
    waiting = open_slots(draft)
    characters = length(draft.document, slot_texts(draft))
    head = f"已导出 {exported.path}：{characters} 字，未填 {len(waiting)} 项，残留 {len(exported.leftovers)} 处。"
    checked = [f"{'✓' if one.ok else '！'} {one.sentence}" for one in exported.checks]
    printed = [f"已导出 {exported.pdf}。"] if exported.pdf else []
    left = [finding_line(one) for one in exported.leftovers]
    return [head, *printed, *checked, *(_slot_line(slot) for slot in waiting), *left]


def entry_line(entry: Entry) -> str:
    """A plan of the library as a line."""
    return f"{entry.key}\t{entry.region}\t{entry.year or ''}\t{entry.kind}\t{entry.title}\t{entry.characters} 字"


def hit_line(hit: Hit) -> str:
    """A section that was found as a line."""
    return f"{hit.entry.title}\t{hit.title or '前言'}\t{hit.snippet}"


def import_line(done: Imported) -> str:
    """What became of one file as a line."""
    return (
        f"未读入\t{done.path}\t{done.error}"
        if done.error
        else f"已导入\t{done.entry.key if done.entry else ''}\t{done.path}"
    )
