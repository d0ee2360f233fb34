"""Settling and checking in the whole window: one undo step each, kept where it belongs, and a way back to the source."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.desktop.settings import Settings
from drafter.model.document import Document, Paragraph, Section, SlotId, SlotRef, Source
from drafter.model.draft import Draft, Slot, SlotKind, SlotState
from drafter.model.edits import with_ids
from drafter.model.numbering import Form, Number
from drafter.model.walk import text_of
from drafter.workflow import Settling

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def settling(window: Any, qtbot: QtBot) -> Any:
    """A window with a draft of two slots from a plan of the library, which is open."""
    material = window.parts.material
    qtbot.waitUntil(lambda: material.library is not None, timeout=20_000)
    entry = next(one for one in material.library.entries() if one.region == "济南市")
    source = Source(entry.title, entry.region, "一", "培育100家以上企业", entry.key)
    slots = tuple(Slot(SlotId(n), SlotKind.TARGET, f"企业数量{n}", "100家以上", source) for n in (1, 2))
    words = Paragraph(("培育", SlotRef(SlotId(1)), "和", SlotRef(SlotId(2)), "，成果在武汉市落地。"), source=source)
    section = Section(("目标",), 1, Number(Form.COMMA, 1), blocks=(words,))
    document = Document(title=("丁海市行动计划",), region="威海市", sections=(section,))
    window.parts.session.begin(with_ids(Draft(slots=slots, next_id=3), document))
    return window


def test_all_alike_are_kept_in_one_step_for_one_reason(settling: Any, answers: Any) -> None:
    session = settling.parts.session
    before = session.draft
    answers.give("text", "国家统一口径")
    settling.parts.slots.settle_all_requested.emit((SlotId(1), SlotId(2)), Settling.KEEP, "")
    assert [(one.state, one.reason) for one in session.draft.slots] == [(SlotState.KEPT, "国家统一口径")] * 2
    session.stack.undo()
    assert session.draft == before
    answers.give("text", None)
    settling.parts.slots.settle_all_requested.emit((SlotId(1),), Settling.KEEP, "")
    assert session.draft == before


def test_back_to_the_source_opens_the_plan_at_the_section(settling: Any, qtbot: QtBot) -> None:
    slots = settling.parts.slots
    slots.select(SlotId(1))
    slots.table.setFocus()
    qtbot.keyClick(slots.table, Qt.Key.Key_O, ALT)
    qtbot.waitUntil(lambda: len(settling.parts.references.panes) == 1, timeout=10_000)


def test_a_finding_is_fixed_ignored_and_its_rule_closed(settling: Any, answers: Any, qtbot: QtBot) -> None:
    parts = settling.parts
    panel, session = parts.findings, parts.session
    qtbot.waitUntil(lambda: any(row.finding.text.startswith("武汉") for row in panel.model.rows), timeout=20_000)
    row = next(n for n, one in enumerate(panel.model.rows) if one.finding.text.startswith("武汉"))
    finding = panel.model.rows[row].finding
    panel.list.setCurrentIndex(panel.model.index(row))
    answers.give("text", "合作城市")
    panel.detail.ever.click()
    assert [one.reason for one in session.draft.ignored] == ["合作城市"]
    assert all(one.finding != finding for one in panel.model.rows)
    session.stack.undo()
    assert any(one.finding == finding for one in panel.model.rows)
    panel.closed_changed.emit(frozenset({finding.rule}))
    assert Settings().closed_rules() == {finding.rule}
    assert all(one.finding.rule != finding.rule for one in panel.model.rows)
    panel.closed_changed.emit(frozenset())
    parts.wishes.fix(finding)
    text = text_of(session.draft.document.sections[0].blocks[0].spans)
    assert ("武汉市" in text) == (finding.suggestion is None)
