"""`drafter library`: all of it from the command line."""

import json
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.library.store import SqliteLibrary

PLAN = "{0}低空产业行动计划（2024—2026年）\n\n一、总体要求\n发展低空物流，培育企业一百家，建设起降点三十个。\n二、保障措施\n市工信局牵头，落实低空物流资金。\n"


@pytest.fixture
def library(tmp_path: Path) -> str:
    path = tmp_path / "library.db"
    SqliteLibrary(path).close()
    return str(path)


@pytest.fixture
def run(library: str, capsys: pytest.CaptureFixture[str]):
    def run(*words: str, code: int = 0) -> object:
        assert main(["library", *words, "--json", "--library", library]) == code
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def keys(run, tmp_path: Path) -> list[str]:
    folder = tmp_path / "plans"
    folder.mkdir()
    for place in ("甲市", "乙市"):
        (folder / f"{place}.txt").write_text(PLAN.format(place), "utf-8")
    return [one["key"] for one in run("add", str(folder))]


def test_what_is_added_is_listed_found_shown_and_removed(run, keys: list[str], tmp_path: Path):
    assert {one["key"] for one in run("list")} == {one["key"] for one in run("list", "year:2024")} == set(keys)
    assert run("list", "year:2023") == []
    hits = run("search", "heading:保障", "--most", "1")
    assert [(hit["section"], hit["snippet"][slice(*hit["marks"][0])] if hit["marks"] else "") for hit in hits] == [
        ("二", "")
    ]
    assert run("show", keys[0])["document"]["sections"][0]["title"] == "总体要求"
    assert [one["known"] for one in run("add", str(tmp_path / "plans"))] == [True, True]
    assert run("remove", keys[0]) == {"removed": keys[0]}
    assert len(run("list")) == 1


def test_tags_and_notes_are_kept_and_searched_by(run, keys: list[str]):
    assert run("tag", keys[0], "重点", "低空")["tags"] == ["低空", "重点"]
    assert run("note", keys[1], "先看")["note"] == "先看"
    assert [one["key"] for one in run("list", "tag:重点")] == [keys[0]]
    assert [one["key"] for one in run("list", "note:先看")] == [keys[1]]


def test_similar_sections_are_told_with_what_they_share(run, keys: list[str], tmp_path: Path):
    draft = tmp_path / "稿.txt"
    draft.write_text("丙市低空产业方案\n\n一、目标\n建设起降点二十个，培育企业五十家。\n", "utf-8")
    (found,) = run("similar", str(draft), "目标")
    assert found["section"] == "一"
    assert any("建设起降点" in term for term in found["shared"])
    assert len(found["same"]) == 1, "the other plan says the same and is not told twice"
    assert run("similar", keys[0], "一", "--most", "5")[0]["key"] == keys[1]


def test_an_interrupted_import_goes_on_without_paths(run, keys: list[str], library: str, tmp_path: Path):
    more = tmp_path / "丙市.txt"
    more.write_text(PLAN.format("丙市"), "utf-8")
    opened = SqliteLibrary(Path(library))
    opened.begin_import([more])
    opened.close()
    assert [one["title"] for one in run("add")] == ["丙市低空产业行动计划（2024—2026年）"]
    assert run("add") == []


def test_originals_come_out_again_and_all_is_read_anew(run, keys: list[str], tmp_path: Path):
    written = run("export", "-o", str(tmp_path / "out"))
    assert sorted(Path(path).name for path in written) == ["乙市.txt", "甲市.txt"]
    assert Path(written[0]).read_text("utf-8").startswith(Path(written[0]).stem)
    assert [one["key"] for one in run("reread", *keys)] == keys
    assert run("rebuild") == {"damage": None, "mended": ""}
    assert "2 份资料" in run("rebuild", "--always")["mended"]
    assert len(run("list")) == 2


def test_a_word_that_sounds_like_another_is_asked_back(
    keys: list[str], library: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["library", "search", "dikongwuliu", "--library", library]) == 0
    assert "是否要找：低空物流" in capsys.readouterr().err
