"""对照: open references and the draft side by side by topic, target and source; picked from there; 同题锁定 follows."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from drafter.desktop.window import MainWindow
from drafter.model.walk import sections, text_of
from drafter.workflow.comparing import Standing


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
    rows = [origins.model.row(n) for n in range(origins.model.rowCount())]
    assert rows
    assert all(0 <= row.part <= 1 for row in rows)
    assert {row.place for row in rows} >= {"济南"}
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


def test_copies_of_plans_that_are_not_open_are_found_in_the_library(comparing: MainWindow, qtbot: QtBot):
    parts, origins = comparing.parts, comparing.parts.comparison.origins
    keys = {one.key for one in parts.material.library.entries() if one.region == "武汉市"}
    assert not keys & set(parts.references.panes)
    qtbot.waitUntil(lambda: parts.comparison.latest and bool(parts.comparison.latest.copied), timeout=20_000)
    assert {one.key for one in parts.comparison.latest.copied} & keys
    assert {origins.model.row(n).key for n in range(origins.model.rowCount())} & keys
