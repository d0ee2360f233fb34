"""Icons of our own: one SVG file per meaning on a grid of 20, drawn in a colour of the palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from drafter.desktop import theme

FOLDER = theme.ASSETS / "icons"


def names() -> tuple[str, ...]:
    """The names of all icons."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != "chevron"))


def icon(name: str, role: str = "text2", size: int = 20) -> QIcon:
    """The icon of a name, with a paler picture for what is disabled and an accent one for what is checked."""
    result = QIcon(pixmap(name, size, role))
    result.addPixmap(pixmap(name, size, "line2"), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, size: int = 20, role: str = "text2") -> QPixmap:
    """The picture of an icon, `size` logical pixels wide, sharp on this screen."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    return _drawn(name, size, theme.colour(role).name(), ratio)


@cache
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    source = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
