import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DrafterError, NotFound
from drafter.library import migrations
from drafter.library.store import SqliteLibrary as Library
from drafter.model.document import Document, Paragraph, Section
from drafter.model.numbering import Form, Number
from drafter.model.plain import to_plain
from drafter.text.normal import squeezed

BODY = "到2028年，培育100家以上企业，元宇宙+制造广泛应用；支持VR终端。"
PLAN = Document(
    title=("甲市产业行动计划",),
    kind="行动计划",
    region="甲市",
    period=(2026, 2028),
    preamble=(Paragraph(("为发展产业，制定本计划。",)),),
    sections=(Section(("总体要求",), 1, Number(Form.COMMA, 1), blocks=(Paragraph((BODY,)),)),),
)


@pytest.fixture
def library(tmp_path: Path):
    library = Library(tmp_path / "new folder" / "library.db")
    yield library
    library.close()


def test_a_plan_put_in_comes_out_as_it_was(library: Library):
    entry = library.add(PLAN, "甲.docx", b"bytes")
    assert library.entries() == (entry,)
    assert (entry.title, entry.year, entry.region) == ("甲市产业行动计划", 2026, "甲市")
    assert library.document(entry.key) == PLAN
    assert library.original(entry.key).read_bytes() == b"bytes"


def test_the_same_text_twice_is_one_entry(library: Library):
    assert library.add(PLAN, "甲.docx", b"1") == library.add(PLAN, "甲.txt", b"2")


def test_a_corrected_plan_opens_and_is_found_as_it_was_corrected_and_its_reading_stays(tmp_path: Path):
    library = Library(tmp_path / "library.db")
    entry = library.add(PLAN, "甲.docx", b"bytes")
    section = replace(PLAN.sections[0], title=("发展原则",))
    corrected = replace(PLAN, region="乙市", period=None, date="2025-01-02", sections=(section,))
    new = library.correct(entry.key, corrected)
    assert (new.key, new.region, new.year, new.name, new.added) == (entry.key, "乙市", 2025, "甲.docx", entry.added)
    assert library.entries() == (new,)
    assert (library.document(entry.key), library.reading(entry.key)) == (corrected, PLAN)
    assert [hit.title for hit in library.search("发展原则")] == ["一、发展原则"]
    assert library.search("总体要求") == ()
    assert library.add(PLAN, "甲.txt", b"again") == new
    library.close()
    library = Library(tmp_path / "library.db")
    assert library.document(entry.key) == corrected
    assert library.correct(entry.key, library.reading(entry.key)) == entry
    assert library.document(entry.key) == PLAN
    assert [hit.title for hit in library.search("总体要求")] == ["一、总体要求"]
    library.remove(entry.key)
    assert library.search("企业") == ()
    with pytest.raises(NotFound):
        library.correct(entry.key, PLAN)
    library.close()


def test_a_library_of_the_first_format_is_brought_up_and_keeps_what_is_in_it(tmp_path: Path):
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as base:
        base.executescript(f"{migrations._STEPS[0]}; PRAGMA user_version = 1")
        plain = json.dumps(to_plain(PLAN), ensure_ascii=False)
        row = (
            "k1",
            "甲市产业行动计划",
            "行动计划",
            "甲市",
            2026,
            "",
            "",
            "",
            "甲.docx",
            42,
            "2026-01-01",
            plain,
            b"bytes",
        )
        base.execute(f"INSERT INTO plan VALUES ({', '.join('?' * len(row))})", row)
    base.close()
    library = Library(path)
    assert library.document("k1") == library.reading("k1") == PLAN
    assert library.original("k1").read_bytes() == b"bytes"
    assert library.entry("k1").added == "2026-01-01"
    assert [hit.path for hit in library.search("元宇宙")] == ["一"]
    with sqlite3.connect(tmp_path / "library.db.v1") as copy:
        assert copy.execute("SELECT key FROM plan").fetchall() == [("k1",)]
    copy.close()
    library.correct("k1", replace(PLAN, region="乙市"))
    assert library.entries()[0].region == "乙市"
    library.close()
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (len(migrations._STEPS),)
    base.close()


def test_a_removed_plan_leaves_nothing_to_find(library: Library):
    entry = library.add(PLAN, "甲.docx", b"")
    library.remove(entry.key)
    assert library.entries() == ()
    assert library.search("产业") == ()
    with pytest.raises(NotFound):
        library.document(entry.key)
    with pytest.raises(NotFound):
        library.remove(entry.key)


@given(st.data())
def test_every_fragment_of_a_section_finds_it(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject):
    text = squeezed(BODY)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    fragment = text[start:end]
    if not any(character.isalnum() for character in fragment):
        return
    library = Library(tmp_path_factory.mktemp("library") / "library.db")
    library.add(PLAN, "甲.docx", b"")
    assert "一" in [hit.path for hit in library.search(fragment)]
    library.close()


def test_all_words_must_stand_in_one_section(library: Library):
    library.add(PLAN, "甲.docx", b"")
    assert [hit.path for hit in library.search("总体 企业")] == ["一"]
    assert library.search("总体 无此") == ()
    assert library.search("  ") == ()
    assert library.search('"') == ()
    assert "培育100家" in library.search("企业")[0].snippet


def test_a_file_that_is_no_library_is_told(tmp_path: Path):
    path = tmp_path / "library.db"
    path.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(DrafterError, match="不是资料库文件"):
        Library(path)


def test_a_library_of_a_newer_program_is_refused(tmp_path: Path):
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(DrafterError, match="更新版本"):
        Library(path)


def test_headings_of_plans_that_were_there_before_they_had_an_index_are_found(tmp_path: Path):
    path = tmp_path / "library.db"
    library = Library(path)
    entry = library.add(PLAN, "甲.docx", b"")
    library._base.executescript("DROP TABLE heading; DROP INDEX plan_in_order; PRAGMA user_version = 3")
    library.close()
    library = Library(path)
    assert (tmp_path / "library.db.v3").exists()
    assert [row[0] for row in library._base.execute("SELECT rowid FROM heading WHERE heading MATCH '\"总体\"'")] == [2]
    library.remove(entry.key)
    assert library.damage() is None
    library.close()
