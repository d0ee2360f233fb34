"""What an editor holds says the same words, slots and clauses as before; what was typed stands where it was typed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import Clause, Party, Role, SlotId, SlotRef
from drafter.model.pieces import Piece, pieces, retitled, spans_of

words = st.text("甲乙丙产业企业", min_size=1, max_size=6)
slots = st.integers(1, 9).map(lambda number: SlotRef(SlotId(number)))
parties = st.builds(Party, words | slots, st.sampled_from([None, Role.LEAD, Role.SUPPORT]))


@st.composite
def clauses(draw: st.DrawFn) -> Clause:
    named = draw(st.lists(parties, min_size=1, max_size=4))
    inside: list[str | Party] = ["（责任单位："]
    for number, party in enumerate(named):
        inside += ["、", party] if number else [party]
    return Clause((*inside, "）"))


@given(st.lists(words | slots | clauses(), max_size=6))
def test_pieces_say_the_spans_they_came_from(spans: list) -> None:
    joined = spans_of(pieces(tuple(spans)))
    assert spans_of(pieces(joined)) == joined
    assert [span for span in joined if not isinstance(span, str)] == [s for s in spans if not isinstance(s, str)]


CLAUSE = Clause(("（责任单位：", Party("市工信局", Role.LEAD), "、", Party(SlotRef(SlotId(3))), "）"))


def typed(position: int, text: str) -> tuple:
    """The clause with something typed at the end of one of its pieces."""
    held = list(pieces((CLAUSE,)))
    held[position] = replace(held[position], text=held[position].text + text)
    return spans_of(held)


def test_typing_in_a_name_changes_the_name() -> None:
    assert typed(1, "和信息化局")[0].parties[0] == Party("市工信局和信息化局", Role.LEAD)


def test_names_typed_with_a_mark_between_are_parties_of_their_own() -> None:
    assert [party.name for party in typed(1, "、市商务局")[0].parties][:2] == ["市工信局", "市商务局"]


def test_what_is_typed_behind_the_bracket_is_outside() -> None:
    assert typed(4, "另行文。") == (CLAUSE, "另行文。")


def test_what_is_typed_behind_a_slot_is_text_beside_it() -> None:
    held = [*pieces((CLAUSE,))[:4], Piece("等", clause=1, party=2), *pieces((CLAUSE,))[4:]]
    assert spans_of(held)[0].spans[-2:] == (Party(SlotRef(SlotId(3))), "等）")


def test_a_clause_without_parties_is_text() -> None:
    held = [piece for piece in pieces((CLAUSE,)) if not piece.party]
    assert spans_of(held) == ("（责任单位：、）",)


def test_a_name_typed_over_keeps_the_slots_whose_words_are_still_there() -> None:
    old = ("建设", SlotRef(SlotId(1)), "和", SlotRef(SlotId(2)))
    shown = {1: "【地区】", 2: "港口"}
    assert retitled(old, "做强【地区】的码头", lambda ref: shown[ref.slot]) == ("做强", SlotRef(SlotId(1)), "的码头")
