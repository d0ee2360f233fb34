"""Bodies of a responsibility clause found at a place, moved, renamed and given another role."""

from drafter.model.document import Clause, Party, Role, Span
from drafter.model.parties import moved, parties_in, party_at, renamed, with_role
from drafter.model.walk import text_of

PLAIN = Clause(("（责任单位：", Party("甲局"), "、", Party("乙局"), "、", Party("丙局"), "）"))
ROLES = Clause(
    (
        "（牵头单位：",
        Party("甲局", Role.LEAD),
        "；配合单位：",
        Party("乙局", Role.SUPPORT),
        "、",
        Party("丙局", Role.SUPPORT),
        "）",
    )
)


def said(*spans: Span) -> str:
    return text_of(spans, lambda _: "")


def test_a_body_is_found_at_its_words_and_edges_only() -> None:
    spans = ("做强产业。", PLAIN, "其他。")
    text = said(*spans)
    for one in parties_in(spans, lambda _: ""):
        assert text[one.start : one.end] == one.party.name
    at = text.index("乙局")
    assert [party_at(spans, lambda _: "", at + step) is not None for step in (0, 1, 2)] == [True] * 3
    assert party_at(spans, lambda _: "", 0) is None
    assert party_at(spans, lambda _: "", len(text)) is None


def test_a_body_moves_among_those_of_its_role() -> None:
    assert said(moved(PLAIN, 2, -1)) == "（责任单位：甲局、丙局、乙局）"
    assert said(moved(PLAIN, 1, -1)) == "（责任单位：乙局、甲局、丙局）"
    assert said(moved(ROLES, 1, 1)) == "（牵头单位：甲局；配合单位：丙局、乙局）"
    assert moved(ROLES, 1, -1) is ROLES
    assert moved(PLAIN, 0, -1) is PLAIN


def test_a_body_leads_or_supports() -> None:
    assert said(with_role(PLAIN, 2, Role.LEAD)) == "（责任单位：丙局、甲局、乙局）"
    assert said(with_role(PLAIN, 0, Role.SUPPORT)) == "（责任单位：乙局、丙局、甲局）"
    assert said(with_role(ROLES, 2, Role.LEAD)) == "（牵头单位：甲局、丙局；配合单位：乙局）"
    all_lead = with_role(with_role(ROLES, 2, Role.LEAD), 2, Role.LEAD)
    assert said(all_lead) == "（牵头单位：甲局、丙局、乙局）"
    assert with_role(ROLES, 0, Role.SUPPORT) is ROLES
    assert with_role(ROLES, 1, Role.SUPPORT) is ROLES


def test_another_name_keeps_place_and_role() -> None:
    changed = renamed(ROLES, 1, "丁局")
    assert said(changed) == "（牵头单位：甲局；配合单位：丁局、丙局）"
    assert [party.role for party in changed.parties] == [party.role for party in ROLES.parties]
