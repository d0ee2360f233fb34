"""印发通知: the form for what a plan is issued with, and the words of the notice as they will be printed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drafter.model.draft import Draft, slot_texts
from drafter.model.notice import Carries, Notice, NoticeForm, completed, notice_paragraphs, notice_title
from drafter.model.walk import text_of

_DATE = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?")
_BETWEEN_NAMES = re.compile(r"[、；;\n]")
_BETWEEN_COPIES = re.compile(r"[，,；;\n]")
_TEXTS = (
    "number", "head", "addressee", "approved_by", "remark", "title", "printed_by", "copy_number", "classification",
    "urgency",
)  # fmt: skip
_NAMES = ("issuers", "signers", "copies_to")
_DATES = ("date", "printed_on")
_WORDS_HEIGHT = 84


class NoticeDialog(QDialog):
    """`notice` is its answer. What is left empty is taken from the plan or from the standard words, shown below."""

    changed = Signal()

    def __init__(self, draft: Draft, notice: Notice | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("印发通知"))
        self.resize(640, 720)
        self._draft, self._given = draft, notice or Notice()
        self.fields = {name: QLineEdit() for name in (*_NAMES, *_TEXTS, *_DATES)}
        self.carries, self.form = QComboBox(), QComboBox()
        self.sealed = QCheckBox(self.tr("署名按盖章的位置排"))
        self.words = QPlainTextEdit()
        self.words.setFixedHeight(_WORDS_HEIGHT)
        self.words.setTabChangesFocus(True)
        self.trouble, self.preview = QLabel(), QLabel()
        self.preview.setWordWrap(True)
        self.trouble.setProperty("look", "caption")
        buttons = QDialogButtonBox()
        self.done_button = buttons.addButton(self.tr("确定"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._fill()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._scrolled(self._rows()), 1)
        column.addWidget(self.preview)
        column.addWidget(self.trouble)
        column.addWidget(buttons)
        self._show_words()

    def _scrolled(self, rows: QFormLayout) -> QScrollArea:
        inside, area = QWidget(), QScrollArea()
        inside.setLayout(rows)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        for widget in (area.viewport(), inside):
            widget.setAutoFillBackground(False)
        return area

    def _rows(self) -> QFormLayout:
        rows = QFormLayout()
        rows.setVerticalSpacing(8)
        rows.addRow(self.tr("规划怎么印(&C)"), self.carries)
        rows.addRow(self.tr("格式(&F)"), self.form)
        for name, label, hint in self._labels():
            field = self.fields[name]
            field.setPlaceholderText(hint)
            rows.addRow(label, field)
        rows.addRow("", self.sealed)
        rows.addRow(self.tr("正文"), self.words)
        return rows

    def _labels(self) -> tuple[tuple[str, str, str], ...]:
        """(field, label, what is printed where it is empty, or how it is written)."""
        plan = completed(Notice(), self._draft.document)
        several = self.tr("几个单位用、隔开，主办单位在前")
        day = self.tr("如 2026年6月5日")
        return (
            ("issuers", self.tr("发文机关(&I)"), "、".join(plan.issuers) or several),
            ("number", self.tr("发文字号(&N)"), plan.number or self.tr("如 某政办发〔2026〕5号")),
            ("signers", self.tr("签发人"), "、".join(plan.signers) or self.tr("只有上行文才写")),
            ("addressee", self.tr("主送机关(&A)"), self.tr("如 各区县人民政府，市政府各部门、各直属机构")),
            ("approved_by", self.tr("经谁同意"), self.tr("如 市政府；可不填")),
            ("date", self.tr("成文日期(&D)"), _shown_day(plan.date) or day),
            ("remark", self.tr("附注"), plan.remark or self.tr("如 此件公开发布；不写括号")),
            ("copies_to", self.tr("抄送机关(&Y)"), self.tr("用，隔开")),
            ("printed_by", self.tr("印发机关"), ""),
            ("printed_on", self.tr("印发日期"), day),
            ("classification", self.tr("密级"), plan.classification or self.tr("如 机密★1年")),
            ("urgency", self.tr("紧急程度"), self.tr("特急或加急")),
            ("copy_number", self.tr("份号"), self.tr("6 位数字")),
            ("head", self.tr("发文机关标志"), self.tr("发文机关加“文件”")),
            ("title", self.tr("通知标题"), text_of(notice_title(plan, ("【文件】",)))),
        )

    def _fill(self) -> None:
        notice = self._given
        for name in _TEXTS:
            self.fields[name].setText(getattr(notice, name))
        for name in _NAMES:
            self.fields[name].setText(("，" if name == "copies_to" else "、").join(getattr(notice, name)))
        for name in _DATES:
            self.fields[name].setText(_shown_day(getattr(notice, name)))
        self.words.setPlainText("\n".join(notice.paragraphs))
        self.words.setPlaceholderText(self.tr("不填就用通行的说法；【文件】处印规划的标题"))
        self.sealed.setChecked(notice.sealed)
        ways = {
            Carries.MAIN: self.tr("作正件，通知之后另起一页"),
            Carries.ANNEX: self.tr("作通知的附件"),
            Carries.ITSELF: self.tr("直接套文件头，不另写通知"),
        }
        forms = {NoticeForm.DOCUMENT: self.tr("文件式"), NoticeForm.LETTER: self.tr("信函式")}
        for box, names, chosen in ((self.carries, ways, notice.carries), (self.form, forms, notice.form)):
            for value, words in names.items():
                box.addItem(words, value)
            box.setCurrentIndex(list(names).index(chosen))
            box.currentIndexChanged.connect(self._show_words)
        for field in self.fields.values():
            field.textChanged.connect(self._show_words)
        self.words.textChanged.connect(self._show_words)

    @property
    def notice(self) -> Notice:
        """What is filled in."""
        texts = {name: self.fields[name].text().strip() for name in _TEXTS}
        dates = {name: _iso(self.fields[name].text()) or "" for name in _DATES}
        texts["addressee"] = texts["addressee"].rstrip("：:")
        texts["remark"] = texts["remark"].strip("（）()")
        return replace(
            self._given,
            **texts,
            **dates,
            issuers=self._list("issuers", _BETWEEN_NAMES),
            signers=self._list("signers", _BETWEEN_NAMES),
            copies_to=self._list("copies_to", _BETWEEN_COPIES),
            paragraphs=tuple(line.strip() for line in self.words.toPlainText().splitlines() if line.strip()),
            sealed=self.sealed.isChecked(),
            carries=Carries(self.carries.currentData()),
            form=NoticeForm(self.form.currentData()),
        )

    def _list(self, name: str, between: re.Pattern[str]) -> tuple[str, ...]:
        words = self.fields[name].text().strip().rstrip("。")
        return tuple(one.strip() for one in between.split(words) if one.strip())

    def _show_words(self) -> None:
        """Show what will be printed, or what cannot be."""
        wrong = next((name for name in _DATES if _iso(self.fields[name].text()) is None), "")
        number = self.fields["copy_number"].text().strip()
        if wrong:
            told = self.tr("“{0}”不是日期，请写成 2026年6月5日。").format(self.fields[wrong].text())
        elif number and not (number.isascii() and number.isdecimal() and len(number) == 6):
            told = self.tr("份号是 6 位数字，如 000001。")
        else:
            told = ""
        self.trouble.setText(told)
        self.done_button.setEnabled(not told)
        notice = completed(self.notice, self._draft.document)
        itself = notice.carries is Carries.ITSELF
        for field in (self.fields["title"], self.fields["approved_by"], self.words):
            field.setEnabled(not itself)
        plan, shown = self._draft.document.title, slot_texts(self._draft)
        title = text_of(plan if itself else notice_title(notice, plan), shown)
        said = [] if itself else [text_of(one, shown) for one in notice_paragraphs(notice, plan)]
        self.preview.setText("\n".join((title, *said)))
        self.changed.emit()


def _iso(text: str) -> str | None:
    """A day as ISO, "" for none, None where it is no day."""
    if not text.strip():
        return ""
    found = _DATE.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def _shown_day(iso: str) -> str:
    found = _DATE.fullmatch(iso)
    return "{}年{}月{}日".format(*map(int, found.groups())) if found else iso
