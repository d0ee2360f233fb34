"""Sections on one topic are found, whatever they are called and wherever they stand, and every match says why."""

import pytest

from drafter.comparing.align import Match, align
from drafter.comparing.topics import Topic, topics
from drafter.model.document import Document
from drafter.reading.structure import read_text
from tests.comparing.truth import ROUNDS, agreement, f1, pairs


def matched(*documents: Document) -> tuple[tuple[Topic, ...], tuple[Match, ...]]:
    found = tuple(topic for plan, document in enumerate(documents) for topic in topics(document, plan))
    return found, align(found)


def paths(*documents: Document) -> set[tuple[str, str]]:
    found, matches = matched(*documents)
    return {(found[one.one].path, found[one.other].path) for one in matches}


@pytest.mark.parametrize("round_", ROUNDS)
def test_the_truth_is_met(round_: str):
    total = (0, 0, 0)
    for pair in pairs(round_):
        agreed = agreement(paths(*pair.documents), pair.same, pair.maybe)
        total = tuple(one + other for one, other in zip(total, agreed, strict=True))
    assert f1(*total) >= 0.85, total


def test_every_match_says_why_and_how_sure_it_is():
    pair = next(one for one in pairs("known") if one.name == "hydrogen")
    found, matches = matched(*pair.documents)
    assert all(match.shared and 0 < match.confidence <= 1 for match in matches)
    stations = next(one for one in matches if found[one.one].heading == "建设加氢网络")
    assert any("加氢" in word for word in stations.shared)


def test_the_order_of_the_plans_does_not_matter():
    pair = next(one for one in pairs("known") if one.name == "elderly")
    one, other = pair.documents
    assert paths(one, other) == {(a, b) for b, a in paths(other, one)}


def test_a_plan_and_itself_have_every_section_in_common():
    document = next(one for one in pairs("known") if one.name == "tourism").documents[0]
    found, matches = matched(document, document)
    same = {(found[m.one].path, found[m.other].path) for m in matches}
    assert {(topic.path, topic.path) for topic in topics(document)} <= same
    assert all(match.confidence == 1 for match in matches if found[match.one].path == found[match.other].path)


def test_plans_on_different_things_share_only_what_every_plan_has():
    by_name = {pair.name: pair for pair in pairs("known")}
    shared = paths(by_name["hydrogen"].documents[0], by_name["elderly"].documents[1])
    assert len(shared) <= 7, shared


def test_plans_without_headings_align_nothing():
    assert paths(read_text("只有一段话，没有任何标题。"), read_text("一、目标\n到2027年建成。")) == set()


def test_what_is_shared_is_told_in_whole_words():
    text = "某市方案\n一、老旧小区\n（一）管网。{}排水实行雨污分流。\n（二）思想。以社会主义核心价值观为引领，做强显示器件。\n"
    _, matches = matched(read_text(text.format("改造管道。")), read_text(text.format("更换管道。")))
    told = {word for match in matches for word in match.shared}
    assert {"老旧小区", "管网"} <= told
    assert not told & {"会主义", "污分流", "示器件", "旧小区"}, told
