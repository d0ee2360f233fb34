"""`drafter check`: plans and drafts, for their own place or another, as lines and as JSON."""

import json
from pathlib import Path

import pytest

from drafter import resources, workflow
from drafter.cli import main
from drafter.model.fixing import ignore

PLAN = resources.reference_docs() / "wuhan-implementation-plan.docx"


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["check", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_plan_is_checked_for_its_own_place_and_for_another(capsys: pytest.CaptureFixture[str]):
    (own,) = answer(capsys, str(PLAN))
    (other,) = answer(capsys, str(PLAN), "--to", "威海市", "--from", "武汉市")
    rules = {finding["rule"] for finding in own["findings"]}  # type: ignore[union-attr]
    assert "foreign-place" not in rules
    found = {(finding["rule"], finding["text"]) for finding in other["findings"]}  # type: ignore[union-attr]
    assert {("foreign-organisation", "黄鹤楼"), ("foreign-agency", "市经信局")} <= found
    assert any(rule == "foreign-number" for rule, _ in found)


def test_a_draft_is_checked_as_it_prints(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    draft = workflow.localise_plan(workflow.read(PLAN), workflow.locality("威海"))
    saved = tmp_path / "a.draft.json"
    workflow.save_draft(draft, saved)
    (done,) = answer(capsys, str(saved))
    assert done["file"] == str(saved)
    assert not {one["text"] for one in done["findings"]} & {"黄鹤楼", "市经信局"}  # type: ignore[union-attr]


def test_lines_for_people_name_the_file_and_each_finding(capsys: pytest.CaptureFixture[str]):
    assert main(["check", str(PLAN), "--to", "济南"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(str(PLAN))
    assert all(line.startswith(("必错", "疑似", "提示")) for line in lines[1:])
    assert len(lines) > 5


def test_what_the_draft_ignores_is_left_out_and_counted(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    draft = workflow.localise_plan(workflow.read(PLAN), workflow.locality("威海"))
    first, *others = workflow.check(draft)
    path = tmp_path / "a.draft.json"
    workflow.save_draft(ignore(draft, first, "本地确有"), path)
    (done,) = answer(capsys, str(path))
    assert done["ignored"] == 1 + sum((one.rule, one.text) == (first.rule, first.text) for one in others)
    assert len(done["findings"]) + done["ignored"] == 1 + len(others)  # type: ignore[arg-type, operator]
    assert main(["check", str(path)]) == 0
    assert f"另有 {done['ignored']} 处已在草稿中忽略" in capsys.readouterr().out
