"""One finding in full: what stands there and what should, why, on what basis, whose text it is, what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from drafter.desktop import icons, theme
from drafter.desktop.delegates.findings import MARKS
from drafter.desktop.panels.labels import ElidedLabel, PillLabel, on_panel_ground
from drafter.model.document import Source
from drafter.model.finding import Finding
from drafter.workflow.rule_names import rule_name

AROUND = 16
"""Characters shown before and behind the words of a finding."""
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Detail:
    """A finding with what is known about its place: the text round it, its source, what others say there."""

    finding: Finding
    severity: str
    text: str
    fixable: bool
    source: Source | None = None
    others: tuple[Finding, ...] = ()
    aside: str = ""


class FindingDetail(QWidget):
    """Shows a `Detail`; its buttons send wishes."""

    fix_requested = Signal()
    once_requested = Signal()
    ever_requested = Signal()
    rule_closed = Signal()
    heed_requested = Signal()
    source_requested = Signal(object)
    other_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        on_panel_ground(self)
        self._detail: Detail | None = None
        self._pill = PillLabel("", ("hint", "hintW"))
        self._name, self._place = ElidedLabel("text", 14, 500), QLabel()
        self._place.setProperty("look", "caption")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._pill)
        head.addWidget(self._name, 1)
        head.addWidget(self._place)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("findingDetail")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid = QGridLayout()
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._acts)

    def _make_buttons(self) -> None:
        self.fix = self._button("", "replace", "Enter", self.fix_requested)
        self.fix.setProperty("look", "solid")
        self.once = self._button(self.tr("忽略本次"), "", "Delete", self.once_requested)
        self.ever = self._button(self.tr("永久忽略…"), "keep", "Shift+Enter", self.ever_requested)
        self.close_rule = self._button(self.tr("关闭此规则"), "", "", self.rule_closed)
        self.heed = self._button(self.tr("恢复"), "undo", "Enter", self.heed_requested)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(6)
        for button in (self.fix, self.once, self.ever, self.close_rule, self.heed):
            self._acts.addWidget(button)
        self._acts.addStretch(1)

    def _button(self, text: str, icon: str, key: str, wish: object) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("small", "true")
        button.setProperty("picture", icon)
        button.setToolTip(key)
        button.clicked.connect(wish)
        return button

    def show_detail(self, detail: Detail | None) -> None:
        """Show a finding, or nothing."""
        self._detail = detail
        self.setVisible(detail is not None)
        if detail is None:
            return
        finding = detail.finding
        roles, _ = MARKS[finding.severity]
        self._pill.show_as(detail.severity, roles)
        self._name.setText(rule_name(finding.rule).name)
        self._place.setText(finding.place.section)
        self._fill_rows(detail)
        told = not detail.aside
        self.fix.setText(self.tr("改为“{0}”").format(_short(finding.suggestion or "")))
        self.fix.setVisible(told and detail.fixable)
        for button in (self.once, self.ever, self.close_rule):
            button.setVisible(told)
        self.heed.setVisible(not told)
        for button in (self.fix, self.ever, self.heed):
            role = "onAccent" if button is self.fix else "text2"
            button.setIcon(icons.icon(button.property("picture"), role, 16))

    def _fill_rows(self, detail: Detail) -> None:
        rows = QWidget()
        self._grid = QGridLayout(rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        finding = detail.finding
        if finding.text:
            self._row(self.tr("原文"), _lit(detail, finding.text, "error"), "well")
        if finding.suggestion:
            name = self.tr("改为") if detail.fixable else self.tr("应为")
            words = _lit(detail, finding.suggestion, "ok") if detail.fixable else escape(finding.suggestion)
            self._row(name, words, "well")
        self._row(self.tr("理由"), escape(finding.message))
        if basis := rule_name(finding.rule).basis:
            self._row(self.tr("依据"), escape(basis))
        if detail.aside:
            self._row(self.tr("忽略"), escape(detail.aside))
        for other in detail.others:
            self._link(self.tr("另一意见"), f"{rule_name(other.rule).name}：{other.message}", self.tr("看这条"), other)
        if source := detail.source:
            self._link(
                self.tr("来源"), f"{source.region}《{source.document}》{source.section}", self.tr("看原文"), source
            )
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        if old := self._scroll.takeWidget():
            old.deleteLater()  # not at once: Qt may be going through all widgets to change the theme
        self._scroll.setWidget(rows)

    def _row(self, name: str, words: str, look: str = "") -> int:
        row = self._grid.rowCount()
        caption, text = QLabel(name), QLabel(words)
        caption.setProperty("look", "caption")
        caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        text.setProperty("look", look)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(text, row, 1)
        return row

    def _link(self, name: str, words: str, act: str, target: Source | Finding) -> None:
        row = self._row(name, escape(words))
        button = QPushButton(icons.icon("jump", "accentHi", 16), act)
        button.setProperty("look", "bare")
        wish = self.source_requested if isinstance(target, Source) else self.other_requested
        button.clicked.connect(lambda: wish.emit(target))
        button.setEnabled(not isinstance(target, Source) or bool(target.key))
        self._grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)


def _lit(detail: Detail, words: str, role: str) -> str:
    """The text round a finding with words lit in the place of its own."""
    place, text = detail.finding.place, detail.text
    before, after = text[max(0, place.start - AROUND) : place.start], text[place.end : place.end + AROUND]
    colour = theme.colour(role).name()
    return f'{escape(before)}<u style="color:{colour}">{escape(words)}</u>{escape(after)}'


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
