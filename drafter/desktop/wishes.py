"""What the panels wish for, done to the draft: every wish is one undo step with a name."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafter import workflow
from drafter.desktop import ask
from drafter.desktop.dialogs.rolling import RollYears
from drafter.desktop.session import Session
from drafter.desktop.tasks import Tasks
from drafter.model import arranging
from drafter.model.document import Document, ParagraphId, SectionId, SlotId, Span
from drafter.model.draft import Draft, delete_slot, fill, keep, slot_named, slot_texts
from drafter.model.edits import Spot, find, move_section, remove_section, set_paragraph, set_title
from drafter.model.finding import Finding
from drafter.model.fixing import fix, heed, ignore
from drafter.model.pieces import retitled
from drafter.model.walk import find_section, text_of
from drafter.workflow import Settling

_SHORT = 14


class Wishes(QObject):
    """`section_added` and `paragraph_added` say what is new, so that it can be shown and written."""

    section_added = Signal(object, bool)
    paragraph_added = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks

    # slots

    def fill(self, slot: SlotId, value: str, reason: str = "") -> None:
        """Put a local value into a slot, for a reason where there is one."""
        value = value.strip()
        label = self.tr("填入“{0}”").format(_short(value)) if value else self.tr("清空填报项")
        self._session.apply(label, lambda draft: fill(draft, slot, value, reason))

    def keep(self, slot: SlotId) -> None:
        """Keep a slot's original words, for a reason that is asked for."""
        draft = self._session.draft
        if draft is None:
            return
        one = slot_named(draft, slot)
        question = self.tr("“{0}”保留原文“{1}”，理由：").format(one.name, one.original)
        reason = ask.text(self.tr("保留原文"), question, one.reason)
        if reason:
            label = self.tr("保留“{0}”").format(_short(one.original))
            self._session.apply(label, lambda now: keep(now, slot, reason))

    def delete(self, slot: SlotId) -> None:
        """Take a slot and its words out of the text."""
        draft = self._session.draft
        if draft is not None:
            label = self.tr("删去“{0}”").format(_short(slot_named(draft, slot).name))
            self._session.apply(label, lambda now: delete_slot(now, slot))

    def settle_all(self, slots: tuple[SlotId, ...], how: Settling, words: str) -> None:
        """Settle several slots in one step; where they are kept, for a reason that is asked for."""
        draft = self._session.draft
        if draft is None:
            return
        if how is Settling.KEEP:
            question = self.tr("{0} 项都保留原文，理由：").format(len(slots))
            words = ask.text(self.tr("保留原文"), question, "") or ""
            if not words:
                return
        name = _short(slot_named(draft, slots[0]).name)
        label = self.tr("“{0}”等 {1} 项一并处理").format(name, len(slots))
        self._session.apply(label, lambda now: workflow.settle_all(now, slots, how, words))

    def roll_years(self, parent: QWidget | None) -> None:
        """Move the draft's years to another period, after all that goes with them has been listed."""
        draft = self._session.draft
        if draft is None:
            return
        form = RollYears(draft, self._tasks, parent)
        if ask.form(form) and form.chosen:
            period, chosen = form.period, form.chosen
            label = self.tr("顺延年份到 {0}—{1}年").format(*period)
            self._session.apply(label, lambda now: workflow.roll_chosen(now, period, chosen))

    # findings

    def fix(self, finding: Finding) -> None:
        """Put what a finding proposes in its place."""
        label = self.tr("改为“{0}”").format(_short(finding.suggestion or ""))
        self._session.apply(label, lambda draft: fix(draft, finding))

    def ignore(self, finding: Finding) -> None:
        """Have a rule say nothing of these words in this draft any more, for a reason that is asked for."""
        question = self.tr("本稿中不再提示“{0}”，理由：").format(_short(finding.text))
        if reason := ask.text(self.tr("永久忽略"), question, ""):
            label = self.tr("忽略“{0}”").format(_short(finding.text))
            self._session.apply(label, lambda draft: ignore(draft, finding, reason))

    def heed(self, finding: Finding) -> None:
        """Let a rule speak of these words again."""
        label = self.tr("恢复提示“{0}”").format(_short(finding.text))
        self._session.apply(label, lambda draft: heed(draft, finding))

    # words

    def set_title(self, spans: tuple[Span, ...]) -> None:
        """Change the title of the draft."""
        if spans:
            self._session.apply(self.tr("改标题"), lambda draft: set_title(draft, spans))

    def set_heading(self, section: SectionId, spans: tuple[Span, ...]) -> None:
        """Change a heading; an empty new one is taken out."""
        self._session.apply(self.tr("改小标题"), lambda draft: arranging.retitle_section(draft, section, spans))

    def rename(self, section: SectionId, text: str) -> None:
        """Change a heading to a text in which the slots' words may stand."""
        draft = self._session.draft
        if draft is not None:
            self.set_heading(section, retitled(find(draft, section).title, text, slot_texts(draft)))

    def set_paragraph(self, paragraph: ParagraphId, spans: tuple[Span, ...]) -> None:
        """Change a paragraph; one without words is taken out."""
        if spans:
            self._session.apply(self.tr("改正文"), lambda draft: set_paragraph(draft, paragraph, spans))
        else:
            self.remove_paragraph(paragraph)

    # structure

    def add_section(self, after: SectionId | None) -> None:
        """Put an empty heading after a section."""
        before = self._session.draft
        if self._session.apply(self.tr("加一节"), lambda draft: arranging.add_section(draft, after)):
            self._tell_new(before, write=True)

    def add_paragraph(self, section: SectionId | None, after: ParagraphId | None) -> None:
        """Put an empty paragraph after another."""
        draft = self._session.draft
        if draft and self._session.apply(self.tr("加一段"), lambda now: arranging.add_paragraph(now, section, after)):
            self.paragraph_added.emit(ParagraphId(draft.next_id))

    def remove_section(self, section: SectionId) -> None:
        """Take a section out."""
        draft = self._session.draft
        if draft is not None:
            label = self.tr("删去“{0}”").format(self._name(draft, section))
            self._session.apply(label, lambda now: remove_section(now, section))

    def remove_paragraph(self, paragraph: ParagraphId) -> None:
        """Take a paragraph out."""
        self._session.apply(self.tr("删去一段"), lambda draft: arranging.remove_paragraph(draft, paragraph))

    def move(self, section: SectionId, parent: SectionId | None, index: int) -> None:
        """Move a section to a place counted without it."""
        self._session.apply(self.tr("移动"), lambda draft: move_section(draft, section, Spot(parent, index)))

    def move_by(self, section: SectionId, steps: int) -> None:
        """Move a section up or down among its neighbours."""
        label = self.tr("上移") if steps < 0 else self.tr("下移")
        self._session.apply(label, lambda draft: arranging.move_by(draft, section, steps))

    def promote(self, section: SectionId) -> None:
        """Make a section one level higher."""
        self._session.apply(self.tr("升一级"), lambda draft: arranging.promote(draft, section))

    def demote(self, section: SectionId) -> None:
        """Make a section one level lower."""
        self._session.apply(self.tr("降一级"), lambda draft: arranging.demote(draft, section))

    # picking

    def pick(self, document: Document, path: str, key: str, after: SectionId | None) -> None:
        """Put a localised copy of a plan's section after a section of the draft; worked out off this thread."""
        before = self._session.draft
        if before is None:
            return
        spot = arranging.spot_after(before, after)

        def done(picked: Draft) -> None:
            if self._session.draft is not before:  # something was changed meanwhile: pick into what there is now
                self.pick(document, path, key, after)
                return
            title = text_of(find_section(document, path)[1].title)
            if self._session.apply(self.tr("摘入“{0}”").format(_short(title)), lambda _: picked):
                self._tell_new(before, write=False)

        self._tasks.run(lambda: workflow.pick(before, document, path, spot, key), done)

    def _tell_new(self, before: Draft | None, *, write: bool) -> None:
        after = self._session.draft
        if before is not None and after is not None:
            for section in arranging.new_sections(before, after)[:1]:
                self.section_added.emit(section, write)

    def _name(self, draft: Draft, section: SectionId) -> str:
        return _short(text_of(find(draft, section).title, slot_texts(draft)))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
