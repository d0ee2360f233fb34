"""What differs between two versions of a draft, line by line, with what was removed and added marked in the line."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSplitter, QTextBrowser, QVBoxLayout, QWidget

from drafter.desktop import theme
from drafter.model.differences import Difference, Turn
from drafter.text.difference import Fate, Piece, pieces


def beside(chosen: QWidget, heading: QWidget, view: QWidget, widths: tuple[int, int]) -> QSplitter:
    """What is chosen from at the left, at the right the differences of what is chosen under their heading."""
    right = QWidget()
    rows = QVBoxLayout(right)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(heading)
    rows.addWidget(view, 1)
    split = QSplitter()
    split.addWidget(chosen)
    split.addWidget(right)
    split.setSizes(list(widths))
    return split


class DifferenceView(QTextBrowser):
    """A list of differences to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("不同之处"))

    def show_differences(self, found: Iterable[Difference]) -> None:
        """Show them in order, each with the section it stands in."""
        none = self.tr("没有不同之处。")
        self.setHtml("".join(row_of(one) for one in found) or f"<p>{escape(none)}</p>")

    def counted(self, found: Iterable[Difference]) -> str:
        """How many of each kind there are, in words."""
        turns = [one.turn for one in found]
        words = (
            (Turn.REWRITTEN, self.tr("改动 {0} 处")),
            (Turn.ADDED, self.tr("增加 {0} 处")),
            (Turn.REMOVED, self.tr("删去 {0} 处")),
            (Turn.MOVED, self.tr("移动 {0} 处")),
        )
        return "，".join(text.format(turns.count(turn)) for turn, text in words if turn in turns)


def row_of(one: Difference) -> str:
    """A difference as HTML: what happened and where, under it the line with its marks."""
    translate = QCoreApplication.translate
    names = {
        Turn.REWRITTEN: translate("DifferenceView", "改"),
        Turn.ADDED: translate("DifferenceView", "增"),
        Turn.REMOVED: translate("DifferenceView", "删"),
        Turn.MOVED: translate("DifferenceView", "移"),
    }
    line = one.new or one.old
    place = f"{names[one.turn]}　{line.section if line else ''}"
    return f"<p><span style='color:{theme.colour('text3').name()}'>{escape(place)}</span><br>{_marked(one)}</p>"


def _marked(one: Difference) -> str:
    match one.turn:
        case Turn.REWRITTEN if one.old and one.new:
            return "".join(_html(piece) for piece in pieces(one.old.text, one.new.text))
        case Turn.ADDED if one.new:
            return _html(Piece(Fate.ADDED, one.new.text))
        case Turn.REMOVED if one.old:
            return _html(Piece(Fate.REMOVED, one.old.text))
        case _:
            return escape(one.new.text if one.new else "")


def _html(piece: Piece) -> str:
    text = escape(piece.text)
    match piece.fate:
        case Fate.KEPT:
            return text
        case Fate.ADDED:
            return f"<u style='color:{theme.colour('ok').name()}'>{text}</u>"
        case Fate.REMOVED:
            return f"<s style='color:{theme.colour('error').name()}'>{text}</s>"
