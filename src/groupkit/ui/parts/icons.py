"""Our line icons, tinted and sharp at every pixel ratio."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from groupkit.shipped import shipped
from groupkit.ui.theme.appearance import current

SIZE = 20
_MOST_GROWTH = 1.6
_RATIO = 3  # drawn once at thrice the size; Qt scales down for plainer screens


def icon(name: str, colour: str | None = None, size: int = SIZE) -> QIcon:
    """Return the icon ``name`` in ``colour`` (the text's by default)."""
    return QIcon(pixmap(name, colour or current().palette.text, size))


def scaled(size: int) -> int:
    """Return a size in pixels grown with the text, up to what rows have room for."""
    return round(size * min(current().factor, _MOST_GROWTH))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = SIZE) -> QPixmap:
    """Return the icon ``name`` as a picture of ``size`` logical pixels."""
    source = shipped("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    image = QImage(QSize(size, size) * _RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    drawn = QPixmap.fromImage(image)
    drawn.setDevicePixelRatio(_RATIO)
    return drawn


class IconLabel(QLabel):
    """An icon beside words; it follows the look and says nothing to a screen reader."""

    def __init__(
        self, name: str, role: str = "text", size: int = SIZE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        current().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        palette = current().palette
        known = {"text": palette.text, "quiet": palette.quiet, "accent": palette.accent}
        colour = known[self._role] if self._role in known else palette.tone(self._role).ink
        size = scaled(self._size)
        self.setFixedSize(size, size)
        self.setPixmap(pixmap(self._name, colour, size))
