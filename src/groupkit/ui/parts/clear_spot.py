"""Where something can lie over a window without hiding what can be pressed there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

_EDGE = 12
_GAP = 8


def controls(window: QWidget, besides: QWidget) -> list[QRect]:
    """Return where in ``window`` the visible controls are, but for those of ``besides``."""
    found = []
    for widget in window.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (takes_keys and widget.isVisible()) or besides.isAncestorOf(widget):
            continue
        seen = widget.visibleRegion().boundingRect()
        if not seen.isEmpty():
            found.append(seen.translated(widget.mapTo(window, QPoint(0, 0))))
    return found


def clear_spot(
    room: QRect, widths: list[int], height_of: Callable[[int], int], taken: list[QRect]
) -> QRect:
    """Return a place in ``room`` that touches nothing of ``taken``.

    It lies as high and as far to the right as it can; of ``widths`` the first that fits. Where
    nothing fits: the place that hides least.
    """
    below = sorted({each.bottom() + _GAP for each in taken if each.top() < room.height() // 3})
    spots = [
        QRect(x, y, width, height)
        for width, height in ((width, height_of(width)) for width in widths)
        for y in (room.top() + _EDGE, *below, room.bottom() - height - _EDGE)
        for x in _starts(room, QRect(0, y, width, height), taken)
        if y + height + _EDGE <= room.bottom() + 1
    ]
    return min(spots, key=lambda spot: hidden(spot, taken))


def hidden(spot: QRect, taken: list[QRect]) -> int:
    """Return how many square pixels of ``taken`` lie under ``spot``."""
    under = (spot.intersected(each) for each in taken)
    return sum(each.width() * each.height() for each in under)


def _starts(room: QRect, band: QRect, taken: list[QRect]) -> list[int]:
    """Return from right to left where something of the band's size could begin."""
    beside = [
        each.left() - _GAP
        for each in taken
        if each.top() <= band.bottom() and band.top() <= each.bottom()
    ]
    ends = sorted({room.right() - _EDGE, *beside}, reverse=True)
    starts = [end - band.width() for end in ends if end - band.width() >= room.left() + _EDGE]
    return starts or [room.left() + _EDGE]
