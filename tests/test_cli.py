"""The command line: exit codes, one clear line for bad input, only JSON on stdout where JSON is asked for."""

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordDocument

from drafter import resources
from drafter.cli import main
from drafter.model.walk import sections
from drafter.workflow import open_draft
from tests.conftest import ROOT

RECIPE = ROOT / "examples/weihai.toml"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("library") / "library.db")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str):
    """What a command prints as JSON."""
    code = main(list(arguments))
    printed = capsys.readouterr()
    assert code == 0, printed.err
    assert printed.err == ""
    return json.loads(printed.out)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line a command says about bad input."""
    code = main(list(arguments))
    printed = capsys.readouterr()
    assert code == 1
    assert printed.out == ""
    assert printed.err.startswith("drafter: ")
    assert printed.err.count("\n") == 1
    assert "Traceback" not in printed.err
    return printed.err


def test_a_new_library_holds_the_reference_plans(library: str, capsys: pytest.CaptureFixture[str]):
    entries = answer(capsys, "library", "list", "--json", "--library", library)
    assert len(entries) == 5
    assert {entry["region"] for entry in entries} == {"山东省", "济南市", "武汉市", "威海市"}
    hits = answer(capsys, "library", "search", "孵化", "--json", "--library", library)
    assert hits
    assert all("孵化" in hit["title"] + hit["snippet"] for hit in hits)


def test_the_example_is_composed(library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    output, saved = tmp_path / "威海.docx", tmp_path / "威海.draft.json"
    done = answer(
        capsys, "compose", str(RECIPE), "-o", str(output), "--draft", str(saved), "--json", "--library", library
    )
    assert done["output"] == str(output)
    assert done["slots"] > 20
    assert {slot["state"] for slot in done["open"]} == {"open"}
    draft = open_draft(saved)
    regions = {section.source.region for _, section in sections(draft.document) if section.source}
    assert regions == {"济南市", "武汉市", "山东省"}
    word = WordDocument(str(output))
    headings = [one for one in word.paragraphs if (one.style.name or "").lower().startswith("heading")]
    assert len(headings) == len(list(sections(draft.document)))
    text = "\n".join(one.text for one in word.paragraphs)
    for slot in done["open"]:
        assert f"【{slot['name']}】" in text


def test_an_existing_file_is_never_overwritten(library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    output = tmp_path / "a.docx"
    output.write_text("mine")
    done = answer(capsys, "compose", str(RECIPE), "-o", str(output), "--json", "--library", library)
    assert done["output"] == str(tmp_path / "a-2.docx")
    assert output.read_text() == "mine"


def test_read_and_facts_answer_in_json(capsys: pytest.CaptureFixture[str]):
    plan = str(resources.reference_docs() / "jinan-action-plan.docx")
    document = answer(capsys, "read", plan, "--json")
    assert document["title"] == "济南市促进元宇宙产业创新发展行动计划（2022—2025年）"
    assert document["period"] == [2022, 2025]
    facts = answer(capsys, "facts", plan, "--json")
    targets = [one for one in facts if one["kind"] == "target"]
    assert {(one["value"], one["unit"], one["comparison"]) for one in targets} >= {(100, "家", "at least")}


def test_a_whole_plan_is_made_local(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    plan = str(resources.reference_docs() / "wuhan-implementation-plan.docx")
    saved = tmp_path / "x.draft.json"
    done = answer(capsys, "localise", plan, "--to", "威海", "--json", "--draft", str(saved))
    agencies = {slot["original"]: slot for slot in done["slots"] if slot["kind"] == "agency"}
    assert agencies["市经信局"]["value"] == "市工业和信息化局"
    assert open_draft(saved).locality is not None


def bad_docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<w:document")


BAD_FILES = {
    "empty.txt": lambda path: path.write_bytes(b""),
    "blank.txt": lambda path: path.write_text(" \n\u3000\n"),
    "binary.txt": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "nozip.docx": lambda path: path.write_bytes(b"This is no zip."),
    "truncated.docx": lambda path: path.write_bytes(
        (resources.reference_docs() / "jinan-action-plan.docx").read_bytes()[:5000]
    ),
    "broken.docx": bad_docx,
    "folder.txt": lambda path: path.mkdir(),
    "missing.txt": lambda path: path.unlink(missing_ok=True),
    "picture.png": lambda path: path.write_bytes(b"\x89PNG\r\n"),
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("verb", ["read", "facts"])
def test_bad_files_get_one_sentence(name: str, verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / name
    BAD_FILES[name](path)
    assert name in refusal(capsys, verb, str(path), "--json")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('pick = "一/（一）"', 'pick = "九/（九）"', "没有“九/（九）”这一节"),
        ('pick = "探索消费领域应用"', 'pick = "（一）"', "不止指一节"),
        ('from = "武汉市元宇宙产业创新发展实施方案"', 'from = "火星市方案"', "资料库中没有“火星市方案”"),
        ('without = ["（3）"]', 'without = ["（9）"]', "没有“（9）”这一节"),
        ('locality = "威海市"', 'locality = "火星市"', "没有“火星市”的本地信息"),
        ('"地区" = "威海"', '"地方" = "威海"', "没有叫“地方”的填报项"),
        ("format = 1", 'format = "1"', "“format”的值不对"),
        ("run_on = [3]", "run_on = 3", "“run_on”的值不对"),
    ],
)
def test_a_faulty_recipe_writes_nothing(
    old: str, new: str, told: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    text = RECIPE.read_text("utf-8")
    assert old in text
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(text.replace(old, new, 1), "utf-8")
    output = tmp_path / "out.docx"
    said = refusal(capsys, "compose", str(recipe), "-o", str(output), "--library", library)
    assert told in said
    assert not output.exists()


def test_an_output_that_cannot_be_written_is_told(library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    output = tmp_path / "no such folder" / "out.docx"
    assert "不能写入" in refusal(capsys, "compose", str(RECIPE), "-o", str(output), "--library", library)


def test_wrong_usage_is_two(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stop:
        main(["compose"])
    assert stop.value.code == 2
    capsys.readouterr()


def test_a_failed_import_says_which_file_and_keeps_the_others(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    good, bad = tmp_path / "甲市方案.txt", tmp_path / "bad.docx"
    good.write_text("甲市产业实施方案\n一、总体要求\n坚持创新发展。\n二、保障措施\n加强领导。\n", "utf-8")
    bad.write_bytes(b"no zip")
    assert main(["library", "add", str(tmp_path), "--json", "--library", library]) == 1
    printed = capsys.readouterr()
    done = {Path(one["path"]).name: one for one in json.loads(printed.out)}
    assert done["甲市方案.txt"]["title"] == "甲市产业实施方案"
    assert done["bad.docx"]["error"]
    key = done["甲市方案.txt"]["key"]
    assert answer(capsys, "library", "remove", key, "--json", "--library", library) == {"removed": key}
