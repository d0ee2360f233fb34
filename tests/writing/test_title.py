"""Titles break between words, in the shape of a trapezium or lozenge; the period has a line of its own."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.writing.title import title_breaks


def lines(title: str, width: int = 20) -> list[str]:
    return [title[start:end] for start, end in pairwise((0, *title_breaks(title, width), len(title)))]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("蓝海市促进元宇宙产业发展行动计划（2026—2028年）", ["蓝海市促进元宇宙产业发展行动计划", "（2026—2028年）"]),
        ("蓝海市加快元宇宙产业创新发展的指导意见", ["蓝海市加快元宇宙产业创新发展的指导意见"]),
        (
            "蓝海市关于加快推动新一代人工智能赋能新型工业化高质量发展的实施方案（2026—2028年）",
            ["蓝海市关于加快推动新一代人工智能", "赋能新型工业化高质量发展的实施方案", "（2026—2028年）"],
        ),
        ("关于市十八届人大五次会议第87号代表建议的答复", ["关于市十八届人大五次", "会议第87号代表建议的答复"]),
    ],
)
def test_titles_break_as_a_typist_would(title: str, expected: list[str]):
    assert lines(title) == expected


def test_a_line_begins_with_no_closing_mark_and_ends_with_no_opening_one():
    printed = lines("蓝海市人民政府办公室关于印发《蓝海市促进元宇宙产业创新发展行动计划》和《若干政策措施》的通知")
    assert len(printed) == 3
    assert not any(line[0] in "》的、" for line in printed)
    assert not any(line.endswith("《") for line in printed)


@settings(max_examples=60, deadline=None)
@given(st.text("蓝海市加快推动产业创新发展的《》（、a1 ", max_size=70), st.integers(5, 24))
def test_lines_are_never_wider_than_the_page_and_give_the_title_again(title: str, width: int):
    printed = lines(title, width)
    assert "".join(printed) == title
    period_alone = printed[-1].startswith("（")
    for line in printed[:-1] if period_alone else printed:
        assert sum(0.5 if one.isascii() else 1 for one in line) <= width


def test_a_title_of_500_characters_is_broken_at_once():
    assert max(map(len, lines("促进元宇宙产业创新发展" * 46))) <= 20
