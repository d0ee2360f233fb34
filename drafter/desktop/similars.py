"""Looks for sections like the one under the caret, a moment after every change, off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.desktop.tasks import Tasks
from drafter.model.document import Section, SectionId
from drafter.model.draft import Draft, slot_texts
from drafter.model.walk import heading_text, paragraphs, sections, text_of
from drafter.workflow import Library

QUIET = 400
"""Milliseconds without a change before the library is asked."""
LEAST = 12
"""Characters of the shortest text that is looked for."""


class Similars(QObject):
    """`found` with the heading of the section under the caret and what is like it; older answers are dropped."""

    found = Signal(str, object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._library: Library | None = None
        self._draft: Draft | None = None
        self._here: SectionId | None = None
        self._asked = ""
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self._ask)

    def use(self, library: Library) -> None:
        """Look in this library."""
        self._library = library
        self.ask_again()

    def ask_again(self) -> None:
        """The library has changed."""
        self._asked = ""
        self._timer.start()

    def show(self, draft: Draft) -> None:
        """Take this draft."""
        self._draft = draft
        self._timer.start()

    def enter(self, section: SectionId) -> None:
        """The caret is in a section."""
        self._here = section
        self._timer.start()

    def _ask(self) -> None:
        draft, library = self._draft, self._library
        if draft is None or library is None:
            return
        section = next((one for _, one in sections(draft.document) if one.id == self._here), None)
        text = _said(section, draft) if section else ""
        if text == self._asked:
            return
        self._asked = text
        name = heading_text(section, slot_texts(draft)) if section else ""
        if len(text) < LEAST:
            self._tasks.run(tuple, lambda found: self.found.emit(name, found), topic="similar")
        else:
            self._tasks.run(lambda: library.similar(text), lambda found: self.found.emit(name, found), topic="similar")


def _said(section: Section, draft: Draft) -> str:
    """What a section says itself; one that says nothing is known by its heading."""
    shown = slot_texts(draft)
    return "\n".join(text_of(one.spans, shown) for one in paragraphs(section.blocks)) or text_of(section.title, shown)
