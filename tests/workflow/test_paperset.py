"""The set in one act: names, dates, numbers and units are the same in all papers, and each is in the standard's form."""

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from drafter import resources
from drafter.cli import main
from drafter.draftfile import save_draft
from drafter.errors import DrafterError
from drafter.model.document import Paragraph, Section, SlotId, SlotRef, Source
from drafter.model.draft import Draft, fill, keep
from drafter.model.locality import Locality
from drafter.model.numbering import Form, Number
from drafter.reading.files import read_bytes
from drafter.workflow.paperset import export_set
from drafter.workflow.readback import read_back
from drafter.writing.options import Options
from drafter.writing.selfcheck import self_check
from tests.workflow.returning import typed_in_word
from tests.workflow.validating import validated
from tests.writing import test_arrangements as form
from tests.writing.made_up_plan import plan
from tests.writing.random_edits import started

PLACE, PLANTS, AGENCY = SlotId(1), SlotId(2), SlotId(3)
TAKEN = "建设公共服务平台10个，培育示范企业100家，按季度通报。"
HEADING = "服务平台"
SOURCE = Source("远海市实施方案（2025—2027年）", "远海市", "二/（一）", TAKEN, "k")


def written() -> Draft:
    now = Paragraph((TAKEN.replace("10个", "12个"), SlotRef(PLANTS)), source=SOURCE)
    source = replace(SOURCE, text=HEADING)
    taken = Section((HEADING,), 1, Number(Form.COMMA, 1), blocks=(now,), source=source)
    whole = plan()
    draft = started(replace(whole, sections=(*whole.sections, taken)))
    draft = fill(fill(draft, PLACE, "蓝海市"), AGENCY, "市工业和信息化局", "与职责一致")
    slots = tuple(replace(slot, original=f"原{slot.id}") for slot in draft.slots)
    return keep(replace(draft, slots=slots, key="a1b2"), AGENCY, "省级机构名称不变")


DRAFT = written()
TITLE = "蓝海市加快推动新一代人工智能赋能新型工业化高质量发展的实施方案（2026—2028年）"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    patch = pytest.MonkeyPatch()
    patch.setattr("drafter.workflow.exporting.office_installed", lambda: False)
    done = export_set(DRAFT, tmp_path_factory.mktemp("set") / "成套")
    patch.undo()
    return {name: path.read_bytes() for name, path in done.papers}


def words(data: bytes) -> str:
    """Everything a file says, without what breaks lines."""
    found = docx.Document(io.BytesIO(data))
    return "".join("".join(node.itertext()) for node in found.element.body.iter() if node.tag.endswith("}t"))


def test_the_set_is_five_papers(papers: dict[str, bytes]):
    assert [name[2:] for name in papers] == [
        "印发通知和规划", "规划", "征求意见函（附征求意见稿）", "起草说明", "出处表",
    ]  # fmt: skip


def test_title_unit_and_date_are_the_same_in_all_papers(papers: dict[str, bytes]):
    for name, data in papers.items():
        said = words(data)
        assert TITLE in said, name
        assert "2026年6月5日" in said, name
        assert "蓝海市人民政府" in said, name
        assert "【指标1】" not in said
        assert "原1" not in said or name.startswith("4"), name


def test_numbers_and_bodies_are_those_of_the_plan(papers: dict[str, bytes]):
    whole, alone, sent, told, table = map(words, papers.values())
    assert "蓝政发〔2026〕8号" in whole
    for said in (whole, alone, sent):
        assert "建设公共服务平台12个" in said
        assert "原3" in said
    assert "省级机构名称不变" in told
    assert "各区县人民政府" in sent
    assert "指标2" in told
    assert f"《{SOURCE.document}》" in told
    assert f"《{SOURCE.document}》" in table


def test_the_share_kept_is_that_of_the_words(papers: dict[str, bytes]):
    table = read_bytes(papers["5 出处表"], "a.docx").preamble[-1]
    rows = [["".join(map(str, cell.spans)) for cell in row] for row in table.rows]
    (row,) = (one for one in rows if SOURCE.document in one[1])
    assert row[:2] == ["四、服务平台", f"《{SOURCE.document}》{SOURCE.section}"]
    assert int(row[2]) == sum(character.isalnum() for character in TAKEN + HEADING)
    assert row[3] == "97%"  # one character of 29 is another
    assert [one[1] for one in rows].count("自拟") == len(rows) - 1


def test_every_paper_is_in_the_form_of_the_standard(papers: dict[str, bytes]):
    for name, data in papers.items():
        form.test_children_stand_in_the_order_of_the_schema(data)
        if not name.startswith("3"):
            form.test_every_relationship_and_every_style_is_there(data)
        wrong = [one.sentence for one in self_check(data) if not one.ok and "【】" not in one.sentence]
        assert [one for one in wrong if "版记" not in one] == [], name


def test_microsofts_validator_finds_nothing(papers: dict[str, bytes], tmp_path: Path):
    for name, data in papers.items():
        assert validated(data, tmp_path) == [], name


def test_the_letter_can_be_filled_in_and_read_back(papers: dict[str, bytes], tmp_path: Path):
    path = tmp_path / "市教育局.docx"
    path.write_bytes(typed_in_word(papers["3 征求意见函（附征求意见稿）"], PLANTS, "150"))
    back = read_back(DRAFT, [path])
    assert [(one.slot, one.value, one.unit) for one in back.offers] == [(PLANTS, "150", "市教育局")]
    assert back.files[0].remarks == ()
    assert back.files[0].changes == ()


def test_a_draft_that_nobody_issues_is_refused_and_a_city_is_enough(tmp_path: Path):
    document = replace(DRAFT.document, issuer="")
    nobody = replace(DRAFT, notice=None, document=document)
    with pytest.raises(DrafterError, match="发文单位"):
        export_set(nobody, tmp_path / "a", Options())
    assert not (tmp_path / "a").exists()
    done = export_set(replace(nobody, locality=Locality("蓝海市", "蓝海")), tmp_path / "b", Options())
    assert len(done.papers) == 5


def test_the_command_writes_the_set_and_no_file_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resources, "user_data", lambda: tmp_path / "user")
    monkeypatch.setattr("drafter.workflow.exporting.office_installed", lambda: False)
    draft = tmp_path / "a.draft.json"
    save_draft(DRAFT, draft)
    for count in (5, 10):
        assert main(["export", str(draft), "--set", str(tmp_path / "成套"), "--json"]) == 0
        answer = json.loads(capsys.readouterr().out)
        assert len(answer["papers"]) == 5
        assert len(list((tmp_path / "成套").glob("*.docx"))) == count
    assert main(["export", str(draft), "--set", str(tmp_path / "成套")]) == 0
    assert "起草说明" in capsys.readouterr().out
