"""The proofs of tests/trust in small: the same programs, fewer trials. Their commands run them at full length."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.trust import faults

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks programs, which this system cannot")

compiles = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("cc"), reason="needs Linux and a C compiler"
)


def run(*arguments: str, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\b0 (faults|differences)", done.stdout)


def test_nothing_promised_is_lost_when_programs_are_killed():
    run("tests.trust.kills", "--count", "12", "--seed", "3")


def test_damaged_files_end_in_a_value_or_a_sentence():
    run("tests.trust.fuzz", "--count", "300", "--seed", "3")


@compiles
def test_a_failing_disk_damages_nothing(tmp_path: Path):
    run("tests.trust.faults", "9", LD_PRELOAD=str(faults.compiled(tmp_path)))


def test_a_day_of_edits_is_what_plain_lists_say():
    run("tests.trust.day", "--steps", "400", "--seed", "3", QT_QPA_PLATFORM="offscreen")


@compiles
def test_the_window_s_whole_job_speaks_to_no_network(tmp_path: Path):
    run("tests.trust.offline", LD_PRELOAD=str(faults.compiled(tmp_path)), QT_QPA_PLATFORM="offscreen")
