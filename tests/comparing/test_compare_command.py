"""`drafter compare`: everything as data, as lines, as a spreadsheet, as a report; bad input gets one sentence."""

import json
import random
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from drafter.cli import main
from drafter.draftfile import open_draft, save_draft
from drafter.model.document import Document, Paragraph, Section, SlotId, SlotRef
from drafter.model.draft import Draft, Slot, SlotKind, leave_out, want_again
from drafter.reading.files import read_file
from drafter.reading.structure import read_text
from drafter.text.numerals import print_numeral
from drafter.workflow import compare
from drafter.workflow.comparing import Standing, headings
from drafter.workflow.comparison_tables import plain

WORDS = tuple(
    re.findall("..", "道路桥梁供水学校医院港口森林粮食渔业旅游电力燃气数据算力园区仓储物流公交河道水库湿地文物剧院养老")
)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    made = []
    for name in ("hydrogen", "elderly"):
        text = (Path(__file__).parent / "pairs" / f"{name}.txt").read_text("utf-8")
        for number, part in enumerate(text.split("=== 对应")[0].removeprefix("=== 甲\n").split("=== 乙\n")):
            path = tmp_path / f"{name}{number}.txt"
            path.write_text(part, "utf-8")
            made.append(str(path))
    return made


def test_everything_comes_as_data(files, capsys):
    assert main(["compare", *files[:2], "--superior", files[1], "--ours", files[0], "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["plans"] == ["本稿", "北屏省"]
    assert {row["standing"] for row in data["matrix"]} >= {"all", "missing", "alone"}
    stations = next(row for row in data["ledger"] if "加氢站" in row["indicator"])
    assert stations["cells"][0]["share"] is None
    assert "年份不同" in stations["judgement"]
    assert all(one["shared"] and 0 < one["confidence"] <= 1 for one in data["alignment"])
    talent = next(one for one in data["vertical"] if one["text"] == "强化人才支撑")
    assert talent["carried"] == []
    assert talent["within"] == ["四"]


def test_tables_and_report_are_written_and_never_overwrite(files, tmp_path, capsys):
    for _ in range(2):
        assert (
            main(["compare", *files[:3], "--xlsx", str(tmp_path / "对照.xlsx"), "-o", str(tmp_path / "对照.docx")]) == 0
        )
    assert (tmp_path / "对照-2.xlsx").is_file()
    with ZipFile(tmp_path / "对照.xlsx") as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if "sheet" in name)
    names = ZipFile(tmp_path / "对照.xlsx").read("xl/workbook.xml").decode()
    assert all(name in names for name in ("覆盖热图", "指标占最高", "专题对照"))
    assert "colorScale" in sheets
    assert "dataBar" in sheets
    assert "xl/charts/chart1.xml" in ZipFile(tmp_path / "对照.xlsx").namelist()
    assert "<f>" not in sheets
    assert [section.title for section in read_file(tmp_path / "对照.docx").sections][:2] == [
        ("专题对照",),
        ("目标台账",),
    ]
    assert "【目标台账】" in capsys.readouterr().out


@pytest.mark.parametrize("count", [1, 9])
def test_too_few_or_too_many_plans_are_told_in_one_sentence(files, capsys, count):
    assert main(["compare", *(files * 3)[:count]]) == 1
    assert "2 至 8 份" in capsys.readouterr().err


def test_a_superior_plan_that_is_not_compared_is_told(files, capsys):
    assert main(["compare", *files[:2], "--superior", "别处.docx"]) == 1
    assert "不在要对照的文件里" in capsys.readouterr().err


def test_a_plan_and_itself(files):
    document = read_file(Path(files[0]))
    found = compare([document, document])
    assert "文字完全相同" in found.notes[0]
    assert all(
        row.cells[0] == row.cells[1] or len(row.cells[0].topics) == len(row.cells[1].topics) for row in found.matrix
    )
    assert found.overlaps[0].whole.part > 0.6


def test_empty_plans_and_plans_without_headings_are_named(files):
    found = compare([read_file(Path(files[0])), read_text(""), read_text("到2027年，建成加氢站30座。")])
    assert any("是空的" in note for note in found.notes)
    assert any("没有标题" in note for note in found.notes)
    stations = next(row for row in found.ledger if "加氢站" in row.name)
    assert [bool(cell) for cell in stations.cells] == [True, False, True]


def test_eight_long_plans_are_compared_by_their_upper_levels_and_that_is_said():
    chance = random.Random(1)

    def plan(name: str) -> Document:
        words = ["".join(chance.choices(WORDS, k=6)) for _ in range(300)]
        parts = [f"{name}规划\n"]
        for one in map(print_numeral, range(1, 41)):
            parts.append(f"{one}、{chance.choice(words)}\n")
            for two in map(print_numeral, range(1, 13)):
                parts.append(f"（{two}）{chance.choice(words)}。{'，'.join(chance.choices(words, k=8))}。\n")
        return read_text("".join(parts))

    found = compare([plan(f"某{number}市") for number in "甲乙丙丁戊己庚辛"])
    assert len(plain(found)["plans"]) == 8
    assert sum("只对照了上面几级" in note for note in found.notes) == 8


def test_the_published_plans_share_rows_for_firms_and_sites(shared):
    seeds = [next((shared / "seeds").glob(f"{name}_*.txt")) for name in ("001", "003", "004")]
    found = compare([read_file(path) for path in seeds], superior=0)
    rows = {tuple(cell[0].text if cell else "" for cell in row.cells) for row in found.ledger}
    assert ("100家以上",) * 3 in rows
    assert ("30个以上",) * 3 in rows


def test_an_indicator_whose_slot_is_open_is_awaited_and_not_missing(files):
    above = read_file(Path(files[1]))
    slot = Slot(SlotId(1), SlotKind.TARGET, "加氢站数量", "100座以上")
    draft = Draft(Document(sections=(Section(("目标",), 1, blocks=(Paragraph(("建成", SlotRef(slot.id))),)),)), (slot,))
    found = compare([above, draft], superior=0, ours=1)
    said = {row.name: row.judgement for row in found.ledger}
    assert said["加氢站"] == "本稿待填：加氢站数量"
    assert "未承接" in said["氢能产业规模"]


def test_a_topic_marked_as_not_needed_is_told_so_with_the_reason_wherever_it_is_missing(files, tmp_path):
    above = read_file(Path(files[1]))
    mine = Document(sections=(Section(("总体目标",), 1, blocks=(Paragraph(("建成加氢站",)),)),))
    first = compare([above, Draft(mine)], superior=0, ours=1)
    row = next(one for one in first.matrix if one.standing is Standing.MISSING)
    draft = leave_out(Draft(mine), headings(first.topics, row), "本地没有这类资源")
    save_draft(draft, tmp_path / "a.draft.json")
    again = compare([above, open_draft(tmp_path / "a.draft.json")], superior=0, ours=1)
    marked = [one for one in again.matrix if one.standing is Standing.UNNEEDED]
    assert [(one.name, one.remark) for one in marked] == [(row.name, "本地没有这类资源")]
    assert [one.unneeded for one in again.vertical[1] if one.text == row.name] == ["本地没有这类资源"]
    assert want_again(draft, headings(first.topics, row)) == Draft(mine)
