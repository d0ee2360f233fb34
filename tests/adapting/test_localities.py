"""Locality files: read, and every mistake named with its key."""

from pathlib import Path

import pytest

from drafter.adapting.localities import load_locality
from drafter.errors import BadRecipe
from drafter.model.locality import Level
from drafter.resources import templates

GOOD = 'format = 1\nname = "甲市"\nshort = "甲"\nlevel = "city"\nprovince = "乙省"\n'


@pytest.mark.parametrize("path", sorted((templates() / "localities").glob("*.toml")), ids=lambda path: path.stem)
def test_the_localities_that_come_with_the_program_load(path: Path):
    locality = load_locality(path)
    assert locality.level is Level.CITY
    assert locality.districts
    assert locality.district_governments.startswith("各")


def test_a_locality_needs_little(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_text(GOOD + '[agencies]\n"教育" = "教体局"\n', "utf-8")
    assert load_locality(path).agencies == (("教育", "教体局"),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("format = 1\nshort = '甲'", "name.*必须填写"),
        (GOOD + "colour = 'red'", "colour.*不认识"),
        (GOOD.replace("format = 1", "format = 9"), "format"),
        (GOOD.replace('"city"', '"town"'), "level"),
        (GOOD.replace('"甲市"', "7"), "name.*应为一段文字"),
        (GOOD + "districts = '甲区'", "districts.*列表"),
        (GOOD + "[agencies]\n'教育' = 3", "agencies.教育"),
        (GOOD + "agencies = 3", "agencies.*一张表"),
        ("format = ", "不是正确的 TOML"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(tmp_path: Path, text: str, says: str):
    path = tmp_path / "甲市.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadRecipe, match=says) as error:
        load_locality(path)
    assert "甲市.toml" in error.value.message
