"""Structure edited as one row of headings and blocks, and words typed into it: laws and the customary keys."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import (
    Box,
    Clause,
    Document,
    Paragraph,
    Party,
    Section,
    SectionId,
    SlotId,
    SlotRef,
    Table,
)
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, slot_texts
from drafter.model.edits import with_ids
from drafter.model.flow import Key, grown, key_of, rows_of
from drafter.model.numbering import Form, Number
from drafter.model.path import Path, part_at, with_part
from drafter.model.structuring import insert_rows, join_before, remove, set_level, split
from drafter.model.walk import heading_text, sections, text_of
from drafter.model.wording import spliced, type_in_slot, type_text, words_at

SLOT = SlotRef(SlotId(1))


def draft() -> Draft:
    one = Number(Form.COMMA, 1)
    deeper = Section(
        ("工作目标",), 2, Number(Form.BRACKET, 1), run_in=True, blocks=(Paragraph(("培育", SLOT, "企业。")),)
    )
    document = Document(
        title=("某计划",),
        preamble=(Paragraph(("前言。",)),),
        sections=(
            Section(("总体要求",), 1, one, blocks=(Paragraph(("甲段。",)), Paragraph(("乙段。",))), children=(deeper,)),
            Section(("主要任务",), 1, one, blocks=(Box("工程", (Paragraph(("一项",)), Paragraph(("二项",)))),)),
            Section(("保障措施",), 1, one, blocks=(Table(("甲",), ((Paragraph(("格",)),),)),)),
        ),
    )
    return with_ids(Draft(slots=(Slot(SlotId(1), SlotKind.TARGET, "数量"),), next_id=10), document)


def paths(value: object, way: Path = ()) -> list[Path]:
    """Every place of words in a document."""
    out: list[Path] = []
    if isinstance(value, Document):
        for name in ("title", "preamble", "sections", "attachments"):
            out += [(*way, name)] if name == "title" else paths(getattr(value, name), (*way, name))
    elif isinstance(value, Section):
        out.append((*way, "title"))
        out += paths(value.blocks, (*way, "blocks")) + paths(value.children, (*way, "children"))
    elif isinstance(value, Paragraph):
        out.append((*way, "spans"))
    elif isinstance(value, Box):
        out += paths(value.blocks, (*way, "blocks"))
    elif isinstance(value, Table):
        out += paths(value.rows, (*way, "rows"))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            out += paths(part, (*way, index))
    return out


def path_to(now: Draft, words: str) -> Path:
    return next(p for p in paths(now.document) if words in text_of(part_at(now.document, p), slot_texts(now)))


def whole(now: Draft) -> str:
    shown = slot_texts(now)
    return "|".join(text_of(part_at(now.document, path), shown) for path in paths(now.document))


def headings(now: Draft) -> list[str]:
    return [heading_text(section) for _, section in sections(now.document)]


def key_text(now: Draft, key: Key) -> str:
    path = next(p for p in paths(now.document) if key_of(now, p) == key)
    return text_of(part_at(now.document, path), slot_texts(now))


def ids(now: Draft) -> list[int]:
    owners = (part_at(now.document, path[:-1]) for path in paths(now.document) if len(path) > 1)
    return [owner.id for owner in owners]


headline = st.builds(lambda level, text: (level, text), st.integers(1, 4), st.text("甲乙丙", max_size=3))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    rows: list[object] = [Paragraph((draw(st.text("子丑", max_size=3)),)) for _ in range(draw(st.integers(0, 2)))]
    levels = draw(st.lists(headline, max_size=8))
    depth = 0
    for number, (level, text) in enumerate(levels):
        depth = min(level, depth + 1)
        words = (text,) if text else ()
        rows.append(Section(words, depth, Number(Form.COMMA, 1), run_in=draw(st.booleans()), id=SectionId(90 + number)))
        for _ in range(draw(st.integers(0, 2))):
            body = draw(st.text("天地", max_size=4))
            rows.append(Paragraph(((body, SLOT) if draw(st.booleans()) else (body,)) if body else ()))
    before, under = grown(tuple(rows), {})  # type: ignore[arg-type]
    slots = (Slot(SlotId(1), SlotKind.TARGET, "数量"),)
    return with_ids(Draft(slots=slots, next_id=10), Document(title=("题",), preamble=before, sections=under))


@given(drafts())
def test_a_tree_taken_apart_and_grown_again_is_the_same(now: Draft) -> None:
    document = now.document
    known = {section.id: section for _, section in sections(document)}
    before, under = grown(rows_of(document.preamble, document.sections), known)
    assert before == document.preamble
    assert all(a is b for a, b in zip(under, document.sections, strict=True))


@given(drafts(), st.data())
def test_what_is_split_and_joined_again_says_the_same(now: Draft, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(now.document)))
    length = len(text_of(words_at(now, path), slot_texts(now)))
    offset = data.draw(st.integers(0, length))
    if length == 0 or not (edited := split(now, path, offset)):
        return
    assert whole(edited.draft).replace("|", "") == whole(now).replace("|", "")
    assert len(set(ids(edited.draft))) == len(ids(edited.draft))
    back = join_before(
        edited.draft, next(p for p in paths(edited.draft.document) if key_of(edited.draft, p) == edited.key)
    )
    if back and "【" not in whole(now):
        assert whole(back.draft).replace("|", "").replace("。", "") == whole(now).replace("|", "")


@given(drafts(), st.data())
def test_a_removed_range_is_all_that_goes(now: Draft, data: st.DataObject) -> None:
    places = [
        (path, offset)
        for path in paths(now.document)
        if path != ("title",)
        for offset in range(len(text_of(words_at(now, path), slot_texts(now))) + 1)
    ]
    if not places:
        return
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(places) - 1)] * 2)))
    start, end = places[first], places[last]
    edited = remove(now, start, end)
    assert edited is not None
    order = paths(now.document)
    before = "".join(text_of(words_at(now, p), slot_texts(now)) for p in order[: order.index(start[0])])
    after = "".join(text_of(words_at(now, p), slot_texts(now)) for p in order[order.index(end[0]) + 1 :])
    text = whole(edited.draft).replace("|", "")
    assert text.startswith(before)
    assert text.endswith(after)
    assert key_text(edited.draft, edited.key) is not None


@given(drafts(), st.data())
def test_a_level_moves_no_words(now: Draft, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(now.document)))
    edited = set_level(now, path, data.draw(st.integers(0, 4)))
    if edited:
        text = whole(edited.draft).replace("|", "").replace("。", "")
        assert text == whole(now).replace("|", "").replace("。", "")


def test_enter_at_the_end_of_a_heading_opens_a_paragraph_under_it() -> None:
    now = draft()
    edited = split(now, path_to(now, "总体要求"), 4)
    assert edited
    assert edited.draft.document.sections[0].blocks[0].spans == ()
    assert edited.key == ("spans", edited.draft.document.sections[0].blocks[0].id)


def test_enter_on_an_empty_paragraph_makes_a_heading_and_on_an_empty_heading_a_paragraph() -> None:
    now = draft()
    first = split(now, path_to(now, "乙段"), 3)
    assert first
    second = split(first.draft, path_of(first.draft, first.key), 0)
    assert second
    assert headings(second.draft)[:3] == ["一、总体要求", "（一）", "（二）工作目标"]
    third = split(second.draft, path_of(second.draft, second.key), 0)
    assert third
    assert headings(third.draft) == headings(now)


def path_of(now: Draft, key: Key) -> Path:
    return next(p for p in paths(now.document) if key_of(now, p) == key)


def test_enter_between_a_run_in_heading_and_its_text_puts_the_text_on_its_own_line() -> None:
    now = draft()
    for path, offset in ((path_to(now, "工作目标"), 4), (path_to(now, "企业。"), 0)):
        edited = split(now, path, offset)
        assert edited
        assert not edited.draft.document.sections[0].children[0].run_in
        back = join_before(edited.draft, path_of(edited.draft, edited.key))
        assert back
        assert back.draft == now


def test_backspace_at_a_heading_makes_it_a_paragraph_and_its_children_go_along() -> None:
    now = draft()
    edited = join_before(now, path_to(now, "主要任务"))
    assert edited
    assert headings(edited.draft) == ["一、总体要求", "（一）工作目标", "二、保障措施"]
    assert edited.draft.document.sections[0].children[0].blocks[-2].spans == ("主要任务",)
    run_in = join_before(now, path_to(now, "工作目标"))
    assert run_in
    assert run_in.draft.document.sections[0].blocks[-1].spans == ("工作目标。培育", SLOT, "企业。")


def test_a_range_over_two_sections_leaves_one() -> None:
    now = draft()
    edited = remove(now, (path_to(now, "甲段"), 1), (path_to(now, "主要任务"), 2))
    assert edited
    assert headings(edited.draft) == ["一、总体要求", "二、保障措施"]
    assert edited.draft.document.sections[0].blocks[0].spans == ("甲任务",)
    assert edited.draft.slots == ()


def test_rows_put_in_take_the_rest_of_the_line() -> None:
    now = draft()
    new = (Paragraph(("新",)), Section(("新节",), 2, Number(Form.BRACKET, 1)), Paragraph(("末",)))
    edited = insert_rows(now, path_to(now, "甲段"), 1, new)
    assert edited
    assert whole(edited.draft).startswith("某计划|前言。|总体要求|甲新|新节|末段。|乙段。")
    assert headings(edited.draft)[:3] == ["一、总体要求", "（一）新节", "（二）工作目标"]
    assert key_text(edited.draft, edited.key) == "末段。"
    assert edited.offset == 1


def test_levels_take_what_is_under_a_heading_along() -> None:
    now = draft()
    edited = set_level(now, path_to(now, "总体要求"), 2)
    assert edited
    assert [(one.level, heading_text(one)) for _, one in sections(edited.draft.document)][:2] == [
        (2, "（一）总体要求"),
        (3, "1.工作目标"),
    ]
    up = set_level(now, path_to(now, "乙段"), 2)
    assert up
    assert headings(up.draft)[:3] == ["一、总体要求", "（一）乙段。", "（二）工作目标"]


def test_text_is_typed_where_it_stands_and_a_slot_goes_whole() -> None:
    now = draft()
    path = path_to(now, "企业。")
    assert words_at(type_text(now, path, 1, 1, "新"), path) == ("培新育", SLOT, "企业。")
    assert words_at(type_text(now, path, 2, 2, "新"), path) == ("培育新", SLOT, "企业。")
    gone = type_text(now, path, 3, 5, "")
    assert words_at(gone, path) == ("培育企业。",)
    assert gone.slots == ()


def test_what_is_typed_into_a_slot_is_its_value_everywhere() -> None:
    now = type_in_slot(draft(), SLOT.slot, 0, 4, "40家")
    assert (now.slots[0].value, now.slots[0].state) == ("40家", SlotState.REPLACED)
    assert type_in_slot(now, SLOT.slot, 3, 3, "以上").slots[0].value == "40家以上"
    assert type_in_slot(now, SLOT.slot, 0, 3, "").slots[0].state is SlotState.OPEN


def test_a_name_typed_into_a_clause_is_a_party() -> None:
    clause = Clause(("（责任单位：", Party("市甲局"), "）"))
    new = spliced((clause,), slot_texts(Draft()), 9, 9, ())
    assert new == (clause,)
    typed = type_text(
        replace(draft(), document=Document(preamble=(Paragraph((clause,)),))),
        ("preamble", 0, "spans"),
        9,
        9,
        "、市乙局",
    )
    assert typed.document.preamble[0].spans == (Clause(("（责任单位：", Party("市甲局"), "、", Party("市乙局"), "）")),)


@pytest.mark.parametrize("path", [("sections", 0, "title"), ("preamble", 0, "spans"), ("title",)])
def test_a_part_put_back_changes_nothing(path: Path) -> None:
    document = draft().document
    assert with_part(document, path, part_at(document, path)) == document


def test_a_caption_is_plain_text() -> None:
    now = draft()
    assert (
        type_text(now, ("sections", 1, "blocks", 0, "title"), 0, 1, "项").document.sections[1].blocks[0].title == "项程"
    )
