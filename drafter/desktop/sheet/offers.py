"""What is offered at the caret: the way out of a finding, and what can be done with a body of a clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from drafter.desktop.sheet import parties
from drafter.desktop.sheet.paper import Paper
from drafter.desktop.sheet.table_menu import add_table_acts
from drafter.model.document import Role
from drafter.model.finding import Finding
from drafter.model.fixing import fix

Offer = tuple[str, Callable[[], object] | None]
"""What it is called and what it does; None where it only tells."""
_LONGEST = 40


class Offers(QObject):
    """`fix_requested(finding)`, `once_requested(finding)`, `ever_requested(finding)`, `names_requested`."""

    fix_requested = Signal(object)
    once_requested = Signal(object)
    ever_requested = Signal(object)
    names_requested = Signal()

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self._paper = paper
        self.findings: tuple[Finding, ...] = ()
        self.menu = QMenu(paper)

    def open_at_caret(self) -> bool:
        """Open what is offered at the caret under it; whether there is anything."""
        self._fill()
        carets = self._paper.carets
        box = self._paper.rectangle_of(carets.caret) if carets else None
        if self.menu.isEmpty() or box is None:
            return False
        self.menu.popup(self._paper.viewport().mapToGlobal(box.bottomLeft().toPoint()))
        first = next((one for one in self.menu.actions() if one.isEnabled() and not one.isSeparator()), None)
        if first is not None:
            self.menu.setActiveAction(first)
        return True

    def open_menu(self, where: QPoint) -> bool:
        """Open the menu at a point of the screen; False where the caret is in nothing with a menu of its own."""
        self._fill()
        add_table_acts(self.menu, self._paper)
        if self.menu.isEmpty():
            return False
        self.menu.popup(where)
        return True

    def _fill(self) -> None:
        self.menu.clear()
        for offers in (tuple(self._for_finding()), tuple(self._for_body())):
            for text, act in offers:
                action = self.menu.addAction(text)
                action.setEnabled(act is not None)
                if act is not None:
                    action.triggered.connect(lambda _=False, act=act: act())
            if offers:
                self.menu.addSeparator()

    def finding(self) -> Finding | None:
        """The finding whose words the caret is in."""
        carets = self._paper.carets
        marks = self._paper.marks.findings.get(carets.caret.key, ()) if carets else ()
        return next(
            (
                self.findings[one.number]
                for one in marks
                if carets and one.start <= carets.caret.offset <= one.end and one.number < len(self.findings)
            ),
            None,
        )

    def _for_finding(self) -> Iterator[Offer]:
        finding, draft = self.finding(), self._paper.view.draft
        if finding is None or draft is None:
            return
        said = finding.message
        yield said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…", None
        if fix(draft, finding) is not draft:
            yield self.tr("改为“{0}”").format(finding.suggestion), lambda: self.fix_requested.emit(finding)
        yield self.tr("忽略本次"), lambda: self.once_requested.emit(finding)
        yield self.tr("永久忽略…"), lambda: self.ever_requested.emit(finding)

    def _for_body(self) -> Iterator[Offer]:
        paper = self._paper
        if parties.party_with_caret(paper) is None:
            return
        yield self.tr("换成其他单位…"), self.names_requested.emit
        for text, answer in (
            (self.tr("改为牵头单位\tAlt+↑"), parties.give_role(paper, Role.LEAD)),
            (self.tr("改为配合单位\tAlt+↓"), parties.give_role(paper, Role.SUPPORT)),
            (self.tr("左移一位\tAlt+←"), parties.move(paper, -1)),
            (self.tr("右移一位\tAlt+→"), parties.move(paper, 1)),
        ):
            yield text, None if answer is None else lambda answer=answer: paper.take(answer)
