"""Names that only one place's plans in the library have: learned plan by plan, kept, used in check and localise."""

import json
from pathlib import Path

import pytest

from drafter import workflow
from drafter.adapting import rarity
from drafter.cli import main
from drafter.library.interface import Library
from drafter.model.document import Document, Paragraph, Section
from drafter.workflow import library_names
from drafter.workflow.library_names import learn_names, with_library

PLANS = {
    "绍兴市": "打响“海潮计划”品牌，推进海潮计划。",
    "武汉市": "实施“江潮工程”，围绕江潮工程布局。",
    "济南市": "培育龙头企业，做强产业。",
}


def plan(region: str, text: str) -> Document:
    return Document(
        title=(f"{region}行动计划",),
        sections=(Section(("任务",), 1, blocks=(Paragraph((text,)),)),),
        region=region,
        period=(2026, 2028),
    )


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr("drafter.resources.reference_docs", lambda: tmp_path / "none")
    library = workflow.open_library(tmp_path / "library.db")
    for region, text in PLANS.items():
        library.add(plan(region, text), f"{region}.txt", text.encode())
    return library


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read for their names."""
    texts: list[str] = []

    def told(region: str, text: str, common: frozenset[str]) -> rarity.PlanText:
        texts.append(region)
        return rarity.plan_text(region, text, common)

    monkeypatch.setattr(library_names, "plan_text", told)
    library_names._of.cache_clear()  # pyright: ignore[reportPrivateUsage]
    return texts


def own(library: Library) -> list[str]:
    text = "推进海潮计划，江潮工程。"
    return [text[start:end] for start, end, _ in with_library(library).names.find(text)]


def test_a_new_plan_costs_its_own_reading_only_and_what_was_read_is_kept(library: Library, read: list[str]):
    assert own(library) == []
    assert learn_names(library)
    assert own(library) == ["海潮计划", "江潮工程"]
    library.add(plan("合肥市", "参与海潮计划。"), "合肥市.txt", b"1")
    assert own(library) == []
    assert learn_names(library)
    assert own(library) == ["江潮工程"]
    assert len(read) == 4
    library_names._of.cache_clear()  # pyright: ignore[reportPrivateUsage]
    assert learn_names(library)
    assert own(library) == ["江潮工程"]
    assert len(read) == 4


def test_reading_stops_when_its_time_is_over_and_goes_on(library: Library, read: list[str]):
    assert not learn_names(library, -1.0)
    assert read == []
    assert own(library) == []
    assert learn_names(library, 60)


def test_a_damaged_file_beside_the_library_is_made_anew(library: Library, read: list[str]):
    learn_names(library)
    library.path.with_suffix(".names").write_bytes(b"{")
    library_names._of.cache_clear()  # pyright: ignore[reportPrivateUsage]
    assert learn_names(library)
    assert len(read) == 6


def test_the_command_line_knows_them(library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "稿.txt"
    path.write_text("威海市产业行动计划（2026—2028年）\n一、任务\n本市推进海潮计划。\n", "utf-8")
    where = ["--library", str(library.path), "--json"]
    assert main(["check", str(path), *where]) == 0
    (done,) = json.loads(capsys.readouterr().out)
    (found,) = [one for one in done["findings"] if one["text"] == "海潮计划"]
    assert "只见于绍兴市的规划" in found["message"]
    assert main(["check", str(path), "--library", str(tmp_path / "none.db")]) == 1
    assert "没有资料库" in capsys.readouterr().err
