"""The targets of several plans side by side: one row per indicator, whatever each plan calls it, with a judgement."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

from drafter.comparing.judgement import Entry, Verdict, base_unit, judge
from drafter.comparing.plans import Compared
from drafter.model.fact import Fact
from drafter.text.normal import squeezed

LEAST = 0.25
"""The likeness from which on two indicators of different plans are one."""
SAME_VALUE, SAME_END = 0.35, 0.12
"""What the same value and the same last word add to the likeness."""
_RATE = re.compile(r"增长|增速|增幅|下降|降幅")
_FRAME = re.compile(
    "消除|整治|改造|新改建|推广|实施|完成|累计|新增|建成|建设|培育|打造|全市|全省|全县|以上|数量|总数|达到|各类|一批|突破"
)
_ALIKE: tuple[tuple[str, str], ...] = (
    ("规模", "产值|总产值|营业收入|总收入|收入"),
    ("比例", "占比|比重|覆盖率|覆盖面"),
    ("企业", "公司|单位"),
    ("示范", "试点|样板|标杆|体验"),
    ("人员", "人才|工人|护理员|师傅"),
    ("中心", "基地|载体"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator: its entries by plan (the main one first), why names are one, and what is to be said of it.

    `shares` are the plans' parts of the superior plan's target, None where there is none or it cannot be compared.
    """

    name: str
    unit: str
    cells: tuple[tuple[Entry, ...], ...]
    reason: str
    shares: tuple[float | None, ...]
    verdict: Verdict
    judgement: str

    @property
    def names(self) -> tuple[str, ...]:
        """What the plans call it, each name once."""
        return tuple(dict.fromkeys(cell[0].indicator for cell in self.cells if cell))


def entries(facts: Sequence[Fact], plan: int) -> tuple[Entry, ...]:
    """The targets among the facts of a plan."""
    return tuple(
        Entry(plan, one.indicator, one.value, one.unit, one.comparison, one.year, fact.text, fact.place.section)
        for fact in facts
        if (one := fact.target) and one.indicator
    )


def grouped(plans: Sequence[Sequence[Entry]]) -> list[tuple[list[list[Entry]], str]]:
    """The entries of all plans by indicator, one list per plan, each with the reason why they are one."""
    own = [_own_groups(found) for found in plans]
    units = [group for found in own for group in found]
    vectors = _vectors([group[0].indicator for group in units])
    merged = _merge(units, vectors)
    rows: list[tuple[list[list[Entry]], str]] = []
    for members, reason in merged:
        cells: list[list[Entry]] = [[] for _ in plans]
        for number in members:
            cells[units[number][0].plan] += units[number]
        rows.append((cells, reason))
    return rows


def _own_groups(found: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of one plan by indicator and unit: what is said again or for other years is one, last year first."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in found:
        groups.setdefault((squeezed(_FRAME.sub("", entry.indicator)), base_unit(entry.unit)), []).append(entry)
    return [sorted(group, key=lambda one: -(one.year or 0)) for group in groups.values()]


Vector = dict[str, float]


def _vectors(names: list[str]) -> list[Vector]:
    signs = [_signs(name) for name in names]
    seen = Counter(sign for one in signs for sign in one)
    found: list[Vector] = []
    for one in signs:
        weights = {sign: log((len(names) + 1) / (seen[sign] + 0.3)) for sign in one}
        norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        found.append({sign: weight / norm for sign, weight in weights.items()})
    return found


def _signs(name: str) -> set[str]:
    bare = squeezed(_FRAME.sub("", name))
    signs = {*bare, *(bare[i : i + 2] for i in range(len(bare) - 1))}
    return signs | {concept for concept, words in _ALIKE if re.search(f"{concept}|{words}", bare)}


def _likeness(one: Entry, other: Entry, first: Vector, second: Vector) -> tuple[float, str]:
    """How alike two indicators are, 0 to about 1.3, and why."""
    if base_unit(one.unit) != base_unit(other.unit) or bool(_RATE.search(one.indicator)) != bool(
        _RATE.search(other.indicator)
    ):
        return 0.0, ""
    score = sum(weight * second.get(sign, 0.0) for sign, weight in first.items())
    if not score:
        return 0.0, ""
    shared = _common(one.indicator, other.indicator)
    reasons = [f"都说“{shared}”"] if shared else ["说法相近"]
    if one.indicator[-2:] == other.indicator[-2:]:
        score += SAME_END
    if one.value == other.value and one.unit == other.unit:
        score += SAME_VALUE
        reasons.append(f"都是{one.text}")
    reasons.append(f"单位都是{one.unit}" if one.unit == other.unit else f"单位{one.unit}与{other.unit}可比")
    return score, "，".join(reasons)


def _common(one: str, other: str) -> str:
    """The longest words that both names have."""
    found = (one[i:j] for i in range(len(one)) for j in range(i + 2, len(one) + 1) if one[i:j] in other)
    return max(found, key=len, default="")


def _merge(units: list[list[Entry]], vectors: list[Vector]) -> list[tuple[list[int], str]]:
    """Groups of unit numbers: the most alike first, one of each plan at most, with the reasons."""
    pairs: list[tuple[float, int, int, str]] = []
    for one, first in enumerate(units):
        for other in range(one + 1, len(units)):
            if first[0].plan != units[other][0].plan:
                score, why = _likeness(first[0], units[other][0], vectors[one], vectors[other])
                if score >= LEAST:
                    pairs.append((score, one, other, why))
    group = list(range(len(units)))
    members: dict[int, list[int]] = {number: [number] for number in group}
    reasons: dict[int, list[str]] = defaultdict(list)
    for _, one, other, why in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        here, there = group[one], group[other]
        if here == there:
            reasons[here].append(why)
            continue
        if {units[n][0].plan for n in members[here]} & {units[n][0].plan for n in members[there]}:
            continue
        reasons[here] += [why, *reasons.pop(there, [])]
        for number in members.pop(there):
            group[number] = here
            members[here].append(number)
    return [(sorted(found), "；".join(dict.fromkeys(reasons[one]))) for one, found in sorted(members.items())]


def ledger(plans: Sequence[Compared], superior: int | None = None, ours: int | None = None) -> tuple[Row, ...]:
    """The ledger of plans: indicators that most plans have first, then in the order they are read."""
    rows: list[Row] = []
    for cells, reason in grouped([entries(plan.facts, number) for number, plan in enumerate(plans)]):
        kept = tuple(tuple(cell) for cell in cells)
        lead = kept[superior] if superior is not None and kept[superior] else next(cell for cell in kept if cell)
        said = judge([cell[0] if cell else None for cell in kept], [plan.name for plan in plans], superior, ours)
        rows.append(Row(lead[0].indicator, lead[0].unit, kept, reason, *said))
    return tuple(sorted(rows, key=lambda row: -sum(map(bool, row.cells))))
