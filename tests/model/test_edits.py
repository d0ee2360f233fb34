from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter.errors import NotFound
from drafter.model.document import Clause, Document, Paragraph, ParagraphId, Party, Section, SectionId, SlotId, SlotRef
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, delete_slot, fill, keep, open_slots, slot_texts, uses
from drafter.model.edits import (
    Spot,
    change_section,
    find,
    insert_section,
    move_section,
    remove_section,
    renumbered,
    set_heading,
    set_paragraph,
    spot_of,
    with_ids,
)
from drafter.model.numbering import Form, Number, Numbering
from drafter.model.plain import from_plain, to_plain
from drafter.model.walk import heading_text, passages, sections, text_of
from tests.model.trees import drafts


def plan(*titles: str, running: tuple[int, ...] = ()) -> Draft:
    """A draft whose headings are given with their level as dots: 总则, .目标, ..指标."""
    root: list = []
    stack: list[list] = [root]
    for title in titles:
        level = len(title) - len(title.lstrip("."))
        node = (title.lstrip("."), [])
        del stack[level + 1 :]
        stack[level].append(node)
        stack.append(node[1])

    def built(nodes: list, level: int) -> tuple[Section, ...]:
        return tuple(
            Section(
                (title,),
                level,
                Number(Form.COMMA, 1),
                blocks=(Paragraph((f"{title}正文",)),),
                children=built(under, level + 1),
            )
            for title, under in nodes
        )

    return with_ids(Draft(), Document(sections=built(root, 1), numbering=Numbering(running=frozenset(running))))


def outline(draft: Draft) -> list[str]:
    return [heading_text(section) for _, section in sections(draft.document)]


def named(draft: Draft, title: str) -> SectionId:
    return next(section.id for _, section in sections(draft.document) if section.title == (title,))


def test_numbers_restart_or_run_on_as_the_scheme_says():
    titles = ("甲", ".子", "..丑", "..寅", ".卯", "..辰")
    assert outline(plan(*titles)) == ["一、甲", "（一）子", "1.丑", "2.寅", "（二）卯", "1.辰"]
    assert outline(plan(*titles, running=(3,))) == ["一、甲", "（一）子", "1.丑", "2.寅", "（二）卯", "3.辰"]


def test_decimal_numbers_print_those_above_and_follow_a_move():
    draft = plan("甲", ".子", "..丑", "..寅", "乙", ".卯")
    scheme = Numbering((Form.DECIMAL, Form.DECIMAL, Form.DECIMAL, Form.DIGIT_BRACKET))
    draft = with_ids(Draft(), replace(draft.document, numbering=scheme))
    assert outline(draft) == ["1甲", "1.1子", "1.1.1丑", "1.1.2寅", "2乙", "2.1卯"]
    moved = move_section(draft, named(draft, "甲"), Spot(None, 1))
    assert outline(moved) == ["1乙", "1.1卯", "2甲", "2.1子", "2.1.1丑", "2.1.2寅"]
    assert from_plain(Number, to_plain(Number(Form.DECIMAL, 2, (3, 1)))) == Number(Form.DECIMAL, 2, (3, 1))


def test_decimal_numbers_below_chapters_begin_with_the_chapter():
    draft = plan("甲", ".子", "乙", ".卯")
    scheme = Numbering((Form.CHAPTER, Form.DECIMAL))
    assert outline(with_ids(Draft(), replace(draft.document, numbering=scheme))) == [
        "第一章甲",
        "1.1子",
        "第二章乙",
        "2.1卯",
    ]


def test_moving_a_section_renumbers_and_keeps_its_words():
    draft = plan("甲", ".子", ".丑", "乙")
    moved = move_section(draft, named(draft, "乙"), Spot(None, 0))
    assert outline(moved) == ["一、乙", "二、甲", "（一）子", "（二）丑"]
    deeper = move_section(draft, named(draft, "乙"), Spot(named(draft, "甲"), 1))
    assert outline(deeper) == ["一、甲", "（一）子", "（二）乙", "（三）丑"]


def test_a_section_cannot_be_moved_into_itself():
    draft = plan("甲", ".子")
    with pytest.raises(NotFound):
        move_section(draft, named(draft, "甲"), Spot(named(draft, "子"), 0))


def test_an_edit_shares_what_it_does_not_touch():
    draft = plan("甲", ".子", "乙")
    edited = set_heading(draft, named(draft, "乙"), ("丙",))
    assert outline(edited) == ["一、甲", "（一）子", "二、丙"]
    assert edited.document.sections[0] is draft.document.sections[0]


def test_a_paragraph_is_changed_by_its_id():
    draft = plan("甲", ".子")
    paragraph = draft.document.sections[0].children[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    edited = set_paragraph(draft, paragraph.id, ("新的正文",))
    assert [text_of(p.spans) for p in passages(edited.document) if p.block] == ["甲正文", "新的正文"]
    assert set_paragraph(draft, ParagraphId(10**6), ("无",)).document.sections[0] is draft.document.sections[0]


@given(drafts)
def test_ids_are_never_used_twice(draft: Draft):
    found = Counter(section.id for _, section in sections(Document(sections=draft.document.sections)))
    assert all(n == 1 for n in found.values())
    assert all(one < draft.next_id for one in found)


@given(drafts, st.data())
def test_removing_what_was_inserted_gives_the_draft_again(draft: Draft, data: st.DataObject):
    parents = [None, *(section.id for _, section in sections(Document(sections=draft.document.sections)))]
    parent = data.draw(st.sampled_from(parents))
    siblings = draft.document.sections if parent is None else find(draft, parent).children
    spot = Spot(parent, data.draw(st.integers(0, len(siblings))))
    before = draft.next_id
    bigger = insert_section(draft, Section(("新",), 1, Number(Form.COMMA, 1)), spot)
    assert spot_of(bigger, SectionId(before)) == spot
    assert remove_section(bigger, SectionId(before)).document == draft.document


@given(drafts, st.data())
def test_moving_there_and_back_changes_nothing(draft: Draft, data: st.DataObject):
    known = [section.id for _, section in sections(Document(sections=draft.document.sections))]
    assume(known)
    section = data.draw(st.sampled_from(known))
    home = spot_of(draft, section)
    top = len(draft.document.sections) - (home.parent is None)
    moved = move_section(draft, section, Spot(None, data.draw(st.integers(0, top))))
    assert move_section(moved, section, home).document == draft.document


@given(drafts)
def test_numbering_twice_is_numbering_once(draft: Draft):
    assert renumbered(draft.document) is draft.document


def test_a_slot_shows_its_value_wherever_it_is_used():
    slot = Slot(SlotId(1), SlotKind.AGENCY, "主管部门", "市经信局")
    clause = Clause(("（责任单位：", Party(SlotRef(slot.id)), "、", Party("市科技局"), "）"))
    spans = (SlotRef(slot.id), "牵头。", clause)
    draft = with_ids(Draft(slots=(slot,), next_id=2), Document(preamble=(Paragraph(spans),)))

    def shown(one: Draft) -> str:
        return text_of(next(passages(one.document)).spans, slot_texts(one))

    assert uses(draft) == {1: 2}
    assert shown(draft) == "【主管部门】牵头。（责任单位：【主管部门】、市科技局）"
    filled = fill(draft, slot.id, "市工业和信息化局")
    assert shown(filled) == "市工业和信息化局牵头。（责任单位：市工业和信息化局、市科技局）"
    assert not open_slots(filled)
    assert fill(filled, slot.id, "").slots[0].state is SlotState.OPEN
    assert shown(keep(draft, slot.id, "本市机构同名")) == "市经信局牵头。（责任单位：市经信局、市科技局）"
    assert shown(delete_slot(draft, slot.id)) == "牵头。（责任单位：市科技局）"


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        (("（", Party("甲"), "、", Party(SlotRef(SlotId(1))), "、", Party("乙"), "）"), "（甲、乙）"),
        (("（", Party("甲"), "、", Party(SlotRef(SlotId(1))), "）"), "（甲）"),
        (("（", Party(SlotRef(SlotId(1))), "、", Party("甲"), "）"), "（甲）"),
        (("（", Party(SlotRef(SlotId(1))), "）"), ""),
    ],
)
def test_deleting_a_party_leaves_a_whole_clause(spans: tuple, left: str):
    slot = Slot(SlotId(1), SlotKind.AGENCY, "单位")
    draft = with_ids(Draft(slots=(slot,), next_id=2), Document(preamble=(Paragraph(("文", Clause(spans))),)))
    assert text_of(next(passages(delete_slot(draft, slot.id).document)).spans) == "文" + left


def test_removing_a_section_takes_its_own_slots_along():
    own, shared = Slot(SlotId(1), SlotKind.TARGET, "一"), Slot(SlotId(2), SlotKind.TARGET, "二")
    first = Section((SlotRef(own.id), SlotRef(shared.id)), 1)
    second = Section((SlotRef(shared.id),), 1)
    draft = with_ids(Draft(slots=(own, shared), next_id=3), Document(sections=(first, second)))
    smaller = remove_section(draft, draft.document.sections[0].id)
    assert smaller.slots == (shared,)


def test_a_change_of_a_section_that_is_gone_is_told():
    with pytest.raises(NotFound, match="没有这一节"):
        change_section(plan("甲"), SectionId(99), lambda one: one)
