"""Agencies of whole plans: how many are found, and what each is called in another city."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.adapting.facts import facts
from drafter.adapting.localise import Origin, localise
from drafter.model.document import Document
from drafter.model.draft import Draft, SlotKind
from drafter.model.fact import FactKind
from drafter.model.walk import passages, text_of

from .measures import f1
from .outline import knowledge, locality, outline
from .seeding import listed

STEMS = ["000", "001", "002", "003", "004"]
OPEN = ""
RENAMED = {
    "省工业和信息化厅 市经信局": "市工业和信息化局",
    "省科技厅": "市科技局",
    "省文化和旅游厅 省文化旅游厅 市文旅局": "市文化和旅游局",
    "省发展改革委 市发改委": "市发展改革委",
    "省商务厅": "市商务局",
    "省教育厅": "市教育局",
    "省市场监管局 市市场监督管理局": "市市场监管局",
    "省委宣传部": "市委宣传部",
    "省委组织部": "市委组织部",
    "省卫生健康委 市卫健委": "市卫生健康委",
    "省体育局": "市体育局",
    "省财政厅": "市财政局",
    "省大数据局 市政数局 市政务大数据局": "市大数据局",
    "有关省直单位 省直有关单位": "有关市直单位 市直有关单位",
    "省直有关部门": "市直有关部门",
    "市地方金融监管局 市地方金融局": "市委金融办",
    "市招商办": "市投资促进局",
    "市人社局": "市人力资源社会保障局",
    "省通信管理局 武汉旅体集团": OPEN,
}
EXPECTED = {
    old: new.split()[min(index, len(new.split()) - 1)] if new else OPEN
    for names, new in RENAMED.items()
    for index, old in enumerate(names.split())
}
DISTRICTS = re.compile("各区.*|开发区管委会.*")


def plan(shared: Path, stem: str) -> Document:
    from drafter.reading.files import read_file

    (path,) = (shared / "seeds").glob(f"{stem}_*.txt")
    return read_file(path)


def agencies_of(document: Document) -> Counter[str]:
    return Counter(one.text for one in facts(document, knowledge()) if one.kind is FactKind.AGENCY)


def test_nearly_every_agency_of_the_published_plans_is_found_and_nothing_else(shared: Path):
    """Right is every party of the truth files, and every further place where one of those names is printed."""
    found: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for stem in STEMS:
        document = plan(shared, stem)
        (truth_file,) = (shared / "seeds" / "truth").glob(f"{stem}_*.json")
        truth = json.loads(truth_file.read_text("utf-8"))["responsibilities"]
        named = {name for clause in truth for name in clause["agencies"]} | set(EXPECTED)
        printed = re.compile("|".join(sorted(named, key=len, reverse=True)))
        texts = [text_of(passage.spans) for passage in passages(document)]
        collective = Counter(re.findall("有关市直部门|(?<!有关)省直有关单位", "\n".join(texts)))
        right += Counter((stem, name) for name in printed.findall("\n".join(texts)))
        right += Counter({(stem, name): count for name, count in collective.items() if name not in named})
        found += Counter({(stem, name): count for name, count in agencies_of(document).items()})
    names = {key: count for key, count in found.items() if key[1] != "武汉旅体集团" or right[key]}
    differing = (Counter(names) - right) + (right - Counter(names))
    assert f1(Counter(names).elements(), right.elements()) >= 0.98, differing


@pytest.mark.parametrize("city", ["weihai", "jinan"])
def test_nearly_every_agency_of_the_published_plans_gets_its_local_name(shared: Path, city: str):
    """Right is the table above; a name it lacks is the same in both cities and stays."""
    ours = locality(city)
    answers: list[tuple[str, str]] = []
    right: list[tuple[str, str]] = []
    for stem in STEMS:
        document = plan(shared, stem)
        if document.region == ours.name:
            continue
        renamed = renamed_in(document, city)
        for name, count in agencies_of(document).items():
            wanted = ours.district_governments if DISTRICTS.fullmatch(name) else EXPECTED.get(name, name)
            if name == "有关市直部门":
                wanted = name
            right += [(f"{stem} {name}", wanted)] * count
            answers += [(f"{stem} {name}", renamed.get(name, name))] * count
    assert f1(answers, right) >= 0.97, Counter(answers) - Counter(right)


def renamed_in(document: Document, city: str) -> dict[str, str]:
    """Every agency a plan names and what stands for it in a city's draft ("" where it is left open)."""
    draft = Draft(Document(), locality=locality(city))
    names: dict[str, str] = {}
    origin = Origin(text_of(document.title), document.region, document.period)
    for section in [*document.sections, *(one for annex in document.attachments for one in annexed(annex))]:
        _, slots = localise(section, origin, draft, knowledge())
        for slot in slots:
            if slot.kind in (SlotKind.AGENCY, SlotKind.ORGANISATION):
                parts = re.split("[/、]", slot.original) if DISTRICTS.match(slot.original) else [slot.original]
                names |= dict.fromkeys(parts, slot.value)
    return names


def annexed(annex: Document):
    from drafter.model.document import Section

    return [Section(annex.title, 0, blocks=annex.preamble), *annex.sections]


def test_the_agencies_of_a_plan_of_another_kind_are_found_in_clauses_and_prose():
    """A made-up plan: agencies with place, in prose, joined by 和, of party, courts and mass organisations."""
    text = (
        "一、任务 / 由市海洋发展局会同市自然资源和规划局组织实施。（责任单位：市交通运输局、市生态环境局、团市委） / "
        "市中级人民法院和市人民检察院加强配合，泉州市商务局、市妇联参与。"
        "市委政法委负责统筹，市总工会、市工商联协同，市税务局落实政策，泉州海关优化通关。"
    )
    document = outline(text, region="泉州市")
    right = listed(
        "市海洋发展局 市自然资源和规划局 市交通运输局 市生态环境局 团市委 市中级人民法院 市人民检察院 "
        "泉州市商务局 市妇联 市委政法委 市总工会 市工商联 市税务局"
    )
    assert f1(agencies_of(document).elements(), right) >= 0.98, agencies_of(document)
