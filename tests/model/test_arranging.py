"""Headings and paragraphs added, taken out and moved: what is added can be taken out again, nothing else changes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.arranging import (
    add_paragraph,
    add_section,
    demote,
    move_by,
    new_sections,
    promote,
    remove_paragraph,
    retitle_section,
    spot_after,
)
from drafter.model.draft import Draft, sound
from drafter.model.edits import Spot, find, spot_of
from drafter.model.walk import passages, sections, text_of
from tests.model.trees import drafts


def titles(draft: Draft) -> list[str]:
    return sorted(text_of(section.title) for _, section in sections(draft.document))


def one_of(draft: Draft, data: st.DataObject):
    found = [section.id for _, section in sections(draft.document) if section.id in own(draft)]
    return data.draw(st.sampled_from(found)) if found else None


def own(draft: Draft) -> set[object]:
    """The sections of the draft itself, without those of its annexes."""
    ids: set[object] = set()
    row = list(draft.document.sections)
    while row:
        section = row.pop()
        ids.add(section.id)
        row += section.children
    return ids


@settings(max_examples=40)
@given(drafts, st.data())
def test_a_new_heading_stands_behind_its_neighbour_and_goes_again_when_left_empty(draft: Draft, data: st.DataObject):
    after = one_of(draft, data)
    spot = spot_after(draft, after)
    longer = sound(add_section(draft, after))
    (new,) = new_sections(draft, longer)
    assert spot_of(longer, new) == spot
    assert find(longer, new).title == ()
    shorter = retitle_section(longer, new, ())
    assert titles(shorter) == titles(draft)
    named = retitle_section(longer, new, ("小节",))
    assert find(named, new).title == ("小节",)
    assert retitle_section(named, new, ()) is named


@settings(max_examples=40)
@given(drafts, st.data())
def test_a_new_paragraph_can_be_taken_out_again(draft: Draft, data: st.DataObject):
    longer = sound(add_paragraph(draft, one_of(draft, data), None))
    assert remove_paragraph(longer, longer.next_id - 1).document == draft.document  # type: ignore[arg-type]


@settings(max_examples=40)
@given(drafts, st.data(), st.integers(-3, 3))
def test_moving_loses_no_heading_and_no_words(draft: Draft, data: st.DataObject, steps: int):
    section = one_of(draft, data)
    if section is None:
        return
    for moved in (move_by(draft, section, steps), promote(draft, section), demote(draft, section)):
        sound(moved)
        assert titles(moved) == titles(draft)
        words = sorted(text_of(one.spans) for one in passages(draft.document))
        assert sorted(text_of(one.spans) for one in passages(moved.document)) == words


@settings(max_examples=40)
@given(drafts, st.data())
def test_demoting_takes_promoting_back(draft: Draft, data: st.DataObject):
    section = one_of(draft, data)
    if section is None or spot_of(draft, section).index == 0:
        return
    assert spot_of(promote(demote(draft, section), section), section) == spot_of(draft, section)
    assert promote(draft, draft.document.sections[0].id) is draft
    assert spot_after(draft, None) == Spot(None, len(draft.document.sections))
