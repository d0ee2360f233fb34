"""The marks that mean the same everywhere: pills, elided text, the ground and bar of a selected row."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from drafter.desktop import icons, theme

PILL_PADDING = 6
PILL_ICON = 13
BAR = 3
SHARE_WIDTH = 34


def thousands(number: int) -> str:
    """A number with thin spaces between its thousands: 3 120."""
    return f"{number:,}".replace(",", "\u2009")


def state_of(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    """Whether a row is in a state (selected, hovered, focused)."""
    return bool(option.state & flag)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def area_of(option: QStyleOptionViewItem) -> QRect:
    """The rectangle of a row or cell."""
    return QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]


def draw_ground(painter: QPainter, area: QRect, *, selected: bool, hovered: bool, bar: bool = True) -> None:
    """Paint what lies under a row: the selection with its bar at the left, or the hover."""
    if selected:
        painter.fillRect(area, theme.colour("accentW"))
        if bar:
            painter.fillRect(QRect(area.left(), area.top(), BAR, area.height()), theme.colour("accent"))
    elif hovered:
        painter.fillRect(area, theme.colour("hover"))


def draw_text(painter: QPainter, area: QRect, text: str, role: str, font: QFont, *, right: bool = False) -> int:
    """Paint one line of text, elided to the area, in the middle of its height; its width."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def pill_width(text: str, icon: str = "") -> int:
    """How wide a pill is."""
    width = ceil(QFontMetricsF(theme.ui_font(12)).horizontalAdvance(text)) + 1  # in just its width it would be elided
    return width + 2 * PILL_PADDING + (PILL_ICON + 4 if icon else 0)


def draw_pill(painter: QPainter, area: QRect, text: str, roles: tuple[str, str], icon: str = "") -> int:
    """Paint a pill (text and ground by palette role) at the left of an area, in the middle of its height; its width."""
    font = theme.ui_font(12)
    height = QFontMetrics(font).height() + 2
    width = min(pill_width(text, icon), area.width())
    box = QRect(area.left(), area.top() + (area.height() - height) // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(roles[1]))
    painter.drawRoundedRect(QRectF(box), 4, 4)
    painter.restore()
    inner = box.adjusted(PILL_PADDING, 0, -PILL_PADDING, 0)
    if icon:
        draw_icon(painter, QRect(inner.left(), inner.top(), PILL_ICON, height), icon, roles[0], PILL_ICON)
        inner.setLeft(inner.left() + PILL_ICON + 4)
    draw_text(painter, inner, text, roles[0], font)
    return width


def draw_share(painter: QPainter, area: QRect, part: float) -> None:
    """Paint at the right of an area how much of something is another's: a small bar over the number."""
    box = QRect(area.right() - SHARE_WIDTH + 1, area.top(), SHARE_WIDTH, area.height())
    draw_text(painter, box.adjusted(0, 0, 0, -5), f"{part:.0%}", "text2", theme.ui_font(12), right=True)
    bar = QRect(box.left(), box.bottom() - 6, SHARE_WIDTH, 3)
    painter.fillRect(bar, theme.colour("bar"))
    bar.setWidth(round(SHARE_WIDTH * min(1.0, part)))
    painter.fillRect(bar, theme.colour("ctl"))


def draw_icon(painter: QPainter, area: QRect, name: str, role: str, size: int = 16) -> None:
    """Paint an icon in the middle of an area."""
    corner = QPointF(area.left() + (area.width() - size) / 2, area.top() + (area.height() - size) / 2)
    painter.drawPixmap(corner.toPoint(), icons.pixmap(name, size, role))


def draw_lit(painter: QPainter, area: QRect, text: str, words: tuple[str, ...], lines: int) -> None:
    """Paint a text of at most some lines with every one of the words lit."""
    layout = _wrapped(text, words, area.width(), lines)
    last = layout.lineAt(layout.lineCount() - 1)
    if text and last.textStart() + last.textLength() < len(text):
        metrics = QFontMetrics(theme.ui_font(12))
        rest = metrics.elidedText(text[last.textStart() :], Qt.TextElideMode.ElideRight, area.width() - 6)
        layout = _wrapped(text[: last.textStart()] + rest, words, area.width(), lines)
    painter.setPen(theme.colour("text2"))
    layout.draw(painter, QPointF(area.topLeft()))


def _wrapped(text: str, words: tuple[str, ...], width: int, lines: int) -> QTextLayout:
    font = theme.ui_font(12)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_lit(start, length) for start, length in places_of(text, words)])
    leading = QFontMetrics(font).height() + 3
    layout.beginLayout()
    for row in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, row * leading))
    layout.endLayout()
    return layout


def places_of(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """(start, length) of every place where one of the words stands, whatever the case of its letters."""
    folded = text.lower()
    found: list[tuple[int, int]] = []
    for word in {word.lower() for word in words if word}:
        at = folded.find(word)
        while at >= 0:
            found.append((at, len(word)))
            at = folded.find(word, at + len(word))
    return sorted(found)


def _lit(start: int, length: int) -> QTextLayout.FormatRange:
    lit = QTextLayout.FormatRange()
    lit.start, lit.length = start, length  # pyright: ignore[reportAttributeAccessIssue]
    letters = QTextCharFormat()
    letters.setForeground(theme.colour("accentHi"))
    letters.setFontWeight(QFont.Weight.Medium)
    lit.format = letters  # pyright: ignore[reportAttributeAccessIssue]
    return lit
