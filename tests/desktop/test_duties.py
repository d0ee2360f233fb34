"""任务分工: the tasks of the draft in a table; a cell of bodies is an edit of the clause, one step that can be undone."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from drafter.desktop.duties import Duties
from drafter.desktop.models.duties import Column
from drafter.desktop.panels.duties import DutiesPanel
from drafter.desktop.session import Session
from drafter.desktop.settings import Settings
from drafter.desktop.tasks import Tasks
from drafter.model.document import Clause, Document, Paragraph, Party, Role, Section
from drafter.model.draft import Draft
from drafter.model.edits import with_ids
from drafter.model.numbering import Form, Number
from drafter.model.walk import text_of

CLAUSE = Clause(("（牵头单位：", Party("甲局", Role.LEAD), "；配合单位：", Party("乙局", Role.SUPPORT), "）"))


@pytest.fixture
def duties(qtbot: QtBot, home: Path) -> Any:
    window = QWidget()
    qtbot.addWidget(window)
    tasks = Tasks(lambda error: pytest.fail(str(error)), parent=window)
    session, panel = Session(window), DutiesPanel(window)
    made = Duties(session, Settings(), tasks, panel, window)
    session.draft_changed.connect(made.show)
    sections = tuple(
        Section((name,), 1, Number(Form.COMMA, 1), blocks=(Paragraph(("到2028年，建成工厂120家。", CLAUSE)),))
        for name in ("壮大产业", "做优服务")
    )
    session.begin(with_ids(Draft(), Document(title=("计划",), sections=sections)))
    window.resize(1000, 300)
    panel.resize(1000, 300)
    window.show()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2, timeout=20_000)
    yield made, session, panel
    tasks.stop()


def said(panel: DutiesPanel, row: int) -> list[str]:
    return [str(panel.model.index(row, column).data()) for column in Column]


def clause(session: Session, section: int) -> str:
    assert session.draft is not None
    (block,) = session.draft.document.sections[section].blocks
    assert isinstance(block, Paragraph)
    return text_of(block.spans)


def test_every_clause_is_a_row_with_what_is_to_be_done_by_whom_and_when(duties: Any) -> None:
    _, _, panel = duties
    title, content, targets, *others = said(panel, 0)
    assert title == "壮大产业"
    assert "建成工厂120家" in content
    assert "120家" in targets
    assert others == ["甲局", "乙局", "2028年"]


def test_an_edited_cell_changes_the_clause_and_undo_changes_both_back(duties: Any, qtbot: QtBot) -> None:
    _, session, panel = duties
    index = panel.model.index(1, Column.SUPPORT)
    panel.table.setCurrentIndex(index)
    panel.table.edit(index)
    editor = panel.table.findChild(QLineEdit)
    editor.setText("丙局、丁局")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.stack.count() == 1)
    assert clause(session, 1).endswith("（牵头单位：甲局；配合单位：丙局、丁局）")
    assert clause(session, 0).endswith("（牵头单位：甲局；配合单位：乙局）")
    qtbot.waitUntil(lambda: said(panel, 1)[Column.SUPPORT] == "丙局、丁局", timeout=20_000)
    assert session.stack.count() == 1
    session.stack.undo()
    qtbot.waitUntil(lambda: said(panel, 1)[Column.SUPPORT] == "乙局", timeout=20_000)


def test_a_task_without_anybody_is_refused(duties: Any, qtbot: QtBot) -> None:
    _, session, panel = duties
    refused: list[object] = []
    session.refused.connect(refused.append)
    panel.model.setData(panel.model.index(0, Column.SUPPORT), "")
    assert not refused
    qtbot.waitUntil(lambda: said(panel, 0)[Column.SUPPORT] == "", timeout=20_000)
    panel.model.setData(panel.model.index(0, Column.LEAD), "")
    assert len(refused) == 1
    assert clause(session, 0).endswith("（牵头单位：甲局）")


def test_the_name_that_is_being_typed_is_completed_and_the_others_stay(duties: Any) -> None:
    _, _, panel = duties
    index = panel.model.index(0, Column.SUPPORT)
    panel.table.edit(index)
    editor = panel.table.findChild(QLineEdit)
    editor.setText("丙局、甲")
    completer = editor.completer()
    assert completer.splitPath(editor.text()) == ["甲"]
    completer.setCompletionPrefix("甲")
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "丙局、甲局"


def test_a_double_click_reads_the_task_in_the_draft(duties: Any, qtbot: QtBot) -> None:
    made, session, panel = duties
    with qtbot.waitSignal(made.section_requested) as told:
        panel.table.doubleClicked.emit(panel.model.index(1, Column.TITLE))
    assert told.args == [session.draft.document.sections[1].id]


def test_the_ledger_is_written(duties: Any, qtbot: QtBot, answers: Any, tmp_path: Path) -> None:
    _, _, panel = duties
    answers.give("save_as", tmp_path / "台账.xlsx")
    qtbot.mouseClick(panel.ledger, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert openpyxl.load_workbook(tmp_path / "台账.xlsx").sheetnames == ["重点任务分工表", "主要目标表"]
