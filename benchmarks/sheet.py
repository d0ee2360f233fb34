"""How fast the sheet opens, writes and scrolls, beside Qt's own text editor in the same run.

python benchmarks/sheet.py [--pages 16 300 1000] [--keys 40] [--json]
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPixmap, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit

from drafter.desktop import theme
from drafter.desktop.panels.sheet import SheetPanel
from drafter.desktop.session import Merging, Session
from drafter.desktop.sheet import words
from drafter.desktop.sheet.carets import Caret
from drafter.model.document import Document, Paragraph, Section, SlotId, SlotRef, Table
from drafter.model.draft import Draft, Slot, SlotKind
from drafter.model.edits import Spot, move_section, with_ids
from drafter.model.numbering import Form, Number, Numbering
from drafter.model.walk import text_of

WORDS = "围绕制造平台农机装备应用推广检测服务建设完善体系企业园区数据示范培育提升能力创新试点项目资金机制"
SLOTS = 40


def sentence(chance: random.Random, length: int) -> str:
    """A sentence of about so many characters."""
    return "".join(chance.choice(WORDS) for _ in range(length)) + "。"


def draft(pages: int) -> Draft:
    """A draft of about so many A4 pages: four levels, a table on every tenth page, slots in the text."""
    chance = random.Random(7)
    chapters: list[Section] = []
    for chapter in range(max(1, pages // 13)):
        parts: list[Section] = []
        for part in range(4):
            tasks: list[Section] = []
            for task in range(5):
                slot = SlotRef(SlotId(chance.randint(1, SLOTS)))
                text = (sentence(chance, 60), "到2030年达到", slot, "，" + sentence(chance, 120))
                more = Paragraph((sentence(chance, 150),))
                head = (sentence(chance, 9)[:-1],)
                tasks.append(Section(head, 3, Number(Form.DOT, task + 1), run_in=True, blocks=(Paragraph(text), more)))
            blocks: tuple = ()
            if part == 3:
                cells = tuple(tuple(Paragraph((sentence(chance, 6),)) for _ in range(4)) for _ in range(6))
                blocks = (Table(("序号", "任务", "单位", "时限"), cells, "任务分工表"),)
            head = (sentence(chance, 8)[:-1],)
            parts.append(Section(head, 2, Number(Form.BRACKET, part + 1), blocks=blocks, children=tuple(tasks)))
        chapters.append(Section((sentence(chance, 8)[:-1],), 1, Number(Form.COMMA, chapter + 1), children=tuple(parts)))
    slots = tuple(Slot(SlotId(n), SlotKind.TARGET, f"指标{n}", f"{n}00家") for n in range(1, SLOTS + 1))
    document = Document(
        title=("云溪市智能农机产业发展行动计划",), sections=tuple(chapters), numbering=Numbering(running=frozenset({3}))
    )
    return with_ids(Draft(slots=slots, next_id=SLOTS + 1), document)


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: median and the 95th of a hundred."""

    median: float
    p95: float

    @staticmethod
    def of(act: Callable[[int], object], times: int) -> Times:
        """What an act takes, done so often."""
        taken: list[float] = []
        for number in range(times):
            start = time.perf_counter()
            act(number)
            taken.append((time.perf_counter() - start) * 1000)
        taken.sort()
        return Times(round(statistics.median(taken), 2), round(taken[min(times - 1, int(times * 0.95))], 2))


class Bench:
    """A sheet with a session, measured."""

    def __init__(self, application: QApplication, pages: int, keys: int) -> None:
        self._application, self._keys = application, keys
        self._draft = draft(pages)
        self.session, self.panel = Session(), SheetPanel()
        self.paper = self.panel.paper
        self.panel.wanted.connect(
            lambda one: self.session.apply(one.label, lambda _: one.draft, Merging(one.merge, (one.before, one.after)))
        )
        self.session.draft_changed.connect(self.panel.show)
        self.session.view_wanted.connect(self.panel.restore)
        self.panel.resize(1000, 1000)
        self.panel.show()
        application.processEvents()
        self.results: dict[str, object] = {}

    def run(self) -> dict[str, object]:
        """Every figure of one size."""
        results, paper = self.results, self.paper
        start = time.perf_counter()
        self.session.begin(self._draft)
        paper.viewport().repaint()
        results["open to first page"] = round((time.perf_counter() - start) * 1000, 1)
        paper.setFocus()
        while not words.ready():
            words.loader().start()
            self._application.processEvents()
        results["jump to the end"] = Times.of(lambda _: self._go(1.0), 1)
        results["slowest idle slice"] = self._settle()
        results["pages"] = len(paper.view.pager.pages)
        gc.collect()
        gc.freeze()
        for name, share in (("start", 0.02), ("middle", 0.5), ("end", 0.98)):
            self._go(share)
            results[f"key, {name}"] = Times.of(lambda _: self._type("字"), self._keys)
        self._go(0.02)
        results["Enter"] = Times.of(lambda _: self._press(Qt.Key.Key_Return), self._keys // 2)
        results["undo of Enter"] = Times.of(lambda _: self._undo(), self._keys // 2)
        results["key in a slot of many uses"] = self._slot()
        results["scroll step"] = Times.of(self._scroll, self._keys)
        results["move a section"] = Times.of(self._move, 5)
        paper.keys.select_all()
        results["select all, painted"] = Times.of(lambda _: paper.viewport().repaint(), 5)
        results["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        gc.unfreeze()
        return results

    def _settle(self) -> float:
        slowest = 0.0
        while self.paper.idling():
            start = time.perf_counter()
            self._application.processEvents()
            slowest = max(slowest, time.perf_counter() - start)
        return round(slowest * 1000, 1)

    def _go(self, share: float) -> None:
        fields = [(s, n) for s, n in self.paper.view.fields() if s.style.name == "heading" and len(s.fields) > 1]
        strip, _ = fields[int((len(fields) - 1) * share)]
        self.paper.centre(Caret(strip.key(1), 5))
        self.paper.viewport().repaint()

    def _type(self, text: str) -> None:
        QApplication.sendEvent(self.paper, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text))
        self.paper.viewport().repaint()

    def _press(self, key: Qt.Key) -> None:
        QApplication.sendEvent(self.paper, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
        self.paper.viewport().repaint()

    def _undo(self) -> None:
        self.session.stack.undo()
        self.paper.viewport().repaint()

    def _slot(self) -> Times:
        self._go(0.5)
        self._press(Qt.Key.Key_Tab)
        return Times.of(lambda _: self._type("9"), self._keys // 2)

    def _scroll(self, number: int) -> None:
        bar = self.paper.verticalScrollBar()
        bar.setValue(bar.value() + (120 if number % 40 < 20 else -120))
        self.paper.viewport().repaint()

    def _move(self, number: int) -> None:
        last = len(self._draft.document.sections) - 1
        self.session.apply(
            "移动",
            lambda one: move_section(one, one.document.sections[0].id, Spot(None, last if number % 2 == 0 else 0)),
        )
        self.paper.viewport().repaint()


def peers(pages: int, keys: int) -> dict[str, object]:
    """A key painted by Qt's own editors with the same words: unpaged in a window, and paged as a sheet needs it."""
    text = "\n".join(
        text_of(block.spans)
        for chapter in draft(pages).document.sections
        for part in chapter.children
        for task in part.children
        for block in task.blocks
        if isinstance(block, Paragraph)
    )
    edit = QTextEdit()
    edit.setFont(QFont("Noto Serif CJK SC", 16))
    edit.resize(1000, 1000)
    edit.setPlainText(text)
    edit.show()
    QApplication.processEvents()
    edit.moveCursor(QTextCursor.MoveOperation.Start)

    def key(_: int) -> None:
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "字"))
        edit.viewport().repaint()

    unpaged = Times.of(key, keys)
    edit.hide()
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Serif CJK SC", 16))
    document.setPageSize(QSizeF(590, 850))
    document.setPlainText(text)
    document.documentLayout().documentSize()
    picture, cursor = QPixmap(1000, 1000), QTextCursor(document)

    def paged(_: int) -> None:
        cursor.insertText("字")
        painter = QPainter(picture)
        document.drawContents(painter, QRectF(0, 0, 590, 850))
        painter.end()

    slow = Times.of(paged, min(keys, 5))
    return {"QTextEdit without pages, key at the start": unpaged, "QTextDocument with pages, key at the start": slow}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[16, 300, 1000])
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if len(given.pages) > 1:  # each size in a process of its own, whose memory is its own
        for pages in given.pages:
            rest = [*(["--json"] if given.json else []), "--keys", str(given.keys)]
            subprocess.run([sys.executable, __file__, "--pages", str(pages), *rest], check=True)
        return
    application = QApplication([])
    theme.use("light", application)
    everything: dict[int, dict[str, object]] = {}
    for pages in given.pages:
        bench = Bench(application, pages, given.keys)
        everything[pages] = bench.run()
        bench.panel.hide()
        bench.panel.deleteLater()
        del bench
        everything[pages] |= peers(pages, given.keys)
    if given.json:
        print(json.dumps(everything, default=lambda one: [one.median, one.p95], ensure_ascii=False))
        return
    for pages, results in everything.items():
        print(f"{pages} pages asked")
        for name, value in results.items():
            print(
                f"  {name:<44}{f'{value.median:8.2f}  p95 {value.p95:8.2f} ms' if isinstance(value, Times) else value}"
            )


if __name__ == "__main__":
    main()
