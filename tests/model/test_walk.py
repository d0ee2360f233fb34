import pytest

from drafter.errors import NotFound
from drafter.model.document import Document, Section
from drafter.model.numbering import Form, Number
from drafter.model.walk import find_section, length, passages, section_length, sections, text_of
from tests.model.test_edits import plan

DRAFT = plan("总则", ".目标", "任务", ".培育", "..目标", ".应用", "..场景", running=(3,))


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("二/（一）/1.", "二/（一）/1."),
        ("二/(一)/1．", "二/（一）/1."),
        ("二", "二"),
        ("二、", "二"),
        ("场景", "二/（二）/2."),
        ("（二）应用", "二/（二）"),
        ("2.", "二/（二）/2."),
    ],
)
def test_a_section_is_found_by_path_by_its_end_or_by_title(wanted: str, path: str):
    assert find_section(DRAFT.document, wanted)[0] == path


def test_what_is_meant_twice_is_told_with_the_alternatives():
    with pytest.raises(NotFound, match=r"不止指一节：一/（一） 目标；二/（一）/1. 目标"):
        find_section(DRAFT.document, "目标")


def test_what_is_not_there_is_told_with_what_is():
    with pytest.raises(NotFound) as told:
        find_section(DRAFT.document, "保障")
    assert "保障" in told.value.message
    assert "二/（二） 应用" in told.value.hint


def test_passages_come_in_reading_order_with_their_places():
    found = [(p.section, p.block, text_of(p.spans)) for p in passages(DRAFT.document)]
    assert found[:4] == [
        ("一", (), "总则"),
        ("一", (0,), "总则正文"),
        ("一/（一）", (), "目标"),
        ("一/（一）", (0,), "目标正文"),
    ]


def test_length_counts_numbers_and_all_that_is_no_white_space():
    assert length(DRAFT.document) == sum(section_length(one) for one in DRAFT.document.sections)
    assert section_length(DRAFT.document.sections[0]) == len("一、总则总则正文（一）目标目标正文")
    assert [path for path, _ in sections(DRAFT.document)][-1] == "二/（二）/2."


def test_neighbours_of_one_name_have_paths_of_their_own():
    twice = Section(("甲",), 1, Number(Form.ORDINAL, 1)), Section(("乙",), 1, Number(Form.ORDINAL, 1))
    document = Document(sections=twice)
    assert [path for path, _ in sections(document)] == ["一是", "一是#2"]
    assert find_section(document, "一是#2")[1] is twice[1]
