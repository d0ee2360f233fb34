"""Tables of tasks and targets are made of the draft's own clauses, facts and slots; a changed body changes its clause."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from drafter import cli, workflow
from drafter.errors import DrafterError
from drafter.model.document import Clause, Document, Paragraph, Party, Role, Section, SlotRef, Table
from drafter.model.draft import Draft, Slot, SlotKind, SlotState, fill, slot_texts
from drafter.model.edits import set_paragraph, with_ids
from drafter.model.numbering import Form, Number
from drafter.model.walk import passages, text_of
from drafter.reading.files import read_bytes
from drafter.writing.docx import docx_bytes
from drafter.writing.ledger import ledger_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AGENCY, COUNT = SlotRef(1), SlotRef(2)


@pytest.fixture
def draft() -> Draft:
    """Two tasks under one heading: one in a run-in paragraph, one with the clause on a line of its own."""
    led = Clause(("（牵头单位：", Party(AGENCY, Role.LEAD), "；配合单位：", Party("市财政局", Role.SUPPORT), "）"))
    alone = Clause(("（责任单位：", Party("市商务局"), "、", Party("各区人民政府"), "）"))
    first = Section(
        ("培育企业",), 2, Number(Form.BRACKET, 1), run_in=True,
        blocks=(Paragraph(("到2028年，培育智能农机企业50家以上，建成工厂", COUNT, "家。", led)),),
    )  # fmt: skip
    second = Section(
        ("拓展市场",), 2, Number(Form.BRACKET, 2),
        blocks=(Paragraph(("组织企业参加展会。",)), Paragraph((alone,))),
    )  # fmt: skip
    whole = Section(("主要任务",), 1, Number(Form.COMMA, 1), children=(first, second))
    slots = (
        Slot(1, SlotKind.AGENCY, "主管部门", value="市农业农村局", state=SlotState.REPLACED),
        Slot(2, SlotKind.TARGET, "智能工厂数"),
    )
    start = with_ids(Draft(next_id=3), Document(title=("云溪市行动方案",), region="云溪市", sections=(whole,)))
    return replace(start, slots=slots)


def cells(draft: Draft, table: Table | None) -> list[list[str]]:
    assert table
    return [[text_of(cell.spans, slot_texts(draft)) for cell in row] for row in table.rows]


def printed(draft: Draft) -> str:
    return "".join(text_of(one.spans, slot_texts(draft)) for one in passages(draft.document))


def test_a_row_says_what_is_done_by_whom_and_when(draft: Draft):
    assert cells(draft, workflow.task_table(draft)) == [
        [
            "1", "培育企业", "到2028年，培育智能农机企业50家以上，建成工厂【智能工厂数】家。",
            "培育智能农机企业50家以上；建成工厂【智能工厂数】家", "市农业农村局", "市财政局", "2028年",
        ],
        ["2", "拓展市场", "组织企业参加展会。", "", "市商务局", "各区人民政府", ""],
    ]  # fmt: skip


def test_targets_are_listed_those_that_are_open_too(draft: Draft):
    assert cells(draft, workflow.target_table(draft)) == [
        ["1", "智能农机企业", "50以上", "家", "2028", "（一）培育企业"],
        ["2", "智能工厂数", "【智能工厂数】", "", "", "（一）培育企业"],
    ]


def test_a_filled_slot_shows_in_the_tables(draft: Draft):
    filled = fill(draft, AGENCY.slot, "市农机局")
    assert cells(filled, workflow.task_table(filled))[0][4] == "市农机局"


def test_bodies_set_in_a_task_change_its_clause_and_come_back(draft: Draft):
    first, second = workflow.tasks_of(draft)
    changed = workflow.set_bodies(draft, first, "市科技局", "市财政局、市农业农村局")
    assert "（牵头单位：市科技局；配合单位：市财政局、市农业农村局）" in printed(changed)
    assert cells(changed, workflow.task_table(changed))[0][4:6] == ["市科技局", "市财政局、市农业农村局"]
    assert workflow.tasks_of(changed)[0].support == ("市财政局", AGENCY)  # the name a slot shows stays that slot
    again = workflow.set_bodies(changed, second, "市商务局", "")
    assert "（责任单位：市商务局）" in printed(again)
    assert workflow.tasks_of(again)[1].lead == ("市商务局",)
    assert workflow.tasks_of(again)[0] == workflow.tasks_of(changed)[0]


def test_a_clause_changed_in_the_text_changes_the_row(draft: Draft):
    task = workflow.tasks_of(draft)[1]
    clause = Clause(("（责任单位：", Party("市文化和旅游局"), "）"))
    changed = set_paragraph(draft, task.paragraph, (clause,))
    assert cells(changed, workflow.task_table(changed))[1][4:6] == ["市文化和旅游局", ""]


def test_setting_what_is_there_leaves_the_draft_as_it_is(draft: Draft):
    first, _ = workflow.tasks_of(draft)
    assert workflow.set_bodies(draft, first, "市农业农村局", "市财政局") is draft


def test_a_task_without_any_body_and_one_that_is_gone_are_told(draft: Draft):
    first, _ = workflow.tasks_of(draft)
    with pytest.raises(DrafterError, match="至少要有一个责任单位"):
        workflow.set_bodies(draft, first, " ", "、")
    with pytest.raises(DrafterError, match="已没有这项任务"):
        workflow.set_bodies(set_paragraph(draft, first.paragraph, ("改写。",)), first, "市科技局", "")


def test_the_tables_stand_behind_the_text_on_a_sheet_as_wide_as_they_need(draft: Draft):
    whole = workflow.with_annexes(draft, task_annex=True, target_annex=True)
    data = docx_bytes(whole.document, slot_texts(whole))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    assert [size.get(f"{W}orient", "portrait") for size in root.iter(f"{W}pgSz")] == ["portrait", "landscape"]
    read = read_bytes(data, "a.docx")
    assert [text_of(one.title) for one in read.attachments] == ["主要目标表", "重点任务分工表"]
    (table,) = (block for block in read.attachments[1].preamble if isinstance(block, Table))
    assert [[text_of(cell.spans) for cell in row] for row in table.rows] == cells(draft, workflow.task_table(draft))
    assert draft.document.attachments == ()


def test_a_draft_without_bodies_has_no_table_to_print():
    bare = with_ids(Draft(), Document(preamble=(Paragraph(("正文。",)),)))
    assert workflow.task_table(bare) is None
    with pytest.raises(DrafterError, match="没有责任单位"):
        workflow.with_annexes(bare, task_annex=True)
    with pytest.raises(DrafterError, match="台账是空的"):
        workflow.write_ledger(bare, Path("none.xlsx"))


def sheet_xml(data: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(part).decode()


def test_no_cell_of_the_ledger_is_a_formula():
    texts = ("=1+1", "+86", "-5", "@SUM(A1)", '=HYPERLINK("x")', "http://a.example", "坏\x00字\ud800", "长" * 40_000)
    data = ledger_bytes((("表", Table(("内容",), tuple((Paragraph((text,)),) for text in texts))),))
    sheet, strings = sheet_xml(data, "xl/worksheets/sheet1.xml"), sheet_xml(data, "xl/sharedStrings.xml")
    assert "<f>" not in sheet
    assert sheet.count('t="s"') == len(texts) + 1
    assert "<t>=1+1</t>" in strings
    assert "坏字" in strings


def test_the_ledger_holds_both_tables_and_never_replaces_a_file(draft: Draft, tmp_path: Path):
    first, second = (workflow.write_ledger(draft, tmp_path / "台账.xlsx") for _ in range(2))
    assert (first.name, second.name) == ("台账.xlsx", "台账-2.xlsx")
    assert first.read_bytes() == second.read_bytes()
    assert "重点任务分工表" in sheet_xml(first.read_bytes(), "xl/workbook.xml")
    assert "市农业农村局" in sheet_xml(first.read_bytes(), "xl/sharedStrings.xml")


def test_the_command_line_prints_tables_and_writes_the_ledger(draft: Draft, tmp_path: Path, capsys):
    source = tmp_path / "a.draft.json"
    workflow.save_draft(draft, source)
    wanted = ["--task-table", "--target-table", "--auto-numbers", "--xlsx", str(tmp_path / "台账.xlsx")]
    assert cli.main(["export", str(source), "-o", str(tmp_path / "a.docx"), *wanted]) == 0
    assert "已导出台账" in capsys.readouterr().out
    assert [text_of(one.title) for one in workflow.read(tmp_path / "a.docx").attachments] == [
        "主要目标表",
        "重点任务分工表",
    ]
