"""The panel 检查: what the rules say, by how grave it is; a row leads to its place, its reason and its fix."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import icons
from drafter.desktop.delegates.findings import FindingDelegate
from drafter.desktop.models.findings import FindingRole, FindingsModel, Row, others_there
from drafter.desktop.panels.finding_detail import Detail, FindingDetail
from drafter.desktop.panels.labels import EmptyState, on_panel_ground
from drafter.model.draft import Draft, slot_texts
from drafter.model.finding import Finding, Severity
from drafter.model.fixing import fix, ignored_as, path_of
from drafter.model.walk import passages, text_of
from drafter.model.wording import words_at
from drafter.workflow.rule_names import RULE_NAMES

ASIDE = "aside"
SHOWN: tuple[Severity | str | None, ...] = (None, *Severity, ASIDE)
Once = tuple[str, str, str, tuple[int, ...]]
"""Rule, words, section and block of a finding ignored this once."""


class FindingsList(QListView):
    """The list; Enter, Shift+Enter and Delete deal with the current row."""

    fix_wanted = Signal()
    ever_wanted = Signal()
    once_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the fix, Shift+Enter ignores for ever, Delete this once."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if enter:
            (self.ever_wanted if shift else self.fix_wanted).emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.once_wanted.emit()
        else:
            super().keyPressEvent(event)


class FindingsPanel(QWidget):
    """Shows findings. Wishes: to a place, fix, ignore for ever (a reason is asked for) or not, to a source.

    `told_changed` carries the findings that are not put aside, whenever these change; `closed_changed` the rules that
    are off, which hold for all drafts.
    """

    finding_selected = Signal(object)
    fix_requested = Signal(object)
    ignore_requested = Signal(object)
    heed_requested = Signal(object)
    source_requested = Signal(object)
    told_changed = Signal(object)
    closed_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_panel_ground(self)
        self._findings: tuple[Finding, ...] = ()
        self._draft = Draft()
        self._once: set[Once] = set()
        self._closed: frozenset[str] = frozenset()
        self._told: tuple[Finding, ...] = ()
        self._quiet = False
        self.model = FindingsModel(self)
        self.list = self._list()
        self.setFocusProxy(self.list)
        self.detail = self._detail_pane()
        self.chips = self._chips()
        self.count = QLabel()
        self.count.setProperty("look", "caption")
        self.rules = QPushButton(self.tr("规则…"))
        self.rules.setProperty("look", "bare")
        self.rules_menu = QMenu(self)
        self.rules_menu.aboutToShow.connect(self._fill_rules)
        self.rules.setMenu(self.rules_menu)
        self.empty = EmptyState("passed", self.tr("没有要看的"), self.tr("各项规则都检查过了"), self.tr("看填报项"))
        self.none_left = EmptyState("passed", "", self.tr("这一类里没有"), self.tr("显示全部"))
        self.none_left.requested.connect(lambda: self._show_only(None))
        self._lay_out()
        self._refresh()
        self._dress()

    def _list(self) -> FindingsList:
        rows = FindingsList()
        rows.setModel(self.model)
        rows.setItemDelegate(FindingDelegate(rows))
        rows.setUniformItemSizes(True)
        rows.setMouseTracking(True)
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.setAccessibleName(self.tr("检查结果"))
        rows.clicked.connect(self._tell)
        rows.selectionModel().currentChanged.connect(self._current_changed)
        rows.fix_wanted.connect(self._enter)
        rows.ever_wanted.connect(self._ever)
        rows.once_wanted.connect(self._ignore_once)
        return rows

    def _detail_pane(self) -> FindingDetail:
        detail = FindingDetail()
        detail.fix_requested.connect(self._enter)
        detail.once_requested.connect(self._ignore_once)
        detail.ever_requested.connect(self._ever)
        detail.rule_closed.connect(self._close_rule)
        detail.heed_requested.connect(self._enter)
        detail.source_requested.connect(self.source_requested)
        detail.other_requested.connect(self._to_other)
        return detail

    def _chips(self) -> dict[Severity | str | None, QPushButton]:
        group = QButtonGroup(self)
        chips: dict[Severity | str | None, QPushButton] = {}
        for wanted in SHOWN:
            chip = chips[wanted] = QPushButton()
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self._refresh)
            group.addButton(chip)
        chips[None].setChecked(True)
        return chips

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        self._steps = {"up": self._step_button(-1), "down": self._step_button(1)}
        for widget in (self.count, *self._steps.values(), self.rules):
            row.addWidget(widget)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.detail)
        self.splitter.setSizes([600, 500])
        self.stack = QStackedWidget()
        for page in (self.splitter, self.empty, self.none_left):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.stack)

    def _step_button(self, steps: int) -> QToolButton:
        button = QToolButton()
        button.setToolTip(self.tr("下一处（F8）") if steps > 0 else self.tr("上一处（Shift+F8）"))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda: self.step(steps))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the finding in full beside the list where the panel is wide, under it where it is tall."""
        super().resizeEvent(event)
        wide = event.size().width() > 640
        self.splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def changeEvent(self, event: QEvent) -> None:
        """Show the current finding in the colours of now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "stack"):
            self._dress()

    def _dress(self) -> None:
        for name, button in self._steps.items():
            button.setIcon(icons.icon(name, "text2", 16))
        self._show_detail()

    # what is shown

    def show(self, findings: tuple[Finding, ...] | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Show findings, the same row current as before; without an argument Qt's own `show`."""
        if findings is None:
            super().show()
        elif findings != self._findings:
            self._findings = findings
            self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Take note of the draft the findings are about: what it says there, and what it is not to be told."""
        ignored, self._draft = self._draft.ignored, draft
        if draft.ignored != ignored:
            self._refresh()

    def begin(self, draft: Draft) -> None:
        """Begin with another draft, of which nothing is ignored this once."""
        self._once.clear()
        self._draft = draft
        self.show(())

    def show_closed(self, rules: frozenset[str]) -> None:
        """Leave out what these rules say."""
        self._closed = rules
        self._refresh()

    def _aside(self, finding: Finding) -> str:
        """Why a finding is put aside, "" where it is not."""
        if finding.rule in self._closed:
            return self.tr("此规则已关闭")
        if ignored := ignored_as(self._draft, finding):
            return self.tr("永久忽略：{0}").format(ignored.reason) if ignored.reason else self.tr("永久忽略")
        return self.tr("忽略本次") if _once(finding) in self._once else ""

    def _refresh(self) -> None:
        """Show the rows that are wanted, with the counts of all."""
        rows = tuple(Row(finding, self._aside(finding)) for finding in self._findings)
        for wanted, chip in self.chips.items():
            count = sum(_wanted(row, wanted) for row in rows)
            chip.setText(f"{self._chip_name(wanted)} {count}")
            chip.setEnabled(count > 0 or wanted is None or chip.isChecked())
        chosen = next(wanted for wanted, chip in self.chips.items() if chip.isChecked())
        self._show_rows(tuple(row for row in rows if _wanted(row, chosen)))
        nothing = self.empty if not any(_wanted(row, None) for row in rows) and chosen is None else self.none_left
        self.stack.setCurrentWidget(self.splitter if self.model.rows else nothing)
        told = tuple(row.finding for row in rows if not row.aside)
        if told != self._told:
            self._told = told
            self.told_changed.emit(told)

    def _chip_name(self, wanted: Severity | str | None) -> str:
        if isinstance(wanted, Severity):
            return self.model.severity_name(wanted)
        return self.tr("已忽略") if wanted else self.tr("全部")

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        before = self.list.currentIndex().row()
        if rows != self.model.rows:
            self._quiet = True
            self.model.show(rows)
            self.list.setCurrentIndex(self.model.index(max(0, min(before, len(rows) - 1))))
            self._quiet = False
        self._show_detail()

    def _show_detail(self) -> None:
        index = self.list.currentIndex()
        finding = self.current()
        self.detail.show_detail(self._in_full(finding, index.data(FindingRole.ASIDE)) if finding else None)
        self.count.setText(self.tr("第 {0} / {1} 条").format(index.row() + 1, self.model.rowCount()))

    def _in_full(self, finding: Finding, aside: str) -> Detail:
        place, draft = finding.place, self._draft
        path = path_of(draft.document, place)
        text = text_of(words_at(draft, path), slot_texts(draft)) if path else ""
        there = text[place.start : place.end] == finding.text
        passage = (one for one in passages(draft.document) if (one.section, one.block) == (place.section, place.block))
        source = next((one.source for one in passage), None)
        return Detail(
            finding,
            self.model.severity(finding),
            text if there else "",
            fix(draft, finding) is not draft,
            source,
            others_there(finding, self._findings),
            aside,
        )

    def current(self) -> Finding | None:
        """The finding of the current row."""
        finding = self.list.currentIndex().data(FindingRole.FINDING)
        return finding if isinstance(finding, Finding) else None

    # ways

    def step(self, steps: int) -> None:
        """Go some findings on (or back), round the end; the list keeps the keys."""
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row()
            self.list.setCurrentIndex(self.model.index((row + steps) % count if row >= 0 else 0))
            self._tell()

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self._show_detail()
            if self.list.hasFocus():
                self._tell()

    def _tell(self) -> None:
        """Say where the current finding is; the keys stay with the list."""
        if finding := self.current():
            self.finding_selected.emit(finding.place)
            self.list.setFocus()

    def _show_only(self, wanted: Severity | str | None) -> None:
        self.chips[wanted].setChecked(True)
        self._refresh()

    def _to_other(self, finding: Finding) -> None:
        if all(row.finding != finding for row in self.model.rows):
            self._show_only(ASIDE if self._aside(finding) else None)
        row = next(number for number, one in enumerate(self.model.rows) if one.finding == finding)
        self.list.setCurrentIndex(self.model.index(row))
        self._tell()

    # what is wished

    def _enter(self) -> None:
        """Take the fix of the current finding, or bring back what is put aside; else go to its place."""
        finding = self.current()
        if finding is None:
            return
        if self.list.currentIndex().data(FindingRole.ASIDE):
            self._heed(finding)
        elif fix(self._draft, finding) is not self._draft:
            self.fix_requested.emit(finding)
        else:
            self.finding_selected.emit(finding.place)

    def _heed(self, finding: Finding) -> None:
        if finding.rule in self._closed:
            self.closed_changed.emit(self._closed - {finding.rule})
        elif ignored_as(self._draft, finding):
            self.heed_requested.emit(finding)
        else:
            self._once.discard(_once(finding))
            self._refresh()

    def _ignore_once(self) -> None:
        if finding := self.current():
            self.ignore_once(finding)

    def ignore_once(self, finding: Finding) -> None:
        """Tell a finding no more while its draft is open."""
        self._once.add(_once(finding))
        self._refresh()

    def _ever(self) -> None:
        if finding := self.current():
            self.ignore_requested.emit(finding)

    def _close_rule(self) -> None:
        if finding := self.current():
            self.closed_changed.emit(self._closed | {finding.rule})

    def _fill_rules(self) -> None:
        """All rules with a tick; one taken off is off for all drafts."""
        self.rules_menu.clear()
        for rule, told in RULE_NAMES.items():
            action = self.rules_menu.addAction(told.name)
            action.setToolTip(told.basis)
            action.setCheckable(True)
            action.setChecked(rule not in self._closed)
            action.toggled.connect(lambda on, rule=rule: self._turn(rule, on=on))

    def _turn(self, rule: str, *, on: bool) -> None:
        self.closed_changed.emit(self._closed - {rule} if on else self._closed | {rule})


def _wanted(row: Row, wanted: Severity | str | None) -> bool:
    if wanted == ASIDE:
        return bool(row.aside)
    return not row.aside and wanted in (None, row.finding.severity)


def _once(finding: Finding) -> Once:
    return finding.rule, finding.text, finding.place.section, finding.place.block
