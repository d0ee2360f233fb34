"""Years roll forward as one act, and everything that changes is listed before."""

from dataclasses import replace

import pytest

from drafter.adapting.rolling import year_changes
from drafter.model.document import SlotId, Source
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, keep
from drafter.model.walk import passages, text_of
from drafter.workflow import roll_years

from .outline import outline

OLD, NEW = (2022, 2025), (2026, 2028)


def changes(text: str) -> list[tuple[str, str]]:
    draft = Draft(outline(f"一、目标 / {text}", period=OLD))
    return [(one.words, one.value) for one in year_changes(draft, NEW) if one.moves]


def stays(text: str) -> dict[str, str]:
    draft = Draft(outline(text, period=OLD))
    return {one.words: one.why for one in year_changes(draft, NEW) if not one.moves}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年，企业达到50家；2023年完成一半。", [("2025", "2028"), ("2023", "2027")]),
        ("规划期为2022—2025年。", [("2022", "2026"), ("2025", "2028")]),
        ("到2025年，产值比2021年增长20%。", [("2025", "2028"), ("2021", "2025")]),
        ("以2021年为基期，2022年6月底前启动。", [("2021", "2025"), ("2022", "2026")]),
        ("“十四五”末达到50家。", [("“十四五”", "“十五五”")]),
        ("落实《行动计划（2022—2025年）》（甲政发〔2023〕5号），2019年已建成，到2035年。", []),
    ],
)
def test_every_date_that_depends_on_the_period_is_listed(text: str, expected: list[tuple[str, str]]):
    assert changes(text) == expected


def test_rolling_does_what_was_listed_and_nothing_else():
    text = "到2025年，企业达到50家，2023年完成一半，比2021年增长20%；2019年已建成。"
    draft = Draft(outline(f"一、目标 / {text}", period=OLD, title=("甲市行动计划（2022—2025年）",)))
    rolled = roll_years(draft, NEW)
    assert rolled.document.period == NEW
    assert text_of(rolled.document.title) == "甲市行动计划（2026—2028年）"
    last = [text_of(one.spans) for one in passages(rolled.document)][-1]
    assert last == "到2028年，企业达到50家，2027年完成一半，比2025年增长20%；2019年已建成。"
    for change in year_changes(draft, NEW):
        assert change.place is not None
        assert change.why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("一、目标 / 落实《行动计划（2023—2027年）》，到2025年见效。", "2027", "引用文件"),
        ("一、目标 / 落实甲政发〔2023〕5号文件。", "2023", "文号"),
        ("一、目标 / 2019年产值12亿元，到2025年翻番。", "2019", "历史"),
        ("一、目标 / 到2035年全面建成。", "2035", "远期"),
        ("一、目标 / 到2027年全面建成。", "2027", "请核对"),
        ("一、背景 / 2023年，全市已建成基站12座。", "2023", "已经完成"),
        ("一、工作成效 / 2024年，产值60亿元。", "2024", "已经完成"),
        ("一、背景 / “十四五”以来，产业稳步增长。", "“十四五”", "回顾"),
        ("一、背景 / 对接“十四五”规划。", "“十四五”", "“十五五”"),
        ("一、背景 / “十三五”期间打下基础。", "“十三五”", "不是规划期"),
    ],
)
def test_what_stays_is_listed_with_its_reason(text: str, words: str, why: str):
    assert why in stays(text)[words]


def test_what_is_ahead_moves_also_where_something_done_is_told_beside_it():
    assert changes("一批项目已落地，力争到2025年全部建成。") == [("2025", "2028")]


def test_titles_of_annexes_move_too():
    annex = outline("一、任务 / 2024年开工。", title=("任务表（2022—2025年）",))
    draft = Draft(replace(outline("一、目标 / 正文", period=OLD), attachments=(annex,)))
    assert text_of(roll_years(draft, NEW).document.attachments[0].title) == "任务表（2026—2028年）"


def test_rolling_to_the_same_period_changes_nothing():
    draft = Draft(outline("一、目标 / 到2025年，2022—2025年，“十四五”期间。", period=OLD))
    assert year_changes(draft, OLD) == ()
    assert roll_years(draft, OLD).document.sections == draft.document.sections


def test_period_slots_count_from_the_plan_their_words_are_from_and_kept_ones_stay():
    source = Source("乙市行动计划（2021—2023年）", "乙市", "一", "到2023年")
    slot = Slot(SlotId(1), SlotKind.PERIOD, "年份", "2023年", source)
    draft = Draft(outline("一、目标 / 正文"), (slot,))
    (change,) = year_changes(draft, NEW)
    assert (change.slot, change.value) == (slot.id, "2028年")
    (rolled,) = roll_years(draft, NEW).slots
    assert (rolled.value, rolled.state) == ("2028年", SlotState.REPLACED)
    (kept,) = year_changes(keep(draft, slot.id, "历史年份"), NEW)
    assert not kept.moves
    assert "历史年份" in kept.why
    assert year_changes(replace(draft, slots=(rolled,)), NEW) == ()
