import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.keeping.claims import FRESH, Claim
from drafter.keeping.running import Running


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "稿.draft.json"


def claim_file(draft: Path) -> Path:
    return next(draft.parent.glob("~$*"))


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Callable[[], Running]]:
    started: list[Running] = []

    def start() -> Running:
        started.append(Running(tmp_path / "running"))
        return started[-1]

    yield start
    for one in started:
        one.close()


def test_the_second_is_told_who_and_since_when(another: Callable[[], Running], draft: Path):
    first, second = another(), another()
    assert Claim(draft, first).holder is None
    holder = Claim(draft, second).holder
    assert holder is not None
    assert holder.machine in str(holder)
    assert holder.program == first.id


def test_a_released_claim_is_free(another: Callable[[], Running], draft: Path):
    first = Claim(draft, another())
    first.release()
    assert Claim(draft, another()).holder is None


def test_who_does_not_hold_it_does_not_release_it(another: Callable[[], Running], draft: Path):
    Claim(draft, another())
    Claim(draft, another()).release()
    assert Claim(draft, another()).holder is not None


def test_the_claim_of_a_program_that_ended_on_this_machine_does_not_hold(another: Callable[[], Running], draft: Path):
    ended = another()
    Claim(draft, ended)
    ended.close()
    assert Claim(draft, another()).holder is None


def test_the_claim_of_another_machine_holds_while_it_is_fresh(another: Callable[[], Running], draft: Path):
    Claim(draft, another())
    about = json.loads(claim_file(draft).read_text())
    claim_file(draft).write_text(json.dumps(about | {"machine": "另一台", "program": "elsewhere"}))
    assert Claim(draft, another()).holder is not None
    old = time.time() - FRESH - 5
    os.utime(claim_file(draft), (old, old))
    assert Claim(draft, another()).holder is None


def test_a_claim_can_be_taken_over_and_then_is_not_released_by_the_other(another: Callable[[], Running], draft: Path):
    first = Claim(draft, another())
    second = Claim(draft, another())
    second.take_over()
    first.release()
    assert Claim(draft, another()).holder is not None


def test_rubbish_is_no_claim(another: Callable[[], Running], draft: Path):
    (draft.parent / f"~${draft.name}.open").write_bytes(b"\xff rubbish")
    assert Claim(draft, another()).holder is None
