"""A cell of a list or table with a quiet second line below its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from groupkit.ui.parts.icons import pixmap, scaled
from groupkit.ui.theme.appearance import current

BELOW = Qt.ItemDataRole.UserRole + 1
"""The role of the second line."""
MARK = Qt.ItemDataRole.UserRole + 2
"""The role of a word at the end of the second line, behind the clock."""
_SMALLER = 0.88
_SIDE, _GAP, _EDGE = 10, 6, 6
_MARK_ICON = "clock"

_Index = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """Draws the words and, where there is one, the second line; both end in '…' when too long."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground and focus as any other cell, then the lines."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        words = ground.text
        ground.text = ""
        style = ground.widget.style() if ground.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        below, mark = str(index.data(BELOW) or ""), str(index.data(MARK) or "")
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        room = ground.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if below or mark:
            first, second = _halves(room, ground.font)
            _draw(painter, first, words, ground.font, quiet=not enabled)
            self._draw_second(painter, second, below, mark, ground.font)
        else:
            _draw(painter, room, words, ground.font, quiet=not enabled)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for both lines."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), height_of(option.font)))

    def _draw_second(
        self, painter: QPainter, room: QRect, below: str, mark: str, font: QFont
    ) -> None:
        small = _small(font)
        metrics = QFontMetrics(small)
        icon_side = scaled(14)
        needed = metrics.horizontalAdvance(mark) + icon_side + _GAP if mark else 0
        words = QRect(room)
        words.setWidth(max(room.width() - needed - (2 * _GAP if mark and below else 0), 0))
        said = _draw(painter, words, below, small, quiet=True)
        if not mark:
            return
        left = room.left() + (said + 2 * _GAP if below else 0)
        top = room.center().y() - icon_side // 2 + 1
        painter.drawPixmap(
            QRect(left, top, icon_side, icon_side),
            pixmap(_MARK_ICON, current().palette.quiet, icon_side),
        )
        start = left + icon_side + _GAP
        rest = QRect(start, room.top(), max(room.right() - start, 0), room.height())
        _draw(painter, rest, mark, small, quiet=True)


def height_of(font: QFont) -> int:
    """Return the height in pixels of a cell with both lines in ``font``."""
    return QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 2 * _EDGE + 2


def _halves(room: QRect, font: QFont) -> tuple[QRect, QRect]:
    upper, lower = QFontMetrics(font).height(), QFontMetrics(_small(font)).height()
    top = room.center().y() - (upper + lower) // 2
    return (
        QRect(room.left(), top, room.width(), upper),
        QRect(room.left(), top + upper + 1, room.width(), lower),
    )


def _draw(painter: QPainter, room: QRect, words: str, font: QFont, *, quiet: bool) -> int:
    """Draw ``words`` in one line and return their width."""
    palette = current().palette
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(QColor(palette.quiet if quiet else palette.text))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags, shown)
    return metrics.horizontalAdvance(shown)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(round(font.pixelSize() * _SMALLER))
    else:
        small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small
