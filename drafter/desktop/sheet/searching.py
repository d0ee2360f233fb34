"""The line to find words in, put to work on a sheet: hits are marked, gone to and replaced."""

from __future__ import annotations

from PySide6.QtCore import QObject

from drafter.desktop.panels.find_bar import FindBar
from drafter.desktop.sheet.carets import Caret, order
from drafter.desktop.sheet.finding import all_replaced, hits, replaced
from drafter.desktop.sheet.paper import Paper
from drafter.desktop.sheet.strips import words_of
from drafter.model.flow import Key


class Finder(QObject):
    """Finds and replaces on a sheet what is typed into a bar."""

    def __init__(self, paper: Paper, bar: FindBar) -> None:
        super().__init__(bar)
        self._paper, self._bar = paper, bar
        bar.find_requested.connect(self.find)
        bar.replace_requested.connect(self.replace)
        bar.words_changed.connect(self.mark)
        bar.closed.connect(self._close)

    def open(self) -> None:
        """Open the line with the selected words in it."""
        carets = self._paper.carets
        chosen = ""
        if carets and not carets.empty and carets.caret.key == carets.anchor.key:
            low, high = sorted((carets.caret.offset, carets.anchor.offset))
            found = self._paper.view.find(carets.caret.key)
            chosen = words_of(*found)[low:high] if found else ""
        self._bar.open(chosen)
        self.mark(self._bar.words.text())

    def show(self) -> None:
        """Mark the hits of another draft, while the line is open."""
        if self._bar.isVisible():
            self.mark(self._bar.words.text())

    def mark(self, words: str) -> None:
        """Mark every place of some words."""
        found: dict[Key, list[tuple[int, int]]] = {}
        all_ = hits(self._paper.view, words)
        for hit in all_:
            found.setdefault(hit.key, []).append((hit.start, hit.end))
        self._paper.marks.hits = {key: tuple(ranges) for key, ranges in found.items()}
        self._bar.show_count(0, len(all_))
        self._paper.viewport().update()

    def _close(self) -> None:
        self._paper.marks.hits = {}
        self._paper.setFocus()

    def find(self, words: str, back: bool) -> None:
        """Select the next place, from the other end again after the last."""
        paper = self._paper
        found = hits(paper.view, words)
        if not found or paper.carets is None:
            self._bar.show_count(0, 0)
            return
        ends = (paper.carets.caret, paper.carets.anchor)
        here = (min if back else max)(order(paper.view, one) for one in ends)
        starts = [order(paper.view, Caret(hit.key, hit.start)) for hit in found]
        if back:
            number = max((n for n, start in enumerate(starts) if start < here), default=len(found) - 1)
        else:
            number = next((n for n, start in enumerate(starts) if start >= here), 0)
        paper.select(Caret(found[number].key, found[number].start), Caret(found[number].key, found[number].end))
        self._bar.show_count(number + 1, len(found))

    def replace(self, words: str, new: str, everywhere: bool) -> None:
        """Put other words in the place that is selected and go to the next one, or in all places at once."""
        paper, carets = self._paper, self._paper.carets
        if carets is None or not words:
            return
        if everywhere:
            done = all_replaced(paper.view, words, new, carets)
            if done:
                paper.take(done[0])
                self._bar.show_replaced(done[1])
            return
        low, high = sorted((carets.caret.offset, carets.anchor.offset))
        here = (carets.caret.key, low, high)
        hit = next((one for one in hits(paper.view, words) if (one.key, one.start, one.end) == here), None)
        if hit:
            paper.take(replaced(paper.view, hit, new, carets))
        self.find(words, back=False)
