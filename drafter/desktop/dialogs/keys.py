"""All commands with their keys, made from the table of commands."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QVBoxLayout, QWidget

from drafter.desktop.actions import COMMANDS, MENUS, PRESETS, Command, Place, translated


class Keys(QDialog):
    """The list of commands, menu by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("命令和按键"))
        self.resize(720, 640)
        heading = QLabel(self.tr("命令和按键"))
        heading.setProperty("look", "big")
        table = QTextBrowser()
        table.setAccessibleName(self.tr("命令和按键"))
        table.setHtml("".join(_menu(place) for place in Place))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(table)


def _menu(place: Place) -> str:
    rows = "".join(_row(one) for one in (*COMMANDS, *PRESETS) if one.place is place)
    name = escape(translated(MENUS[place]).partition("(")[0])
    return f"<h4>{name}</h4><table cellpadding='4' width='100%'>{rows}</table>"


def _row(command: Command) -> str:
    keys = "　".join(QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in command.keys)
    words = (translated(command.text), keys, translated(command.tip))
    widths = ("24%", "26%", "50%")
    return f"<tr>{''.join(f'<td width={w!r}>{escape(t)}</td>' for w, t in zip(widths, words, strict=True))}</tr>"
