"""Every command of the window in one table: menus, toolbar, keys and the help page are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from drafter.desktop import icons

CONTEXT = "actions"


def _n(_context: str, text: str) -> str:
    """The text itself; scripts/translate.py tells the translation tool that this call marks it."""
    return text


class Place(StrEnum):
    """The menus from left to right."""

    FILE = "file"
    EDIT = "edit"
    MATERIAL = "material"
    DRAFT = "draft"
    CHECK = "check"
    VIEW = "view"
    HELP = "help"


MENUS: dict[Place, str] = {
    Place.FILE: _n("actions", "文件(&F)"),
    Place.EDIT: _n("actions", "编辑(&E)"),
    Place.MATERIAL: _n("actions", "资料(&L)"),
    Place.DRAFT: _n("actions", "草稿(&D)"),
    Place.CHECK: _n("actions", "检查(&C)"),
    Place.VIEW: _n("actions", "视图(&V)"),
    Place.HELP: _n("actions", "帮助(&H)"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `line`: a separator stands before it in its menu; `short`: its name on the toolbar, "" for none; `draft`: it needs
    an open draft; `on_sheet`: its keys work on the sheet only, other panels use the same ones for their own.
    """

    id: str
    place: Place
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    tip: str = ""
    short: str = ""
    line: bool = False
    draft: bool = True
    checkable: bool = False
    on_sheet: bool = False


# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command(
        "new", Place.FILE, _n("actions", "新建草稿…"), "new", ("Ctrl+N",),
        _n("actions", "选文种和城市，从提纲开始"),
        _n("actions", "新建"), draft=False,
    ),
    Command(
        "open", Place.FILE, _n("actions", "打开草稿…"), "open", ("Ctrl+O",), "",
        _n("actions", "打开"), draft=False,
    ),
    Command("example", Place.FILE, _n("actions", "打开示例"), "eye", draft=False),
    Command("save", Place.FILE, _n("actions", "保存"), "save", ("Ctrl+S",), "", _n("actions", "保存"), line=True),
    Command("save_as", Place.FILE, _n("actions", "另存为…"), "", ("Ctrl+Shift+S",)),
    Command(
        "name_version", Place.FILE, _n("actions", "留作版本…"), "", (),
        _n("actions", "把现在的草稿留作送审稿、征求意见稿或定稿"),
    ),
    Command("versions", Place.FILE, _n("actions", "历史版本…"), "", (), _n("actions", "看以前保存的样子，需要时恢复")),
    Command(
        "export", Place.FILE, _n("actions", "导出 Word…"), "export", ("Ctrl+E",),
        _n("actions", "按 GB/T 9704 版式导出 Word 文件"),
    ),
    Command("pdf", Place.FILE, _n("actions", "存为 PDF…"), tip=_n("actions", "按纸面的样子存为 PDF 文件")),
    Command("print", Place.FILE, _n("actions", "打印…"), "", ("Ctrl+P",)),
    Command(
        "compare_versions", Place.FILE, _n("actions", "比较版本、导出花脸稿…"), "", (),
        _n("actions", "比较任意两份，不同之处写成 Word 修订"), line=True,
    ),
    Command(
        "export_live", Place.FILE, _n("actions", "导出征求意见稿…"), "", (),
        _n("actions", "填报项可以在 Word 里直接填，收回后读回"),
    ),
    Command(
        "export_set", Place.FILE, _n("actions", "导出成套文件…"), "", (),
        _n("actions", "通知、规划、附件、起草说明、征求意见函、出处表一次出齐"),
    ),
    Command(
        "read_back", Place.FILE, _n("actions", "读回填报值…"), "", (),
        _n("actions", "把各单位交回的填报值与本稿并排，逐个采用"),
    ),
    Command("close", Place.FILE, _n("actions", "关闭草稿"), "", ("Ctrl+W",), _n("actions", "回到起始页"), line=True),
    Command("quit", Place.FILE, _n("actions", "退出"), "", ("Ctrl+Q",), draft=False),
    Command("undo", Place.EDIT, _n("actions", "撤销"), "undo", ("Ctrl+Z",), "", _n("actions", "撤销")),
    Command("redo", Place.EDIT, _n("actions", "重做"), "redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "", _n("actions", "重做")),
    Command(
        "edit", Place.EDIT, _n("actions", "改这里的文字"), "revise", ("F2",),
        _n("actions", "也可双击纸面上的标题、正文或填报项"),
        line=True, on_sheet=True,
    ),
    Command("find", Place.EDIT, _n("actions", "查找…"), "find", ("Ctrl+F",), line=True),
    Command("go_to_page", Place.EDIT, _n("actions", "转到页…"), "", ("Ctrl+G",)),
    Command(
        "quick", Place.EDIT, _n("actions", "快速查找…"), "find", ("Ctrl+K",),
        _n("actions", "找节、填报项、资料和命令，Enter 就到"), draft=False,
    ),
    Command(
        "import", Place.MATERIAL, _n("actions", "导入资料…"), "import", ("Ctrl+I",),
        _n("actions", "把 Word 或文本文件读进资料库，原文件不动"), _n("actions", "导入资料"), draft=False,
    ),
    Command(
        "correct", Place.MATERIAL, _n("actions", "校正资料结构…"), "revise", (),
        _n("actions", "标题层级、正文和标题认错了，在这里改正"),
    ),
    Command("search", Place.MATERIAL, _n("actions", "在资料中查找"), "find", ("Ctrl+Shift+F",)),
    Command(
        "import_tables", Place.MATERIAL, _n("actions", "导入单位目录…"), "agency", (),
        _n("actions", "改好的单位目录、地名表、专名表、过时用语表（.xlsx、.csv）"), line=True, draft=False,
    ),
    Command(
        "export_tables", Place.MATERIAL, _n("actions", "导出单位目录…"), "", (),
        _n("actions", "写成表格，在 Excel、WPS 中改成本单位的"), draft=False,
    ),
    Command("add_section", Place.DRAFT, _n("actions", "在后面加一节"), "heading", ("Ctrl+Shift+Return",)),
    Command("add_paragraph", Place.DRAFT, _n("actions", "在后面加一段"), "paragraph", ("Ctrl+Return",)),
    Command("rename", Place.DRAFT, _n("actions", "改本节标题"), "", ("Shift+F2",), on_sheet=True),
    Command("move_up", Place.DRAFT, _n("actions", "本节上移"), "up", ("Alt+Shift+Up",), line=True, on_sheet=True),
    Command("move_down", Place.DRAFT, _n("actions", "本节下移"), "down", ("Alt+Shift+Down",), on_sheet=True),
    Command("promote", Place.DRAFT, _n("actions", "本节升一级"), "", ("Alt+Shift+Left",), on_sheet=True),
    Command("demote", Place.DRAFT, _n("actions", "本节降一级"), "", ("Alt+Shift+Right",), on_sheet=True),
    Command("remove_paragraph", Place.DRAFT, _n("actions", "删去本段"), "", ("Ctrl+Delete",), line=True, on_sheet=True),
    Command("remove_section", Place.DRAFT, _n("actions", "删去本节"), "delete", ("Ctrl+Shift+Delete",), on_sheet=True),
    Command(
        "roll_years", Place.DRAFT, _n("actions", "顺延年份…"), "period", (),
        _n("actions", "把期限和随它的年份一起改，先逐处列出"), line=True,
    ),
    Command(
        "next_slot", Place.DRAFT, _n("actions", "下一个待填项"), "slots", ("F9",),
        _n("actions", "到下一个还没有填的填报项"),
        _n("actions", "填报"), line=True,
    ),
    Command(
        "check", Place.CHECK, _n("actions", "看外地残留"), "check", ("F7",),
        _n("actions", "列出草稿中别处的地名、单位和文件"),
        _n("actions", "检查"),
    ),
    Command("next_finding", Place.CHECK, _n("actions", "下一处"), "down", ("F8",)),
    Command("previous_finding", Place.CHECK, _n("actions", "上一处"), "up", ("Shift+F8",)),
    Command("zoom_in", Place.VIEW, _n("actions", "放大纸面"), "add", ("Ctrl+=", "Ctrl++")),
    Command("zoom_out", Place.VIEW, _n("actions", "缩小纸面"), "remove", ("Ctrl+-",)),
    Command("zoom_reset", Place.VIEW, _n("actions", "纸面实际大小"), "", ("Ctrl+0",)),
    Command("dark", Place.VIEW, _n("actions", "深色"), checkable=True, draft=False, line=True),
    Command(
        "english", Place.VIEW, _n("actions", "English"), checkable=True, draft=False,
        tip=_n("actions", "下次打开时换成英文界面"),
    ),
    Command("manual", Place.HELP, _n("actions", "使用手册"), "help", ("F1",), draft=False),
    Command("keys", Place.HELP, _n("actions", "命令和按键"), "", ("Ctrl+F1",), draft=False),
    Command("about", Place.HELP, _n("actions", "关于拟稿台"), draft=False),
)
"""What can be done, in the order of the menus."""

PRESETS: tuple[Command, ...] = (
    Command(
        "collect", Place.VIEW,
        _n("actions", "选材"), keys=("Ctrl+1",), tip=_n("actions", "资料库和参考占大处"), line=True,
        checkable=True,
    ),
    Command(
        "write", Place.VIEW, _n("actions", "撰写"), keys=("Ctrl+2",), tip=_n("actions", "提纲、草稿、参考和填报项都在"),
        checkable=True,
    ),
    Command(
        "compare", Place.VIEW, _n("actions", "对照"), keys=("Ctrl+4",),
        tip=_n("actions", "草稿与打开的参考按专题、指标和来源并排"), checkable=True,
    ),
    Command(
        "review", Place.VIEW, _n("actions", "送审"), keys=("Ctrl+3",), tip=_n("actions", "收起参考，逐条看检查结果"),
        checkable=True,
    ),
)
"""The layouts, at the right end of the toolbar."""
# fmt: on

Handlers = dict[str, Callable[[], object]]


def translated(text: str) -> str:
    """A text of the table in the language in use."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


def make_actions(window: QMainWindow, handlers: Handlers) -> dict[str, QAction]:
    """The actions of all commands by id, put into the window; every command must have a handler."""
    return {command.id: _action(window, command, handlers[command.id]) for command in (*COMMANDS, *PRESETS)}


def _action(window: QMainWindow, command: Command, handler: Callable[[], object]) -> QAction:
    action = QAction(translated(command.text), window)
    action.setObjectName(command.id)
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setCheckable(command.checkable)
    keys = "、".join(QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in command.keys[:1])
    words = translated(command.tip) or translated(command.text).rstrip("…")
    action.setToolTip(f"{words}（{keys}）" if keys else words)
    if command.short:
        action.setIconText(translated(command.short))
    action.triggered.connect(lambda *_: handler())
    if command.on_sheet:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    else:
        window.addAction(action)
    return action


def dress(actions: dict[str, QAction]) -> None:
    """Give the actions their icons in the colours of the theme in use."""
    for command in COMMANDS:
        if command.icon:
            actions[command.id].setIcon(icons.icon(command.icon))


def fill_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[Place, QMenu]:
    """The menus by place, filled from the table."""
    menus = {place: window.menuBar().addMenu(translated(text)) for place, text in MENUS.items()}
    for command in (*COMMANDS, *PRESETS):
        if command.line:
            menus[command.place].addSeparator()
        menus[command.place].addAction(actions[command.id])
    return menus


def fill_toolbar(toolbar: QToolBar, actions: dict[str, QAction]) -> None:
    """The commands with a short name, icon over text, a line between menus."""
    toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    toolbar.setIconSize(QSize(20, 20))
    toolbar.setMovable(False)
    toolbar.setFloatable(False)
    last: Place | None = None
    for command in COMMANDS:
        if command.short:
            if last not in (None, command.place):
                toolbar.addSeparator()
            last = command.place
            toolbar.addAction(actions[command.id])
