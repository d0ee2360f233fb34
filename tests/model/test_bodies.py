"""Other bodies in a responsibility clause: they come back as they were put in, and the clause keeps its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.bodies import bodies, with_bodies
from drafter.model.document import Clause, Party, Role, SlotId, SlotRef
from drafter.model.walk import text_of

LEAD, SUPPORT = Role.LEAD, Role.SUPPORT
PLAIN = Clause(("（责任单位：", Party("甲局"), "、", Party("乙局"), "，", Party("各区政府"), "）"))
LABELLED = Clause(("（牵头单位：", Party("甲局", LEAD), "；配合单位：", Party("乙局", SUPPORT), "）"))
SPOKEN = Clause(("（由", Party("甲局", LEAD), "牵头，", Party("乙局", SUPPORT), "、", Party("丙局", SUPPORT), "配合）"))


@pytest.mark.parametrize(
    ("clause", "lead", "support", "printed"),
    [
        (PLAIN, ["丙局"], ["乙局", "各区政府"], "（责任单位：丙局、乙局，各区政府）"),
        (PLAIN, ["甲局"], [], "（责任单位：甲局）"),
        (LABELLED, ["丙局"], ["乙局", "丁局"], "（牵头单位：丙局；配合单位：乙局、丁局）"),
        (LABELLED, ["丙局"], [], "（牵头单位：丙局）"),
        (SPOKEN, ["丁局"], ["乙局", "丙局"], "（由丁局牵头，乙局、丙局配合）"),
        (SPOKEN, ["丁局"], [], "（牵头单位：丁局）"),
        (Clause(("（牵头单位：", Party("甲局", LEAD), "）")), ["甲局"], ["乙局"], "（牵头单位：甲局；配合单位：乙局）"),
    ],
)
def test_the_clause_keeps_its_words_where_it_can(clause: Clause, lead: list[str], support: list[str], printed: str):
    assert text_of((with_bodies(clause, lead, support),)) == printed


@pytest.mark.parametrize("clause", [PLAIN, LABELLED, SPOKEN])
def test_the_same_bodies_leave_the_same_clause(clause: Clause):
    assert with_bodies(clause, *bodies(clause)) is clause


names = st.sampled_from(["甲局", "乙局", "丙局", "各区政府", SlotRef(SlotId(1))])
roles = st.sampled_from([None, LEAD, SUPPORT])
marks = st.sampled_from(["、", "，", "牵头，", "；配合单位："])
clauses = st.lists(st.tuples(st.builds(Party, names, roles), marks), min_size=1, max_size=5).map(
    lambda pairs: Clause(("（责任单位：", *[span for pair in pairs for span in pair][:-1], "）"))
)


@given(clauses, st.lists(names, min_size=1, max_size=3), st.lists(names, max_size=3))
def test_what_was_put_in_comes_back(clause: Clause, lead: list[str], support: list[str]):
    assert bodies(with_bodies(clause, lead, support)) == (tuple(lead), tuple(support))
