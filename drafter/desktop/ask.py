"""Every message and question of the window: the only module that waits for an answer, so that tests can answer."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from drafter.errors import DrafterError


class Unsaved(StrEnum):
    """What to do with a draft that is not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Taken(StrEnum):
    """What to do with a draft that somebody else has open."""

    READ = "read"
    COPY = "copy"
    OVER = "over"
    CANCEL = "cancel"


class Changed(StrEnum):
    """What to do with a draft whose file was changed by another hand."""

    SAVE_AS = "save_as"
    OVERWRITE = "overwrite"
    CANCEL = "cancel"


def _window() -> QWidget | None:
    return QApplication.activeWindow()


def open_files(title: str, filters: str, folder: Path) -> list[Path]:
    """The files chosen, or none."""
    names, _ = QFileDialog.getOpenFileNames(_window(), title, str(folder), filters)
    return [Path(name) for name in names]


def open_draft_file(folder: Path) -> Path | None:
    """The draft file chosen."""
    title = QCoreApplication.translate("ask", "打开草稿")
    filters = QCoreApplication.translate("ask", "草稿 (*.json)")
    name, _ = QFileDialog.getOpenFileName(_window(), title, str(folder), filters)
    return Path(name) if name else None


def folder(title: str, start: Path) -> Path | None:
    """The folder chosen."""
    name = QFileDialog.getExistingDirectory(_window(), title, str(start))
    return Path(name) if name else None


def save_as(title: str, proposed: Path, filters: str) -> Path | None:
    """The path to write to; a missing ending is added."""
    name, _ = QFileDialog.getSaveFileName(
        _window(), title, str(proposed), filters, options=QFileDialog.Option.DontConfirmOverwrite
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == proposed.suffix else path.with_name(path.name + proposed.suffix)


def confirm(question: str, detail: str, yes: str) -> bool:
    """Whether the person says yes; the button for it is called `yes`."""
    box = _box(QMessageBox.Icon.Question, question, detail)
    accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("ask", "取消"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is accept


def unsaved(title: str) -> Unsaved:
    """What to do with the draft of this title, which is not saved."""
    question = QCoreApplication.translate("ask", "“{0}”还没有保存。").format(title)
    box = _box(
        QMessageBox.Icon.Warning, question, QCoreApplication.translate("ask", "不保存，上次保存后的改动就没有了。")
    )
    save = box.addButton(QCoreApplication.translate("ask", "保存"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(QCoreApplication.translate("ask", "不保存"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QCoreApplication.translate("ask", "取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.exec()
    clicked = box.clickedButton()
    return Unsaved.SAVE if clicked is save else Unsaved.DISCARD if clicked is discard else Unsaved.CANCEL


def taken(name: str, holder: str) -> Taken:
    """What to do with the draft file of this name, which `holder` has open."""
    question = QCoreApplication.translate("ask", "“{0}”正由别处打开：{1}。").format(name, holder)
    box = _box(
        QMessageBox.Icon.Question,
        question,
        QCoreApplication.translate("ask", "两边同时改，后保存的会盖掉先保存的。"),
    )
    read = box.addButton(QCoreApplication.translate("ask", "只读打开"), QMessageBox.ButtonRole.AcceptRole)
    copy = box.addButton(QCoreApplication.translate("ask", "打开副本"), QMessageBox.ButtonRole.AcceptRole)
    over = box.addButton(QCoreApplication.translate("ask", "对方已不在，仍然打开"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QCoreApplication.translate("ask", "取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(read)
    box.exec()
    return {read: Taken.READ, copy: Taken.COPY, over: Taken.OVER}.get(box.clickedButton(), Taken.CANCEL)  # pyright: ignore[reportArgumentType, reportCallIssue]


def changed_on_disk(error: DrafterError) -> Changed:
    """What to do with a draft that cannot be saved over what another hand wrote."""
    box = _box(QMessageBox.Icon.Warning, error.message, error.hint)
    save_as_ = box.addButton(QCoreApplication.translate("ask", "另存为…"), QMessageBox.ButtonRole.AcceptRole)
    over = box.addButton(QCoreApplication.translate("ask", "覆盖"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QCoreApplication.translate("ask", "取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save_as_)
    box.exec()
    return {save_as_: Changed.SAVE_AS, over: Changed.OVERWRITE}.get(box.clickedButton(), Changed.CANCEL)  # pyright: ignore[reportArgumentType, reportCallIssue]


def text(title: str, question: str, value: str = "") -> str | None:
    """A line of text, or None where the person gave up."""
    answer, given = QInputDialog.getText(_window(), title, question, text=value)
    return answer.strip() if given else None


def choice(title: str, question: str, proposals: tuple[str, ...]) -> str | None:
    """One of the proposals or a line of the person's own, or None where they gave up."""
    answer, given = QInputDialog.getItem(_window(), title, question, proposals)
    return answer.strip() or None if given else None


def form(dialog: QDialog) -> bool:
    """Whether a form was accepted; it holds the answers."""
    return dialog.exec() == QDialog.DialogCode.Accepted


def show_error(error: DrafterError) -> None:
    """Tell what went wrong and what to do; the words can be copied."""
    _tell(QMessageBox.Icon.Warning, error.message, error.hint)


def show_bug(report: str, kept: bool = False) -> None:
    """Tell of a fault of the program with its report; `kept` says that the draft was written down first."""
    message = QCoreApplication.translate("ask", "程序出了错，草稿没有受影响。")
    saved = QCoreApplication.translate("ask", "没保存的改动已存入恢复文件。") if kept else ""
    hint = saved + QCoreApplication.translate(
        "ask", "请先保存草稿，再把下面的说明复制给维护人员；说明里没有草稿的文字。"
    )
    _tell(QMessageBox.Icon.Critical, message, hint, report)


def tell(message: str, detail: str = "") -> None:
    """Tell a fact."""
    _tell(QMessageBox.Icon.Information, message, detail)


def _tell(icon: QMessageBox.Icon, message: str, hint: str, report: str = "") -> None:
    box = _box(icon, message, hint)
    box.setDetailedText(report)
    copy = box.addButton(QCoreApplication.translate("ask", "复制说明"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # copying leaves the message open
    words = "\n".join(part for part in (message, hint, report) if part)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(words))
    close = box.addButton(QCoreApplication.translate("ask", "知道了"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.exec()


def _box(icon: QMessageBox.Icon, message: str, detail: str) -> QMessageBox:
    box = QMessageBox(icon, QCoreApplication.translate("ask", "拟稿台"), message, parent=_window())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(detail)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return box


def open_with_system(path: Path) -> None:
    """Open a file or folder with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
