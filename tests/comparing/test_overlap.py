"""What plans have to the letter from each other: the runs, their places, the share of each section."""

import pytest

from drafter.comparing.overlap import overlaps
from drafter.reading.files import read_file
from drafter.reading.structure import read_text

LONG = "建立政府引导企业主体社会参与的多元投入机制并按年度公开资金使用情况"
ONE = f"甲市方案\n一、总体要求\n这里是自己写的一段话，与别处没有关系。\n二、资金\n（一）投入。{LONG}。另有自己的话。\n"
OTHER = f"乙市方案\n一、保障\n（一）钱。先说别的。{LONG[:20]}，{LONG[20:]}。\n"


def test_runs_are_found_both_ways_with_their_places_whatever_the_marks():
    there, back = overlaps([read_text(ONE), read_text(OTHER)])
    assert [run.text for run in there.runs] == [LONG] == [run.text for run in back.runs]
    assert (there.runs[0].section, there.runs[0].other_section) == ("二/（一）", "一/（一）")


def test_each_section_knows_how_much_of_it_stands_elsewhere():
    there, _ = overlaps([read_text(ONE), read_text(OTHER)])
    share = {one.section: one for one in there.shares}
    assert share["一"].copied == 0
    assert share[""].copied == share["二"].copied == share["二/（一）"].copied == len(LONG)
    assert 0 < share[""].part < share["二"].part < 1


def test_a_plan_is_wholly_in_itself_and_an_empty_one_in_nothing():
    same, _, = overlaps([read_text(ONE), read_text(ONE)])  # fmt: skip
    lines = [share for share in same.shares if share.section == "二/（一）"]
    assert lines[0].part > 0.9
    for one in overlaps([read_text(""), read_text(ONE)]):
        assert one.whole.part == 0.0


def test_the_published_plans_share_what_they_share(shared):
    plans = [read_file(next((shared / "seeds").glob(f"{name}_*.txt"))) for name in ("001", "003")]
    overlap = next(overlaps(plans))
    assert len(overlap.runs[0].text) == 48
    assert overlap.whole.part == pytest.approx(0.045, abs=0.001)
