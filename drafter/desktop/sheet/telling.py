"""What marks on the sheet say: ticks beside it, words under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF

from drafter.desktop.sheet.carets import Caret
from drafter.desktop.sheet.paper import Paper
from drafter.desktop.sheet.styles import SHEET
from drafter.desktop.sheet.ticks import Ticks
from drafter.model.draft import SlotState, slot_named
from drafter.model.finding import Finding, Severity
from drafter.workflow.printed import layout

_FINE = 500
"""Ticks nearer to each other than this part of the bar are one."""


def ticks(paper: Paper) -> Ticks:
    """Where open slots and findings stand in the whole, from 0 to 1."""
    view = paper.view
    if not view.pager.finished:  # asked again when all is on its page
        return []
    pages = max(1, len(view.pager.pages))
    found: dict[tuple[int, str], None] = {}

    def tick(index: int, role: str) -> None:
        page, y = view.pager.places[index]
        found[(round((page + y / layout.PAGE_HEIGHT) / pages * _FINE), role)] = None

    slots = view.draft.slots if view.draft else ()
    waiting = {slot.id for slot in slots if slot.state is SlotState.OPEN}
    for chunk in view.chunks:
        if not chunk.slots.isdisjoint(waiting):
            for strip in chunk.strips():
                if strip.index >= 0 and any(run.slot in waiting for run in strip.runs if run.slot is not None):
                    tick(strip.index, "doubtL")
    for key, marks in paper.marks.findings.items():
        if place := view.find(key):
            tick(place[0].index, "error" if marks[0].severity is Severity.ERROR else "doubtL")
    return [(place / _FINE, role) for place, role in found]


def tip(paper: Paper, findings: tuple[Finding, ...], caret: Caret, point: QPointF) -> str:
    """What a finding, a slot or a source says under the mouse."""
    draft = paper.view.draft
    marks = paper.marks.findings.get(caret.key, ())
    mark = next((one for one in marks if one.start <= caret.offset <= one.end), None)
    if mark is not None and mark.number < len(findings):
        finding = findings[mark.number]
        fix = (
            QCoreApplication.translate("sheet", "\n改为：{0}").format(finding.suggestion) if finding.suggestion else ""
        )
        return finding.message + fix
    under = paper.hands.chip_under(point) if paper.hands else None
    if under and draft:
        slot = slot_named(draft, under[1].slot)
        original = QCoreApplication.translate("sheet", "原文：{0}").format(slot.original or "—")
        return "\n".join(filter(None, (slot.name, original, slot.reason)))
    found = paper.view.find(caret.key)
    source = found[0].source if found else None
    if source and point.x() < paper.page_corner(0).x() + SHEET.left * paper.scale:
        return QCoreApplication.translate("sheet", "摘自《{0}》{1}").format(source.document, source.section)
    return ""
