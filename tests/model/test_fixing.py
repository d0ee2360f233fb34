"""What a finding proposes, put into the draft; findings put aside."""

from dataclasses import replace

import pytest

from drafter.draftfile import open_draft, save_draft
from drafter.model.document import Box, Clause, Document, Paragraph, Party, Section, SlotId, SlotRef, Table
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, slot_texts
from drafter.model.edits import with_ids
from drafter.model.fact import Place
from drafter.model.finding import Finding, Severity
from drafter.model.fixing import fix, heed, ignore, ignored_as, path_of, shown_at
from drafter.model.numbering import Form, Number
from drafter.model.path import part_at
from drafter.model.walk import passages, text_of

SLOT = Slot(SlotId(1), SlotKind.AGENCY, "主管部门", "甲局", value="乙局", state=SlotState.REPLACED)


def line(*spans) -> Paragraph:
    return Paragraph(spans)


@pytest.fixture
def draft() -> Draft:
    parties = (Party("市工会"), "、", Party(SlotRef(SlotId(1))), "、", Party("市委办"))
    words = line("由", SlotRef(SlotId(1)), "牵头在汉落地", Clause(("（责任单位：", *parties, "）")))
    inner = Section(("小节",), 2, Number(Form.BRACKET, 1), blocks=(words,))
    outer = Section(("节",), 1, Number(Form.COMMA, 1), children=(inner, replace(inner, title=("又一节",))))
    table = Table(("列",), ((line("格中在汉"),),))
    document = Document(
        title=("在汉计划",),
        preamble=(line("前言在汉"), Box("框", (line("框中在汉"),))),
        sections=(outer,),
        attachments=(Document(title=("附在汉",), preamble=(table,), sections=(outer,)),),
    )
    return with_ids(Draft(slots=(SLOT,), next_id=2), document)


def shown(draft: Draft, section: str, block: tuple[int, ...]) -> str:
    path = path_of(draft.document, Place(section, block, 0, 0))
    assert path is not None
    return text_of(part_at(draft.document, path), slot_texts(draft))


def finding(draft: Draft, section: str, block: tuple[int, ...], text: str, suggestion: str | None = "在威") -> Finding:
    start = shown(draft, section, block).index(text)
    return Finding("rule", Severity.ERROR, "理由", Place(section, block, start, start + len(text)), text, suggestion)


def test_every_passage_has_its_path(draft: Draft):
    for passage in passages(draft.document):
        path = path_of(draft.document, Place(passage.section, passage.block, 0, 0))
        assert path is not None
        if passage.section or passage.block:
            assert part_at(draft.document, path) == passage.spans
    for section, block in (("九", ()), ("", (7,)), ("附件9/一", ()), ("附件1", (0, 4, 4)), ("一", (0,))):
        assert path_of(draft.document, Place(section, block, 0, 1)) is None


@pytest.mark.parametrize(
    ("section", "block"), [("", ()), ("", (0,)), ("", (1, 0)), ("一/（一）", (0,)), ("附件1", ()), ("附件1", (0, 0, 0))]
)
def test_the_proposal_stands_where_the_words_stood(draft: Draft, section: str, block: tuple[int, ...]):
    fixed = fix(draft, finding(draft, section, block, "在汉"))
    assert shown(fixed, section, block) == shown(draft, section, block).replace("在汉", "在威")


def test_a_slot_gets_the_proposal_as_its_value_everywhere(draft: Draft):
    fixed = fix(draft, finding(draft, "一/（一）", (0,), "乙局", "丙局"))
    assert (fixed.slots[0].value, fixed.slots[0].reason) == ("丙局", "理由")
    assert fixed.document == draft.document


def test_names_in_another_order_stay_parties_and_slots(draft: Draft):
    fixed = fix(draft, finding(draft, "一/（一）", (0,), "市工会、乙局、市委办", "市委办、乙局、市工会"))
    assert "（责任单位：市委办、乙局、市工会）" in shown(fixed, "一/（一）", (0,))
    path = path_of(fixed.document, Place("一/（一）", (0,), 0, 0))
    clause = part_at(fixed.document, path or ())[-1]
    assert [party.name for party in clause.parties] == ["市委办", SlotRef(SlotId(1)), "市工会"]


def test_nothing_changes_where_the_words_are_others_or_nothing_is_proposed(draft: Draft):
    one = finding(draft, "", (0,), "在汉")
    assert fix(draft, replace(one, suggestion=None)) is draft
    assert fix(draft, replace(one, text="在沪")) is draft
    assert fix(draft, replace(one, place=Place("九", (), 0, 2))) is draft
    assert shown_at(draft, one.place) == "在汉"


def test_half_a_slot_is_never_replaced(draft: Draft):
    assert fix(draft, finding(draft, "一/（一）", (0,), "局牵头", "厅牵头")) is draft


def test_what_is_ignored_is_kept_with_the_draft_until_it_is_heeded(draft: Draft, tmp_path):
    one = finding(draft, "", (0,), "在汉")
    aside = ignore(ignore(draft, one, "甲"), one, "合作地")
    save_draft(aside, tmp_path / "a.draft.json")
    again = open_draft(tmp_path / "a.draft.json")
    assert [(i.text, i.reason) for i in again.ignored] == [("在汉", "合作地")]
    elsewhere = replace(one, place=Place("九", (), 3, 5))
    assert ignored_as(again, elsewhere) == again.ignored[0]
    assert ignored_as(again, replace(one, rule="other")) is None
    assert heed(again, one).ignored == ()
