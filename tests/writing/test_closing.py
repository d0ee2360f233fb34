"""Signature, date and list of annexes stand where GB/T 9704-2012, 7.3.4 and 7.3.5.2, puts them."""

import re

import pytest

from drafter.model.document import Document
from drafter.writing.closing import annex_list, chinese_date, signature
from drafter.writing.inline import Ink
from drafter.writing.layout import CHARACTERS, EM


def indents(pieces: list[str]) -> list[float]:
    """Where each paragraph begins, in characters from the left."""
    return [round(int(found[1]) / EM, 2) for piece in pieces if (found := re.search(r'w:left="(\d+)"', piece))]


def test_a_long_issuer_ends_two_characters_from_the_right_and_the_date_begins_two_after_it():
    issuer = "蓝海市人民政府办公室"
    assert indents(signature(Document(issuer=issuer, date="2026-06-05"))) == [
        CHARACTERS - 2 - len(issuer),
        CHARACTERS - len(issuer),
    ]


def test_a_date_longer_than_the_issuer_ends_two_characters_from_the_right():
    office, date = indents(signature(Document(issuer="市府办", date="2026-12-25")))
    assert date + 7 == CHARACTERS - 2  # 2026年12月25日 is seven characters wide
    assert date - office == 2


def test_several_issuers_stand_one_under_the_other():
    start, *others = indents(signature(Document(issuer="市科技局、市发展和改革委员会", date="2026-06-05")))
    assert others == [start, start + 2]


def test_without_issuer_and_date_nothing_is_signed():
    assert signature(Document()) == []


@pytest.mark.parametrize(
    ("date", "printed"), [("2026-06-05", "2026年6月5日"), ("2026-11", "2026年11月"), ("二〇二六年", "二〇二六年")]
)
def test_the_date_has_the_full_year_and_no_leading_zeros(date: str, printed: str):
    assert chinese_date(date) == printed


def test_lines_of_the_annex_list_turn_over_under_the_name():
    annexes = (Document(title=("任务分工表",)), Document(title=("名词解释",)))
    pieces = annex_list(Document(attachments=annexes), Ink())
    assert indents(pieces) == [5.75, 5.75]  # 2 in, 附件： 3, the number 1. 0.75
    assert ["".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", piece)) for piece in pieces] == [
        "", "附件：1.任务分工表", "2.名词解释"
    ]  # fmt: skip
    alone = annex_list(Document(attachments=annexes[:1]), Ink())
    assert "附件：任务分工表" in re.sub("<.*?>", "", "".join(alone))
