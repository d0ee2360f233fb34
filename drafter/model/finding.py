"""What a check has to say about a place in a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.model.fact import Place


class Severity(StrEnum):
    """必错, 疑似, 提示."""

    ERROR = "error"
    DOUBT = "doubt"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One hint for the planner: which rule, how grave, why, where, and what to put instead where that is known."""

    rule: str
    severity: Severity
    message: str
    place: Place
    text: str
    suggestion: str | None = None

    @property
    def is_leftover(self) -> bool:
        """Whether something of another place, or a name of unknown place, is left in the text (残留)."""
        return self.rule.startswith(("foreign-", "strange-"))


@dataclass(frozen=True, slots=True)
class Ignored:
    """Words of which a rule is not to speak again in a draft, and why."""

    rule: str
    text: str
    reason: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one of these."""
        return (self.rule, self.text) == (finding.rule, finding.text)
