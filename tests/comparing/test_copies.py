"""Every copied run is found with its source, none is made up, and an index kept in a file answers the same."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.comparing.copies import CopyIndex, build_index, key_of, open_index

SHORTEST = 23


def made_up(chance: random.Random, length: int) -> str:
    return "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(length))


def brute(text: str, documents: list[str], shortest: int) -> set[tuple[int, int, int, int]]:
    """The maximal common runs by comparing every position with every other."""
    runs = set()
    for number, other in enumerate(documents):
        for i in range(len(text)):
            for j in range(len(other)):
                if text[i] != other[j] or (i and j and text[i - 1] == other[j - 1]):
                    continue
                length = 0
                while i + length < len(text) and j + length < len(other) and text[i + length] == other[j + length]:
                    length += 1
                if length >= shortest:
                    runs.add((i, i + length, number, j))
    return runs


def plain(index: CopyIndex, text: str) -> set[tuple[int, int, int, int]]:
    return {(one.start, one.end, one.document, one.position) for one in index.copies(text)}


@given(
    st.lists(st.text("一二三", max_size=60), min_size=1, max_size=4),
    st.text("一二三", max_size=60),
    st.integers(5, 13),
)
def test_the_runs_are_those_found_by_comparing_everything(documents: list[str], text: str, shortest: int):
    index = build_index(((str(n), one) for n, one in enumerate(documents)), shortest)
    expected = brute(text, documents, shortest)
    assert plain(index, text) == expected


def test_every_planted_copy_of_23_characters_or_more_is_found_with_its_source():
    chance = random.Random(9)
    documents = [made_up(chance, 3000) for _ in range(60)]
    index = build_index((f"文{n}", one) for n, one in enumerate(documents))
    for length in (*range(SHORTEST, 60), 200, 1000):
        source, place = chance.randrange(60), chance.randrange(3000 - length)
        text = made_up(chance, chance.randrange(50)) + documents[source][place : place + length] + made_up(chance, 30)
        longest = max(index.copies(text), key=lambda one: one.end - one.start)
        assert longest.end - longest.start >= length
        assert longest.document == source
        assert index.text(source)[longest.position : longest.position + length] in text


def test_shorter_runs_are_left_out():
    chance = random.Random(3)
    document = made_up(chance, 500)
    index = build_index([("甲", document)])
    assert index.copies(made_up(chance, 40) + document[100:122] + made_up(chance, 40)) == ()


def test_an_index_in_a_file_answers_as_it_did(tmp_path: Path):
    chance = random.Random(5)
    documents = [made_up(chance, 800) for _ in range(20)]
    index = build_index((f"文{n}", one) for n, one in enumerate(documents))
    index.save(tmp_path / "copies")
    kept = open_index(tmp_path / "copies")
    text = documents[7][100:180] + "隔" + documents[11][5:40]
    assert kept.names == index.names
    assert kept.copies(text) == index.copies(text) != ()
    assert kept.text(19) == documents[19]


def test_a_file_that_is_no_index_is_refused(tmp_path: Path):
    (tmp_path / "copies").write_bytes(b"something else\n")
    with pytest.raises(ValueError, match="no index"):
        open_index(tmp_path / "copies")


def test_nothing_stands_in_no_documents():
    assert build_index([]).copies("一" * 100) == ()
    assert build_index([("空", "")]).copies("") == ()


def test_widths_and_spaces_do_not_hide_a_copy():
    index = build_index([("甲", key_of("到２０２５年， 全市建成ＡＩ算力中心和数据交易平台各一个以上。"))])
    assert index.copies(key_of("到2025年：全市建成 AI 算力中心和数据交易平台各一个以上。"))


def test_rare_characters_take_one_place():
    rare = "\U00020bb7" * 30
    index = build_index([("甲", key_of("前" + rare))])
    (copy,) = index.copies(key_of("后" + rare))[:1]
    assert (copy.start, copy.end) == (1, 31)


def test_what_stands_in_very_many_documents_is_found_and_how_many_more_is_told():
    chance = random.Random(4)
    common = made_up(chance, 40)
    documents = [made_up(chance, 200) + common + made_up(chance, 200) for _ in range(50)]
    index = build_index((f"文{n}", one) for n, one in enumerate(documents))
    found = index.copies(made_up(chance, 20) + common + made_up(chance, 20))
    assert sum(copy.end - copy.start >= 40 for copy in found) >= index.most
    assert index.count(common) == 50
    assert index.count(documents[7][30:90]) == 1
    assert index.count(made_up(chance, 40)) == 0


def test_a_copy_that_goes_on_where_what_everybody_has_ends_is_found_with_its_own_source():
    chance = random.Random(6)
    common = made_up(chance, 26)
    documents = [made_up(chance, 150 + n) + common + made_up(chance, 200) for n in range(60)]
    index = build_index((f"文{n}", one) for n, one in enumerate(documents))
    for source in range(60):
        place = 150 + source
        for start, end in (
            (place - 5, place + 26),
            (place, place + 31),
            (place - 3, place + 29),
            (place + 12, place + 35),
        ):
            run = documents[source][start:end]
            found = index.copies(made_up(chance, 20) + run + made_up(chance, 20))
            assert any(copy.document == source and copy.end - copy.start >= len(run) for copy in found)
