"""Bars on screen; each part has its own shade and hatching, and its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupkit.ui.theme.appearance import current
from groupkit.ui.theme.tokens import GRID

_HEIGHT, _AIR, _SWATCH = 22, 8, 14


@dataclass(frozen=True)
class Bar:
    """One bar with its label and the counts of its parts, in the order of the key."""

    label: str
    counts: tuple[int, ...]


class BarsView(QWidget):
    """Bars on one scale with the key of their parts below; what it shows stands in the table."""

    def __init__(self, bars: Sequence[Bar], key: Sequence[str], name: str) -> None:
        super().__init__()
        self._bars, self._key = tuple(bars), tuple(key)
        self._most = max(sum(bar.counts) for bar in bars) or 1
        said = "; ".join(
            f"{bar.label}: "
            + ", ".join(f"{words} {n}" for words, n in zip(key, bar.counts, strict=True) if n)
            for bar in bars
        )
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(480, self._needed(max(self.width(), 480)))

    def resizeEvent(self, event: object) -> None:
        self.setFixedHeight(self._needed(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        left = min(max(metrics.horizontalAdvance(bar.label) for bar in self._bars), 220.0) + 12
        room = self.width() - left - 48
        top = 0.0
        for bar in self._bars:
            self._bar(painter, bar, QRectF(left, top, room, _HEIGHT), metrics)
            top += _HEIGHT + _AIR
        self._draw_key(painter, top, metrics)

    def _bar(self, painter: QPainter, bar: Bar, where: QRectF, metrics: QFontMetricsF) -> None:
        palette = current().palette
        painter.setPen(QColor(palette.text))
        label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, where.left() - 12)
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, where.top(), where.left() - 12, _HEIGHT), at_right, label)
        at = where.left()
        for number, count in enumerate(bar.counts):
            if not count:
                continue
            part = QRectF(at, where.top(), where.width() * count / self._most, _HEIGHT)
            ink = _fill(painter, part, number)
            if metrics.horizontalAdvance(str(count)) + 4 < part.width():
                painter.setPen(ink)
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(count))
            at = part.right()
        painter.setPen(QColor(palette.quiet))
        at_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(at + 6, where.top(), 60, _HEIGHT), at_left, str(sum(bar.counts)))

    def _draw_key(self, painter: QPainter, top: float, metrics: QFontMetricsF) -> None:
        if len(self._key) < 2:
            return
        palette = current().palette
        for number, words, left, line in self._places(self.width(), metrics):
            low = top + line * (_SWATCH + GRID) + 2
            _fill(painter, QRectF(left, low, _SWATCH, _SWATCH), number)
            painter.setPen(QColor(palette.quiet))
            where = QRectF(left + _SWATCH + 6, low - 3, 400, _SWATCH + 6)
            at_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(where, at_left, words)

    def _places(self, width: int, metrics: QFontMetricsF) -> list[tuple[int, str, float, int]]:
        places, left, line = [], 0.0, 0
        for number, words in enumerate(self._key):
            needed = _SWATCH + 6 + metrics.horizontalAdvance(words) + 18
            if left and left + needed > width:
                left, line = 0.0, line + 1
            places.append((number, words, left, line))
            left += needed
        return places

    def _needed(self, width: int) -> int:
        height = len(self._bars) * (_HEIGHT + _AIR)
        if len(self._key) < 2:
            return height
        lines = self._places(width, QFontMetricsF(self.font()))[-1][3] + 1
        return height + lines * (_SWATCH + GRID) + 4


def _fill(painter: QPainter, part: QRectF, number: int) -> QColor:
    """Fill a part in its shade and hatching; return the ink for a number on it."""
    palette = current().palette
    accent, card, text = QColor(palette.accent), QColor(palette.card), QColor(palette.text)
    shades = (accent, _between(accent, card, 0.45), _between(accent, card, 0.75), card, card, card)
    shade = shades[min(number, len(shades) - 1)]
    painter.setPen(QPen(QColor(palette.field_line), 1))
    painter.setBrush(shade)
    painter.drawRect(part)
    if number == 4:
        painter.setBrush(QBrush(text, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(part)
    elif number == 5:
        painter.setBrush(QBrush(QColor(palette.quiet), Qt.BrushStyle.Dense6Pattern))
        painter.drawRect(part)
    return QColor(palette.on_accent) if number == 0 else text


def _between(first: QColor, second: QColor, share: float) -> QColor:
    def mixed(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QColor(
        mixed(first.red(), second.red()),
        mixed(first.green(), second.green()),
        mixed(first.blue(), second.blue()),
    )
