"""Numbers of headings: print and parse are each other's inverse; widths and spaces are forgiven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.numbering import Form, Number, Numbering, parse_decimal, parse_number

MOST = {
    Form.CIRCLED: 20,
    Form.DECIMAL: 99,
    Form.DOT: 999,
    Form.DIGIT_COMMA: 999,
    Form.DIGIT_BRACKET: 999,
    Form.HALF_BRACKET: 999,
}


@given(st.sampled_from(list(Form)), st.data())
def test_what_is_printed_is_parsed_again(form: Form, data: st.DataObject):
    above = tuple(data.draw(st.lists(st.integers(1, 99), min_size=1, max_size=3))) if form is Form.DECIMAL else ()
    number = Number(form, data.draw(st.integers(1, MOST.get(form, 999))), above)
    assert parse_number(f"{number}推进") == (number, len(str(number)))


@given(st.text(max_size=30))
def test_any_text_is_parsed_or_refused(text: str):
    found = parse_number(text)
    assert found is None or (found[0].ordinal > 0 and 0 < found[1] <= len(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(一) 指导思想", "（一）"),
        ("（ 二 ）主要目标", "（二）"),
        ("1．加强领导", "1."),
        ("１．加强领导", "1."),
        ("3、加强领导", "3、"),
        ("(12)加强领导", "（12）"),
        ("2）加强领导", "2）"),
        ("第 三 章 附则", "第三章"),
        ("第二十一条 罚则", "第二十一条"),
        ("⑩加强领导", "⑩"),
        ("二是加强领导", "二是"),
        ("2.2027年底前建成", "2."),
        ("4.5G网络建设", "4."),
        ("1.1 编制目的", "1.1"),
        ("3．1．2分级响应", "3.1.2"),
    ],
)
def test_widths_and_spaces_are_forgiven(text: str, number: str):
    found = parse_number(text)
    assert found is not None
    assert str(found[0]) == number


@pytest.mark.parametrize(
    "text",
    ["2025年目标", "1.5亿元", "2.5公里路段", "1总则", "一般性支出", "三产融合", "（以下简称中心）", "一是否可行", ""],
)
def test_what_is_no_number_is_refused(text: str):
    assert parse_number(text) is None


def test_levels_below_the_scheme_take_its_last_form():
    assert Numbering((Form.COMMA, Form.DOT)).form(5) is Form.DOT


@pytest.mark.parametrize(
    ("text", "number"), [("1 总则", Number(Form.DECIMAL, 1)), ("2.1 机构", Number(Form.DECIMAL, 1, (2,)))]
)
def test_decimal_numbers_carry_those_above(text: str, number: Number):
    assert parse_decimal(text) == (number, text.index(" ") + 1)
    assert str(number) == text.split(maxsplit=1)[0]


@pytest.mark.parametrize("text", ["1.0版", "2025年", "1.1", "总则"])
def test_what_is_no_decimal_number_is_refused(text: str):
    assert parse_decimal(text) is None
