"""The tables a bureau edits: out to Excel, changed there, in again; what is wrong in them is named by row and column."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter import workflow
from drafter.cli import main
from drafter.errors import DrafterError
from drafter.workflow import given
from drafter.workflow.checks import outdated_words
from drafter.workflow.tables import TABLES, export_table, import_lines, import_table, reset_table, table_named

AGENCIES, OUTDATED = table_named("agencies"), table_named("过时用语表")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("drafter.resources.user_data", lambda: tmp_path / "user")
    given.knowledge.cache_clear()
    outdated_words.cache_clear()
    yield
    given.knowledge.cache_clear()
    outdated_words.cache_clear()


def edited(tmp_path: Path, function: str, column: str, value: str) -> list[list[str]]:
    """The directory as exported, one cell changed."""
    path = tmp_path / "out.csv"
    export_table(AGENCIES, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    path.unlink()
    next(row for row in rows if row[0] == function)[rows[0].index(column)] = value
    return rows


def save(path: Path, rows: list[list[str]], encoding: str) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def save_xlsx(path: Path, rows: list[list[str]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append([int(cell) if cell.isdecimal() else cell or None for cell in row])
    book.save(path)
    return path


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "gb18030", "xlsx"])
def test_the_edited_directory_counts_from_the_next_localising_on(form: str, tmp_path: Path):
    rows = edited(tmp_path, "科学技术", "市级规范简称", "科技创新局")
    path = tmp_path / ("名录.xlsx" if form == "xlsx" else "名录.csv")
    done = import_table(save_xlsx(path, rows) if form == "xlsx" else save(path, rows, form))
    (changed,) = done.changed
    assert (changed.key, changed.new) == ("科学技术", False)
    assert [(column, now) for column, _, now in changed.cells] == [("市级规范简称", "科技创新局")]
    assert any("科技创新局" in line for line in import_lines(done))
    assert workflow.knowledge().directory.name_for("科学技术", workflow.locality("威海市")) == "市科技创新局"
    assert reset_table(AGENCIES)
    assert workflow.knowledge().directory.name_for("科学技术", workflow.locality("威海市")) == "市科技局"
    assert not reset_table(AGENCIES)


def test_our_own_row_goes_before_the_locality_file(tmp_path: Path):
    function, name = next(iter(workflow.locality("威海市").agencies))
    assert workflow.knowledge().directory.name_for(function, workflow.locality("威海市")).endswith(name)
    import_table(save(tmp_path / "a.csv", edited(tmp_path, function, "市级规范简称", "数字发展促进局"), "utf-8"))
    assert workflow.knowledge().directory.name_for(function, workflow.locality("威海市")) == "市数字发展促进局"


def test_a_few_rows_are_added_to_those_that_are_there_and_add_up(tmp_path: Path):
    before = len(outdated_words())
    import_table(save(tmp_path / "a.csv", [["词语", "过时年份", "理由"], ["旧提法甲", "2024", "已停用"]], "utf-8"))
    done = import_table(
        save(tmp_path / "b.csv", [["词语", "过时年份", "理由"], ["旧提法乙", "2025", "已停用"]], "utf-8")
    )
    assert [(one.key, one.new) for one in done.changed] == [("旧提法乙", True)]
    assert len(outdated_words()) == before + 2
    assert len([row for row in OUTDATED.rows() if row.own]) == 2
    draft = workflow.check(workflow.localise_plan(plan(tmp_path), workflow.locality("威海市")))
    assert "旧提法甲" in [one.text for one in draft]


def plan(tmp_path: Path):
    path = tmp_path / "计划.txt"
    path.write_text("济南市行动计划（2026—2028年）\n一、任务\n落实旧提法甲。\n", "utf-8")
    return workflow.read(path)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_is_exported_and_imported_unchanged_changes_nothing(table, tmp_path: Path):
    path = tmp_path / "a.csv"
    export_table(table, path)
    done = import_table(path)
    assert (done.table, done.changed) == (table, ())
    assert not any(row.own for row in table.rows())
    with pytest.raises(DrafterError, match="已经在了"):
        export_table(table, path)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([["词语", "过时年份", "理由"], ["甲", "去年", "停用"]], "第 2 行的“过时年份”"),
        ([["词语", "过时年份", "理由"], [], ["甲", "", "停用"]], "第 3 行的“过时年份”没有填"),
        ([["词语", "过时年份", "理由"], ["甲", "2024", "停用", "多"]], "第 2 行第 4 列多出一格“多”"),
        ([["词语", "理由"], ["甲", "停用"]], "缺少列"),
        ([["甲", "2024", "停用"]], "不是列名"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_mistake_names_row_and_column_and_changes_nothing(
    rows: list[list[str]], says: str, form: str, tmp_path: Path
):
    path = tmp_path / f"表.{form}"
    save_xlsx(path, rows) if form == "xlsx" else save(path, rows, "utf-8")
    with pytest.raises(DrafterError, match=says) as caught:
        import_table(path)
    assert caught.value.hint
    assert not OUTDATED.own.exists()


@pytest.mark.parametrize(
    ("name", "data"), [("a.xlsx", b"PK no book"), ("a.csv", b"\xff\xfe\x00\x81"), ("a.xls", b"\xd0\xcf")]
)
def test_what_is_no_table_is_one_error(name: str, data: bytes, tmp_path: Path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DrafterError) as caught:
        import_table(tmp_path / name)
    assert "另存为" in caught.value.hint


def test_two_functions_with_one_name_are_told_with_both_columns(tmp_path: Path):
    rows = edited(tmp_path, "科学技术", "市级规范简称", "重名局")
    next(row for row in rows if row[0] == "教育")[rows[0].index("市级规范简称")] = "重名局"
    with pytest.raises(DrafterError, match="重名局"):
        import_table(save(tmp_path / "a.csv", rows, "utf-8"))


def test_the_command_line_lists_takes_out_and_brings_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "过时.csv"
    assert main(["tables", "export", "outdated", "-o", str(out)]) == 0
    out.write_text(out.read_text("utf-8-sig") + "旧提法丙,2024,停用\n", "gb18030")
    assert main(["tables", "import", str(out)]) == 0
    assert "新增　旧提法丙" in capsys.readouterr().out
    assert main(["tables", "list", "--json"]) == 0
    own = {one["name"]: one["own"] for one in json.loads(capsys.readouterr().out)}
    assert own == {"agencies": 0, "gazetteer": 0, "names": 0, "common": 0, "outdated": 1}
    assert main(["tables", "reset", "过时用语表"]) == 0
    assert main(["tables", "reset", "没有的表"]) == 1
    assert "可选" in capsys.readouterr().err
