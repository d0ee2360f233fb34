"""What the README says is there, and what is there the README says."""

import re

import pytest

from drafter.cli import main
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def verbs(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The verbs that `--help` lists."""
    with pytest.raises(SystemExit):
        main([*words, "--help"])
    return re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.MULTILINE)


def test_every_verb_is_in_the_readme(capsys: pytest.CaptureFixture[str]):
    found = verbs(capsys)
    assert "compose" in found
    assert [verb for verb in found if f"`drafter {verb}" not in README] == []
    table = next(line for line in README.splitlines() if line.startswith("| `drafter library"))
    assert [verb for verb in verbs(capsys, "library") if verb not in table] == []


def test_every_command_in_the_readme_is_a_verb(capsys: pytest.CaptureFixture[str]):
    named = set(re.findall(r"drafter ([a-z]+) ", README))
    assert named <= set(verbs(capsys))


def test_the_files_the_readme_names_are_there():
    for name in re.findall(r"\]\(([^)#:]+)\)|`((?:examples|templates|tests|docs)/[^` *…]*)`", README):
        assert (ROOT / (name[0] or name[1])).exists(), name
