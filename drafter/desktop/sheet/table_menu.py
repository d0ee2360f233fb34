"""The menu of a table: rows and columns put in and taken out, beside what every text can do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from drafter.desktop.sheet.carets import Caret, at
from drafter.desktop.sheet.gestures import Wanted
from drafter.desktop.sheet.paper import Paper
from drafter.model.draft import Draft
from drafter.model.grids import add_column, add_row, remove_column, remove_row, table_path
from drafter.model.path import Path, part_at

Change = Callable[[Draft], Draft]


def add_table_acts(menu: QMenu, paper: Paper) -> None:
    """Put into a menu what can be done with the cell of the caret; nothing outside of tables."""
    carets = paper.carets
    found = paper.view.find(carets.caret.key) if carets else None
    place = table_path(found[0].path(found[1])) if found else None
    if place is None:
        return
    path, row, column = place
    for text, act in (
        (QCoreApplication.translate("sheet", "剪切"), paper.keys.cut),
        (QCoreApplication.translate("sheet", "复制"), paper.keys.copy),
        (QCoreApplication.translate("sheet", "粘贴"), paper.keys.paste),
    ):
        menu.addAction(text, act)
    menu.addSeparator()
    for text, change, possible in _changes(path, row, column):
        action = menu.addAction(text, lambda text=text, change=change: _do(paper, text, path, change))
        action.setEnabled(possible)


def _changes(path: Path, row: int, column: int) -> tuple[tuple[str, Change, bool], ...]:
    return (
        (QCoreApplication.translate("sheet", "在上方加一行"), lambda one: add_row(one, path, row), row >= 0),
        (QCoreApplication.translate("sheet", "在下方加一行"), lambda one: add_row(one, path, row + 1), True),
        (QCoreApplication.translate("sheet", "在左侧加一列"), lambda one: add_column(one, path, column), True),
        (QCoreApplication.translate("sheet", "在右侧加一列"), lambda one: add_column(one, path, column + 1), True),
        (QCoreApplication.translate("sheet", "删去这一行"), lambda one: remove_row(one, path, row), row >= 0),
        (QCoreApplication.translate("sheet", "删去这一列"), lambda one: remove_column(one, path, column), True),
    )


def _do(paper: Paper, label: str, path: Path, change: Change) -> None:
    """Ask for the change; the caret stays, or goes to the table's first cell where its own is gone."""
    draft, carets = paper.view.draft, paper.carets
    if draft is None or carets is None:
        return
    after = change(draft)
    ids = {cell.id for cells in part_at(after.document, path).rows for cell in cells}
    key = carets.caret.key
    kept = key[0] != "spans" or key[1] in ids
    first = next(iter(ids), None)
    place = carets.caret if kept or first is None else Caret(("spans", min(ids)), 0)
    paper.take(Wanted(label, after, carets, at(place)))
