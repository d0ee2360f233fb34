from hypothesis import given
from hypothesis import strategies as st

from drafter.model.differences import Line, Turn, differences, lines
from drafter.model.document import Box, Document, Paragraph, Section, Table
from tests.model.trees import drafts

FIRST = Line("一", "到年底建成三个示范园区，服务企业二百家。")
SECOND = Line("二", "每季度召开一次调度会，通报各区进展情况。")
THIRD = Line("三", "设立专门资金，对首次达标的单位给予补助。")


def test_what_is_equal_has_no_differences():
    assert differences([FIRST, SECOND], [FIRST, SECOND]) == ()


def test_a_rewritten_line_stands_beside_what_it_was():
    rewritten = Line("二", "每月召开一次调度会，通报各区进展情况。")
    (found,) = differences([FIRST, SECOND, THIRD], [FIRST, rewritten, THIRD])
    assert (found.turn, found.old, found.new) == (Turn.REWRITTEN, SECOND, rewritten)


def test_a_line_that_stands_elsewhere_was_moved():
    (found,) = differences([FIRST, SECOND, THIRD], [SECOND, THIRD, Line("四", FIRST.text)])
    assert (found.turn, found.old, found.new) == (Turn.MOVED, FIRST, Line("四", FIRST.text))


def test_another_number_before_a_heading_is_no_difference():
    assert differences([SECOND, THIRD], [Line("五", SECOND.text), Line("六", THIRD.text)]) == ()


def test_titles_boxes_and_tables_are_lines_too():
    table = Table(("项目", "牵头"), ((Paragraph(("园区",)), Paragraph(("甲局",))),), "分工表")
    box = Box("重点项目", (Paragraph(("建园区。",), "——"),))
    annex = Document(title=("清单",))
    document = Document(title=("方案",), sections=(Section(("任务",), 1, blocks=(box, table)),), attachments=(annex,))
    said = ["方案", "任务", "重点项目", "——建园区。", "分工表", "项目 | 牵头", "园区 | 甲局", "清单"]
    assert [line.text for line in lines(document)] == said


texts = st.sampled_from([FIRST, SECOND, THIRD, Line("", "短"), Line("", "由市发展改革部门牵头推进实施")])


@given(st.lists(texts, max_size=8), st.lists(texts, max_size=8))
def test_the_differences_account_for_every_line(old: list[Line], new: list[Line]):
    found = differences(old, new)
    gone = sum(one.old is not None for one in found)
    come = sum(one.new is not None for one in found)
    assert len(old) - gone == len(new) - come


@given(drafts)
def test_a_draft_does_not_differ_from_itself(draft):
    said = list(lines(draft.document))
    assert differences(said, said) == ()
