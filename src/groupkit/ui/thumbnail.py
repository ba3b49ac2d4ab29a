"""A kept picture, small enough for a list; may be made away from the window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from groupkit.domain.picture import Picture

_RATIO = 2
"""Drawn at twice the size; Qt scales down for plainer screens."""


def thumbnail(picture: Picture, room: QSize) -> QImage:
    """Return ``picture`` in the middle of ``room`` (logical pixels), on white as on paper."""
    drawn = QImage(room * _RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(Qt.GlobalColor.white)
    size = QSize(picture.width, picture.height)
    size.scale(drawn.size(), Qt.AspectRatioMode.KeepAspectRatio)
    spot = QRectF(
        (drawn.width() - size.width()) / 2,
        (drawn.height() - size.height()) / 2,
        size.width(),
        size.height(),
    )
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if picture.kind == "svg":
        QSvgRenderer(QByteArray(picture.data)).render(painter, spot)
    else:
        whole = QImage.fromData(QByteArray(picture.data))
        smaller = whole.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(spot, smaller)
    painter.end()
    drawn.setDevicePixelRatio(_RATIO)
    return drawn
