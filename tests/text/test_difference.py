from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.text.difference import Fate, matches, pieces

words = st.text(st.sampled_from("甲乙丙丁，12a"), max_size=40)


def joined(old: str, new: str, *fates: Fate) -> str:
    return "".join(piece.text for piece in pieces(old, new) if piece.fate in fates)


@given(words, words)
def test_the_pieces_give_both_texts_again(old: str, new: str):
    assert joined(old, new, Fate.KEPT, Fate.REMOVED) == old
    assert joined(old, new, Fate.KEPT, Fate.ADDED) == new


@given(words)
def test_what_did_not_change_is_one_piece(text: str):
    assert len(pieces(text, text)) == bool(text)


@given(st.lists(st.integers(0, 6), max_size=30), st.lists(st.integers(0, 6), max_size=30))
def test_matches_are_equal_and_ascend(old: list[int], new: list[int]):
    found = matches(old, new)
    assert all(old[i] == new[j] for i, j in found)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))


@given(st.lists(st.integers(0, 6), max_size=12), st.integers(0, 11), st.integers(0, 6))
def test_an_inserted_item_is_the_only_difference(items: list[int], at: int, item: int):
    assert len(matches(items, [*items[:at], item, *items[at:]])) == len(items)


def test_a_number_is_replaced_whole():
    found = pieces("建成100家以上工厂", "建成130家以上工厂")
    assert [(piece.fate, piece.text) for piece in found] == [
        (Fate.KEPT, "建成"),
        (Fate.REMOVED, "100"),
        (Fate.ADDED, "130"),
        (Fate.KEPT, "家以上工厂"),
    ]


def test_one_character_by_chance_is_no_piece_of_its_own():
    assert [piece.fate for piece in pieces("前文由甲局的人办后文", "前文请乙办的同志管后文")] == [
        Fate.KEPT,
        Fate.REMOVED,
        Fate.ADDED,
        Fate.KEPT,
    ]
