import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import UnreadableFile
from drafter.keeping.versions import LATEST, NAME_LENGTH, Version, Versions, superfluous
from drafter.model.draft import Draft

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_every_version_opens_as_the_draft_it_was(tmp_path: Path):
    versions = Versions(tmp_path / "v")
    for number in range(1, 4):
        versions.keep(Draft(next_id=number), now=NOON + timedelta(minutes=number))
    assert [versions.open(one).next_id for one in versions.all()] == [3, 2, 1]


def test_what_did_not_change_is_no_new_version_unless_it_gets_a_name(tmp_path: Path):
    versions = Versions(tmp_path)
    versions.keep(Draft())
    versions.keep(Draft())
    assert len(versions.all()) == 1
    assert versions.keep(Draft(), "送审稿").name == "送审稿"
    assert len(versions.all()) == 2


@given(name=st.text(min_size=1, max_size=40))
def test_a_name_of_any_characters_is_kept(tmp_path_factory: pytest.TempPathFactory, name: str):
    versions = Versions(tmp_path_factory.mktemp("v"))
    name = name.encode("utf-8", "ignore").decode()
    versions.keep(Draft(), name)
    assert versions.all()[0].name == name.strip()[:NAME_LENGTH]


def test_a_clock_set_back_does_not_change_the_order(tmp_path: Path):
    versions = Versions(tmp_path)
    versions.keep(Draft(next_id=1), now=NOON)
    versions.keep(Draft(next_id=2), now=NOON - timedelta(days=900))
    assert versions.open(versions.all()[0]).next_id == 2


def test_a_name_can_be_given_later_and_taken_back(tmp_path: Path):
    versions = Versions(tmp_path)
    named = versions.rename(versions.keep(Draft()), "定稿")
    assert versions.all() == (named,)
    assert versions.rename(named, "").name == versions.all()[0].name == ""


def test_a_damaged_version_is_told_and_the_others_stay(tmp_path: Path):
    versions = Versions(tmp_path)
    versions.keep(Draft(next_id=1))
    versions.keep(Draft(next_id=2))
    versions.all()[0].path.write_bytes(gzip.compress(b"x" * 999)[:-9])
    with pytest.raises(UnreadableFile, match="另一个历史版本"):
        versions.open(versions.all()[0])
    assert versions.open(versions.all()[1]).next_id == 1
    assert versions.keep(Draft(next_id=3)).number == 3


def test_the_latest_and_the_named_are_never_thinned_out():
    every_minute = [
        Version(Path(str(n)), 5000 - n, NOON - timedelta(minutes=n), "送审稿" if n == 3000 else "") for n in range(5000)
    ]
    gone = set(superfluous(every_minute, NOON))
    left = [one for one in every_minute if one not in gone]
    assert left[:LATEST] == every_minute[:LATEST]
    assert every_minute[3000] in left
    assert len({one.time.date() for one in left}) == len({one.time.date() for one in every_minute})
    assert len(left) < 90


def test_thinning_out_twice_takes_nothing_more():
    hourly = [Version(Path(str(n)), 900 - n, NOON - timedelta(hours=n), "") for n in range(900)]
    gone = set(superfluous(hourly, NOON))
    assert superfluous([one for one in hourly if one not in gone], NOON) == ()
