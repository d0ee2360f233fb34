"""读回填报值: what the units wrote, each value against ours, and what they changed around the slots."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.desktop import theme
from drafter.desktop.panels.differences import row_of
from drafter.model.draft import Draft, Slot
from drafter.workflow import Back, Offer, Readback

ROW = 30
_OFFER = Qt.ItemDataRole.UserRole


class ReadbackDialog(QDialog):
    """`chosen` are the values to take over once the dialog was accepted."""

    def __init__(self, draft: Draft, back: Readback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("读回填报值"))
        self.resize(1000, 720)
        self._draft, self._back = draft, back
        self.tree = self._tree()
        self.files = QTextBrowser()
        self.files.setAccessibleName(self.tr("各文件的情况"))
        self.files.setOpenLinks(False)
        self.files.setHtml("".join(self._told(one) for one in sorted(back.files, key=lambda one: not one.error)))
        self.agreed = QPushButton(self.tr("勾选各单位一致的"))
        self.agreed.setAutoDefault(False)
        self.agreed.clicked.connect(lambda: self._choose(back.agreed))
        self.none = QPushButton(self.tr("全不选"))
        self.none.setAutoDefault(False)
        self.none.clicked.connect(lambda: self._choose(()))
        self.take = QPushButton()
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        self.tree.itemChanged.connect(self._ticked)
        self._lay_out()
        self._choose(())

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("填报值"))
        tree.setHeaderLabels([self.tr("填报项 / 单位"), self.tr("填报值"), self.tr("本稿")])
        tree.setRootIsDecorated(False)
        tree.setIndentation(18)
        tree.setUniformRowHeights(True)
        for slot in self._draft.slots:
            if offers := self._back.of(slot.id):
                tree.addTopLevelItem(self._slot_item(slot, offers))
        tree.expandAll()
        head = tree.header()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, 260)
        head.resizeSection(2, 260)
        head.setStretchLastSection(False)
        return tree

    def _slot_item(self, slot: Slot, offers: tuple[Offer, ...]) -> QTreeWidgetItem:
        several = len({one.value for one in offers}) > 1
        item = QTreeWidgetItem([slot.name, self.tr("各单位不一致") if several else "", slot.shown])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setSizeHint(0, QSize(0, ROW))
        for offer in offers:
            child = QTreeWidgetItem([offer.unit, offer.value, ""])
            child.setData(0, _OFFER, offer)
            child.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            child.setCheckState(0, Qt.CheckState.Unchecked)
            child.setSizeHint(0, QSize(0, ROW))
            item.addChild(child)
        return item

    def _lay_out(self) -> None:
        failed = sum(bool(one.error) for one in self._back.files)
        said = self.tr("读了 {0} 个文件，{1} 处填报值").format(len(self._back.files), len(self._back.offers))
        heading = QLabel(said + (self.tr("；{0} 个文件没有读入").format(failed) if failed else ""))
        heading.setProperty("look", "head")
        note = QLabel(self.tr("勾上的才采用，一项只采用一个值；一步可以撤销。填报项以外的改动只列出，不并入草稿。"))
        note.setProperty("look", "caption")
        note.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.tree)
        split.addWidget(self.files)
        split.setSizes([380, 240])
        close = QPushButton(self.tr("关闭"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.agreed)
        foot.addWidget(self.none)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(split, 1)
        column.addWidget(note)
        column.addLayout(foot)

    @property
    def chosen(self) -> tuple[Offer, ...]:
        """The values that are ticked, one a slot."""
        return tuple(item.data(0, _OFFER) for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)

    def _items(self) -> list[QTreeWidgetItem]:
        tops = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return [item for top in tops if top for item in _children(top)]

    def _choose(self, offers: tuple[Offer, ...]) -> None:
        self.tree.blockSignals(True)
        for item in self._items():
            wanted = item.data(0, _OFFER) in offers
            item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self.tree.blockSignals(False)
        self._count()

    def _ticked(self, item: QTreeWidgetItem) -> None:
        """Take one value of a slot only."""
        above = item.parent()
        if above is not None and item.checkState(0) is Qt.CheckState.Checked:
            self.tree.blockSignals(True)
            for other in _children(above):
                if other is not item:
                    other.setCheckState(0, Qt.CheckState.Unchecked)
            self.tree.blockSignals(False)
        self._count()

    def _count(self) -> None:
        chosen = len(self.chosen)
        self.take.setText(self.tr("采用 {0} 个值").format(chosen))
        self.take.setEnabled(chosen > 0)
        self.agreed.setEnabled(bool(self._back.agreed))

    def _told(self, one: Back) -> str:
        """What is to be known about a file, and what was changed in it."""
        names = {slot.id: slot.name for slot in self._draft.slots}
        said = [one.error] if one.error else list(one.remarks)
        if one.missing:
            lacking = "、".join(names[slot] for slot in one.missing)
            said.append(self.tr("文件中已没有这些填报项：{0}。").format(lacking))
        if one.changes:
            said.append(self.tr("填报项以外有 {0} 处不同，没有并入草稿：").format(len(one.changes)))
        colour = theme.colour("error" if one.error else "text2").name()
        said = said or [self.tr("已读。")]
        lines = "".join(f"<p style='color:{colour}'>{escape(text)}</p>" for text in said)
        rows = "".join(row_of(change) for change in one.changes)
        by = "、".join(dict.fromkeys(revision.author for revision in one.revisions if revision.author))
        whose = self.tr("其中带修订标记的出自：{0}。").format(by)
        tracked = f"<p>{escape(whose)}</p>" if by else ""
        return f"<h4>{escape(one.path.name)}</h4>{lines}{rows}{tracked}"


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(at) for at in range(item.childCount()))
    return [child for child in found if child]
