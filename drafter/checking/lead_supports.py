"""A body that both leads and supports in one clause."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking.subject import Subject
from drafter.model.document import Role
from drafter.model.finding import Finding, Severity
from drafter.model.walk import span_text


def check(subject: Subject) -> Iterator[Finding]:
    """A finding for every supporting body of a clause that the clause also names as lead, or names twice."""
    for parties in subject.clauses:
        seen: dict[str, Role | None] = {}
        for place, party in parties:
            name = span_text(party)
            key = subject.known.agency(name).function or name
            if key in seen:
                both = {seen[key], party.role} == {Role.LEAD, Role.SUPPORT}
                message = f"“{name}”在同一处既牵头又配合。" if both else f"“{name}”在同一处列了两次。"
                severity = Severity.ERROR if both else Severity.DOUBT
                yield Finding("lead-supports", severity, message, place, name)
            seen.setdefault(key, party.role)
