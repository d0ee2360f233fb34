"""What is to be said about a name, number or year that stands in a draft: whose it is, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.adapting.agencies import AgencyFound
from drafter.adapting.belonging import Belonging, Sides
from drafter.adapting.citations import CitationFound
from drafter.adapting.gazetteer import PlaceFound
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import Found
from drafter.adapting.numbers import NumberFound, YearFound, numbers_and_years
from drafter.adapting.organisations import OrganisationFound
from drafter.adapting.ownnames import OwnName
from drafter.adapting.strange import strange_names
from drafter.model.finding import Severity
from drafter.model.locality import Region

_PARTNERS = ("企业", "高校")
"""Kinds that a city's own plan may well name although they are another's."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding before it has a place: the span it is about, rule, severity, message and suggestion."""

    start: int
    end: int
    rule: str
    severity: Severity
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges what a passage names. `source` is the passage's text in the plan it was taken from ("" where typed).

    `borrowed`: the draft took passages from other plans, so a name of unknown place may be another's. `year`: when the
    document was issued; names that were right then are no former names.
    """

    knowledge: Knowledge
    sides: Sides
    originals: frozenset[str]
    borrowed: bool
    period: tuple[int, int] | None
    source: str = ""
    year: int | None = None

    def remarks(self, found: tuple[Found, ...], text: str) -> Iterator[Remark]:
        """What is to be said of the mentions in a text, then of known names, strange names, numbers and years."""
        taken: set[int] = set()
        for one in found:
            if remark := self._remark(one, text[one.start : one.end]):
                taken.update(range(one.start, one.end))
                yield remark
            elif _is_settled(one):
                taken.update(range(one.start, one.end))
        for remark in (*self._known(text), *self._strange(text), *self._numbers(text)):
            if taken.isdisjoint(range(remark.start, remark.end)):
                taken.update(range(remark.start, remark.end))
                yield remark

    def _remark(self, one: Found, words: str) -> Remark | None:
        match one:
            case PlaceFound():
                return self._place(one, words)
            case OrganisationFound():
                return self._organisation(one, words)
            case CitationFound():
                return self._citation(one)
            case AgencyFound():
                return self._agency(one, words)
            case _:
                return None

    def _whose(self, regions: tuple[Region, ...]) -> Belonging:
        """Whose regions are; a name that may mean a place of ours is ours."""
        ours = Sides(self.sides.gazetteer, None, self.sides.locality)
        whose = ours.belonging(regions)
        return whose if whose is Belonging.OURS else self.sides.belonging(regions)

    def _severity(self, whose: Belonging) -> Severity:
        """A name of the plan a passage comes from is an error; another place may be meant."""
        return Severity.DOUBT if whose is Belonging.OTHER else Severity.ERROR

    def _place(self, one: PlaceFound, words: str) -> Remark | None:
        whose = self._whose(one.regions)
        if whose is Belonging.OURS or (whose is Belonging.OTHER and self.sides.locality is None):
            return None
        meant = one.regions[0].name
        message = f"“{words}”是{'外地' if whose is Belonging.OTHER else '来源地'}的地名（{meant}）。"
        locality = self.sides.locality
        suggestion = None
        if locality and whose is Belonging.ORIGIN:
            suggestion = locality.name if one.form == "name" else locality.short
            if one.form == "one_character":
                suggestion = locality.one_character or locality.short
        return Remark(one.start, one.end, "foreign-place", self._severity(whose), message, suggestion)

    def _organisation(self, one: OrganisationFound, words: str) -> Remark | None:
        if one.place is None:
            if words in self.originals:
                message = f"“{words}”是来源地的{one.kind}，已换掉的名称又出现了。"
            elif self.sides.origin is None or self._is_ours(words):
                return None
            else:
                message = f"“{words}”是来源地的{one.kind}（{one.why}）。"
            return Remark(one.start, one.end, "foreign-organisation", Severity.ERROR, message)
        whose = self._whose(one.place.regions)
        if whose is Belonging.OURS:
            return None
        message = f"“{words}”不是本地的{one.kind}，名称中有{one.place.regions[0].name}。"
        return Remark(one.start, one.end, "foreign-organisation", self._severity(whose), message)

    def _citation(self, one: CitationFound) -> Remark | None:
        places = self.knowledge.gazetteer.find(one.title, self.sides.near)
        character = self.sides.gazetteer.of_character(one.number[0]) if one.number else ()
        regions = places[0].regions if places else character
        if not regions or (whose := self._whose(regions)) is Belonging.OURS:
            return None
        message = f"引用了{regions[0].name}的文件。"
        return Remark(one.start, one.end, "foreign-document", self._severity(whose), message)

    def _agency(self, one: AgencyFound, words: str) -> Remark | None:
        match = one.match
        if match is None:
            return None
        region = self.knowledge.gazetteer.region(match.place) if match.place else None
        whose = self._whose((region,)) if region else Belonging.OURS
        locality = self.sides.locality
        name = self.knowledge.directory.name_for(match.function, locality) if locality else ""
        if whose is not Belonging.OURS and region:
            message = f"“{words}”是{region.name}的机构。"
            return Remark(one.start, one.end, "foreign-agency", self._severity(whose), message, name or None)
        own = name[:1] == re.sub(r"^(?:中共)?", "", words)[:1]
        if match.former and words != name and not (self.year and self.year <= match.former):
            message = f"“{words}”是{match.former}年以前的名称，职能为{match.function}。"
            return Remark(one.start, one.end, "former-agency", Severity.ERROR, message, name if name and own else None)
        if match.variant and own and locality and locality.agencies and words != name and not match.place:
            message = f"“{words}”是别处的叫法，本地是{name}。"
            return Remark(one.start, one.end, "foreign-agency", Severity.DOUBT, message, name)
        return None

    def _known(self, text: str) -> Iterator[Remark]:
        """Names that the table, or the plans of the library, say are another place's."""
        for start, end, name in self.knowledge.names.find(text):
            region = self.knowledge.gazetteer.region(name.region)
            if region is None or self._whose((region,)) is Belonging.OURS:
                continue
            if name.kind in _PARTNERS and not self.borrowed:
                continue
            why = name.why or f"{name.region}的{name.kind}"
            whose = self._whose((region,))
            message = f"“{text[start:end]}”不是本地的{name.kind}：{why}。"
            yield Remark(start, end, "foreign-organisation", self._severity(whose), message)

    def _strange(self, text: str) -> Iterator[Remark]:
        """Names that only their form gives away, in a draft that took passages from other plans."""
        if not self.borrowed:
            return
        places = self.knowledge.gazetteer.find(text, self.sides.near)
        after_ours = {place.end for place in places if self._whose(place.regions) is Belonging.OURS}
        for one in strange_names(text, self.knowledge.common, self.knowledge.plain):
            words = text[one.start : one.end]
            if one.start in after_ours or self._is_ours(words):
                continue
            message = f"“{words.strip('“”')}”像是{one.kind}名称（{one.why}），请核对是不是本地的。"
            yield Remark(one.start, one.end, "strange-name", Severity.DOUBT, message)

    def _is_ours(self, words: str) -> bool:
        """Whether a name holds a place or a known name of ours."""
        places = self.knowledge.gazetteer.find(words, self.sides.near)
        if places:
            return self._whose(places[0].regions) is Belonging.OURS
        return any(self._names_us(name) for _, _, name in self.knowledge.names.find(words))

    def _names_us(self, name: OwnName) -> bool:
        region = self.knowledge.gazetteer.region(name.region)
        return region is not None and self._whose((region,)) is Belonging.OURS

    def _numbers(self, text: str) -> Iterator[Remark]:
        """Numbers in no slot and years outside the plan's period, in a draft that took passages from other plans."""
        if not self.borrowed:
            return
        for one in numbers_and_years(text):
            words = text[one.start : one.end]
            taken = words in self.source
            severity = Severity.ERROR if taken else Severity.DOUBT
            match one:
                case NumberFound():
                    whose = "与来源文件相同" if taken else "不是填报项"
                    message = f"数字“{words}”{whose}，请核对是不是本地的。"
                    yield Remark(one.start, one.end, "foreign-number", severity, message)
                case YearFound():
                    if self._in_period(one.year):
                        continue
                    where = f"不在规划期{self.period[0]}—{self.period[1]}年内" if self.period else "不是填报项"
                    message = f"“{words}”{where}，请核对。"
                    yield Remark(one.start, one.end, "foreign-year", severity, message)

    def _in_period(self, year: int) -> bool:
        return self.period is not None and self.period[0] <= year <= self.period[1]


def _is_settled(one: Found) -> bool:
    """Whether a mention that may stay says whose it is: a place, an agency, a document, a name with a place in it."""
    if isinstance(one, OrganisationFound):
        return one.place is not None
    return isinstance(one, PlaceFound | CitationFound | AgencyFound)
