"""The library on a server answers as the one in a file does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from drafter import resources
from drafter.errors import CannotWrite, DrafterError, NotFound
from drafter.library.interface import Given
from drafter.library.store import SqliteLibrary
from drafter.workflow import plans
from tests.library.server import Server, programs
from tests.library.test_finding import GROUPS, PLANS

psycopg = pytest.importorskip("psycopg", reason="psycopg (dependency group `shared`) is not installed")
pytestmark = pytest.mark.skipif(programs() is None, reason="no PostgreSQL server is installed (Debian: postgresql)")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.end()


@pytest.fixture
def library(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from drafter.library.postgres import PostgresLibrary

    monkeypatch.setattr(resources, "user_data", lambda: tmp_path)
    library = PostgresLibrary(server.address, Given(lambda: GROUPS))
    for one in PLANS:
        library.add(one, f"{one.region}.docx", b"as it was")
    yield library
    library.clear()
    library.close()


def test_plans_are_kept_corrected_tagged_and_removed(library):
    key = library.add(PLANS[0], "again.pdf", b"").key
    assert library.count == 3
    assert library.document(key) == PLANS[0]
    assert library.original(key).read_bytes() == b"as it was"
    corrected = replace(PLANS[0], region="丁市")
    assert library.correct(key, corrected).corrected
    assert (library.document(key), library.reading(key)) == (corrected, PLANS[0])
    assert library.reread(key, replace(PLANS[0], status="草案")).region == "丁市"
    assert library.tag(key, ["重点", "低空"]).tags == ("低空", "重点")
    assert library.set_note(key, "先看").note == "先看"
    assert {hit.entry.key for hit in library.search("tag:重点 智算")} == {key}
    library.remove(key)
    with pytest.raises(NotFound):
        library.document(key)


QUERIES = (
    "智算", "算", "place:甲 智算中心", "year>=2024 中心", "kind:实施方案 企业", "heading:保障", "text:保障", "市工信局",
    "智算 not:VR", '"支持 VR 终端"', "12％", "；", "没有的词", "' \\ \" % _", "place:", "year:2022", "number:甲政发 中心",
    "低空物流、低空观光；100家以上企业。", "算" * 10_000,
)  # fmt: skip


def test_a_query_finds_the_same_sections_as_in_a_file(library, tmp_path: Path):
    file = SqliteLibrary(tmp_path / "library.db", Given(lambda: GROUPS))
    for one in PLANS:
        file.add(one, f"{one.region}.docx", b"as it was")
    for typed in QUERIES:
        here, there = ({(hit.entry.key, hit.path, hit.marks) for hit in one.search(typed)} for one in (library, file))
        assert here == there, typed
    assert library.suggest("dikong") == file.suggest("dikong")
    text = PLANS[1].sections[0].blocks[0].spans[0]
    here, there = ([(one.entry.key, one.path, one.shared) for one in lib.similar(text)] for lib in (library, file))
    assert here == there
    file.close()


def test_who_may_only_read_is_told_so(library, server: Server):
    from drafter.library.postgres import PostgresLibrary

    with psycopg.connect(server.address) as base:
        base.execute("DROP ROLE IF EXISTS reader")
        base.execute("CREATE ROLE reader LOGIN IN ROLE pg_read_all_data")
    reader = PostgresLibrary(server.address.replace("user=drafter", "user=reader"))
    assert reader.read_only
    assert reader.search("智算")
    with pytest.raises(CannotWrite, match="只读"):
        reader.add(PLANS[0], "x", b"")
    reader.close()


def test_an_import_into_a_server_is_noted_and_goes_on(library, tmp_path: Path):
    path = tmp_path / "丁市.txt"
    path.write_text("丁市低空产业行动计划\n\n一、总体要求\n发展低空物流。\n", "utf-8")
    library.begin_import([path])
    assert library.pending() == (path,)
    (done,) = plans.resume_import(library)
    assert (done.known, library.pending()) == (False, ())


def test_a_server_that_goes_away_costs_a_sentence_and_nothing_else(library, server: Server):
    server.stop()
    with pytest.raises(DrafterError, match="没有应答"):
        library.search("智算")
    server.start()
    assert library.search("智算")
    assert library.count == 3


def test_a_connection_string_opens_the_library_on_the_server(library, server: Server):
    opened = plans.open_library(server.address)
    assert {entry.key for entry in opened.entries()} == {entry.key for entry in library.entries()}
    opened.close()
