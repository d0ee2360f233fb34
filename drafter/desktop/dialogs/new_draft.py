"""What a new draft is to be: kind, city, theme and years."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from drafter import workflow
from drafter.model.draft import slot_texts
from drafter.model.locality import Locality
from drafter.model.walk import text_of
from drafter.recipe import Recipe


class NewDraft(QDialog):
    """A form with a preview of the title; `outline`, `locality`, `theme` and `period` are its answers."""

    def __init__(
        self,
        outlines: tuple[Recipe, ...],
        localities: tuple[Locality, ...],
        kind: str = "",
        city: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("新建草稿"))
        self.setMinimumWidth(520)
        self._outlines, self._localities = outlines, localities
        self.kind, self.city, self.theme_words = QComboBox(), QComboBox(), QLineEdit()
        self.kind.addItems([one.kind for one in outlines])
        self.kind.setCurrentIndex(max(0, self.kind.findText(kind)))
        self.city.addItems([*(f"{one.province} {one.name}".strip() for one in localities), self.tr("以后再选")])
        self.city.setCurrentIndex(next((i for i, one in enumerate(localities) if one.name == city), len(localities)))
        self.theme_words.setPlaceholderText(self.tr("如：促进低空经济高质量发展"))
        self.first, self.last = year_box(date.today().year + 1), year_box(date.today().year + 3)  # noqa: DTZ011
        self.has_period = QCheckBox(self.tr("写明期限"))
        self.has_period.setChecked(True)
        self.preview = QLabel()
        self.preview.setProperty("look", "head")
        self.preview.setWordWrap(True)
        self._lay_out()
        for changed in (
            self.kind.currentIndexChanged,
            self.city.currentIndexChanged,
            self.theme_words.textChanged,
            self.first.valueChanged,
            self.last.valueChanged,
            self.has_period.toggled,
        ):
            changed.connect(self._show_preview)
        self._show_preview()
        self.theme_words.setFocus()

    def _lay_out(self) -> None:
        period = QWidget()
        period.setFocusProxy(self.first)
        years = QHBoxLayout(period)
        years.setContentsMargins(0, 0, 0, 0)
        for widget in (self.first, QLabel("—"), self.last, self.has_period):
            years.addWidget(widget)
        years.addStretch(1)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self.tr("文种(&K)"), self.kind)
        form.addRow(self.tr("本地(&L)"), self.city)
        form.addRow(self.tr("主题(&T)"), self.theme_words)
        form.addRow(self.tr("期限(&P)"), period)
        heading = QLabel(self.tr("新建草稿"))
        heading.setProperty("look", "big")
        caption = QLabel(self.tr("标题会是："))
        caption.setProperty("look", "caption")
        buttons = QDialogButtonBox()
        self.create_button = buttons.addButton(self.tr("新建"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.create_button.setDefault(True)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addLayout(form)
        column.addSpacing(4)
        column.addWidget(caption)
        column.addWidget(self.preview)
        column.addSpacing(8)
        column.addWidget(buttons)

    @property
    def outline(self) -> Recipe:
        """The outline template chosen."""
        return self._outlines[self.kind.currentIndex()]

    @property
    def locality(self) -> Locality | None:
        """The city chosen, or None for later."""
        index = self.city.currentIndex()
        return self._localities[index] if index < len(self._localities) else None

    @property
    def theme(self) -> str:
        """What the plan is about."""
        return self.theme_words.text().strip()

    @property
    def period(self) -> tuple[int, int] | None:
        """First and last year."""
        years = (self.first.value(), self.last.value())
        return (min(years), max(years)) if self.has_period.isChecked() else None

    def _show_preview(self) -> None:
        for box in (self.first, self.last):
            box.setEnabled(self.has_period.isChecked())
        begun = workflow.start_draft(self.outline, self.locality, self.theme, self.period)
        self.preview.setText(text_of(begun.document.title, slot_texts(begun)))


def year_box(value: int) -> QSpinBox:
    """A field for a year."""
    box = QSpinBox()
    box.setRange(1949, 2100)
    box.setFixedWidth(72)
    box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    box.setValue(value)
    return box
