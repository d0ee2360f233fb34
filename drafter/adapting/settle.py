"""What becomes of each name when a passage is made local: replaced with a reason, left open, or None where it stays."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.adapting.agencies import AgencyFound, Body, BodyFound, body_of, local_body
from drafter.adapting.belonging import Belonging, Sides
from drafter.adapting.citations import CitationFound
from drafter.adapting.directory import Match, level_character
from drafter.adapting.gazetteer import PlaceFound
from drafter.adapting.knowledge import Knowledge
from drafter.adapting.mentions import Found
from drafter.adapting.organisations import OrganisationFound
from drafter.adapting.periods import PeriodFound, with_years
from drafter.adapting.policy import FigureFound
from drafter.adapting.slots import Settled
from drafter.adapting.targets import TargetFound
from drafter.model.draft import SlotKind
from drafter.model.fact import Target
from drafter.model.locality import Level, Locality, Region

Years = tuple[int, int] | None
_LONGEST_NAME = 24
_NO_SUBJECT = re.compile("(?:年均|同比)?(?:增长|提高|提升|下降|降低|减少)|[高低]于[\u4e00-\u9fff]*")
"""What a value is said of where the text leaves unsaid what grows."""
_WHY = {
    "含地名": "名称里有来源地的“{place}”",
    "括注地名": "括号里注着来源地的“{place}”",
    "列举的企业": "列在来源地的企业中",
    "前文的名称": "前文已说是来源地的",
    "本地提法": "来源地自己的提法",
    "本地列举": "列在来源地的名称中",
    "地标": "名称像来源地的景点",
}
"""What the reason for which a name was taken for one place's own means to a planner."""
_PART_NAMES = {Level.PROVINCE: "省份", Level.CITY: "所辖城市", Level.DISTRICT: "所辖区县"}


@dataclass(frozen=True, slots=True)
class Settler:
    """Settles the names of passages from one plan for one draft."""

    knowledge: Knowledge
    sides: Sides
    origin_years: Years
    our_years: Years

    @property
    def _locality(self) -> Locality | None:
        return self.sides.locality

    def settle(self, one: Found, text: str) -> Settled | None:
        """What becomes of a mention in a text; None where it stays."""
        words = text[one.start : one.end]
        settled: Settled | None
        match one:
            case TargetFound():
                settled = self._target(one, words)
            case PeriodFound():
                settled = self._period(one, words.lstrip("到至"))
            case AgencyFound():
                settled = self._agency(one.match, words)
            case BodyFound():
                settled = self.party(words)
            case CitationFound():
                settled = self._citation(one)
            case OrganisationFound():
                settled = self._organisation(one)
            case PlaceFound():
                settled = self._place(one)
        return settled

    def party(self, name: str) -> Settled | None:
        """What becomes of a body named in a responsibility clause; None where it stays."""
        if body := body_of(name):
            return self._body(name, body)
        if match := self.knowledge.directory.function_of(name):
            return self._agency(match, name)
        places = self.knowledge.gazetteer.find(name, self.sides.near)
        whole = next((place for place in places if (place.start, place.end) == (0, len(name))), None)
        if whole:
            return self._place(whole)
        if places and self.sides.belonging(places[0].regions) in (Belonging.OURS, Belonging.OTHER):
            return None
        return self._unknown_agency(name) if self._is_own_level(name) or places else None

    def _body(self, name: str, body: Body) -> Settled | None:
        value = local_body(name, body, self._locality) if self._locality else ""
        if value == name or self.sides.origin is None:
            return None
        called = "各区县" if body is Body.DISTRICTS else "有关部门"
        return Settled(SlotKind.AGENCY, called, value, value and f"“{name}”是统称，本地写作“{value}”")

    def _is_own_level(self, name: str) -> bool:
        return bool(self.sides.origin) and name.startswith(self._origin_character())

    def _origin_character(self) -> str:
        origin = self.sides.origin
        return level_character(_as_locality(origin)) if origin else "市"

    def _agency(self, match: Match | None, words: str) -> Settled | None:
        if match is None:
            return self._unknown_agency(words) if self._is_own_level(words) else None
        if match.place:
            return self._placed_agency(match)
        own = match.prefix in ("", self._origin_character())
        if not own or self.sides.origin is None:
            return None
        return self._own_agency(match, words, self._name_for(match, full=False))

    def _name_for(self, match: Match, *, full: bool) -> str:
        return self.knowledge.directory.name_for(match.function, self._locality, full=full) if self._locality else ""

    def _own_agency(self, match: Match, words: str, value: str) -> Settled | None:
        if value == words:
            return None
        if value:
            return Settled(SlotKind.AGENCY, match.function, value, self._same_function(match, words, value))
        lacks = f"机构名录中，本级没有主管{match.function}的机构" if self._locality else f"{words}主管{match.function}"
        hint = f"{lacks}，请写明本地由谁承担"
        return Settled(SlotKind.AGENCY, f"{match.function}部门", hint=hint)

    def _same_function(self, match: Match, words: str, value: str) -> str:
        """Why an agency becomes ours; where our own name and the directory's differ, both are said."""
        known = f"（{match.former}年以前的名称）" if match.former else "（别处的叫法）" if match.variant else ""
        why = f"同一职能（{match.function}）：{words}{known}在本地是{value}"
        if self._locality is None:
            return why
        bare = replace(self._locality, agencies=())
        usual = self.knowledge.directory.name_for(match.function, bare, full=match.full)
        ours = self._name_for(match, full=match.full)
        return f"{why}；机构名录的通称是{usual}，本地信息写作{ours}，从后者" if usual not in ("", ours) else why

    def _placed_agency(self, match: Match) -> Settled | None:
        """山东省科学技术厅, 武汉市经信局, 历下区教育局: whose the place is decides."""
        region = self.knowledge.gazetteer.region(match.place)
        if region is None:
            return None
        words = match.prefix + match.name
        match self.sides.belonging((region,)):
            case Belonging.ORIGIN:
                name = self._name_for(match, full=match.full)
                return self._own_agency(match, words, self._with_our_place(name, short=match.place == region.short))
            case Belonging.ABOVE if above := self._our_above(region):
                value = above.name + match.name
                why = f"来源地的上级机关，换为本地上级{above.name}的"
                return Settled(SlotKind.AGENCY, match.function, value, why)
            case Belonging.INSIDE:
                return Settled(
                    SlotKind.AGENCY, "责任单位", hint=f"{words}是来源地下级的机构，请写明本地由谁承担，或删去"
                )
            case _:
                return None

    def _with_our_place(self, name: str, *, short: bool) -> str:
        """Our agency's name with our place for the level character: 威海市科技局, 威海海事局."""
        if not self._locality or not name:
            return ""
        bare = name.removeprefix(level_character(self._locality))
        return (self._locality.short if short else self._locality.name) + bare

    def _unknown_agency(self, name: str) -> Settled:
        """A body the directory lacks stays open; the nearest function, or its name at our level, is proposed."""
        near = self.knowledge.directory.nearest(name)
        proposal = ""
        if self._locality:
            proposal = self.knowledge.directory.name_for(near, self._locality) if near else ""
            if not proposal and name.startswith(self._origin_character()) and name.endswith(("厅", "局", "委", "办")):
                bare = name.removeprefix(self._origin_character())
                proposal = level_character(self._locality) + re.sub("厅$", "局", bare)
        offer = f"，名称相近的是{proposal}，请核对" if proposal else "，请写明本地由谁承担，或删去"
        return Settled(SlotKind.AGENCY, "责任单位", proposal=proposal, hint=f"机构名录中没有“{name}”{offer}")

    def _our_above(self, region: Region) -> Region | None:
        """Our region of the same level as one above the origin: 湖北省 → 山东省."""
        ours = self.sides.ours
        above = self.knowledge.gazetteer.ancestors(ours) if ours else iter(())
        return next((one for one in above if one.level is region.level), None)

    def _place(self, place: PlaceFound) -> Settled | None:
        region = place.regions[0]
        match self.sides.belonging(place.regions):
            case Belonging.ORIGIN:
                ours = self.sides.ours
                value = _in_form(ours, place.form) if ours else ""
                return Settled(SlotKind.REGION, "本地名称", value, value and f"来源地的名称，换为本地的“{value}”")
            case Belonging.ABOVE:
                above = self._our_above(region)
                value = _in_form(above, place.form) if above else ""
                return Settled(
                    SlotKind.REGION, "上级地区", value, value and f"来源地的上级{region.name}，换为本地的上级"
                )
            case Belonging.INSIDE:
                zone = re.search(r"新区|开发|高新|保税|园区", region.name)
                name = "所辖开发区" if zone else _PART_NAMES.get(region.level, "所辖地区")
                hint = f"{region.name}在来源地境内，请换为本地所辖的地方，或删去"
                return Settled(SlotKind.REGION, name, hint=hint)
            case _:
                return None

    def _organisation(self, one: OrganisationFound) -> Settled | None:
        whose = self.sides.belonging(one.place.regions) if one.place else Belonging.ORIGIN
        if self.sides.origin is None or whose in (Belonging.OURS, Belonging.OTHER):
            return None
        place = one.place.regions[0] if one.place else None
        why = _WHY.get(one.why, one.why).format(place=place.short if place else "")
        hint = f"{why}，请换为本地的{one.kind}，或删去"
        if place and place.name == self._superior:
            hint += f"；也有一说：{place.name}的{one.kind}设在本地或为本地服务的，可以保留"
        return Settled(SlotKind.ORGANISATION, f"本地{one.kind}", hint=hint)

    @property
    def _superior(self) -> str:
        """The place a passage is from where it lies above ours: what is its own may hold for us too. Else ""."""
        origin, ours = self.sides.origin, self.sides.ours
        above = origin and ours and origin.code != ours.code and self.knowledge.gazetteer.inside(ours, origin)
        return origin.name if origin and above else ""

    def _citation(self, one: CitationFound) -> Settled | None:
        places = self.knowledge.gazetteer.find(one.title, self.sides.near)
        if places:
            whose = self.sides.belonging(places[0].regions)
        elif one.number:
            whose = self.sides.of_character(one.number[0])
        else:
            return None
        if whose in (Belonging.OURS, Belonging.OTHER):
            return None
        hint = f"来源地的{one.kind}，请换为本地的{one.kind}，写明名称与文号，或删去"
        if self._superior:
            hint = f"{self._superior}的{one.kind}：作为上级部署来落实的可以保留；说的是本级工作的，请换为本地的，或删去"
        return Settled(SlotKind.DOCUMENT, f"本地{one.kind}", hint=hint)

    def _period(self, one: PeriodFound, words: str) -> Settled | None:
        first, last = one.years
        if one.plan:
            return None
        if self.origin_years is None:
            return self._unknown_horizon(one, words)
        start, end = self.origin_years
        if not (start <= first and last <= end):
            return None
        if self.our_years is None:
            return Settled(SlotKind.PERIOD, "年份", hint=f"原文是{words}；草稿还没有期限，请按本地的规划期填写")
        to = {start: self.our_years[0], end: self.our_years[1]}
        value = with_years(words, to)
        if first in to and last in to:
            return Settled(SlotKind.PERIOD, "年份", value, self._moved(start, end)) if value != words else None
        shift = {year: min(self.our_years[0] + year - start, self.our_years[1]) for year in one.years}
        return Settled(
            SlotKind.PERIOD,
            "年份",
            proposal=with_years(words, shift | to),
            hint=f"原规划期{start}—{end}年中的{words}，按次序顺延，请核对",
        )

    def _moved(self, start: int, end: int) -> str:
        first, last = self.our_years or (start, end)
        return f"规划期由{start}—{end}年改为{first}—{last}年"

    def _unknown_horizon(self, one: PeriodFound, words: str) -> Settled | None:
        """A time to reach in a plan without a period: our end is proposed, unless it is further off (2035年)."""
        later = self.our_years and one.years[1] > self.our_years[1]
        if not one.horizon or later or self.sides.origin is None:
            return None
        proposal = with_years(words, {one.years[1]: self.our_years[1]}) if self.our_years else ""
        ours = "，建议用本地规划期的末年，请核对" if proposal else ""
        return Settled(
            SlotKind.PERIOD,
            "年份",
            proposal=proposal,
            hint=f"原文要求到{words}，未写规划期{ours or '，请按本地的规划期填写'}",
        )

    def _target(self, one: TargetFound, words: str) -> Settled:
        name = self._target_name(one.target)
        origin = self.sides.origin
        year = f"（{one.target.year}年）" if one.target.year else ""
        return Settled(
            SlotKind.TARGET, name, hint=f"{origin.name if origin else '原文'}：{words}{year}，请填本地的目标"
        )

    def figure(self, one: FigureFound, text: str) -> Settled:
        """An amount, a share or a condition of a policy: every place sets its own."""
        words = text[one.start : one.end]
        whose = self.sides.origin.name if self.sides.origin else "原文"
        return Settled(SlotKind.TARGET, one.name, hint=f"{whose}：{words}；政策标准各地自定，请按本地政策填写，或删去")

    def _target_name(self, target: Target) -> str:
        """The indicator without place names, cut to a length that reads well, with 数量 where things are counted."""
        name = target.indicator
        for place in reversed(self.knowledge.gazetteer.find(name, self.sides.near)):
            name = name[: place.start] + name[place.end :]
        name = re.sub(r"[【】“”\s]", "", name).strip("、的") or "目标值"
        name = name if len(name) <= _LONGEST_NAME else name[-_LONGEST_NAME:]
        if _NO_SUBJECT.fullmatch(name):
            return f"{name}幅度"
        if re.search("元|[%‰倍]|百分点", target.unit) or name.endswith(("量", "数", "面积", "规模", "里程")):
            return name
        return name + ("规模" if re.search("亩|公顷|平方|公里|吨|瓦", target.unit) else "数量")


def _as_locality(region: Region) -> Locality:
    return Locality(region.name, region.short, region.level)


def _in_form(region: Region, form: str) -> str:
    """A region's name in the form another's had: short for short, one character where it has one."""
    if form == "name":
        return region.name
    if form == "one_character" and region.one_character:
        return region.one_character
    return region.short or region.name
