"""Targets of whole plans: how many of what the goals sections promise are found, and nothing else."""

import json
from pathlib import Path

from drafter.adapting.facts import facts
from drafter.model.fact import Fact, FactKind, Target
from drafter.model.walk import sections, text_of
from drafter.reading.files import read_file

from .measures import f1
from .outline import knowledge

Said = tuple[str, float, str, str, int | None]


def test_nearly_every_target_of_the_published_goals_sections_is_found_and_nothing_else(shared: Path):
    found: list[Said] = []
    right: list[Said] = []
    for truth_file in sorted((shared / "seeds" / "truth").glob("*.json")):
        wanted = [
            said(truth_file.stem, Target(**one)) for one in json.loads(truth_file.read_text("utf-8"))["goal_targets"]
        ]
        if not wanted:
            continue
        document = read_file(shared / "seeds" / f"{truth_file.stem}.txt")
        goals = [path for path, section in sections(document) if "目标" in text_of(section.title)]
        in_goals = [one for one in facts(document, knowledge()) if is_goal(one, goals)]
        right += wanted
        found += {said(truth_file.stem, one.target) for one in in_goals if one.target}
    assert f1(found, right) >= 0.95, set(found) ^ set(right)


def is_goal(fact: Fact, goals: list[str]) -> bool:
    return fact.kind is FactKind.TARGET and fact.place.section.startswith(tuple(goals))


def said(stem: str, target: Target) -> Said:
    return stem, target.value, target.unit, str(target.comparison), target.year


REST = {
    "hc10_sh_agri_machinery.md": (
        "98% 60% 8个 50% 5个 60% 10万亩 10个 85% 85% 98% 2个 3万亩 60% 8个 80% 85% 3个 2个 20万亩 70万亩 10个 85%"
    ),
    "gv_07_waste_free_city.html": "10个 95% 75% 85% 80%",
    "hc07_sh_bci.md": "5款 5家 10家 1000例",
    "gv_03_vocational_edu.html": "50所 150个 300个 100个 300个",
    "hc20_miit_future_industry.md": "100项 100项 100家 100项 100项 100家",
}
"""What each plan promises outside a goals section too, read by hand: value and unit."""


def test_most_targets_elsewhere_in_published_plans_are_found(shared: Path):
    found: list[tuple[str, str]] = []
    for name in REST:
        document = read_file(shared / "plans" / name)
        found += [
            (name, f"{one.target.value:.10g}{one.target.unit}") for one in facts(document, knowledge()) if one.target
        ]
    right = [(name, value) for name, values in REST.items() for value in values.split()]
    assert f1(found, right) >= 0.90, set(found) ^ set(right)
