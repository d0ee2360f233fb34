"""What is to be said of one indicator in several plans: the share of the superior's figure, and one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafter.model.fact import Comparison

_SCALES = {"万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12}
_SCALE = re.compile("^(万亿|千亿|百亿|亿|千万|百万|十万|万)(?=.)")
_THINGS = frozenset("个家处座所项条件")
_PEOPLE = {"人次": "人", "名": "人"}


class Verdict(StrEnum):
    """What a judgement is: in order, to be looked at, not taken over from the superior plan, or only told."""

    OK = "ok"
    DOUBT = "doubt"
    MISSING = "missing"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Entry:
    """One target of one plan; `section` is where it stands, `text` the words of the value (100家以上)."""

    plan: int
    indicator: str
    value: float
    unit: str
    comparison: Comparison
    year: int | None
    text: str
    section: str


Judgement = tuple[tuple[float | None, ...], Verdict, str]


def base_unit(unit: str) -> str:
    """The unit without its scale and time: 亿元 and 万元 are 元, 吨/日 is 吨; what is counted by the piece is 个."""
    bare = _SCALE.sub("", unit).split("/")[0].replace("％", "%")
    return "个" if bare in _THINGS else _PEOPLE.get(bare, bare)


def absolute(entry: Entry) -> float:
    """The value in the unit without scale."""
    scale = _SCALE.match(entry.unit)
    return entry.value * (_SCALES[scale[1]] if scale else 1.0)


def judge(cells: Sequence[Entry | None], names: Sequence[str], superior: int | None, ours: int | None) -> Judgement:
    """Each plan's share of the superior's figure, the verdict, and the sentence for one indicator."""
    above = cells[superior] if superior is not None else None
    shares = tuple(
        share(one, above) if one and above and number != superior else None for number, one in enumerate(cells)
    )
    if ours is not None:
        return shares, *_of_ours(cells, names, above, ours)
    return shares, *_of_all(cells, names, shares, superior)


def share(one: Entry, above: Entry) -> float | None:
    """The part of the superior's figure, or None where years, units or meaning keep both from being compared."""
    comparable = not why_not(one, above) and base_unit(one.unit) != "%" and absolute(above)
    return absolute(one) / absolute(above) if comparable else None


def why_not(one: Entry, above: Entry) -> str:
    """Why two figures cannot be compared, "" where they can."""
    if one.year and above.year and one.year != above.year:
        return f"年份不同（{above.year}年与{one.year}年），不作比较"
    if ("/" in one.unit) != ("/" in above.unit):
        return f"单位不同（{above.unit}与{one.unit}），不作比较"
    if {one.comparison, above.comparison} == {Comparison.AT_LEAST, Comparison.AT_MOST}:
        return "一个是下限，一个是上限，不作比较"
    return ""


def _of_ours(
    cells: Sequence[Entry | None], names: Sequence[str], above: Entry | None, ours: int
) -> tuple[Verdict, str]:
    mine = cells[ours]
    if mine is None:
        if above:
            return Verdict.MISSING, f"上级有此指标（{above.text}），本稿未承接"
        return Verdict.NOTE, f"{_listed(cells, names)}有，本稿没有"
    if above:
        verdict, sentence = _against(mine, above)
        return verdict, sentence + _other_name(mine, above)
    same = [names[n] for n, one in enumerate(cells) if one and n != ours and absolute(one) == absolute(mine)]
    if same:
        return Verdict.DOUBT, f"与{'、'.join(same)}相同（{mine.text}），请核对是否照搬"
    others = _listed([one if n != ours else None for n, one in enumerate(cells)], names)
    return (Verdict.OK, f"{others}也有，数值不同") if others else (Verdict.NOTE, "只有本稿有")


def _against(mine: Entry, above: Entry) -> tuple[Verdict, str]:
    """Our figure held against the superior's."""
    if reason := why_not(mine, above):
        return Verdict.NOTE, reason
    more = absolute(mine) - absolute(above)
    if base_unit(mine.unit) == "%":
        if not more:
            return Verdict.OK, "与上级要求相同"
        lower = more < 0 and mine.comparison is not Comparison.AT_MOST
        words = f"比上级{'高' if more > 0 else '低'} {abs(more):g} 个百分点"
        return (Verdict.DOUBT, words + "，请核对能否完成上级要求") if lower else (Verdict.OK, words)
    part = absolute(mine) / absolute(above) if absolute(above) else 0.0
    if part == 1:
        return Verdict.DOUBT, "与上级数值相同：一地等于全域，请核对是否照搬"
    if part > 1:
        return Verdict.DOUBT, f"大于上级数值（{part:.0%}），请核对口径"
    about = "，说法不同，供参考" if mine.comparison != above.comparison else ""
    return Verdict.OK, f"为上级的 {part:.0%}{about}"


def _other_name(mine: Entry, above: Entry) -> str:
    return f"；上级称“{above.indicator}”" if mine.indicator != above.indicator else ""


def _of_all(
    cells: Sequence[Entry | None], names: Sequence[str], shares: Sequence[float | None], superior: int | None
) -> tuple[Verdict, str]:
    """Without a draft among them: what stands out between the plans."""
    present = [(names[n], one) for n, one in enumerate(cells) if one]
    if len(present) == 1:
        return Verdict.NOTE, f"只有{present[0][0]}有"
    if superior is not None and cells[superior]:
        above = cells[superior]
        same = [
            n for n, one in enumerate(cells) if one and above and n != superior and absolute(one) == absolute(above)
        ]
        if any(shares[n] == 1 for n in same):
            years = {one.year for one in cells if one}
            other = "（年份不同）" if len(years) > 1 else ""
            return (
                Verdict.DOUBT,
                f"{'、'.join(names[n] for n in same)}与{names[superior]}相同{other}：一地等于全域，请核对",
            )
        parts = [f"{names[n]}为{names[superior]}的 {part:.0%}" for n, part in enumerate(shares) if part is not None]
        reasons = (why_not(one, above) for one in cells if one and (above := cells[superior]))
        return Verdict.NOTE, "，".join(parts) or next(filter(None, reasons), "比例类指标，逐地对照")
    if len({absolute(one) for _, one in present}) == 1:
        return Verdict.DOUBT, f"{'、'.join(name for name, _ in present)}数值相同（{present[0][1].text}），请核对"
    ordered = sorted(present, key=lambda pair: -absolute(pair[1]))
    return Verdict.NOTE, f"最高{ordered[0][0]} {ordered[0][1].text}，最低{ordered[-1][0]} {ordered[-1][1].text}"


def _listed(cells: Sequence[Entry | None], names: Sequence[str]) -> str:
    return "、".join(names[n] for n, one in enumerate(cells) if one)
