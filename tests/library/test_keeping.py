"""Nothing put into a library is lost: originals, corrections, tags, what an import had still to do."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import CannotWrite, DamagedLibrary, DrafterError, NotFound
from drafter.library import store
from drafter.library.interface import Given
from drafter.library.store import SqliteLibrary
from drafter.model.document import Document, Paragraph, Section
from drafter.model.numbering import Form, Number
from drafter.workflow import plans

TEXT = "一、总体要求\n发展低空产业，培育企业一百家。\n二、保障措施\n市工信局牵头。\n"
PLAN = Document(
    title=("甲市低空产业行动计划",),
    region="甲市",
    sections=(Section(("总体要求",), 1, Number(Form.COMMA, 1), blocks=(Paragraph(("发展低空产业。",)),)),),
)


@pytest.fixture
def library(tmp_path: Path):
    library = SqliteLibrary(tmp_path / "library.db")
    yield library
    library.close()


def files(folder: Path, count: int = 3) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"第{number}市低空产业行动计划\n\n{TEXT}", "utf-8")
    return paths


def test_an_original_lies_beside_the_library_as_it_was(library: SqliteLibrary, tmp_path: Path):
    entry = library.add(PLAN, "甲 市.DOCX", b"as it was")
    assert library.original(entry.key) == tmp_path / "library.db.originals" / f"{entry.key}.docx"
    assert library.original(entry.key).read_bytes() == b"as it was"
    library.original(entry.key).unlink()
    with pytest.raises(NotFound, match="原文件"):
        library.original(entry.key)
    library.remove(entry.key)
    assert not list((tmp_path / "library.db.originals").iterdir())


def test_the_same_text_is_one_plan_however_its_file_parts_it(library: SqliteLibrary):
    entry = library.add(PLAN, "甲.docx", b"1")
    parted = Section(("总体 要求",), 1, blocks=(Paragraph(("发展低空",)), Paragraph(("产业",))))
    assert library.add(replace(PLAN, sections=(parted,)), "甲.pdf", b"2") == entry
    assert library.count == 1


def test_tags_and_a_note_stay_through_a_correction_and_a_new_reading(library: SqliteLibrary):
    key = library.add(PLAN, "甲.docx", b"1").key
    library.tag(key, ["低空", "重点"])
    library.set_note(key, " 王处推荐 ")
    corrected = replace(PLAN, region="乙市")
    library.correct(key, corrected)
    better = replace(PLAN, kind="行动计划")
    entry = library.reread(key, better)
    assert (entry.tags, entry.note, entry.region, entry.corrected) == (("低空", "重点"), "王处推荐", "乙市", True)
    assert (library.document(key), library.reading(key)) == (corrected, better)
    assert not library.correct(key, better).corrected
    assert library.entry(key).kind == "行动计划"
    with pytest.raises(NotFound):
        library.tag("none", ["x"])


def test_a_read_only_library_is_searched_and_refuses_with_one_sentence(library: SqliteLibrary, tmp_path: Path):
    key = library.add(PLAN, "甲.docx", b"1").key
    library.close()
    shared = SqliteLibrary(tmp_path / "library.db", read_only=True)
    assert shared.read_only
    assert [hit.path for hit in shared.search("低空产业")] == ["", "一"]
    assert shared.document(key) == PLAN
    for act in (lambda: shared.add(PLAN, "x", b""), lambda: shared.remove(key), lambda: shared.tag(key, [])):
        with pytest.raises(CannotWrite, match="只读"):
            act()
    shared.close()


def test_a_folder_that_cannot_be_written_makes_the_library_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    SqliteLibrary(tmp_path / "library.db").close()
    monkeypatch.setattr(store, "_writable", lambda _: False)
    library = SqliteLibrary(tmp_path / "library.db")
    assert library.read_only
    assert library.entries() == ()
    library.close()
    with sqlite3.connect(tmp_path / "old.db") as old:
        old.execute("PRAGMA user_version = 2")
    old.close()
    with pytest.raises(DrafterError, match="不能升级"):
        SqliteLibrary(tmp_path / "old.db")


def test_a_full_disk_is_told_and_loses_nothing(library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch):
    key = library.add(PLAN, "甲.docx", b"1").key

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library._originals, "put", full)
    with pytest.raises(CannotWrite, match="不能读写资料库"):
        library.add(replace(PLAN, title=("乙",)), "乙.docx", b"2")
    assert [entry.key for entry in library.entries()] == [key]
    assert library.damage() is None


def test_an_import_goes_on_where_it_was_interrupted_or_is_forgotten(library: SqliteLibrary, tmp_path: Path):
    paths = files(tmp_path / "plans")
    done = plans.import_plans(library, [tmp_path / "plans"], lambda done, _: done < 1)
    assert [one.path for one in done] == paths[:1]
    library.close()
    again = SqliteLibrary(tmp_path / "library.db")
    assert again.pending() == tuple(paths[1:])
    paths[1].unlink()
    outcome = plans.resume_import(again)
    assert [one.error is None for one in outcome] == [False, True]
    assert (again.pending(), again.count) == ((), 2)
    again.begin_import(paths)
    again.end_import()
    assert again.pending() == ()
    again.close()


def test_the_same_folder_twice_adds_nothing_and_broken_files_hold_none_up(library: SqliteLibrary, tmp_path: Path):
    folder = tmp_path / "plans"
    files(folder, 5)
    for number in range(3):
        (folder / f"broken{number}.docx").write_bytes(b"PK\x03\x04 torn")
    first = plans.import_plans(library, [folder])
    assert sum(one.entry is not None for one in first) == 5
    assert all(str(one.error) for one in first if one.entry is None)
    assert not any(one.known for one in first)
    second = plans.import_plans(library, [folder])
    assert [one.known for one in second if one.entry] == [True] * 5
    assert library.count == 5


def test_many_files_are_read_in_other_processes_and_come_in_their_order(library: SqliteLibrary, tmp_path: Path):
    paths = files(tmp_path / "plans", 30)
    paths[7].write_bytes(b"")
    done = plans.import_plans(library, paths)
    assert [one.path for one in done] == paths
    assert [one.path for one in done if one.error] == [paths[7]]
    assert done[7].error.hint
    stopped = plans.import_plans(library, paths, lambda done, _: done < 2)
    assert [one.known for one in stopped] == [True, True]


def test_plans_of_an_older_reader_are_read_again_and_keep_their_corrections(tmp_path: Path):
    paths = files(tmp_path / "plans", 2)
    old = SqliteLibrary(tmp_path / "library.db", Given(reader=0))
    keys = [one.entry.key for one in plans.import_plans(old, paths) if one.entry]
    old.correct(keys[0], replace(old.document(keys[0]), region="乙市"))
    old.close()
    library = SqliteLibrary(tmp_path / "library.db", Given(reader=plans.READER))
    assert [one.error for one in plans.reread_plans(library)] == [None, None]
    assert plans.reread_plans(library) == ()
    assert {entry.reader for entry in library.entries()} == {plans.READER}
    assert library.entry(keys[0]).region == "乙市"
    library.close()


@pytest.mark.parametrize("where", [0, 5000])
def test_a_damaged_library_is_set_aside_and_made_again_from_the_originals(tmp_path: Path, where: int):
    path = tmp_path / "library.db"
    library = SqliteLibrary(path)
    done = plans.import_plans(library, files(tmp_path / "plans"))
    key = done[0].entry.key
    library.tag(key, ["重点"])
    library.close()
    content = bytearray(path.read_bytes())
    if where:  # the head is whole, tables behind it are not
        content[4096:] = bytes(len(content) - 4096)
    else:
        content[:100] = b"x" * 100
    path.write_bytes(content)
    with pytest.raises(DamagedLibrary):
        SqliteLibrary(path).entries()
    mended = plans.rebuild(path) if where else plans.open_library(path)
    assert {entry.key for entry in mended.entries()} == {one.entry.key for one in done}
    assert "已损坏" in mended.mended
    assert "3 份资料" in mended.mended
    assert list(tmp_path.glob("library.db.damaged-*"))
    assert mended.damage() is None
    mended.close()


def test_what_a_damaged_file_still_tells_is_given_back(tmp_path: Path):
    path = tmp_path / "library.db"
    library = SqliteLibrary(path)
    (one,) = plans.import_plans(library, files(tmp_path / "plans", 1))
    library.tag(one.entry.key, ["重点"])
    library.set_note(one.entry.key, "备注")
    library.correct(one.entry.key, replace(library.document(one.entry.key), region="乙市"))
    before = library.entry(one.entry.key)
    library.close()
    mended = plans.rebuild(path)
    after = mended.entry(one.entry.key)
    assert (after.tags, after.note, after.region, after.added) == (before.tags, before.note, "乙市", before.added)
    mended.close()


def test_another_program_s_changes_are_seen(library: SqliteLibrary, tmp_path: Path):
    library.add(PLAN, "甲.docx", b"1")
    assert len(library.search("低空产业")) == 2
    other = SqliteLibrary(tmp_path / "library.db")
    key = other.add(replace(PLAN, title=("乙市方案",), region="乙市"), "乙.docx", b"2").key
    assert {hit.entry.region for hit in library.search("低空产业")} == {"甲市", "乙市"}
    library.remove(key)
    assert {hit.entry.region for hit in other.search("低空产业")} == {"甲市"}
    other.close()


def test_deleting_leaves_no_pair_behind(library: SqliteLibrary):
    for number in range(20):
        library.add(replace(PLAN, title=(f"第{number}号",)), f"{number}.docx", b"")
    library.clear()
    assert library.damage() is None
    assert library._base.execute("SELECT count(*) FROM section").fetchone() == (0,)
    library._base.execute("INSERT INTO fragment (fragment) VALUES ('optimize')")
    (size,) = library._base.execute(
        "SELECT coalesce(sum(length(block)), 0) FROM fragment_data WHERE id > 10"
    ).fetchone()
    assert size < 200, "the index is empty but for its head"
