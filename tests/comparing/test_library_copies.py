"""What of a draft stands in the library is found by section and plan; the index is kept and follows the library."""

from pathlib import Path

from drafter.library.store import SqliteLibrary as Library
from drafter.reading.structure import read_text
from drafter.workflow.copying import library_copies

LONG = "建立政府引导企业主体社会参与的多元投入机制并按年度公开资金使用情况"
DRAFT = read_text(f"某市方案\n一、要求\n自己写的。\n二、资金\n（一）投入。{LONG}，另有自己的话。\n")


def test_copies_are_found_by_section_and_plan_and_follow_the_library(tmp_path: Path):
    library = Library(tmp_path / "library.db")
    library.add(read_text("甲市方案\n一、别的\n与此无关的话，说的是河道和水库。"), "甲.txt", b"1")
    assert library_copies(library).copied(DRAFT) == ()
    entry = library.add(read_text(f"乙市方案\n一、保障\n（一）钱。先说别的。{LONG}。"), "乙.txt", b"2")
    (found,) = library_copies(library).copied(DRAFT)
    assert (found.section, found.key, found.longest) == ("二/（一）", entry.key, LONG)
    assert found.copied == len(LONG) < found.characters
    library.remove(entry.key)
    assert library_copies(library).copied(DRAFT) == ()
    library.close()


def test_a_damaged_index_is_made_anew(tmp_path: Path):
    library = Library(tmp_path / "library.db")
    library.add(read_text(f"乙市方案\n一、保障\n{LONG}。"), "乙.txt", b"2")
    assert library_copies(library).copied(DRAFT)
    (tmp_path / "library.copies").write_bytes(b"drafter copies 1\n{}\n")
    assert library_copies(library).copied(DRAFT)
    library.close()
