"""What is seen before a draft is open: begin one, open one, the example; the city; the drafts opened last."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import icons
from drafter.desktop.panels.labels import ElidedLabel, PillLabel

if TYPE_CHECKING:
    from drafter.desktop.files import Given
    from drafter.recipe import Part, Recipe
    from drafter.workflow import Entry

_KIND_ICONS = {"行动计划": "target", "实施方案": "list", "指导意见": "document", "工作要点": "check"}
_WIDTH = 1184


class StartPage(QScrollArea):
    """Sends wishes only; is shown what there is by `show_given`, `show_entries` and `show_recent`."""

    new_requested = Signal(str)
    open_requested = Signal()
    example_requested = Signal()
    import_requested = Signal()
    locality_chosen = Signal(str)
    tables_requested = Signal()
    recent_requested = Signal(object)
    recent_removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        page.setObjectName("startPage")
        self.setWidget(page)
        self._kinds, self._recent = QGridLayout(), QVBoxLayout()
        self._kinds.setSpacing(16)
        self._recent.setSpacing(0)
        self.cards: dict[str, QPushButton] = {}
        self.city = QComboBox()
        self.city.setAccessibleName(self.tr("本地"))
        self.city.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.city.setMinimumWidth(150)
        self._names: tuple[str, ...] = ()
        self._given: Given | None = None
        self.city.activated.connect(self._chosen)
        self._plans = _label("", "caption")
        self._place = _label(self.tr("单位、区划和上级文件按它换成本地的"), "caption")
        self.example_card = self._wide_card(
            "eye",
            self.tr("看一个示例"),
            self.tr("用随附的参考资料拟好的一份行动计划，可随意改动"),
            self.tr("打开示例"),
            self.example_requested,
        )
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(self._left(), 58)
        columns.addLayout(self._right(), 42)
        body = QWidget()
        body.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(24, 32, 24, 24)
        inner.addWidget(_label(self.tr("拟稿台"), "huge"))
        inner.addWidget(_label(self.tr("参考各地规划，拟出本地规划。所有文字只在本机处理。"), "quiet"))
        inner.addSpacing(24)
        inner.addLayout(columns)
        inner.addStretch(1)
        around = QHBoxLayout(page)
        around.addStretch(1)
        around.addWidget(body, 20)
        around.addStretch(1)

    def _left(self) -> QBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(_label(self.tr("新建草稿"), "big"))
        column.addWidget(_label(self.tr("先选文种，提纲按惯例备好，之后随时可改。"), "quiet"))
        column.addLayout(self._kinds)
        column.addSpacing(12)
        column.addWidget(
            self._wide_card(
                "open", self.tr("打开草稿"), self.tr("接着写上次保存的草稿"), self.tr("打开…"), self.open_requested
            )
        )
        column.addWidget(self.example_card)
        column.addStretch(1)
        return column

    def _right(self) -> QBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(16)
        local = _card()
        rows = QVBoxLayout(local)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(_label(self.tr("本地信息"), "head"))
        rows.addLayout(_row("region", self.tr("本地"), self._place, self.city))
        button = QPushButton(self.tr("导入…"))
        button.clicked.connect(self.import_requested)
        rows.addLayout(_row("library", self.tr("参考资料"), self._plans, button))
        directory = QPushButton(self.tr("导入本单位的…"))
        directory.clicked.connect(self.tables_requested)
        words = _label(self.tr("部门名称、曾用名和次序；可先导出，在 Excel 中改"), "caption")
        rows.addLayout(_row("agency", self.tr("单位目录"), words, directory))
        recent = _card()
        list_ = QVBoxLayout(recent)
        list_.setContentsMargins(20, 16, 20, 12)
        list_.setSpacing(8)
        list_.addWidget(_label(self.tr("最近打开"), "head"))
        list_.addLayout(self._recent)
        column.addWidget(local)
        column.addWidget(recent)
        column.addStretch(1)
        return column

    def _wide_card(self, icon: str, name: str, words: str, act: str, wish: object) -> QFrame:
        card = _card()
        button = QPushButton(act)
        button.clicked.connect(wish)
        row = _row(icon, name, _label(words, "caption"), button)
        row.setContentsMargins(20, 16, 16, 16)
        card.setLayout(row)
        return card

    # what there is

    def show_given(self, given: Given, city: str) -> None:
        """Show the kinds of plan there are outlines for, and the cities."""
        _empty(self._kinds)
        self.cards = {outline.kind: self._kind_card(outline) for outline in given.outlines}
        for number, card in enumerate(self.cards.values()):
            self._kinds.addWidget(card, number // 2, number % 2)
        self._names = tuple(one.name for one in given.localities)
        self.city.clear()
        self.city.addItems([*(f"{one.province} {one.name}".strip() for one in given.localities), self.tr("以后再选")])
        self.city.setCurrentIndex(self._names.index(city) if city in self._names else len(self._names))
        self._tell_place(given)
        self.example_card.setVisible(given.example is not None)
        if self.cards and self.isVisible():
            next(iter(self.cards.values())).setFocus()

    def _tell_place(self, given: Given) -> None:
        index = self.city.currentIndex()
        if index < len(given.localities):
            one = given.localities[index]
            self._place.setText(
                self.tr("含 {0} 个区市，另有开发区等 {1} 个").format(len(one.districts), len(one.zones))
            )
        self._given = given

    def _chosen(self, index: int) -> None:
        if self._given is not None:
            self._tell_place(self._given)
        self.locality_chosen.emit(self._names[index] if index < len(self._names) else "")

    def _kind_card(self, outline: Recipe) -> QPushButton:
        card = QPushButton()
        card.setProperty("look", "card")
        card.setAccessibleName(outline.kind)
        words = self.tr("提纲 {0} 节，填报项 {1} 个").format(_count(outline.parts), len(outline.slots))
        row = _row(_KIND_ICONS.get(outline.kind, "document"), outline.kind, _label(words, "caption"))
        row.setContentsMargins(20, 12, 16, 12)
        card.setLayout(row)
        card.setAutoDefault(True)
        card.clicked.connect(lambda: self.new_requested.emit(outline.kind))
        return card

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show how many plans are at hand."""
        self._plans.setText(self.tr("资料库中有 {0} 份，可再导入本地与外地文件").format(len(entries)))

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Show the drafts opened last; those that are gone are marked."""
        _empty(self._recent)
        if not paths:
            self._recent.addWidget(_label(self.tr("还没有。新建或打开的草稿会列在这里。"), "caption"))
        for path in paths:
            self._recent.addWidget(_Recent(path, self))


class _Recent(QFrame):
    """One draft of the list: a click opens it; where it is gone, it can be taken off the list."""

    def __init__(self, path: Path, page: StartPage) -> None:
        super().__init__()
        there = path.is_file()
        name = QPushButton(path.name.partition(".")[0])
        name.setProperty("look", "bare")
        name.setEnabled(there)
        name.setToolTip(str(path))
        name.clicked.connect(lambda: page.recent_requested.emit(path))
        when = ElidedLabel("text3", 12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(name)
        row.addWidget(when, 1)
        if there:
            when.setText(datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y-%m-%d %H:%M"))  # noqa: DTZ006
        else:
            when.setText(self.tr("文件不在原处，可能已移动或改名"))
            row.addWidget(PillLabel(self.tr("找不到"), ("error", "errorW"), "error"))
            drop = QPushButton(self.tr("移出列表"))
            drop.setProperty("look", "bare")
            drop.clicked.connect(lambda: page.recent_removed.emit(path))
            row.addWidget(drop)


def _count(parts: tuple[Part, ...]) -> int:
    return sum(1 + _count(part.parts) for part in parts)


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(look == "caption")
    return label


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    return card


def _row(icon: str, name: str, words: QLabel, act: QWidget | None = None) -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(icons.pixmap(icon, 20))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(_label(name, "head"))
    column.addWidget(words)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(picture)
    row.addLayout(column, 1)
    if act is not None:
        row.addWidget(act)
    else:
        for label in (picture, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return row


def _empty(layout: QBoxLayout | QGridLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item and (widget := item.widget()):
            widget.deleteLater()
