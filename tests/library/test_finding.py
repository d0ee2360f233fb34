"""What is typed finds what is meant."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.library import finding
from drafter.library.grams import folded
from drafter.library.interface import Given
from drafter.library.query import parse
from drafter.library.snippet import marks_of
from drafter.library.store import SqliteLibrary
from drafter.model.document import Document, Paragraph, Section
from drafter.model.numbering import Form, Number
from drafter.reading.files import read_file

ROOT = Path(__file__).resolve().parents[2]


def plan(region: str, year: int, title: str, body: str, **more) -> Document:
    section = Section((title,), 1, Number(Form.COMMA, 1), blocks=(Paragraph((body,)),))
    title = f"{region}促进低空产业发展行动计划"
    values = {"title": (title,), "kind": "行动计划", "region": region, "period": (year, year + 3)} | more
    return Document(**values, sections=(section,))


PLANS = (
    plan("甲市", 2022, "算力设施", "建设智算中心，责任单位：市工信局。", document_number="甲政发〔2022〕3号"),
    plan("乙市", 2024, "保障措施", "智算中心由市工业和信息化局牵头，支持VR终端，增长１２％。", issuer="乙市人民政府"),
    plan("丙市", 2025, "应用场景", "低空物流、低空观光；100家以上企业。", kind="实施方案"),
)
GROUPS = (("工业和信息化局", "工信局"), ("市工业和信息化局", "市工信局"))


@pytest.fixture
def library(tmp_path: Path):
    library = SqliteLibrary(tmp_path / "library.db", Given(lambda: GROUPS))
    for one in PLANS:
        library.add(one, f"{one.region}.docx", b"")
    yield library
    library.close()


def places(library: SqliteLibrary, typed: str) -> list[str]:
    return sorted({hit.entry.region for hit in library.search(typed) if hit.path})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("智算", ["乙市", "甲市"]),
        ("算", ["乙市", "甲市"]),
        ("智算中心 place:甲", ["甲市"]),
        ("place：乙 智算", ["乙市"]),
        ("地区:乙 智算", ["乙市"]),
        ("year>=2024 中心", ["乙市"]),
        ("year:2024-2025 0", ["丙市"]),
        ("kind:实施方案 企业", ["丙市"]),
        ("number:甲政发 中心", ["甲市"]),
        ("issuer:人民政府 智算", ["乙市"]),
        ("heading:保障", ["乙市"]),
        ("text:保障", []),
        ("标题:算力", ["甲市"]),
        ("市工信局", ["乙市", "甲市"]),
        ("智算 not:VR", ["甲市"]),
        ('"支持 VR 终端"', ["乙市"]),
        ("vr", ["乙市"]),
        ("12％", ["乙市"]),
        ("；", ["丙市"]),
        ("没有的词", []),
        ("()\"'*^:- AND OR NOT NEAR", []),
        ('" ', []),
        ("place:", []),
    ],
)
def test_a_query_finds_the_sections_it_means(library: SqliteLibrary, typed: str, expected: list[str]):
    assert places(library, typed) == expected


def test_fields_alone_show_the_plans_newest_first(library: SqliteLibrary):
    assert [hit.entry.region for hit in library.search("year>=2022")] == ["丙市", "乙市", "甲市"]


def test_a_tag_is_a_field(library: SqliteLibrary):
    library.tag(library.entries()[0].key, ["重点", " 重点 ", ""])
    found = library.search("tag:重点")
    assert [hit.entry.tags for hit in found] == [("重点",)]


def test_a_heading_counts_more_than_the_text_and_a_new_plan_more_than_an_old_one(library: SqliteLibrary):
    library.add(plan("丁市", 2024, "工作安排", "应用场景"), "d.docx", b"")
    assert [hit.entry.region for hit in library.search("应用场景")] == ["丙市", "丁市"]
    library.add(plan("戊市", 2012, "工作安排二", "数字底座"), "e.docx", b"")
    library.add(plan("己市", 2025, "工作安排三", "数字底座"), "f.docx", b"")
    assert [hit.entry.region for hit in library.search("数字底座")] == ["己市", "戊市"]


def test_what_was_found_is_lit_where_it_stands(library: SqliteLibrary):
    (hit,) = library.search("支持vr")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["支持VR"]
    assert marks_of("增 长１２％，支持 VR", (folded("增长12％"), "vr")) == ((0, 6), (10, 12))


def test_a_query_without_end_is_answered(library: SqliteLibrary):
    assert library.search("算" * 10_000) == ()
    assert library.search("算 " * 5_000) == ()
    pasted = " ".join("建设智算中心，责任单位：市工信局。")
    assert places(library, pasted) == ["甲市"]
    assert parse(" ".join(map(str, range(40)))).words == parse(f'"{" ".join(map(str, range(40)))}"').words
    with pytest.raises(DrafterError, match="不是年份"):
        library.search("year>=去年 算力")


@given(st.text(max_size=60))
def test_nothing_typed_is_more_than_a_sentence(typed: str):
    library = _kept()
    try:
        library.search(typed)
        library.suggest(typed)
    except DrafterError as error:
        assert str(error)


def test_sounds_and_near_words_are_understood(library: SqliteLibrary):
    assert library.suggest("dikong") == ("低空",)
    assert library.suggest("智蒜中心") == ("智算中心", "智中心")[:1]
    assert library.suggest("低空空物流")[0] == "低空物流"
    assert library.suggest("没影儿") == ()


_LIBRARIES: list[SqliteLibrary] = []


def _kept() -> SqliteLibrary:
    """A library of the reference plans, in memory, made once."""
    if not _LIBRARIES:
        _LIBRARIES.append(library := SqliteLibrary(Path(":memory:")))
        for path in sorted((ROOT / "reference_docs").glob("*.docx")):
            library._put_again(path.stem, read_file(path), None, path.name, "2026-01-01")
    return _LIBRARIES[0]


@given(st.data())
def test_every_fragment_of_every_section_of_every_plan_finds_it(data: st.DataObject):
    library = _kept()
    rows = library._base.execute("SELECT id, path, title, body FROM section").fetchall()
    number, path, title, body = data.draw(st.sampled_from(rows))
    text = data.draw(st.sampled_from([one for one in (title, body) if one]))
    start = data.draw(st.integers(0, len(text) - 1))
    fragment = text[start : data.draw(st.integers(start + 1, len(text)))]
    if not folded(fragment) or parse(fragment).conditions:
        return
    entry = library._finder._entry(library._finder.shelf.plan(number))
    assert (entry.key, path) in {(hit.entry.key, hit.path) for hit in library.search(fragment, most=10_000)}


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs"), exclude_characters=" '’"), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_no_text_however_strange_is_lost(words: list[str], data: st.DataObject):
    library = SqliteLibrary(Path(":memory:"))
    library._put_again("k", plan("甲市", 2022, "标题", "".join(words)), None, "k", "")
    text = folded("".join(words))
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    fragment = text[start : data.draw(st.integers(start + 1, len(text)))]
    assert "一" in {hit.path for hit in library.search(f'"{fragment}"' if '"' not in fragment else fragment, 10_000)}
    library._unindex("k")
    assert library._base.execute("SELECT count(*) FROM fragment WHERE fragment MATCH ?", ('"甲市"',)).fetchone() == (0,)
    library.close()


def test_every_section_with_a_common_character_is_found_where_all_are_asked_for(library: SqliteLibrary, monkeypatch):
    monkeypatch.setattr(finding, "LOOKED_AT", 4)
    monkeypatch.setattr(finding, "COMMON", 2)
    assert len(library.search("市", most=10_000)) == 5
    assert {hit.entry.region for hit in library.search("市")} <= {"甲市", "乙市", "丙市"}


def test_the_plans_of_one_place_are_found_among_many(library: SqliteLibrary):
    for number in range(60):
        library.add(replace(PLANS[0], region="庚市", title=(f"第{number}号计划",)), f"{number}.docx", b"")
    assert {hit.entry.region for hit in library.search("智算中心 place:乙")} == {"乙市"}
