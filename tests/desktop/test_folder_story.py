"""A folder of ten files with two broken ones is taken in, three plans are opened side by side, and from each is picked."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from drafter import workflow
from drafter.desktop.dialogs.importing import ImportReport
from drafter.desktop.models.sources import sources

LEFT = Qt.MouseButton.LeftButton
PLACES = "甲乙丙丁戊己庚辛"


def plan(place: str) -> str:
    return (
        f"{place}州市数字经济行动计划\n为发展数字经济，制定本计划。\n一、总体要求\n（一）指导思想。{place}州市坚持创新发展。\n"
        f"二、重点任务\n（一）做强产业。到2027年，培育{place}州企业30家以上。（责任单位：市科技局）\n三、保障措施\n加强领导。\n"
    )


def test_a_folder_with_two_broken_files_three_plans_compared_and_a_pick_from_each(
    window: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    parts = window.parts
    for place in PLACES:
        (tmp_path / f"{place}.txt").write_text(plan(place), "utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 cut off")
    qtbot.waitUntil(lambda: bool(parts.files.given.outlines), timeout=20_000)
    given = parts.files.given
    parts.session.begin(workflow.start_draft(given.outlines[0], given.localities[1]), saved=False)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    action = Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPointF(9, 9), action, data, LEFT, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: window.findChild(ImportReport) is not None, timeout=20_000)
    report = window.findChild(ImportReport)
    qtbot.waitUntil(report.stop_button.isHidden, timeout=30_000)
    assert report.counts.text() == "已入库 8　未能读取 2"
    qtbot.mouseClick(report.close_button, LEFT)

    qtbot.waitUntil(lambda: len(parts.library.model.entries) == 13, timeout=10_000)
    keys = [entry.key for entry in parts.library.model.entries if entry.name in ("甲.txt", "乙.txt", "丙.txt")]
    for count, key in enumerate(keys, 1):
        parts.material.open_document(key)
        qtbot.waitUntil(lambda count=count: len(parts.references.panes) == count, timeout=10_000)
    for key in keys:
        parts.references.bring_forward(key)
        steps = parts.session.stack.count()
        qtbot.mouseClick(parts.references.panes[key].view.buttons["二/（一）"], LEFT)
        qtbot.waitUntil(lambda steps=steps: parts.session.stack.count() == steps + 1, timeout=20_000)
    used = {source.key for _, source in sources(parts.session.draft.document)}
    assert used == set(keys)
