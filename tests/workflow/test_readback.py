"""Files with live slots: they print as any export, survive what programs do, and are read back with care."""

import io
import json
import random
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import lxml.etree
import pytest

from drafter import resources
from drafter.cli import main
from drafter.draftfile import open_draft, save_draft
from drafter.model.differences import Turn
from drafter.model.document import SlotId
from drafter.model.draft import Draft, fill, slot_texts
from drafter.model.edits import set_title
from drafter.reading.files import read_bytes
from drafter.reading.returned import read_returned
from drafter.workflow.circulation import export_live, live_bytes
from drafter.workflow.readback import accepted, read_back
from drafter.writing.docx import docx_bytes
from drafter.writing.options import Options
from drafter.writing.selfcheck import self_check
from tests.workflow.returning import (
    D,
    W,
    changed,
    commented,
    controls,
    replaced,
    saved_by_libreoffice,
    saved_by_python_docx,
    tracked,
    typed,
    typed_in_word,
    without,
)
from tests.workflow.validating import validated
from tests.writing.made_up_plan import SENTENCE, plan
from tests.writing.random_edits import started

PLANTS, AGENCY = SlotId(2), SlotId(3)
TWICE = replace(plan(), preamble=plan().preamble * 2)
DRAFT = replace(fill(started(TWICE), AGENCY, "市工业和信息化局"), key="a1b2c3")
OPTIONS = Options(notice=DRAFT.notice)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "user_data", lambda: tmp_path / "user")


@pytest.fixture(scope="module")
def live() -> bytes:
    return live_bytes(DRAFT, OPTIONS, date(2026, 6, 1))


def put(folder: Path, **files: bytes) -> list[Path]:
    paths = [folder / f"{name}.docx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return paths


def values(draft: Draft, *paths: Path) -> list[tuple[int, str, str]]:
    return [(one.slot, one.value, one.unit) for one in read_back(draft, paths).offers]


def test_it_prints_as_any_export(live: bytes):
    plain = docx_bytes(DRAFT.document, slot_texts(DRAFT), options=OPTIONS)
    assert read_bytes(live, "a.docx") == read_bytes(plain, "a.docx")
    assert [one for one in self_check(live) if "【】" not in one.sentence] == [
        one for one in self_check(plain) if "【】" not in one.sentence
    ]


def test_every_control_is_bound_to_the_slot_of_its_tag(live: bytes):
    with zipfile.ZipFile(io.BytesIO(live)) as package:
        body = lxml.etree.fromstring(package.read("word/document.xml"))
        store = lxml.etree.fromstring(package.read("customXml/item1.xml"))
        identity = lxml.etree.fromstring(package.read("customXml/itemProps1.xml"))
        types = package.read("[Content_Types].xml").decode()
        links = package.read("word/_rels/document.xml.rels").decode()
    assert 'PartName="/customXml/itemProps1.xml"' in types
    assert 'Target="../customXml/item1.xml"' in links
    order = [f"{W}{name}" for name in ("alias", "tag", "lock", "dataBinding", "text")]
    found = list(body.iter(f"{W}sdt"))
    assert len(found) >= 3
    for one in found:
        properties = one.find(f"{W}sdtPr")
        assert [child.tag for child in properties] == order
        binding = properties.find(f"{W}dataBinding")
        assert binding.get(f"{W}storeItemID") == next(iter(identity.attrib.values()))
        (bound,) = store.xpath(binding.get(f"{W}xpath"), namespaces={"d": "urn:drafter:circulation"})
        number = properties.find(f"{W}tag").get(f"{W}val").removeprefix("drafter-slot-")
        assert bound.tag == f"{D}slot{number}"
        (sent,) = (other for other in store if other.get("slot") == number)
        assert sent.get("name") == properties.find(f"{W}alias").get(f"{W}val")
        assert bound.text == "".join(one.find(f"{W}sdtContent").itertext())


def test_microsofts_validator_finds_nothing(live: bytes, tmp_path: Path):
    assert validated(live, tmp_path) == []


def test_a_slot_in_the_title_is_live_too(live: bytes):
    with zipfile.ZipFile(io.BytesIO(live)) as package:
        body = lxml.etree.fromstring(package.read("word/document.xml"))
    titles = [one for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle[@{W}val='Title']") is not None]
    assert [len(list(one.iter(f"{W}sdt"))) for one in titles] == [1, 1]


def test_what_comes_back_untouched_offers_nothing(live: bytes, tmp_path: Path):
    for data in (live, saved_by_python_docx(live)):
        (back,) = read_back(DRAFT, put(tmp_path, 甲局=data)).files
        assert (back.error, back.remarks, back.changes, back.missing) == ("", (), (), ())
        assert values(DRAFT, tmp_path / "甲局.docx") == []


@pytest.mark.parametrize("save", [lambda data: data, saved_by_python_docx])
def test_a_value_typed_once_in_word_is_one_value(live: bytes, tmp_path: Path, save):
    path = put(tmp_path, 征求意见稿市教育局=save(typed_in_word(live, PLANTS, "150")))
    assert values(DRAFT, *path) == [(PLANTS, "150", "市教育局")]


def test_libreoffice_keeps_values_or_they_are_said_to_be_missing(live: bytes, tmp_path: Path):
    saved = saved_by_libreoffice(typed_in_word(live, PLANTS, "150"))
    if saved is None:
        pytest.skip("LibreOffice is not installed")
    back = read_back(DRAFT, put(tmp_path, 甲局=saved))
    assert [(one.slot, one.value) for one in back.offers] == [(PLANTS, "150")]
    assert back.files[0].changes == ()


def test_a_program_without_the_store_changes_one_control_and_that_counts(live: bytes, tmp_path: Path):
    one = typed(live, PLANTS, "150", times=1)
    assert values(DRAFT, *put(tmp_path, 甲局=one)) == [(PLANTS, "150", "甲局")]
    two = changed(one, "word/document.xml", lambda root: _retype(root, PLANTS, "160"))
    assert [value for _, value, _ in values(DRAFT, *put(tmp_path, 甲局=two))] == ["150", "160"]


def _retype(root: lxml.etree._Element, slot: int, value: str) -> None:
    last = controls(root, slot)[-1]
    for at, text in enumerate(last.iter(f"{W}t")):
        text.text = "" if at else value


def test_a_control_that_is_gone_is_said_to_be_missing(live: bytes, tmp_path: Path):
    def delete(root: lxml.etree._Element) -> None:
        for one in controls(root, PLANTS):
            one.getparent().remove(one)

    (back,) = read_back(DRAFT, put(tmp_path, 甲局=changed(live, "word/document.xml", delete))).files
    assert back.missing == (PLANTS,)
    assert back.changes


def test_several_files_stand_side_by_side_and_nothing_is_merged(live: bytes, tmp_path: Path):
    paths = put(tmp_path, 甲局=typed_in_word(live, PLANTS, "150"), 乙局=typed_in_word(live, PLANTS, "160"), 丙局=live)
    back = read_back(DRAFT, paths)
    assert [(one.value, one.unit) for one in back.of(PLANTS)] == [("150", "甲局"), ("160", "乙局")]
    assert back.agreed == ()
    chosen = accepted(DRAFT, back.of(PLANTS)[1:])
    assert next(slot for slot in chosen.slots if slot.id == PLANTS).value == "160"
    assert next(slot for slot in chosen.slots if slot.id == PLANTS).reason == "乙局填报"


def test_words_around_the_slots_are_listed_with_their_place_tracked_or_not(live: bytes, tmp_path: Path):
    plain, mine = replaced(live, "组织专家", "邀请专家"), tracked(live, "组织专家", "邀请专家", "李某")
    for data, revisions in ((plain, 0), (mine, 1)):
        (back,) = read_back(DRAFT, put(tmp_path, 甲局=data)).files
        (one,) = back.changes
        assert (one.turn, one.old and "组织专家" in one.old.text) == (Turn.REWRITTEN, True)
        assert one.new
        assert "邀请专家" in one.new.text
        assert len(back.revisions) == revisions
    assert (back.revisions[0].author, back.revisions[0].removed, back.revisions[0].added) == (
        "李某", "组织专家", "邀请专家",
    )  # fmt: skip


def test_names_of_slots_stand_in_lines_that_were_changed(live: bytes, tmp_path: Path):
    (back,) = read_back(DRAFT, put(tmp_path, 甲局=replaced(live, "力争达到", "确保达到"))).files
    assert "确保达到【指标2】" in (back.changes[0].new.text if back.changes[0].new else "")
    assert SENTENCE[:4] in (back.changes[0].new.text if back.changes[0].new else "")


def test_another_draft_and_an_older_state_are_told(live: bytes, tmp_path: Path):
    paths = put(tmp_path, 甲局=typed_in_word(live, PLANTS, "150"))
    other = read_back(replace(DRAFT, key="other"), paths)
    assert "另一份草稿" in other.files[0].error
    assert other.offers == ()
    later = set_title(fill(DRAFT, AGENCY, "市科技局"), ("另一个题目",))
    (back,) = read_back(later, paths).files
    assert "2026-06-01" in back.remarks[0]
    assert "处不同" in back.remarks[0]
    assert back.changes == ()
    assert values(later, *paths) == [(PLANTS, "150", "甲局")]


def test_a_lost_store_is_told_and_the_tags_still_count(live: bytes, tmp_path: Path):
    data = without(typed(live, PLANTS, "150"), "customXml/item1.xml")
    back = read_back(DRAFT, put(tmp_path, 甲局=data))
    assert "标识已丢失" in back.files[0].remarks[0]
    assert [(one.slot, one.value) for one in back.offers] == [(PLANTS, "150")]
    assert back.files[0].changes == ()


BAD = {
    "damaged": lambda live: live[: len(live) // 2],
    "no file of Word": lambda _: b"%PDF-1.7 rubbish",
    "encrypted": lambda _: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    "old format": lambda _: b"\xd0\xcf\x11\xe0 rubbish",
    "of another program": lambda _: docx_bytes(plan()),
    "without a text": lambda live: without(live, "word/document.xml"),
    "broken XML": lambda live: live.replace(b"", b"") and _broken(live),
}


def _broken(live: bytes) -> bytes:
    out = io.BytesIO(without(live, "word/document.xml"))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/document.xml", "<w:document><w:body>")
    return out.getvalue()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_the_others_are_read(live: bytes, tmp_path: Path, name: str):
    back = read_back(DRAFT, put(tmp_path, 甲局=BAD[name](live), 乙局=typed_in_word(live, PLANTS, "150")))
    assert "甲局" in back.files[0].error
    assert "\n" not in back.files[0].error
    assert [(one.value, one.unit) for one in back.offers] == [("150", "乙局")]


def _nested(live: bytes) -> bytes:
    def change(root: lxml.etree._Element) -> None:
        node = next(root.iter(f"{W}p"))
        for _ in range(1500):
            node = lxml.etree.SubElement(node, f"{W}smartTag")

    return changed(live, "word/document.xml", change)


def test_nothing_a_file_holds_is_more_than_a_sentence(live: bytes, tmp_path: Path):
    draw = random.Random(1)
    for number in range(120):
        data = bytearray(live)
        for _ in range(draw.randrange(1, 30)):
            data[draw.randrange(len(data))] = draw.randrange(256)
        path = tmp_path / f"{number}.docx"
        path.write_bytes(bytes(data))
        (back,) = read_back(DRAFT, [path]).files
        assert "\n" not in back.error
    (back,) = read_back(DRAFT, put(tmp_path, 甲局=_nested(live))).files
    assert "嵌套太深" in back.error


def test_a_thousand_comments_are_one_sentence(live: bytes, tmp_path: Path):
    (back,) = read_back(DRAFT, put(tmp_path, 甲局=commented(live, 1000))).files
    assert back.remarks == ("有 1000 条批注，没有读入，请在原文件中看。",)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    assert "没有.docx" in read_back(DRAFT, [tmp_path / "没有.docx"]).files[0].error


def test_a_draft_without_a_key_knows_its_own_files(tmp_path: Path):
    bare = replace(DRAFT, key="")
    path = export_live(bare, tmp_path / "甲局.docx")
    assert read_back(bare, [path]).files[0].error == ""
    assert read_back(fill(bare, PLANTS, "9"), [path]).files[0].error == ""


def test_the_commands_send_out_and_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    draft = tmp_path / "a.draft.json"
    save_draft(DRAFT, draft)
    out = tmp_path / "征求意见稿.docx"
    assert main(["export", str(draft), "-o", str(out), "--live-slots"]) == 0
    assert "征求意见稿" in capsys.readouterr().out
    back = put(tmp_path, 甲局=typed_in_word(out.read_bytes(), PLANTS, "150"), 坏=b"x")
    assert main(["readback", *map(str, back), "--draft", str(draft), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    (slot,) = (one for one in answer["slots"] if one["offers"])
    assert slot["name"] == "指标2"
    assert slot["offers"] == [{"unit": "甲局", "file": str(back[0]), "value": "150"}]
    assert answer["files"][1]["error"]
    assert open_draft(draft) == DRAFT
    assert main(["readback", *map(str, back), "--draft", str(draft)]) == 0
    told = capsys.readouterr().out
    assert "甲局" in told
    assert "150" in told


def test_tags_and_marks_mean_the_same_to_writer_and_reader(live: bytes):
    back = read_returned(live, "a.docx")
    assert {slot for slot, _ in back.values} == {one.id for one in DRAFT.slots}
    assert back.lines == back.sent_lines
