"""The verbs that keep a text up to date and our own."""

import json
from pathlib import Path

import pytest

from drafter import workflow
from drafter.cli import main
from drafter.model.walk import text_of

PLAN = """丁海市低空产业行动计划（2022—2025年）
一、背景
2021年，全市产值12亿元。
二、目标
到2025年，企业达到50家以上。
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "计划.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_every_date_is_listed_first_and_nothing_is_written(plan: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["roll", str(plan), "--to", "2026-2028", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["words"], one["value"]) for one in found["changes"]] == [
        ("2022", "2026"),
        ("2025", "2028"),
        ("2025", "2028"),
    ]
    assert [(one["words"], one["section"]) for one in found["left"]] == [("2021", "一")]
    assert all(one["reason"] and one["sentence"] for one in (*found["changes"], *found["left"]))
    assert found["from"] == [2022, 2025]
    assert sorted(plan.parent.iterdir()) == [plan]


def test_the_rolled_draft_is_written_where_asked_and_never_over_a_file(plan: Path, capsys: pytest.CaptureFixture[str]):
    out = plan.parent / "新.draft.json"
    command = ["roll", str(plan), "--to", "2026-2028", "-o", str(out)]
    assert main(command) == 0
    assert "改 3 处，不改 1 处" in capsys.readouterr().out
    draft = workflow.open_draft(out)
    assert text_of(draft.document.title) == "丁海市低空产业行动计划（2026—2028年）"
    assert draft.document.period == (2026, 2028)
    assert main(command) == 1
    assert "另取" in capsys.readouterr().err


@pytest.mark.parametrize("years", ["2028-2026", "明年", "26-28"])
def test_a_period_that_is_none_is_told(plan: Path, years: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as caught:
        main(["roll", str(plan), "--to", years])
    assert caught.value.code == 2
    assert "2026-2028" in capsys.readouterr().err


def test_a_plan_without_a_period_asks_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "计划.txt"
    path.write_text("丁海市低空产业行动计划\n一、目标\n企业达到50家。\n", "utf-8")
    assert main(["roll", str(path), "--to", "2026-2028"]) == 1
    assert "--from" in capsys.readouterr().err
