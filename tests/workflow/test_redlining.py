"""花脸稿 through the workflow: the law over many random edits, what old version is meant, whose changes they are."""

import io
import json
import random
import zipfile
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

import docx
import pytest
from lxml import etree

from drafter import resources, workflow
from drafter.cli import main
from drafter.draftfile import open_draft, save_draft
from drafter.keeping.versions import Versions
from drafter.model.draft import Draft, slot_texts
from drafter.model.edits import set_title
from drafter.model.locality import Locality
from drafter.model.notice import Notice
from drafter.reading.files import read_bytes
from drafter.workflow import redlining
from drafter.writing.docx import docx_bytes
from drafter.writing.options import Options
from drafter.writing.revisions import Author
from tests.workflow.validating import validated
from tests.writing.made_up_plan import plan
from tests.writing.random_edits import EDITS, edited, started
from tests.writing.revisions import resolved
from tests.writing.test_package_form import ORDER

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AUTHOR = Author("某市发展和改革委员会", "2026-03-01T09:00:00Z")
ROUNDS, EACH = 60, 10


@cache
def plans() -> tuple[Draft, ...]:
    read = [workflow.read(path) for path in sorted(resources.reference_docs().glob("*.docx"))]
    return tuple(map(started, (plan(), *(one for one in read if one.sections))))


def body(data: bytes) -> list[object]:
    """What the body of a file is, exactly, but for where runs of one look are cut."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for footer in root.findall(f"{W}body/{W}sectPr/{W}footerReference"):  # Word has no revision for the last footers
        footer.getparent().remove(footer)
    return [_plain(one) for one in root.find(f"{W}body")]


def _plain(node: etree._Element) -> object:
    """An element as plain values; runs of a paragraph become (look, what it says)."""
    parts: list[object] = []
    for kind, group in groupby(node, key=lambda one: one.tag == f"{W}r"):
        together = list(group)
        parts += _said(together) if kind else [_plain(one) for one in together]
    bare = [(f"{W}{name}", (), (), "") for name in ("pPr", "rPr", "trPr")]
    parts = [part for part in parts if part not in bare]
    return node.tag, tuple(sorted(node.attrib.items())), tuple(parts), node.text or "" if node.tag == f"{W}t" else ""


def _said(runs: list[etree._Element]) -> list[object]:
    found: list[tuple[bytes, str]] = []
    for run in runs:
        look = run.find(f"{W}rPr")
        key = b"" if look is None else etree.tostring(look, method="c14n")
        for part in run:
            if part.tag != f"{W}rPr":
                found.append((key, part.text or "" if part.tag == f"{W}t" else f"<{part.tag}>"))
    return [(key, "".join(text for _, text in group)) for key, group in groupby(found, key=lambda one: one[0])]


def said(data: bytes) -> list[tuple[str, str]]:
    found = docx.Document(io.BytesIO(data))
    inside = [p for t in found.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    return [(one.style.name, one.text) for one in (*found.paragraphs, *inside) if one.text]


@pytest.mark.parametrize("part", range(6))
def test_six_hundred_edits_accepted_are_the_new_and_rejected_the_old(part: int):
    for number in range(part * ROUNDS // 6, (part + 1) * ROUNDS // 6):
        draw = random.Random(number)
        old = draw.choice(plans())
        options = Options(notice=old.notice if draw.random() < 0.5 else None)
        new = edited(old, draw, EACH)
        red = redlining.redline_bytes(new, old, replace(options, notice=options.notice and new.notice), AUTHOR)
        for whole, accept in ((new, True), (old, False)):
            wanted = docx_bytes(
                whole.document, slot_texts(whole), options=replace(options, notice=options.notice and whole.notice)
            )
            result = resolved(red, accept=accept)
            assert body(result) == body(wanted), (number, accept)
            if number % 6 == 0:
                assert said(result) == said(wanted)
                assert read_bytes(result, "a.docx") == read_bytes(wanted, "a.docx")
        in_order(red)


MORE = {
    "sectPr": " sectPrChange", "tcPr": " cellIns cellDel cellMerge tcPrChange", "pPr": "", "rPr": "",
}  # fmt: skip


def in_order(red: bytes) -> None:
    """Every element's children stand in the order of the schema, revisions included, and no number is used twice."""
    with zipfile.ZipFile(io.BytesIO(red)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for tag, more in MORE.items():
        order = f"{'ins del moveFrom moveTo ' if tag == 'rPr' else ''}{ORDER[tag]}{more}".split()
        for node in root.iter(f"{W}{tag}"):
            ranks = [order.index(etree.QName(child).localname) for child in node]
            assert ranks == sorted(ranks), etree.tostring(node)[:400]
    marks = [one for one in root.iter() if one.get(f"{W}author")]
    assert max(Counter(one.get(f"{W}id") for one in marks).values(), default=1) == 1


def test_microsofts_validator_finds_nothing(tmp_path: Path):
    for seed in range(4):
        draw = random.Random(seed)
        old = draw.choice(plans())
        new = edited(old, draw, EACH)
        options = Options(notice=new.notice if seed % 2 else None)
        assert validated(redlining.redline_bytes(new, old, options, AUTHOR), tmp_path) == []


def test_every_kind_of_edit_is_drawn_and_changes_something():
    draws = [random.Random(seed) for seed in range(20)]
    for edit in EDITS:
        assert any(edit(one, draw) != one for draw in draws for one in plans()), edit.__name__


DRAFT = started(plan())


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the draft in it, and versions of it in the user's own folder."""
    monkeypatch.setattr(resources, "user_data", lambda: tmp_path / "user")
    monkeypatch.setattr("drafter.workflow.exporting.office_installed", lambda: False)
    draft = replace(DRAFT, key="a1b2")
    Versions(tmp_path / "user/versions/a1b2").keep(draft, "送审稿")
    save_draft(edited(draft, random.Random(5), 6), tmp_path / "now.draft.json")
    save_draft(draft, tmp_path / "before.draft.json")
    return tmp_path


def test_the_command_writes_the_redline_and_the_clean_proof(files: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["export", str(files / "now.draft.json"), "-o", str(files / "花脸稿.docx"), "--redline", "送审稿"]) == 0
    told = capsys.readouterr().out
    assert "花脸稿.docx" in told
    assert "花脸稿-清样.docx" in told
    red = (files / "花脸稿.docx").read_bytes()
    assert said(resolved(red, accept=True)) == said((files / "花脸稿-清样.docx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(red)) as package:
        assert 'w:author="蓝海市人民政府"' in package.read("word/document.xml").decode()


@pytest.mark.parametrize("old", ["before.draft.json", "user/versions/a1b2", "1"])
def test_a_draft_a_kept_version_and_its_number_are_understood(files: Path, old: str):
    path = files / old
    wanted = str(next(path.glob("*.gz")) if path.is_dir() else path) if path.exists() else old
    assert redlining.earlier(wanted, open_draft(files / "now.draft.json")) == replace(DRAFT, key="a1b2")


def test_against_the_plan_it_was_made_from(files: Path, capsys: pytest.CaptureFixture[str]):
    source = next(iter(sorted(resources.reference_docs().glob("*.docx"))))
    command = ["export", str(files / "now.draft.json"), "-o", str(files / "a.docx"), "--redline", str(source), "--json"]
    assert main([*command, "--author", "某局", "--no-notice"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["author"] == "某局"
    old = docx_bytes(workflow.read(source), options=Options())
    assert body(resolved((files / "a.docx").read_bytes(), accept=False)) == body(old)


def test_what_cannot_be_an_old_version_is_told_in_one_sentence(files: Path, capsys: pytest.CaptureFixture[str]):
    (files / "bad.draft.json.gz").write_bytes(b"no")
    (files / "bad.docx").write_bytes(b"no")
    for old, word in (("定稿", "送审稿"), (str(files / "bad.draft.json.gz"), "bad"), (str(files / "bad.docx"), "bad")):
        command = ["export", str(files / "now.draft.json"), "-o", str(files / "a.docx"), "--redline", old]
        assert main(command) == 1
        told = capsys.readouterr()
        assert word in told.err
        assert told.err.count("\n") == 1
    assert not (files / "a.docx").exists()


def test_tables_that_are_made_stand_on_both_sides_and_not_in_what_goes_round(
    files: Path, capsys: pytest.CaptureFixture[str]
):
    save_draft(set_title(DRAFT, ("另一个题目",)), files / "later.draft.json")
    command = ["export", str(files / "later.draft.json"), "-o", str(files / "a.docx"), "--task-table"]
    assert main([*command, "--redline", str(files / "before.draft.json")]) == 0
    red = (files / "a.docx").read_bytes()
    for accept in (True, False):
        assert any("牵头单位" in text for _, text in said(resolved(red, accept=accept)))
    assert main([*command, "--live-slots"]) == 1
    assert "附表" in capsys.readouterr().err


def test_whose_changes_they_are():
    bare = Draft()
    assert redlining.author_of(bare) == "起草单位"
    assert redlining.author_of(replace(bare, locality=Locality("威海市", "威海"))) == "威海市人民政府"
    assert redlining.author_of(replace(bare, notice=Notice(issuers=("甲局", "乙局")))) == "甲局、乙局"
