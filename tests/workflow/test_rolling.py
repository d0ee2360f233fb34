"""Chosen dates rolled forward; all of them together are what rolling the whole draft gives."""

import pytest

from drafter.model.document import Clause, Document, Paragraph, Party, Section, SlotId, SlotRef, Source
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, slot_texts
from drafter.model.edits import with_ids
from drafter.model.numbering import Form, Number
from drafter.model.walk import text_of
from drafter.workflow import roll_chosen, roll_years, year_changes

NEW = (2026, 2028)
SOURCE = Source("某市行动计划（2022—2025年）", "某市", "一", "", "k")
SLOTS = (
    Slot(SlotId(1), SlotKind.REGION, "本地", "某市", value="丁海市", state=SlotState.REPLACED),
    Slot(SlotId(2), SlotKind.PERIOD, "年份", "2025年", SOURCE),
)


@pytest.fixture
def draft() -> Draft:
    clause = Clause(("（责任单位：", Party(SlotRef(SlotId(1))), "）"))
    words = Paragraph(("2022年，", SlotRef(SlotId(1)), "起步，到2024年见效，到2025年", clause, "2025年底评估。"))
    section = Section(
        ("到2025年的目标",), 1, Number(Form.COMMA, 1), blocks=(words, Paragraph(("到", SlotRef(SlotId(2)))))
    )
    document = Document(title=("计划（2022—2025年）",), period=(2022, 2025), sections=(section,))
    return with_ids(Draft(slots=SLOTS, next_id=3), document)


def shown(draft: Draft) -> str:
    return text_of(draft.document.sections[0].blocks[0].spans, slot_texts(draft))


def test_all_chosen_is_the_whole_draft_rolled(draft: Draft):
    changes = [one for one in year_changes(draft, NEW) if one.moves]
    assert len(changes) >= 7
    assert roll_chosen(draft, NEW, changes) == roll_years(draft, NEW)


def test_what_is_not_chosen_stays(draft: Draft):
    changes = [one for one in year_changes(draft, NEW) if one.words != "2025"]
    rolled = roll_chosen(draft, NEW, changes)
    assert shown(rolled) == "2026年，丁海市起步，到2028年见效，到2025年（责任单位：丁海市）2025年底评估。"
    assert rolled.document.period == NEW
    assert roll_chosen(draft, NEW, ()).slots == draft.slots


def test_a_date_that_has_gone_is_left_alone(draft: Draft):
    changes = year_changes(draft, NEW)
    other = with_ids(Draft(slots=SLOTS, next_id=3), Document(title=("别的",), period=(2022, 2025)))
    assert text_of(roll_chosen(other, NEW, changes).document.title) == "别的"
