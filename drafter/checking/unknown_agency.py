"""A responsible body that the agency directory lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checking.whole import Whole
from drafter.model.finding import Finding, Severity

_OTHERS = re.compile(
    "(?:集团|公司|大学|学院|医院|银行|协会|学会|商会|联盟|企业|高校|院校|研究院|部门|单位|中心|海关|管委会|管委|分行|总部|调查总?队)$"
)
"""Bodies that no directory of agencies holds."""


def check(whole: Whole) -> Iterator[Finding]:
    """A finding for the first mention of each local body that is neither in the directory nor a collective."""
    for fact, agency in whole.gathered.agencies:
        known = agency.function or agency.body or not agency.level or _OTHERS.search(fact.text)
        if not known:
            message = f"机构名录中没有“{fact.text}”，请核对全称，或把它加进名录。"
            yield Finding("unknown-agency", Severity.DOUBT, message, fact.place, fact.text)
