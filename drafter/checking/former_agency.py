"""A name that an agency gave up in a reform of organs (市环境保护局, until 2018)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.subject import Subject
from drafter.model.finding import Finding, Severity


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for every former name, with the year and the present name."""
    for fact, agency in subject.agencies:
        if agency.former and agency.former <= subject.known.year and agency.present != fact.text:
            now = f"，现为{agency.present}" if agency.present else ""
            message = f"“{fact.text}”是{agency.former}年以前的名称，职能为{agency.function}{now}。"
            yield Finding("former-agency", Severity.ERROR, message, fact.place, fact.text, agency.present or None)
