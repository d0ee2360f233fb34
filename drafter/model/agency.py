"""What is known of an agency by its name, as plain data that every check may be handed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyName:
    """A name an agency is called by.

    `function` is "" where the directory lacks the name; `body`: a collective (各区人民政府); `level`: what stands
    before it (市, 省, 武汉市); `former`: the year a former name was given up; `present`: what we call the agency;
    `rank`: its place in the customary order: 0 party, 1 government, 2 mass organisations.
    """

    name: str
    function: str = ""
    body: bool = False
    level: str = ""
    former: int | None = None
    present: str = ""
    rank: int = 0
