"""校正结构: what was in doubt when a plan was read, its tree and its metadata, to be put right by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import ask, icons
from drafter.desktop.delegates.row_tree import RowTree
from drafter.desktop.delegates.structure import StructureDelegate
from drafter.desktop.models.structure import Node, StructureModel
from drafter.errors import DrafterError
from drafter.model import corrections
from drafter.model.corrections import Row
from drafter.model.document import Document, Paragraph
from drafter.model.walk import text_of

_SHOWN = 4
"""Doubts that are listed; the rest are counted."""


class Correction(QDialog):
    """Corrects `document`; `reading` is what 恢复原样 brings back. Every act can be undone until the form is closed."""

    def __init__(self, document: Document, reading: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("校正结构"))
        self.resize(1080, 680)
        self.document = document
        self._reading = reading
        self._past: list[tuple[Document, Row]] = []
        self._future: list[tuple[Document, Row]] = []
        self.model = StructureModel()
        self.model.setParent(self)
        self.model.retitle_requested.connect(self._retitle)
        self.tree = self._tree()
        self.text_chip = QPushButton(self.tr("显示正文"))
        self.text_chip.setProperty("look", "chip")
        self.text_chip.setCheckable(True)
        self.text_chip.setChecked(True)
        self.text_chip.toggled.connect(lambda: self._show(self._here()))
        self.fields: dict[str, QLineEdit] = {}
        self.wrong = QLabel()
        self.wrong.setProperty("look", "wrong")
        self.wrong.setWordWrap(True)
        self.acts = self._acts()
        self._lay_out()
        self._show(Row(0, 0))
        self.tree.setFocus()

    # made once

    def _tree(self) -> RowTree:
        tree = RowTree()
        tree.setObjectName("structure")
        tree.setModel(self.model)
        tree.setItemDelegate(StructureDelegate(tree))
        tree.setAccessibleName(self.tr("资料的结构"))
        trigger = QAbstractItemView.EditTrigger
        tree.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        tree.setExpandsOnDoubleClick(False)
        tree.selectionModel().currentChanged.connect(self._enable)
        return tree

    def _acts(self) -> dict[str, QPushButton]:
        acts: dict[str, QPushButton] = {}
        for name, text, key, act in (
            ("promote", self.tr("升一级"), "Alt+Shift+Left", self._promote),
            ("demote", self.tr("降一级"), "Alt+Shift+Right", lambda: self._do(corrections.demote)),
            ("retitle", self.tr("改标题"), "F2", lambda: self.tree.edit(self.tree.currentIndex())),
            ("paragraph", self.tr("并入上文"), "Ctrl+Shift+N", self._to_paragraph),
            ("heading", self.tr("设为标题"), "Ctrl+Shift+H", self._to_heading),
            ("undo", self.tr("撤销"), "Ctrl+Z", self._undo),
            ("redo", self.tr("重做"), "Ctrl+Y", self._redo),
        ):
            button = acts[name] = QPushButton(text)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(act)
            if name != "retitle":  # the tree itself opens the field on F2
                QShortcut(QKeySequence(key), self).activated.connect(act)
        for name in ("undo", "redo"):
            acts[name].setIcon(icons.icon(name, size=16))
        return acts

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        heading = QLabel(self.tr("校正结构"))
        heading.setProperty("look", "big")
        column.addWidget(heading)
        if self.document.warnings:
            column.addWidget(self._doubts())
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addLayout(self._left(), 1)
        middle.addLayout(self._right())
        column.addLayout(middle, 1)
        column.addLayout(self._foot())

    def _doubts(self) -> QFrame:
        banner = QFrame()
        banner.setProperty("look", "banner")
        lines = QVBoxLayout(banner)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(2)
        count = QLabel(self.tr("读入时的说明 {0} 条").format(len(self.document.warnings)))
        count.setProperty("look", "head")
        lines.addWidget(count)
        words = "\n".join(self.document.warnings[:_SHOWN])
        label = QLabel(words + ("\n……" if len(self.document.warnings) > _SHOWN else ""))
        label.setToolTip("\n".join(self.document.warnings))
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(label)
        return banner

    def _left(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, button in self.acts.items():
            if name == "undo":
                row.addStretch(1)
            row.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(row)
        left.addWidget(self.tree, 1)
        left.addWidget(self.text_chip, 0, Qt.AlignmentFlag.AlignLeft)
        return left

    def _right(self) -> QVBoxLayout:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for name, text, hint in (
            ("title", self.tr("标题"), ""),
            ("region", self.tr("地区"), self.tr("如 济南市")),
            ("kind", self.tr("文种"), self.tr("如 行动计划")),
            ("issuer", self.tr("发文机关"), ""),
            ("date", self.tr("日期"), "2022-12-10"),
            ("period", self.tr("期限"), "2022—2025"),
        ):
            field = self.fields[name] = QLineEdit()
            field.setPlaceholderText(hint)
            field.setAccessibleName(text)
            field.setMinimumWidth(220)
            field.editingFinished.connect(self._describe)
            form.addRow(text, field)
        right = QVBoxLayout()
        right.setSpacing(12)
        head = QLabel(self.tr("这份资料"))
        head.setProperty("look", "head")
        note = QLabel(self.tr("校正存在资料库里，以后打开、查找和摘入都用校正后的；原件不改动。"))
        note.setProperty("look", "caption")
        note.setWordWrap(True)
        for part in (head, form, self.wrong, note):
            right.addLayout(part) if isinstance(part, QFormLayout) else right.addWidget(part)
        right.addStretch(1)
        return right

    def _foot(self) -> QHBoxLayout:
        self.restore_button = QPushButton(self.tr("恢复原样"))
        self.restore_button.setToolTip(self.tr("回到读入时的样子；保存后才算数"))
        self.restore_button.clicked.connect(lambda: self._change(self._reading, Row(0, 0)))
        self.save_button = QPushButton(self.tr("保存校正"))
        self.save_button.setProperty("look", "solid")
        self.save_button.clicked.connect(self._save)
        cancel = QPushButton(self.tr("取消"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        for button in (self.restore_button, cancel, self.save_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.insertStretch(1, 1)
        return row

    # what is shown

    def _show(self, row: Row) -> None:
        """Show the document as it is now, with this row current."""
        self.model.show(self.document, text=self.text_chip.isChecked())
        self.tree.expandAll()
        index = self.model.index_for(row)
        if not index.isValid():
            index = self.model.index_for(Row(row.annex, row.section))
        self.tree.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.tree.scrollTo(self.tree.currentIndex())
        plan = self.document
        period = "" if plan.period is None else "—".join(map(str, dict.fromkeys(plan.period)))
        for name, value in (
            ("title", text_of(plan.title)),
            ("region", plan.region),
            ("kind", plan.kind),
            ("issuer", plan.issuer),
            ("date", plan.date),
            ("period", period),
        ):
            self.fields[name].setText(value)
            self.fields[name].setCursorPosition(0)
        self.wrong.clear()
        self._enable()

    def _enable(self) -> None:
        node = self._node()
        heading = bool(node and node.heading and node.row.section >= 0)
        paragraph = bool(node and not node.heading and not node.mark)
        row = self._here()
        able = {
            "promote": heading and corrections.promote(self.document, row) is not self.document,
            "demote": heading and corrections.demote(self.document, row) is not self.document,
            "retitle": heading,
            "paragraph": heading,
            "heading": paragraph,
            "undo": bool(self._past),
            "redo": bool(self._future),
        }
        for name, button in self.acts.items():
            button.setEnabled(able[name])
        self.restore_button.setEnabled(self.document != self._reading)

    def _node(self) -> Node | None:
        return self.model.at(self.tree.currentIndex())

    def _here(self) -> Row:
        node = self._node()
        return node.row if node else Row()

    # acts

    def _do(self, act: Callable[[Document, Row], Document], after: Row | None = None) -> None:
        row = self._here()
        if self._describe():  # a field still being typed in is taken first
            self._change(act(self.document, row), after or row)

    def _change(self, document: Document, row: Row) -> None:
        if document == self.document:
            return
        self._past.append((self.document, self._here()))
        self._future.clear()
        self.document = document
        self._show(row)

    def _promote(self) -> None:
        """Raise a heading; a paragraph becomes one, as in the outline view of Word."""
        if self._here().block is None:
            self._do(corrections.promote)
        else:
            self._to_heading()

    def _to_paragraph(self) -> None:
        row = self._here()
        content = dict(corrections.rows(self.document))
        above = sum(
            1 for one in content if (one.annex, one.section) == (row.annex, row.section - 1) and one.block is not None
        )
        self._do(corrections.to_paragraph, Row(row.annex, row.section - 1, above))

    def _to_heading(self) -> None:
        row = self._here()
        if isinstance(dict(corrections.rows(self.document)).get(row), Paragraph):
            self._do(corrections.to_heading, Row(row.annex, row.section + 1))

    def _retitle(self, row: Row, text: str) -> None:
        self._change(corrections.retitle(self.document, row, text), row)

    def _describe(self) -> bool:
        """Take the metadata as typed; False where something in it cannot be taken, which is told."""
        try:
            changed = corrections.described(
                self.document, **{name: f.text().strip() for name, f in self.fields.items()}
            )
        except DrafterError as error:
            self.wrong.setText(f"{error.message}{error.hint}")
            return False
        self.wrong.clear()
        self._change(changed, self._here())
        return True

    def _undo(self) -> None:
        self._go(self._past, self._future)

    def _redo(self) -> None:
        self._go(self._future, self._past)

    def _go(self, source: list[tuple[Document, Row]], target: list[tuple[Document, Row]]) -> None:
        if source:
            target.append((self.document, self._here()))
            self.document, row = source.pop()
            self._show(row)

    def _save(self) -> None:
        if self._describe():
            self.accept()

    def reject(self) -> None:
        """Close without saving, after a question where something was corrected."""
        detail = self.tr("这次改的 {0} 处不会保存。").format(len(self._past))
        if not self._past or ask.confirm(self.tr("放弃这些校正？"), detail, self.tr("放弃")):
            super().reject()
