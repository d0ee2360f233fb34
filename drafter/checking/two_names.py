"""One agency under two names in one text (市政数局 and 市大数据局)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.whole import Whole
from drafter.model.finding import Finding, Severity


def check(whole: Whole) -> Iterator[Finding]:
    """A finding where a second name of an agency first stands; it names the one used before."""
    first: dict[tuple[str, str], str] = {}
    told: set[str] = set()
    for fact, agency in whole.gathered.agencies:
        if not agency.function or agency.body:
            continue
        before = first.setdefault((agency.function, agency.level), fact.text)
        if before != fact.text and fact.text not in told:
            told.add(fact.text)
            message = f"“{fact.text}”与前文的“{before}”是同一机构（{agency.function}），全文应当用一种叫法。"
            yield Finding("two-names", Severity.DOUBT, message, fact.place, fact.text, agency.present or before)
