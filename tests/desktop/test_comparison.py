"""对照: open references and the draft side by side by topic, target and source; picked from there; 同题锁定 follows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from drafter.desktop.models.origins import OriginRow
from drafter.desktop.models.vertical import Carrying
from drafter.desktop.panels.origins import OriginsPanel
from drafter.desktop.window import MainWindow
from drafter.model.arranging import remove_paragraph
from drafter.model.document import Paragraph
from drafter.model.walk import passages, sections, text_of
from drafter.workflow.comparing import Standing


def rows(panel: OriginsPanel) -> list[OriginRow]:
    return [panel.model.row(number) for number in range(panel.model.rowCount())]


@pytest.fixture
def comparing(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The example draft with 山东 and 济南 open, compared."""
    parts = window.parts
    qtbot.waitUntil(lambda: parts.material.library is not None, timeout=20_000)
    window.acts["example"].trigger()
    qtbot.waitUntil(lambda: parts.session.draft is not None, timeout=20_000)
    for entry in parts.material.library.entries():
        if entry.region in ("山东省", "济南市") and entry.kind != "答复":
            parts.material.open_document(entry.key)
    qtbot.waitUntil(
        lambda: parts.comparison.latest is not None and len(parts.comparison.latest.keys) == 2, timeout=20_000
    )
    window.acts["compare"].trigger()
    return window


def test_the_matrix_shows_what_others_have_and_the_draft_lacks(comparing: MainWindow, qtbot: QtBot):
    matrix = comparing.parts.comparison.matrix
    assert matrix.isVisible()
    found = matrix.model.compared.found
    assert found.plans[-1].name == "本稿"
    assert found.plans[found.superior].name == "山东"
    everything = matrix.model.rowCount()
    qtbot.mouseClick(matrix.chips[Standing.MISSING], Qt.MouseButton.LeftButton)
    rows = [matrix.model.row(n) for n in range(matrix.model.rowCount())]
    assert 0 < len(rows) < everything
    assert all(row.standing is Standing.MISSING and not row.cells[-1].topics for row in rows)
    assert f"人有我无 {len(rows)}" == matrix.chips[Standing.MISSING].text()


def test_a_row_opens_its_sections_side_by_side_and_can_be_picked(comparing: MainWindow, qtbot: QtBot):
    parts, matrix = comparing.parts, comparing.parts.comparison.matrix
    matrix.chips[Standing.MISSING].click()
    number = next(
        n for n in range(matrix.model.rowCount()) if sum(bool(c.topics) for c in matrix.model.row(n).cells) == 2
    )
    matrix.table.setCurrentIndex(matrix.model.index(number, 0))
    assert "都说到" in matrix.why.text()
    offers = matrix._offers(matrix.model.row(number))
    qtbot.keyClick(matrix.table, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: all(parts.references.panes[key].view.here() == path for _, key, path in offers), timeout=10_000
    )
    before = len(list(sections(parts.session.draft.document)))
    matrix.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(list(sections(parts.session.draft.document))) > before, timeout=20_000)
    name = matrix.model.row(number).name
    qtbot.waitUntil(
        lambda: (
            not any(
                row.name == name and row.standing is Standing.MISSING for row in parts.comparison.latest.found.matrix
            )
        ),
        timeout=20_000,
    )


def test_the_ledger_leads_to_the_targets(comparing: MainWindow, qtbot: QtBot):
    parts, ledger = comparing.parts, comparing.parts.comparison.ledger
    parts.lower.setCurrentWidget(ledger)
    assert ledger.model.rowCount() == len(parts.comparison.latest.found.ledger) > 3
    assert "项指标" in ledger.count.text()
    with qtbot.waitSignal(ledger.read_requested):
        ledger.table.doubleClicked.emit(ledger.model.index(0, 2))
    judged = [str(ledger.model.index(n, ledger.model.columnCount() - 1).data()) for n in range(ledger.model.rowCount())]
    assert all(judged)


def test_the_origins_tell_what_is_kept(comparing: MainWindow, qtbot: QtBot):
    origins = comparing.parts.comparison.origins
    qtbot.waitUntil(lambda: bool(rows(origins)), timeout=20_000)
    assert all(0 <= row.part <= 1 for row in rows(origins))
    assert {row.place for row in rows(origins)} >= {"济南"}
    assert "逐字相同" in origins.total.text()


def test_locked_references_follow_the_caret(comparing: MainWindow, qtbot: QtBot):
    parts = comparing.parts
    latest = parts.comparison.latest
    draft = parts.session.draft
    qtbot.mouseClick(parts.references.lock, Qt.MouseButton.LeftButton)
    path, section = next((p, s) for p, s in sections(draft.document) if len(latest.same_topic(p)) == 2)
    parts.comparison.enter(section.id)
    for key, there in latest.same_topic(path).items():
        assert parts.references.panes[key].view.here() == there, text_of(section.title)
    assert parts.references.lock_told.text()


def test_the_superior_plan_can_be_chosen(comparing: MainWindow, qtbot: QtBot):
    parts, matrix = comparing.parts, comparing.parts.comparison.matrix
    matrix.superior.activated.emit(0)
    qtbot.waitUntil(lambda: parts.comparison.latest.found.superior is None, timeout=20_000)


def test_closing_all_references_empties_the_panels(comparing: MainWindow, qtbot: QtBot):
    parts = comparing.parts
    for key in tuple(parts.references.panes):
        parts.references.close_document(key)
    qtbot.waitUntil(lambda: parts.comparison.latest is None, timeout=20_000)
    assert parts.comparison.matrix.empty.isVisible()


def test_the_tables_are_exported(comparing: MainWindow, qtbot: QtBot, answers, tmp_path):
    answers.give("save_as", tmp_path / "对照.xlsx")
    comparing.parts.comparison.matrix.export.click()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=20_000)
    assert (tmp_path / "对照.xlsx").is_file()


def test_copies_of_plans_that_are_not_open_are_found_in_the_library(window: MainWindow, qtbot: QtBot):
    parts = window.parts
    qtbot.waitUntil(lambda: parts.material.library is not None, timeout=20_000)
    window.acts["example"].trigger()
    qtbot.waitUntil(lambda: parts.session.draft is not None, timeout=20_000)
    origins, library = parts.comparison.origins, parts.material.library
    entry = next(one for one in library.entries() if one.region == "武汉市")
    words = max((text_of(one.spans) for one in passages(library.document(entry.key))), key=len)
    pasted = (Paragraph((words,)),)
    parts.session.apply("粘贴", lambda draft: replace(draft, document=replace(draft.document, preamble=pasted)))
    qtbot.waitUntil(lambda: any(row.remark.startswith("资料库中相同") for row in rows(origins)), timeout=20_000)
    assert not parts.references.panes
    assert any((row.section, row.key) == ("", entry.key) and row.part == 1 for row in rows(origins))
    assert origins.stack.currentIndex() == 1
    assert "与资料库中的资料逐字相同" in origins.total.text()
    assert "原样保留" in origins.total.text()


def test_the_outline_and_the_margin_follow_what_is_the_same_while_it_is_written(window: MainWindow, qtbot: QtBot):
    parts = window.parts
    qtbot.waitUntil(lambda: parts.material.library is not None, timeout=20_000)
    window.acts["example"].trigger()
    shares = parts.sheet.paper.marks
    qtbot.waitUntil(lambda: any(share > 0.5 for share in shares.shares.values()), timeout=20_000)
    headings = {heading.section: heading for heading in parts.outline.model.headings()}
    assert all(headings[one].share == share for one, share in shares.shares.items() if one in headings)
    leaves = [
        s for _, s in sections(parts.session.draft.document) if not s.children and shares.shares.get(s.id, 0) > 0.5
    ]
    before = shares.shares[leaves[0].id]
    parts.session.apply("改写", lambda draft: remove_paragraph(draft, leaves[0].blocks[0].id))
    qtbot.waitUntil(lambda: shares.shares.get(leaves[0].id, 0.0) < before, timeout=20_000)
    heading = parts.outline.model.heading(parts.outline.model.index_for(leaves[0].id))
    assert heading.share == shares.shares.get(leaves[0].id, 0.0)


def test_a_topic_is_marked_as_not_needed_with_a_reason_and_that_is_one_step(comparing, qtbot: QtBot, answers):
    parts, matrix = comparing.parts, comparing.parts.comparison.matrix
    qtbot.mouseClick(matrix.chips[Standing.MISSING], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(
        matrix.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=matrix.table.visualRect(matrix.model.index(0, 0)).center(),
    )
    name = matrix.model.row(0).name
    answers.give("text", "本地没有这项产业")
    qtbot.mouseClick(matrix.unneeded, Qt.MouseButton.LeftButton)
    assert parts.session.draft.unneeded[0].reason == "本地没有这项产业"

    def standing() -> set[Standing]:
        return {row.standing for row in parts.comparison.latest.found.matrix if row.name == name}

    qtbot.waitUntil(lambda: standing() == {Standing.UNNEEDED}, timeout=20_000)
    assert matrix.chips[Standing.UNNEEDED].isEnabled()
    qtbot.keyClick(parts.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    parts.session.stack.undo() if parts.session.draft.unneeded else None
    qtbot.waitUntil(lambda: standing() == {Standing.MISSING}, timeout=20_000)


def test_tasks_and_targets_of_the_superior_plan_show_what_carries_them(comparing: MainWindow, qtbot: QtBot):
    parts, vertical = comparing.parts, comparing.parts.comparison.vertical
    parts.lower.setCurrentWidget(vertical)
    superior = next(one for one in parts.comparison.latest.found.plans if one.name == "山东").document
    tasks = [one for one in vertical.model.all if not one.target]
    assert len(tasks) == len(list(sections(superior)))
    qtbot.mouseClick(vertical.chips[Carrying.WITHIN], Qt.MouseButton.LeftButton)
    missing = [vertical.model.row(number) for number in range(vertical.model.rowCount())]
    assert missing
    assert all(not one.carried and one.within for one in missing)
    number = next(n for n, one in enumerate(missing) if not one.target)
    vertical.table.setCurrentIndex(vertical.model.index(number, 0))
    before = len(list(sections(parts.session.draft.document)))
    qtbot.mouseClick(vertical.pick, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(list(sections(parts.session.draft.document))) > before, timeout=20_000)
    qtbot.waitUntil(
        lambda: any(one.text == missing[number].text and one.carried for one in vertical.model.all), timeout=20_000
    )
    qtbot.mouseClick(vertical.chips[Carrying.CARRIED], Qt.MouseButton.LeftButton)
    vertical.table.setCurrentIndex(vertical.model.index(0, 0))
    with qtbot.waitSignals([vertical.read_requested, vertical.draft_requested]):
        qtbot.keyClick(vertical.table, Qt.Key.Key_Return)


def test_a_long_comparison_can_be_stopped(comparing: MainWindow, qtbot: QtBot):
    comparison = comparing.parts.comparison
    latest = comparison.latest
    comparison.comparer._compare()
    comparison.matrix.show_working(True)
    comparison.matrix.stop.show()
    qtbot.mouseClick(comparison.matrix.stop, Qt.MouseButton.LeftButton)
    assert comparison.matrix.stop.isHidden()
    qtbot.waitUntil(lambda: not comparing.parts.tasks.busy(), timeout=20_000)
    assert comparison.latest is latest


def test_a_click_in_the_coverage_map_goes_to_the_topic(comparing: MainWindow, qtbot: QtBot):
    matrix = comparing.parts.comparison.matrix
    wanted = matrix.model.rowCount() - 1
    qtbot.waitUntil(lambda: matrix.map.height() > 50)
    y = next(y for y in range(matrix.map.height()) if matrix.map.row_at(y) == wanted)
    qtbot.mouseClick(matrix.map, Qt.MouseButton.LeftButton, pos=QPoint(10, y))
    assert matrix.table.currentIndex().row() == wanted
    assert matrix.table.visualRect(matrix.model.index(wanted, 0)).intersects(matrix.table.viewport().rect())


def test_a_click_reads_the_topic_in_all_references_and_the_keys_stay_in_the_table(comparing: MainWindow, qtbot: QtBot):
    parts, matrix = comparing.parts, comparing.parts.comparison.matrix
    comparing.activateWindow()
    matrix.table.setFocus()
    both = next(n for n in range(4, matrix.model.rowCount()) if all(c.topics for c in matrix.model.row(n).cells[:2]))
    matrix.table.scrollTo(matrix.model.index(both, 0))
    spot = matrix.table.visualRect(matrix.model.index(both, 0)).center()
    qtbot.mouseClick(matrix.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    offers = {key: path for _, key, path in reversed(matrix._offers(matrix.model.row(both)))}
    qtbot.waitUntil(lambda: all(parts.references.panes[key].view.here() == offers[key] for key in offers))
    assert comparing.focusWidget() is matrix.table
