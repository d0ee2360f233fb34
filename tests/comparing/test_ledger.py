"""The same indicator under different names is one row, says why, and is judged against the superior plan's figure."""

import pytest

from drafter.comparing.judgement import Entry, Verdict, judge
from drafter.comparing.ledger import entries, grouped
from drafter.model.fact import Comparison
from drafter.workflow import facts
from tests.comparing.truth import agreement, f1, pairs


@pytest.mark.parametrize(
    ("rounds", "least"), [(("known",), 0.85), (("first",), 0.85), (("second", "third"), 0.85), (("third",), 0.8)]
)
def test_indicators_that_are_one_are_brought_together(rounds: tuple[str, ...], least: float):
    total = (0, 0, 0)
    for pair in pairs(*rounds):
        if pair.indicators:
            plans = [entries(facts(document), number) for number, document in enumerate(pair.documents)]
            rows = grouped(plans)
            both = {(one[0].text, other[0].text) for (one, other), _ in rows if one and other}
            assert all(reason for (one, other), reason in rows if one and other)
            agreed = agreement(both, pair.indicators)
            total = tuple(one + other for one, other in zip(total, agreed, strict=True))
    assert f1(*total) >= least, total


def entry(plan: int, value: float, unit: str = "家", year: int = 2027, more: Comparison = Comparison.AT_LEAST) -> Entry:
    return Entry(plan, "骨干企业", value, unit, more, year, f"{value:g}{unit}", "一")


@pytest.mark.parametrize(
    ("above", "mine", "verdict", "words"),
    [
        (entry(0, 100), entry(1, 40), Verdict.OK, "为上级的 40%"),
        (entry(0, 100), entry(1, 100), Verdict.DOUBT, "与上级数值相同"),
        (entry(0, 100), entry(1, 120), Verdict.DOUBT, "大于上级"),
        (entry(0, 100, year=2025), entry(1, 40), Verdict.NOTE, "年份不同"),
        (entry(0, 100), None, Verdict.MISSING, "本稿未承接"),
        (None, entry(1, 40), Verdict.NOTE, "只有本稿有"),
        (entry(0, 65, "%"), entry(1, 60, "%"), Verdict.DOUBT, "低 5 个百分点"),
        (entry(0, 1, "亿元"), entry(1, 5000, "万元"), Verdict.OK, "50%"),
        (entry(0, 9, "万吨/年"), entry(1, 3, "万吨"), Verdict.NOTE, "单位不同"),
    ],
)
def test_a_figure_is_judged_against_the_superior_s(above, mine, verdict, words):
    _, found, sentence = judge([above, mine], ["省", "本稿"], 0, 1)
    assert found is verdict
    assert words in sentence


def test_figures_alike_among_peers_are_pointed_out():
    _, verdict, sentence = judge([entry(0, 30), entry(1, 30)], ["甲市", "本稿"], None, 1)
    assert verdict is Verdict.DOUBT
    assert "与甲市相同" in sentence
